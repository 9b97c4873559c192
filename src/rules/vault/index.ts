// The rules of this folder, sorted by id: what a look into the vault can show.
import type { VaultRule } from '../rule.ts'
import { deletePolicyFitsTheVault } from './delete-policy-fits-the-vault.ts'
import { tokenDoesNotExpireSoon } from './token-does-not-expire-soon.ts'
import { tokenIsFresh } from './token-is-fresh.ts'
import { tokenIsInTheVault } from './token-is-in-the-vault.ts'
import { tokenIsValidAlready } from './token-is-valid-already.ts'
import { vaultNameIsWrittenAlike } from './vault-name-is-written-alike.ts'
import { vaultSecretIsEnabled } from './vault-secret-is-enabled.ts'
import { vaultSecretIsManagedByEso } from './vault-secret-is-managed-by-eso.ts'
import { vaultSecretIsNoCertificate } from './vault-secret-is-no-certificate.ts'

export const vaultRules: readonly VaultRule[] = [
  deletePolicyFitsTheVault,
  tokenDoesNotExpireSoon,
  tokenIsFresh,
  tokenIsInTheVault,
  tokenIsValidAlready,
  vaultNameIsWrittenAlike,
  vaultSecretIsEnabled,
  vaultSecretIsManagedByEso,
  vaultSecretIsNoCertificate
]
