// Parts of the command line's text that only some modes have: vault, change, probes.
import type { VaultSecret } from '../model/vault.ts'
import type { Palette } from './colours.ts'
import { logLine, logSafe } from './escape/log-line.ts'
import type { LogText } from './escape/log-line.ts'
import { withoutSecretsIn } from './redaction.ts'
import type { Probe, Report } from './report.ts'

/** What was seen in the vaults and at Argo CD. */
export function vaultLines({ vault = [], live = [] }: Report, paint: Palette): LogText[] {
  const ill = live.filter(({ sync, health }) => sync !== 'Synced' || health !== 'Healthy')
  return [
    ...headed(
      'Key Vault',
      vault.map(secret => vaultLine(secret, paint)),
      paint
    ),
    ...headed(
      'Argo CD',
      ill.slice(0, 50).map(each => logLine`  ${each.application}  ${each.sync}, ${each.health}  ${each.reason}`),
      paint
    )
  ]
}

function vaultLine({ url, secret, state, expiresOn, reason }: VaultSecret, paint: Palette): LogText {
  const shown = state === 'present' ? paint.good : state === 'unknown' ? paint.warning : paint.error
  const expiry = expiresOn === undefined ? '' : `, expires ${expiresOn.slice(0, 10)}`
  const why = reason === undefined ? '' : `: ${reason}`
  return logLine`  ${secret} in ${url || 'no vault'}  ${shown(logSafe(state))}${expiry}${why}`
}

/** What is proposed: files, diff, tree. */
export function changeLines({ change }: Report, paint: Palette): LogText[] {
  if (!change) return []
  const diff = change.diff === undefined ? [] : withoutSecretsIn(change.diff).split('\n')
  return headed(
    `Change: ${change.operation}`,
    [
      ...change.files.slice(0, 400).map(({ path, status }) => logLine`  ${status.padEnd(8)} ${path}`),
      ...(change.branch === ''
        ? []
        : [logLine`  branch ${change.branch} on ${change.base}, tree ${change.treeSha || 'unknown'}`]),
      ...(change.url === '' ? [] : [logLine`  ${change.url}`]),
      ...(change.compareUrl !== undefined && change.operation === 'branch-only'
        ? [logLine`  open it: ${change.compareUrl}`]
        : []),
      ...(change.requests === undefined ? [] : [logLine`  ${change.requests} requests to GitHub`]),
      ...(diff.length > 0 ? [logSafe('')] : []),
      ...diff.slice(0, 5000).map(line => diffLine(line, paint))
    ],
    paint
  )
}

function diffLine(line: string, paint: Palette): LogText {
  if (line.startsWith('+')) return paint.good(logSafe(line))
  return line.startsWith('-') ? paint.error(logSafe(line)) : logSafe(line)
}

/** What doctor probed. */
export function probeLines({ probes = [] }: Report, paint: Palette): LogText[] {
  return headed(
    'Probes',
    probes.flatMap(probe => probeLine(probe, paint)),
    paint
  )
}

function probeLine({ name, state, detail, remedy }: Probe, paint: Palette): LogText[] {
  const shown =
    state === 'ok' ? paint.good : state === 'missing' ? paint.error : state === 'unknown' ? paint.warning : paint.faint
  const add =
    remedy === undefined || state === 'ok' || state === 'not-needed'
      ? []
      : remedy.split('\n').map(line => logLine`      ${line}`)
  return [logLine`  ${shown(logSafe(state.padEnd(10)))} ${name}: ${detail}`, ...add]
}

function headed(heading: string, lines: readonly LogText[], paint: Palette): LogText[] {
  return lines.length === 0 ? [] : [paint.strong(logSafe(heading)), ...lines, logSafe('')]
}
