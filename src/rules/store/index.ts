// The rules of this folder, sorted by id.
import type { FleetRule } from '../rule.ts'
import { pullingNeedsNoWrite } from './pulling-needs-no-write.ts'
import { storeAdmitsItsUsers } from './store-admits-its-users.ts'
import { storeCloudConfigFits } from './store-cloud-config-fits.ts'
import { storeCredentialsAreComplete } from './store-credentials-are-complete.ts'
import { storeIsKnown } from './store-is-known.ts'
import { storeIsLimited } from './store-is-limited.ts'
import { storeIsNotSkipped } from './store-is-not-skipped.ts'
import { storeRefsNameTheirNamespace } from './store-refs-name-their-namespace.ts'
import { storeVersionIsServed } from './store-version-is-served.ts'
import { vaultCloudAgrees } from './vault-cloud-agrees.ts'
import { vaultUrlIsAKeyVault } from './vault-url-is-a-key-vault.ts'

export const storeRules: readonly FleetRule[] = [
  pullingNeedsNoWrite,
  storeAdmitsItsUsers,
  storeCloudConfigFits,
  storeCredentialsAreComplete,
  storeIsKnown,
  storeIsLimited,
  storeIsNotSkipped,
  storeRefsNameTheirNamespace,
  storeVersionIsServed,
  vaultCloudAgrees,
  vaultUrlIsAKeyVault
]
