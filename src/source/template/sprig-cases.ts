// Sprig's camelcase, kebabcase and snakecase, as github.com/huandu/xstrings cuts words.
import { byteLength, isSpace, lowered, raised, runesOf } from './go-text.ts'
import { unsupported } from './rendered.ts'

const kinds = ['number', 'upper', 'letter', 'connector', 'punctuation', 'other'] as const

type Kind = 'none' | (typeof kinds)[number]

interface Word {
  readonly kind: Kind
  readonly text: string
}

/** PascalCase: connectors between words go, the letter after one is raised, a run of capitals becomes one word. */
export function camelCase(text: string): string {
  const runes = runesOf(text)
  const lead = runes.findIndex(rune => !isConnector(rune))
  if (lead < 0) return text + (runes.at(-1) ?? '')
  const first = runes[lead] ?? ''
  const out = runes.slice(0, lead)
  let current = raised(first)
  let afterCapital = isUpper(first)
  for (const rune of runes.slice(lead + 1)) {
    const previous = current
    current = rune
    if (isConnector(rune) && isConnector(previous)) {
      out.push(previous)
      continue
    }
    if (isConnector(previous)) {
      afterCapital = isUpper(rune)
      current = raised(rune)
      continue
    }
    if (afterCapital && isUpper(rune)) current = lowered(rune)
    else afterCapital = false
    out.push(previous)
  }
  return [...out, current].join('')
}

/** kebab-case: lower-case words joined by '-'. */
export function kebabCase(text: string): string {
  return lowerJoined(text, '-')
}

/** snake_case: lower-case words joined by '_'. */
export function snakeCase(text: string): string {
  return lowerJoined(text, '_')
}

function isConnector(rune: string): boolean {
  return rune === '-' || rune === '_' || isSpace(rune)
}

function isUpper(rune: string): boolean {
  return /\p{Lu}/u.test(rune)
}

const none: Word = { kind: 'none', text: '' }

// Words one after another; a number sticks to the word after it, and to the one before it unless letters follow.
function lowerJoined(text: string, connector: string): string {
  const words = wordsOf(text)
  const out: string[] = []
  let at = 0
  const next = (): Word => words[at++] ?? none
  const write = ({ kind, text: word }: Word): void => {
    out.push(kind === 'connector' ? connector.repeat(runesOf(word).length) : lowered(word))
  }
  const joins = (word: Word): void => {
    if (!['none', 'connector', 'punctuation'].includes(word.kind)) out.push(connector)
  }
  const writeGlued = (from: Word): Word => {
    let word = from
    while (word.kind === 'letter' || word.kind === 'number') {
      write(word)
      word = next()
    }
    joins(word)
    return word
  }
  let word = next()
  while (at < words.length) {
    const previous = word
    if (previous.kind !== 'connector') write(previous)
    word = next()
    if (previous.kind === 'number') word = writeGlued(word)
    else if (previous.kind === 'connector') write(previous)
    else if (previous.kind === 'punctuation') continue
    else if (word.kind !== 'number') joins(word)
    else if (at < words.length) word = afterNumber(word)
  }
  write(word)
  return out.join('')

  function afterNumber(number: Word): Word {
    const following = next()
    if (following.kind === 'letter') {
      out.push(connector)
      write(number)
      return writeGlued(following)
    }
    write(number)
    joins(following)
    return following
  }
}

function wordsOf(text: string): Word[] {
  if (byteLength(text) !== text.length) throw unsupported('changing the case of words beyond ASCII is not supported')
  const pattern =
    /(?<connector>[-_\s]+)|(?<punctuation>\p{P}+)|(?<upper>\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}\p{Lu}+(?!\p{L})|\p{Lu}\p{Ll}*)|(?<letter>\p{Ll}+)|(?<number>\p{N}+)|(?<other>[^\p{P}\p{L}\p{N}\s]+)/gu
  return [...text.matchAll(pattern)].map(match => {
    const kind = kinds.find(candidate => match.groups?.[candidate] !== undefined) ?? 'other'
    return { kind, text: match[0] }
  })
}
