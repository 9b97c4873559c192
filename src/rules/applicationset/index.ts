// The rules of this folder, sorted by id.
import type { FleetRule } from '../rule.ts'
import { generatedNamesDiffer } from './generated-names-differ.ts'
import { gitFilesGlobIsPlain } from './git-files-glob-is-plain.ts'
import { goTemplateFailsOnMissingKeys } from './go-template-fails-on-missing-keys.ts'

export const applicationSetRules: readonly FleetRule[] = [
  generatedNamesDiffer,
  gitFilesGlobIsPlain,
  goTemplateFailsOnMissingKeys
]
