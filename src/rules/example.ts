// Reads the examples of rules: small repositories in one string, with marks on the lines that findings must point at.
import { checkoutOf, type Checkout } from '../source/checkout.ts'
import type { LiveApplication } from '../model/live.ts'
import type { VaultSecret } from '../model/vault.ts'
import { defaultSettings, type Settings } from '../model/settings.ts'
import { exampleFleet, exampleRepository } from './example-fleet.ts'

/** An example, ready to be read as a repository. */
export interface Example {
  readonly checkout: Checkout
  readonly settings: Settings
  /** `file:line` of each mark, sorted. */
  readonly marks: readonly string[]
  /** What was seen in the vault: `# vault: {…}` lines, a VaultSecret each. */
  readonly vault: readonly VaultSecret[]
  /** What was seen in Argo CD: `# live: {…}` lines, laid over a healthy Application of that name. */
  readonly live: readonly Partial<LiveApplication>[]
}

const fileLine = /^# file: (\S+)$/
const removedLine = /^# removed: (\S+)$/
const vaultLine = /^# vault: (\{.*\})$/
const liveLine = /^# live: (\{.*\})$/
const settingsLine = /^# settings: (\{.*\})$/
const mark = / *# <- here$/

/** Time stands still in examples: 1 December 2026. */
const now = Date.UTC(2026, 11, 1)

/** @throws Error when the example's own lines make no sense */
export function exampleOf(text: string): Example {
  const lines = text.replace(/^\n/, '').split('\n')
  const alone = lines[0] === '# alone'
  const files = new Map<string, string[]>(
    Object.entries(alone ? {} : exampleFleet).map(([path, content]) => [path, content.split('\n')])
  )
  let settings: Settings = { ...defaultSettings, ...exampleRepository, now }
  const marks: string[] = []
  const vault: VaultSecret[] = []
  const live: Partial<LiveApplication>[] = []
  let file: string | undefined
  for (const line of lines.slice(alone ? 1 : 0)) {
    const begins = fileLine.exec(line)?.[1]
    const goes = removedLine.exec(line)?.[1]
    const given = settingsLine.exec(line)?.[1]
    if (begins !== undefined) files.set((file = begins), [])
    else if (goes !== undefined) files.delete(goes)
    else if (vaultLine.test(line)) vault.push(JSON.parse(vaultLine.exec(line)![1]!) as VaultSecret)
    else if (liveLine.test(line)) live.push(JSON.parse(liveLine.exec(line)![1]!) as Partial<LiveApplication>)
    else if (given !== undefined) settings = { ...settings, ...(JSON.parse(given) as Partial<Settings>) }
    else if (file !== undefined) addLine(files.get(file)!, line, file, marks)
    else if (line.trim() !== '') throw new Error(`an example's line belongs to no file: ${line}`)
  }
  const texts = Object.fromEntries([...files].map(([path, content]) => [path, content.join('\n')]))
  return { checkout: checkoutOf(texts), settings, marks: marks.sort(), vault, live }
}

function addLine(content: string[], line: string, file: string, marks: string[]): void {
  content.push(line.replace(mark, ''))
  if (mark.test(line)) marks.push(`${file}:${content.length}`)
}
