// Rule: the Applications of a copied repository deploy the copy.
import type { ApplicationSource } from '../../model/application.ts'
import type { Fleet } from '../../model/fleet.ts'
import { folderIn, isFleetObject } from '../../model/of-the-fleet.ts'
import { folderOf } from '../../source/checkout.ts'
import { sameRepository } from '../../source/repository-url.ts'
import { changed } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const sourceIsThisRepository: FleetRule = {
  id: 'source-is-this-repository',
  severity: 'warning',
  title: 'The Applications of a copied repository deploy the copy.',
  why: "In a fork or copy the Applications still name the original. Argo CD then deploys somebody else's manifests: what is changed here never arrives, and what the other owner changes does.",
  fix: 'Write the URL of this repository in `repoURL`.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/',
  rows: [108],
  bad: [
    changed('argocd/east.yaml', [
      'repoURL: https://github.com/contoso/kasten-fleet',
      'repoURL: https://github.com/fabrikam/kasten-fleet.git # <- here'
    ]),
    ['east', 'primary', 'west']
      .map(name =>
        changed(`argocd/${name}.yaml`, [
          'repoURL: https://github.com/contoso/kasten-fleet',
          `repoURL: https://git.example.com/mirrors/fleet${name === 'east' ? ' # <- here' : ''}`
        ])
      )
      .join('')
  ],
  good: [
    changed(
      'argocd/east.yaml',
      ['repoURL: https://github.com/contoso/kasten-fleet', 'repoURL: git@github.com:Contoso/kasten-fleet.git'],
      ['targetRevision: main', 'targetRevision: main']
    ).replace(/^/, '# settings: {}\n') +
      ['primary', 'west']
        .map(name =>
          changed(`argocd/${name}.yaml`, [
            'repoURL: https://github.com/contoso/kasten-fleet',
            'repoURL: git@github.com:contoso/kasten-fleet.git'
          ])
        )
        .join('')
  ],
  *check(fleet) {
    const { repository } = fleet.settings
    const name = repository === undefined ? undefined : addressOf(repository)
    if (fleet.own.adopted) yield* adopted(fleet)
    if (fleet.own.adopted || repository === undefined || name === undefined) return
    for (const { sources } of fleet.applications) {
      for (const source of sources) yield* complaintOf(source, repository, name, fleet)
    }
  }
}

/** All name one other repository, and all their folders are here: said once, since one decision made it so. */
function* adopted({ applications, settings, own, concerned }: Fleet): Generator<Complaint> {
  const ours = new Set([...concerned].map(({ application }) => application))
  const first = applications
    .filter(each => ours.has(each))
    .flatMap(({ sources }) => sources.flatMap(each => each.repoURL ?? []))[0]
  if (!first || first.value !== own.url) return
  const message = `The Applications deploy ${quoted(first.value)}, and this repository, ${quoted(settings.repository ?? '')}, has all their folders: if it is a copy, write its own URL in each.`
  yield { about: first, message, severity: 'notice' }
}

interface Address {
  readonly host: string
  readonly owner: string
  readonly name: string
}

/** Host, owner and name of a URL that has no more than those. */
function addressOf(url: string): Address | undefined {
  const parts = /^(?:(?:https?|ssh):\/\/)?(?:[^@/]+@)?([^:/]+)(?::\d+)?[:/]([^/:]+)\/([^/]+?)(?:\.git)?\/?$/i.exec(
    url.trim()
  )
  if (!parts) return undefined
  const [, host, owner, name] = parts.map(part => part.toLowerCase())
  return { host: host!, owner: owner!, name: name! }
}

/** Another owner's repository of the same name, whose folder is here and holds a part of the fleet. */
function complaintOf(source: ApplicationSource, own: string, mine: Address, fleet: Fleet): Complaint[] {
  const { repoURL, path } = source
  if (!repoURL || !path || sameRepository(repoURL.value, own)) return []
  const theirs = addressOf(repoURL.value)
  if (theirs?.name !== mine.name || theirs.host !== mine.host || theirs.owner === mine.owner) return []
  const folder = folderIn(source, fleet)
  if (folder === undefined || folder === '' || !holdsFleet(folder, fleet)) return []
  const message = `The source is ${quoted(repoURL.value)}, but this repository is ${quoted(own)} and has the folder ${quoted(path.value)}: if it is a copy, write its own URL.`
  return [{ about: repoURL, message }]
}

const markedFolders = new WeakMap<Fleet, ReadonlySet<string>>()

function holdsFleet(folder: string, fleet: Fleet): boolean {
  let marked = markedFolders.get(fleet)
  if (!marked) markedFolders.set(fleet, (marked = foldersOf(fleet)))
  return marked.has(folder)
}

/** All folders with a part of the fleet in them or below. */
function foldersOf({ manifests }: Fleet): Set<string> {
  const folders = new Set<string>()
  for (const { origin } of manifests.filter(isFleetObject)) {
    for (let folder = folderOf(origin.file); folder !== ''; folder = folderOf(folder)) folders.add(folder)
  }
  return folders
}
