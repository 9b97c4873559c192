import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { browser, shown } from '../../demo/browser.ts'
import { html } from '../../demo/html.ts'
import { documentOf } from '../../demo/page.ts'
import type { TokenWay } from '../../src/model/token-way.ts'
import { mermaidOf } from '../../src/report/mermaid.ts'
import { hostileTexts } from '../report/hostile.ts'

const kinds = [
  'bootstrap',
  'join-token',
  'push-secret',
  'vault-secret',
  'external-secret',
  'mc-join',
  'join-config',
  'kasten'
] as const
const label = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 80 }))

/** Ways of any shape, with any words in them. */
const way: fc.Arbitrary<TokenWay> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      label,
      cluster: fc.option(label, { nil: undefined }),
      broken: fc.boolean()
    }),
    {
      minLength: 1,
      maxLength: 12
    }
  )
  .chain(stations => {
    const id = fc.nat(stations.length - 1).map(String)
    return fc.record({
      stations: fc.constant(stations.map((station, index) => ({ ...station, id: String(index) }))),
      handOvers: fc.array(fc.record({ from: id, to: id, broken: fc.boolean(), label }), { maxLength: 20 })
    })
  })

/** Drawings that stand in pages people read on GitHub. */
const written = ['README.md', 'docs/concepts.md'].flatMap(page =>
  [...readFileSync(resolve(import.meta.dirname, '../..', page), 'utf8').matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(
    ([, text]) => text!
  )
)

const folder = mkdtempSync(join(tmpdir(), 'kmc-drawings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const program = browser()
/** Skipped, and said to be, where there is no browser: scripts/browser.sh installs one. On GitHub its absence fails. */
const inBrowser = program === undefined && process.env.GITHUB_ACTIONS !== 'true' ? describe.skip : describe

inBrowser('Mermaid in a browser', () => {
  test('draws what we write of any way and any words, and no word becomes markup', async () => {
    const ways = fc.sample(way, 60).flatMap(each => mermaidOf(each) ?? [])
    const all = [...written, ...ways, 'flowchart LR\n  this is ((no drawing']
    const file = join(folder, 'drawings.html')
    writeFileSync(
      file,
      documentOf('Drawings', html`${all.map(text => html`<figure class="drawing">${text}</figure>`)}`)
    )
    const { document, console } = await shown(program!, file)
    const figures = [...document.matchAll(/<figure class="drawing" data-state="(\w+)"[^>]*>([\s\S]*?)<\/figure>/g)]
    const states = figures.map(([, state]) => state)
    expect(written.length).toBeGreaterThan(0)
    // The last one shows that a failure would be seen.
    expect(states).toEqual([...all.slice(1).map(() => 'drawn'), 'failed'])
    const drawn = figures.slice(0, -1).map(([, , svg]) => svg!)
    expect(drawn.filter(svg => /<script|<img|<iframe|\bon\w+="|href="(?!#)|@import/i.test(svg))).toEqual([])
    expect(console).toEqual([])
  })
})
