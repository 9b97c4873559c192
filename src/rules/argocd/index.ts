// The rules of this folder, sorted by id.
import type { FleetRule } from '../rule.ts'

export const argocdRules: readonly FleetRule[] = []
