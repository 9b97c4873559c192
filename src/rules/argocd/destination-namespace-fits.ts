// Rule: what names no namespace lands in the one it belongs in.
import type { Fleet } from '../../model/fleet.ts'
import { primaryNamespace } from '../../model/kinds.ts'
import { keyOf, whole, type Target } from '../../model/manifest.ts'
import { isByApplication, type ApplicationDelivery } from '../../model/of-the-fleet.ts'
import type { Delivered } from '../../model/site.ts'
import { changed } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const destinationNamespaceFits: FleetRule = {
  id: 'destination-namespace-fits',
  severity: 'error',
  title: "Objects that name no namespace have the right one from their Application's destination.",
  why: 'Argo CD puts what names no namespace into `destination.namespace`. Without that it refuses the object, `Namespace for … is missing`; in another one Kasten does not look for it.',
  fix: `Either in the Application

\`\`\`yaml
destination:
  namespace: kasten-io-mc
\`\`\`

or, which no Application can change, in each manifest

\`\`\`yaml
metadata:
  namespace: kasten-io-mc
\`\`\``,
  source: 'argoproj/argo-cd: controller/state.go',
  rows: [106],
  bad: [
    `${changed('argocd/primary.yaml', ['namespace: kasten-io-mc', 'namespace: kasten-io # <- here'])}
${changed('primary/join-token.yaml', ['  namespace: kasten-io-mc\n', ''])}`,
    `${changed('argocd/east.yaml', ['  destination:\n', '  destination: # <- here\n'], ['    namespace: kasten-io\n', ''])}
${changed('secondaries/east/join-config.yaml', ['  namespace: kasten-io\n', ''])}`
  ],
  good: [
    changed('argocd/primary.yaml', ['namespace: kasten-io-mc', 'namespace: argocd']),
    changed('primary/join-token.yaml', ['  namespace: kasten-io-mc\n', ''])
  ],
  *check(fleet) {
    const told = new Set<ApplicationDelivery>()
    for (const [delivered, wanted] of needyOf(fleet)) {
      const { manifest, delivery } = delivered
      if (manifest.namespace !== undefined || !isByApplication(delivery) || told.has(delivery)) continue
      const complaint = complaintOf(delivered, delivery, wanted)
      if (complaint) told.add(delivery)
      if (complaint) yield complaint
    }
  }
}

/** Namespaced objects with the namespace they must be in; undefined where Kasten may be elsewhere: that is for the join's own rules. */
function* needyOf({ primaries, secondaries }: Fleet): Generator<[Delivered, string | undefined]> {
  for (const { bootstraps, joinTokens, pushSecrets } of primaries) {
    for (const delivered of [...bootstraps, ...joinTokens, ...pushSecrets]) yield [delivered, primaryNamespace]
  }
  for (const { config, joins, literals } of secondaries) {
    for (const delivered of [...(config ? [config] : []), ...joins, ...literals]) yield [delivered, undefined]
  }
}

function complaintOf({ manifest }: Delivered, delivery: ApplicationDelivery, wanted?: string): Complaint | undefined {
  const { namespace } = delivery.application.destination
  const object = `The ${manifest.kind} ${quoted(manifest.name)} names no namespace`
  const related = [{ about: whole(manifest), message: 'names no namespace' }]
  if (!namespace) {
    const message = `${object}, and neither does the destination: write the namespace in one of the two.`
    return { about: destinationIn(delivery), message, related }
  }
  if (wanted === undefined || namespace.value === wanted) return undefined
  const message = `${object}, so it lands in ${quoted(namespace.value)}, where Kasten does not look: write ${quoted(wanted)} here or there.`
  return { about: namespace, message, related }
}

function destinationIn({ application: { manifest } }: ApplicationDelivery): Target {
  return keyOf({ manifest, path: ['spec', 'destination'] })
}
