// What makes two manifests the same object of a cluster.
import { groupOf, type Manifest } from './manifest.ts'

/** Equal for manifests of one object: group, kind, namespace, name. Undefined for one without a name of its own. */
export function objectKeyOf(manifest: Manifest, namespace: string | undefined): string | undefined {
  return manifest.name === '' ? undefined : `${groupOf(manifest)}/${manifest.kind}/${namespace ?? ''}/${manifest.name}`
}

/** As a message calls it: `Secret kasten-io-mc/join-token`. */
export function objectName({ kind, name }: Manifest, namespace: string | undefined): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`
}

/** Whether two manifests say the same. */
export function saySame(one: Manifest, other: Manifest): boolean {
  return one === other || JSON.stringify(one.object) === JSON.stringify(other.object)
}
