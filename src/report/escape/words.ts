// Words of a sentence: which of them GitHub would act on, and so must be shown as code.

/** A stretch of a sentence, blanks included. */
export interface Word {
  readonly text: string
  readonly code: boolean
}

/**
 * What GitHub turns into something else wherever it stands in a sentence: mentions and addresses (`@`), issues (`#1`, `GH-1`),
 * formulas (`$`), links (`://`, `www.`), advisories, and hashes of commits.
 * (https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls)
 */
const actedOn = /[@#$]|:\/\/|www\.|\b(?:GH|GHSA|CVE)-|^[0-9a-f]{7,}$/i

/** Marks around a word that belong to the sentence. */
const wrapping = /^([("'[‘“«]*)(.*?)([)"'\]’”»,.;:!?]*)$/s

/** The words of a one-line text. What stands between two backticks is code, as our own messages write it. */
export function wordsOf(text: string): readonly Word[] {
  return merged(text.split(/(`[^`]+`)/).flatMap((part, index) => (index % 2 === 1 ? [quoted(part)] : plainWords(part))))
}

function quoted(part: string): Word {
  return { text: part.slice(1, -1), code: true }
}

function plainWords(part: string): readonly Word[] {
  return part.split(/(\s+)/).flatMap((word, index) => (index % 2 === 1 ? [blank] : judged(word)))
}

const blank: Word = { text: ' ', code: false }

function judged(word: string): readonly Word[] {
  const [, before = '', core = '', after = ''] = wrapping.exec(word) ?? []
  if (core === '' || !(actedOn.test(word) || actedOn.test(core))) return [{ text: word, code: false }]
  return [
    { text: before, code: false },
    { text: core, code: true },
    { text: after, code: false }
  ]
}

/** Neighbouring texts as one, so that marks are escaped in their company; neighbouring codes apart, so that their fences are. */
function merged(words: readonly Word[]): readonly Word[] {
  const result: Word[] = []
  for (const word of words) {
    const last = result.at(-1)
    if (word.text === '') continue
    if (last?.code && word.code) result.push(blank)
    if (last !== undefined && !last.code && !word.code)
      result[result.length - 1] = { text: last.text + word.text, code: false }
    else result.push(word)
  }
  return result
}
