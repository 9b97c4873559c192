// One rendering of a Go template: its bounds, what it reached and how it treats missing keys.
import type { Path } from '../json.ts'
import type { Span } from '../text.ts'
import { failure, unsupported, type Chunk } from './rendered.ts'
import { type GoValue, GoList, GoMap, keyOf } from './go-value.ts'

/** How a missing map key is treated (`goTemplateOptions: ["missingkey=error"]`); 'invalid' is another word for 'default'. */
export type MissingKey = 'default' | 'zero' | 'error' | 'invalid'

/** The longest text a template may write or build, in UTF-16 code units. */
export const longest = 1_000_000
const mostSteps = 1_000_000
const mostCaptures = 50

/** What it costs to write a text: so that many long ones are too much. */
export function costOf(text: string): number {
  return 1 + (text.length >> 6)
}

/** The state of one rendering. */
export class Run {
  readonly missingKey: MissingKey
  /** What is written for a value that is none. */
  readonly noValue: string
  readonly #used = new Map<string, Path>()
  readonly #missing = new Map<string, Path>()
  #parts: string[] = []
  #captures = 0
  #steps = 0
  #length = 0
  #chunks: Chunk[] = []
  #reached: Path[] = []
  #lacking: Path[] = []

  constructor(missingKey: MissingKey, noValue = '<no value>') {
    this.missingKey = missingKey
    this.noValue = noValue
  }

  /** A piece begins: what is reached from now on is its own. */
  begin(): void {
    this.#reached = []
    this.#lacking = []
  }

  /** Counts work; too much of it is refused. */
  spend(steps = 1): void {
    this.#steps += steps
    if (this.#steps > mostSteps) throw unsupported('the template takes too many steps')
  }

  /** @param by the piece of the template that writes it */
  write(text: string, by: { readonly span: Span; readonly kind: 'text' | 'action' }): void {
    const start = this.#length
    this.#length += text.length
    if (this.#length > longest) throw unsupported('the text is too long')
    this.#parts.push(text)
    const { span: template, kind } = by
    this.#chunks.push({ start, end: this.#length, template, kind, used: this.#reached, missing: this.#lacking })
  }

  /** Notes that a parameter was reached; a value made by the template itself has no path. */
  reach(path: Path | undefined): void {
    if (path === undefined) return
    this.#used.set(keyOf(path), path)
    this.#reached.push(path)
  }

  lack(path: Path | undefined): void {
    if (path === undefined) return
    this.#missing.set(keyOf(path), path)
    this.#lacking.push(path)
  }

  /** What `work` writes, as a text of its own; what it reaches, the piece around it has reached. */
  captured(work: () => void): string {
    if (++this.#captures > mostCaptures) throw unsupported('templates include each other too deeply')
    const [parts, chunks, reached, lacking] = [this.#parts, this.#chunks, this.#reached, this.#lacking]
    this.#parts = []
    this.#chunks = []
    work()
    const text = this.text()
    const inner = this.#chunks
    this.#parts = parts
    this.#chunks = chunks
    this.#length -= text.length
    this.#reached = [...reached, ...inner.flatMap(chunk => chunk.used)]
    this.#lacking = [...lacking, ...inner.flatMap(chunk => chunk.missing)]
    this.#captures--
    return text
  }

  chunks(): readonly Chunk[] {
    return this.#chunks
  }

  text(): string {
    return this.#parts.join('')
  }

  used(): readonly Path[] {
    return [...this.#used.values()]
  }

  missing(): readonly Path[] {
    return [...this.#missing.values()]
  }
}

/** A map's entry, noted as reached or lacking; undefined when there is none. */
export function entryOf(run: Run, map: GoMap, key: string): GoValue {
  const path = map.path === undefined ? undefined : [...map.path, key]
  if (map.entries.has(key)) run.reach(path)
  else run.lack(path)
  return map.entries.get(key)
}

/** A list's item, noted as reached. The index must be inside. */
export function itemOf(run: Run, list: GoList, index: number): GoValue {
  run.reach(list.path === undefined ? undefined : [...list.path, index])
  return list.items[index]
}

/** The zero of a map's element type: what `index` gives for a missing key. */
export function zeroOf(map: GoMap): GoValue {
  return map.element === 'string' ? '' : null
}

/**
 * `.name` of a receiver (text/template/exec.go, evalField). Only the last name of a chain is what the template reaches.
 */
export function fieldOf(run: Run, receiver: GoValue, name: string, isLast: boolean): GoValue {
  run.spend()
  if (receiver === undefined) {
    if (run.missingKey === 'error') throw failure(`no entry for key "${name}" in nothing`)
    return undefined
  }
  if (receiver === null) throw failure(`nil pointer evaluating .${name}`)
  if (!(receiver instanceof GoMap)) throw failure(`can't evaluate field ${name} in what is no map`)
  if (receiver.entries.has(name)) return isLast ? entryOf(run, receiver, name) : receiver.entries.get(name)
  run.lack(receiver.path === undefined ? undefined : [...receiver.path, name])
  if (run.missingKey === 'error') throw failure(`map has no entry for key "${name}"`)
  return run.missingKey === 'zero' ? zeroOf(receiver) : undefined
}
