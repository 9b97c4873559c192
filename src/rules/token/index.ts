// The rules of this folder, sorted by id.
import type { FleetRule } from '../rule.ts'
import { joinTokenCarriesNoData } from './join-token-carries-no-data.ts'
import { joinTokenHasOneWriter } from './join-token-has-one-writer.ts'
import { joinTokenTypeIsExact } from './join-token-type-is-exact.ts'
import { noCredentialInGit } from './no-credential-in-git.ts'
import { noTokenInGit } from './no-token-in-git.ts'
import { oneTokenPerRemoteKey } from './one-token-per-remote-key.ts'
import { tokenIsNeverReplaced } from './token-is-never-replaced.ts'
import { tokenObjectsAreNoHooks } from './token-objects-are-no-hooks.ts'

export const tokenRules: readonly FleetRule[] = [
  joinTokenCarriesNoData,
  joinTokenHasOneWriter,
  joinTokenTypeIsExact,
  noCredentialInGit,
  noTokenInGit,
  oneTokenPerRemoteKey,
  tokenIsNeverReplaced,
  tokenObjectsAreNoHooks
]
