// The refusals of Azure Key Vault, in its own envelope: the inner code is what tells one 403 from another.
// Source: https://learn.microsoft.com/azure/key-vault/general/common-error-codes and public reports of the full texts.
import type { HttpReply } from './serve.ts'

/** Who asks for what, as the texts name it. */
export interface Caller {
  readonly client: string
  readonly tenant: string
  readonly vault: string
}

const callerOf = ({ client, tenant }: Caller): string =>
  `Caller: appid=${client};oid=00000000-0000-0000-0000-0000000000aa;iss=https://sts.windows.net/${tenant}/`
const vaultOf = ({ vault }: Caller): string => `Vault: ${vault};location=westeurope`

export const vaultError = {
  /** The challenge every client meets first. `resource` is the audience a token must have. */
  unauthorized: (authority: string, resource: string, message: string) => ({
    ...refusal(401, 'Unauthorized', message),
    headers: { 'www-authenticate': `Bearer authorization="${authority}", resource="${resource}"` }
  }),
  forbiddenByRbac: (caller: Caller, action: string, path: string) =>
    refusal(
      403,
      'Forbidden',
      [
        'Caller is not authorized to perform action on resource.',
        'If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.',
        callerOf(caller),
        `Action: 'Microsoft.KeyVault/vaults/secrets/${action}'`,
        `Resource: '/subscriptions/00000000-0000-0000-0000-0000000000bb/resourcegroups/rg/providers/microsoft.keyvault/vaults/${caller.vault}${path}'`,
        'Assignment: (not found)',
        vaultOf(caller)
      ].join('\r\n'),
      'ForbiddenByRbac'
    ),
  accessDenied: (caller: Caller, permission: string) =>
    refusal(
      403,
      'Forbidden',
      `The user, group or application '${callerOf(caller).slice('Caller: '.length)}' does not have secrets ${permission} permission on key vault '${vaultOf(caller).slice('Vault: '.length)}'.`,
      'AccessDenied'
    ),
  forbiddenByFirewall: (caller: Caller) =>
    refusal(
      403,
      'Forbidden',
      `Client address is not authorized and caller is not a trusted service.\r\nClient address: 203.0.113.7\r\n${callerOf(caller)}\r\n${vaultOf(caller)}`,
      'ForbiddenByFirewall'
    ),
  forbiddenByConnection: (caller: Caller) =>
    refusal(
      403,
      'Forbidden',
      `Public network access is disabled and request is not from a trusted service nor via an approved private link.\r\n${callerOf(caller)}\r\n${vaultOf(caller)}`,
      'ForbiddenByConnection'
    ),
  secretDisabled: () =>
    refusal(403, 'Forbidden', 'Operation get is not allowed on a disabled secret.', 'SecretDisabled'),
  /** The same answer for a secret that never was and one that is soft-deleted. */
  secretNotFound: (name: string) =>
    refusal(
      404,
      'SecretNotFound',
      `A secret with (name/id) ${name} was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command.`
    ),
  deletedSecretNotFound: (name: string) => refusal(404, 'SecretNotFound', `Deleted Secret not found: ${name}`),
  deletedButRecoverable: (name: string) =>
    refusal(
      409,
      'Conflict',
      `Secret ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the secret can only be recovered or purged.`,
      'ObjectIsDeletedButRecoverable'
    ),
  badParameter: (message: string) => refusal(400, 'BadParameter', message),
  /** To be queued as weather, see `tooManyRequests` in weather.ts. */
  throttled: (headers: Readonly<Record<string, string>> = {}) => ({
    ...refusal(
      429,
      'Throttled',
      'Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached'
    ),
    headers
  })
}

function refusal(status: number, code: string, message: string, inner?: string): HttpReply {
  return { status, body: { error: { code, message, ...(inner && { innererror: { code: inner } }) } } }
}
