// Rule: a remote key changes on both sides, and old readers are thought of.
import type { Fleet } from '../../model/fleet.ts'
import type { Located } from '../../model/manifest.ts'
import { secretKeyOf } from '../../model/remote-key.ts'
import { quoted } from '../quoted.ts'
import type { ChangeRule } from '../rule.ts'

export const remoteKeyChangesEverywhere: ChangeRule = {
  id: 'remote-key-changes-everywhere',
  severity: 'warning',
  title: 'A remote key changes on both sides, and old readers are thought of.',
  why: `Under a new name the vault has no secret until the next push, at the latest after the PushSecret's \`refreshInterval\`; the old one stays, with a token in it. With \`deletionPolicy: Delete\` the old one is deleted right after the push, and whatever still reads it fails.`,
  fix: `Change the PushSecret first, wait for the push, then change the ExternalSecrets; delete the old secret when nothing reads it.`,
  source: 'external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go',
  rows: [51],
  bad: [
    `
# file: primary/push-secret.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  refreshInterval: 10m
  deletionPolicy: None
  updatePolicy: Replace
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-token # <- here
`
  ],
  good: [
    `
# file: readme.txt
nothing of the fleet changed
`
  ],
  *check({ before, after }) {
    const old = new Set(pushedKeys(before).map(({ value }) => secretKeyOf(value)))
    const kept = new Set(pushedKeys(after).map(({ value }) => secretKeyOf(value)))
    const lost = [...old].filter(key => !kept.has(key))
    if (lost.length === 0) return
    for (const about of pushedKeys(after).filter(({ value }) => !old.has(secretKeyOf(value)))) {
      yield {
        about,
        message: `The token is pushed as ${quoted(about.value)} instead of ${quoted(lost[0]!)}: until the first push the vault has nothing under the new name, and the old secret stays, with a token in it, unless deletionPolicy deletes it.`
      }
    }
  }
}

function pushedKeys(fleet: Fleet): Located<string>[] {
  const matches = fleet.primaries.flatMap(({ pushSecrets }) => pushSecrets.flatMap(push => push.matches))
  return matches.flatMap(({ remoteKey }) => (remoteKey ? [remoteKey] : []))
}
