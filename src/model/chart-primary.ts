// A k10 chart whose values make its cluster a primary, instead of a Bootstrap.
import { documentsOf } from '../source/yaml.ts'
import type { ApplicationSource } from './application.ts'
import type { ChartUse } from './delivery.ts'
import { at, itemsAt, stringAt, stringBelow, type Located, type Manifest, type Target } from './manifest.ts'
import { originOf, type Repository } from './repository.ts'
import type { Site } from './site.ts'
import { cleaned } from './source-path.ts'
import { isObject, type Json, type Path } from '../source/json.ts'

/** `multicluster.primary` of a k10 chart. https://docs.kasten.io/latest/install/advanced.html, K10 Helm options */
export interface ChartPrimary {
  readonly source: ApplicationSource
  readonly create: Located
  readonly name: Located<string> | undefined
  readonly ingress: Located<string> | undefined
  /** Whether all the values given to the chart were read. */
  readonly complete: boolean
}

/** The values an Application gives to a chart, the strongest first. */
export interface ChartValues {
  /** The value in force at a path of the values. */
  find(...path: string[]): Located | undefined
  /** Whether all of them were read: only then does absence mean anything. */
  readonly complete: boolean
}

/** What of the chart makes a primary; undefined when it makes none. */
export function chartPrimaryOf(use: ChartUse, site: Site, repository: Repository): ChartPrimary | undefined {
  if (use.chart !== 'k10') return undefined
  const values = chartValuesOf(use.source, site, repository)
  const create = values.find('multicluster', 'primary', 'create')
  if (create?.value !== true && create?.value !== 'true') return undefined
  return {
    source: use.source,
    create,
    name: asString(values.find('multicluster', 'primary', 'name')),
    ingress: asString(values.find('multicluster', 'primary', 'ingressURL')),
    complete: values.complete
  }
}

function asString(located: Located | undefined): Located<string> | undefined {
  return typeof located?.value === 'string' ? (located as Located<string>) : undefined
}

/**
 * The values of a source, in Argo CD's order: parameters over valuesObject or values over valueFiles, the last file first.
 * argo-cd: reposerver/repository/repository.go helmTemplate
 */
export function chartValuesOf(source: ApplicationSource, site: Site, repository: Repository): ChartValues {
  const { manifest, path } = source.target
  const helm: Path = [...path, 'helm']
  const parameters = itemsAt(manifest, ...helm, 'parameters')
  const layers: Target[] = []
  const files = itemsAt(manifest, ...helm, 'valueFiles').reverse()
  const object = at(manifest, ...helm, 'valuesObject')
  const inline = object ? undefined : stringAt(manifest, ...helm, 'values')
  if (object) layers.push(object)
  if (inline) layers.push(...textLayer(inline.value, inline.manifest.origin.file, inline))
  const ofFiles = files.map(file => fileLayer(file, site, repository))
  layers.push(...ofFiles.flat())
  return {
    find: (...wanted) => parameter(parameters, wanted) ?? firstOf(layers, wanted),
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

function fileLayer(file: Located, site: Site, repository: Repository): Target[] {
  const path = typeof file.value === 'string' ? valueFilePath(file.value) : undefined
  const content = path === undefined ? undefined : repository.checkout.read(path)
  if (path === undefined || !content || 'refused' in content) return []
  const document = documentsOf(content.text).documents[0]
  return document ? layerOf(document.value, () => originOf(path, content.text, document)) : []
}

function layerOf(value: Json | undefined, origin: () => Manifest['origin']): Target[] {
  if (value === undefined || !isObject(value)) return []
  const manifest = { apiVersion: '', kind: '', name: '', namespace: undefined, object: value, origin: origin() }
  return [{ manifest, path: [] }]
}

/** `$ref/values/k10.yaml` and `/values/k10.yaml` are paths from the repository's root; for a chart from elsewhere nothing else is here. */
function valueFilePath(written: string): string | undefined {
  const relative = /^\$[^/]+\/(.+)$/.exec(written)?.[1] ?? /^\/(.+)$/.exec(written)?.[1]
  return relative === undefined ? undefined : cleaned(relative)
}
