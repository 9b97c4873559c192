// Values of Secrets that are written out in Git, told from placeholders, references and what is encrypted.
import { isObject, type Json } from '../source/json.ts'
import type { Place } from '../source/place.ts'
import { placeOf, valueAt, type Manifest, type Target } from '../model/manifest.ts'
import { placeholderIn } from './placeholder.ts'

/** A key of a Secret with a value in Git. It knows where the value is and has no field for it. */
export interface Literal {
  readonly key: string
  readonly target: Target
}

/** The keys below `data` and `stringData` that have a value of their own; none of a file that sops encrypts. */
export function literalsOf(secret: Manifest): Literal[] {
  if (Object.hasOwn(secret.object, 'sops')) return []
  return ['data', 'stringData'].flatMap(field => {
    const values = valueAt(secret.object, [field])
    if (!isObject(values)) return []
    return Object.entries(values)
      .filter(([, value]) => isLiteral(value, field === 'data'))
      .map(([key]) => ({ key, target: { manifest: secret, path: [field, key] } }))
  })
}

function isLiteral(value: Json, encoded: boolean): boolean {
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean'
  if (isStandIn(value)) return false
  return !encoded || !isStandIn(Buffer.from(value, 'base64').toString('utf8'))
}

/** Written where a value will stand: a variable, a reference to a vault, a word that says so. */
const standIns: readonly RegExp[] = [
  /^(?:ENC\[|<path:|ref\+|vault:|op:\/\/|\$)/,
  /^(?:%|__|@@|##?).*(?:%|__|@@|#)$/,
  /^(?:dummy|placeholder|redacted|none|null|nil|empty|n\/a|x{3,}|\*{3,}|\.{3,}|…)$/i
]

/** Whether a text only stands in for a secret. */
export function isStandIn(value: string): boolean {
  const text = value.trim()
  return text === '' || placeholderIn(text) !== undefined || standIns.some(form => form.test(text))
}

/** From the key to the end of its value, however many lines that has, so that an excerpt can hide them all. */
export function entryPlaceOf(target: Target): Place {
  const key = placeOf({ ...target, part: 'key' })
  const { endLine, endColumn } = placeOf({ ...target, part: 'value' })
  const goesOn = endLine > key.endLine || (endLine === key.endLine && endColumn > key.endColumn)
  return goesOn ? { ...key, endLine, endColumn } : key
}
