// What an AppProject permits, as Argo CD judges it, as far as the manifest tells.
import { gobwasGlob, pathMatch, type Glob } from '../source/glob.ts'
import { isObject, type Json } from '../source/json.ts'
import { normalizedGitUrl } from '../source/repository-url.ts'
import type { Destination } from './application.ts'
import { inClusterKey, inClusterName, inClusterServer, serverKeyOf } from './cluster.ts'
import { valueAt } from './manifest.ts'
import type { Project } from './project.ts'

/** The answers of one project; patterns are compiled once. */
export interface Permissions {
  source(repoURL: string): boolean
  /** Whether it may permit a destination: a pattern on the side that is not known (name or server) may match. */
  destination(destination: Pick<Destination, 'server' | 'name'>, namespace: string): boolean
  /** Objects of a kind, cluster-scoped or not. */
  kind(group: string, kind: string, name: string, namespaced: boolean): boolean
}

/** Reads a project. argo-cd: pkg/apis/application/v1alpha1/app_project_types.go */
export function permissionsOf({ manifest }: Project): Permissions {
  const list = (key: string): readonly Json[] | undefined => {
    const value = valueAt(manifest.object, ['spec', key])
    return Array.isArray(value) ? value : undefined
  }
  const repositories = (list('sourceRepos') ?? []).filter(item => typeof item === 'string').map(repositoryPattern)
  const destinations = (list('destinations') ?? []).filter(isObject).map(destinationPattern)
  const [namespaced, notNamespaced] = [list('namespaceResourceWhitelist'), list('namespaceResourceBlacklist')]
  const [clusterWide, notClusterWide] = [list('clusterResourceWhitelist'), list('clusterResourceBlacklist')]
  return {
    source: repoURL =>
      permits(repositories.map(({ deny, glob }) => ({ deny, matches: glob(normalizedGitUrl(repoURL)) }))),
    destination: (destination, namespace) => permitsDestination(destinations, destination, namespace),
    kind(group, kind, name, isNamespaced) {
      const allowed = isNamespaced ? namespaced : clusterWide
      const denied = isNamespaced ? notNamespaced : notClusterWide
      const isListed = (items: readonly Json[]): boolean => items.some(item => coversKind(item, group, kind, name))
      return (allowed === undefined ? isNamespaced : isListed(allowed)) && !isListed(denied ?? [])
    }
  }
}

interface Pattern {
  readonly text: string
  readonly deny: boolean
  /** Of what a deny pattern denies, without its `!`. */
  readonly glob: Glob
}

function patternOf(text: string, separator?: '/'): Pattern {
  const deny = text.startsWith('!')
  const body = deny ? text.slice(1) : text
  const glob = body === '*' ? () => true : (gobwasGlob(body, separator) ?? (() => false))
  return { text, deny, glob }
}

function repositoryPattern(text: string): Pattern {
  return text.startsWith('!')
    ? patternOf(`!${normalizedGitUrl(text.slice(1))}`, '/')
    : patternOf(normalizedGitUrl(text), '/')
}

/** A list that denies by its first deny pattern that matches; a deny pattern that does not match permits, as in Argo CD. */
function permits(answers: readonly { readonly deny: boolean; readonly matches: boolean }[]): boolean {
  return !answers.some(({ deny, matches }) => deny && matches) && answers.some(({ deny, matches }) => deny !== matches)
}

interface DestinationPattern {
  readonly server: Pattern
  readonly name: Pattern
  readonly namespace: Pattern
}

function destinationPattern(item: Json): DestinationPattern {
  const text = (key: string): string => {
    const value = isObject(item) ? item[key] : undefined
    return typeof value === 'string' ? value : ''
  }
  return { server: patternOf(text('server')), name: patternOf(text('name')), namespace: patternOf(text('namespace')) }
}

type Answer = 'yes' | 'no' | 'unknown'

function permitsDestination(
  patterns: readonly DestinationPattern[],
  destination: Pick<Destination, 'server' | 'name'>,
  namespace: string
): boolean {
  const known = bothOf(destination)
  let permitted = false
  for (const pattern of patterns) {
    const inNamespace = pattern.namespace.glob(namespace) !== pattern.namespace.deny
    const [server, name] = [answerOf(pattern.server, known.server), answerOf(pattern.name, known.name)]
    const deniesCluster =
      (pattern.name.deny && name === 'no') || (pattern.server.deny && server === 'no' && inNamespace)
    if (inNamespace && (server !== 'no' || name !== 'no')) permitted = true
    else if (deniesCluster || (pattern.namespace.deny && !inNamespace && server === 'yes')) return false
  }
  return permitted
}

/** Of a side that only Argo CD knows, everything but an empty pattern may match. */
function answerOf({ text, deny, glob }: Pattern, value: string | undefined): Answer {
  if (value === undefined) return text === '' ? 'no' : text === '*' ? 'yes' : 'unknown'
  return value !== '' && glob(value) !== deny ? 'yes' : 'no'
}

function bothOf({ server, name }: Pick<Destination, 'server' | 'name'>): {
  server: string | undefined
  name: string | undefined
} {
  if (name?.value === inClusterName) return { server: inClusterServer, name: inClusterName }
  if (server && serverKeyOf(server.value) === inClusterKey) return { server: inClusterServer, name: inClusterName }
  return { server: server?.value.replace(/\/+$/, ''), name: name?.value }
}

function coversKind(item: Json, group: string, kind: string, name: string): boolean {
  if (!isObject(item)) return false
  const covers = (key: string, value: string): boolean => {
    const pattern = item[key]
    return pathMatch(typeof pattern === 'string' ? pattern : '')?.(value) ?? false
  }
  return covers('kind', kind) && covers('group', group) && (!item.name || covers('name', name))
}
