#!/usr/bin/env node
// The command line's front door: the same run, told to a person at a terminal.
import { keepHeapSmall } from './door/heap.ts'
import { exitStatusOf, run } from './door/run.ts'
import { print } from './door/terminal.ts'
import { troubleLines, troubleStatus } from './door/trouble.ts'
import { argumentsOf } from './inputs/arguments.ts'
import { helpText } from './inputs/help.ts'
import { tool } from './tool.ts'

keepHeapSmall()
try {
  const asked = argumentsOf(process.argv.slice(2))
  if (asked.ask === 'help') process.stdout.write(helpText(asked.mode, process.stdout.columns))
  else if (asked.ask === 'version') process.stdout.write(`${tool.version}\n`)
  else {
    const ran = await run(asked.given, process.cwd(), {
      environment: process.env,
      now: Date.now(),
      giver: 'the command line',
      progress: line => process.stderr.isTTY && process.stderr.write(`${line}\n`),
      debug: () => {},
      mask: () => {}
    })
    print(ran, asked.format, process.env, process.stdout)
    process.exitCode = exitStatusOf(ran)
  }
} catch (error) {
  process.stderr.write(troubleLines(error, 'text', process.stderr.columns ?? 100))
  process.exitCode = troubleStatus(error)
}
