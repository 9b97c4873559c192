// What a tool says of its failure, without what differs from run to run: times, process ids, addresses in memory.

const longestLine = 300

/** Lines about lines: warnings, hints for a terminal, and the brackets that kubectl puts around an error. */
const noise = /^(?:# Warning|>$|[EWIF]\d{4} .*err=<$|Use --debug flag)/

/** What kubectl's log writes before its words. kubernetes/klog: internal/buffer/buffer.go FormatHeader */
const logHeader = /^[EWIF]\d{4} [\d:.]+\s+\d+ [^\s\]]+\] /

/** The first and the last line of an error: what is between may be the text of a file. */
export function saidIn(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !noise.test(line))
    .map(unlogged)
  const first = Math.max(
    0,
    lines.findIndex(line => /^error:/i.test(line))
  )
  const ends = [...new Set([lines[first], lines.at(-1)])].map(line => (line ?? '').replace(/^error:\s*/i, ''))
  return ends.map(shortened).join(' … ')
}

/** The words of a line of kubectl's log: its error, where it quotes one. */
function unlogged(line: string): string {
  if (!logHeader.test(line)) return line
  const words = line.replace(logHeader, '')
  const quoted = /\berr=("(?:[^"\\]|\\.)*")/.exec(words)?.[1]
  return quoted === undefined ? words : unquoted(quoted)
}

/** Go quotes as JSON does, but for escapes that no error here has. */
function unquoted(text: string): string {
  try {
    return String(JSON.parse(text)).replace(/\s+/g, ' ')
  } catch {
    return text.slice(1, -1)
  }
}

function shortened(line: string): string {
  const steady = line.replace(/\b0x[\da-f]{8,16}\b/g, '0x…')
  return steady.length > longestLine ? `${steady.slice(0, longestLine)}…` : steady
}
