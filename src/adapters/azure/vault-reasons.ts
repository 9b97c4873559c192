// Why a secret could not be looked at, and exactly what to do about it.
import { isAbort, unreachableReason } from '../web/unreachable.ts'
import { signInCloudOf } from './clouds.ts'
import type { SignIn } from './credential.ts'
import { SignInRefusal } from './sign-in-refusal.ts'
import { LedAstray } from './vault-door.ts'
import type { VaultHost } from './vault-host.ts'
import { VaultRefusal } from './vault-refusal.ts'

/** What is known about the attempt. */
export interface Attempt {
  readonly vault: VaultHost
  readonly signIn: SignIn
  readonly deadlineMs: number
  /** Ends the run. */
  readonly signal: AbortSignal | undefined
}

/** A reason, and whether it holds for every secret of the vault, so that asking for the others is no use. */
export interface Trouble {
  readonly reason: string
  readonly whole: boolean
}

/** The trouble behind whatever a look threw. */
export function troubleOf(error: unknown, attempt: Attempt): Trouble {
  const { host } = attempt.vault
  if (error instanceof VaultRefusal) return refusalTrouble(error, attempt)
  if (error instanceof SignInRefusal) return whole(error.message + cloudHint(attempt))
  if (error instanceof LedAstray) return whole(`${host} led away from its own lists, which was not followed`)
  if (isAbort(error)) return whole(lateReason(attempt))
  if (error instanceof Error && /challenge/.test(error.message)) {
    return whole(`${host} asked for a token of another service than its own, which was not sent. It is no Key Vault`)
  }
  return whole(unreachableReason(error, host) ?? `${host} gave an answer that Key Vault does not give`)
}

const lateReason = ({ vault, deadlineMs, signal }: Attempt): string =>
  signal?.aborted
    ? `the run ended before ${vault.host} had answered`
    : `${vault.host} did not answer within ${deadlineMs / 1000} s`

const whole = (reason: string): Trouble => ({ reason, whole: true })
const single = (reason: string): Trouble => ({ reason, whole: false })

function cloudHint({ vault, signIn }: Attempt): string {
  const cloud = signInCloudOf(vault.host)
  if (!cloud || cloud === signIn.cloud) return ''
  return `. The vault is one of \`azure-cloud: ${cloud}\`, and the sign-in is for ${signIn.cloud}`
}

function refusalTrouble(refusal: VaultRefusal, attempt: Attempt): Trouble {
  const { status, code } = refusal
  const { host } = attempt.vault
  if (status === 401) return whole(unauthorized(refusal, attempt))
  if (status === 403 && code) return forbidden(refusal, attempt)
  if (status === 407) return whole(`the proxy on the way to ${host} wants a user and a password in \`HTTPS_PROXY\``)
  if (status === 429) return single(`${host} is throttled (429), and stayed so. Let the schedule run at another time`)
  if (status >= 500 && code) return single(`${host} answered ${status} again and again. The next run may find it well`)
  if (status >= 500) return whole(noVaultBehind(status, host))
  if (code) return single(`${host} answered ${status} (${code})`)
  return whole(`${host} answers (${status}), but not as a Key Vault does. Check the vault's URL, and the proxy if any`)
}

const noVaultBehind = (status: number, host: string): string =>
  `${host}, or a proxy on the way to it, answered ${status} again and again. If the name is right, the next run may ` +
  'find it well'

function unauthorized({ wrongTenant, challenged }: VaultRefusal, { vault, signIn }: Attempt): string {
  if (!challenged) return `${vault.host} answers 401 without saying for which tenant. It is no Key Vault`
  if (wrongTenant) {
    const way = signIn.way === 'cli' ? 'Sign in with `az login --tenant` to that one' : 'Check `azure-tenant-id`'
    return `wrong tenant: ${vault.host} does not trust the tenant that the token is of. ${way}`
  }
  return `${vault.host} did not accept the token (401). Check \`azure-tenant-id\` and \`azure-cloud\``
}

const hostedRunners =
  'GitHub-hosted runners have no fixed address and are no trusted service. Ways round: a self-hosted runner in the ' +
  'virtual network, or a larger runner with Azure private networking'

/** Source: https://learn.microsoft.com/azure/key-vault/general/common-error-codes */
function forbidden({ code, innerCode, clientAddress }: VaultRefusal, attempt: Attempt): Trouble {
  const { name, host } = attempt.vault
  switch (innerCode) {
    case 'ForbiddenByRbac':
      return single(`the identity may not list secrets of ${host} (ForbiddenByRbac). ${roleAdvice(attempt)}`)
    case 'AccessDenied':
      return single(`the identity may not list secrets of ${host} (AccessDenied). ${policyAdvice(attempt)}`)
    case 'ForbiddenByFirewall':
      return whole(
        `the firewall of ${host} does not let this machine in (ForbiddenByFirewall` +
          `${clientAddress ? `, it saw ${clientAddress}` : ''}). ${hostedRunners} or with a static address, let in by ` +
          `\`az keyvault network-rule add --name ${name} --subnet SUBNET_ID\`, or with \`--ip-address STATIC_ADDRESS\``
      )
    case 'ForbiddenByConnection':
      return whole(
        `${host} is closed to public networks and takes private links only (ForbiddenByConnection). ${hostedRunners} ` +
          'that reaches its private endpoint'
      )
    case undefined:
    default:
      return single(`${host} forbids it (403 ${innerCode ?? code ?? ''})`.replace(' )', ')'))
  }
}

/** Words in capitals are the reader's to fill in; in angle brackets a shell would read files. */
const assignee = ({ signIn }: Attempt): string => signIn.clientId ?? 'CLIENT_ID'

/** Key Vault Reader sees metadata and no value. Source: https://learn.microsoft.com/azure/key-vault/general/rbac-guide */
function roleAdvice(attempt: Attempt): string {
  const scope = `/subscriptions/SUBSCRIPTION/resourceGroups/RESOURCE_GROUP/providers/Microsoft.KeyVault/vaults/${attempt.vault.name}`
  return (
    `Grant it: \`az role assignment create --role "Key Vault Reader" --assignee ${assignee(attempt)} ` +
    `--scope "${scope}"\`. A new role takes some minutes to count`
  )
}

const policyAdvice = (attempt: Attempt): string =>
  `Grant it: \`az keyvault set-policy --name ${attempt.vault.name} --spn ${assignee(attempt)} --secret-permissions list\``

/** What could not be told when the vault forbids its list of deleted secrets. */
export function noDeletedList({ innerCode }: VaultRefusal, attempt: Attempt): string {
  const advice = innerCode === 'AccessDenied' ? policyAdvice(attempt) : roleAdvice(attempt)
  return (
    'it has no version; whether it was soft-deleted could not be told apart, since the identity may not list the ' +
    `deleted secrets. ${advice}`
  )
}
