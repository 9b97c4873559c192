// A folder in which scripts of the documentation and of workflows play, with programs that write down what they are asked.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

/** What came of a script. */
export interface Played {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** The programs that were called, each with its words. */
  readonly asked: readonly (readonly string[])[]
  /** What the script wrote to GITHUB_OUTPUT. */
  readonly output: string
}

/** A stage; `remove` it afterwards. */
export interface Stage {
  readonly folder: string
  readonly play: (script: string, env?: Readonly<Record<string, string>>) => Played
  readonly remove: () => void
}

/** @param programs name, or path below the folder, to what it does in shell beside writing down its words */
export function stageWith(programs: Readonly<Record<string, string>>): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'kmc-stage-'))
  for (const [name, does] of Object.entries(programs)) {
    writeProgram(join(folder, name.includes('/') ? name : `bin/${name}`), name, does)
  }
  return {
    folder,
    play: (script, env = {}) => played(folder, script, env),
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}

function writeProgram(file: string, name: string, does: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `#!/bin/bash\nprintf '%s\\0' '${name}' "$@" >> "$ASKED"\nprintf '\\036' >> "$ASKED"\n${does}\n`)
  chmodSync(file, 0o755)
}

/** As a runner plays the script of a step: `bash -e -o pipefail`; unset variables are refused on top. */
function played(folder: string, script: string, given: Readonly<Record<string, string>>): Played {
  const [asked, output] = [join(folder, 'asked'), join(folder, 'output')]
  for (const file of [asked, output]) writeFileSync(file, '')
  const path = [join(folder, 'bin'), dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter)
  const env = { PATH: path, HOME: folder, ASKED: asked, GITHUB_OUTPUT: output, ...given }
  const options = { input: script, cwd: folder, env, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail'], options)
  const calls = readFileSync(asked, 'utf8').split('\0\u001E').slice(0, -1)
  return { status, stdout, stderr, asked: calls.map(call => call.split('\0')), output: readFileSync(output, 'utf8') }
}
