// Parses a text into js-yaml's events, without js-yaml's demands on the indentation of bracketed and quoted values.
import { parseEvents, YAMLException, type Event } from 'js-yaml'
import { lineStartAt } from './yaml-blank.ts'
import { IndentationRefusal, MAX_DEPTH, Refusal, tooDeep } from './yaml-refusal.ts'

/**
 * The events of a text. js-yaml wants the lines of a bracketed or quoted value indented, without tabs; Kubernetes does not, and
 * hand-written files close brackets at the beginning of a line. Where such a line begins white space means nothing, so the lines
 * js-yaml complains about are indented for it. The events' offsets are those of the text as it was.
 */
export function eventsOf(text: string): Event[] {
  const pads: number[] = []
  let padded = text
  for (let work = 0; ; work += text.length) {
    try {
      const events = parseEvents(padded, { maxDepth: MAX_DEPTH })
      if (pads.length > 0) for (const event of events) unpad(event, pads)
      return events
    } catch (error) {
      const better =
        isShallow(error) && work < MOST_WORK ? indented(padded, error.mark?.position ?? 0, pads) : undefined
      if (better === undefined) throw refusalOf(error, pads)
      padded = better
    }
  }
}

/** How many characters may be parsed again because of lines that are not indented. */
const MOST_WORK = 5_000_000

const isShallow = (error: unknown): error is YAMLException =>
  error instanceof YAMLException && error.reason === 'deficient indentation'

/** Deeper than any indentation that is meant seriously. */
const PAD = ' '.repeat(200)

/**
 * The text with the line of an offset indented, or undefined when it is already. A tab before the offset is replaced first:
 * then the line may begin outside the value, and must stay where it is.
 */
function indented(text: string, offset: number, pads: number[]): string | undefined {
  const line = lineStartAt(text, offset)
  const before = text.slice(line, offset)
  if (before.includes('\t')) return text.slice(0, line) + before.replaceAll('\t', ' ') + text.slice(offset)
  const start = unpadded(line, pads)
  if (pads.includes(start)) return undefined
  pads.push(start)
  return text.slice(0, line) + PAD + text.slice(line)
}

/** What js-yaml says of text that does not fit in, mostly because of its indentation. */
const STRAY = 'end of the stream or a document separator is expected'

/** js-yaml's messages that end with a part of the text; a secret may be written there. */
const QUOTING = /^(tag name cannot contain such characters|undeclared tag handle).*/s

function refusalOf(error: unknown, pads: readonly number[]): Refusal {
  if (error instanceof RangeError) return tooDeep(0)
  if (!(error instanceof YAMLException)) return new Refusal('syntax', 'cannot be parsed', { start: 0, end: 1 })
  const start = unpadded(error.mark?.position ?? 0, pads)
  if (error.reason.startsWith('nesting exceeded')) return tooDeep(start)
  const Kind = isShallow(error) ? IndentationRefusal : Refusal
  return new Kind(
    'syntax',
    error.reason.replace(QUOTING, '$1').replace(STRAY, 'this does not belong to what is written above it'),
    { start, end: start + 1 }
  )
}

/** The offset in the text for one in the padded text; `pads` are where the padded lines begin in the text, in order. */
function unpadded(offset: number, pads: readonly number[]): number {
  let before = 0
  while (before < pads.length && (pads[before] ?? 0) + (before + 1) * PAD.length <= offset) before++
  return offset - before * PAD.length
}

function unpad(event: Event, pads: readonly number[]): void {
  if ('start' in event) event.start = unpadded(event.start, pads)
  if ('valueStart' in event) {
    event.valueStart = unpadded(event.valueStart, pads)
    event.valueEnd = unpadded(event.valueEnd, pads)
  }
  if ('tagStart' in event) {
    event.tagStart = unpadded(event.tagStart, pads)
    event.tagEnd = unpadded(event.tagEnd, pads)
  }
  if ('anchorStart' in event) {
    event.anchorStart = unpadded(event.anchorStart, pads)
    event.anchorEnd = unpadded(event.anchorEnd, pads)
  }
}
