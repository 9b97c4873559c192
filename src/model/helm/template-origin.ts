// The way back from an object that a template wrote: to the value in force, or to the template's own line.
import type { Json, Path } from '../../source/json.ts'
import type { Place } from '../../source/place.ts'
import type { Chunk } from '../../source/template/rendered.ts'
import { positionsOf, type Span } from '../../source/text.ts'
import { spanOf, type Document } from '../../source/yaml.ts'
import { valueAt, type Origin, type Part } from '../manifest.ts'
import type { ChartTemplate } from './chart.ts'

/** Where what a template was given is written. */
export interface Given {
  /** The place of a parameter: of a value in force, of the release's name; undefined when that cannot be told. */
  placeOf(path: Path): Place | undefined
  /** The place where a missing parameter would be written. */
  placeFor(path: Path): Place | undefined
  valueOf(path: Path): Json | undefined
}

/** A rendered text, and what wrote it. */
export interface Output {
  readonly text: string
  readonly chunks: readonly Chunk[]
}

/** The origin of a document of a template's output. */
export class TemplateOrigin implements Origin {
  readonly file: string
  readonly #template: ChartTemplate
  readonly #output: Output
  readonly #document: Document
  readonly #given: Given

  constructor(template: ChartTemplate, output: Output, document: Document, given: Given) {
    this.file = template.path
    this.#template = template
    this.#output = output
    this.#document = document
    this.#given = given
  }

  locate(path: Path, part: Part): Place {
    const { text } = this.#output
    const start = { start: this.#document.start, end: this.#document.start }
    const span = spanOf(text, this.#document, path, part) ?? start
    if (part === 'key') return this.#inTemplate(span)
    const value = valueAt(this.#document.value, path)
    if (value === undefined) return this.#missingPlace(path, span) ?? this.#inTemplate(span)
    return (typeof value === 'object' ? undefined : this.#valuePlace(span)) ?? this.#inTemplate(span)
  }

  /** The only parameter that a scalar was made of, as long as the scalar still shows it. */
  #valuePlace(span: Span): Place | undefined {
    const [action, ...others] = this.#output.chunks.filter(
      chunk => chunk.kind === 'action' && chunk.start <= span.end && chunk.end >= span.start && touches(chunk, span)
    )
    if (!action || others.length > 0) return undefined
    const [used, ...more] = action.used
    if (used === undefined) return action.missing.length === 1 ? this.#given.placeFor(action.missing[0]!) : undefined
    if (more.length > 0 || action.missing.length > 0) return undefined
    const shown = this.#output.text.slice(action.start, action.end).toLowerCase()
    const value = this.#given.valueOf(used) ?? null
    return typeof value !== 'object' && shown.includes(String(value).toLowerCase())
      ? this.#given.placeOf(used)
      : undefined
  }

  /** For a key that is written, and whose value the template left empty. */
  #missingPlace(path: Path, key: Span): Place | undefined {
    const { text, chunks } = this.#output
    if (!text.slice(key.start, key.end).includes(String(path.at(-1)))) return undefined
    const lineEnd = text.indexOf('\n', key.end)
    const end = lineEnd < 0 ? text.length : lineEnd
    const actions = chunks.filter(chunk => chunk.kind === 'action' && chunk.start >= key.end && chunk.start <= end)
    const [action, ...others] = actions
    if (!action || others.length > 0) return undefined
    const asked = action.missing[0] ?? action.used[0]
    return asked && action.missing.length + action.used.length === 1 ? this.#given.placeFor(asked) : undefined
  }

  #inTemplate({ start, end }: Span): Place {
    const position = positionsOf(this.#template.text)
    const from = position(this.#offsetOf(start, 'start'))
    const to = position(Math.max(this.#offsetOf(start, 'start'), this.#offsetOf(end, 'end')))
    return { file: this.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }

  /** An offset of the output as one of the template: exact in texts, an edge of the action in what an action wrote. */
  #offsetOf(offset: number, edge: 'start' | 'end'): number {
    const chunk =
      edge === 'start'
        ? this.#output.chunks.find(({ start, end }) => start <= offset && offset < end)
        : this.#output.chunks.find(({ start, end }) => start < offset && offset <= end)
    if (!chunk) return this.#output.chunks.at(-1)?.template.end ?? 0
    return chunk.kind === 'text' ? chunk.template.start + offset - chunk.start : chunk.template[edge]
  }
}

/** Whether an action wrote part of a stretch, or nothing right inside it. */
function touches(chunk: Chunk, span: Span): boolean {
  return chunk.start === chunk.end
    ? chunk.start > span.start && chunk.start < span.end
    : chunk.start < span.end && chunk.end > span.start
}
