// What Kasten reads in mc-join-config, and what people write when they mean it.
import { isObject } from '../source/json.ts'
import { nearest } from '../source/nearest.ts'
import { isConfigMap, joinConfigName } from './kinds.ts'
import { valueAt, type Manifest } from './manifest.ts'

/** The keys Kasten reads since 6.5.14. https://docs.kasten.io/latest/multicluster/getting_started.html */
export const joinConfigKeys: readonly string[] = [
  'cluster-name',
  'cluster-ingress',
  'primary-ingress',
  'allow-insecure-primary-ingress'
]

/** What `primary-ingress` was called before 6.5.14. https://docs.kasten.io/latest/multicluster/upgrading.html */
export const oldPrimaryKey = 'primary-endpoint'

const otherWords: ReadonlyMap<string, string> = new Map([
  ['name', 'cluster-name'],
  ['cluster', 'cluster-name'],
  ['secondary-name', 'cluster-name'],
  ['ingress', 'cluster-ingress'],
  ['cluster-url', 'cluster-ingress'],
  ['cluster-endpoint', 'cluster-ingress'],
  ['secondary-url', 'cluster-ingress'],
  ['secondary-ingress', 'cluster-ingress'],
  [oldPrimaryKey, 'primary-ingress'],
  ['primary', 'primary-ingress'],
  ['primary-url', 'primary-ingress'],
  ['primary-ingress-url', 'primary-ingress'],
  ['insecure', 'allow-insecure-primary-ingress'],
  ['allow-insecure', 'allow-insecure-primary-ingress'],
  ['allow-insecure-ingress', 'allow-insecure-primary-ingress']
])

/** The known key that another most likely stands for: `clusterName`, `cluster_name`, `primary-url`. */
export function meantKeyOf(key: string): string | undefined {
  const kebab = key.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/[_. ]+/g, '-')
  return otherWords.get(kebab.toLowerCase()) ?? nearest(kebab, joinConfigKeys)
}

/** The keys of a ConfigMap's `data`. */
export function dataKeysOf(config: Manifest): readonly string[] {
  const data = valueAt(config.object, ['data'])
  return isObject(data) ? Object.keys(data) : []
}

/** The key of a ConfigMap that was meant to be a known one that is missing from it. */
export function misspeltKeyOf(config: Manifest, known: string): string | undefined {
  const keys = dataKeysOf(config)
  if (keys.includes(known)) return undefined
  return keys.find(key => !joinConfigKeys.includes(key) && meantKeyOf(key) === known)
}

/** A ConfigMap of another name that was most likely meant to be mc-join-config. */
export function isNearJoinConfig(manifest: Manifest): boolean {
  if (!isConfigMap(manifest) || manifest.name === joinConfigName) return false
  if (manifest.name.startsWith(joinConfigName) || nearest(manifest.name, [joinConfigName])) return true
  return dataKeysOf(manifest).some(key => key === 'cluster-ingress' || key === 'primary-ingress')
}
