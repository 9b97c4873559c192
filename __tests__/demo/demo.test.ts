import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { browser, shown } from '../../demo/browser.ts'
import { secretMarker } from '../loopback/key-vault-wire.ts'
import { actionsToken } from '../loopback/github.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'kmc-demo-'))
const file = join(folder, 'demo.html')
let said: string
let page: string

beforeAll(() => {
  const { NO_COLOR: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/demo.mjs', file], {
    cwd: root,
    env: { ...env, NO_COLOR: '1' },
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`)
  said = stdout
  page = readFileSync(file, 'utf8')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run demo', () => {
  test('ends with the name of the page', () => {
    expect(said.trimEnd().split('\n').at(-1)).toBe(file)
  })

  test.each([
    ['the fault on its line', 'error: secondaries/west/join.yaml:29'],
    ['the verdict after the fix', '✓ 1 primary and 3 secondaries: everything agrees. no findings exit status: 0'],
    ['the issue that opens', 'issue #1, open: Kasten multi-cluster drift: the join token in Key Vault is deleted'],
    ['the issue that closes', 'issue #1, closed: Kasten multi-cluster drift: all is well again'],
    ['the pull request of both clusters', 'pull request #2, open: Join 2 secondaries: south, coast'],
    ['a second run that writes nothing', 'requests to GitHub: 9, writing 0'],
    ['the merge', 'pull request #2, merged'],
    ['the pull request that removes one', 'pull request #3, open: Remove secondary west']
  ])('tells of %s', (_what, words) => {
    expect(said.replaceAll(/\s+/g, ' ')).toContain(words)
  })

  test('leaves no two lines empty within a scene', () => {
    expect(said).not.toContain('\n\n\n')
  })

  test('never asks the vault for a value, and says so', () => {
    const counts = [...said.replaceAll(/\s+/g, ' ').matchAll(/for a value (\d+)/g)].map(([, count]) => count)
    expect(counts.length).toBeGreaterThan(2)
    expect(new Set(counts)).toEqual(new Set(['0']))
  })

  test('shows no secret', () => {
    for (const secret of [secretMarker, actionsToken]) expect(said + page).not.toContain(secret)
  })
})

describe('the page', () => {
  test('loads nothing from anywhere', () => {
    const markup = page.replaceAll(/<script>[\s\S]*?<\/script>/g, '')
    expect(markup).not.toMatch(/<(?:link|img|iframe|object|embed|source|video|audio)\b|\bsrc=|@import|url\(/i)
  })

  test('has a summary, an issue, pull requests and annotations', () => {
    const articles = [...page.matchAll(/<article class="(\w+)"/g)].map(([, name]) => name)
    expect(new Set(articles)).toEqual(new Set(['change', 'annotations', 'summary', 'log', 'conversation']))
  })
})

const program = browser()
/** Skipped, and said to be, where there is no browser: scripts/browser.sh installs one. On GitHub its absence fails. */
const inBrowser = program === undefined && process.env.GITHUB_ACTIONS !== 'true' ? describe.skip : describe

inBrowser('the page in a browser', () => {
  test('has every drawing drawn, and nothing to complain about', async () => {
    const { document, console } = await shown(program!, file)
    const states = [...document.matchAll(/<figure class="drawing"([^>]*)>/g)].map(([, state]) => state!.trim())
    expect(states.length).toBeGreaterThan(6)
    expect(new Set(states)).toEqual(new Set(['data-state="drawn"']))
    expect(console).toEqual([])
  })
})
