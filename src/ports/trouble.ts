// The two kinds of trouble that are thrown: the workflow is wrong, or the world is unwell. Anything else is a bug.

/** The workflow, its inputs or the event are wrong. The message says what, where and what to do. Exit status 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** The ways in which the world can be unwell. */
export type FaultCode =
  | 'not-found'
  | 'not-permitted'
  | 'not-signed-in'
  | 'rate-limited'
  | 'unreachable'
  | 'timed-out'
  | 'rejected'
  | 'conflict'
  | 'unexpected-answer'

/** What went wrong and what to do about it, in whole sentences, for a warning. */
export function inSentences(error: ConfigError | Fault): string {
  const what = error.message.endsWith('.') ? error.message : `${error.message}.`
  return error instanceof Fault && error.advice !== undefined ? `${what} ${error.advice}` : what
}

/** The world did not answer as it should. Its message never holds a credential, a header or a whole body. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: FaultCode
  /** What a person can do about it: a permission line, a setting, a command. */
  readonly advice: string | undefined
  constructor(code: FaultCode, message: string, options: { advice?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.advice = options.advice
  }
}
