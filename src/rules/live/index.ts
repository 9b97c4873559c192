// The rules of this folder, sorted by id: what a look at Argo CD can show.
import type { LiveRule } from '../rule.ts'
import { applicationIsDeployed } from './application-is-deployed.ts'
import { applicationIsHealthy } from './application-is-healthy.ts'
import { applicationIsReconciled } from './application-is-reconciled.ts'
import { applicationIsSynced } from './application-is-synced.ts'
import { deletionCompletes } from './deletion-completes.ts'
import { lastSyncSucceeded } from './last-sync-succeeded.ts'
import { liveApplicationIsInGit } from './live-application-is-in-git.ts'
import { liveSpecIsGits } from './live-spec-is-gits.ts'

export const liveRules: readonly LiveRule[] = [
  applicationIsDeployed,
  applicationIsHealthy,
  applicationIsReconciled,
  applicationIsSynced,
  deletionCompletes,
  lastSyncSucceeded,
  liveApplicationIsInGit,
  liveSpecIsGits
]
