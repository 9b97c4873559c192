// Rule: the sources of an Application are ones that Argo CD accepts.
import type { Application, ApplicationSource } from '../../model/application.ts'
import { at, itemsAt, keyOf, type Target } from '../../model/manifest.ts'
import { fleetDeliveriesOf, isAppliedAsWritten } from '../../model/of-the-fleet.ts'
import { changed } from '../example-change.ts'
import { misspeltKey } from '../misspelt-key.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const sourceIsValid: FleetRule = {
  id: 'source-is-valid',
  severity: 'error',
  title: 'The sources of an Application are ones that Argo CD accepts.',
  why: 'Argo CD answers with `InvalidSpecError` (`spec.source.repoURL and either spec.source.path or spec.source.chart are required`) or a `ComparisonError` (`multiple application sources defined`) and deploys nothing. The CRD lets most of these through.',
  fix: `A source has a \`repoURL\` and a \`path\`, or a \`chart\` with its \`targetRevision\`; it configures one tool at most

\`\`\`yaml
source:
  repoURL: <URL of the repository>
  targetRevision: <branch>
  path: <folder>
\`\`\`

Of several \`sources\`, one with a \`ref\` may have neither; each \`ref\` is there once, of letters, digits, \`-\` and \`_\`.`,
  source: 'argoproj/argo-cd: util/argo/argo.go validateSourcePermissions, GetRefSources',
  rows: [107, 110],
  bad: [
    changed(
      'argocd/east.yaml',
      ['  source:\n', '  source: # <- here\n'],
      ['    repoURL: https://github.com/contoso/kasten-fleet\n', '']
    ),
    changed('argocd/east.yaml', ['  source:\n', '  source: # <- here\n'], ['    path: secondaries/east\n', '']),
    changed('argocd/east.yaml', [
      'path: secondaries/east\n',
      'path: secondaries/east\n    directory: {recurse: true} # <- here\n    kustomize:\n      namePrefix: east-\n'
    ]),
    changed('argocd/east.yaml', [
      '  source:\n    repoURL: https://github.com/contoso/kasten-fleet\n    targetRevision: main\n    path: secondaries/east\n',
      `  sources:
    - repoURL: https://github.com/contoso/kasten-fleet
      targetRevision: main
      path: secondaries/east
      ref: values
    - repoURL: https://github.com/contoso/values
      targetRevision: main
      ref: values # <- here
    - repoURL: https://charts.contoso.com
      chart: extras # <- here
`
    ])
  ],
  good: [
    // Argo CD takes away a tool that is given nothing. argo-cd: util/argo/argo.go NormalizeSource
    changed('argocd/east.yaml', [
      'path: secondaries/east\n',
      'path: secondaries/east\n    kustomize: {}\n    helm: {valueFiles: []}\n    directory: {recurse: false, jsonnet: {}}\n'
    ]),
    changed('argocd/east.yaml', [
      '  source:\n    repoURL: https://github.com/contoso/kasten-fleet\n    targetRevision: main\n    path: secondaries/east\n',
      `  sources:
    - repoURL: https://github.com/contoso/kasten-fleet
      targetRevision: main
      path: secondaries/east
    - repoURL: https://github.com/contoso/values
      targetRevision: main
      ref: values
`
    ])
  ],
  *check(fleet) {
    for (const { application } of fleetDeliveriesOf(fleet)) {
      if (isAppliedAsWritten(application.manifest, fleet)) yield* complaintsOf(application)
    }
  }
}

function complaintsOf(application: Application): Complaint[] {
  const { manifest, sources } = application
  if (sources.length === 0) return noSource(application)
  const several = itemsAt(manifest, 'spec', 'sources').length > 0
  return [
    ...(several ? ignoredSource(application) : []),
    ...sources.flatMap(source => [...lacks(source, several), ...toolsOf(source)]),
    ...refsOf(sources)
  ]
}

function noSource({ manifest }: Application): Complaint[] {
  const spec = at(manifest, 'spec')
  if (!spec || at(manifest, 'spec', 'sourceHydrator') || ['source', 'sources'].some(key => misspeltKey(spec, key)))
    return []
  return [
    {
      about: keyOf(spec),
      message: 'The Application has no source: write source with repoURL, targetRevision and path.'
    }
  ]
}

function ignoredSource({ manifest }: Application): Complaint[] {
  const source = at(manifest, 'spec', 'source')
  const message = 'Argo CD ignores source when there are sources: remove one of the two.'
  return source ? [{ about: keyOf(source), message, severity: 'warning' }] : []
}

function lacks(
  { target, repoURL, path, chart, ref, targetRevision }: ApplicationSource,
  several: boolean
): Complaint[] {
  const place = placeOf(target)
  if (!repoURL)
    return isMeant(target, 'repoURL')
      ? []
      : [{ about: place, message: 'The source has no repoURL: write the URL of the repository.' }]
  if (!path && !chart && !(several && ref)) {
    if (isMeant(target, 'path') || isMeant(target, 'chart')) return []
    return [
      {
        about: place,
        message: `The source has no path and no chart${several ? ', nor a ref' : ''}: write the folder to deploy.`
      }
    ]
  }
  if (!chart || targetRevision || isMeant(target, 'targetRevision')) return []
  return [
    {
      about: chart,
      message: `The chart ${quoted(chart.value)} has no targetRevision, which Argo CD asks for: write its version.`
    }
  ]
}

/** Written, though misspelt or of another type: the schema's rules say so. */
function isMeant(target: Target, key: string): boolean {
  return (
    misspeltKey(target, key) !== undefined ||
    typeof (at(target.manifest, ...target.path, key)?.value ?? '') !== 'string'
  )
}

/** An item of a list has no key of its own: its first line stands for it. */
function placeOf(target: Target): Target {
  return typeof target.path.at(-1) === 'number' ? target : keyOf(target)
}

function toolsOf({ target, tools }: ApplicationSource): Complaint[] {
  const [first, second] = tools
  if (!first || !second) return []
  const about = keyOf({ manifest: target.manifest, path: [...target.path, second] })
  return [
    { about, message: `The source configures ${first} and ${second}, and Argo CD accepts one tool alone: remove one.` }
  ]
}

function refsOf(sources: readonly ApplicationSource[]): Complaint[] {
  const seen = new Set<string>()
  return sources.flatMap(({ ref, chart }) => {
    if (!ref) return []
    const twice = seen.has(ref.value)
    seen.add(ref.value)
    if (twice)
      return [
        { about: ref, message: `Two sources have the ref ${quoted(ref.value)}, which Argo CD refuses: rename one.` }
      ]
    if (!/^[\w-]+$/.test(ref.value)) {
      return [{ about: ref, message: `The ref ${quoted(ref.value)} may hold only letters, digits, "-" and "_".` }]
    }
    if (!chart) return []
    return [
      {
        about: ref,
        message: 'A source with a chart cannot be a ref: write a source of its own for it.',
        severity: 'warning' as const
      }
    ]
  })
}
