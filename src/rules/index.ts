// All rules that need the repository alone; each folder's index has a line for each of its rules.
import { applicationSetRules } from './applicationset/index.ts'
import { argocdRules } from './argocd/index.ts'
import { changeRules } from './change/index.ts'
import { joinRules } from './join/index.ts'
import { liveRules } from './live/index.ts'
import { primaryRules } from './primary/index.ts'
import { pushRules } from './push/index.ts'
import { ignoreHasAReason } from './repository/ignore-has-a-reason.ts'
import { repositoryRules } from './repository/index.ts'
import type { FleetRule } from './rule.ts'
import { storeRules } from './store/index.ts'
import { tokenRules } from './token/index.ts'
import { vaultRules } from './vault/index.ts'

const rules: readonly FleetRule[] = [
  ...applicationSetRules,
  ...argocdRules,
  ...joinRules,
  ...primaryRules,
  ...pushRules,
  ...repositoryRules,
  ...storeRules,
  ...tokenRules
]

const known: readonly { readonly id: string }[] = [...rules, ...changeRules, ...liveRules, ...vaultRules]

/** Every rule over a fleet; one of them knows all the others, to tell which comments silence something. */
export const fleetRules: readonly FleetRule[] = [...rules, ignoreHasAReason(new Set(known.map(({ id }) => id)))]
