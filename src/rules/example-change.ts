// Examples that are a file of the healthy fleet with a few words changed.
import { exampleFleet } from './example-fleet.ts'

/**
 * A file of the healthy fleet, with the first of each pair replaced by the second, as a part of an example.
 * @throws Error when the file does not say that exactly once
 */
export function changed(path: string, ...edits: readonly (readonly [was: string, is: string])[]): string {
  let text = exampleFleet[path]
  if (text === undefined) throw new Error(`the healthy fleet has no ${path}`)
  for (const [was, is] of edits) {
    if (text.split(was).length !== 2) throw new Error(`${path} does not say this once: ${was}`)
    text = text.replace(was, () => is)
  }
  return `# file: ${path}\n${text}`
}

/** A file of the healthy fleet under another path, as a part of an example. */
export function copied(path: string, to: string, ...edits: readonly (readonly [was: string, is: string])[]): string {
  return changed(path, ...edits).replace(`# file: ${path}\n`, () => `# file: ${to}\n`)
}
