// The place in a file of something inside a block of text in it: values in an Application, a patch in a kustomization.
import type { Place } from '../source/place.ts'
import { positionsOf, type Span } from '../source/text.ts'
import type { Repository } from './repository.ts'

const lineBreak = /\r\n?|\n/

/**
 * The place of a stretch of a block's text: found where the file's own line ends as the text's line does, so that a folded
 * or quoted text is pointed at as a whole.
 * @param block the place of the whole text (`values: |` and what follows)
 */
export function insideBlock(block: Place, text: string, span: Span, { checkout }: Repository): Place {
  const content = checkout.read(block.file)
  const position = positionsOf(text)
  const from = position(span.start)
  const to = position(span.end)
  const line = block.line + from.line
  const written = text.split(lineBreak)[from.line - 1]?.trimEnd()
  const found = 'text' in content ? content.text.split(lineBreak)[line - 1]?.trimEnd() : undefined
  if (!written || !found?.endsWith(written)) return block
  const indent = found.length - written.length
  const end = { endLine: block.line + to.line, endColumn: to.column + indent }
  return { file: block.file, line, column: from.column + indent, ...end }
}
