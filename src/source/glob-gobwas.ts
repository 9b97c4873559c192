// Globs of github.com/gobwas/glob, which Argo CD uses for directory sources, projects and namespaces.
import { alternation, type GlobTree, treeGlob } from './glob-automaton.ts'
import { overlapsOf } from './glob-gobwas-overlap.ts'
import { codesOf, type CodeTest, type Glob, sign } from './glob-parts.ts'

/**
 * Compiles a pattern of gobwas/glob: `*`, `**`, `?`, `[abc]`, `[a-z]`, `[!a]`, `{a,b}` and `\` escapes.
 * Without a separator, as for a directory's include and exclude, `*` and `?` match `/` too; with '/', as for a
 * project's sourceRepos, only `**` does. A class is one range or a list: `[a-z0-9]` does not compile.
 * Where gobwas itself errs (patterns with alternatives that hold stars, texts beyond ASCII) the documented meaning holds,
 * but for one fault that ordinary patterns meet: see `overlapsOf`.
 * @returns undefined when gobwas does not compile it, or fails on it (`{}`); Argo CD then matches nothing
 */
export function gobwasGlob(pattern: string, separator?: '/'): Glob | undefined {
  const parser = new Parser(codesOf(pattern), separator)
  const tree = parser.tree()
  if (tree === undefined || /\{\}|\{$/.test(pattern)) return undefined
  const matches = treeGlob(tree)
  const overlaps = overlapsOf(pattern, separator)
  return text =>
    matches(text) || overlaps.some(({ prefix, suffix }) => text.startsWith(prefix) && text.endsWith(suffix))
}

/**
 * Whether gobwas does what its documentation says for a pattern. It is not to be trusted where alternatives with a star,
 * or empty ones, stand beside something else (`x/{*.yaml,b}`): no one can tell such a match without running it.
 */
export function isTrustedGobwas(pattern: string): boolean {
  const groups = pattern.match(/\{[^{}]*\}?/g) ?? []
  if (groups.length === 0 || (groups.length === 1 && groups[0] === pattern)) return true
  return (
    groups.every(group => !/[*?]|\{,|,,|,\}|\[/.test(group)) && groups.length === (pattern.match(/\{/g) ?? []).length
  )
}

// One branch of a `{…}`: its alternatives so far.
interface Branch {
  readonly alternatives: GlobTree[][]
}

class Parser {
  readonly #codes: readonly number[]
  readonly #inside: CodeTest
  #at = 0

  constructor(codes: readonly number[], separator: '/' | undefined) {
    const stop = separator?.charCodeAt(0)
    this.#codes = codes
    this.#inside = code => code !== stop
  }

  /** The whole pattern; an unclosed `{` ends with it. Undefined when a class is malformed. */
  tree(): GlobTree | undefined {
    const branches: Branch[] = [{ alternatives: [[]] }]
    while (this.#at < this.#codes.length) {
      if (!this.#step(branches)) return undefined
    }
    while (branches.length > 1) closeBranch(branches)
    return alternation(branches[0]?.alternatives ?? [])
  }

  #step(branches: Branch[]): boolean {
    const code = this.#codes[this.#at++]
    const inner = branches.length > 1
    if (code === sign.brace) branches.push({ alternatives: [[]] })
    else if (code === sign.comma && inner) branches.at(-1)?.alternatives.push([])
    else if (code === sign.unbrace && inner) closeBranch(branches)
    else return this.#add(code, branches)
    return true
  }

  #add(code: number | undefined, branches: Branch[]): boolean {
    const part = this.#part(code)
    if (part === undefined) return false
    if (part !== 'nothing') branches.at(-1)?.alternatives.at(-1)?.push(part)
    return true
  }

  #part(code: number | undefined): GlobTree | 'nothing' | undefined {
    if (code === sign.query) return { kind: 'one', has: this.#inside }
    if (code === sign.star) return this.#star()
    if (code === sign.open) return this.#class()
    const literal = code === sign.escape ? this.#codes[this.#at++] : code
    return literal === undefined ? 'nothing' : { kind: 'one', has: other => other === literal }
  }

  #star(): GlobTree {
    if (this.#codes[this.#at] !== sign.star) return { kind: 'many', has: this.#inside }
    this.#at++
    return { kind: 'many', has: () => true }
  }

  #class(): GlobTree | undefined {
    const not = this.#codes[this.#at] === sign.not
    if (not) this.#at++
    const has = this.#codes[this.#at + 1] === sign.dash ? this.#range() : this.#list()
    if (has === undefined) return undefined
    return { kind: 'one', has: not ? code => !has(code) : has }
  }

  // Exactly `lo-hi]`; both stand for themselves, even a backslash.
  #range(): CodeTest | undefined {
    const [low, , high, close] = this.#codes.slice(this.#at, this.#at + 4)
    if (low === undefined || high === undefined || close !== sign.close || high < low) return undefined
    this.#at += 4
    return code => code >= low && code <= high
  }

  #list(): CodeTest | undefined {
    const members = new Set<number>()
    for (let code = this.#codes[this.#at++]; code !== sign.close; code = this.#codes[this.#at++]) {
      const member = code === sign.escape ? this.#codes[this.#at++] : code
      if (member === undefined) return undefined
      members.add(member)
    }
    return members.size === 0 ? undefined : code => members.has(code)
  }
}

function closeBranch(branches: Branch[]): void {
  const closed = branches.pop()
  if (closed !== undefined) branches.at(-1)?.alternatives.at(-1)?.push(alternation(closed.alternatives))
}
