// Renders a plain chart as `helm template` would, with no process: a thousand clusters of one chart cost a thousand texts.
import type { Json, JsonObject, Path } from '../../source/json.ts'
import { isObject } from '../../source/json.ts'
import { documentsOf } from '../../source/yaml.ts'
import { placeOf, valueAt, type Manifest } from '../manifest.ts'
import { manifestsOf, type Repository } from '../repository.ts'
import type { Chart, ChartTemplate } from './chart.ts'
import type { HelmInputs } from './inputs.ts'
import { layersOf } from './layers.ts'
import { TemplateOrigin, type Given } from './template-origin.ts'
import { isHollow, mergedValues, type MergedValues, type ValuesLayer } from './values.ts'

/** The objects; undefined when only Helm can tell what they are. */
export function plainRendering(
  chart: Chart,
  inputs: HelmInputs,
  repository: Repository,
  files: Map<string, ValuesLayer | undefined>
): Manifest[] | undefined {
  if (chart.needsHelm !== undefined || inputs.skipTests || !isReleaseName(inputs.release.text)) return undefined
  const layers = layersOf(inputs, repository, files)
  if (!layers || (!chart.values && hasValuesFile(chart, repository))) return undefined
  if ([...layers, chart.values].some(layer => layer && Object.values(layer.values).some(isHollow))) return undefined
  const merged = mergedValues(layers, chart.values)
  const params = paramsOf(chart, inputs, merged.values)
  const given = givenOf(chart, inputs, merged, params)
  const manifests: Manifest[] = []
  for (const template of chart.templates) {
    const written = renderedBy(template, chart, params, given)
    if (!written) return undefined
    manifests.push(...written)
  }
  return manifests
}

/** helm: pkg/chart/common/util/… ValidateReleaseName */
function isReleaseName(name: string): boolean {
  return name.length <= 53 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(name)
}

function hasValuesFile(chart: Chart, { checkout }: Repository): boolean {
  return 'text' in checkout.read(chart.folder === '' ? 'values.yaml' : `${chart.folder}/values.yaml`)
}

/** Fields of Chart.yaml by their name in templates. */
const chartFields: readonly (readonly [string, string])[] = [
  ['Name', 'name'],
  ['Version', 'version'],
  ['AppVersion', 'appVersion'],
  ['Description', 'description'],
  ['Type', 'type'],
  ['APIVersion', 'apiVersion']
]

function paramsOf(chart: Chart, inputs: HelmInputs, values: JsonObject): JsonObject {
  const fields = chartFields.map(([name, key]): [string, Json] => [name, chart.metadata[key] ?? ''])
  const release = { Name: inputs.release.text, Namespace: inputs.namespace?.text ?? 'default' }
  return {
    Values: values,
    Chart: Object.fromEntries(fields),
    Release: { ...release, Service: 'Helm', IsInstall: true, IsUpgrade: false, Revision: 1 }
  }
}

function givenOf(chart: Chart, inputs: HelmInputs, values: MergedValues, params: JsonObject): Given {
  return {
    valueOf: path => valueAt(params, path),
    placeFor: ([root, ...rest]) => (root === 'Values' ? values.placeFor(rest) : undefined),
    placeOf([root, ...rest]) {
      if (root === 'Values') return values.placeOf(rest)
      if (root === 'Release' && rest[0] === 'Name') return placeOf(inputs.release.about)
      if (root === 'Release' && rest[0] === 'Namespace') return inputs.namespace && placeOf(inputs.namespace.about)
      const key = root === 'Chart' ? chartFields.find(([name]) => name === rest[0])?.[1] : undefined
      return key === undefined ? undefined : chart.origin.locate([key], 'value')
    }
  }
}

function renderedBy(template: ChartTemplate, chart: Chart, params: JsonObject, given: Given): Manifest[] | undefined {
  const name = { Name: `${chart.name}/${template.name}`, BasePath: `${chart.name}/templates` }
  const rendered = template.template.render({ ...params, Template: name })
  if (!rendered.ok || !isCertain(template, rendered.used, rendered.missing, params)) return undefined
  if (!template.isApplied) return []
  const { documents, problems } = documentsOf(rendered.text)
  if (problems.some(({ kind }) => kind !== 'duplicate-key')) return undefined
  const output = { text: rendered.text, chunks: rendered.chunks }
  return documents.flatMap(document => {
    const origin = new TemplateOrigin(template, output, document, given)
    return manifestsOf(document, origin)
  })
}

/** Whether what a template reached is what we know, and means the same in every version of Helm. */
function isCertain(
  template: ChartTemplate,
  used: readonly Path[],
  missing: readonly Path[],
  params: JsonObject
): boolean {
  if (missing.some(([root]) => root !== 'Values')) return false
  return used.every(path => isCertainValue(valueAt(params, path) ?? null, template.template.takesNumbers))
}

/** Helm's versions differ in numbers: float64 here, json.Number there. Small whole ones print alike in all. */
function isCertainValue(value: Json, takesNumbers: boolean): boolean {
  if (typeof value === 'number') return takesNumbers && Number.isInteger(value) && value > 0 && value < 1_000_000
  if (Array.isArray(value)) return value.every(item => isCertainValue(item, takesNumbers))
  if (!isObject(value)) return true
  return Object.values(value).every(item => item !== null && isCertainValue(item, takesNumbers))
}
