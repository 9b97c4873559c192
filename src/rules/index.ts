// All rules that need the repository alone; each folder's index has a line for each of its rules.
import { argocdRules } from './argocd/index.ts'
import { joinRules } from './join/index.ts'
import { primaryRules } from './primary/index.ts'
import { pushRules } from './push/index.ts'
import { repositoryRules } from './repository/index.ts'
import type { FleetRule } from './rule.ts'
import { storeRules } from './store/index.ts'
import { tokenRules } from './token/index.ts'

/** Every rule over a fleet. */
export const fleetRules: readonly FleetRule[] = [
  ...argocdRules,
  ...joinRules,
  ...primaryRules,
  ...pushRules,
  ...repositoryRules,
  ...storeRules,
  ...tokenRules
]
