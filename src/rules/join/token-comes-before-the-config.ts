// Rule: the token comes before mc-join-config.
import { waveAnnotationOf, waveOf } from '../../model/sync-annotations.ts'
import { whole } from '../../model/manifest.ts'
import type { Secondary } from '../../model/secondary.ts'
import { gathered } from '../once.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const tokenComesBeforeTheConfig: FleetRule = {
  id: 'token-comes-before-the-config',
  severity: 'notice',
  title: 'The token comes before mc-join-config.',
  why: `Kasten starts to join when both objects are there, in any order. When the ConfigMap comes a wave earlier, it waits for the ExternalSecret's wave, and the first attempt may be made without a token.`,
  fix: 'Put both into one wave, or the ExternalSecret into the earlier one.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
  rows: [97],
  bad: [
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
  annotations:
    argocd.argoproj.io/sync-wave: "2" # <- here
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
  annotations:
    argocd.argoproj.io/sync-wave: "1"
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
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
  annotations:
    argocd.argoproj.io/sync-wave: "1"
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
  annotations:
    argocd.argoproj.io/sync-wave: "2"
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
`
  ],
  check: ({ secondaries }) =>
    gathered(secondaries.flatMap(each => complaintsOf(each).map(complaint => [complaint, each] as const)))
}

/** Waves order what one Application delivers, nothing else. */
function complaintsOf({ config, joins }: Secondary): Complaint[] {
  if (!config?.delivery.application) return []
  const wave = waveOf(config.manifest)
  const late = joins.filter(join => join.delivery === config.delivery && waveOf(join.manifest) > wave)
  return late.map(({ manifest }) => ({
    about: waveAnnotationOf(manifest) ?? whole(manifest),
    message: `The token comes in wave ${waveOf(manifest)}, after mc-join-config in wave ${wave}: put it into wave ${wave}.`,
    related: [{ about: waveAnnotationOf(config.manifest) ?? whole(config.manifest), message: 'mc-join-config' }]
  }))
}
