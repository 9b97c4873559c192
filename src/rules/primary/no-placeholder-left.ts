// Rule: no placeholder is left where a value belongs.
import type { Application } from '../../model/application.ts'
import type { Fleet } from '../../model/fleet.ts'
import { stringAt, type Located, type Manifest } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import type { Secondary } from '../../model/secondary.ts'
import type { Site } from '../../model/site.ts'
import { vaultUrlOf, type StoreRef } from '../../model/store.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

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
`,
    `
# alone
# file: secondary/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: CHANGEME # <- here
  cluster-ingress: https://<host>/k10 # <- here
`
  ],
  good: [
    `
# alone
# file: secondary/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: \${CLUSTER}
  cluster-ingress: https://\${HOST}/k10
# file: secondary/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: \${STORE}
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
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
    const bare = ![...fleet.concerned].some(({ application }) => application)
    for (const { site, values } of valuesIn(fleet)) {
      const delivered = site?.folder === undefined
      if (delivered || bare) for (const value of values) yield* complaintsAbout(value, delivered)
    }
  }
}

/**
 * A folder that no Application delivers may be a template: it is judged only where the repository has no Application for any part of the
 * fleet, and then not for what tools fill in on the way.
 */
function complaintsAbout(about: Located<string>, delivered: boolean): Complaint[] {
  const placeholder = placeholderIn(about.value)
  if (placeholder === undefined || (!delivered && /^[{$]/.test(placeholder))) return []
  const message = `${quoted(placeholder)} is a placeholder that nothing fills in: write the value.`
  return [{ about, message, severity: delivered ? 'error' : 'warning' }]
}

/** Values, and the site they are for; those of Applications and stores are for none. */
interface Values {
  readonly site?: Site
  readonly values: readonly Located<string>[]
}

function* valuesIn({ primaries, secondaries, concerned }: Fleet): Iterable<Values> {
  const stores = new Set<Manifest>()
  for (const primary of primaries) yield { site: primary.site, values: valuesOfPrimary(primary, stores) }
  for (const secondary of secondaries) yield { site: secondary.site, values: valuesOfSecondary(secondary, stores) }
  for (const store of stores) yield { values: valuesOfStore(store) }
  for (const { application } of concerned) if (application) yield { values: valuesOfApplication(application) }
}

function valuesOfPrimary(
  { entries, charts, joinTokens, pushSecrets }: Primary,
  stores: Set<Manifest>
): Located<string>[] {
  return [
    ...entries.flatMap(entry => present(entry.name, entry.ingress, entry.kastenNamespace, entry.releaseName)),
    ...charts.flatMap(chart => present(chart.name, chart.ingress)),
    ...joinTokens.flatMap(({ manifest }) => namesOf(manifest)),
    ...pushSecrets.flatMap(push => [
      ...namesOf(push.manifest),
      ...present(push.selects),
      ...push.matches.flatMap(({ remoteKey }) => present(remoteKey)),
      ...push.storeRefs.flatMap(ref => valuesOfRef(ref, stores))
    ])
  ]
}

function valuesOfSecondary(
  { name, ingress, primaryIngress, config, joins }: Secondary,
  stores: Set<Manifest>
): Located<string>[] {
  return [
    ...present(name, ingress, primaryIngress),
    ...(config ? namesOf(config.manifest) : []),
    ...joins.flatMap(({ manifest, storeRef, entries }) => [
      ...namesOf(manifest),
      ...entries.flatMap(({ remoteKey }) => present(remoteKey)),
      ...(storeRef ? valuesOfRef(storeRef, stores) : [])
    ])
  ]
}

/** A reference to a store, which is noted: many refer to the same one. */
function valuesOfRef(ref: StoreRef, stores: Set<Manifest>): Located<string>[] {
  if (ref.store) stores.add(ref.store)
  return present(ref.name)
}

function valuesOfStore(store: Manifest): Located<string>[] {
  return present(vaultUrlOf(store), stringAt(store, 'spec', 'provider', 'azurekv', 'tenantId'))
}

function valuesOfApplication({ destination, sources }: Application): Located<string>[] {
  const { server, name, namespace } = destination
  return [...present(server, name, namespace), ...sources.flatMap(({ repoURL, path }) => present(repoURL, path))]
}

function namesOf(manifest: Manifest): Located<string>[] {
  if ([manifest.name, manifest.namespace ?? ''].every(name => placeholderIn(name) === undefined)) return []
  return present(stringAt(manifest, 'metadata', 'name'), stringAt(manifest, 'metadata', 'namespace'))
}

function present(...values: readonly (Located<string> | undefined)[]): Located<string>[] {
  return values.filter(value => value !== undefined)
}
