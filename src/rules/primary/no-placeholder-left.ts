// No placeholder is left where a value belongs.
import type { Application } from '../../model/application.ts'
import type { Fleet } from '../../model/fleet.ts'
import { stringAt, type Located, type Manifest } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import type { Secondary } from '../../model/secondary.ts'
import { vaultUrlOf, type StoreRef } from '../../model/store.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

export const noPlaceholderLeft: FleetRule = {
  id: 'no-placeholder-left',
  severity: 'error',
  title: 'No placeholder is left where a value belongs.',
  why: `Argo CD applies plain manifests as they are: nobody fills in \`<…>\`, \`{{ … }}\` or \`\${…}\` on the way. The secondary then calls a host that
does not exist, or asks Key Vault for a name that it refuses with \`BadParameter\`.`,
  fix: 'Write the value, or let Helm, Kustomize or a plugin render the folder.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/directory/',
  rows: [12],
  bad: [
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: <cluster> # <- here
  cluster-ingress: https://\${HOST}/k10 # <- here
`,
    `
# file: primary/push-secret.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: CHANGEME # <- here
# file: argocd/east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-east
  namespace: argocd
spec:
  destination:
    server: https://TODO # <- here
    namespace: kasten-io
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: secondaries/east
`
  ],
  good: [
    `
# file: new-secondary/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: \${CLUSTER}
  cluster-ingress: https://\${HOST}/k10
`
  ],
  *check(fleet) {
    for (const value of new Set(valuesOf(fleet))) {
      const placeholder = placeholderIn(value.value)
      if (placeholder === undefined) continue
      yield {
        about: value,
        message: `${quoted(placeholder)} is a placeholder that nothing fills in: write the value.`
      }
    }
  }
}

/** Only of what an Application delivers as it stands: a folder that none points at may be a template, for whatever tool. */
function valuesOf({ primaries, secondaries, concerned }: Fleet): Located<string>[] {
  const applications = [...concerned].flatMap(({ application }) => application ?? [])
  return [
    ...primaries.filter(isDelivered).flatMap(valuesOfPrimary),
    ...secondaries.filter(isDelivered).flatMap(valuesOfSecondary),
    ...applications.flatMap(valuesOfApplication)
  ]
}

function isDelivered({ site }: Pick<Primary, 'site'>): boolean {
  return site.folder === undefined
}

function valuesOfPrimary({ entries, charts, joinTokens, pushSecrets }: Primary): Located<string>[] {
  return [
    ...entries.flatMap(entry => present(entry.name, entry.ingress, entry.kastenNamespace, entry.releaseName)),
    ...charts.flatMap(chart => present(chart.name, chart.ingress)),
    ...joinTokens.flatMap(({ manifest }) => namesOf(manifest)),
    ...pushSecrets.flatMap(push => [
      ...namesOf(push.manifest),
      ...present(push.selects),
      ...push.matches.flatMap(({ remoteKey }) => present(remoteKey)),
      ...push.storeRefs.flatMap(valuesOfStore)
    ])
  ]
}

function valuesOfSecondary({ name, ingress, primaryIngress, config, joins }: Secondary): Located<string>[] {
  return [
    ...present(name, ingress, primaryIngress),
    ...(config ? namesOf(config.manifest) : []),
    ...joins.flatMap(({ manifest, storeRef, entries }) => [
      ...namesOf(manifest),
      ...entries.flatMap(({ remoteKey }) => present(remoteKey)),
      ...(storeRef ? valuesOfStore(storeRef) : [])
    ])
  ]
}

function valuesOfStore({ name, store }: StoreRef): Located<string>[] {
  if (!store) return present(name)
  return present(name, vaultUrlOf(store), stringAt(store, 'spec', 'provider', 'azurekv', 'tenantId'))
}

function valuesOfApplication({ destination, sources }: Application): Located<string>[] {
  const { server, name, namespace } = destination
  return [...present(server, name, namespace), ...sources.flatMap(({ repoURL, path }) => present(repoURL, path))]
}

function namesOf(manifest: Manifest): Located<string>[] {
  return present(stringAt(manifest, 'metadata', 'name'), stringAt(manifest, 'metadata', 'namespace'))
}

function present(...values: readonly (Located<string> | undefined)[]): Located<string>[] {
  return values.filter(value => value !== undefined)
}
