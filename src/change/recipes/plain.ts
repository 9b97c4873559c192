// The plain layout: a folder of manifests for each cluster, an Application for each folder.
import type { Changeset } from '../changeset.ts'
import type { ClusterRequest } from '../cluster-request.ts'
import { applicationText } from './application.ts'
import { bootstrapText, joinText, joinTokenText, plainValues, pushText, storeText } from './manifests.ts'
import { below, scalar, type RecipeNames } from './names.ts'

/** The primary's files. */
export function plainPrimary(names: RecipeNames): Changeset {
  const values = plainValues({
    name: names.primaryName,
    ingress: names.primaryIngress,
    secretName: names.secretName,
    storeName: names.storeName
  })
  const destination = {
    server: 'https://kubernetes.default.svc',
    destinationName: undefined,
    namespace: 'kasten-io-mc'
  }
  const source = `    path: ${scalar(below(names, 'primary'))}\n`
  return new Map([
    [
      below(names, 'argocd/kasten-primary.yaml'),
      applicationText('kasten-primary', 'The primary is the cluster that Argo CD runs on.', destination, source, names)
    ],
    [below(names, 'primary/1-bootstrap.yaml'), bootstrapText(values)],
    [below(names, 'primary/2-join-token.yaml'), joinTokenText],
    [below(names, 'primary/3-push.yaml'), pushText(values)],
    [below(names, 'primary/store.yaml'), storeText('push', values.storeName, scalar(names.vaultUrl), names)]
  ])
}

/** A secondary's files. */
export function plainSecondary(request: ClusterRequest, names: RecipeNames, withStore: boolean): Changeset {
  const { name, ingress, server, destinationName } = request
  const values = plainValues({
    name,
    ingress,
    primaryIngress: names.primaryIngress,
    secretName: names.secretName,
    storeName: names.storeName
  })
  const destination = { server, destinationName, namespace: 'kasten-io' }
  const source = `    path: ${scalar(below(names, `secondaries/${name}`))}\n`
  const files = new Map([
    [
      below(names, `argocd/kasten-${name}.yaml`),
      applicationText(
        `kasten-${name}`,
        'A secondary. Its cluster is registered in Argo CD under this destination.',
        destination,
        source,
        names
      )
    ],
    [below(names, `secondaries/${name}/join.yaml`), joinText(values, names)]
  ])
  if (withStore)
    files.set(
      below(names, `secondaries/${name}/store.yaml`),
      storeText('pull', values.storeName, scalar(names.vaultUrl), names)
    )
  return files
}
