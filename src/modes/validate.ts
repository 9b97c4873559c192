// mode: validate. Says, line by line, whether this repository's clusters will join.
import { isEmpty } from '../model/fleet.ts'
import type { World } from '../ports/world.ts'
import { counted, countsOf } from '../report/counting.ts'
import type { Report } from '../report/report.ts'
import { merged } from '../rules/judge.ts'
import { changeFindings } from './comparing.ts'
import { readAndJudge, type Judged } from './reading.ts'
import { fleetReport, verdictOf } from './reporting.ts'

/** Reads and judges; contacts nothing. */
export async function validate(world: World): Promise<Report> {
  const judged = await readAndJudge(world)
  const change = await changeFindings(world, judged.fleet)
  const findings = merged([...judged.findings, ...change.findings])
  const failOn = world.inputs['fail-on']
  const counts = countsOf(findings)
  return {
    ...fleetReport(judged),
    mode: 'validate',
    verdict: verdictOf(findings, failOn),
    headline: headlineOf(judged, counts),
    failOn,
    counts,
    ignored: judged.ignored + change.ignored,
    findings,
    warnings: change.warnings
  }
}

function headlineOf({ fleet }: Judged, counts: Report['counts']): string {
  if (isEmpty(fleet)) return 'No Kasten multi-cluster fleet was found here, so there was nothing to judge.'
  const clusters = `${counted(fleet.primaries.length, 'primary', 'primaries')} and ${counted(fleet.secondaries.length, 'secondary', 'secondaries')}`
  if (counts.error > 0)
    return `${clusters}: ${counted(counts.error, 'error')} will break a join, a push or a pull, or leak a secret.`
  if (counts.warning > 0)
    return `${clusters}: nothing stops the join; ${counted(counts.warning, 'warning')} to look at.`
  return `${clusters}: everything agrees.`
}
