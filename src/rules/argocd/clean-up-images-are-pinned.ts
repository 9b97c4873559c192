// Rule: what runs as a hook beside the fleet runs an image of a fixed version.
import { itemsAt, stringBelow, type Located, type Manifest } from '../../model/manifest.ts'
import { bringingDeliveriesOf } from '../../model/of-the-fleet.ts'
import { hookOf } from '../../model/sync-annotations.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

const job = (image: string): string => `
# file: primary/clean-up.yaml
apiVersion: batch/v1
kind: Job
metadata:
  name: disconnect
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/hook: PreDelete
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: disconnect
          image: ${image}
`

export const cleanUpImagesArePinned: FleetRule = {
  id: 'clean-up-images-are-pinned',
  severity: 'notice',
  title: 'A hook Job of the fleet runs an image of a fixed version.',
  why: 'A hook that disconnects the clusters runs once, years after it was written. `latest` is by then another program, or gone, and a hook before a deletion that fails blocks the deletion.',
  fix: 'Write a version or a digest: `image: <image>:<version>`.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  rows: [121],
  bad: [job('bitnami/kubectl:latest # <- here'), job('registry.contoso.com:5000/kubectl # <- here')],
  good: [job('registry.contoso.com:5000/kubectl:v1.34.1'), job('bitnami/kubectl@sha256:0123456789abcdef')],
  *check(fleet) {
    for (const manifest of hookJobsOf(bringingDeliveriesOf(fleet))) {
      for (const image of imagesOf(manifest)) {
        if (isPinned(image.value)) continue
        yield {
          about: image,
          message: `The image ${quoted(image.value)} is whatever it is when the hook runs: write a version.`
        }
      }
    }
  }
}

function hookJobsOf(deliveries: Iterable<{ readonly manifests: readonly Manifest[] }>): Set<Manifest> {
  const jobs = [...deliveries].flatMap(({ manifests }) => manifests.filter(({ kind }) => kind === 'Job'))
  return new Set(jobs.filter(manifest => hookOf(manifest) !== undefined))
}

function imagesOf(manifest: Manifest): Located<string>[] {
  return itemsAt(manifest, 'spec', 'template', 'spec', 'containers').flatMap(
    container => stringBelow(container, 'image') ?? []
  )
}

function isPinned(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1)
  return /[@$]|\{\{/.test(image) || (name.includes(':') && !name.endsWith(':latest'))
}
