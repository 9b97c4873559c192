// Our own Markdown texts on a terminal: without marks, in lines of the terminal's width.

/** A text with a label before its first line, the others set below it; code blocks keep their lines. */
export function wrapped(label: string, markdown: string, width: number): string[] {
  const indent = ' '.repeat(label.length)
  const lines = paragraphsOf(markdown).flatMap(part =>
    part.code ? part.lines : folded(part.lines.join(' '), Math.max(30, Math.min(width, 120) - label.length))
  )
  return lines.map((line, index) => (index === 0 ? label : indent) + line)
}

interface Paragraph {
  readonly code: boolean
  readonly lines: string[]
}

function paragraphsOf(markdown: string): Paragraph[] {
  const parts: Paragraph[] = []
  let code = false
  for (const line of markdown.trim().split('\n')) {
    if (line.startsWith('```')) {
      code = !code
      parts.push({ code, lines: [] })
    } else if (code) parts.at(-1)!.lines.push(`  ${line}`)
    else if (line.trim() === '') parts.push({ code, lines: [] })
    else {
      if (parts.length === 0) parts.push({ code, lines: [] })
      parts.at(-1)!.lines.push(unmarked(line))
    }
  }
  return parts.filter(({ lines }) => lines.length > 0)
}

function unmarked(line: string): string {
  return line
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
}

function folded(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
