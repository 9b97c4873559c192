// Rule: one object alone makes mc-join.
import { joinSecretName } from '../../model/kinds.ts'
import { whole, type Target } from '../../model/manifest.ts'
import type { Secondary } from '../../model/secondary.ts'
import type { Delivered, Site } from '../../model/site.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const joinSecretHasOneOwner: FleetRule = {
  id: 'join-secret-has-one-owner',
  severity: 'error',
  title: 'One object alone makes mc-join.',
  why: 'Two that write one Secret overwrite each other for ever. Of two ExternalSecrets ESO lets one have it, and the other says `target is owned by another ExternalSecret`. A Secret in Git beside an ExternalSecret makes Argo CD and ESO fight: the Application is OutOfSync, and the token comes and goes.',
  fix: 'Keep the ExternalSecret and remove the other.',
  source: 'external-secrets/external-secrets: pkg/controllers/externalsecret/externalsecret_controller.go',
  rows: [96],
  bad: [
    `
# file: secondaries/east/mc-join.yaml
apiVersion: v1
kind: Secret # <- here
metadata:
  name: mc-join
  namespace: kasten-io
`,
    `
# file: secondaries/east/join-secret-2.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join-2
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  target:
    name: mc-join # <- here
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
  ],
  good: [
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
# file: secondaries/east/registry.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: registry
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  target:
    name: registry
  data:
    - secretKey: token
      remoteRef:
        key: registry-token
`
  ],
  *check(fleet) {
    const sites = new Map<Site, Secondary>(fleet.secondaries.map(secondary => [secondary.site, secondary]))
    for (const secondary of sites.values()) {
      const firsts = new Map<string | undefined, Maker>()
      for (const maker of makersOf(secondary)) {
        const first = firsts.get(maker.delivered.namespace)
        if (first) yield complaintOf(maker, first)
        else firsts.set(maker.delivered.namespace, maker)
      }
    }
  }
}

/** Something that makes mc-join, and where it says so. */
interface Maker {
  readonly delivered: Delivered
  readonly about: Target
}

/** Each once, ExternalSecrets first, the one of the Secret's own name before others. What several namespaces may get of a ClusterExternalSecret is not known. */
function makersOf({ joins, literals, otherSources }: Secondary): Maker[] {
  const others = [...literals, ...otherSources].filter(({ manifest }) => manifest.kind !== 'ClusterExternalSecret')
  const makers = [
    ...joins.toSorted(byOwnName).map(join => ({ delivered: join, about: join.makesAt })),
    ...others.map(delivered => ({ delivered, about: whole(delivered.manifest) }))
  ]
  return [...new Map(makers.map(maker => [identityOf(maker.delivered), maker])).values()]
}

function byOwnName(a: Delivered, b: Delivered): number {
  return Number(b.manifest.name === joinSecretName) - Number(a.manifest.name === joinSecretName)
}

/** Two texts of one object are one object: which of them holds is for the rules of Applications. */
function identityOf({ manifest, namespace }: Delivered): string {
  return `${manifest.kind} ${namespace ?? ''} ${manifest.name}`
}

function complaintOf(maker: Maker, first: Maker): Complaint {
  const { manifest } = maker.delivered
  const what = manifest.kind === 'Secret' ? 'A Secret in Git' : `The ${manifest.kind} ${quoted(manifest.name)}`
  const owner = `the ${first.delivered.manifest.kind} ${quoted(first.delivered.manifest.name)}`
  return {
    about: maker.about,
    message: `${what} makes mc-join, and so does ${owner}: they fight over it. Remove this one.`,
    related: [{ about: first.about, message: 'mc-join is made here too' }]
  }
}
