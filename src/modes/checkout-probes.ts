// What doctor says of the checkout itself: the config file, the fleet, the repository's URL, and how far back the clone goes.
import { isEmpty } from '../model/fleet.ts'
import type { World } from '../ports/world.ts'
import { counted } from '../report/counting.ts'
import type { Probe } from '../report/report.ts'
import type { Judged } from './reading.ts'
import { remedyFor } from './remedies.ts'

/** The probes that need nothing but the folder. @param lacking programs that would have to render sources and are not there */
export function checkoutProbes(world: World, judged: Judged, lacking: readonly string[]): readonly Probe[] {
  return [configProbe(world), fleetProbe(world, judged, lacking), urlProbe(world), historyProbe(world)]
}

function configProbe({ probing: { configFile } }: World): Probe {
  return configFile === undefined
    ? { name: 'config file', state: 'not-needed', detail: 'none; inputs and defaults hold' }
    : { name: 'config file', state: 'ok', detail: configFile }
}

/** Where something was not read there may be a fleet all the same, and to set up another one would be wrong. */
function fleetProbe({ giver }: World, { fleet, notChecked }: Judged, lacking: readonly string[]): Probe {
  const name = 'fleet'
  const { primaries, secondaries } = fleet
  if (!isEmpty(fleet)) {
    const detail = `${counted(primaries.length, 'primary', 'primaries')}, ${counted(secondaries.length, 'secondary', 'secondaries')}`
    return { name, state: 'ok', detail }
  }
  if (lacking.length > 0)
    return { name, state: 'unknown', detail: `it could not be read: ${lacking.join(' and ')} is not on PATH` }
  if (notChecked.length > 0) {
    const detail = `none was found, but ${counted(notChecked.length, 'thing was', 'things were')} not read: see what was not checked`
    return { name, state: 'unknown', detail }
  }
  const detail = 'no Kasten multi-cluster fleet was found'
  return { name, state: 'missing', detail, remedy: remedyFor('fleet', giver) }
}

function urlProbe({ surroundings: { repository } }: World): Probe {
  const name = 'repository URL'
  if (repository !== undefined) return { name, state: 'ok', detail: repository }
  return {
    name,
    state: 'missing',
    detail: 'nothing says which repository this is, so every repoURL counts as this one',
    remedy: 'GITHUB_REPOSITORY and GITHUB_SERVER_URL, or a remote called origin'
  }
}

function historyProbe({ giver, probing: { history } }: World): Probe {
  const name = 'checkout depth'
  switch (history) {
    case 'whole':
      return { name, state: 'ok', detail: 'older commits are there' }
    case 'shallow': {
      const detail = "the clone has no older commits, so a pull request can't be compared with its base"
      return { name, state: 'missing', detail, remedy: remedyFor('history', giver) }
    }
    case 'empty':
      return { name, state: 'missing', detail: 'there is no commit yet; a pull request needs one to start from' }
    case 'no clone':
    default:
      return { name, state: 'not-needed', detail: 'this folder is no clone' }
  }
}
