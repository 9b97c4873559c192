// The action's front door: inputs from the runner's environment, words to its log, summary, annotations and outputs.
import * as core from '@actions/core'
import { keepHeapSmall } from './door/heap.ts'
import { tell } from './door/runner.ts'
import { exitStatusOf, run } from './door/run.ts'
import { givenOf } from './inputs/inputs.ts'
import { troubleLines, troubleStatus } from './door/trouble.ts'

keepHeapSmall()
try {
  const ran = await run(givenOf(process.env), process.cwd(), {
    environment: process.env,
    now: Date.now(),
    giver: 'the step',
    progress: line => process.stdout.write(`${line}\n`),
    debug: line => core.debug(line),
    mask: secret => core.setSecret(secret)
  })
  await tell(ran, process.env)
  process.exitCode = exitStatusOf(ran)
} catch (error) {
  process.stdout.write(troubleLines(error, 'github'))
  process.exitCode = troubleStatus(error)
}
