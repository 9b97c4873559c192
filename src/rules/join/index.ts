// The rules of this folder, sorted by id.
import type { FleetRule } from '../rule.ts'
import { clusterNamesAreUnique } from './cluster-names-are-unique.ts'
import { configKeysAreKnown } from './config-keys-are-known.ts'
import { configValuesAreStrings } from './config-values-are-strings.ts'
import { externalSecretVersionIsServed } from './external-secret-version-is-served.ts'
import { insecurePrimaryIsAllowed } from './insecure-primary-is-allowed.ts'
import { joinFollowsRotation } from './join-follows-rotation.ts'
import { joinIsNotBlockedBySyncWindows } from './join-is-not-blocked-by-sync-windows.ts'
import { joinKeyAgrees } from './join-key-agrees.ts'
import { joinObjectsShareKastensNamespace } from './join-objects-share-kastens-namespace.ts'
import { joinPullsTheRawValue } from './join-pulls-the-raw-value.ts'
import { joinSecretCanBeWritten } from './join-secret-can-be-written.ts'
import { joinSecretHasOneOwner } from './join-secret-has-one-owner.ts'
import { joinSecretHasTheToken } from './join-secret-has-the-token.ts'
import { joinSecretIsNamedMcJoin } from './join-secret-is-named-mc-join.ts'
import { joinSecretOutlivesTheVault } from './join-secret-outlives-the-vault.ts'
import { joinStoreNamesItsKind } from './join-store-names-its-kind.ts'
import { joinVaultAgrees } from './join-vault-agrees.ts'
import { kastenVersionsCanJoin } from './kasten-versions-can-join.ts'
import { primaryDoesNotJoinItself } from './primary-does-not-join-itself.ts'
import { primaryIngressAgrees } from './primary-ingress-agrees.ts'
import { secondaryHasAJoinConfig } from './secondary-has-a-join-config.ts'
import { secondaryHasAJoinSecret } from './secondary-has-a-join-secret.ts'
import { secondaryHasAName } from './secondary-has-a-name.ts'
import { secondaryIngressIsItsOwn } from './secondary-ingress-is-its-own.ts'
import { tokenComesBeforeTheConfig } from './token-comes-before-the-config.ts'

export const joinRules: readonly FleetRule[] = [
  clusterNamesAreUnique,
  configKeysAreKnown,
  configValuesAreStrings,
  externalSecretVersionIsServed,
  insecurePrimaryIsAllowed,
  joinFollowsRotation,
  joinIsNotBlockedBySyncWindows,
  joinKeyAgrees,
  joinObjectsShareKastensNamespace,
  joinPullsTheRawValue,
  joinSecretCanBeWritten,
  joinSecretHasOneOwner,
  joinSecretHasTheToken,
  joinSecretIsNamedMcJoin,
  joinSecretOutlivesTheVault,
  joinStoreNamesItsKind,
  joinVaultAgrees,
  kastenVersionsCanJoin,
  primaryDoesNotJoinItself,
  primaryIngressAgrees,
  secondaryHasAJoinConfig,
  secondaryHasAJoinSecret,
  secondaryHasAName,
  secondaryIngressIsItsOwn,
  tokenComesBeforeTheConfig
]
