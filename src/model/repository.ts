// The manifests of a checkout: every document of every YAML and JSON file, and whatever could not be read.
import { folderOf, liesIn, type Checkout } from '../source/checkout.ts'
import type { Path } from '../source/json.ts'
import type { Place } from '../source/place.ts'
import { positionsOf, type Span } from '../source/text.ts'
import { documentsOf, spanOf, type Document, type FallbackParser, type Problem } from '../source/yaml.ts'
import { manifestOf, type Manifest, type Origin, type Part } from './manifest.ts'
import { isChartTemplate, isTemplate } from './template-file.ts'

/** A problem of a file's text, at its place. */
export interface FileProblem {
  readonly kind: Problem['kind'] | 'unreadable'
  readonly message: string
  readonly place: Place
}

/** A YAML or JSON file that was read. */
export interface ManifestFile {
  readonly path: string
  readonly text: string
  readonly manifests: readonly Manifest[]
  readonly problems: readonly FileProblem[]
}

/** A file with the name of a manifest that holds none we can read. */
export interface UnreadFile {
  readonly file: string
  readonly reason: string
}

/** What was read below `path` of a checkout. Reading never throws: what is wrong is a problem or an unread file. */
export interface Repository {
  readonly checkout: Checkout
  /** By path; only files that hold manifests or problems. */
  readonly files: ReadonlyMap<string, ManifestFile>
  readonly unread: readonly UnreadFile[]
}

const manifestName = /\.(?:ya?ml|json)$/i
/** Folders of other tools: nothing in them is a manifest of the fleet. */
const foreign = /(?:^|\/)(?:\.git|node_modules)\//

/**
 * Reads all manifests below a folder.
 * The slower parser, needed by few files, is loaded only when a file asks for it.
 */
export async function repositoryOf(checkout: Checkout, below = ''): Promise<Repository> {
  const files = new Map<string, ManifestFile>()
  const unread: UnreadFile[] = [...checkout.refused]
  const again: string[] = []
  const charts = chartFolders(checkout)
  for (const path of checkout.paths) {
    if (!manifestName.test(path) || foreign.test(path) || !liesIn(path, below)) continue
    readInto({ files, unread, again }, checkout, charts, path, undefined)
  }
  if (again.length > 0) {
    const { fallbackParser } = await import('../source/yaml-fallback.ts')
    for (const path of again) readInto({ files, unread, again: [] }, checkout, charts, path, fallbackParser)
  }
  return { checkout, files, unread }
}

interface Readings {
  readonly files: Map<string, ManifestFile>
  readonly unread: UnreadFile[]
  readonly again: string[]
}

function readInto(
  into: Readings,
  checkout: Checkout,
  charts: ReadonlySet<string>,
  path: string,
  fallback: FallbackParser | undefined
): void {
  if (isChartTemplate(path, charts)) return
  const content = checkout.read(path)
  if ('refused' in content) {
    into.unread.push({ file: path, reason: content.refused })
    return
  }
  const { text } = content
  if (!text.includes('kind')) return
  if (isTemplate(text)) {
    into.unread.push({
      file: path,
      reason: 'it holds template directives ({{ … }}), so it is no manifest until rendered'
    })
    return
  }
  const reading = documentsOf(text, { json: path.endsWith('.json'), ...(fallback && { fallback }) })
  if (reading.needsFallback && !fallback) into.again.push(path)
  else keep(into.files, path, text, reading.documents, reading.problems, fallback)
}

function keep(
  files: Map<string, ManifestFile>,
  path: string,
  text: string,
  documents: readonly Document[],
  problems: readonly Problem[],
  fallback: FallbackParser | undefined
): void {
  const manifests: Manifest[] = []
  const places = placesIn(path, text)
  for (const document of documents) {
    const origin = new DocumentOrigin(path, text, document, fallback)
    for (const manifest of manifestsOf(document, origin)) manifests.push(manifest)
  }
  if (manifests.length === 0 && problems.length === 0) return
  files.set(path, {
    path,
    text,
    manifests,
    problems: problems.map(({ kind, message, span }) => ({ kind, message, place: places(span) }))
  })
}

/** The objects of a document: one, or those of a List, which Argo CD and kubectl expand. */
export function manifestsOf(document: Document, origin: Origin): Manifest[] {
  const manifest = manifestOf(document.value, origin)
  if (!manifest) return []
  const items = manifest.object.items
  if (!manifest.kind.endsWith('List') || !Array.isArray(items)) return [manifest]
  return items.flatMap((item, index) => manifestOf(item, withPrefix(origin, ['items', index])) ?? [])
}

function withPrefix(origin: Origin, prefix: Path): Origin {
  return { file: origin.file, locate: (path, part) => origin.locate([...prefix, ...path], part) }
}

/** The way back to a document of a file. A class, since thousands are made and few are ever asked. */
class DocumentOrigin implements Origin {
  readonly file: string
  readonly #text: string
  readonly #document: { readonly start: number; readonly end: number; readonly index: number }
  readonly #fallback: FallbackParser | undefined

  constructor(file: string, text: string, document: Document, fallback: FallbackParser | undefined) {
    this.file = file
    this.#text = text
    this.#document = { start: document.start, end: document.end, index: document.index }
    this.#fallback = fallback
  }

  locate(path: Path, part: Part): Place {
    const span = spanOf(this.#text, this.#document, path, part, this.#fallback)
    return placesIn(this.file, this.#text)(span ?? { start: this.#document.start, end: this.#document.start })
  }
}

/** An origin for a text that is no manifest, such as a values file. */
export function originOf(file: string, text: string, document: Document): Origin {
  return new DocumentOrigin(file, text, document, undefined)
}

/** Turns spans of a text into places of a file. */
function placesIn(file: string, text: string): (span: Span) => Place {
  let positionOf: ReturnType<typeof positionsOf> | undefined
  return ({ start, end }) => {
    positionOf ??= positionsOf(text)
    const from = positionOf(start)
    const to = positionOf(Math.max(start, end))
    return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }
}

function chartFolders(checkout: Checkout): ReadonlySet<string> {
  return new Set(checkout.paths.filter(path => /(?:^|\/)Chart\.yaml$/.test(path)).map(folderOf))
}
