// What GitHub answered, checked before it is believed: a value of another shape is a Fault, never a surprise later.
import { Fault } from '../../ports/trouble.ts'

/** An object of unknown content. */
export type Answer = Readonly<Record<string, unknown>>

function unexpected(what: string): Fault {
  return new Fault('unexpected-answer', `GitHub answered without ${what}`, {
    advice: 'If this address is a proxy or a login page and not the API of GitHub, correct the address.'
  })
}

/** Whether a value is an object, not null and no list. */
export const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as an object. */
export function objectIn(value: unknown): Answer {
  if (!isAnswer(value)) throw unexpected('an object where one is promised')
  return value
}

/** The value as a list of objects. */
export function listIn(value: unknown): readonly Answer[] {
  if (!Array.isArray(value)) throw unexpected('a list where one is promised')
  return value.map(each => objectIn(each))
}

/** The object at a key, or an empty one for null and absent. */
export function partOf(answer: Answer, key: string): Answer {
  const value = answer[key]
  return value === null || value === undefined ? {} : objectIn(value)
}

/** The list at a key, empty when there is none. */
export function listOf(answer: Answer, key: string): readonly Answer[] {
  return listIn(answer[key] ?? [])
}

/** The text at a key; empty for null, absent and what is no text. */
export function textOf(answer: Answer, key: string): string {
  const value = answer[key]
  return typeof value === 'string' ? value : ''
}

/** The texts at one key of every object of a list, without the empty ones. */
export function textsOf(answer: Answer, list: string, key: string): string[] {
  return listOf(answer, list)
    .map(each => textOf(each, key))
    .filter(Boolean)
}

/** The SHA-1 at a key. */
export function shaOf(answer: Answer, key = 'sha'): string {
  const value = textOf(answer, key)
  if (!/^[0-9a-f]{40}$/.test(value)) throw unexpected('the SHA of a Git object')
  return value
}

/** The number of an issue, a pull request or a comment at a key. */
export function numberOf(answer: Answer, key = 'number'): number {
  const value = answer[key]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) throw unexpected('a number')
  return value
}
