// Puts a run's findings together into its report.
import type { Fleet } from '../model/fleet.ts'
import { joinFilesOf } from '../model/secondary.ts'
import { siteLabel, type Site } from '../model/site.ts'
import type { VaultSecret } from '../model/vault.ts'
import { tokensOf, type Token } from '../model/token.ts'
import type { Finding, Severity } from '../rules/finding.ts'
import { severities } from '../rules/finding.ts'
import { tokenWayOf } from '../rules/token-way.ts'
import type { Report, ReportedToken, Verdict } from '../report/report.ts'
import { tool } from '../tool.ts'
import type { Judged } from './reading.ts'

export { countsOf } from '../report/counting.ts'

/** The parts of a report that follow from the fleet, and in the drawing from what was seen of its secrets. */
export function fleetReport(
  judged: Judged,
  seen: readonly VaultSecret[] = []
): Pick<Report, 'tool' | 'fleet' | 'way' | 'notChecked' | 'ignored'> {
  const { fleet, broken, notChecked, ignored } = judged
  return { tool, fleet: reportedFleet(fleet), way: tokenWayOf(fleet, broken, seen), notChecked, ignored }
}

/** fail when a finding is as grave as `failOn`, or graver. */
export function verdictOf(findings: readonly Finding[], failOn: Severity | 'never'): Verdict {
  if (failOn === 'never') return 'pass'
  const gravest = severities.slice(0, severities.indexOf(failOn) + 1)
  return findings.some(({ severity }) => gravest.includes(severity)) ? 'fail' : 'pass'
}

function reportedFleet(fleet: Fleet): Report['fleet'] {
  return {
    primaries: fleet.primaries.map(primary => ({
      name: primary.name?.value ?? '',
      ingress: primary.ingress?.value ?? '',
      application: applicationOf(primary.site),
      file: primary.bootstraps[0]?.manifest.origin.file ?? primary.charts[0]?.source.target.manifest.origin.file ?? ''
    })),
    secondaries: fleet.secondaries.map(secondary => ({
      name: secondary.name?.value ?? '',
      label: secondary.label,
      ingress: secondary.ingress?.value ?? '',
      application: applicationOf(secondary.site),
      destination: destinationOf(secondary.site),
      files: joinFilesOf(secondary)
    })),
    tokens: tokensOf(fleet).map(reportedToken)
  }
}

function applicationOf(site: Site): string {
  return site.folder === undefined ? siteLabel(site) : ''
}

/** As the Application writes it; a folder where none says. */
function destinationOf({ folder, deliveries }: Site): string {
  const to = deliveries.find(({ application }) => application)?.application?.destination
  return (to?.server ?? to?.name)?.value ?? folder ?? ''
}

function reportedToken({ vaultUrl, secret, pushes, pulls }: Token): ReportedToken {
  return {
    vaultUrl,
    secret,
    pushedBy: [...new Set(pushes.map(({ push }) => push.manifest.name))].sort(),
    pulledBy: [...new Set(pulls.map(({ secondary }) => secondary.label))].sort()
  }
}
