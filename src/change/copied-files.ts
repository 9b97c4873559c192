// Whole files of the example, copied for a new secondary: YAML and JSON renamed, everything else as it is.
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import type { FileChange } from '../source/checkout.ts'
import { commentsIn, doubtfulComments } from './comments.ts'
import { edited } from './edits.ts'
import { identityOf } from './identity.ts'
import { doubtfulIn, nameOnly, renamedEdits, renamingOf, type Renaming } from './renaming.ts'
import { scalarsOf } from './scalars.ts'
import { siblingText, type Sibling } from './siblings.ts'

/** One file of a copy. */
export interface CopiedFile {
  readonly path: string
  readonly becomes: FileChange
  /** What in it is the old name and stays all the same. */
  readonly doubtful: readonly string[]
  /** Set when nothing in it was renamed though it names the old one, or may. */
  readonly asItIs?: 'text that names the example' | 'no text'
}

/** @param files of the example */
export function copiedFiles(
  fleet: Fleet,
  example: Secondary,
  files: readonly string[],
  renaming: Renaming
): CopiedFile[] {
  const siblingOf = siblingFinder(fleet, example)
  return files.map(file => {
    const content = fleet.repository.checkout.read(file)
    const path = renaming.path(file)
    if (!('text' in content)) return { path, becomes: { sameAs: file }, doubtful: [], asItIs: 'no text' }
    return { path, ...copiedText(file, content.text, renaming, siblingOf) }
  })
}

function copiedText(
  file: string,
  text: string,
  renaming: Renaming,
  siblingOf: (file: string) => Sibling | undefined
): Omit<CopiedFile, 'path'> {
  if (!/\.(?:ya?ml|json)$/.test(file)) {
    const asItIs = renaming.names(text) ? { asItIs: 'text that names the example' as const } : {}
    return { becomes: { sameAs: file }, doubtful: [], ...asItIs }
  }
  const sibling = siblingOf(file)
  return {
    becomes: edited(text, renamedEdits(text, renaming, sibling)),
    doubtful: [
      ...doubtfulIn(scalarsOf(text), renaming, sibling),
      ...doubtfulComments(commentsIn(text), renaming, sibling)
    ]
  }
}

/** The same file of another secondary, to tell what is shared from what is each one's own. */
function siblingFinder(fleet: Fleet, example: Secondary): (file: string) => Sibling | undefined {
  const { name } = identityOf(example)
  const others = fleet.secondaries.filter(each => each !== example && each.name && each.name.value !== name)
  const renamings = others
    .slice(0, 20)
    .map(other => renamingOf(nameOnly(identityOf(example)), nameOnly(identityOf(other))))
  return file => {
    for (const renaming of renamings) {
      const path = renaming.path(file)
      const content = path === file ? undefined : fleet.repository.checkout.read(path)
      if (content && 'text' in content) return siblingText(content.text, renaming.to.name)
    }
    return undefined
  }
}
