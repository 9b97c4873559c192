// Names of secrets as ESO's Azure provider reads them.

/**
 * The Key Vault name that a remote key means: `secret/name` and `name` are the same, what follows a second slash is dropped.
 * external-secrets: providers/v1/azure/keyvault/keyvault.go getObjType
 */
export function secretNameOf(remoteKey: string): string {
  const parts = remoteKey.split('/')
  return parts.length > 1 ? (parts[1] ?? '') : remoteKey
}

/** For comparing: Key Vault ignores case. https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates */
export function secretKeyOf(remoteKey: string): string {
  return secretNameOf(remoteKey).toLowerCase()
}
