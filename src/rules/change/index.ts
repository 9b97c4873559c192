// The rules of this folder, sorted by id: what only two states of a repository can show.
import type { ChangeRule } from '../rule.ts'
import { primaryKeepsItsIdentity } from './primary-keeps-its-identity.ts'
import { remoteKeyChangesEverywhere } from './remote-key-changes-everywhere.ts'
import { secondaryIsDisconnectedFirst } from './secondary-is-disconnected-first.ts'
import { secondaryKeepsItsName } from './secondary-keeps-its-name.ts'
import { tokenKeepsItsName } from './token-keeps-its-name.ts'

export const changeRules: readonly ChangeRule[] = [
  primaryKeepsItsIdentity,
  remoteKeyChangesEverywhere,
  secondaryIsDisconnectedFirst,
  secondaryKeepsItsName,
  tokenKeepsItsName
]
