// The drawing: the token's way as a Mermaid block.
import type { TokenWay } from '../../model/token-way.ts'
import { blocks, fenced, md, nothing } from '../escape/markdown.ts'
import type { Markdown } from '../escape/markdown.ts'
import { mermaidOf } from '../mermaid.ts'

/** Heading and drawing; nothing when there is nothing to draw. */
export function drawingBlock(
  way: TokenWay,
  heading = "The token's way",
  spotlight: ReadonlySet<string> = new Set()
): Markdown {
  const drawing = mermaidOf(way, spotlight)
  return drawing === undefined ? nothing : blocks([md`### ${heading}`, fenced(drawing, 'mermaid')])
}
