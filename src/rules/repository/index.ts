// The rules of this folder, sorted by id; ignore-has-a-reason knows all others, so that the index above makes it.
import type { FleetRule } from '../rule.ts'
import { documentsAreSeparated } from './documents-are-separated.ts'
import { fieldHasTheRightType } from './field-has-the-right-type.ts'
import { fieldIsKnown } from './field-is-known.ts'
import { keysAreUnique } from './keys-are-unique.ts'
import { requiredFieldIsSet } from './required-field-is-set.ts'
import { valueIsAllowed } from './value-is-allowed.ts'
import { yamlParses } from './yaml-parses.ts'

export const repositoryRules: readonly FleetRule[] = [
  documentsAreSeparated,
  fieldHasTheRightType,
  fieldIsKnown,
  keysAreUnique,
  requiredFieldIsSet,
  valueIsAllowed,
  yamlParses
]
