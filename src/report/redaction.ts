// Redaction: finds what looks like a secret in a line or a sentence, so that no output repeats it.
import type { Finding } from '../rules/finding.ts'

/** A stretch of a text, end exclusive, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What stands in a secret's place. */
export const redactedMark = '‹redacted›'

/** Lines known to hold a secret. */
export type SecretPlaces = (file: string, line: number) => boolean

/** The lines that findings of the given rules point at: whatever else points there must not show them either. */
export function secretPlacesOf(findings: readonly Finding[], secretRules: ReadonlySet<string>): SecretPlaces {
  const places = findings.filter(({ rule }) => secretRules.has(rule)).flatMap(linesOf)
  const known = new Set(places)
  return (file, line) => known.has(`${line}:${file}`)
}

/** A sentence with everything that has the shape of a secret replaced. For messages and labels. */
export function withoutSecrets(text: string): string {
  return replaced(text, apart(shapeSpans(text)))
}

/** Lines of a manifest, or of its diff, with everything that looks like a secret replaced. */
export function withoutSecretsIn(lines: string): string {
  return lines
    .split('\n')
    .map(line => replaced(line, secretSpans(line)))
    .join('\n')
}

/** The text with the spans replaced by the mark. */
export function replaced(text: string, spans: readonly Span[]): string {
  let shown = ''
  let from = 0
  for (const { start, end } of spans) {
    shown += text.slice(from, start) + redactedMark
    from = end
  }
  return shown + text.slice(from)
}

/** Where a line of a manifest holds what looks like a secret, by its shape or by its key: sorted, apart from each other. */
export function secretSpans(line: string): readonly Span[] {
  return apart([...keyedSpans(line), ...shapeSpans(line)])
}

/** The value of a line that is known to hold a secret: all that follows its key, or all of it. */
export function valueSpans(line: string): readonly Span[] {
  const head = /^\s*(?:[-?]\s+)*(?:(?:"[^"]*"|'[^']*'|[\w./-]+)\s*:(?:\s+|$))?/.exec(line)?.[0].length ?? 0
  const end = line.trimEnd().length
  return head < end ? [{ start: head, end }] : []
}

/** Words at the end of a key whose value is a secret. Not `secretKey` or `secretName`, which name things. */
const words =
  'token|password|passwd|passphrase|pwd|secret|credentials?|(?:api|access|account|private|shared|storage)[_-]?key|connection[_-]?string|authorization|sig'

/** Such a key and what separates it from its value: `: ` with tags and anchors, `:` before a quote, `=`, `Bearer`. */
const keyed = new RegExp(
  String.raw`(?:(?:${words})["']?\s*(?::\s+|:(?=["'])|=\s*)(?:[!&]\S+\s+)*|\b(?:bearer|basic)\s+)(?=\S)`,
  'gi'
)

function keyedSpans(line: string): readonly Span[] {
  return [...line.matchAll(keyed)].flatMap(({ 0: key, index }) => {
    const start = index + key.length
    const value = valueAt(line, start, key.trimEnd().endsWith(':'))
    return harmless.test(value) ? [] : [{ start, end: start + value.length }]
  })
}

/** The value that starts there: to its closing quote, in a flow collection to its end, else to a comment or the line's end. */
function valueAt(line: string, start: number, ofMapping: boolean): string {
  const rest = line.slice(start)
  const shape =
    quotedValue.exec(rest) ??
    (ofMapping ? (/[{[]/.test(line.slice(0, start)) ? /^[^,}\]]*/ : /^(?:(?!\s#).)*/s) : /^\S*/).exec(rest)
  return shape?.[0].trimEnd() ?? rest
}

const quotedValue = /^(?:"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?)/

/** Shapes of secrets wherever they stand; group 1 is the secret. */
const shapes: readonly RegExp[] = [
  /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/@:]{0,200}:([^\s/@]+)@/dgi,
  /\b((?:gh[pousr]_|github_pat_|glpat-|xox[a-z]-|sk-|sk_live_|hvs\.|npm_|dop_v1_|AKIA|ASIA|AIza|SG\.)[\w.-]{8,})/dg,
  /\b(eyJ[\w-]{6,}(?:\.[\w-]*)*)/dg,
  /(-----BEGIN [A-Z ]{0,40}(?:PRIVATE KEY|CERTIFICATE)-----.*)/dg,
  // Padded base64 of any size worth stealing.
  /(?<![\w+/=-])([\w+/-]{14,}={1,2})(?![\w=])/dg
]

function shapeSpans(text: string): readonly Span[] {
  return [...shapes.flatMap(shape => matches(text, shape)), ...opaqueRuns(text)]
}

function matches(text: string, shape: RegExp): readonly Span[] {
  return [...text.matchAll(shape)].map(({ indices }) => {
    const [start, end] = indices?.[1] ?? [0, 0]
    return { start, end }
  })
}

/** Values that stand where a secret could and are none: nothing, a placeholder, a variable. */
const harmless =
  /^(?:|null|~|true|false|""|''|[{[|>].*|["']?(?:\$\{\{.*\}\}|\$\{\w+\}|\$\w+|\{\{.*\}\}|<[\w -]+>)["']?)$/

/** Long runs of letters and digits that change between capitals, small letters and digits as only encoded bytes do. */
function opaqueRuns(text: string): readonly Span[] {
  return [...text.matchAll(/[\w+/-]{40,}/g)]
    .filter(([run]) => isOpaque(run.replace(uuid, '')))
    .map(({ 0: run, index }) => ({ start: index, end: index + run.length }))
}

const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi

function isOpaque(run: string): boolean {
  return run.length >= 40 && /[a-z]/.test(run) && /[A-Z]/.test(run) && changes(run) >= 0.35 * run.length
}

function changes(run: string): number {
  const sorts = Array.from(run, sortOf)
  return sorts.filter((sort, index) => index > 0 && sort !== sorts[index - 1]).length
}

function sortOf(character: string): 'small' | 'capital' | 'digit' | 'mark' {
  if (character >= 'a' && character <= 'z') return 'small'
  if (character >= 'A' && character <= 'Z') return 'capital'
  return character >= '0' && character <= '9' ? 'digit' : 'mark'
}

/** Sorted, overlapping and touching spans as one. */
function apart(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last !== undefined && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else result.push(span)
  }
  return result
}

function linesOf(finding: Finding): readonly string[] {
  const count = Math.min(Math.max(finding.endLine - finding.line, 0), 10_000) + 1
  return Array.from({ length: count }, (_, index) => `${finding.line + index}:${finding.file}`)
}
