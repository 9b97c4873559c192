// Writes a healthy fleet of any size in the plain layout: a file with ConfigMap and ExternalSecret and an Application file for each secondary.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const application = (
  name,
  path,
  server,
  namespace
) => `# ${name}: delivered by Argo CD, see docs/runbooks/multicluster.md
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-${name}
  namespace: argocd
  labels:
    app.kubernetes.io/part-of: kasten-multicluster
    contoso.com/team: platform
  annotations:
    notifications.argoproj.io/subscribe.on-sync-failed.slack: platform-alerts
spec:
  project: default
  destination:
    server: ${server}
    namespace: ${namespace}
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: ${path}
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
      backoff: { duration: 10s, factor: 2, maxDuration: 5m }
  ignoreDifferences:
    # The API server fills in defaults of ExternalSecret.
    - group: external-secrets.io
      kind: ExternalSecret
      jqPathExpressions: ['.spec.data[].remoteRef.conversionStrategy']
`

export const secondary = name => `# What ${name} joins with.
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: ${name}
  cluster-ingress: https://kasten.${name}.contoso.com/k10
  primary-ingress: https://kasten.primary.contoso.com/k10
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m # rotation arrives within this
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  target:
    name: mc-join
    creationPolicy: Owner
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`

export const primary = `apiVersion: v1
kind: Namespace
metadata:
  name: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "0"
---
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "1"
spec:
  clusters:
    primary:
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10
---
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "2"
type: dist.kio.kasten.io/join-token
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  refreshInterval: 10m
  deletionPolicy: None
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
          remoteKey: fleet-join-token
`

/** Folders of a hundred clusters each, as a person would keep them. */
export const folderOf = index => `group-${String(Math.floor(index / 100)).padStart(3, '0')}`

/** @param faulty every how manieth secondary pulls a key that nobody pushes; 0 for none */
export function writeFleet(root, size, faulty = 0) {
  const write = (path, text) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write('primary/primary.yaml', primary)
  write('argocd/primary.yaml', application('primary', 'primary', 'https://kubernetes.default.svc', 'kasten-io-mc'))
  for (let index = 0; index < size; index++) {
    const name = `cluster-${String(index).padStart(5, '0')}`
    const text = secondary(name)
    const broken = faulty > 0 && index % faulty === 0
    write(
      `secondaries/${folderOf(index)}/${name}/join.yaml`,
      broken ? text.replace('key: fleet-', 'key: fleat-') : text
    )
    const server = `https://${name}.k8s.contoso.com:6443`
    const path = `secondaries/${folderOf(index)}/${name}`
    write(`argocd/${folderOf(index)}/${name}.yaml`, application(name, path, server, 'kasten-io'))
  }
}
