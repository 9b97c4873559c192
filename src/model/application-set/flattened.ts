// Parameters with flat, dotted names, as Argo CD makes them without goTemplate and for every generator's selector.
import { isObject, setKey, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { floatText } from '../../source/template/go-format.ts'

/** `{a: {b: [true]}}` as `{'a.b.0': 'true'}`: github.com/jeremywohl/flatten in dot style, each value as Go's %v writes it. */
export function flattened(value: JsonObject): Record<string, string> {
  const flat: Record<string, string> = {}
  addTo(flat, value, '')
  return flat
}

function addTo(flat: Record<string, string>, value: Json, name: string): void {
  if (Array.isArray(value)) value.forEach((item, index) => addTo(flat, item, joined(name, String(index))))
  else if (isObject(value)) for (const [key, child] of Object.entries(value)) addTo(flat, child, joined(name, key))
  else setKey(flat, name, textOf(value))
}

function joined(name: string, key: string): string {
  return name === '' ? key : `${name}.${key}`
}

/** A JSON value that is no object and no list, as Go's %v writes it. */
export function textOf(value: string | number | boolean | null): string {
  if (value === null) return '<nil>'
  return typeof value === 'number' ? floatText(value) : String(value)
}

/** The path that a flat name came from; undefined when there is none. Keys may hold dots themselves. */
export function pathOfFlat(root: Json, name: string): Path | undefined {
  if (Array.isArray(root)) {
    const [, index, rest] = /^(\d+)(?:\.(.*))?$/s.exec(name) ?? []
    const item = index === undefined ? undefined : root[Number(index)]
    return item === undefined ? undefined : stepped(Number(index), item, rest)
  }
  if (!isObject(root)) return undefined
  for (const [key, value] of Object.entries(root)) {
    if (name === key) return [key]
    const found = name.startsWith(`${key}.`) ? stepped(key, value, name.slice(key.length + 1)) : undefined
    if (found) return found
  }
  return undefined
}

function stepped(step: string | number, value: Json, rest: string | undefined): Path | undefined {
  if (rest === undefined) return [step]
  const below = pathOfFlat(value, rest)
  return below && [step, ...below]
}
