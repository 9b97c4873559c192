// mode: validate. Says, line by line, whether this repository's clusters will join.
import { isEmpty, type Fleet } from '../model/fleet.ts'
import { unjudgedOf } from '../model/unjudged.ts'
import type { World } from '../ports/world.ts'
import { counted, countsOf, someOf } from '../report/counting.ts'
import type { Report } from '../report/report.ts'
import { byText } from '../source/order.ts'
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
  const unjudged = [...new Set(unjudgedOf(fleet).map(({ manifest }) => manifest.name))].sort(byText)
  const open = unjudged.length === 0 ? '' : ` Not judged: ${someOf(unjudged, 3)}.`
  if (isEmpty(fleet))
    return unjudged.length === 0
      ? 'No Kasten multi-cluster fleet was found here, so there was nothing to judge.'
      : `No Kasten multi-cluster fleet was found in what could be read.${open}`
  return `${verdictOn(fleet, counts, unjudged.length > 0)}${open}`
}

function verdictOn(fleet: Fleet, counts: Report['counts'], isPartial: boolean): string {
  const clusters = `${counted(fleet.primaries.length, 'primary', 'primaries')} and ${counted(fleet.secondaries.length, 'secondary', 'secondaries')}`
  if (counts.error > 0)
    return `${clusters}: ${counted(counts.error, 'error')} will break a join, a push or a pull, or leak a secret.`
  if (counts.warning > 0)
    return `${clusters}: nothing stops the join; ${counted(counts.warning, 'warning')} to look at.`
  return `${clusters}: ${isPartial ? 'what could be read' : 'everything'} agrees.`
}
