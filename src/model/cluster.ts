// Which cluster a destination means, as far as one can tell without asking Argo CD.
import type { Destination } from './application.ts'

/** The server and the name by which Argo CD knows the cluster it runs on. argo-cd: pkg/apis/application/v1alpha1/application_defaults.go */
export const inClusterServer = 'https://kubernetes.default.svc'

/** What Argo CD calls the cluster it runs on. */
export const inClusterName = 'in-cluster'

/**
 * A key that is equal for destinations that mean the same cluster: `server https://…` normalised, or `name …`.
 * A name and a server are never equal, save for the cluster Argo CD runs on, since only Argo CD knows which belongs to which.
 * Undefined when the destination has neither, or both.
 */
export function clusterKeyOf(destination: Pick<Destination, 'server' | 'name'>): string | undefined {
  const { server, name } = destination
  if (server && name) return undefined
  if (server) return serverKeyOf(server.value)
  if (name) return name.value === inClusterName ? serverKeyOf(inClusterServer) : `name ${name.value}`
  return undefined
}

/** The key of a cluster by its API server's URL: scheme and host in lower case, no default port, no trailing slash. */
export function serverKeyOf(server: string): string {
  try {
    const url = new URL(server)
    const port = url.port === '' || url.port === '443' ? '' : `:${url.port}`
    return `server ${url.protocol}//${url.hostname}${port}${url.pathname.replace(/\/+$/, '')}`
  } catch {
    return `server ${server.toLowerCase().replace(/\/+$/, '')}`
  }
}

/** The key of the cluster Argo CD runs on. */
export const inClusterKey = serverKeyOf(inClusterServer)
