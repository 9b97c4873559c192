// Matches a glob with alternatives by following all of them at once, so that no pattern makes it slow.
import { codesOf, type CodeTest, type Glob } from './glob-parts.ts'

/** A pattern: one character, any run of characters, one after another, or one of several. */
export type GlobTree =
  | { readonly kind: 'one'; readonly has: CodeTest }
  | { readonly kind: 'many'; readonly has: CodeTest }
  | { readonly kind: 'all'; readonly of: readonly GlobTree[] }
  | { readonly kind: 'any'; readonly of: readonly GlobTree[] }

/** A choice between sequences. */
export function alternation(sequences: readonly (readonly GlobTree[])[]): GlobTree {
  const of = sequences.map((sequence): GlobTree => ({ kind: 'all', of: sequence }))
  return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'any', of }
}

// A state reads one character and goes on to the states behind it; the last state is the end.
interface State {
  readonly has: CodeTest | undefined
  /** Whether it may read again. */
  readonly again: boolean
  readonly next: number[]
}

/** A tree ready to match. */
export function treeGlob(tree: GlobTree): Glob {
  const states: State[] = []
  const end = states.push({ has: undefined, again: false, next: [] }) - 1
  const start = stateBefore(states, tree, [end])
  return text => {
    let current = closure(states, start)
    for (const code of codesOf(text)) {
      if (current.size === 0) return false
      current = closure(states, stepped(states, current, code))
    }
    return current.has(end)
  }
}

// Builds a tree's states so that it leads on to `next`; gives the states it begins with.
function stateBefore(states: State[], tree: GlobTree, next: number[]): number[] {
  if (tree.kind === 'one' || tree.kind === 'many') {
    return [states.push({ has: tree.has, again: tree.kind === 'many', next }) - 1]
  }
  if (tree.kind === 'any') return tree.of.flatMap(choice => stateBefore(states, choice, next))
  return tree.of.reduceRight((after, part) => stateBefore(states, part, after), next)
}

function stepped(states: readonly State[], current: ReadonlySet<number>, code: number): number[] {
  const reached: number[] = []
  for (const index of current) {
    const state = states[index]
    if (!state?.has?.(code)) continue
    if (state.again) reached.push(index)
    else reached.push(...state.next)
  }
  return reached
}

// The states reachable without reading: past each run, which may be empty.
function closure(states: readonly State[], from: readonly number[]): Set<number> {
  const reached = new Set<number>(from)
  for (const index of reached) {
    const state = states[index]
    if (state?.again) for (const next of state.next) reached.add(next)
  }
  return reached
}
