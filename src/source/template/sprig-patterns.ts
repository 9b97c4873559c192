// Sprig's functions over regular expressions (github.com/Masterminds/sprig/v3, regex.go).
import { runesOf } from './go-text.ts'
import { type GoFunction, fixed } from './go-call.ts'
import type { Run } from './go-run.ts'
import { compiled, type Expression, matchOf, type Slots } from './re2.ts'
import { failure } from './rendered.ts'

const three = ['string', 'string', 'string'] as const

/** Names to functions. */
export const patternFunctions: Readonly<Record<string, GoFunction>> = {
  regexMatch: fixed(['string', 'string'], (run, pattern, text) => matches(run, compiled(pattern), text)),
  mustRegexMatch: fixed(['string', 'string'], (run, pattern, text) => matches(run, expressionOf(pattern), text)),
  regexReplaceAll: fixed(three, (run, pattern, text, template) => replacedAll(run, pattern, text, template, true)),
  mustRegexReplaceAll: fixed(three, (run, pattern, text, template) => replacedAll(run, pattern, text, template, true)),
  regexReplaceAllLiteral: fixed(three, (run, pattern, text, fresh) => replacedAll(run, pattern, text, fresh, false)),
  mustRegexReplaceAllLiteral: fixed(three, (run, pattern, text, fresh) =>
    replacedAll(run, pattern, text, fresh, false)
  ),
  regexFind: fixed(['string', 'string'], (run, pattern, text) => found(run, pattern, text)),
  mustRegexFind: fixed(['string', 'string'], (run, pattern, text) => found(run, pattern, text)),
  regexQuoteMeta: fixed(['string'], (_, text) => text.replace(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`))
}

function expressionOf(pattern: string): Expression {
  const expression = compiled(pattern)
  if (expression === undefined) throw failure('a pattern is no regular expression')
  return expression
}

// regexMatch drops the error of an invalid pattern: it matches nothing.
function matches(run: Run, expression: Expression | undefined, text: string): boolean {
  return expression !== undefined && matchOf(run, expression, codesOf(runesOf(text)), 0) !== undefined
}

function found(run: Run, pattern: string, text: string): string {
  const runes = runesOf(text)
  const slots = matchOf(run, expressionOf(pattern), codesOf(runes), 0)
  return slots === undefined ? '' : runes.slice(slots[0], slots[1]).join('')
}

function codesOf(runes: readonly string[]): number[] {
  return runes.map(rune => rune.codePointAt(0) ?? 0)
}

// An empty match right after another match is no match.
function replacedAll(run: Run, pattern: string, text: string, template: string, expands: boolean): string {
  const expression = expressionOf(pattern)
  const runes = runesOf(text)
  const codes = codesOf(runes)
  const out: string[] = []
  let done = 0
  for (let from = 0; from <= codes.length;) {
    const slots = matchOf(run, expression, codes, from)
    if (slots === undefined) break
    const [start = 0, end = 0] = slots
    out.push(runes.slice(done, start).join(''))
    if (end > done || start === 0) out.push(expands ? expanded(expression, runes, slots, template) : template)
    run.spend(1 + (template.length >> 6))
    done = end
    from = Math.max(from + 1, end)
  }
  out.push(runes.slice(done).join(''))
  return out.join('')
}

// `$1`, `$name`, `${name}`; the name is as long as it can be, so that `$1x` means the group "1x".
function expanded(expression: Expression, runes: readonly string[], slots: Slots, template: string): string {
  return template.replace(
    /\$(?:(\$)|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu,
    (_, dollar?: string, braced?: string, plain?: string) => {
      if (dollar !== undefined) return '$'
      const name = braced ?? plain ?? ''
      const index = /^(?:0|[1-9][0-9]*)$/.test(name) ? Number(name) : expression.names.get(name)
      const start = index === undefined ? undefined : slots[index * 2]
      return index === undefined || start === undefined ? '' : runes.slice(start, slots[index * 2 + 1]).join('')
    }
  )
}
