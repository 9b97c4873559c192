// The way back from a generated Application: to the generator's element or config file, else to the template.
import type { JsonObject, Path } from '../../source/json.ts'
import type { Place } from '../../source/place.ts'
import { spanOf } from '../../source/yaml.ts'
import { valueAt, type Manifest, type Origin, type Part } from '../manifest.ts'
import { paramTrace } from './generator.ts'
import type { Language } from './language.ts'
import { isEmptySet } from './language.ts'
import { has, type ParamSet } from './params.ts'
import { templatePathOf } from './rendered-json.ts'
import { isNothing } from './template-fill.ts'
import { patchOf } from './template-patch.ts'

/** What the Applications of one generator share. */
export interface Template {
  readonly applicationSet: Manifest
  readonly language: Language
  /** The template with what the generator's own says instead. */
  readonly value: JsonObject
  /** Where the generator's own template is written, when it has one. */
  readonly own: Path | undefined
  readonly patch: string | undefined
}

const specTemplate: Path = ['spec', 'template']
const specPatch: Path = ['spec', 'templatePatch']

/** A class, since many thousands are made and few are ever asked. */
export class GeneratedOrigin implements Origin {
  readonly #template: Template
  readonly #set: ParamSet

  constructor(template: Template, set: ParamSet) {
    this.#template = template
    this.#set = set
  }

  get file(): string {
    return this.#set.file ?? this.#template.applicationSet.origin.file
  }

  locate(path: Path, part: Part): Place {
    const { applicationSet, language, value, patch } = this.#template
    const place = patch === undefined ? undefined : patchPlace(this.#template, patch, this.#set, path)
    if (place) return place
    const render = (key: string): string | undefined => {
      const rendered = language.render(key, this.#set)
      return rendered.ok ? rendered.text : undefined
    }
    const found = templatePathOf(value, path, render)
    const text = part === 'value' && found.whole && !isEmptySet(this.#set) ? found.value : undefined
    const trace = typeof text === 'string' ? paramTrace(text, this.#set, language) : undefined
    this.#set.forget()
    if (trace) return trace.origin.locate(trace.path, 'value')
    return applicationSet.origin.locate([...this.#baseOf(found.path), ...found.path], found.whole ? part : 'key')
  }

  /** Which of the two templates a value stands in. */
  #baseOf(path: Path): Path {
    const { applicationSet, own } = this.#template
    return own && !isNothing(valueAt(applicationSet.object, [...own, ...path])) ? own : specTemplate
  }
}

/** The line of the templatePatch that sets what stands at a path; undefined when the patch does not touch it. */
function patchPlace(
  { applicationSet, language }: Template,
  text: string,
  set: ParamSet,
  path: Path
): Place | undefined {
  const rendered = language.render(text, set)
  const patch = rendered.ok ? patchOf(rendered.text) : undefined
  if (!patch || 'refused' in patch || !rendered.ok || !has(patch.object, path) || path.length === 0) return undefined
  if (path[0] === 'spec' && path[1] === 'project') return undefined
  const place = applicationSet.origin.locate(specPatch, 'value')
  const span = patch.document && spanOf(rendered.text, patch.document, path, 'key')
  const line = span && lineLike(text, rendered.text, span.start)
  return line === undefined ? applicationSet.origin.locate(specPatch, 'key') : lineOf(place, line, text)
}

/** The line, from 0, of a template's text that begins as the line at an offset of the rendered text does, when there is just one. */
function lineLike(text: string, rendered: string, offset: number): number | undefined {
  const start = rendered.lastIndexOf('\n', offset - 1) + 1
  const key = /^\s*[^\s:]+:/.exec(rendered.slice(start))?.[0]
  const lines = text.split('\n').flatMap((line, index) => (key !== undefined && line.startsWith(key) ? [index] : []))
  return lines.length === 1 ? lines[0] : undefined
}

/** A line of a block of text, as it is written from the line after its mark on. */
function lineOf(block: Place, line: number, text: string): Place | undefined {
  if (block.endLine - block.line < text.trimEnd().split('\n').length) return block
  const at = block.line + 1 + line
  return { file: block.file, line: at, column: 1, endLine: at, endColumn: 1 }
}
