import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { argumentsOf } from '../../src/inputs/arguments.ts'
import { inputsOf } from '../../src/inputs/inputs.ts'
import { clients, unknownIn } from './client-commands.ts'
import { complaints, testWith } from './linters.ts'
import { blocksIn, pages } from './pages.ts'
import { textAt } from './workflow-files.ts'

const root = resolve(import.meta.dirname, '../..')

/** What a reader has typed at the end of a page, in one terminal. */
const scripts = [...new Set(blocksIn('sh').map(({ page }) => page))].map(page => [page, typedOn(page)] as const)

function typedOn(page: string): string {
  const blocks = blocksIn('sh').filter(block => block.page === page)
  return blocks.map(({ text }) => text).join('\n')
}

const lint = ['--shell=bash', '--enable=check-unassigned-uppercase', '-']

describe.each(scripts)('the commands of %s', (_page, script) => {
  testWith('shellcheck')('satisfy shellcheck', () => {
    expect(complaints('shellcheck', lint, script)).toBe('')
  })

  test('run one after the other, and give each client words that it knows', () => {
    const { status, stderr, asked } = played(script)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(([client]) => client !== 'node' && client !== '.ci/run').flatMap(unknownIn)).toEqual([])
  })

  test('give our own command line words that it knows', () => {
    for (const [client, file, ...words] of played(script).asked) {
      if (client !== 'node') continue
      expect(file).toBe('dist/cli.js')
      const asked = argumentsOf(words)
      if (asked.ask === 'run') expect(inputsOf(asked.given, undefined).warnings).toEqual([])
    }
  })
})

test('commands within sentences have words that their client knows', () => {
  const quoted = pages.flatMap(page => [...textAt(page).matchAll(/`([a-z]+ [^`\n]+)`/g)].map(([, words]) => words!))
  const commands = quoted.filter(words => clients.includes(words.split(' ')[0]!)).map(wordsOf)
  const [own, others] = [true, false].map(npm => commands.filter(([client]) => (client === 'npm') === npm))
  expect(others!.length).toBeGreaterThan(5)
  expect(others!.flatMap(unknownIn)).toEqual([])
  expect(own!.filter(([, ...words]) => !isScript(words)).map(words => words.join(' '))).toEqual([])
})

test.each([
  ['validate examples/healthy', 0],
  ['validate examples/faulty', 1],
  ['validate examples/faulty --format json', 1],
  ['--help', 0]
])('node dist/cli.js %s, which the pages have, ends with %d', (words, status) => {
  expect(scripts.some(([, script]) => script.includes(`node dist/cli.js ${words}\n`))).toBe(true)
  const { NO_COLOR: _, ...env } = process.env
  expect(spawnSync(process.execPath, ['dist/cli.js', ...words.split(' ')], { cwd: root, env }).status).toBe(status)
})

/** `npm test`, `npm run build` and the like. */
function isScript([first, second]: readonly string[]): boolean {
  const { scripts: named }: { readonly scripts: object } = JSON.parse(textAt('package.json'))
  const name = (first === 'run' ? second : first) ?? ''
  return name === 'cit' || name in named
}

/** Where programs are that write down what they were asked, and answer `given`. */
let stage = ''

beforeEach(() => {
  stage = mkdtempSync(join(tmpdir(), 'kmc-docs-'))
  mkdirSync(join(stage, 'bin'))
  mkdirSync(join(stage, '.ci'))
  for (const program of [...clients.map(client => `bin/${client}`), 'bin/node', '.ci/run'])
    writeProgram(join(stage, program), program.replace('bin/', ''))
})

afterEach(() => rmSync(stage, { recursive: true, force: true }))

function writeProgram(file: string, name: string): void {
  writeFileSync(
    file,
    `#!/bin/bash\nprintf '%s\\0' '${name}' "$@" >> "$ASKED"\nprintf '\\n' >> "$ASKED"\necho Z2l2ZW4=\n`
  )
  chmodSync(file, 0o755)
}

interface Played {
  readonly status: number | null
  readonly stderr: string
  readonly asked: readonly (readonly string[])[]
}

function played(script: string): Played {
  const log = join(stage, 'asked')
  writeFileSync(log, '')
  const env = { PATH: [join(stage, 'bin'), '/usr/bin', '/bin'].join(delimiter), ASKED: log }
  const { status, stderr } = spawnSync('bash', ['-euo', 'pipefail'], {
    input: script,
    cwd: stage,
    env,
    encoding: 'utf8'
  })
  const lines = readFileSync(log, 'utf8').split('\0\n').slice(0, -1)
  return { status, stderr, asked: lines.map(line => line.split('\0')) }
}

/** The words of a command as a shell splits them. */
function wordsOf(command: string): readonly string[] {
  return execFileSync('bash', ['-c', `printf '%s\\0' ${command.replaceAll('…', '')}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)
}
