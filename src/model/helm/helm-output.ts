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
    const template = named === undefined ? undefined : templateOf(named, rendered, values)
    return manifestsOf(document, originOf(document.value, template, rendered))
  })
}

/** A template, and what it was given. */
interface Template {
  readonly path: string
  readonly text: string
  readonly values: MergedValues | undefined
  /** Below which keys the whole chart's values hold what a dependency's template sees as `.Values`. */
  readonly below: readonly string[]
}

/** `# Source: chart/charts/sub/templates/x.yaml` begins with the chart's name, not its folder. */
function templateOf(
  named: string,
  { chart, repository }: Rendered,
  values: MergedValues | undefined
): Template | undefined {
  const inside = named.slice(named.indexOf('/') + 1)
  const path = chart.folder === '' ? inside : `${chart.folder}/${inside}`
  const content = repository.checkout.read(path)
  const below = [...inside.matchAll(/(?<=^|\/)charts\/([^/]+)\//g)].map(match => match[1]!)
  return 'text' in content ? { path, text: content.text, values, below } : undefined
}

function originOf(object: Json, template: Template | undefined, { source }: Rendered): Origin {
  const fallback = (): Place => placeOf(source.path ?? source.target)
  return {
    file: template?.path ?? source.target.manifest.origin.file,
    locate: (path, part) => (template && traced({ object, path, part }, template)) ?? fallback()
  }
}

interface Wanted {
  readonly object: Json
  readonly path: Path
  readonly part: Part
}

function traced({ object, path, part }: Wanted, template: Template): Place | undefined {
  const value = valueAt(object, path)
  const lines = template.text.split('\n')
  const ofKey = linesOfKey(
    lines,
    path.findLast(step => typeof step === 'string')
  )
  if (part === 'value' && path.length > 1 && value !== undefined && typeof value !== 'object') {
    const place = valuePlace(value, ofKey, template)
    if (place) return place
  }
  const kind = isObject(object) && typeof object.kind === 'string' ? object.kind : ''
  const line = path[0] === 'kind' ? only(ofKey.filter(({ text }) => text.includes(kind))) : only(ofKey)
  if (line) return placeAt(template.path, line)
  return typeof value === 'string' && part === 'value' ? undefined : startOf(template.path)
}

function valuePlace(
  value: string | number | boolean | undefined,
  ofKey: readonly Line[],
  template: Template
): Place | undefined {
  return (
    referencePlace(String(value), ofKey, template) ??
    (typeof value === 'string'
      ? (literalPlace(value, ofKey, template.path) ?? onlyValuePlace(value, template))
      : undefined)
  )
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
function referencePlace(value: string, lines: readonly Line[], { values, below }: Template): Place | undefined {
  const references = lines.map(({ text }) =>
    [...text.matchAll(/\.Values((?:\.[A-Za-z_]\w*)+)/g)].map(match => match[1]!)
  )
  const named = new Set(references.flat())
  if (!values || named.size !== 1 || references.some(found => found.length !== 1)) return undefined
  const steps = [...named][0]!.slice(1).split('.')
  const path = steps[0] === 'global' ? steps : [...below, ...steps]
  const given = valueAt(values.values, path)
  if (given === undefined || typeof given === 'object') return undefined
  return value.toLowerCase().includes(String(given).toLowerCase()) ? values.placeOf(path) : undefined
}

function literalPlace(value: string, lines: readonly Line[], file: string): Place | undefined {
  const line = only(lines.filter(({ text }) => text.includes(value) && !text.includes('{{')))
  return line && placeAt(file, line)
}

/** The only value given that is the one rendered, when the template itself does not write it. */
function onlyValuePlace(value: string, { text, values }: Template): Place | undefined {
  if (!values || value.length < 4 || text.includes(value)) return undefined
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
