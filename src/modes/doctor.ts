// mode: doctor. Probes, without writing, everything the modes need, and prints what is missing with the line to add.
import type { Fleet } from '../model/fleet.ts'
import { tokensOf } from '../model/token.ts'
import type { VaultSecret } from '../model/vault.ts'
import type { World } from '../ports/world.ts'
import { counted } from '../report/counting.ts'
import type { Probe, Report } from '../report/report.ts'
import { checkoutProbes } from './checkout-probes.ts'
import { lookAtArgoCD, lookIntoVaults } from './looking.ts'
import { readAndJudge } from './reading.ts'
import { remedyFor } from './remedies.ts'
import { fleetReport } from './reporting.ts'

/** Everything is tried; nothing fails for another. The verdict is fail when something is missing. */
export async function doctor(world: World): Promise<Report> {
  const judged = await readAndJudge(world)
  const vault =
    tokensOf(judged.fleet).length > 0 || world.inputs['vault-url'] !== undefined
      ? await lookIntoVaults(world, judged.fleet)
      : []
  const renderers = rendererProbes(world, judged.fleet)
  const lacking = renderers.filter(({ state }) => state === 'missing').map(({ name }) => name)
  const probes = [
    ...checkoutProbes(world, judged, lacking),
    ...(await githubProbes(world)),
    ...renderers,
    ...azureProbes(world, vault),
    ...(await argoProbes(world, judged.fleet))
  ]
  const missing = probes.filter(({ state }) => state === 'missing').length
  const unknown = probes.filter(({ state }) => state === 'unknown').length
  return {
    ...fleetReport(judged),
    way: { stations: [], handOvers: [] },
    mode: 'doctor',
    verdict: missing > 0 ? 'fail' : 'pass',
    headline: headlineOf(missing, unknown),
    failOn: 'error',
    counts: { error: 0, warning: 0, notice: 0 },
    findings: [],
    ...(vault.length > 0 && { vault }),
    probes,
    warnings: []
  }
}

function headlineOf(missing: number, unknown: number): string {
  const open = unknown > 0 ? ` ${unknown} could not be told.` : ''
  return missing > 0 ? `${counted(missing, 'thing is', 'things are')} missing.${open}` : `Nothing is missing.${open}`
}

async function githubProbes({ probing, giver }: World): Promise<readonly Probe[]> {
  try {
    return await probing.github()
  } catch (error) {
    return [
      {
        name: 'GitHub',
        state: 'unknown',
        detail: error instanceof Error ? error.message : 'no answer',
        remedy: remedyFor('github', giver)
      }
    ]
  }
}

/** Only a fleet with sources that must be rendered needs the programs. */
function rendererProbes({ probing, giver }: World, { requests }: Fleet): Probe[] {
  const wanted = new Set(requests.map(({ tool }) => tool))
  return (['helm', 'kustomize'] as const).map(name => {
    const version = probing.program(name) ?? (name === 'kustomize' ? probing.program('kubectl') : undefined)
    if (version !== undefined) return { name, state: 'ok', detail: version }
    if (!wanted.has(name)) return { name, state: 'not-needed', detail: `no Application needs ${name}` }
    return {
      name,
      state: 'missing',
      detail: `Applications of the repository are rendered with ${name}`,
      remedy: remedyFor(name, giver)
    }
  })
}

function azureProbes({ probing, inputs, giver }: World, vault: readonly VaultSecret[]): Probe[] {
  const wantsOidc = inputs['azure-credential'] === 'oidc' || inputs['azure-client-id'] !== undefined
  const oidc: Probe = probing.mayAskForIdentity
    ? { name: 'identity token', state: 'ok', detail: 'the job may ask for one' }
    : {
        name: 'identity token',
        state: wantsOidc ? 'missing' : 'not-needed',
        detail: 'the job may not ask for one',
        remedy: remedyFor('identity', giver)
      }
  return [oidc, ...vault.map(vaultProbe)]
}

function vaultProbe({ url, secret, state, reason }: VaultSecret): Probe {
  const name = `vault ${url || 'of'} ${secret}`
  return state === 'unknown'
    ? { name, state: 'unknown', detail: reason ?? 'it could not be looked at' }
    : { name, state: 'ok', detail: `it can be looked at; the secret is ${state}` }
}

async function argoProbes(world: World, fleet: Fleet): Promise<Probe[]> {
  const live = await lookAtArgoCD(world, fleet)
  if (!live) return [{ name: 'Argo CD', state: 'not-needed', detail: 'argocd-url is not given' }]
  if (!live.known) return [{ name: 'Argo CD', state: 'missing', detail: live.reason }]
  return [
    {
      name: 'Argo CD',
      state: live.hidden ? 'missing' : 'ok',
      detail: live.hidden?.reason ?? `${live.applications.length} Applications can be seen`
    }
  ]
}
