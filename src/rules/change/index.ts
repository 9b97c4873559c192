// The rules of this folder: what only two states of a repository can show.
import type { ChangeView, Rule } from '../rule.ts'

export const changeRules: readonly Rule<ChangeView>[] = []
