// What could not be read in the files of a repository, or is read otherwise than it looks.
import type { Fleet } from '../model/fleet.ts'
import type { FileProblem } from '../model/repository.ts'

/** The problems of all files, in their order. */
export function problemsOf({ repository }: Fleet): FileProblem[] {
  return [...repository.files.values()].flatMap(({ problems }) => problems)
}
