// Renders every text of a JSON value; what holds no template is shared, not copied.
import { valueAt } from '../manifest.ts'
import { isObject, setKey, type Json, type JsonObject, type Path } from '../../source/json.ts'

/** Renders one text that holds a template, standing at a path. */
export type RenderText = (text: string, path: Path) => string

/**
 * The value with every text and every key rendered, as Argo CD renders all strings of a structure.
 * @param instead what stands for a part as it is, without rendering
 */
export function renderedJson(
  value: Json,
  render: RenderText,
  instead: (part: Json) => Json | undefined = () => undefined,
  path: Path = []
): Json {
  if (typeof value === 'string') return value.includes('{{') ? render(value, path) : value
  if (typeof value !== 'object' || value === null) return value
  const other = instead(value)
  if (other !== undefined) return other
  return Array.isArray(value) ? renderedList(value, render, instead, path) : renderedMap(value, render, instead, path)
}

function renderedList(list: Json[], render: RenderText, instead: (part: Json) => Json | undefined, path: Path): Json[] {
  const items = list.map((item, index) => renderedJson(item, render, instead, [...path, index]))
  return items.every((item, index) => item === list[index]) ? list : items
}

function renderedMap(
  map: JsonObject,
  render: RenderText,
  instead: (part: Json) => Json | undefined,
  path: Path
): JsonObject {
  const result: JsonObject = {}
  let same = true
  for (const [key, child] of Object.entries(map)) {
    const value = renderedJson(child, render, instead, [...path, key])
    const name = key.includes('{{') ? render(key, [...path, key]) : key
    if (value !== child || name !== key) same = false
    setKey(result, name, value)
  }
  return same ? map : result
}

/** The path in a template of what stands at a path of the rendered value; as far as it exists, with the text there. */
export function templatePathOf(
  template: Json,
  path: Path,
  renderKey: (key: string) => string | undefined
): { readonly path: Path; readonly value: Json; readonly whole: boolean } {
  const found: (string | number)[] = []
  let value = template
  for (const step of path) {
    const key = stepIn(value, step, renderKey)
    const child = key === undefined ? undefined : valueAt(value, [key])
    if (key === undefined || child === undefined) return { path: found, value, whole: false }
    found.push(key)
    value = child
  }
  return { path: found, value, whole: true }
}

function stepIn(
  value: Json,
  step: string | number,
  renderKey: (key: string) => string | undefined
): string | number | undefined {
  if (Array.isArray(value)) return typeof step === 'number' && step < value.length ? step : undefined
  if (!isObject(value)) return undefined
  if (Object.hasOwn(value, step)) return step
  return Object.keys(value).find(key => key.includes('{{') && renderKey(key) === step)
}
