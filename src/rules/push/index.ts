// The rules of this folder, sorted by id.
import type { FleetRule } from '../rule.ts'
import { dataToIsServedAndPlain } from './data-to-is-served-and-plain.ts'
import { pushFollowsRotation } from './push-follows-rotation.ts'
import { pushMetadataIsValid } from './push-metadata-is-valid.ts'
import { pushNamesNoProperty } from './push-names-no-property.ts'
import { pushSecretReadsTheToken } from './push-secret-reads-the-token.ts'
import { pushSecretSendsTheToken } from './push-secret-sends-the-token.ts'
import { pushSecretVersionIsServed } from './push-secret-version-is-served.ts'
import { pushStoreNamesItsKind } from './push-store-names-its-kind.ts'
import { pushTemplateKeepsTheToken } from './push-template-keeps-the-token.ts'
import { remoteKeyIsAVaultName } from './remote-key-is-a-vault-name.ts'
import { tokenGoesToOneVault } from './token-goes-to-one-vault.ts'
import { vaultSecretOutlivesThePush } from './vault-secret-outlives-the-push.ts'

export const pushRules: readonly FleetRule[] = [
  dataToIsServedAndPlain,
  pushFollowsRotation,
  pushMetadataIsValid,
  pushNamesNoProperty,
  pushSecretReadsTheToken,
  pushSecretSendsTheToken,
  pushSecretVersionIsServed,
  pushStoreNamesItsKind,
  pushTemplateKeepsTheToken,
  remoteKeyIsAVaultName,
  tokenGoesToOneVault,
  vaultSecretOutlivesThePush
]
