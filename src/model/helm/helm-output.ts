// The objects in what `helm template` wrote, each traced as far as text and values tell: never to a place that may be wrong.
import { isObject, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { startOf, type Place } from '../../source/place.ts'
import { documentsOf } from '../../source/yaml.ts'
import type { ApplicationSource } from '../application.ts'
import { placeOf, valueAt, type Manifest, type Origin, type Part } from '../manifest.ts'
import { manifestsOf, type Repository } from '../repository.ts'
import type { Chart } from './chart.ts'
import type { HelmInputs } from './inputs.ts'
import { layersOf } from './layers.ts'
import { mergedValues, type MergedValues, type ValuesLayer } from './values.ts'

/** Where rendered objects come from. */
export interface Rendered {
  readonly chart: Chart
  readonly inputs: HelmInputs
  readonly source: ApplicationSource
  readonly repository: Repository
  /** Value files that were read before. */
  readonly files: Map<string, ValuesLayer | undefined>
}

/** The objects of a text, or why it holds none that can be read. */
export function helmOutputOf(text: string, rendered: Rendered): readonly Manifest[] | { readonly wrong: string } {
  const { documents, problems } = documentsOf(text)
  const problem = problems.find(({ kind }) => kind !== 'duplicate-key')
  if (problem) return { wrong: `what its chart gives is no YAML: ${problem.message}` }
  const layers = layersOf(rendered.inputs, rendered.repository, rendered.files)
  const values = layers && mergedValues(layers, rendered.chart.values)
  return documents.flatMap(document => {
    const named = /^# Source: (.+)$/m.exec(text.slice(document.start, document.end))?.[1]
    const file = named === undefined ? undefined : fileOf(named, rendered)
    return manifestsOf(document, originOf(document.value, file, values, rendered))
  })
}

/** `# Source: chart/templates/x.yaml` begins with the chart's name, not its folder. */
function fileOf(named: string, { chart, repository }: Rendered): { path: string; text: string } | undefined {
  const inside = named.slice(named.indexOf('/') + 1)
  const path = chart.folder === '' ? inside : `${chart.folder}/${inside}`
  const content = repository.checkout.read(path)
  return 'text' in content ? { path, text: content.text } : undefined
}

function originOf(
  object: Json,
  file: { path: string; text: string } | undefined,
  values: MergedValues | undefined,
  { source }: Rendered
): Origin {
  const fallback = (): Place => placeOf(source.path ?? source.target)
  return {
    file: file?.path ?? source.target.manifest.origin.file,
    locate(path, part) {
      if (!file) return fallback()
      return traced({ object, path, part }, file, values) ?? fallback()
    }
  }
}

interface Wanted {
  readonly object: Json
  readonly path: Path
  readonly part: Part
}

function traced(
  { object, path, part }: Wanted,
  file: { path: string; text: string },
  values: MergedValues | undefined
): Place | undefined {
  const value = valueAt(object, path)
  const lines = file.text.split('\n')
  const key = path.findLast(step => typeof step === 'string')
  const ofKey = linesOfKey(lines, key)
  if (typeof value === 'string' && part === 'value' && path.length > 1) {
    return (
      referencePlace(value, ofKey, values) ??
      literalPlace(value, ofKey, file.path) ??
      onlyValuePlace(value, file.text, values)
    )
  }
  const kind = isObject(object) && typeof object.kind === 'string' ? object.kind : ''
  const line = path[0] === 'kind' ? only(ofKey.filter(({ text }) => text.includes(kind))) : only(ofKey)
  return line ? placeAt(file.path, line) : startOf(file.path)
}

interface Line {
  readonly number: number
  readonly text: string
}

function linesOfKey(lines: readonly string[], key: string | number | undefined): Line[] {
  if (key === undefined) return []
  return lines.flatMap((text, index) => {
    const written = /^\s*(?:- +)*(?:"([^"]+)"|'([^']+)'|([^\s:#'"]+))\s*:(?:\s|$)/.exec(text)
    return written && (written[1] ?? written[2] ?? written[3]) === key ? [{ number: index + 1, text }] : []
  })
}

/** Every line of the key names the same value, and what was rendered shows it. */
function referencePlace(value: string, lines: readonly Line[], values: MergedValues | undefined): Place | undefined {
  const references = lines.map(({ text }) =>
    [...text.matchAll(/\.Values((?:\.[A-Za-z_]\w*)+)/g)].map(match => match[1]!)
  )
  const named = new Set(references.flat())
  if (!values || named.size !== 1 || references.some(found => found.length !== 1)) return undefined
  const path = [...named][0]!.slice(1).split('.')
  const given = valueAt(values.values, path)
  if (given === undefined || typeof given === 'object') return undefined
  return value.toLowerCase().includes(String(given).toLowerCase()) ? values.placeOf(path) : undefined
}

function literalPlace(value: string, lines: readonly Line[], file: string): Place | undefined {
  const line = only(lines.filter(({ text }) => text.includes(value) && !text.includes('{{')))
  return line && placeAt(file, line)
}

/** The only value given that is the one rendered, when the template itself does not write it. */
function onlyValuePlace(value: string, template: string, values: MergedValues | undefined): Place | undefined {
  if (!values || value.length < 4 || template.includes(value)) return undefined
  const path = only(pathsOf(values.values, value, []))
  return path && values.placeOf(path)
}

function pathsOf(values: JsonObject, value: string, at: Path): Path[] {
  return Object.entries(values).flatMap(([key, child]): Path[] => {
    if (child === value) return [[...at, key]]
    return isObject(child) ? pathsOf(child, value, [...at, key]) : []
  })
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}

function placeAt(file: string, { number, text }: Line): Place {
  const column = text.length - text.trimStart().length + 1
  return { file, line: number, column, endLine: number, endColumn: text.trimEnd().length + 1 }
}
