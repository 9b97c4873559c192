// Rule: an Application's destination is one cluster, by server or by name.
import type { Application, Destination } from '../../model/application.ts'
import { at, below, type Located } from '../../model/manifest.ts'
import { fleetDeliveriesOf, isAppliedAsWritten } from '../../model/of-the-fleet.ts'
import { changed } from '../example-change.ts'
import { misspeltKey } from '../misspelt-key.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const destinationIsOneCluster: FleetRule = {
  id: 'destination-is-one-cluster',
  severity: 'error',
  title: 'The destination of an Application is one cluster, by its server or by its name.',
  why: "Argo CD refuses an Application with both (`application destination can't have both name and server defined`) and one with neither; the condition is `InvalidSpecError` and nothing is deployed.",
  fix: `One of the two

\`\`\`yaml
destination:
  server: <URL of the cluster's API server>
\`\`\`

\`\`\`yaml
destination:
  name: <name of the cluster in Argo CD>
\`\`\``,
  source: 'argoproj/argo-cd: util/argo/argo.go GetDestinationCluster',
  rows: [102],
  bad: [
    changed('argocd/east.yaml', [
      '    server: https://east.k8s.contoso.com:6443\n',
      '    server: https://east.k8s.contoso.com:6443\n    name: east # <- here\n'
    ]),
    changed(
      'argocd/east.yaml',
      ['  destination:\n', '  destination: # <- here\n'],
      ['    server: https://east.k8s.contoso.com:6443\n', '']
    ),
    changed('argocd/east.yaml', ['server: https://east.k8s.contoso.com:6443', 'server: east # <- here'])
  ],
  good: [changed('argocd/east.yaml', ['server: https://east.k8s.contoso.com:6443', 'name: east'])],
  *check(fleet) {
    for (const { application } of fleetDeliveriesOf(fleet)) {
      if (isAppliedAsWritten(application.manifest, fleet)) yield* complaintsOf(application)
    }
  }
}

function complaintsOf(application: Application): Complaint[] {
  const { server, name } = application.destination
  if (server && name) {
    const message = `The destination has the server ${quoted(server.value)} and the name ${quoted(name.value)}, which Argo CD refuses: keep one.`
    return [{ about: { ...name, part: 'key' }, message, related: [{ about: server, message: 'the server' }] }]
  }
  return server || name ? noUrl(application.destination) : neither(application)
}

/** Argo CD looks servers up by their URL; what is no URL is a name. */
function noUrl({ server }: Destination): Complaint[] {
  if (!server || server.value.includes('://') || placeholderIn(server.value) !== undefined) return []
  const message = `The server ${quoted(server.value)} is no URL, so Argo CD finds no such cluster: write its URL, or name: instead of server:.`
  return [{ about: server, message }]
}

function neither({ manifest }: Application): Complaint[] {
  const destination = at(manifest, 'spec', 'destination')
  if (destination && isSaidOtherwise(destination)) return []
  const spec = at(manifest, 'spec')
  if (!destination && (!spec || misspeltKey(spec, 'destination') !== undefined)) return []
  const message = 'The destination is no cluster: write its server (a URL) or its name.'
  return [{ about: destination ? { ...destination, part: 'key' } : { manifest, path: ['spec'], part: 'key' }, message }]
}

/** A misspelt key, or one of another type, is a schema rule's. */
function isSaidOtherwise(destination: Located): boolean {
  return ['server', 'name'].some(key => {
    const value = below(destination, key)?.value
    return misspeltKey(destination, key) !== undefined || (value !== undefined && typeof value !== 'string')
  })
}
