// The values an Application gives to a chart, as far as the repository shows them.
import { isObject, type Json, type Path } from '../source/json.ts'
import { documentsOf } from '../source/yaml.ts'
import type { ApplicationSource } from './application.ts'
import { at, itemsAt, stringAt, stringBelow, type Located, type Manifest, type Target } from './manifest.ts'
import { originOf, type Repository } from './repository.ts'
import { cleaned } from './source-path.ts'

/** The values an Application gives to a chart, the strongest first. */
export interface ChartValues {
  /** The value in force at a path of the values. */
  find(...path: string[]): Located | undefined
  /** Whether all of them were read: only then does absence mean anything. */
  readonly complete: boolean
}

/** Where a chart's values come from. */
export interface ValuesOrigin {
  readonly source: ApplicationSource
  /** The folder of the chart that the source renders; undefined when that one is not in the repository. */
  readonly folder: string | undefined
  /** Below which key they are: a dependency's are below its name. */
  readonly below: readonly string[]
}

/**
 * The values of a source, in Argo CD's order: parameters over valuesObject or values over valueFiles, the last file first; then the
 * chart's own, where it is in the repository.
 * argo-cd: reposerver/repository/repository.go helmTemplate
 */
export function chartValuesOf(from: ValuesOrigin | undefined, repository: Repository): ChartValues {
  if (!from) return { find: () => undefined, complete: false }
  const { source, folder, below: prefix } = from
  const { manifest, path } = source.target
  const helm: Path = [...path, 'helm']
  const parameters = itemsAt(manifest, ...helm, 'parameters')
  const layers: Target[] = []
  const files = itemsAt(manifest, ...helm, 'valueFiles').reverse()
  const object = at(manifest, ...helm, 'valuesObject')
  const inline = object ? undefined : stringAt(manifest, ...helm, 'values')
  if (object) layers.push(object)
  if (inline) layers.push(...textLayer(inline.value, inline.manifest.origin.file, inline))
  const ofFiles = files.map(file => fileLayer(file, folder, repository))
  layers.push(...ofFiles.flat(), ...ownLayer(folder, repository))
  return {
    find(...wanted) {
      const whole = [...prefix, ...wanted]
      return parameter(parameters, whole) ?? firstOf(layers, whole)
    },
    complete: ofFiles.every(layer => layer.length > 0)
  }
}

function parameter(parameters: readonly Located[], wanted: readonly string[]): Located | undefined {
  const name = wanted.join('.')
  const found = parameters.findLast(item => stringBelow(item, 'name')?.value === name)
  return found && at(found.manifest, ...found.path, 'value')
}

function firstOf(layers: readonly Target[], wanted: readonly string[]): Located | undefined {
  for (const layer of layers) {
    const found = at(layer.manifest, ...layer.path, ...wanted)
    if (found) return found
  }
  return undefined
}

/** Values written as a block of text in the Application: a finding on them points at the block. */
function textLayer(text: string, file: string, block: Located<string>): Target[] {
  const value = documentsOf(text).documents[0]?.value
  const origin = { file, locate: () => block.manifest.origin.locate(block.path, 'value') }
  return layerOf(value, () => origin)
}

function fileLayer(file: Located, folder: string | undefined, repository: Repository): Target[] {
  const path = typeof file.value === 'string' ? valueFilePath(file.value, folder) : undefined
  return path === undefined ? [] : layerIn(path, repository)
}

/** The chart's own values.yaml. */
function ownLayer(folder: string | undefined, repository: Repository): Target[] {
  return folder === undefined ? [] : layerIn(folder === '' ? 'values.yaml' : `${folder}/values.yaml`, repository)
}

function layerIn(path: string, repository: Repository): Target[] {
  const content = repository.checkout.read(path)
  if ('refused' in content) return []
  const document = documentsOf(content.text).documents[0]
  return document ? layerOf(document.value, () => originOf(path, content.text, document)) : []
}

function layerOf(value: Json | undefined, origin: () => Manifest['origin']): Target[] {
  if (value === undefined || !isObject(value)) return []
  const manifest = { apiVersion: '', kind: '', name: '', namespace: undefined, object: value, origin: origin() }
  return [{ manifest, path: [] }]
}

/** `$ref/values/k10.yaml` and `/values/k10.yaml` are paths from the repository's root, others from the chart's folder. */
function valueFilePath(written: string, folder: string | undefined): string | undefined {
  const fromRoot = /^\$[^/]+\/(.+)$/.exec(written)?.[1] ?? /^\/(.+)$/.exec(written)?.[1]
  if (fromRoot !== undefined) return cleaned(fromRoot)
  return folder === undefined ? undefined : cleaned(`${folder}/${written}`)
}
