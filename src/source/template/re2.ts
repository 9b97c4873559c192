// Matches a regular expression as Go's regexp does: leftmost first, in time linear to the text.
import { isWord } from './re2-classes.ts'
import { InvalidPattern, type Parsed, type Pattern } from './re2-pattern.ts'
import { parsedPattern } from './re2-syntax.ts'
import type { Run } from './go-run.ts'
import { unsupported } from './rendered.ts'

type Instruction =
  | { readonly op: 'set'; readonly has: (code: number) => boolean }
  | { readonly op: 'assert'; readonly at: 'start' | 'end' | 'word' | 'no-word' }
  | { readonly op: 'fork'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'match' }

/** A compiled pattern. */
export interface Expression {
  readonly names: ReadonlyMap<string, number>
  readonly groups: number
  readonly program: readonly Instruction[]
}

/** Where a match and its groups start and end, in runes; two slots a group, undefined where a group took no part. */
export type Slots = readonly (number | undefined)[]

const mostInstructions = 5000

/** A pattern ready to match; undefined where Go's regexp.Compile fails. */
export function compiled(source: string): Expression | undefined {
  let parsed: Parsed
  try {
    parsed = parsedPattern(source)
  } catch (cause) {
    if (cause instanceof InvalidPattern) return undefined
    throw cause
  }
  const program: Instruction[] = []
  emit(program, { kind: 'group', of: parsed.pattern, index: 0 })
  program.push({ op: 'match' })
  return { names: parsed.names, groups: parsed.groups, program }
}

function emit(program: Instruction[], pattern: Pattern): void {
  if (program.length > mostInstructions) throw unsupported('a pattern is too large')
  switch (pattern.kind) {
    case 'set':
      program.push({ op: 'set', has: pattern.has })
      break
    case 'assert':
      program.push({ op: 'assert', at: pattern.at })
      break
    case 'all':
      for (const part of pattern.of) emit(program, part)
      break
    case 'any':
      emitAny(program, pattern.of)
      break
    case 'repeat':
      emitRepeat(program, pattern)
      break
    case 'group':
      program.push({ op: 'save', slot: pattern.index * 2 })
      emit(program, pattern.of)
      program.push({ op: 'save', slot: pattern.index * 2 + 1 })
  }
}

function emitAny(program: Instruction[], [first, ...others]: readonly Pattern[]): void {
  if (first === undefined) return
  if (others.length === 0) return emit(program, first)
  const fork = program.push({ op: 'match' }) - 1
  emit(program, first)
  const jump = program.push({ op: 'match' }) - 1
  program[fork] = { op: 'fork', first: fork + 1, second: program.length }
  emitAny(program, others)
  program[jump] = { op: 'jump', to: program.length }
}

function emitRepeat(program: Instruction[], { of, least, most, lazy }: Pattern & { kind: 'repeat' }): void {
  for (let count = 1; count < least; count++) emit(program, of)
  if (most === Infinity) emitLoop(program, of, lazy, least === 0)
  else emitBounded(program, of, lazy, { must: least > 0, may: most - least })
}

// Each further turn may be left out, and with it all after it.
function emitBounded(program: Instruction[], of: Pattern, lazy: boolean, turns: { must: boolean; may: number }): void {
  if (turns.must) emit(program, of)
  const forks: number[] = []
  for (let count = 0; count < turns.may; count++) {
    forks.push(program.push({ op: 'match' }) - 1)
    emit(program, of)
  }
  for (const fork of forks) program[fork] = forkOf(fork + 1, program.length, lazy)
}

// x+ tries its body, then again or on; x* is (x+)?, which decides what an empty body matches.
function emitLoop(program: Instruction[], of: Pattern, lazy: boolean, optional: boolean): void {
  const fork = optional ? program.push({ op: 'match' }) - 1 : undefined
  const start = program.length
  emit(program, of)
  program.push(forkOf(start, program.length + 1, lazy))
  if (fork !== undefined) program[fork] = forkOf(start, program.length, lazy)
}

function forkOf(more: number, on: number, lazy: boolean): Instruction {
  return lazy ? { op: 'fork', first: on, second: more } : { op: 'fork', first: more, second: on }
}

interface Thread {
  readonly at: number
  readonly slots: Slots
}

/** The leftmost match from `from` on, preferring as the pattern is written; undefined when there is none. */
export function matchOf(run: Run, expression: Expression, codes: readonly number[], from: number): Slots | undefined {
  let best: Slots | undefined
  let threads: Thread[] = []
  for (let at = from; at <= codes.length; at++) {
    const here = new Follower(expression.program, codes, at)
    for (const thread of threads) here.follow(thread.at, thread.slots)
    if (best === undefined) here.follow(0, [])
    run.spend(1 + (here.threads.length >> 2))
    threads = []
    for (const thread of here.threads) {
      const instruction = expression.program[thread.at]
      if (instruction?.op === 'match') {
        best = thread.slots
        break
      }
      const code = codes[at]
      if (instruction?.op === 'set' && code !== undefined && instruction.has(code)) {
        threads.push({ at: thread.at + 1, slots: thread.slots })
      }
    }
    if (best !== undefined && threads.length === 0) break
  }
  return best
}

// Follows what takes no rune: each instruction is reached once at a place, by the thread that comes first.
class Follower {
  readonly threads: Thread[] = []
  readonly #program: readonly Instruction[]
  readonly #codes: readonly number[]
  readonly #at: number
  readonly #seen = new Set<number>()

  constructor(program: readonly Instruction[], codes: readonly number[], at: number) {
    this.#program = program
    this.#codes = codes
    this.#at = at
  }

  follow(start: number, slots: Slots): void {
    const stack: Thread[] = [{ at: start, slots }]
    for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
      if (this.#seen.has(thread.at)) continue
      this.#seen.add(thread.at)
      this.#step(thread, stack)
    }
  }

  #step({ at, slots }: Thread, stack: Thread[]): void {
    const instruction = this.#program[at]
    switch (instruction?.op) {
      case 'fork':
        stack.push({ at: instruction.second, slots }, { at: instruction.first, slots })
        break
      case 'jump':
        stack.push({ at: instruction.to, slots })
        break
      case 'save':
        stack.push({ at: at + 1, slots: replacedAt(slots, instruction.slot, this.#at) })
        break
      case 'assert':
        if (this.#holds(instruction.at)) stack.push({ at: at + 1, slots })
        break
      case 'set':
      case 'match':
      case undefined:
        this.threads.push({ at, slots })
    }
  }

  #holds(at: 'start' | 'end' | 'word' | 'no-word'): boolean {
    if (at === 'start') return this.#at === 0
    if (at === 'end') return this.#at === this.#codes.length
    const [before, after] = [this.#codes[this.#at - 1], this.#codes[this.#at]].map(
      code => code !== undefined && isWord(code)
    )
    return (before !== after) === (at === 'word')
  }
}

function replacedAt(slots: Slots, slot: number, value: number): Slots {
  const copy = slots.slice()
  copy[slot] = value
  return copy
}
