import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { step } from './runner.ts'

let clone: string
let base: string

const git = (...args: string[]): string =>
  execFileSync('git', ['-C', clone, '-c', 'user.name=t', '-c', 'user.email=t@example.net', ...args], {
    encoding: 'utf8'
  }).trim()

function write(path: string, text: string): void {
  mkdirSync(dirname(join(clone, path)), { recursive: true })
  writeFileSync(join(clone, path), text)
}

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'kmc-compare-'))
  git('init', '-q', '-b', 'main')
  for (const [path, text] of Object.entries(exampleFleet)) write(path, text)
  git('add', '-A')
  git('commit', '-qm', 'before')
  base = git('rev-parse', 'HEAD')
  write(
    'primary/join-token.yaml',
    exampleFleet['primary/join-token.yaml']!.replace('name: join-token', 'name: join-token-2')
  )
  write(
    'primary/push-secret.yaml',
    exampleFleet['primary/push-secret.yaml']!.replace('      name: join-token\n', '      name: join-token-2\n')
  )
  for (const path of Object.keys(exampleFleet).filter(each => each.includes('east'))) rmSync(join(clone, path))
})

afterAll(() => rmSync(clone, { recursive: true, force: true }))

const found = (stdout: string): string[] =>
  [...stdout.matchAll(/^(?:warning|error|notice)\[([a-z-]+)\]/gm)].map(([, rule]) => rule!).sort()

describe('compared with an earlier state', () => {
  test('a pull request says what it will do to live clusters', async () => {
    const { status, stdout } = await step({
      inputs: { mode: 'validate' },
      env: { GITHUB_WORKSPACE: clone, GITHUB_EVENT_NAME: 'pull_request' },
      event: { pull_request: { number: 1, base: { sha: base, ref: 'main' } }, repository: { default_branch: 'main' } }
    })
    expect(status).toBe(0)
    expect(found(stdout)).toEqual(['secondary-is-disconnected-first', 'token-keeps-its-name'])
    expect(stdout).toContain('"east" leaves Git')
  })

  test('a push compares with nothing, unless told', async () => {
    const silent = await step({ inputs: { mode: 'validate' }, env: { GITHUB_WORKSPACE: clone } })
    expect(found(silent.stdout)).toEqual([])
    const told = await step({ inputs: { mode: 'validate', 'compare-with': 'main' }, env: { GITHUB_WORKSPACE: clone } })
    expect(found(told.stdout)).toHaveLength(2)
  })

  test.each(['nowhere', '--upload-pack=touch', 'main; touch x'])(
    'a commit that is none (%s) is said, and stops nothing',
    async commit => {
      const { status, stdout } = await step({
        inputs: { mode: 'validate', 'compare-with': commit },
        env: { GITHUB_WORKSPACE: clone }
      })
      expect(status).toBe(0)
      expect(stdout).toContain('Not compared with an earlier state')
    }
  )
})
