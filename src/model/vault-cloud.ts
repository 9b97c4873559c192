// Azure's clouds: the suffixes of their vaults, and the words ESO has for them.
import { urlOf } from './ingress.ts'

/** Suffix of the vaults' hosts, and ESO's `environmentType`. https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates */
const clouds = [
  { suffix: '.vault.azure.net', environment: 'PublicCloud' },
  { suffix: '.vault.azure.cn', environment: 'ChinaCloud' },
  { suffix: '.vault.usgovcloudapi.net', environment: 'USGovernmentCloud' }
] as const

/** ESO's word for a cloud. */
export type Environment = (typeof clouds)[number]['environment']

/** The suffixes of Key Vault hosts. */
export const suffixes = clouds.map(({ suffix }) => suffix)

/** The vault's name and ESO's word for its cloud; undefined for a host that is no Key Vault's. */
export function cloudOf(vaultUrl: string): { readonly name: string; readonly environment: Environment } | undefined {
  const host = urlOf(vaultUrl)?.hostname
  const cloud = clouds.find(({ suffix }) => host?.endsWith(suffix))
  return cloud && host !== undefined
    ? { name: host.slice(0, -cloud.suffix.length), environment: cloud.environment }
    : undefined
}
