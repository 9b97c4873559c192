// Parses a regular expression of Go's RE2 syntax: the part whose meaning we know exactly.
import { runesOf } from './go-text.ts'
import { controls, equal, perlClass, posixClass, type Test } from './re2-classes.ts'
import { InvalidPattern, type Parsed, type Pattern } from './re2-pattern.ts'
import { unsupported } from './rendered.ts'

/** The tree of a pattern; throws InvalidPattern where Go's regexp.Compile fails, and a refusal beyond what we know. */
export function parsedPattern(source: string): Parsed {
  const parser = new Parser(source)
  const pattern = parser.alternatives()
  if (!parser.atEnd()) throw new InvalidPattern('unexpected )')
  return { pattern, groups: parser.groups, names: parser.names }
}

class Parser {
  groups = 0
  readonly names = new Map<string, number>()
  readonly #runes: readonly string[]
  #at = 0
  #depth = 0

  constructor(source: string) {
    this.#runes = runesOf(source)
  }

  atEnd(): boolean {
    return this.#at >= this.#runes.length
  }

  alternatives(): Pattern {
    if (++this.#depth > 100) throw unsupported('a pattern nests too deeply')
    const of = [this.#sequence()]
    while (this.#take('|')) of.push(this.#sequence())
    this.#depth--
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'any', of }
  }

  #peek(): string | undefined {
    return this.#runes[this.#at]
  }

  #next(): string {
    const rune = this.#runes[this.#at++]
    if (rune === undefined) throw new InvalidPattern('unexpected end')
    return rune
  }

  #take(text: string): boolean {
    if (this.#runes.slice(this.#at, this.#at + text.length).join('') !== text) return false
    this.#at += text.length
    return true
  }

  #sequence(): Pattern {
    const of: Pattern[] = []
    for (let rune = this.#peek(); rune !== undefined && rune !== '|' && rune !== ')'; rune = this.#peek()) {
      of.push(this.#repeated(this.#atom()))
    }
    return { kind: 'all', of }
  }

  #repeated(of: Pattern): Pattern {
    const bounds = this.#bounds()
    if (bounds === undefined) return of
    const lazy = this.#take('?')
    if (this.#bounds() !== undefined) throw new InvalidPattern('invalid nested repetition operator')
    return { kind: 'repeat', of, ...bounds, lazy }
  }

  #bounds(): { least: number; most: number } | undefined {
    if (this.#take('*')) return { least: 0, most: Infinity }
    if (this.#take('+')) return { least: 1, most: Infinity }
    if (this.#take('?')) return { least: 0, most: 1 }
    const counted = /^\{([0-9]{1,9})(,([0-9]{0,9}))?\}/.exec(this.#runes.slice(this.#at, this.#at + 24).join(''))
    if (counted === null) return undefined
    const [text, low, comma, high] = counted
    const least = Number(low)
    const most = comma === undefined ? least : high === '' ? Infinity : Number(high)
    if (least > 1000 || (most !== Infinity && most > 1000) || most < least)
      throw new InvalidPattern('invalid repeat count')
    this.#at += text.length
    return { least, most }
  }

  #atom(): Pattern {
    if (this.#bounds() !== undefined) throw new InvalidPattern('missing argument to repetition operator')
    const rune = this.#next()
    switch (rune) {
      case '(':
        return this.#group()
      case '[':
        return { kind: 'set', has: this.#class() }
      case '.':
        return { kind: 'set', has: code => code !== 10 }
      case '^':
        return { kind: 'assert', at: 'start' }
      case '$':
        return { kind: 'assert', at: 'end' }
      case '\\':
        return this.#escaped()
      default:
        return same(rune)
    }
  }

  #group(): Pattern {
    if (this.#take('?:')) return this.#closed(this.alternatives())
    let name: string | undefined
    if (this.#take('?P<') || this.#take('?<')) name = this.#name()
    else if (this.#peek() === '?') throw this.#flags()
    const index = ++this.groups
    if (name !== undefined) {
      if (this.names.has(name)) throw unsupported('two groups of one name in a pattern are not supported')
      this.names.set(name, index)
    }
    return { kind: 'group', of: this.#closed(this.alternatives()), index }
  }

  #flags(): Error {
    const text = this.#runes.slice(this.#at, this.#at + 12).join('')
    return /^\?[imsU-]+[:)]/.test(text)
      ? unsupported('flags in patterns are not supported')
      : new InvalidPattern('invalid group')
  }

  #name(): string {
    let name = ''
    for (let rune = this.#next(); rune !== '>'; rune = this.#next()) name += rune
    if (!/^\w+$/.test(name)) throw new InvalidPattern('invalid capture group name')
    return name
  }

  #closed(pattern: Pattern): Pattern {
    if (!this.#take(')')) throw new InvalidPattern('missing closing )')
    return pattern
  }

  #escaped(): Pattern {
    const rune = this.#next()
    if (rune === 'b') return { kind: 'assert', at: 'word' }
    if (rune === 'B') return { kind: 'assert', at: 'no-word' }
    if (rune === 'A') return { kind: 'assert', at: 'start' }
    if (rune === 'z') return { kind: 'assert', at: 'end' }
    return { kind: 'set', has: perlClass(rune) ?? equal(this.#escapedCode(rune)) }
  }

  #escapedCode(rune: string): number {
    if (Object.hasOwn(controls, rune)) return controls[rune] ?? 0
    if (/[!-/:-@[-`{-~]/.test(rune)) return rune.charCodeAt(0)
    if (/[pPxQC0-7]/.test(rune)) {
      if (/[1-7]/.test(rune) && !/[0-7]/.test(this.#peek() ?? '')) throw new InvalidPattern('invalid escape sequence')
      throw unsupported(`"\\${rune}" in patterns is not supported`)
    }
    throw new InvalidPattern('invalid escape sequence')
  }

  #class(): Test {
    const negated = this.#take('^')
    const tests: Test[] = []
    for (let first = true; first || this.#peek() !== ']'; first = false) tests.push(this.#classItem())
    this.#next()
    const has: Test = code => tests.some(test => test(code))
    return negated ? code => !has(code) : has
  }

  #classItem(): Test {
    const named = this.#posixClass()
    if (named !== undefined) return named
    const low = this.#classCode()
    if (typeof low !== 'number') return low
    if (this.#peek() !== '-' || this.#runes[this.#at + 1] === ']') return equal(low)
    this.#next()
    const high = this.#classCode()
    if (typeof high !== 'number' || high < low) throw new InvalidPattern('invalid character class range')
    return code => code >= low && code <= high
  }

  #posixClass(): Test | undefined {
    const text = /^\[:\^?\w+:\]/.exec(this.#runes.slice(this.#at, this.#at + 16).join(''))?.[0]
    if (text === undefined) return undefined
    this.#at += text.length
    return posixClass(text)
  }

  #classCode(): number | Test {
    const rune = this.#next()
    if (rune !== '\\') return rune.codePointAt(0) ?? 0
    const escape = this.#next()
    return perlClass(escape) ?? this.#escapedCode(escape)
  }
}

function same(rune: string): Pattern {
  return { kind: 'set', has: equal(rune.codePointAt(0) ?? 0) }
}
