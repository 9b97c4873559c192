// Rule: a secondary pulls the token as it was pushed.
import type { PullEntry } from '../../model/external-secret.ts'
import type { Fleet } from '../../model/fleet.ts'
import { at, keyOf, stringBelow } from '../../model/manifest.ts'
import { tokenEntriesOf } from '../../model/pushed-token.ts'
import { mayBeKeyVault } from '../../model/store.ts'
import { joinsOf } from '../once.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const joinPullsTheRawValue: FleetRule = {
  id: 'join-pulls-the-raw-value',
  severity: 'error',
  title: 'A secondary pulls the token as it was pushed.',
  why: 'The value in the vault is the token itself. `property` looks for a field of JSON in it and fails with `property … does not exist in key …`; `metadataPolicy: Fetch` gives the tags of the vault secret instead; a `decodingStrategy` decodes what was never encoded. The cluster has no token, or a broken one.',
  fix: `A bare key is all it takes:

\`\`\`yaml
remoteRef:
  key: <remoteKey of the PushSecret>
\`\`\``,
  source: 'external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go',
  rows: [88, 90],
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
        key: fleet-join-token
        property: token # <- here
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
        key: fleet-join-token
        metadataPolicy: Fetch # <- here
        decodingStrategy: Base64 # <- here
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
        conversionStrategy: Default
        decodingStrategy: None
        metadataPolicy: None
`
  ],
  *check(fleet) {
    const pushes = waysOfPushing(fleet)
    for (const { object, clusters } of joinsOf(fleet)) {
      const complaints = tokenEntriesOf(object).flatMap(entry => complaintsOf(entry, pushes))
      for (const complaint of complaints) yield { ...complaint, clusters }
    }
  }
}

/** What on the way into the vault may explain what is done on the way out. */
interface Pushing {
  /** Another provider, perhaps, where properties mean something. */
  readonly namesProperties: boolean
  /** The value may be encoded. */
  readonly usesTemplates: boolean
}

function waysOfPushing({ primaries }: Fleet): Pushing {
  const pushes = primaries.flatMap(({ pushSecrets }) => pushSecrets)
  return {
    namesProperties: pushes.some(({ matches }) => matches.some(({ property }) => property)),
    usesTemplates: pushes.some(({ manifest }) => at(manifest, 'spec', 'template'))
  }
}

function complaintsOf(entry: PullEntry, { namesProperties, usesTemplates }: Pushing): Complaint[] {
  if (!entry.store || !mayBeKeyVault(entry.store)) return []
  const complaints: Complaint[] = []
  const { property } = entry
  if (property && property.value !== '' && (entry.store.store || !namesProperties)) {
    complaints.push({ about: keyOf(property), message: noProperty })
  }
  const metadata = stringBelow(entry.target, 'remoteRef', 'metadataPolicy')
  if (metadata?.value === 'Fetch') complaints.push({ about: metadata, message: tags })
  const decoding = stringBelow(entry.target, 'remoteRef', 'decodingStrategy')
  if (decoding && decodes.has(decoding.value) && !usesTemplates) {
    const message = `decodingStrategy ${quoted(decoding.value)} decodes a token that is not encoded: remove it.`
    complaints.push({ about: decoding, message })
  }
  return complaints
}

const noProperty =
  'The value in the vault is the token itself, without properties, so this line finds nothing: remove it.'
const tags = 'metadataPolicy "Fetch" gives the tags of the vault secret, not the token: remove it.'
const decodes = new Set(['Auto', 'Base64', 'Base64URL'])
