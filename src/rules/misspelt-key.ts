// Keys that were meant to be others: the rule on unknown fields speaks of those, and rules on what is missing do not.
import { valueAt, type Target } from '../model/manifest.ts'
import { suggestionFor } from '../model/schema/suggestion.ts'
import { isObject } from '../source/json.ts'

/** The key of an object that stands for a known one that it lacks: `repoUrl` for `repoURL`. */
export function misspeltKey(object: Target, known: string): string | undefined {
  const value = valueAt(object.manifest.object, object.path)
  if (!isObject(value) || Object.hasOwn(value, known)) return undefined
  return Object.keys(value).find(key => !siblings.has(key) && suggestionFor(key, [known]) === known)
}

/** Fields of Applications that are near to each other, and are themselves. */
const siblings = new Set(['source', 'sources', 'server', 'name', 'namespace', 'path', 'chart', 'ref', 'project'])
