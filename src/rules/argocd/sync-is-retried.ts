// Rule: a sync that fails is tried again for long enough.
import { at, below, keyOf, type Target } from '../../model/manifest.ts'
import type { Application } from '../../model/application.ts'
import type { ChartUse } from '../../model/chart-use.ts'
import type { Delivery } from '../../model/delivery.ts'
import type { Fleet } from '../../model/fleet.ts'
import { bringingDeliveriesOf, isByApplication } from '../../model/of-the-fleet.ts'
import { changed } from '../example-change.ts'
import type { Complaint, FleetRule } from '../rule.ts'

const retry = `    retry:
      limit: 10
      backoff:
        duration: 10s
        factor: 2
        maxDuration: 5m
`

export const syncIsRetried: FleetRule = {
  id: 'sync-is-retried',
  severity: 'notice',
  title: 'A sync of the fleet that fails is tried again, for long enough.',
  why: 'On a new cluster the first sync may come before Kasten or External Secrets Operator are there, and waves do not wait for the Bootstrap, which has no health check. Without `retry` Argo CD tries a commit five times more, within about three minutes, and then waits for the next commit; with `limit: 0` not even that.',
  fix: `\`\`\`yaml
syncPolicy:
${retry}\`\`\``,
  source: 'argoproj/argo-cd: controller/appcontroller.go autoSync',
  rows: [14, 122],
  bad: [
    changed(
      'argocd/east.yaml',
      ['    automated:\n      selfHeal: true\n', '    automated: {} # <- here\n'],
      [retry, '']
    ),
    changed('argocd/east.yaml', ['      selfHeal: true\n', '      prune: false\n'], ['limit: 10', 'limit: 0 # <- here'])
  ],
  good: [
    // selfHeal tries again too.
    changed('argocd/east.yaml', [retry, '']),
    // A person syncs, and tries again.
    changed('argocd/east.yaml', ['    automated:\n      selfHeal: true\n', ''])
  ],
  *check(fleet) {
    const judged = besideOperators(fleet)
    for (const delivery of bringingDeliveriesOf(fleet)) {
      if (isByApplication(delivery) && !judged.has(delivery)) yield* complaintOf(delivery.application)
    }
  }
}

function isOperator({ chart }: ChartUse): boolean {
  return chart === 'external-secrets' || chart === 'k10'
}

/** Where another Application brings the CRDs, the rule on those asks for more. */
function besideOperators({ sites }: Fleet): Set<Delivery> {
  return new Set(sites.filter(({ charts }) => charts.some(isOperator)).flatMap(({ deliveries }) => deliveries))
}

function complaintOf({ manifest, automated }: Application): Complaint[] {
  if (!automated || automated.selfHeal) return []
  const retried = at(manifest, 'spec', 'syncPolicy', 'retry')
  const limit = retried && below(retried, 'limit')
  if (!retried) return [told(keyOf(automated.target), 'gives up on a commit after about three minutes')]
  return limit?.value === 0 ? [told(limit, 'does not try a commit again')] : []
}

function told(about: Target, what: string): Complaint {
  return {
    about,
    message: `When a sync fails, Argo CD ${what}, and a new cluster may need longer: add a retry with limit and backoff.`
  }
}
