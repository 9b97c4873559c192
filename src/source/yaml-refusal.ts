// Why a document could not be read: the one error the YAML reader throws inside itself.
import type { Span } from './text.ts'

/**
 * What is wrong with a text:
 * `syntax` it cannot be parsed, `duplicate-key` a key is written twice (the last one counts), `separator` what follows `---`
 * or `...` is not read, `alias-bomb` its aliases multiply beyond what Kubernetes accepts, `too-deep` it is nested too
 * deeply, `not-json` it is YAML, but says something that JSON (and so Kubernetes) cannot.
 */
export type ProblemKind = 'syntax' | 'duplicate-key' | 'separator' | 'alias-bomb' | 'too-deep' | 'not-json'

/** Thrown when a document has no value. The span counts from the start of the text that was being read. */
export class Refusal extends Error {
  readonly kind: ProblemKind
  readonly span: Span

  constructor(kind: ProblemKind, message: string, span: Span) {
    super(message)
    this.kind = kind
    this.span = span
  }
}

/** The refusal of a line that is not indented as js-yaml wants it, which Kubernetes may accept. */
export class IndentationRefusal extends Refusal {}

/** How deeply mappings and lists may be nested. Kubernetes stops at 10,000; no manifest comes near either. */
export const MAX_DEPTH = 200

/** The refusal of a document that is nested deeper than MAX_DEPTH. */
export const tooDeep = (start: number): Refusal =>
  new Refusal('too-deep', `nested more than ${MAX_DEPTH} levels deep`, { start, end: start + 1 })

/** The refusal of an alias to nothing. It does not name the anchor: a password that begins with * is read as an alias. */
export const unknownAnchor = (span: Span): Refusal =>
  new Refusal('syntax', 'an alias refers to an anchor that is not defined above it', span)
