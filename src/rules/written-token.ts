// Join tokens written into prose, workflows and Applications: texts that are no Secret, where only the shape tells.
import { liesIn } from '../source/checkout.ts'
import type { Place } from '../source/place.ts'
import { positionsOf } from '../source/text.ts'
import { isEmpty, type Fleet } from '../model/fleet.ts'

/** Larger files are not written by hand. In UTF-16 code units. */
const longestText = 256 * 1024

/**
 * Where what looks like a join token is written near words that speak of one. Reads nothing when the repository has no fleet.
 */
export function tokensWrittenIn(fleet: Fleet): Place[] {
  if (isEmpty(fleet)) return []
  const { checkout, files } = fleet.repository
  const prose = checkout.paths.filter(path => isProse(path, fleet.settings.path))
  const applications = [...fleet.concerned].flatMap(({ application }) => application?.manifest.origin.file ?? [])
  return [...new Set([...prose, ...applications])].flatMap(path => {
    const content = files.get(path) ?? checkout.read(path)
    return 'text' in content ? tokensIn(content.text, path) : []
  })
}

const workflow = /^\.github\/workflows\/[^/]+\.ya?ml$/
const foreign = /(?:^|\/)(?:\.git|node_modules|vendor)\//

function isProse(path: string, below: string): boolean {
  if (workflow.test(path)) return true
  return path.endsWith('.md') && liesIn(path, below) && !foreign.test(path)
}

const context = /mc[-_]join|join[-_ ]?token/i
/** How far before a token the words about it may stand. */
const reach = 400

/** A JSON web token, or the value of something called token. The look-behind lets a run of characters begin once. */
const shapes: readonly RegExp[] = [
  /(?<![\w-])(eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]+)/dg,
  /token["'`]?\s{0,3}[:=]\s{0,3}["'`]?([\w+/-]{40,})/dgi
]

function tokensIn(text: string, file: string): Place[] {
  if (text.length > longestText || !context.test(text)) return []
  const positionOf = positionsOf(text)
  const spans = new Map(shapes.flatMap(shape => spansOf(text, shape)))
  return [...spans].map(([start, end]) => {
    const from = positionOf(start)
    const to = positionOf(end)
    return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  })
}

/** Start and end of each token of a shape. */
function spansOf(text: string, shape: RegExp): [number, number][] {
  return [...text.matchAll(shape)].flatMap(({ indices }): [number, number][] => {
    const [start, end] = indices?.[1] ?? [0, 0]
    const isToken = isOpaque(text.slice(start, end)) && context.test(text.slice(Math.max(0, start - reach), start))
    return isToken ? [[start, end]] : []
  })
}

/** Whether characters change between capitals, small letters and digits as only encoded bytes do: paths and names don't. */
function isOpaque(text: string): boolean {
  let changes = 0
  for (let index = 1; index < text.length; index++) if (sortOf(text, index) !== sortOf(text, index - 1)) changes++
  return changes >= 0.3 * text.length && /[A-Z]/.test(text) && /[a-z]/.test(text)
}

function sortOf(text: string, index: number): number {
  const code = text.charCodeAt(index)
  if (code >= 97 && code <= 122) return 0
  if (code >= 65 && code <= 90) return 1
  return code >= 48 && code <= 57 ? 2 : 3
}
