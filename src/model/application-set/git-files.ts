// Which config files a git generator selects, under both meanings that its globs can have.
import { isObject, type Json, type Path } from '../../source/json.ts'
import { doublestar, gitPathspec, type Glob } from '../../source/glob.ts'
import { byCodePoint } from '../../source/order.ts'
import { within, type Expanding } from './context.ts'
import { plainFolderOf } from './named-sources.ts'
import { failing, unknowable } from './refusal.ts'

/**
 * The files that the patterns select, sorted, by Git's meaning: Argo CD's default, in which a star crosses slashes. Where
 * the controller's `--enable-new-git-file-globbing` would select others, a warning is kept.
 * argo-cd: applicationset/generators/git.go generateParamsForGitFiles, util/git/client.go LsFiles
 */
export function selectedFilesOf(items: readonly Json[], path: Path, expanding: Expanding): string[] {
  const patterns = items.filter(isObject).map((item, index) => ({
    path: [...path, index, 'path'],
    pattern: typeof item.path === 'string' && item.path !== '' ? item.path : '.',
    exclude: item.exclude === true
  }))
  const selected = new Set<string>()
  const byDoublestar = new Set<string>()
  for (const exclude of [false, true]) {
    for (const each of patterns.filter(pattern => pattern.exclude === exclude)) {
      const found = filesOf(each.pattern, each.path, expanding)
      select(selected, found.git, exclude)
      select(byDoublestar, found.doublestar, exclude)
    }
  }
  const first = patterns.find(({ exclude }) => !exclude) ?? patterns[0]
  if (first) warn(first, selected, byDoublestar, expanding)
  return [...selected].sort(byCodePoint)
}

function select(selected: Set<string>, files: readonly string[], exclude: boolean): void {
  for (const file of files) {
    if (exclude) selected.delete(file)
    else selected.add(file)
  }
}

interface Found {
  readonly git: readonly string[]
  readonly doublestar: readonly string[]
}

function filesOf(pattern: string, path: Path, expanding: Expanding): Found {
  const { folders } = expanding.context
  const isOfGit = gitPathspec(pattern)
  if (!isOfGit) {
    const about = within(expanding, path)
    if (pattern.startsWith(':')) throw unknowable(about, "its pattern uses Git's pathspec magic")
    throw failing(about, 'Git refuses its pattern')
  }
  const folder = plainFolderOf(pattern)
  const candidates = folders.filesIn(isClean(folder) ? folder : '', true)
  const git = candidates.filter(isOfGit)
  const isOfDoublestar: Glob | undefined = doublestar(pattern)
  return { git, doublestar: isOfDoublestar ? candidates.filter(isOfDoublestar) : git }
}

/** Whether a folder is written as it is called: all matches of the pattern lie in it then. */
function isClean(folder: string): boolean {
  return !/(?:^|\/)\.{0,2}(?:\/|$)/.test(folder)
}

function warn(
  { path, pattern }: { readonly path: Path; readonly pattern: string },
  selected: ReadonlySet<string>,
  byDoublestar: ReadonlySet<string>,
  { applicationSet, warnings }: Expanding
): void {
  const onlyGit = [...selected].filter(file => !byDoublestar.has(file))
  const onlyDoublestar = [...byDoublestar].filter(file => !selected.has(file))
  if (onlyGit.length + onlyDoublestar.length === 0) return
  const about = { manifest: applicationSet, path }
  const before = warnings.get(path.join('/'))
  warnings.set(path.join('/'), {
    about,
    pattern,
    onlyGit: union(before?.onlyGit, onlyGit),
    onlyDoublestar: union(before?.onlyDoublestar, onlyDoublestar)
  })
}

function union(before: readonly string[] | undefined, files: readonly string[]): string[] {
  return [...new Set([...(before ?? []), ...files])].sort(byCodePoint)
}
