// The recipe for the first secondary of a fleet, since there is no other to copy.
import type { ClusterRequest } from '../change/cluster-request.ts'
import type { Plan } from '../change/onboarding.ts'
import { helmSecondary, secondaryChart } from '../change/recipes/helm.ts'
import { below, type RecipeNames } from '../change/recipes/names.ts'
import { plainSecondary } from '../change/recipes/plain.ts'
import type { Fleet } from '../model/fleet.ts'
import type { World } from '../ports/world.ts'
import { atLeast, versionOf } from '../source/version.ts'

/** A plan for a fleet that has a primary and no secondary yet. */
export function recipeFor(world: World, fleet: Fleet, request: ClusterRequest): Plan {
  const primary = fleet.primaries[0]
  const push = primary?.pushSecrets[0]
  const ref = push?.storeRefs[0]
  const remoteKey = push?.matches[0]?.remoteKey
  if (!primary?.ingress || !ref?.name || !remoteKey) {
    return {
      problems: [
        'The fleet has no primary with a URL and a PushSecret yet, so nothing says what a secondary joins. Start with mode: init.'
      ]
    }
  }
  const vaultUrl = ref.vaultUrl?.value ?? world.inputs['vault-url']
  const names: RecipeNames = {
    root: world.surroundings.below,
    repoURL:
      fleet.own.url ??
      primary.site.deliveries.flatMap(({ application }) => application?.sources ?? [])[0]?.repoURL?.value ??
      '',
    revision:
      primary.site.deliveries.flatMap(({ application }) => application?.sources ?? [])[0]?.targetRevision?.value ??
      'HEAD',
    primaryName: primary.name?.value ?? '',
    primaryIngress: primary.ingress.value,
    vaultUrl: vaultUrl ?? '',
    secretName: remoteKey.value,
    storeName: ref.name.value,
    esoApi: esoApiOf(fleet.versions.eso(primary.site).text)
  }
  if (names.repoURL === '')
    return {
      problems: ['It is not known which repository this is, and an Application must name it. Set GITHUB_REPOSITORY.']
    }
  const helm = fleet.folders.has(below(names, secondaryChart))
  const changes = helm ? helmSecondary(request, names) : plainSecondary(request, names, vaultUrl !== undefined)
  const taken = [...changes.keys()].filter(path => fleet.folders.isFile(path))
  return taken.length > 0 ? { problems: taken.map(path => `The file ${path} exists already.`) } : { changes, notes: [] }
}

/** v1 is served since ESO 0.16. */
export function esoApiOf(eso: string): string {
  const version = versionOf(eso)
  return version && !atLeast(version, '0.16.0') ? 'v1beta1' : 'v1'
}
