// Rule: a primary keeps its name and its URL.
import { normalisedUrl } from '../../model/ingress.ts'
import type { Primary } from '../../model/primary.ts'
import { quoted } from '../quoted.ts'
import type { ChangeRule, Complaint } from '../rule.ts'

export const primaryKeepsItsIdentity: ChangeRule = {
  id: 'primary-keeps-its-identity',
  severity: 'warning',
  title: 'A primary keeps its name and its URL.',
  why: `The URL of the Bootstrap is written into every join token: tokens made before keep the old one. A new name is a new identity: what becomes of the clusters that joined the old one is not documented.`,
  fix: `Keep name and URL. Where the URL must change, set \`primary-ingress\` on every secondary, and rotate the token.`,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [18],
  bad: [
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "1"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
spec:
  clusters:
    primary:
      name: headquarters # <- here
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10
`,
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "1"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
spec:
  clusters:
    primary:
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.hq.contoso.com/k10 # <- here
`,
    `
# removed: primary/bootstrap.yaml
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token # <- here
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "2"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
type: dist.kio.kasten.io/join-token
`
  ],
  good: [
    `
# file: readme.txt
nothing of the fleet changed
`,
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "1"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
spec:
  clusters:
    primary:
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10/
`
  ],
  *check({ before, after }) {
    for (const old of before.primaries) {
      const now = sameSite(old, after.primaries) ?? (after.primaries.length === 1 ? after.primaries[0] : undefined)
      if (now) yield* changesOf(old, now)
    }
  }
}

function sameSite(old: Primary, primaries: readonly Primary[]): Primary | undefined {
  return primaries.find(({ site }) => site.key === old.site.key)
}

function* changesOf(old: Primary, now: Primary): Generator<Complaint> {
  if (old.name && now.name && old.name.value !== now.name.value) {
    yield {
      about: now.name,
      message: `The primary was called ${quoted(old.name.value)}, and is now ${quoted(now.name.value)}: a new name is a new identity, and joined clusters know the old one.`
    }
  }
  if (old.ingress && now.ingress && normalisedUrl(old.ingress.value) !== normalisedUrl(now.ingress.value)) {
    yield {
      about: now.ingress,
      message: `The primary's URL was ${quoted(old.ingress.value)}, and is now ${quoted(now.ingress.value)}: tokens made before keep the old one. Rotate the token after the change.`
    }
  }
  const token = now.joinTokens[0]
  if (old.bootstraps.length > 0 && now.bootstraps.length + now.charts.length === 0 && token) {
    yield {
      about: { manifest: token.manifest, path: ['metadata', 'name'] },
      message: `The Bootstrap ${quoted(old.bootstraps[0]!.manifest.name)} is removed: with prune, the primary is taken down and every secondary with it.`
    }
  }
}
