// Errors of the client as faults a person can act on: what failed, what GitHub said, what to change.
import { Fault } from '../../ports/trouble.ts'
import type { FaultCode } from '../../ports/trouble.ts'
import { plain } from '../../report/escape/plain.ts'
import { isAbort, unreachableReason } from '../web/unreachable.ts'
import { isAnswer, textOf } from './answers.ts'
import type { Errand, Whereabouts } from './errand.ts'
import { limitMeaning, meaningOf } from './meaning.ts'
import { failureOf, secondsAsked } from './patience.ts'
import type { Failure } from './patience.ts'

/** A fault with what GitHub's own answer was, so that the adapter can tell a race from a refusal. */
export class GithubFault extends Fault {
  /** HTTP status. Undefined when there was no answer. */
  readonly status: number | undefined
  /** GitHub's words, with the nested ones, made plain. Empty when there was no answer. */
  readonly said: string
  constructor(
    code: FaultCode,
    message: string,
    {
      status,
      said,
      advice,
      cause
    }: { status: number | undefined; said: string; advice?: string | undefined; cause?: unknown }
  ) {
    super(code, message, { ...(advice === undefined ? {} : { advice }), cause })
    this.status = status
    this.said = said
  }
}

/** Whether the request may have had its effect although it failed. */
export function isUnsure(error: unknown): error is GithubFault {
  return error instanceof GithubFault && (error.status === undefined || error.status >= 500)
}

/** Whether GitHub answered with this status and, when given, words that match. */
export function isRefusal(error: unknown, status: number, words = /(?:)/): error is GithubFault {
  return error instanceof GithubFault && error.status === status && words.test(error.said)
}

/** The fault that an error of the client is, or the error itself when it isn't the world's. */
export function faultOf(error: unknown, errand: Errand, where: Whereabouts): unknown {
  const failure = failureOf(error)
  if (!failure) return error
  return failure.answer ? answeredFault(failure, errand, where) : unansweredFault(failure.error, errand, where)
}

function answeredFault(failure: Failure, errand: Errand, where: Whereabouts): GithubFault {
  const { status, headers } = failure
  const said = shown(wordsOf(failure.answer?.data), where.token)
  const seconds = secondsAsked(failure)
  const { code, advice } =
    seconds === undefined ? meaningOf({ status, said, headers }, errand, where) : limitMeaning(seconds)
  const message = `Could not ${shown(errand.doing, where.token)}: GitHub answered ${status}${said && `, ${said}`}`
  return new GithubFault(code, message, { status, said, advice, cause: new Error(`HTTP ${status}`) })
}

/** A refusal of GraphQL, which comes with status 200. */
export function graphqlFault(said: string, { doing }: Errand, { token }: Whereabouts): GithubFault {
  const words = shown(said, token)
  return new GithubFault('rejected', `Could not ${doing}: GitHub said ${words}`, { status: 200, said: words })
}

function unansweredFault(error: Error, { doing }: Errand, { token, apiUrl }: Whereabouts): GithubFault {
  const { host } = new URL(apiUrl)
  const isLate = isAbort(error.cause)
  const reason = unreachableReason(error, host) ?? shown(error.message, token)
  const message = `Could not ${shown(doing, token)}: ${isLate ? `${host} did not answer in time` : reason}`
  const advice = isLate
    ? 'Run it again later; what a run left half done is completed by the next one.'
    : 'Check GITHUB_API_URL and the proxy variables (HTTPS_PROXY, NO_PROXY) of the machine, then run it again.'
  const cause = new Error('no answer')
  return new GithubFault(isLate ? 'timed-out' : 'unreachable', message, { status: undefined, said: '', advice, cause })
}

/** GitHub's message and the nested ones, which alone tell which ruleset or field it was. */
function wordsOf(data: unknown): string {
  if (!isAnswer(data)) return ''
  const errors = Array.isArray(data['errors']) ? data['errors'] : []
  return [textOf(data, 'message'), ...errors.map(nestedWords)].filter(Boolean).join('; ')
}

function nestedWords(error: unknown): string {
  if (typeof error === 'string') return error
  if (!isAnswer(error)) return ''
  return textOf(error, 'message') || [textOf(error, 'field'), textOf(error, 'code')].filter(Boolean).join(' ')
}

const longestWords = 400

/** Text of a stranger on one line, every character visible, without the token, and not long. */
export function shown(text: string, token = ''): string {
  return plain((token === '' ? text : text.replaceAll(token, '***')).trim().replaceAll(/\s+/g, ' '), longestWords)
}
