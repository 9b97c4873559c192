// Rule: the fleet's Applications name the revision they follow.
import type { ApplicationSource } from '../../model/application.ts'
import { below, keyOf, type Target } from '../../model/manifest.ts'
import { fleetDeliveriesOf } from '../../model/of-the-fleet.ts'
import { changed } from '../example-change.ts'
import { misspeltKey } from '../misspelt-key.ts'
import { severalOf } from '../once.ts'
import { mostShown, type FleetRule } from '../rule.ts'

export const revisionIsFollowed: FleetRule = {
  id: 'revision-is-followed',
  severity: 'notice',
  title: 'The Applications of the fleet name the branch or tag they follow.',
  why: "`HEAD`, or no `targetRevision`, is whatever the repository's default branch is at the moment. Whoever changes the default branch re-deploys the whole fleet.",
  fix: 'Write the branch: `targetRevision: <branch>`.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/',
  rows: [109],
  bad: [
    changed('argocd/east.yaml', ['targetRevision: main', 'targetRevision: HEAD # <- here']),
    changed('argocd/east.yaml', ['  source:\n', '  source: # <- here\n'], ['    targetRevision: main\n', ''])
  ],
  good: [changed('argocd/east.yaml', ['targetRevision: main', 'targetRevision: refs/heads/main'])],
  *check(fleet) {
    const headless = fleetDeliveriesOf(fleet).flatMap(({ application, manifests }) =>
      application.sources
        .filter(source => manifests.length > 0 && followsHead(source))
        .map(source => ({ application, source }))
    )
    const [first] = headless
    if (!first) return
    yield {
      about: placeFor(first.source),
      message: `This Application follows whatever the default branch is${others(headless.length - 1)}: write the branch as targetRevision.`,
      related: headless.slice(1, mostShown + 1).map(({ source }) => ({ about: placeFor(source), message: 'here too' })),
      clusters: severalOf(headless.map(({ application }) => application.name))
    }
  }
}

function others(count: number): string {
  return count === 0 ? '' : `, and ${count} more ${count === 1 ? 'does' : 'do'}`
}

/** A revision that is misspelt, or no text, is for the rules on fields. */
function followsHead({ target, path, chart, targetRevision }: ApplicationSource): boolean {
  if (!path || chart) return false
  if (targetRevision) return targetRevision.value === 'HEAD'
  const written = below(target, 'targetRevision')?.value ?? ''
  return written === '' && misspeltKey(target, 'targetRevision') === undefined
}

function placeFor({ targetRevision, target }: ApplicationSource): Target {
  return targetRevision ?? keyOf(target)
}
