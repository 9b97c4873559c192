// mode: init. One pull request that sets up the primary of a fresh fleet from a built-in recipe.
import { helmPrimary } from '../change/recipes/helm.ts'
import type { RecipeNames } from '../change/recipes/names.ts'
import { plainPrimary } from '../change/recipes/plain.ts'
import type { World } from '../ports/world.ts'
import { ConfigError } from '../ports/trouble.ts'
import type { Report } from '../report/report.ts'
import { problemsOf } from '../change/cluster-request.ts'
import { esoApiOf } from './joining-recipe.ts'
import { proposed, refuseEvent } from './proposing.ts'
import type { Judged } from './reading.ts'
import { Refused, refusalFindings, type Reason } from './refused.ts'

/** Proposes the files. A repository that has a primary is refused. */
export async function init(world: World): Promise<Report> {
  refuseEvent(world, 'init')
  const base = world.inputs.base ?? (await (await world.pullRequests()).defaultBranch())
  const names = namesOf(world, base)
  const wording = { kind: 'init' as const, clustersIn: () => [], key: 'init', branch: 'kasten-multicluster/init' }
  return proposed(world, 'init', wording, {
    async changesOf(before) {
      const changes = world.inputs.layout === 'helm' ? helmPrimary(names) : plainPrimary(names)
      refuse([...hasPrimary(before), ...inTheWay(before, [...changes.keys()])], before)
      return { changes, notes: [] }
    },
    reasonsAgainst: () => []
  })
}

/** @throws ConfigError naming what is missing or makes no sense */
function namesOf({ inputs, surroundings }: World, revision: string): RecipeNames {
  const { 'primary-ingress': ingress, 'vault-url': vaultUrl } = inputs
  if (ingress === undefined)
    throw new ConfigError('"primary-ingress" is missing: the URL of the primary\'s Kasten dashboard.')
  if (vaultUrl === undefined)
    throw new ConfigError('"vault-url" is missing: the Key Vault that the join token goes to.')
  if (surroundings.repository === undefined)
    throw new ConfigError(
      'It is not known which repository this is, and the Application must name it. Set GITHUB_REPOSITORY.'
    )
  const wrong = problemsOf({
    name: inputs['primary-name'],
    ingress,
    server: 'https://kubernetes.default.svc',
    destinationName: undefined
  })
  if (wrong.length > 0)
    throw new ConfigError(
      wrong.join(' ').replaceAll('cluster-name', 'primary-name').replaceAll('cluster-ingress', 'primary-ingress')
    )
  const secretName = inputs['secret-name'] ?? 'kasten-join-token'
  if (!/^[0-9A-Za-z-]{1,127}$/.test(secretName))
    throw new ConfigError('"secret-name" must be 1 to 127 letters, digits and hyphens.')
  if (!/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/.test(inputs['store-name']))
    throw new ConfigError('"store-name" must be a DNS-1123 name.')
  return {
    root: surroundings.below,
    repoURL: surroundings.repository,
    revision,
    primaryName: inputs['primary-name'],
    primaryIngress: ingress,
    vaultUrl,
    secretName,
    storeName: inputs['store-name'],
    esoApi: esoApiOf(inputs['eso-version'] ?? '')
  }
}

function hasPrimary({ fleet }: Judged): Reason[] {
  return fleet.primaries.map(({ name, bootstraps }) => ({
    message: `The repository has a primary already${name ? `, "${name.value}"` : ''}: init sets up the first one only. Use mode: onboard to add secondaries.`,
    about: name ?? (bootstraps[0] && { manifest: bootstraps[0].manifest, path: ['kind'] })
  }))
}

function inTheWay({ fleet }: Judged, paths: readonly string[]): Reason[] {
  return paths.filter(path => fleet.folders.isFile(path)).map(path => ({ message: `The file ${path} exists already.` }))
}

function refuse(reasons: readonly Reason[], before: Judged): void {
  if (reasons.length > 0)
    throw new Refused(refusalFindings('init', reasons, before.fleet.repository.checkout.paths[0] ?? '.'), before)
}
