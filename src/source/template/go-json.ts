// Go's encoding/json for the values of a template.
import { plainText } from './go-format.ts'
import { costOf, type Run } from './go-run.ts'
import { GoInt, GoList, type GoValue, sortedKeys } from './go-value.ts'

/**
 * The JSON that encoding/json writes: sorted keys, `<`, `>` and `&` escaped unless told otherwise.
 * @param indent one level's indentation; '' for the compact form
 * @returns undefined when the value has no JSON form (an infinite number)
 */
export function jsonText(run: Run, value: GoValue, indent: string, escapesHtml = true): string | undefined {
  try {
    return new Writer(run, indent, escapesHtml).write(value, '\n')
  } catch (cause) {
    if (cause instanceof NoJson) return undefined
    throw cause
  }
}

class NoJson extends Error {}

class Writer {
  readonly #run: Run
  readonly #indent: string
  readonly #escapesHtml: boolean

  constructor(run: Run, indent: string, escapesHtml: boolean) {
    this.#run = run
    this.#indent = indent
    this.#escapesHtml = escapesHtml
  }

  write(value: GoValue, margin: string): string {
    this.#run.spend(typeof value === 'string' ? costOf(value) : 1)
    if (value === null || value === undefined) return 'null'
    if (typeof value === 'string') return this.#string(value)
    if (typeof value === 'number') return numberText(value)
    if (typeof value === 'boolean') return String(value)
    if (value instanceof GoInt) return value.value.toString()
    if (value.isNil) return 'null'
    const inner = margin + this.#indent
    if (value instanceof GoList)
      return this.#enclosed(
        '[',
        value.items.map(item => this.write(item, inner)),
        ']',
        margin
      )
    const colon = this.#indent === '' ? ':' : ': '
    const entries = sortedKeys(value).map(key => this.#string(key) + colon + this.write(value.entries.get(key), inner))
    return this.#enclosed('{', entries, '}', margin)
  }

  #enclosed(open: string, parts: readonly string[], close: string, margin: string): string {
    if (parts.length === 0) return open + close
    if (this.#indent === '') return `${open}${parts.join(',')}${close}`
    const inner = margin + this.#indent
    return `${open}${inner}${parts.join(`,${inner}`)}${margin}${close}`
  }

  #string(text: string): string {
    const json = JSON.stringify(text).replace(/[\u2028\u2029\u007f]/g, rune =>
      rune === '\u007f' ? rune : `\\u${(rune.codePointAt(0) ?? 0).toString(16)}`
    )
    return this.#escapesHtml ? json.replace(/[<>&]/g, rune => `\\u00${rune.charCodeAt(0).toString(16)}`) : json
  }
}

// The thresholds of encoding/json are those of JavaScript: an exponent below 1e-6 and from 1e21 on.
function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new NoJson('no JSON number')
  if (Object.is(value, -0)) return '-0'
  return Math.abs(value) < 1e21 && Math.abs(value) >= 1e-6 ? plainText(value) : String(value)
}
