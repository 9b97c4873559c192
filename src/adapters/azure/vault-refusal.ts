// A refusal of Key Vault with what tells one from another, kept before the SDK's paged calls drop the body.
import type { PipelineResponse } from '@azure/core-rest-pipeline'

/** An answer that is no list. Of the body only codes of known shape are kept. */
export class VaultRefusal extends Error {
  override readonly name = 'VaultRefusal'
  readonly status: number
  /** Key Vault's own code, e.g. `Forbidden`; undefined when the answer is not in its envelope. */
  readonly code: string | undefined
  /** What tells one 403 from another, e.g. `ForbiddenByFirewall`. */
  readonly innerCode: string | undefined
  /** The address that the firewall saw. */
  readonly clientAddress: string | undefined
  /** The token is of a tenant that the vault doesn't trust. */
  readonly wrongTenant: boolean
  /** A 401 came with a challenge, as a vault's does. */
  readonly challenged: boolean

  constructor({ status, bodyAsText, headers }: PipelineResponse) {
    super(`Key Vault answered ${status}`)
    const { code, message, innererror } = envelopeOf(bodyAsText)
    this.status = status
    this.code = wordOf(code)
    this.innerCode = wordOf(recordOf(innererror)['code'])
    this.clientAddress = /Client address: (\d{1,3}(?:\.\d{1,3}){3})\b/.exec(String(message))?.[1]
    this.wrongTenant = /\bAKV10032\b/.test(String(message))
    this.challenged = headers.has('www-authenticate')
  }
}

/** Source: https://learn.microsoft.com/azure/key-vault/general/rest-error-codes (`error`, `innererror`). */
function envelopeOf(body: string | null | undefined): Readonly<Record<string, unknown>> {
  try {
    return recordOf(recordOf(JSON.parse(body ?? ''))['error'])
  } catch {
    return {}
  }
}

const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\w{1,64}$/.test(value) ? value : undefined

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
