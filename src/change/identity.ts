// The words a secondary of the fleet is known by.
import type { Secondary } from '../model/secondary.ts'
import { renamingOf, type Identity, type Renaming } from './renaming.ts'

/** The words a secondary is known by. */
export function identityOf(secondary: Secondary): Identity {
  const applications = secondary.site.deliveries.flatMap(({ application }) => application ?? [])
  return {
    name: secondary.name?.value ?? secondary.label,
    ingress: secondary.ingress?.value ?? '',
    server: applications.find(({ destination }) => destination.server)?.destination.server?.value,
    destinationName: applications.find(({ destination }) => destination.name)?.destination.name?.value
  }
}

/** A renaming that only recognises: what names this secondary. */
export function recogniserOf(secondary: Secondary): Renaming {
  const identity = identityOf(secondary)
  return renamingOf(identity, identity)
}
