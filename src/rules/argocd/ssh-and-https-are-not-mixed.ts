// Rule: the fleet's Applications name one repository by one kind of URL.
import type { Application, ApplicationSource } from '../../model/application.ts'
import type { Fleet } from '../../model/fleet.ts'
import type { Located } from '../../model/manifest.ts'
import { fleetDeliveriesOf } from '../../model/of-the-fleet.ts'
import { isSshUrl, sameRepository } from '../../source/repository-url.ts'
import { changed } from '../example-change.ts'
import { severalOf } from '../once.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

export const sshAndHttpsAreNotMixed: FleetRule = {
  id: 'ssh-and-https-are-not-mixed',
  severity: 'notice',
  title: 'The Applications of the fleet name one repository by one kind of URL.',
  why: 'To Argo CD the ssh and the https URL are two repositories: each needs credentials of its own, and an AppProject that allows one does not allow the other.',
  fix: 'Write the same URL in all Applications.',
  source: 'argoproj/argo-cd: util/git/git.go NormalizeGitURL',
  rows: [119],
  bad: [
    changed('argocd/east.yaml', [
      'https://github.com/contoso/kasten-fleet',
      'git@github.com:contoso/kasten-fleet.git # <- here'
    ])
  ],
  good: [
    changed('argocd/east.yaml', [
      'https://github.com/contoso/kasten-fleet',
      'https://github.com/Contoso/kasten-fleet.git'
    ])
  ],
  *check(fleet) {
    const uses = ownUrlsIn(fleet)
    const ssh = uses.filter(({ url }) => isSshUrl(url.value))
    const https = uses.filter(({ url }) => !isSshUrl(url.value))
    const [few, many] = ssh.length <= https.length ? [ssh, https] : [https, ssh]
    const [first] = few
    if (!first) return
    yield {
      about: first.url,
      message: `This is ${quoted(first.url.value)}, and ${quoted(many[0]!.url.value)} elsewhere, which Argo CD takes for another repository: write one of them everywhere.`,
      related: [
        { about: many[0]!.url, message: 'the other kind of URL' },
        ...few.slice(1, 10).map(({ url }) => ({ about: url, message: 'here too' }))
      ],
      clusters: severalOf(few.map(({ application }) => application.name))
    }
  }
}

interface Use {
  readonly application: Application
  readonly url: Located<string>
}

/** Where the fleet's Applications name this repository. */
function ownUrlsIn(fleet: Fleet): Use[] {
  const { url: own } = fleet.own
  if (own === undefined) return []
  const isOwn = ({ repoURL }: ApplicationSource): boolean => repoURL !== undefined && sameRepository(repoURL.value, own)
  return fleetDeliveriesOf(fleet).flatMap(({ application }) =>
    application.sources.filter(isOwn).map(({ repoURL }) => ({ application, url: repoURL! }))
  )
}
