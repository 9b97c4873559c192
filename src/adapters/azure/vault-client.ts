// One client of Azure's SDK for one vault, behind the door that lets lists through and nothing else.
import { Agent } from 'node:https'
import { SecretClient } from '@azure/keyvault-secrets'
import type { Log } from '../web/log.ts'
import type { SignIn } from './credential.ts'
import { vaultDoor } from './vault-door.ts'
import type { VaultHost } from './vault-host.ts'

/**
 * The client. On a loopback host there is no proxy, and no check that the challenge's resource matches the host, which
 * no vault of one's own could pass; everywhere else the check stays, so that no other host can ask for a vault's token.
 */
export function vaultClient(vault: VaultHost, { credential }: SignIn, deadlineMs: number, log: Log): SecretClient {
  return new SecretClient(vault.url, credential, {
    // The oldest version that tells all we ask for: every cloud and stand-in has it.
    serviceVersion: '7.4',
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    disableChallengeResourceVerification: vault.loopback,
    additionalPolicies: vaultDoor(vault, deadlineMs, log),
    ...(vault.loopback && { agent: new Agent({ keepAlive: true }) })
  })
}
