// A cluster somebody asks to add: what is asked, and what is wrong with the asking before anything is looked at.
import { inClusterKey, inClusterName, serverKeyOf } from '../model/cluster.ts'
import { urlOf } from '../model/ingress.ts'

/** The secondary to be, as the inputs give it. */
export interface ClusterRequest {
  readonly name: string
  readonly ingress: string
  readonly server: string | undefined
  readonly destinationName: string | undefined
}

/** The destination as people call it. */
export function destinationOf({ server, destinationName }: ClusterRequest): string {
  return server ?? destinationName ?? ''
}

/** As `clusterKeyOf` would say of an Application with this destination. */
export function requestKeyOf({ server, destinationName }: ClusterRequest): string | undefined {
  if (server !== undefined) return serverKeyOf(server)
  if (destinationName === undefined) return undefined
  return destinationName === inClusterName ? inClusterKey : `name ${destinationName}`
}

const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?'
const dnsName = new RegExp(`^${label}(?:\\.${label})*$`)
/** What may stand in a URL that is written into YAML and opened by people. */
const urlText = /^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._~/-]*)?$/

/** What is wrong with a request by itself, in words; nothing when it is well formed. */
export function problemsOf(request: ClusterRequest): string[] {
  return [nameProblem(request), ingressProblem(request), destinationProblem(request)].filter(
    problem => problem !== undefined
  )
}

function nameProblem({ name }: ClusterRequest): string | undefined {
  if (name === '') return 'cluster-name is missing.'
  if (name.length > 63)
    return `The cluster-name ${shown(name)} is longer than 63 characters (rule cluster-name-is-valid).`
  return dnsName.test(name)
    ? undefined
    : `The cluster-name ${shown(name)} is no DNS-1123 name: use a to z, 0 to 9 and hyphens, beginning and ending with a letter or digit (rule cluster-name-is-valid).`
}

function ingressProblem({ name, ingress }: ClusterRequest): string | undefined {
  const of = `The cluster-ingress of ${shown(name)}`
  if (ingress === '') return `${of} is missing: give the URL of its Kasten dashboard.`
  const url = urlOf(ingress)
  if (url?.protocol !== 'https:') return `${of}, ${shown(ingress)}, must be an https:// URL (rule ingress-is-https).`
  if (!urlText.test(ingress))
    return `${of}, ${shown(ingress)}, must be a plain URL: no user, query, fragment or unusual characters.`
  return url.pathname.replaceAll('/', '') === ''
    ? `${of}, ${shown(ingress)}, has no path: add the dashboard's, by default "/k10" (rule ingress-has-a-path).`
    : undefined
}

const serverText = /^https:\/\/[A-Za-z0-9.[\]:-]+(?:\/[A-Za-z0-9._~/-]*)?$/
const destinationText = /^[A-Za-z0-9](?:[A-Za-z0-9._:@/ -]{0,251}[A-Za-z0-9])?$/

function destinationProblem({ name, server, destinationName }: ClusterRequest): string | undefined {
  if (server !== undefined && destinationName !== undefined)
    return `Give destination-server or destination-name for ${shown(name)}, not both (rule destination-is-one-cluster).`
  if (server === undefined && destinationName === undefined)
    return `The destination of ${shown(name)} is missing: give destination-server or destination-name, as Argo CD knows the cluster.`
  if (server !== undefined && (!serverText.test(server) || !urlOf(server)))
    return `The destination-server of ${shown(name)}, ${shown(server)}, must be the https:// URL of an API server.`
  if (destinationName !== undefined && !destinationText.test(destinationName))
    return `The destination-name of ${shown(name)}, ${shown(destinationName)}, holds characters that Argo CD's cluster names do not have.`
  return undefined
}

function shown(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value)
}
