// mode: drift. Says whether the join token really is in the vault, and the fleet is what Git says.
import { isEmpty } from '../model/fleet.ts'
import type { LiveFleet } from '../model/live.ts'
import { isLost, type VaultSecret } from '../model/vault.ts'
import type { World } from '../ports/world.ts'
import { countsOf, someOf, tally } from '../report/counting.ts'
import type { Drift, Report, ReportedLive } from '../report/report.ts'
import { withoutIgnored } from '../rules/ignores.ts'
import { judge, merged } from '../rules/judge.ts'
import { liveFleetOf } from '../rules/live-pairs.ts'
import { liveRules } from '../rules/live/index.ts'
import { vaultRules } from '../rules/vault/index.ts'
import { keepDriftIssue } from './drift-issue.ts'
import { lookAtArgoCD, lookIntoVaults } from './looking.ts'
import { readAndJudge, textOf, type Judged } from './reading.ts'
import { fleetReport, verdictOf } from './reporting.ts'

/** Looks, judges what Git says and what was seen, and keeps the issue. Reads only, the issue aside. */
export async function drift(world: World): Promise<Report> {
  const judged = await readAndJudge(world)
  const vault = await lookIntoVaults(world, judged.fleet)
  const live = await lookAtArgoCD(world, judged.fleet)
  const report = reportOf(world, judged, vault, live)
  if (!world.inputs.issue) return report
  const kept = await keepDriftIssue(world, report)
  return { ...report, ...(kept.issue && { issue: kept.issue }), warnings: [...report.warnings, ...kept.warnings] }
}

function reportOf(world: World, judged: Judged, vault: VaultSecret[], live: LiveFleet | undefined): Report {
  const state = stateFindings(world, judged, vault, live)
  const findings = merged([...judged.findings, ...state.findings])
  const failOn = world.inputs['fail-on']
  const drifted = verdictOf(findings, failOn) === 'fail' || vault.some(isLost)
  const unseen = unseenOf(vault, live)
  const driftState: Drift = drifted ? 'drift' : unseen.length > 0 ? 'unknown' : 'none'
  const counts = countsOf(findings)
  return {
    ...fleetReport(judged, vault),
    mode: 'drift',
    verdict: driftState === 'drift' ? 'fail' : driftState === 'unknown' ? 'unknown' : 'pass',
    headline: headlineOf(judged, driftState, unseen, driftedBy(counts, vault), healthOf(vault, live)),
    failOn,
    counts,
    ignored: judged.ignored + state.ignored,
    findings,
    drift: driftState,
    vault,
    ...(live && { live: liveReport(world, judged, live) }),
    warnings: live?.known && live.hidden ? [live.hidden.reason] : []
  }
}

/** Findings about what was seen. */
function stateFindings(
  world: World,
  { fleet }: Judged,
  vault: VaultSecret[],
  live: LiveFleet | undefined
): ReturnType<typeof withoutIgnored> {
  const { inputs, now } = world
  const view = { fleet, vault, now, expiresWithin: inputs['expires-within'], maxTokenAge: inputs['max-token-age'] }
  const found = [...judge(vaultRules, view), ...(live ? judge(liveRules, { fleet, live, now }) : [])]
  return withoutIgnored(found, file => textOf(fleet, file))
}

/** What could not be looked at: that is neither drift nor health. */
function unseenOf(vault: readonly VaultSecret[], live: LiveFleet | undefined): string[] {
  const secrets = vault.filter(({ state }) => state === 'unknown').map(({ secret }) => `the secret ${secret}`)
  if (!live) return secrets
  return live.known ? [...secrets, ...(live.hidden ? ['all of Argo CD'] : [])] : [...secrets, 'Argo CD']
}

function headlineOf(
  { fleet }: Judged,
  state: Drift,
  unseen: readonly string[],
  drifted: string,
  health: string
): string {
  if (isEmpty(fleet)) return 'No Kasten multi-cluster fleet was found here, so there was nothing to look for.'
  const more = unseen.length > 0 ? ` Could not look at ${someOf(unseen, 3)}.` : ''
  if (state === 'drift') return `Drift: ${drifted}.${more}`
  if (state === 'unknown') return `It is not known whether the fleet is what Git says.${more}`
  return health
}

/** Only what was looked at is said to be well. */
function healthOf(vault: readonly VaultSecret[], live: LiveFleet | undefined): string {
  const token = vault.length > 0 ? 'The token is in the vault' : 'No manifest names a token to look for in a vault'
  return live ? `${token}, and the live fleet is what Git says.` : `${token}. Live Applications were not looked at.`
}

/** What matters most: a lost secret, whatever a comment silences; else how much was found. */
function driftedBy(counts: Report['counts'], vault: readonly VaultSecret[]): string {
  const lost = vault.find(isLost)
  return lost ? `the join token in Key Vault is ${lost.state}` : tally(counts)
}

/** The fleet's Applications in a few words. */
function liveReport({ now }: World, { fleet }: Judged, live: LiveFleet): ReportedLive[] {
  if (!live.known) return [{ application: '', sync: 'Unknown', health: 'Unknown', reason: live.reason }]
  return liveFleetOf({ fleet, live, now }).pairs.map(({ application, live: found, hidden }) => {
    const { name } = application
    if (found)
      return {
        application: name,
        sync: found.sync,
        health: found.health,
        reason: found.healthMessage ?? found.phaseMessage ?? ''
      }
    return hidden
      ? { application: name, sync: 'Unknown', health: 'Unknown', reason: live.hidden?.reason ?? '' }
      : { application: name, sync: 'Missing', health: 'Missing', reason: 'Argo CD has no such Application' }
  })
}
