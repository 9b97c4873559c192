// The Helm layout: one chart for the primary, one for all secondaries, a values file and an Application for each cluster.
import type { Changeset } from '../changeset.ts'
import type { ClusterRequest } from '../cluster-request.ts'
import { applicationText, type RecipeDestination } from './application.ts'
import { bootstrapText, joinText, joinTokenText, pushText, storeText } from './manifests.ts'
import { below, scalar, type RecipeNames } from './names.ts'

const value = (name: string): string => `{{ .Values.${name} | quote }}`

/** Where the chart of all secondaries is. */
export const secondaryChart = 'charts/kasten-secondary'

/** The primary's files, and the chart that secondaries will use. */
export function helmPrimary(names: RecipeNames): Changeset {
  const values = {
    name: value('name'),
    ingress: value('ingress'),
    secretName: value('secretName'),
    storeName: value('storeName')
  }
  const join = {
    name: value('name'),
    ingress: value('ingress'),
    primaryIngress: value('primaryIngress'),
    secretName: value('secretName'),
    storeName: value('storeName')
  }
  const destination = {
    server: 'https://kubernetes.default.svc',
    destinationName: undefined,
    namespace: 'kasten-io-mc'
  }
  const primary = below(names, 'charts/kasten-primary')
  const secondary = below(names, secondaryChart)
  return new Map([
    [
      below(names, 'argocd/kasten-primary.yaml'),
      helmApplication(
        'kasten-primary',
        'The primary is the cluster that Argo CD runs on.',
        destination,
        primary,
        'primary',
        names
      )
    ],
    [
      below(names, 'values/primary.yaml'),
      valuesText({ name: names.primaryName, ingress: names.primaryIngress, ...shared(names) })
    ],
    [
      `${primary}/Chart.yaml`,
      chartText('kasten-primary', 'Makes a cluster the primary of Kasten multi-cluster, and pushes its join token')
    ],
    [`${primary}/templates/1-bootstrap.yaml`, bootstrapText(values)],
    [`${primary}/templates/2-join-token.yaml`, joinTokenText],
    [`${primary}/templates/3-push.yaml`, pushText(values)],
    [`${primary}/templates/store.yaml`, storeText('push', value('storeName'), value('vaultUrl'), names)],
    [
      `${secondary}/Chart.yaml`,
      chartText('kasten-secondary', 'Joins a cluster to the primary of Kasten multi-cluster')
    ],
    [`${secondary}/templates/join.yaml`, joinText(join, names)],
    [`${secondary}/templates/store.yaml`, storeText('pull', value('storeName'), value('vaultUrl'), names)]
  ])
}

/** A secondary's files. */
export function helmSecondary(request: ClusterRequest, names: RecipeNames): Changeset {
  const { name, ingress, server, destinationName } = request
  const destination = { server, destinationName, namespace: 'kasten-io' }
  const comment = 'A secondary. Its cluster is registered in Argo CD under this destination.'
  return new Map([
    [
      below(names, `argocd/kasten-${name}.yaml`),
      helmApplication(`kasten-${name}`, comment, destination, below(names, secondaryChart), name, names)
    ],
    [
      below(names, `values/${name}.yaml`),
      valuesText({ name, ingress, primaryIngress: names.primaryIngress, ...shared(names) })
    ]
  ])
}

function shared({ secretName, storeName, vaultUrl }: RecipeNames): Record<string, string> {
  return { secretName, storeName, vaultUrl }
}

function helmApplication(
  name: string,
  comment: string,
  to: RecipeDestination,
  chart: string,
  values: string,
  names: RecipeNames
): string {
  const file = `/${below(names, `values/${values}.yaml`)}`
  return applicationText(
    name,
    comment,
    to,
    `    path: ${scalar(chart)}\n    helm:\n      valueFiles:\n        - ${JSON.stringify(file)}\n`,
    names
  )
}

function chartText(name: string, description: string): string {
  return `apiVersion: v2\nname: ${name}\ndescription: ${description}\ntype: application\nversion: 0.1.0\n`
}

function valuesText(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, text]) => `${key}: ${scalar(text)}\n`)
    .join('')
}
