// The text of the command line: findings like a compiler's, then the fleet, and the verdict last, next to the prompt.
import { counted, someOf, tally } from './counting.ts'
import { logLine, logLines } from './escape/log-line.ts'
import type { LogText } from './escape/log-line.ts'
import { reportExcerpts } from './lookups.ts'
import type { Lookups } from './lookups.ts'
import type { Report, Verdict } from './report.ts'
import { gravestFirst, hasTally, standingsOf } from './standing.ts'
import type { Standing } from './standing.ts'
import { changeLines, liveLines, notCheckedLines, probeLines, vaultLines } from './terminal/blocks.ts'
import { findingLines } from './terminal/finding.ts'
import type { Screen } from './terminal/finding.ts'
import { paintOf } from './terminal/paint.ts'
import type { Colour } from './terminal/paint.ts'
import { tableLines } from './terminal/tables.ts'
import type { Row } from './terminal/tables.ts'
import { wrapped } from './terminal/wrap.ts'

/** How to print: with colours or without, and how many columns there are. */
export interface Terminal {
  readonly colours: boolean
  readonly width: number
  /** At most so many findings of a rule in full, the others only counted; all when left out. */
  readonly perRule?: number
}

/** The report as text for a terminal or a log, with a trailing newline. Every line is safe to print. */
export function terminalOf(report: Report, lookups: Lookups, { colours, width, perRule }: Terminal): string {
  const screen = { paint: paintOf(colours), width: Math.max(40, width) }
  const parts = [
    ...findingParts(report, lookups, perRule ?? Infinity, screen),
    secondaryLines(report, screen),
    vaultLines(report.vault ?? [], screen),
    liveLines(report.live ?? [], screen),
    changeLines(report.change, screen),
    probeLines(report.probes ?? [], screen),
    notCheckedLines(report.notChecked, screen),
    report.warnings.flatMap(warning => warningLines(warning, screen)),
    verdictLines(report, screen)
  ]
  return `${logLines(parts.filter(part => part.length > 0).flatMap((part, index) => (index === 0 ? part : [logLine``, ...part])))}\n`
}

/** Each rule is explained at its first finding; what is beyond the limit of its rule is counted after its last. */
function findingParts(report: Report, lookups: Lookups, perRule: number, screen: Screen): readonly Part[] {
  const excerptOf = reportExcerpts(report, lookups)
  const shown = new Map<string, number>()
  const parts = report.findings.flatMap(finding => {
    const nth = (shown.get(finding.rule) ?? 0) + 1
    shown.set(finding.rule, nth)
    const rule = nth === 1 ? lookups.rules.get(finding.rule) : undefined
    return nth > perRule ? [] : [findingLines(finding, rule, excerptOf, screen)]
  })
  return [...parts, hiddenLines(shown, perRule)]
}

type Part = readonly LogText[]

function hiddenLines(shown: ReadonlyMap<string, number>, perRule: number): Part {
  return [...shown]
    .filter(([, count]) => count > perRule)
    .map(([rule, count]) => logLine`… and ${counted(count - perRule, 'more finding')} of ${rule}`)
}

function secondaryLines(report: Report, screen: Screen): readonly LogText[] {
  const standings = standingsOf(report)
  const clean = standings.filter(({ state }) => state === 'clean')
  const whole = clean.length <= 8
  const shown = whole ? standings : gravestFirst(standings)
  return [
    ...tableLines('Secondaries', shown.map(standingRow), screen),
    ...(whole ? [] : cleanLines(clean, shown.length === 0, screen))
  ]
}

function cleanLines(clean: readonly Standing[], alone: boolean, { paint }: Screen): readonly LogText[] {
  const names = someOf(
    clean.map(({ secondary }) => secondary.label),
    6
  )
  const line = logLine`  ${paint('green', '✓')}  ${counted(clean.length, 'clean', 'clean')}: ${names}`
  return alone ? [paint('bold', 'Secondaries'), line] : [line]
}

function standingRow({ secondary, counts, state }: Standing): Row {
  const words = state === 'clean' ? 'clean' : tally(counts)
  return { ...signs[state], cells: [secondary.label, words, secondary.application, secondary.destination] }
}

const signs: Readonly<Record<Standing['state'], { readonly sign: string; readonly colour: Colour }>> = {
  error: { sign: '✗', colour: 'red' },
  warning: { sign: '!', colour: 'yellow' },
  clean: { sign: '✓', colour: 'green' }
}

function warningLines(warning: string, { paint, width }: Screen): readonly LogText[] {
  const [first = '', ...rest] = wrapped(warning, width - 8)
  return [logLine`${paint('yellow', 'remark:')} ${first}`, ...rest.map(line => logLine`        ${line}`)]
}

const verdicts: Readonly<Record<Verdict, { readonly sign: string; readonly colour: Colour }>> = {
  pass: { sign: '✓', colour: 'green' },
  fail: { sign: '✗', colour: 'red' },
  unknown: { sign: '?', colour: 'yellow' }
}

function verdictLines(report: Report, { paint, width }: Screen): readonly LogText[] {
  const { verdict, headline, counts, ignored } = report
  const { sign, colour } = verdicts[verdict]
  const silenced = ignored > 0 ? `; ${counted(ignored, 'finding')} ignored by comment` : ''
  return [
    ...wrapped(`${sign} ${headline}`, width - 2).map((line, index) =>
      paint('bold', paint(colour, index === 0 ? line : `  ${line}`))
    ),
    ...(hasTally(report) ? [logLine`  ${tally(counts)}${silenced}`] : [])
  ]
}
