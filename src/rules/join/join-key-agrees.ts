// Rule: the key that is pulled is the key that is pushed.
import { groupedBy } from '../../source/grouped.ts'
import type { Located } from '../../model/manifest.ts'
import type { MulticlusterSet } from '../../model/multicluster-set.ts'
import { comparableKeyOf, pushedIn, pushesUnseen, tokenEntriesOf, type Pushed } from '../../model/pushed-token.ts'
import { secretNameOf } from '../../model/remote-key.ts'
import type { Secondary } from '../../model/secondary.ts'
import { mayBeKeyVault } from '../../model/store.ts'
import { severalOf } from '../once.ts'
import { placeholderIn } from '../placeholder.ts'
import { wrongWithRemoteKey } from '../push/remote-key-is-a-vault-name.ts'
import { quoted } from '../quoted.ts'
import { mostShown, type Complaint, type FleetRule } from '../rule.ts'

export const joinKeyAgrees: FleetRule = {
  id: 'join-key-agrees',
  severity: 'error',
  title: 'The key that is pulled is the key that is pushed.',
  why: 'The token travels through one secret of the vault. A secondary that pulls another gets nothing (`SecretSyncedError`, `Secret does not exist`), or the token of another fleet or of long ago, and its `mc-join-status` says `rejected`, `Invalid join token`.',
  fix: `Write the \`remoteKey\` of the PushSecret:

\`\`\`yaml
remoteRef:
  key: <remoteKey of the PushSecret>
\`\`\``,
  source: 'external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go',
  rows: [85],
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
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-tokens # <- here
`,
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
        key: Fleet-Join-Token # <- here
`,
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
        key: old-join-token # <- here
# file: secondaries/west/join-secret.yaml
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
        key: old-join-token
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
        key: secret/fleet-join-token
`
  ],
  *check(fleet) {
    for (const set of fleet.sets) {
      const pushed = pushedIn(set).filter(isNamed)
      if (pushed.length === 0 || set.primaries.some(({ pushSecrets }) => pushSecrets.some(pushesUnseen))) continue
      yield* disagreementsIn(set, pushed)
    }
  }
}

/** What is pushed under no name of Key Vault has a finding already, and nothing can agree with it. */
function isNamed({ push, remoteKey }: Pushed): boolean {
  if (placeholderIn(remoteKey.value) !== undefined) return false
  return !push.storeRefs.every(mayBeKeyVault) || wrongWithRemoteKey(remoteKey.value) === undefined
}

/** A key that is pulled, and by whom. */
interface Pull {
  readonly key: Located<string>
  readonly label: string
}

function disagreementsIn(set: MulticlusterSet, pushed: readonly Pushed[]): Complaint[] {
  const exact = new Set(pushed.map(({ remoteKey }) => secretNameOf(remoteKey.value)))
  const comparable = new Map(pushed.toReversed().map(each => [comparableKeyOf(each.remoteKey.value), each]))
  const isPushed = ({ key: { value } }: Pull): boolean =>
    comparable.has(comparableKeyOf(value)) && exact.has(secretNameOf(value))
  const strangers = set.secondaries.flatMap(pullsOf).filter(pull => !isPushed(pull))
  return [...groupedBy(strangers, ({ key }) => key.value).values()].map(pulls => {
    const same = comparable.get(comparableKeyOf(pulls[0]!.key.value))
    return same ? caseComplaint(pulls, same) : strangerComplaint(pulls, pushed)
  })
}

function pullsOf({ joins, label }: Secondary): Pull[] {
  return joins.flatMap(tokenEntriesOf).flatMap(({ remoteKey, store }) => {
    if (!remoteKey?.value || placeholderIn(remoteKey.value) !== undefined) return []
    return !store || mayBeKeyVault(store) ? [{ key: remoteKey, label }] : []
  })
}

function strangerComplaint(pulls: readonly Pull[], pushed: readonly Pushed[]): Complaint {
  const message = `The join token is pulled from ${quoted(pulls[0]!.key.value)}, but pushed to ${quoted(pushed[0]!.remoteKey.value)}: write one key in both.`
  return { ...shared(pulls, pushed), message }
}

function caseComplaint(pulls: readonly Pull[], same: Pushed): Complaint {
  const message = `The key ${quoted(pulls[0]!.key.value)} differs from ${quoted(same.remoteKey.value)}, which is pushed, in its case: Key Vault does not mind, people and rules that compare do. Write it alike.`
  return { ...shared(pulls, [same]), message, severity: 'warning' }
}

function shared(pulls: readonly Pull[], pushed: readonly Pushed[]): Pick<Complaint, 'about' | 'related' | 'clusters'> {
  const [first, ...others] = [...new Map(pulls.map(pull => [pull.key.manifest, pull])).values()]
  return {
    about: first!.key,
    related: [
      ...pushed.slice(0, mostShown).map(({ remoteKey }) => ({ about: remoteKey, message: 'pushed here' })),
      ...others.slice(0, mostShown).map(({ key }) => ({ about: key, message: 'pulled from the same key here' }))
    ],
    clusters: severalOf(pulls.map(({ label }) => label))
  }
}
