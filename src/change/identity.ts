// The words a secondary of the fleet is known by, and who is meant by a text.
import type { Fleet } from '../model/fleet.ts'
import { urlOf } from '../model/ingress.ts'
import type { Secondary } from '../model/secondary.ts'
import { isObject, type Json } from '../source/json.ts'
import type { Identity } from './renaming.ts'

/** The words a secondary is known by. */
export function identityOf(secondary: Secondary): Identity {
  const applications = secondary.site.deliveries.flatMap(({ application }) => application ?? [])
  return {
    name: secondary.name?.value ?? secondary.label,
    ingress: secondary.ingress?.value ?? '',
    server: applications.find(({ destination }) => destination.server)?.destination.server?.value,
    destinationName: applications.find(({ destination }) => destination.name)?.destination.name?.value
  }
}

/** The secondaries that a text names. */
export type Mentions = (text: string) => ReadonlySet<Secondary>

/** Who is named in texts. Of names that hold one another the longest counts: "east-2" does not name "east". */
export function mentionsIn({ secondaries }: Fleet): Mentions {
  const known = new Map<string, Secondary[]>()
  for (const secondary of secondaries)
    for (const word of wordsOf(identityOf(secondary))) {
      const others = known.get(word)
      if (others) others.push(secondary)
      else known.set(word, [secondary])
    }
  const lengths = [...new Set([...known.keys()].map(({ length }) => length))].sort((a, b) => b - a)
  return text => {
    const named = new Set<Secondary>()
    for (let at = 0; at < text.length;) {
      const word = wordAt(text, at, lengths, known)
      for (const secondary of known.get(word) ?? []) named.add(secondary)
      at += word.length || 1
    }
    return named
  }
}

/** The longest known word that begins here, and is no part of a longer run of letters and digits; '' when there is none. */
function wordAt(
  text: string,
  at: number,
  lengths: readonly number[],
  known: ReadonlyMap<string, readonly Secondary[]>
): string {
  if (isLetter(text, at - 1)) return ''
  for (const length of lengths) {
    const word = text.slice(at, at + length)
    if (word.length === length && known.has(word) && !isLetter(text, at + length)) return word
  }
  return ''
}

function isLetter(text: string, at: number): boolean {
  return /^[A-Za-z0-9]$/.test(text.charAt(at))
}

function wordsOf({ name, ingress, server, destinationName }: Identity): string[] {
  const words = [name, ingress.replace(/\/+$/, ''), urlOf(ingress)?.host, server, destinationName]
  return words.filter(word => word !== undefined && word !== '') as string[]
}

/** Who is named anywhere in a value, keys included. */
export function mentioned(value: Json, mentions: Mentions): Set<Secondary> {
  if (typeof value === 'string') return new Set(mentions(value))
  if (Array.isArray(value)) return new Set(value.flatMap(item => [...mentioned(item, mentions)]))
  if (!isObject(value)) return new Set()
  return new Set(Object.entries(value).flatMap(([key, inner]) => [...mentions(key), ...mentioned(inner, mentions)]))
}
