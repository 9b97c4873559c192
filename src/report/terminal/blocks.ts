// Blocks of the terminal besides the findings: vault, live Applications, the change, probes, what was not checked.
import type { NotChecked } from '../../rules/finding.ts'
import type { SecretState, VaultSecret } from '../../model/vault.ts'
import { counted, someOf } from '../counting.ts'
import { logLine } from '../escape/log-line.ts'
import type { LogText } from '../escape/log-line.ts'
import { plainLines } from '../escape/plain.ts'
import { withoutSecretsIn } from '../redaction.ts'
import type { Probe, ReportedChange, ReportedLive } from '../report.ts'
import { healthy, troubledFirst } from '../section/live.ts'
import { groupedBy } from '../../source/grouped.ts'
import type { Screen } from './finding.ts'
import type { Colour } from './paint.ts'
import { tableLines } from './tables.ts'
import { wrapped } from './wrap.ts'

interface Sign {
  readonly sign: string
  readonly colour: Colour
}

const good: Sign = { sign: '✓', colour: 'green' }
const bad: Sign = { sign: '✗', colour: 'red' }
const doubtful: Sign = { sign: '!', colour: 'yellow' }
const unknown: Sign = { sign: '?', colour: 'yellow' }
const idle: Sign = { sign: '-', colour: 'dim' }

const secretSigns: Readonly<Record<SecretState, Sign>> = {
  present: good,
  missing: bad,
  deleted: bad,
  disabled: bad,
  expired: doubtful,
  'not-yet-valid': doubtful,
  unknown
}

/** The secrets that were looked at. */
export function vaultLines(secrets: readonly VaultSecret[], screen: Screen): readonly LogText[] {
  const rows = secrets.map(({ url, secret, state, expiresOn, reason }) => ({
    ...secretSigns[state],
    cells: [
      secret,
      state.replaceAll('-', ' '),
      expiresOn === undefined ? '' : `expires ${expiresOn.slice(0, 10)}`,
      reason ?? url
    ]
  }))
  return tableLines('Key Vault', rows, screen)
}

/** The live Applications, the troubled ones first. */
export function liveLines(live: readonly ReportedLive[], screen: Screen): readonly LogText[] {
  const rows = troubledFirst(live).map(one => ({
    ...(healthy(one) ? good : doubtful),
    cells: [one.application, one.sync, one.health, one.reason]
  }))
  return tableLines('Applications in Argo CD', rows, screen)
}

/** What doctor tried out, with what to add below. */
export function probeLines(probes: readonly Probe[], screen: Screen): readonly LogText[] {
  const signs = { ok: good, missing: bad, unknown, 'not-needed': idle }
  const rows = probes.map(({ name, state, detail }) => ({
    ...signs[state],
    cells: [name, state.replaceAll('-', ' '), detail]
  }))
  const wanting = probes.filter(({ state }) => state === 'missing' || state === 'unknown')
  return [...tableLines('What this run may do', rows, screen), ...wanting.flatMap(probe => remedyLines(probe, screen))]
}

function remedyLines({ name, remedy }: Probe, { paint }: Screen): readonly LogText[] {
  if (remedy === undefined) return []
  const lines = plainLines(remedy, 2000).split('\n')
  return [logLine``, logLine`To mend ${paint('bold', name)}, add:`, ...lines.map(line => logLine`    ${line}`)]
}

/** The files of a proposal, and its diff. */
export function changeLines(change: ReportedChange | undefined, screen: Screen): readonly LogText[] {
  if (change === undefined) return []
  const signs = {
    added: { sign: '+', colour: 'green' },
    modified: { sign: '~', colour: 'yellow' },
    removed: { sign: '-', colour: 'red' }
  } as const
  const rows = change.files.map(({ path, status }) => ({ ...signs[status], cells: [path] }))
  const address = change.operation === 'branch-only' ? change.compareUrl : change.url
  return [
    ...tableLines('Change', rows, screen),
    ...(change.diff === undefined ? [] : diffLines(change.diff, screen)),
    ...(address === undefined || address === '' ? [] : [logLine`${address}`]),
    ...(change.treeSha === '' ? [] : [screen.paint('dim', `tree ${change.treeSha}`)])
  ]
}

/** Signs of the lines of a diff, before what is only context. */
const diffColours: readonly (readonly [string, Colour])[] = [
  ['+++', 'bold'],
  ['---', 'bold'],
  ['@@', 'blue'],
  ['+', 'green'],
  ['-', 'red']
]

function diffLines(diff: string, { paint }: Screen): readonly LogText[] {
  const lines = plainLines(withoutSecretsIn(diff), 2_000_000).trimEnd().split('\n')
  return ['', ...lines, ''].map(line => {
    const colour = diffColours.find(([start]) => line.startsWith(start))?.[1]
    return colour === undefined ? logLine`${line}` : paint(colour, line)
  })
}

/** What could not be judged, by its reason. */
export function notCheckedLines(notChecked: readonly NotChecked[], { paint, width }: Screen): readonly LogText[] {
  if (notChecked.length === 0) return []
  const reasons = [...groupedBy(notChecked, ({ reason }) => reason)]
  const lines = reasons.slice(0, 20).flatMap(([reason, entries]) => {
    const [first = '', ...rest] = wrapped(
      `${reason}: ${someOf(
        entries.map(({ file }) => file),
        3
      )}`,
      width - 4
    )
    return [logLine`  - ${first}`, ...rest.map(line => logLine`    ${line}`)]
  })
  const more = reasons.length - 20
  return [
    paint('bold', `Not checked (${notChecked.length})`),
    ...lines,
    ...(more > 0 ? [logLine`  … and ${counted(more, 'more reason')}`] : [])
  ]
}
