// A Helm chart in the repository: its templates, its values, and whether we can render it as Helm would.
import { createHash } from 'node:crypto'
import { isObject, type Json, type JsonObject } from '../../source/json.ts'
import { helmTemplatesOf, type HelmTemplate } from '../../source/template/helm-template.ts'
import type { Folders } from '../folders.ts'
import type { Origin } from '../manifest.ts'
import { documentAt } from '../document-at.ts'
import type { Repository } from '../repository.ts'
import { ignores } from './ignore-file.ts'
import type { ValuesLayer } from './values.ts'

/** A file below templates/. */
export interface ChartTemplate {
  /** From the repository's root. */
  readonly path: string
  /** From the chart's folder. */
  readonly name: string
  readonly text: string
  readonly template: HelmTemplate
  /** Whether what it renders is applied: neither notes nor partials are. */
  readonly isApplied: boolean
}

/** A chart that was read. */
export interface Chart {
  readonly folder: string
  readonly name: string
  readonly metadata: JsonObject
  readonly origin: Origin
  readonly values: ValuesLayer | undefined
  readonly templates: readonly ChartTemplate[]
  /** Why only Helm itself can render it; undefined when we can. */
  readonly needsHelm: string | undefined
  /** A hash of all its files, made when it is asked for. */
  digest(): string
}

/** The chart of a folder, or what is wrong with it. */
export function chartOf(folder: string, repository: Repository, folders: Folders): Chart | { readonly wrong: string } {
  const files = folders.filesIn(folder, true)
  const inside = (name: string): string => (folder === '' ? name : `${folder}/${name}`)
  const head = documentAt(inside('Chart.yaml'), repository)
  if (!head || !isObject(head.value)) return { wrong: 'its folder holds no Chart.yaml that can be read' }
  const own = folders.isFile(inside('values.yaml')) ? documentAt(inside('values.yaml'), repository) : undefined
  const templates = templatesOf(folder, files, repository)
  const metadata = head.value
  let digest: string | undefined
  return {
    folder,
    name: textOf(metadata.name),
    metadata,
    origin: head.origin,
    values:
      own && isObject(own.value)
        ? { values: own.value, isOpen: true, locate: own.origin.locate.bind(own.origin) }
        : undefined,
    templates: templates ?? [],
    needsHelm: templates ? needOf(folder, files, metadata, repository) : 'a template of the chart is no text',
    digest: () => (digest ??= digestOf(files, repository))
  }
}

function templatesOf(folder: string, files: readonly string[], repository: Repository): ChartTemplate[] | undefined {
  const below = folder === '' ? 0 : folder.length + 1
  const read: Omit<ChartTemplate, 'template'>[] = []
  for (const path of files) {
    const name = path.slice(below)
    if (!name.startsWith('templates/')) continue
    const content = repository.checkout.read(path)
    if ('refused' in content) return undefined
    const base = name.slice(name.lastIndexOf('/') + 1)
    read.push({ path, name, text: content.text, isApplied: !base.startsWith('_') && base !== 'NOTES.txt' })
  }
  const templates = helmTemplatesOf(read.map(({ text }) => text))
  return read.map((file, index) => ({ ...file, template: templates[index]! }))
}

const semver = /^v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/

/** What of a chart beyond templates and values decides its rendering. */
function needOf(
  folder: string,
  files: readonly string[],
  metadata: JsonObject,
  repository: Repository
): string | undefined {
  const below = folder === '' ? 0 : folder.length + 1
  const names = files.map(path => path.slice(below))
  const other = names.find(name =>
    /^(?:charts|crds)\/|^(?:requirements\.(?:yaml|lock)|values\.schema\.json)$/.test(name)
  )
  if (other !== undefined) return `the chart has ${other}`
  if (metadata.dependencies) return 'the chart has dependencies'
  if (metadata.kubeVersion) return 'the chart asks for a version of Kubernetes'
  if ((metadata.type ?? 'application') !== 'application') return 'the chart is no application chart'
  if (metadata.apiVersion !== 'v1' && metadata.apiVersion !== 'v2') return 'its Chart.yaml has an unknown apiVersion'
  if (!/^[a-zA-Z0-9._-]+$/.test(textOf(metadata.name)) || !semver.test(textOf(metadata.version)))
    return 'its Chart.yaml has no proper name or version'
  if ((metadata.appVersion ?? '') !== textOf(metadata.appVersion)) return 'the appVersion in its Chart.yaml is no text'
  if (!names.includes('.helmignore')) return undefined
  const content = repository.checkout.read(folder === '' ? '.helmignore' : `${folder}/.helmignore`)
  const used = names.filter(name => /^(?:templates\/|Chart\.yaml$|values\.yaml$)/.test(name))
  const isPlain = 'text' in content && used.every(name => ignores(content.text, name) === false)
  return isPlain ? undefined : 'its .helmignore may leave files out'
}

function digestOf(files: readonly string[], repository: Repository): string {
  const hash = createHash('sha256')
  for (const path of files) {
    const content = repository.checkout.read(path)
    hash.update(JSON.stringify([path, 'text' in content ? content.text : content.refused]))
  }
  return hash.digest('hex')
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
