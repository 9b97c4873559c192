// The join token in Key Vault as observed: everything about a secret except its value, which has no place here.

/** What was seen of a secret. `unknown`: it could not be looked at, which says nothing about the secret. */
export type SecretState = 'present' | 'missing' | 'deleted' | 'disabled' | 'expired' | 'not-yet-valid' | 'unknown'

/** A secret of a vault. Times are ISO 8601 in UTC. */
export interface VaultSecret {
  /** The vault, `https://name.vault.azure.net`, without a trailing slash. */
  readonly url: string
  /** The name asked for, as Git writes it. Key Vault ignores case. */
  readonly secret: string
  readonly state: SecretState
  /** Of the newest version, by creation. */
  readonly createdOn?: string
  readonly updatedOn?: string
  readonly expiresOn?: string
  readonly notBefore?: string
  /** The `managed-by` tag: ESO refuses to update a secret without its own. */
  readonly managedBy?: string
  /** The content type that Key Vault states; certificates show themselves here. */
  readonly contentType?: string
  /** True when the secret backs a certificate, and is no token. */
  readonly certificate?: boolean
  readonly purgeProtected?: boolean
  /** How many versions there are. */
  readonly versions?: number
  /** When a deleted secret will be purged. */
  readonly purgeOn?: string
  readonly deletedOn?: string
  /** The name as the vault writes it, when it differs by case. */
  readonly nameInVault?: string
  /** Why it is unknown, or what could not be told apart, and what to do about it. */
  readonly reason?: string
}

/** Whether secondaries can't get the token: it is not there, or not to be had. */
export function isLost({ state }: VaultSecret): boolean {
  return state === 'missing' || state === 'deleted' || state === 'disabled'
}
