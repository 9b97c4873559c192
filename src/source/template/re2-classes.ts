// The classes of characters that Go's regular expressions name: \d, \w, [:alpha:] and their like.
import { unsupported } from './rendered.ts'

/** Whether a code point belongs to a class. */
export type Test = (code: number) => boolean

const digit: Test = code => code >= 48 && code <= 57
const word: Test = code => digit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
const space: Test = code => code === 32 || code === 9 || code === 10 || code === 12 || code === 13
const perl: Readonly<Record<string, Test>> = { d: digit, w: word, s: space }
/** Characters by the letter that escapes them: \n. */
export const controls: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 }
const posix: Readonly<Record<string, Test>> = {
  alnum: code => word(code) && code !== 95,
  alpha: code => word(code) && code !== 95 && !digit(code),
  digit,
  lower: code => code >= 97 && code <= 122,
  upper: code => code >= 65 && code <= 90,
  space: code => space(code) || code === 11,
  punct: code => code > 32 && code < 127 && !(word(code) && code !== 95),
  word,
  xdigit: code => digit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102)
}

/** Whether a code point is a letter, digit or underscore of ASCII: what \b looks at. */
export const isWord = word

/** The class of one code point. */
export function equal(wanted: number): Test {
  return code => code === wanted
}

/** The class of `\d`, `\w`, `\s` or their upper-case opposites, by its letter; undefined for another letter. */
export function perlClass(letter: string): Test | undefined {
  const lower = letter.toLowerCase()
  const test = Object.hasOwn(perl, lower) ? perl[lower] : undefined
  if (test === undefined) return undefined
  return letter === lower ? test : code => !test(code)
}

/** The class of `[:alpha:]` or `[:^alpha:]`; refuses names we do not know. */
export function posixClass(text: string): Test {
  const negated = text.startsWith('[:^')
  const name = text.slice(negated ? 3 : 2, -2)
  const test = Object.hasOwn(posix, name) ? posix[name] : undefined
  if (test === undefined) throw unsupported(`"${text}" in patterns is not supported`)
  return negated ? code => !test(code) : test
}
