// Rule: the Secret that the token is pulled into is named mc-join.
import { joinSecretName } from '../../model/kinds.ts'
import { misnamedJoinsOf, pushedKeysOf } from '../misnamed-joins.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

export const joinSecretIsNamedMcJoin: FleetRule = {
  id: 'join-secret-is-named-mc-join',
  severity: 'error',
  title: 'The Secret that the token is pulled into is named mc-join.',
  why: 'Kasten reads the Secret `mc-join` and no other. An ExternalSecret that makes one of another name is Ready and Healthy, and the cluster never starts to join.',
  fix: 'Write `spec.target.name: mc-join`; without `target.name` the Secret is named like the ExternalSecret.',
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [83],
  bad: [
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
  target:
    name: join-secret # <- here
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: pull-join-token # <- here
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
`
  ],
  good: [
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: pull-join-token
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  target:
    name: mc-join
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
# file: secondaries/east/registry.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: k10-ecr
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: registry
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: registry-token
`
  ],
  *check(fleet) {
    for (const set of fleet.sets) {
      const pushed = pushedKeysOf(set)
      for (const secondary of set.secondaries) {
        for (const { makes, makesAt } of misnamedJoinsOf(secondary, pushed, fleet.stores)) {
          const message = `The token is pulled into the Secret ${quoted(makes)}, but Kasten joins with "${joinSecretName}" alone: write target.name: ${joinSecretName}.`
          yield { about: makesAt, message }
        }
      }
    }
  }
}
