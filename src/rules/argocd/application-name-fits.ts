// Rule: an Application's name is one that Kubernetes, Helm and labels take.
import type { ApplicationSource } from '../../model/application.ts'
import { toolOf } from '../../model/delivery.ts'
import type { Fleet } from '../../model/fleet.ts'
import { stringBelow, type Target } from '../../model/manifest.ts'
import { fleetDeliveriesOf, folderIn, type ApplicationDelivery } from '../../model/of-the-fleet.ts'
import { changed } from '../example-change.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

const long = 'kasten-multi-cluster-secondary-of-the-eastern-data-centre'

export const applicationNameFits: FleetRule = {
  id: 'application-name-fits',
  severity: 'error',
  title: "An Application's name is one that Kubernetes, Helm and labels take.",
  why: 'Kubernetes refuses names that are no DNS names. For a Helm source the name is the name of the release, which Helm refuses beyond 53 characters: `release name is invalid`. Where Argo CD tracks by label, names beyond 63 characters are cut, and two may become one.',
  fix: 'Shorten the name, or give the release its own: `helm.releaseName`.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/',
  rows: [101],
  bad: [
    changed('argocd/east.yaml', ['name: kasten-east', 'name: Kasten_East # <- here']),
    changed('argocd/east.yaml', ['name: kasten-east', `name: ${long}-which-is-large # <- here`]),
    `${changed('argocd/east.yaml', ['name: kasten-east', `name: ${long} # <- here`], ['path: secondaries/east', 'path: charts/join'])}
# file: charts/join/Chart.yaml
apiVersion: v2
name: join
version: 1.0.0
`
  ],
  good: [changed('argocd/east.yaml', ['name: kasten-east', `name: ${long}`])],
  *check(fleet) {
    for (const delivery of fleetDeliveriesOf(fleet)) yield* complaintsOf(delivery, fleet)
  }
}

/** A DNS-1123 subdomain, as Argo CD asks for. argo-cd: util/argo/argo.go IsValidAppName */
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/

function complaintsOf({ application }: ApplicationDelivery, fleet: Fleet): Complaint[] {
  const { manifest, name, sources } = application
  const about: Target = { manifest, path: ['metadata', 'name'] }
  if (name === '' || placeholderIn(name) !== undefined) return []
  if (name.length > 253 || !subdomain.test(name)) {
    return [
      { about, message: `${quoted(name)} is no name for Kubernetes: write small letters, digits, "-" and "." alone.` }
    ]
  }
  if (name.length > 53 && sources.some(source => isReleaseNamedSo(source, fleet))) {
    const message = `The name is also the Helm release's and has ${name.length} characters, of which Helm takes 53: shorten it, or set helm.releaseName.`
    return [{ about, message }]
  }
  if (name.length <= 63) return []
  return [
    {
      about,
      message: `The name has ${name.length} characters; a label holds 63, so tracking by label cuts it: shorten it.`,
      severity: 'notice'
    }
  ]
}

function isReleaseNamedSo(source: ApplicationSource, fleet: Fleet): boolean {
  if (stringBelow(source.target, 'helm', 'releaseName')?.value) return false
  const folder = folderIn(source, fleet)
  return source.chart !== undefined || (folder !== undefined && toolOf(source, folder, fleet.folders) === 'helm')
}
