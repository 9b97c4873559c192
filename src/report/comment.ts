// The sticky comment: the summary in what a comment may hold, with the marker it is found again by.
import { fitted, fixed } from './document.ts'
import { marker } from './escape/markdown.ts'
import type { Lookups } from './lookups.ts'
import type { Report } from './report.ts'
import { sectionsOf } from './summary.ts'

/** GitHub refuses longer bodies of comments, issues and pull requests. */
export const longestBody = 65_536

/** The hidden mark of our comment. */
export const commentMarker = marker('validate').text

/** The body of the comment, at most 65,536 characters. It holds nothing that changes from run to run by itself. */
export function commentOf(report: Report, lookups: Lookups): string {
  return fitted(
    [fixed(marker('validate')), ...sectionsOf(report, lookups, undefined)],
    longestBody,
    text => text.length
  )
}
