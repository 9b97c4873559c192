// Fleets that have to be rendered, read from __tests__/fleets and changed one text at a time.
import { readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rendererOn } from '../../src/adapters/render/renderer.ts'
import type { Fleet } from '../../src/model/fleet.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { readFleet } from '../../src/modes/reading.ts'
import { exampleRepository } from '../../src/rules/example-fleet.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { checkoutOf } from '../../src/source/checkout.ts'

export type Files = Record<string, string>

export const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }

/** The files of a fleet. */
export function filesOf(name: string): Files {
  const root = fileURLToPath(new URL(`../fleets/${name}`, import.meta.url))
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return Object.fromEntries(
    entries.map(entry => {
      const path = `${entry.parentPath}/${entry.name}`
      return [relative(root, path), readFileSync(path, 'utf8')]
    })
  )
}

/** The files with one text of one file written differently; the text has to be there. */
export function changed(files: Files, file: string, from: string, to: string): Files {
  if (!files[file]?.includes(from)) throw new Error(`${file} does not hold ${from}`)
  return { ...files, [file]: files[file].replace(from, to) }
}

/** @param path the PATH to find tools on: by default there are none */
export function fleetWith(files: Files, path = ''): Promise<Fleet> {
  return readFleet(checkoutOf(files), settings, rendererOn(path))
}

/** What the rules say: `rule file:line`, each once. */
export function saidOf(fleet: Fleet): string[] {
  return [...new Set(judge(fleetRules, fleet).map(({ rule, file, line }) => `${rule} ${file}:${line}`))]
}

/** Why sources were not read. */
export function notReadOf(fleet: Fleet): string[] {
  return fleet.deliveries.flatMap(({ notRead }) => notRead.map(({ reason }) => reason))
}

/** The line of a file that holds a text. */
export function lineOf(files: Files, file: string, text: string): string {
  const index = files[file]!.split('\n').findIndex(line => line.includes(text))
  if (index < 0) throw new Error(`${file} does not hold ${text}`)
  return `${file}:${index + 1}`
}
