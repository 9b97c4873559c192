// The change that takes a secondary away: its files, its documents of shared files, its items of lists, and nothing else.
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import { belongingsOf } from './belongings.ts'
import type { Changeset } from './changeset.ts'
import { documentRemovalEdit } from './documents.ts'
import { edited } from './edits.ts'
import { removalEdit } from './list-items.ts'

/** The opposite of onboarding: a secondary that was added by it leaves the tree as it was, to the byte. */
export function offboardingOf(fleet: Fleet, secondary: Secondary): Changeset {
  const { files, documents, items } = belongingsOf(fleet, secondary)
  const changes = new Map<string, string | undefined>(files.map(file => [file, undefined]))
  for (const file of new Set([...items, ...documents].map(each => each.file))) {
    const content = fleet.repository.checkout.read(file)
    if (!('text' in content)) continue
    const edits = [
      ...items.filter(item => item.file === file).map(item => removalEdit(content.text, item)),
      ...documents.filter(each => each.file === file).map(each => documentRemovalEdit(content.text, each.document))
    ]
    changes.set(
      file,
      edited(
        content.text,
        edits.filter(edit => edit !== undefined)
      )
    )
  }
  return changes
}
