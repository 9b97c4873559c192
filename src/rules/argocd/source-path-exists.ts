// Rule: a source's path is a folder of the repository with manifests in it.
import { at, below, stringAt, stringBelow, type Target } from '../../model/manifest.ts'
import type { Fleet } from '../../model/fleet.ts'
import type { SourceTrouble } from '../../model/delivery.ts'
import { fleetDeliveriesOf, isFleetObject, type ApplicationDelivery } from '../../model/of-the-fleet.ts'
import { cleaned } from '../../model/source-path.ts'
import { folderOf } from '../../source/checkout.ts'
import { gobwasGlob } from '../../source/glob.ts'
import { nearest } from '../../source/nearest.ts'
import { changed } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const sourcePathExists: FleetRule = {
  id: 'source-path-exists',
  severity: 'error',
  title: "The path of an Application's source is a folder of the repository with manifests in it.",
  why: 'Argo CD cannot compare what it cannot read: `ComparisonError`, `app path does not exist`, `app path is absolute`. What is on the cluster stays as it was, and nothing new arrives. From a folder without manifests it deploys nothing.',
  fix: 'Write the folder as it is called in the repository, relative to its root: `path: <folder>`; `.` is the root itself.',
  source: 'argoproj/argo-cd: util/app/path/path.go',
  rows: [107],
  bad: [
    changed('argocd/east.yaml', ['path: secondaries/east', 'path: secondaries/eats # <- here']),
    changed('argocd/east.yaml', ['path: secondaries/east', 'path: /secondaries/east # <- here']),
    changed('argocd/east.yaml', ['path: secondaries/east', 'path: ../secondaries/east # <- here']),
    changed('argocd/east.yaml', ['path: secondaries/east', 'path: secondaries/east/store.yaml # <- here']),
    changed('argocd/east.yaml', [
      'path: secondaries/east',
      "path: secondaries/east\n    directory:\n      include: '[a-' # <- here"
    ]),
    `
# file: bootstrap/root.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: root
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: argcd # <- here
  destination:
    server: https://kubernetes.default.svc
    namespace: argocd
`,
    `${changed('argocd/east.yaml', ['path: secondaries/east', 'path: secondaries/north # <- here'])}
# file: secondaries/north/readme.md
soon
`
  ],
  good: [
    changed('argocd/east.yaml', ['path: secondaries/east', 'path: ./secondaries/west/../east/']),
    // Another branch has other folders.
    changed(
      'argocd/east.yaml',
      ['targetRevision: main', 'targetRevision: next'],
      ['path: secondaries/east', 'path: clusters/east']
    )
  ],
  *check(fleet) {
    const suggestion = suggestionsIn(fleet)
    for (const delivery of fleetDeliveriesOf(fleet)) {
      for (const trouble of delivery.troubles) yield* complaintOf(trouble, delivery, fleet, suggestion)
    }
  }
}

type Suggestion = (path: string) => string | undefined

function complaintOf(
  { about, problem }: SourceTrouble,
  delivery: ApplicationDelivery,
  fleet: Fleet,
  suggestion: Suggestion
): Complaint[] {
  if (problem === 'bad-pattern') return badPatterns(about)
  const path = stringAt(about.manifest, ...about.path)?.value ?? ''
  if (problem === 'absolute') {
    const message = `The path ${quoted(path)} begins with a slash, which Argo CD refuses: write it relative to the repository's root.`
    return [{ about, message }]
  }
  if (problem === 'leaves')
    return [{ about, message: `The path ${quoted(path)} leaves the repository, which Argo CD refuses.` }]
  if (problem === 'empty') return emptyFolder(about, path, delivery, fleet)
  return isSurelyHere(about, fleet) ? [{ about, message: missingText(path, problem, suggestion) }] : []
}

function missingText(path: string, problem: 'missing' | 'file', suggestion: Suggestion): string {
  if (problem === 'file')
    return `The path ${quoted(path)} is a file, and Argo CD wants a folder: write its folder, with directory.include for the file.`
  const meant = suggestion(path)
  return `The repository has no folder ${quoted(path)}${meant === undefined ? ': write one that exists.' : `, did you mean ${quoted(meant)}?`}`
}

/** The folder that a misspelt last step most likely means; folders are listed once however many paths are wrong. */
function suggestionsIn({ folders }: Fleet): Suggestion {
  const known = new Map<string, ReadonlySet<string>>()
  return path => {
    const parent = folderOf(cleaned(path) ?? '')
    if (!known.has(parent)) known.set(parent, subfoldersOf(parent, folders.filesIn(parent, true)))
    const candidates = known.get(parent)!
    return candidates.size > mostCompared ? undefined : nearest(cleaned(path) ?? path, candidates)
  }
}

const mostCompared = 500

function subfoldersOf(parent: string, files: readonly string[]): Set<string> {
  const from = parent === '' ? 0 : parent.length + 1
  const ends = files.map(file => ({ file, end: file.indexOf('/', from) }))
  return new Set(ends.filter(({ end }) => end > 0).map(({ file, end }) => file.slice(0, end)))
}

/** Whether it is this repository and this revision that Argo CD looks into. */
function isSurelyHere(about: Target, { own, settings }: Fleet): boolean {
  if (own.url === undefined) return false
  const source = { manifest: about.manifest, path: about.path.slice(0, -1) }
  const revision = stringBelow(source, 'targetRevision')?.value ?? 'HEAD'
  return revision === '' || revision === 'HEAD' || settings.revisions.length > 0
}

/** Fleet objects that are there and passed over are another rule's. */
function emptyFolder(about: Target, path: string, delivery: ApplicationDelivery, fleet: Fleet): Complaint[] {
  const folder = cleaned(path) ?? ''
  const files = fleet.folders.filesIn(folder, true)
  const inside = files.flatMap(file => fleet.repository.files.get(file)?.manifests ?? [])
  if (inside.some(isFleetObject) || !isSurelyHere(about, fleet)) return []
  const advice =
    inside.length > 0
      ? 'below it there are some: set directory.recurse: true.'
      : 'put some there, or write another path.'
  const { manifest, automated } = delivery.application
  const wipes =
    automated?.prune === true && at(manifest, 'spec', 'syncPolicy', 'automated', 'allowEmpty')?.value === true
  const message = `Argo CD reads no manifest in ${quoted(path)}; ${advice}`
  return [{ about, message, severity: wipes ? 'error' : 'warning' }]
}

function badPatterns(about: Target): Complaint[] {
  return ['include', 'exclude'].flatMap(key => {
    const pattern = below(about, key)
    if (typeof pattern?.value !== 'string' || pattern.value === '' || gobwasGlob(pattern.value)) return []
    const effect = key === 'include' ? 'reads no file at all' : 'excludes nothing'
    const message = `The pattern ${quoted(pattern.value)} is none that Argo CD understands, so it ${effect}.`
    return [{ about: pattern, message, severity: key === 'include' ? ('error' as const) : ('warning' as const) }]
  })
}
