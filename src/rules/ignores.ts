// Comments that silence a finding: `# kasten-multicluster-ignore <rule-id>: <reason>` on its line or the line above.
import type { Finding } from './finding.ts'

const mark = 'kasten-multicluster-ignore'

/** One such comment. */
export interface Ignore {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly rule: string
  /** Empty when none is given: then it silences nothing. */
  readonly reason: string
}

/** All ignore comments of a text. */
export function ignoresIn(file: string, text: string): Ignore[] {
  if (!text.includes(mark)) return []
  return text.split('\n').flatMap((content, index) => ignoreOn(file, content, index + 1) ?? [])
}

function ignoreOn(file: string, content: string, line: number): Ignore | undefined {
  const comment = /(?:^|\s)#\s*kasten-multicluster-ignore\b[ \t]*([a-z0-9-]*)[ \t]*(?::[ \t]*(.*))?/.exec(content)
  if (!comment) return undefined
  const column = content.indexOf('#', comment.index) + 1
  return {
    file,
    line,
    column,
    endColumn: content.trimEnd().length + 1,
    rule: comment[1] ?? '',
    reason: (comment[2] ?? '').trim()
  }
}

/** Findings that no comment silences, and how many were silenced. */
export function withoutIgnored(
  findings: readonly Finding[],
  textOf: (file: string) => string | undefined
): { readonly findings: readonly Finding[]; readonly ignored: number } {
  const silenced = new Map<string, ReadonlySet<string>>()
  const kept = findings.filter(finding => {
    if (!silenced.has(finding.file)) silenced.set(finding.file, silencedIn(finding.file, textOf(finding.file)))
    const here = silenced.get(finding.file)!
    return !here.has(`${finding.line} ${finding.rule}`) && !here.has(`${finding.line - 1} ${finding.rule}`)
  })
  return { findings: kept, ignored: findings.length - kept.length }
}

function silencedIn(file: string, text: string | undefined): ReadonlySet<string> {
  const ignores = text === undefined ? [] : ignoresIn(file, text)
  return new Set(ignores.filter(({ reason }) => reason !== '').map(({ line, rule }) => `${line} ${rule}`))
}
