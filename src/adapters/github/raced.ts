// Somebody was quicker: read again, decide again, write again.
import type { Fault } from '../../ports/trouble.ts'
import type { Client } from './client.ts'

/**
 * Thrown inside the adapter when what was read is no longer so; `cause` is the fault to report when it keeps
 * happening.
 */
export class Raced extends Error {
  override readonly cause: Fault
  constructor(cause: Fault) {
    super(cause.message)
    this.cause = cause
  }
}

const attempts = 3

/** Runs a whole read-modify-write, again from its start when it was raced. Throws the last fault. */
export async function untilUnraced<T>(client: Client, readModifyWrite: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readModifyWrite()
    } catch (error) {
      if (!(error instanceof Raced)) throw error
      if (attempt === attempts) throw error.cause
      await client.pause(attempt)
    }
  }
}
