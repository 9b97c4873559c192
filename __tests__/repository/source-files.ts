import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** A file of src/: its path below src/, its text, and the files it imports. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** Paths below src/ of what it imports, types included. */
  readonly imports: readonly string[]
  /** Those that must have run before it: neither types, which are gone by then, nor what is imported when it is used. */
  readonly needs: readonly string[]
}

const root = new URL('../../src/', import.meta.url)

/** Every file of src/, sorted. */
export function sourceFiles(): readonly SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts'))
    .sort()
    .map(path => {
      const text = readFileSync(new URL(path, root), 'utf8')
      return { path, text, ...importsOf(path, text) }
    })
}

/** Static, re-exporting and dynamic ones. */
const specifier =
  /^(?:import|export)(?<types> type)?\b[^'"`;]*?from '(?<from>\.[^']+)'|\bimport\('(?<later>\.[^']+)'\)/gm

function importsOf(path: string, text: string): Pick<SourceFile, 'imports' | 'needs'> {
  const found = [...text.matchAll(specifier)].map(({ groups }) => ({
    to: posix.join(posix.dirname(path), (groups!.from ?? groups!.later)!),
    needed: groups!.types === undefined && groups!.later === undefined
  }))
  return { imports: found.map(({ to }) => to), needs: found.filter(({ needed }) => needed).map(({ to }) => to) }
}
