import { execFileSync, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { argumentsOf } from '../../src/inputs/arguments.ts'
import { inputsOf } from '../../src/inputs/inputs.ts'
import { clients, unknownIn } from './client-commands.ts'
import { complaints, testWith } from './linters.ts'
import { blocksIn, pages } from './pages.ts'
import { stageWith, type Stage } from './stage.ts'
import { textAt } from './workflow-files.ts'

const root = resolve(import.meta.dirname, '../..')

/** What a reader has typed at the end of a page, in one terminal. */
const scripts = [...new Set(blocksIn('sh').map(({ page }) => page))].map(page => [page, typedOn(page)] as const)

function typedOn(page: string): string {
  const blocks = blocksIn('sh').filter(block => block.page === page)
  return blocks.map(({ text }) => text).join('\n')
}

const lint = ['--shell=bash', '--enable=check-unassigned-uppercase', '-']

/** Clients that answer `given`, in base64; helm names a chart of the Argo CD that the guide is about. */
let stage: Stage

beforeEach(() => {
  const programs = [...clients, 'node', '.ci/run']
  const answers = Object.fromEntries(programs.map(program => [program, 'echo Z2l2ZW4=']))
  stage = stageWith({ ...answers, helm: 'echo argo/argo-cd 10.1.2 v3.5.1' })
})

afterEach(() => stage.remove())

describe.each(scripts)('the commands of %s', (_page, script) => {
  testWith('shellcheck')('satisfy shellcheck', () => {
    expect(complaints('shellcheck', lint, script)).toBe('')
  })

  test('run one after the other, and give each client words that it knows', () => {
    const { status, stderr, asked } = stage.play(script)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(([client]) => client !== 'node' && client !== '.ci/run').flatMap(unknownIn)).toEqual([])
  })

  test('install charts of a version that is named', () => {
    const installs = stage
      .play(script)
      .asked.filter(([client, ...words]) => client === 'helm' && words.includes('install'))
    expect(installs.filter(words => !words.includes('--version'))).toEqual([])
  })

  test('give our own command line words that it knows', () => {
    for (const [client, file, ...words] of stage.play(script).asked) {
      if (client !== 'node') continue
      expect(file).toBe('dist/cli.js')
      const asked = argumentsOf(words)
      if (asked.ask === 'run') expect(inputsOf(asked.given, undefined, 'the command line').warnings).toEqual([])
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

/** The words of a command as a shell splits them. */
function wordsOf(command: string): readonly string[] {
  return execFileSync('bash', ['-c', `printf '%s\\0' ${command.replaceAll('…', '')}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)
}
