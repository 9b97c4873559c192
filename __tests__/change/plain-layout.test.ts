import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { offboardingOf } from '../../src/change/offboarding.ts'
import { onboardingOf } from '../../src/change/onboarding.ts'
import type { ClusterRequest } from '../../src/change/cluster-request.ts'
import { fleetOf, type Fleet } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { exampleFleet, exampleRepository } from '../../src/rules/example-fleet.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { checkoutOf, changedCheckout, type Checkout } from '../../src/source/checkout.ts'
import { documentsOf } from '../../src/source/yaml.ts'

const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }
const base = checkoutOf(exampleFleet)

async function fleetIn(checkout: Checkout): Promise<Fleet> {
  return fleetOf(await repositoryOf(checkout), settings)
}

function filesOf(checkout: Checkout): Record<string, string> {
  return Object.fromEntries(checkout.paths.map(path => [path, (checkout.read(path) as { text: string }).text]))
}

async function onboarded(
  checkout: Checkout,
  request: ClusterRequest,
  like = 'west'
): Promise<{ changes: ReadonlyMap<string, string>; after: Checkout }> {
  const fleet = await fleetIn(checkout)
  const plan = onboardingOf(
    fleet,
    fleet.secondaries.find(({ label }) => label === like)!,
    request
  )
  if ('problems' in plan) throw new Error(plan.problems.join('\n'))
  return { changes: plan.changes as ReadonlyMap<string, string>, after: changedCheckout(checkout, plan.changes) }
}

const north: ClusterRequest = {
  name: 'north',
  ingress: 'https://kasten.north.contoso.com/k10',
  server: 'https://north.k8s.contoso.com:6443',
  destinationName: undefined
}

describe('plain layout', () => {
  test('onboards exactly one secondary, without a finding', async () => {
    const { changes, after } = await onboarded(base, north)
    expect([...changes.keys()].sort()).toEqual([
      'argocd/north.yaml',
      'secondaries/north/join-config.yaml',
      'secondaries/north/join-secret.yaml',
      'secondaries/north/store.yaml'
    ])
    expect(changes.get('argocd/north.yaml')).toBe(exampleFleet['argocd/west.yaml']!.replaceAll('west', 'north'))
    const fleet = await fleetIn(after)
    expect(fleet.secondaries.map(({ label }) => label)).toEqual(['east', 'north', 'west'])
    expect(judge(fleetRules, fleet)).toEqual([])
  })

  test('offboards to the very same bytes', async () => {
    const { after } = await onboarded(base, north)
    const fleet = await fleetIn(after)
    const changes = offboardingOf(
      fleet,
      fleet.secondaries.find(({ label }) => label === 'north')!
    )
    expect(filesOf(changedCheckout(after, changes))).toEqual(exampleFleet)
  })

  test('a destination by name, where the example has a server', async () => {
    const { changes } = await onboarded(base, { ...north, server: undefined, destinationName: 'north-prod' })
    const text = changes.get('argocd/north.yaml')!
    expect(text).toContain('    name: north-prod\n    namespace: kasten-io')
    expect(text).not.toContain('server:')
  })

  test("any valid name gives the example's objects with the new values, and touches nothing else", async () => {
    const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/)
    await fc.assert(
      fc.asyncProperty(
        label.filter(name => !['east', 'west', 'primary'].includes(name)),
        async name => {
          const request = {
            name,
            ingress: `https://k10.${name}.example.net:8443/kasten`,
            server: `https://api.${name}.example.net`,
            destinationName: undefined
          }
          const { changes } = await onboarded(base, request)
          const config = documentsOf(changes.get(`secondaries/${name}/join-config.yaml`)!).documents[0]!.value as {
            data: Record<string, unknown>
          }
          expect(config.data).toEqual({
            'cluster-name': name,
            'cluster-ingress': request.ingress,
            'primary-ingress': 'https://kasten.primary.contoso.com/k10'
          })
          const application = documentsOf(changes.get(`argocd/${name}.yaml`)!).documents[0]!.value as {
            metadata: { name: unknown }
            spec: { destination: unknown; source: { path: unknown } }
          }
          expect(application.metadata.name).toBe(`kasten-${name}`)
          expect(application.spec.destination).toEqual({ server: request.server, namespace: 'kasten-io' })
          expect(application.spec.source.path).toBe(`secondaries/${name}`)
          expect(changes.get(`secondaries/${name}/store.yaml`)).toBe(exampleFleet['secondaries/west/store.yaml'])
        }
      ),
      { numRuns: 60 }
    )
  })
})

describe('several Applications in one file', () => {
  const shared = {
    ...exampleFleet,
    'argocd/secondaries.yaml': `${exampleFleet['argocd/east.yaml']}---\n${exampleFleet['argocd/west.yaml']}`
  }
  delete (shared as Record<string, string>)['argocd/east.yaml']
  delete (shared as Record<string, string>)['argocd/west.yaml']

  test('gets one more document, and loses it again', async () => {
    const checkout = checkoutOf(shared)
    const { changes, after } = await onboarded(checkout, north)
    expect(changes.get('argocd/secondaries.yaml')).toBe(
      `${shared['argocd/secondaries.yaml']}---\n${exampleFleet['argocd/west.yaml']!.replaceAll('west', 'north')}`
    )
    const fleet = await fleetIn(after)
    expect(fleet.secondaries).toHaveLength(3)
    const back = offboardingOf(
      fleet,
      fleet.secondaries.find(({ label }) => label === 'north')!
    )
    expect(filesOf(changedCheckout(after, back))).toEqual(shared)
  })
})

describe('an AppProject that lists its destinations', () => {
  const project = `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: kasten
  namespace: argocd
spec:
  sourceRepos: ['*']
  destinations:
    - server: https://kubernetes.default.svc # the primary
      namespace: '*'
    - server: https://east.k8s.contoso.com:6443 # Paris
      namespace: '*'
    - server: https://west.k8s.contoso.com:6443
      namespace: '*' # all of them
`
  test('gets one more element, and loses it again', async () => {
    const inProject = Object.entries(exampleFleet).map(([path, text]) => [
      path,
      text.replace('project: default', 'project: kasten')
    ])
    const files = { ...Object.fromEntries(inProject), 'argocd/project.yaml': project } as Record<string, string>
    const { changes, after } = await onboarded(checkoutOf(files), north)
    expect(changes.get('argocd/project.yaml')).toBe(
      `${project}    - server: https://north.k8s.contoso.com:6443\n      namespace: '*'\n`
    )
    const fleet = await fleetIn(after)
    const back = offboardingOf(
      fleet,
      fleet.secondaries.find(({ label }) => label === 'north')!
    )
    expect(filesOf(changedCheckout(after, back))).toEqual(files)
  })
})
