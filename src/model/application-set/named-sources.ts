// The repositories that ApplicationSets name, before anything is expanded: to tell whether they mean this one.
import { isObject, type Json, type JsonObject } from '../../source/json.ts'
import { valueAt, type Manifest } from '../manifest.ts'

/** A repository that a git generator reads, with the folders its patterns begin with. */
export interface NamedSource {
  readonly url: string
  /** '' for a pattern that begins with a glob. */
  readonly folders: readonly string[]
}

/** What the git generators of an ApplicationSet name, those inside matrix and merge generators too; nothing that is a template. */
export function namedSourcesOf(applicationSet: Manifest): NamedSource[] {
  return sourcesIn(valueAt(applicationSet.object, ['spec', 'generators']) ?? null)
}

function sourcesIn(generators: Json): NamedSource[] {
  if (!Array.isArray(generators)) return []
  return generators
    .filter(isObject)
    .flatMap(({ git, matrix, merge }) => [
      ...(isObject(git) ? sourceOf(git) : []),
      ...[matrix, merge].filter(isObject).flatMap(({ generators: children }) => sourcesIn(children ?? null))
    ])
}

function sourceOf({ repoURL, directories, files }: JsonObject): NamedSource[] {
  if (typeof repoURL !== 'string' || repoURL.includes('{{')) return []
  const patterns = [directories, files].flatMap(list => (Array.isArray(list) ? list.filter(isObject) : []))
  const paths = patterns.flatMap(({ path, exclude }) => (typeof path === 'string' && exclude !== true ? [path] : []))
  return [{ url: repoURL, folders: paths.map(plainFolderOf) }]
}

/** The folder that a pattern begins with: the steps before the first that holds a glob or a template, without its last. */
export function plainFolderOf(pattern: string): string {
  const plain = /^[^*?[\\{]*/.exec(pattern)?.[0] ?? ''
  return plain.slice(0, Math.max(plain.lastIndexOf('/'), 0))
}
