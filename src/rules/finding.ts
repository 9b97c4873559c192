// What a judgement says: a finding at a place, and the three severities it can have.
import { byText } from '../source/order.ts'
import type { Place } from '../source/place.ts'

/** error: join, push or pull breaks, or a secret leaks. warning: it may, or it will later. notice: good to know. */
export type Severity = 'error' | 'warning' | 'notice'

/** The severities, gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'notice']

/** One thing found, at the place a person would edit. Its texts never hold a secret. */
export interface Finding extends Place {
  readonly rule: string
  readonly severity: Severity
  /** What is wrong, with the values that disagree, and what to do. Plain text; hostile until escaped. */
  readonly message: string
  readonly related: readonly Related[]
  /** Names of the secondaries it hits, when it hits more than its own file; sorted. */
  readonly clusters: readonly string[]
}

/** Another place to look at. */
export interface Related extends Place {
  readonly message: string
}

/** Something that was seen and could not be judged. */
export interface NotChecked {
  readonly file: string
  readonly reason: string
}

/** Sorts by file, line, column, rule, message: the order of every report. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    byText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    byText(a.rule, b.rule) ||
    byText(a.message, b.message)
  )
}
