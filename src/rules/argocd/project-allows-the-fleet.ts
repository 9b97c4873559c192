// Rule: the AppProject of the fleet's Applications allows what they do.
import { groupedBy } from '../../source/grouped.ts'
import type { ApplicationSource } from '../../model/application.ts'
import type { Fleet } from '../../model/fleet.ts'
import { isClusterScoped } from '../../model/kinds.ts'
import { at, groupOf, keyOf, whole, type Target } from '../../model/manifest.ts'
import { fleetDeliveriesOf, isAppliedAsWritten, type ApplicationDelivery } from '../../model/of-the-fleet.ts'
import { permissionsOf, type Permissions } from '../../model/project-permissions.ts'
import type { Project } from '../../model/project.ts'
import { namespaceIn } from '../../model/site.ts'
import { changed } from '../example-change.ts'
import { severalOf } from '../once.ts'
import { quoted } from '../quoted.ts'
import { mostShown, type Complaint, type FleetRule } from '../rule.ts'
import { destinationOf } from '../shared-clusters.ts'

const inProject = (): string =>
  ['primary', 'east', 'west']
    .map(name => changed(`argocd/${name}.yaml`, ['project: default', 'project: kasten']))
    .join('')

const project = (spec: string): string => `${inProject()}
# file: argocd/project.yaml
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: kasten
  namespace: argocd
spec:
${spec}`

const kinds = `  clusterResourceWhitelist:
    - {group: "", kind: Namespace}
    - {group: external-secrets.io, kind: ClusterSecretStore}
`

export const projectAllowsTheFleet: FleetRule = {
  id: 'project-allows-the-fleet',
  severity: 'error',
  title: "The AppProject of the fleet's Applications allows their sources, destinations and kinds.",
  why: 'Argo CD refuses what the project does not allow: `application repo … is not permitted in project`, `do not match any of the allowed destinations in project`, `resource external-secrets.io:ClusterSecretStore is not permitted in project`. The Application is not synced.',
  fix: `In the AppProject

\`\`\`yaml
spec:
  sourceRepos:
    - <URL of this repository>
  destinations:
    - server: '*'
      namespace: kasten-io*
  clusterResourceWhitelist:
    - group: ''
      kind: Namespace
    - group: external-secrets.io
      kind: ClusterSecretStore
\`\`\`

https and ssh URLs of one repository are two to a project.`,
  source: 'argoproj/argo-cd: pkg/apis/application/v1alpha1/app_project_types.go',
  rows: [119],
  bad: [
    project(`  sourceRepos: # <- here
    - git@github.com:contoso/kasten-fleet.git
  destinations:
    - {server: '*', namespace: 'kasten-io*'}
${kinds}`),
    project(`  sourceRepos: ['https://github.com/contoso/*']
  destinations: # <- here
    - {server: 'https://*.k8s.contoso.com:6443', namespace: kasten-io}
${kinds}`),
    project(`  sourceRepos: ['*']
  destinations:
    - {server: '*', namespace: '*'}
  clusterResourceWhitelist: # <- here
    - {group: "", kind: Namespace}
`),
    project(`  sourceRepos: ['*']
  destinations:
    - {server: '*', namespace: '*'}
  namespaceResourceBlacklist: # <- here
    - {group: "", kind: Secret}
${kinds}`)
  ],
  good: [
    project(`  sourceRepos: ['https://github.com/Contoso/kasten-fleet.git']
  destinations:
    - {server: '*', namespace: 'kasten-io*'}
${kinds}`),
    // Which server a name means only Argo CD knows.
    project(`  sourceRepos: ['*']
  destinations:
    - {name: in-cluster, namespace: kasten-io-mc}
    - {name: 'secondary-*', namespace: kasten-io}
  clusterResourceWhitelist:
    - {group: '*', kind: '*'}
`)
  ],
  *check(fleet) {
    if (fleet.manifests.some(isGlobalProjectsSetting)) return
    const members = membersOf(fleet)
    for (const declared of fleet.projects) {
      const deliveries = members.get(declared.name) ?? []
      if (deliveries.length === 0 || !isTheOnly(declared, fleet)) continue
      const permissions = permissionsOf(declared)
      yield* refusedSources(declared, permissions, deliveries)
      yield* refusedDestinations(declared, permissions, deliveries)
      yield* refusedKinds(declared, permissions, deliveries)
    }
  }
}

/** Global projects add to what others allow. */
function isGlobalProjectsSetting(manifest: Target['manifest']): boolean {
  return manifest.name === 'argocd-cm' && at(manifest, 'data', 'globalProjects') !== undefined
}

function membersOf(fleet: Fleet): Map<string, ApplicationDelivery[]> {
  return groupedBy(fleetDeliveriesOf(fleet), ({ application }) => application.project)
}

function isTheOnly({ manifest, name }: Project, fleet: Fleet): boolean {
  return isAppliedAsWritten(manifest, fleet) && fleet.projects.filter(other => other.name === name).length === 1
}

/** Something that a project refuses, and where it is written. */
interface Refusal {
  readonly what: string
  readonly about: Target
  readonly application: string
}

function refusedSources(
  declared: Project,
  permissions: Permissions,
  deliveries: readonly ApplicationDelivery[]
): Complaint[] {
  const refused = deliveries.flatMap(({ application }) =>
    application.sources.flatMap(({ repoURL }: ApplicationSource) =>
      repoURL && !permissions.source(repoURL.value)
        ? [{ what: quoted(repoURL.value), about: repoURL, application: application.name }]
        : []
    )
  )
  return complaintOf(declared, 'sourceRepos', 'the repository', refused)
}

function refusedDestinations(
  declared: Project,
  permissions: Permissions,
  deliveries: readonly ApplicationDelivery[]
): Complaint[] {
  const refused = deliveries.flatMap(delivery => {
    const { destination, name } = delivery.application
    if (delivery.cluster === undefined) return []
    const namespaces = new Set([delivery.namespace ?? '', ...namespacesIn(delivery)])
    const cluster = destination.server?.value ?? destination.name!.value
    return [...namespaces]
      .filter(namespace => !permissions.destination(destination, namespace))
      .map(namespace => ({
        what: `${quoted(namespace)} on ${quoted(cluster)}`,
        about: destinationOf(delivery),
        application: name
      }))
  })
  return complaintOf(declared, 'destinations', 'the namespace', refused)
}

function namespacesIn(delivery: ApplicationDelivery): string[] {
  return delivery.manifests.flatMap(manifest =>
    isClusterScoped(manifest) ? [] : (namespaceIn(manifest, delivery) ?? [])
  )
}

function refusedKinds(
  declared: Project,
  permissions: Permissions,
  deliveries: readonly ApplicationDelivery[]
): Complaint[] {
  const wide: Refusal[] = []
  const namespaced: Refusal[] = []
  for (const { manifests, application } of deliveries) {
    for (const manifest of manifests) {
      const inNamespace = !isClusterScoped(manifest)
      if (permissions.kind(groupOf(manifest), manifest.kind, manifest.name, inNamespace)) continue
      const refusal = { what: manifest.kind, about: whole(manifest), application: application.name }
      if (inNamespace) namespaced.push(refusal)
      else if (isSurelyClusterScoped(manifest.kind)) wide.push(refusal)
    }
  }
  const denies = (key: string): boolean => at(declared.manifest, 'spec', key) !== undefined
  const list = denies('namespaceResourceWhitelist') ? 'namespaceResourceWhitelist' : 'namespaceResourceBlacklist'
  return [
    ...complaintOf(declared, 'clusterResourceWhitelist', 'the cluster-scoped kind', wide),
    ...complaintOf(declared, list, 'the kind', namespaced)
  ]
}

function isSurelyClusterScoped(kind: string): boolean {
  return kind === 'Namespace' || kind === 'ClusterSecretStore'
}

function complaintOf({ manifest, name }: Project, key: string, what: string, refused: readonly Refusal[]): Complaint[] {
  const [first] = refused
  if (!first) return []
  const others = new Set(refused.map(refusal => refusal.what)).size - 1
  const list = at(manifest, 'spec', key)
  return [
    {
      about: list ? keyOf(list) : keyOf({ manifest, path: ['spec'] }),
      message: `The project ${quoted(name)} does not allow ${what} ${first.what}${others > 0 ? ` and ${others} more` : ''}: add it to ${key === 'namespaceResourceBlacklist' ? 'what is allowed' : key}.`,
      related: refused.slice(0, mostShown).map(({ about }) => ({ about, message: 'not allowed' })),
      clusters: severalOf(refused.map(({ application }) => application))
    }
  ]
}
