// The change that takes a secondary away: its files, its documents of shared files, its items of lists, and nothing else.
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import { belongingsOf } from './belongings.ts'
import type { Changeset } from './changeset.ts'
import { documentRemovalEdits } from './documents.ts'
import { edited } from './edits.ts'
import { removalEdits } from './list-removals.ts'

/** The opposite of onboarding: secondaries that were added by it leave the tree as it was, to the byte. */
export function offboardingOf(fleet: Fleet, ...secondaries: readonly Secondary[]): Changeset {
  const { files, documents, items } = belongingsOf(fleet, secondaries)
  const changes = new Map<string, string | undefined>(files.map(file => [file, undefined]))
  for (const file of new Set([...items, ...documents].map(each => each.file))) {
    const content = fleet.repository.checkout.read(file)
    if (!('text' in content)) continue
    const { text } = content
    const elements = items.filter(item => item.file === file)
    const whole = documents.filter(each => each.file === file).map(({ document }) => document)
    changes.set(file, edited(text, [...removalEdits(text, elements), ...documentRemovalEdits(text, whole)]))
  }
  return changes
}
