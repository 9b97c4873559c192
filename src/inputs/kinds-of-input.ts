// The kinds an input's value can be: each reads what a workflow, a config file or a command line gives.
import { isObject, type Json } from '../source/json.ts'
import { humanDuration } from '../source/duration.ts'
import { isLoopback } from '../source/loopback.ts'
import { pinnedVersionOf, versionOf } from '../source/version.ts'

/** How a value is read. `read` gives undefined for what makes no sense; `expects` says what would. */
export interface InputKind<T> {
  readonly expects: string
  /** For action-types.yml. */
  readonly type: 'string' | 'boolean' | 'enum' | 'list'
  readonly words?: readonly string[]
  read(value: Json): T | undefined
}

const asText = (value: Json): string | undefined =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined

/** Any text. */
export const text: InputKind<string> = { expects: 'text', type: 'string', read: asText }

/** YAML 1.2's booleans, as @actions/core reads them. */
export const flag: InputKind<boolean> = {
  expects: 'true or false',
  type: 'boolean',
  read(value) {
    const said = asText(value)?.toLowerCase()
    return said === 'true' ? true : said === 'false' ? false : undefined
  }
}

/** One of some words. */
export function word<const Word extends string>(...words: readonly Word[]): InputKind<Word> {
  return {
    expects: `one of ${words.map(each => each || '(empty)').join(', ')}`,
    type: 'enum',
    words,
    read: value => words.find(each => each === asText(value))
  }
}

/** Texts separated by commas or line ends; a YAML list in a config file. */
export const list: InputKind<readonly string[]> = {
  expects: 'a list, separated by commas or line ends',
  type: 'list',
  read(value) {
    const items = Array.isArray(value) ? value.map(asText) : asText(value)?.split(/[,\n]/)
    if (!items || items.some(item => item === undefined)) return undefined
    return (items as string[]).map(item => item.trim()).filter(item => item !== '')
  }
}

/** A length of time such as `90m`, `12h`, `30d`, in milliseconds. */
export const duration: InputKind<number> = {
  expects: 'a length of time such as 90m, 12h or 30d',
  type: 'string',
  read(value) {
    const milliseconds = humanDuration(asText(value) ?? '')
    return milliseconds !== undefined && milliseconds > 0 ? milliseconds : undefined
  }
}

/**
 * A version of what runs on the clusters, with a minor at least: rules hang on it. A range that leaves nothing but the patch
 * open, as charts are pinned by, is read as its lowest; every other range, a tag and a branch are none.
 */
export const version: InputKind<string> = {
  expects: 'a version such as 2.9.0, v2.9.0 or 2.9',
  type: 'string',
  read(value) {
    const said = (asText(value) ?? '').replace(/^[=V] ?(?=\d)/, 'v')
    const pinned = /^\D{0,3}\d+\.\d/.test(said) ? pinnedVersionOf(said) : undefined
    if (pinned === undefined || versionOf(said) !== undefined) return pinned && said
    return `${pinned.major}.${pinned.minor}.${pinned.patch}`
  }
}

/** An https URL, or http on a loopback address. */
export const url: InputKind<string> = {
  expects: 'an https:// URL',
  type: 'string',
  read(value) {
    try {
      const parsed = new URL(asText(value) ?? '')
      const allowed = parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLoopback(parsed.hostname))
      return allowed && parsed.username === '' && parsed.password === '' ? parsed.href.replace(/\/+$/, '') : undefined
    } catch {
      return undefined
    }
  }
}

/** A YAML or JSON list of mappings; the texts in them. */
export type Records = readonly Readonly<Record<string, string>>[]

/** @param value decoded already: the reader of inputs decodes texts as YAML first */
export const records: InputKind<Records> = {
  expects: 'a YAML or JSON list of mappings',
  type: 'string',
  read(value) {
    if (!Array.isArray(value)) return undefined
    const rows = value.map(row => (isObject(row) ? recordOf(Object.entries(row)) : undefined))
    return rows.some(row => row === undefined) ? undefined : (rows as Records)
  }
}

function recordOf(entries: readonly [string, Json][]): Record<string, string> | undefined {
  const texts = entries.map(([key, value]) => [key, asText(value)] as const)
  return texts.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(texts as [string, string][])
}
