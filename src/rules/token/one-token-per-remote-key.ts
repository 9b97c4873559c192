// Rule: one Secret feeds each secret of the vault.
import type { Fleet } from '../../model/fleet.ts'
import { normalisedUrl } from '../../model/ingress.ts'
import { isPushSecret } from '../../model/kinds.ts'
import type { Located } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import { pushSecretOf, type PushMatch, type PushSecret } from '../../model/push-secret.ts'
import { comparableKeyOf } from '../../model/pushed-token.ts'
import { mayBeKeyVault, vaultKeyOf, type StoreRef } from '../../model/store.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const oneTokenPerRemoteKey: FleetRule = {
  id: 'one-token-per-remote-key',
  severity: 'error',
  title: 'One Secret feeds each secret of the vault.',
  why: `Each refresh of a PushSecret writes its value over what is there. Two that write one name put now one token into the vault, now the other;
secondaries that pull the wrong one are \`rejected\` with \`Invalid join token\`, while both PushSecrets say \`Synced\`.`,
  fix: `Keep one of the two, or give each a \`remoteKey\` of its own

\`\`\`yaml
data:
  - match:
      secretKey: token
      remoteRef:
        remoteKey: <name of the secret in the vault>
\`\`\``,
  source: 'external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go',
  rows: [31, 47],
  bad: [
    `
# file: primary/push-spare.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-spare-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  refreshInterval: 10m
  deletionPolicy: None
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: spare-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: secret/Fleet-Join-Token # <- here
# file: primary/spare-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: spare-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "2"
type: dist.kio.kasten.io/join-token
`,
    `
# file: primary/push-twice.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-twice
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  refreshInterval: 10m
  deletionPolicy: None
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
          remoteKey: fleet-join-token # <- here
`
  ],
  good: [
    `
# file: primary/push-other.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-certificate
  namespace: ingress
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  refreshInterval: 10m
  deletionPolicy: None
  secretStoreRefs:
    - name: certificates
      kind: SecretStore
  selector:
    secret:
      name: certificate
  data:
    - match:
        secretKey: tls.crt
        remoteRef:
          remoteKey: fleet-join-token
`
  ],
  *check(fleet) {
    const first = new Map<string, Writer>()
    for (const writer of writersIn(fleet)) {
      for (const name of namesOf(writer)) {
        const other = first.get(name)
        if (!other) first.set(name, writer)
        else if (clash(other, writer)) yield complaintOf(other, writer)
      }
    }
  }
}

/** One entry of a PushSecret, with the primary it runs on. */
interface Writer {
  readonly primary: Primary
  readonly push: PushSecret
  readonly match: PushMatch
  readonly remoteKey: Located<string>
  /** Whether it pushes the fleet's tokens; of others only what gets in their way is said. */
  readonly isOurs: boolean
}

/** Those of the fleet first, so that it is the other one that is complained about. */
function writersIn({ primaries, stores }: Fleet): Writer[] {
  const ours = primaries.flatMap(primary => primary.pushSecrets.flatMap(push => writersOf(push, primary, true)))
  const known = new Set(ours.map(({ push }) => push.manifest))
  const others = primaries.flatMap(primary =>
    primary.site.objects
      .filter(({ manifest }) => isPushSecret(manifest) && !known.has(manifest))
      .flatMap(delivered => writersOf(pushSecretOf(delivered, primary.site, stores), primary, false))
  )
  return [...ours, ...others]
}

function writersOf(push: PushSecret, primary: Primary, isOurs: boolean): Writer[] {
  return push.matches.flatMap(match =>
    match.remoteKey?.value ? [{ primary, push, match, remoteKey: match.remoteKey, isOurs }] : []
  )
}

/** Where it writes: by the vault where that is known, else by the store of its cluster. */
function namesOf({ primary, push, remoteKey }: Writer): Set<string> {
  const vaults = push.storeRefs.filter(mayBeKeyVault).flatMap(ref => vaultOf(ref, push, primary) ?? [])
  return new Set(vaults.map(vault => `${vault} ${comparableKeyOf(remoteKey.value)}`))
}

function vaultOf({ vaultUrl, name, kind }: StoreRef, { namespace }: PushSecret, { site }: Primary): string | undefined {
  if (vaultUrl) return vaultKeyOf(vaultUrl.value)
  if (!name) return undefined
  return `${site.key} ${kind} ${kind === 'SecretStore' ? namespace : ''} ${name.value}`
}

/**
 * One PushSecret delivered twice, and one primary declared twice, are for other rules; a property may be a part of a secret where the
 * store is no Key Vault.
 */
function clash(a: Writer, b: Writer): boolean {
  if (!a.isOurs && !b.isOurs) return false
  const delivered = a.push.manifest === b.push.manifest && a.push !== b.push
  const declared = a.primary !== b.primary && urlOf(a.primary) === urlOf(b.primary)
  const parts = a.match.property && b.match.property && a.match.property.value !== b.match.property.value
  return !delivered && !declared && !parts
}

function urlOf({ ingress }: Primary): string | undefined {
  return ingress && normalisedUrl(ingress.value)
}

function complaintOf(first: Writer, other: Writer): Complaint {
  const sameSource = sourceOf(first) === sourceOf(other)
  const message = `The vault secret ${quoted(other.remoteKey.value)} is written by ${quoted(first.push.manifest.name)} already: keep one of the two, or give this a name of its own.`
  return {
    about: other.remoteKey,
    message,
    severity: sameSource ? 'warning' : 'error',
    related: [{ about: first.remoteKey, message: 'written here too' }]
  }
}

/** What it reads: two that read the same push the same value. */
function sourceOf({ primary, push, match }: Writer): string {
  return `${primary.site.key} ${push.namespace} ${push.selects?.value} ${match.secretKey?.value}`
}
