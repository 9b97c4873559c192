// Rule: the value files that a Helm source names are there.
import type { Application, ApplicationSource } from '../../model/application.ts'
import type { Fleet } from '../../model/fleet.ts'
import { below, itemsAt, type Located } from '../../model/manifest.ts'
import { fleetDeliveriesOf, folderIn, type ApplicationDelivery } from '../../model/of-the-fleet.ts'
import { cleaned } from '../../model/source-path.ts'
import { sameRepository } from '../../source/repository-url.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

const example = (valueFile: string): string => `
# file: argocd/join-north.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: join-north
  namespace: argocd
spec:
  project: default
  destination:
    server: https://north.k8s.contoso.com:6443
    namespace: kasten-io
  sources:
    - repoURL: https://github.com/contoso/kasten-fleet
      targetRevision: main
      path: charts/join
      helm:
        valueFiles:
          - ${valueFile}
    - repoURL: https://github.com/contoso/kasten-fleet
      targetRevision: main
      ref: values
# file: charts/join/Chart.yaml
apiVersion: v2
name: join
version: 1.0.0
# file: charts/join/north.yaml
name: north
`

export const valueFilesExist: FleetRule = {
  id: 'value-files-exist',
  severity: 'error',
  title: 'The value files that a Helm source names are there.',
  why: 'Argo CD cannot render the chart: `ComparisonError`, `no such file or directory`. A `$ref` that no source has is taken for an ordinary path, so the message names a file and not the mistake.',
  fix: `A path is relative to the chart; \`/\` is the repository's root; \`$values\` the root of the source that has \`ref: values\`

\`\`\`yaml
sources:
  - repoURL: <URL of the repository>
    targetRevision: <branch>
    path: <folder of the chart>
    helm:
      valueFiles:
        - $values/<path of the file>
  - repoURL: <URL of the repository>
    targetRevision: <branch>
    ref: values
\`\`\``,
  source:
    'https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/#helm-value-files-from-external-git-repository',
  rows: [110],
  bad: [
    example('\\$values/charts/join/north.yaml # <- here'),
    example('$vaules/charts/join/north.yaml # <- here'),
    example('$values/north.yaml # <- here'),
    example('nroth.yaml # <- here')
  ],
  good: [
    example('$values/charts/join/north.yaml'),
    example('/charts/join/north.yaml'),
    example('north.yaml'),
    example('$ARGOCD_APP_NAME.yaml'),
    example('https://values.contoso.com/north.yaml')
  ],
  *check(fleet) {
    for (const delivery of fleetDeliveriesOf(fleet)) {
      for (const source of delivery.application.sources) yield* complaintsOf(source, delivery, fleet)
    }
  }
}

function complaintsOf(source: ApplicationSource, delivery: ApplicationDelivery, fleet: Fleet): Complaint[] {
  const { manifest, path } = source.target
  const optional = below(source.target, 'helm', 'ignoreMissingValueFiles')?.value === true
  return itemsAt(manifest, ...path, 'helm', 'valueFiles').flatMap(file => {
    const value = typeof file.value === 'string' ? file.value : ''
    const message =
      escapedText(value) ??
      unknownRefText(value, delivery.application) ??
      missingText(value, optional, source, delivery, fleet)
    return message === undefined ? [] : [{ about: file satisfies Located, message }]
  })
}

/** As the shell's heredocs of tutorials need it, and no file does. */
function escapedText(value: string): string | undefined {
  if (!value.startsWith('\\$')) return undefined
  return `${quoted(value)} begins with a backslash, so it is no reference: write ${quoted(value.slice(1))}.`
}

const reference = /^\$([\w-]+)\//

function unknownRefText(value: string, { sources }: Application): string | undefined {
  const name = reference.exec(value)?.[1]
  if (name === undefined || name.startsWith('ARGOCD_') || sources.some(({ ref }) => ref?.value === name))
    return undefined
  return `No source of this Application has the ref ${quoted(name)} of ${quoted(value)}: add one with ref: ${name}, or correct the name.`
}

function missingText(
  value: string,
  optional: boolean,
  source: ApplicationSource,
  delivery: ApplicationDelivery,
  fleet: Fleet
): string | undefined {
  if (optional || value === '' || value.includes('://') || /[*?[{]/.test(value)) return undefined
  const path = pathIn(value, source, delivery, fleet)
  if (path === undefined || fleet.folders.isFile(path) || fleet.folders.isInSubmodule(path)) return undefined
  return `The repository has no file ${quoted(path)}, which ${quoted(value)} means: write one that exists.`
}

/** The file of this repository that a value file means; undefined when it is elsewhere, or nobody can tell. */
function pathIn(
  value: string,
  source: ApplicationSource,
  delivery: ApplicationDelivery,
  fleet: Fleet
): string | undefined {
  const name = reference.exec(value)?.[1]
  const from = name === undefined ? source : delivery.application.sources.find(({ ref }) => ref?.value === name)
  const rest = name === undefined ? value : value.slice(name.length + 2)
  if (!from || rest.includes('$') || !isHere(from, fleet)) return undefined
  if (name !== undefined || rest.startsWith('/')) return cleaned(rest)
  const chart = source.chart ? undefined : folderIn(source, fleet)
  return chart === undefined ? undefined : cleaned(`${chart}/${rest}`)
}

/** Whether it is this repository and this revision that Argo CD looks into. */
function isHere({ repoURL, targetRevision, chart }: ApplicationSource, { own, settings }: Fleet): boolean {
  if (chart || !repoURL || own.url === undefined || !sameRepository(repoURL.value, own.url)) return false
  const revision = targetRevision?.value ?? 'HEAD'
  return revision === 'HEAD' || settings.revisions.includes(revision.replace(/^refs\/heads\//, ''))
}
