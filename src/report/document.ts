// Documents: sections that know how to be shorter, put together so that the whole stays within a limit.
import { blocks, md, nothing } from './escape/markdown.ts'
import type { Markdown } from './escape/markdown.ts'

/** A part of a document. */
export interface Section {
  /** From the fullest to the shortest. When even that is too long, the section is left out; a fixed one never is. */
  readonly versions: readonly (() => Markdown)[]
  /** Sections of low weight are shortened first. */
  readonly weight: number
}

/** A section that is never left out, so it must be short whatever the report holds. */
export function fixed(body: Markdown): Section {
  return { versions: [() => body], weight: Infinity }
}

/** A section that is there in full, or gone. */
export function optional(weight: number, body: () => Markdown): Section {
  return { versions: [body], weight }
}

/**
 * The sections as one document of at most `limit` (in what `measure` counts). While it is too long, the least important section
 * that can be is shortened; then the document says so.
 */
export function fitted(sections: readonly Section[], limit: number, measure: (text: string) => number): string {
  const parts = sections.map(section => ({ section, level: 0, body: section.versions[0]?.() ?? nothing }))
  const shortened = md`_Shortened to fit what GitHub accepts. The JSON report holds everything._`
  const whole = (): string =>
    blocks([...parts.map(({ body }) => body), ...(parts.some(({ level }) => level > 0) ? [shortened] : [])]).text
  let text = whole()
  while (measure(text) > limit) {
    const least = parts
      .filter(({ section, level }) => level < section.versions.length && section.weight < Infinity)
      .toSorted((a, b) => a.section.weight - b.section.weight)[0]
    if (least === undefined) throw new Error('A document cannot be made short enough.')
    least.level += 1
    least.body = least.section.versions[least.level]?.() ?? nothing
    text = whole()
  }
  return `${text}\n`
}

/** Bytes in UTF-8: what limits a job summary. */
export function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

/** UTF-16 code units: never fewer than the characters that limit a comment, an issue and a pull request. */
export function units(text: string): number {
  return text.length
}

/** The longest body of an issue, a pull request or a comment, with a little room for what the adapters add. */
export const longestBody = 65_000

/** The longest job summary of a step is 1 MiB; some room is left for summaries of other calls in the step (https://docs.github.com/en/actions: workflow commands). */
export const longestSummary = 1_000_000
