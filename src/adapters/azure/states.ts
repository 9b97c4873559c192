// What the versions of a secret say about it: pure, from Key Vault's metadata to a VaultSecret.
import type { DeletedSecret, SecretProperties } from '@azure/keyvault-secrets'
import type { SecretState, VaultSecret } from '../../model/vault.ts'

/** Where a secret was looked for. */
export interface Sought {
  readonly url: string
  readonly secret: string
}

/** The content types of what backs a certificate. Source: KnownContentType of @azure/keyvault-secrets. */
const certificateTypes = ['application/x-pkcs12', 'application/x-pem-file']

/** A secret with at least one version, judged at `now`. The list has no order to rely on: newest is what was created last. */
export function presentSecret(sought: Sought, versions: readonly SecretProperties[], now: Date): VaultSecret {
  const newest = newestOf(versions)
  if (!newest) return { ...sought, state: 'missing', versions: 0 }
  return { ...sought, state: stateOf(newest, now), ...detailsOf(sought, newest), versions: versions.length }
}

/** A secret that was deleted and can still be recovered. */
export function deletedSecret(
  sought: Sought,
  { properties, deletedOn, scheduledPurgeDate }: DeletedSecret
): VaultSecret {
  return {
    ...sought,
    state: 'deleted',
    ...detailsOf(sought, properties),
    ...dates({ deletedOn, purgeOn: scheduledPurgeDate })
  }
}

/** A disabled version can't be read at all; one out of its dates can, so that weighs less. */
function stateOf({ enabled, expiresOn, notBefore }: SecretProperties, now: Date): SecretState {
  if (enabled === false) return 'disabled'
  if (expiresOn && expiresOn <= now) return 'expired'
  return notBefore && notBefore > now ? 'not-yet-valid' : 'present'
}

function newestOf(versions: readonly SecretProperties[]): SecretProperties | undefined {
  return [...versions].sort(
    (a, b) => timeOf(b.createdOn) - timeOf(a.createdOn) || timeOf(b.updatedOn) - timeOf(a.updatedOn)
  )[0]
}

const timeOf = (date: Date | undefined): number => date?.getTime() ?? 0

function detailsOf({ secret }: Sought, of: SecretProperties) {
  const managedBy = of.tags?.['managed-by']
  const certificate = of.managed === true || certificateTypes.includes(of.contentType ?? '')
  return {
    ...dates({ createdOn: of.createdOn, updatedOn: of.updatedOn, expiresOn: of.expiresOn, notBefore: of.notBefore }),
    ...(managedBy !== undefined && { managedBy }),
    ...(of.contentType !== undefined && { contentType: of.contentType }),
    ...(certificate && { certificate }),
    // Every level that allows purging says so in its name.
    ...(of.recoveryLevel !== undefined && { purgeProtected: !of.recoveryLevel.includes('Purgeable') }),
    ...(of.name !== secret && { nameInVault: of.name })
  }
}

function dates<Name extends string>(given: Readonly<Record<Name, Date | undefined>>): { [Key in Name]?: string } {
  const written: { [Key in Name]?: string } = {}
  for (const name in given) {
    const date = given[name]
    if (date && !Number.isNaN(date.getTime())) written[name] = date.toISOString()
  }
  return written
}
