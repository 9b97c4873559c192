// Creation that happens once although answers get lost: look before creating again.
import type { Client } from './client.ts'
import { isUnsure } from './faults.ts'

const attempts = 3

/**
 * Creates a thing. After a failure that may hide a success, `look` must find what that attempt left, or undefined;
 * only then it is created again. Throws the last fault.
 */
export async function createdOnce<T>(
  client: Client,
  create: () => Promise<T>,
  look: () => Promise<T | undefined>
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await create()
    } catch (error) {
      if (!isUnsure(error)) throw error
      await client.pause(attempt)
      const found = await look()
      if (found !== undefined) return found
      if (attempt === attempts) throw error
    }
  }
}
