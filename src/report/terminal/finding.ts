// A finding on a terminal: what and where, the line with its caret, what else to see, and, once per rule, how to mend it and why.
import type { Finding } from '../../rules/finding.ts'
import { reach } from '../counting.ts'
import { logLine } from '../escape/log-line.ts'
import type { LogText } from '../escape/log-line.ts'
import type { Excerpt, ExcerptOf } from '../excerpt.ts'
import type { RuleText } from '../report.ts'
import { severityColours } from './paint.ts'
import type { Paint } from './paint.ts'
import { wrapped } from './wrap.ts'
import { unmarkedLines } from './unmarked.ts'

/** How a terminal shows things. */
export interface Screen {
  readonly paint: Paint
  /** Columns. */
  readonly width: number
}

/** The lines of a finding, without a blank line after. `rule` is given where it is to be explained. */
export function findingLines(
  finding: Finding,
  rule: RuleText | undefined,
  excerptOf: ExcerptOf,
  screen: Screen
): readonly LogText[] {
  const gutter = ' '.repeat(String(Math.max(1, finding.line)).length)
  const excerpt = excerptOf(finding, Math.max(20, screen.width - gutter.length - 3))
  const reachWords = reach(finding.clusters)
  return [
    ...heading(finding, screen),
    logLine`${gutter}${screen.paint('blue', '-->')} ${finding.file}:${finding.line}:${finding.column}`,
    ...(excerpt === undefined ? [] : excerptLines(excerpt, gutter, finding, screen)),
    ...finding.related.flatMap(other =>
      note(`${other.file}:${other.line}:${other.column}: ${other.message}`, gutter, screen)
    ),
    ...(reachWords === undefined ? [] : note(reachWords.replace(/^A/, 'a'), gutter, screen)),
    ...(rule === undefined
      ? []
      : [...explanation('mend', rule.fix, gutter, screen), ...explanation('why', rule.why, gutter, screen)])
  ]
}

function heading({ severity, rule, message }: Finding, { paint, width }: Screen): readonly LogText[] {
  const tag = `${severity}[${rule}]:`
  const [first = '', ...rest] = wrapped(`${tag} ${message}`, Math.min(width, 120) - 2)
  const words = first.slice(tag.length)
  return [
    logLine`${paint('bold', paint(severityColours[severity], tag))}${paint('bold', words)}`,
    ...rest.map(line => paint('bold', `  ${line}`))
  ]
}

function excerptLines(
  { line, text, before, under }: Excerpt,
  gutter: string,
  { severity }: Finding,
  { paint }: Screen
): readonly LogText[] {
  const bar = paint('blue', '|')
  return [
    logLine`${gutter} ${bar}`,
    logLine`${paint('blue', String(line))} ${bar} ${text}`,
    logLine`${gutter} ${bar} ${' '.repeat(before)}${paint(severityColours[severity], '^'.repeat(under))}`,
    logLine`${gutter} ${bar}`
  ]
}

/** `= text`, further lines below the text. */
function note(text: string, gutter: string, screen: Screen): readonly LogText[] {
  return noted(wrapped(text, room(gutter, screen)), gutter, screen)
}

/** `= label: text` of a text of ours. */
function explanation(label: string, text: string, gutter: string, screen: Screen): readonly LogText[] {
  const [first = '', ...rest] = unmarkedLines(
    `${label}:${/^\s*```/.test(text) ? '\n' : ' '}${text}`,
    room(gutter, screen)
  )
  const named = logLine`${screen.paint('bold', label)}${first.slice(label.length)}`
  return noted([named, ...rest], gutter, screen)
}

function noted(
  [first = '', ...rest]: readonly (string | LogText)[],
  gutter: string,
  { paint }: Screen
): readonly LogText[] {
  return [logLine`${gutter} ${paint('blue', '=')} ${first}`, ...rest.map(line => logLine`${gutter}   ${line}`)]
}

/** Columns left of the gutter; lines longer than 110 tire the eye. */
function room(gutter: string, { width }: Screen): number {
  return Math.max(20, Math.min(width, 110) - gutter.length - 3)
}
