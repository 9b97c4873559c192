// Looks into the vaults and at Argo CD, as the inputs say, and says what could not be seen.
import type { Fleet } from '../model/fleet.ts'
import type { LiveFleet } from '../model/live.ts'
import { tokensOf } from '../model/token.ts'
import type { VaultSecret } from '../model/vault.ts'
import type { World } from '../ports/world.ts'
import { counted } from '../report/counting.ts'

/** The secrets of the fleet as they were seen: one answer for each pair of vault and secret. */
export async function lookIntoVaults(world: World, fleet: Fleet): Promise<VaultSecret[]> {
  const { inputs } = world
  const tokens = tokensOf(fleet, { vaultUrl: inputs['vault-url'], secretName: inputs['secret-name'] })
  const asked = tokens.filter(({ vaultUrl }) => vaultUrl !== '')
  const nameless = tokens.filter(({ vaultUrl }) => vaultUrl === '').map(({ secret }) => noVault(secret))
  if (asked.length === 0) return nameless
  world.progress(`Looking for ${counted(asked.length, 'secret')} in Key Vault…`)
  const window = await world.vault()
  const seen = await window.look(asked.map(({ vaultUrl, secret }) => ({ url: vaultUrl, secret })))
  return [...seen, ...nameless]
}

function noVault(secret: string): VaultSecret {
  return {
    url: '',
    secret,
    state: 'unknown',
    reason: 'no SecretStore of the repository says which vault it is in: give the input vault-url'
  }
}

/** Argo CD's Applications, when `argocd-url` is given. */
export async function lookAtArgoCD(world: World, fleet: Fleet): Promise<LiveFleet | undefined> {
  if (world.inputs['argocd-url'] === undefined) return undefined
  world.progress('Looking at the live Applications…')
  const applications = [...fleet.concerned].flatMap(({ application }) => application ?? [])
  const names = new Set(applications.map(({ namespace, name }) => `${namespace}/${name}`))
  const window = await world.live()
  return window.applications({
    projects: [...new Set(applications.map(({ project }) => project))].sort(),
    isOurs: ({ namespace, name }) => names.has(`${namespace}/${name}`)
  })
}
