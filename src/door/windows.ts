// Opens the windows on Key Vault and Argo CD with what the inputs and the environment say.
import { liveWindow } from '../adapters/argocd/live-window.ts'
import { credentialOf } from '../adapters/azure/credential.ts'
import { vaultWindow } from '../adapters/azure/vault-window.ts'
import type { Inputs } from '../inputs/declared.ts'
import type { LiveWindow } from '../ports/live.ts'
import { ConfigError } from '../ports/trouble.ts'
import type { VaultWindow } from '../ports/vault.ts'
import type { Door } from './door.ts'

/** A window on Key Vault, signed in as the inputs say. */
export function vaultWindowOf(inputs: Inputs, door: Door): VaultWindow {
  const { environment } = door
  const signIn = credentialOf(
    {
      azureCredential: inputs['azure-credential'],
      clientId: inputs['azure-client-id'],
      tenantId: inputs['azure-tenant-id'],
      audience: inputs['azure-audience'],
      cloud: inputs['azure-cloud'],
      authorityHost: environment.AZURE_AUTHORITY_HOST,
      idTokenUrl: environment.ACTIONS_ID_TOKEN_REQUEST_URL,
      idTokenToken: environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN,
      env: environment
    },
    door
  )
  return vaultWindow({ signIn, allowed: inputs['vault-url'], now: new Date(door.now), log: door })
}

/** A window on the Argo CD that `argocd-url` names. */
export function liveWindowOf(inputs: Inputs, door: Door): LiveWindow {
  const url = inputs['argocd-url']
  if (url === undefined) throw new ConfigError('"argocd-url" is missing.')
  const project = inputs['argocd-project']
  return liveWindow({ url, token: inputs['argocd-token'], projects: project === undefined ? [] : [project], log: door })
}
