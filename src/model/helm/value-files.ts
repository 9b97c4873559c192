// The value files of a Helm source, resolved as Argo CD does: references, the repository's root, globs, missing ones.
import { doublestar } from '../../source/glob.ts'
import { sameRepository } from '../../source/repository-url.ts'
import type { Application, ApplicationSource } from '../application.ts'
import type { Folders } from '../folders.ts'
import { below, itemsAt, type Located, type Target } from '../manifest.ts'
import { cleaned } from '../source-path.ts'
import { substituted } from './environment.ts'

/** A file of values, and where the source names it. */
export interface ValueFile {
  readonly path: string
  readonly named: Target
}

/** Why the source cannot be rendered, at the line that says so. */
export interface Wrong {
  readonly about: Target
  readonly wrong: string
}

/** Who asks for files, and where they may lie. */
export interface Asking {
  readonly application: Application
  readonly source: ApplicationSource
  readonly folder: string
  readonly folders: Folders
  /** The URL of this repository. */
  readonly repository: string | undefined
}

/**
 * The files in their order, each once.
 * argo-cd: reposerver/repository/repository.go getResolvedValueFiles
 */
export function valueFilesOf(asking: Asking): readonly ValueFile[] | Wrong {
  const { manifest, path } = asking.source.target
  const named = itemsAt(manifest, ...path, 'helm', 'valueFiles')
  const ignoresMissing = below(asking.source.target, 'helm', 'ignoreMissingValueFiles')?.value === true
  const resolved = named.map(item => ({ item, at: resolvedPath(item, asking) }))
  const explicit = new Set(resolved.flatMap(({ at }) => ('path' in at && !isGlob(at.path) ? [at.path] : [])))
  const files = new Map<string, ValueFile>()
  for (const { item, at } of resolved) {
    if ('wrong' in at) return at
    const found = isGlob(at.path)
      ? matchesOf(at.path, asking.folders).filter(match => !explicit.has(match))
      : asking.folders.isFile(at.path)
        ? [at.path]
        : undefined
    const nothing = found === undefined || (found.length === 0 && matchesOf(at.path, asking.folders).length === 0)
    if (nothing && !ignoresMissing) return { about: item, wrong: missing(item, at.path) }
    for (const file of found ?? []) if (!files.has(file)) files.set(file, { path: file, named: item })
  }
  return [...files.values()]
}

function missing({ value }: Located, path: string): string {
  const written = typeof value === 'string' ? value : ''
  return isGlob(path)
    ? `no value file matches "${written}"`
    : `its value file "${written}" does not exist (looked for at ${path})`
}

function isGlob(path: string): boolean {
  return /[*?[]/.test(path)
}

function matchesOf(pattern: string, folders: Folders): readonly string[] {
  const matches = doublestar(pattern)
  const fixed = pattern.slice(0, pattern.search(/[*?[{]/))
  const base = fixed.slice(0, Math.max(0, fixed.lastIndexOf('/')))
  return matches ? folders.filesIn(base, true).filter(matches) : []
}

/** A path from the repository's root that a `valueFiles` or `fileParameters` entry means. */
export function resolvedPath(item: Located, asking: Asking): { readonly path: string } | Wrong {
  if (typeof item.value !== 'string') return { about: item, wrong: 'a value file is no string' }
  const written = item.value
  const ref = written.startsWith('$') ? written.split('/')[0]! : undefined
  const referenced =
    ref === undefined ? undefined : asking.application.sources.find(s => s.ref && `$${s.ref.value}` === ref)
  if (referenced && !isHere(referenced, asking)) {
    return { about: item, wrong: `its value file "${written}" is in another repository (${referenced.repoURL?.value})` }
  }
  if (ref !== undefined && !referenced && !/^\$\{?ARGOCD_/.test(ref)) {
    return {
      about: item,
      wrong: `its value file "${written}" refers to the source "${ref.slice(1)}", and no source has that ref`
    }
  }
  const text = referenced ? written.slice(ref!.length) : written
  const result = substituted(text, asking.application, asking.source)
  if ('unknown' in result)
    return { about: item, wrong: `its value file depends on $${result.unknown}, known only when Argo CD deploys` }
  return resolvedText(result.text, item, referenced ? '' : asking.folder)
}

function resolvedText(text: string, item: Located, from: string): { readonly path: string } | Wrong {
  if (/^[a-z][a-z0-9+.-]*:/i.test(text))
    return { about: item, wrong: `its value file "${text}" is a URL, which is not fetched` }
  const path = text.startsWith('/') ? cleaned(text.slice(1)) : cleaned(from === '' ? text : `${from}/${text}`)
  return path === undefined ? { about: item, wrong: `its value file "${text}" leaves the repository` } : { path }
}

function isHere({ repoURL }: ApplicationSource, { repository, source }: Asking): boolean {
  const own = repository ?? source.repoURL?.value
  return repoURL !== undefined && own !== undefined && sameRepository(repoURL.value, own)
}
