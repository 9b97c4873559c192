// Our own Markdown texts on a terminal: without the marks that only Markdown needs, in lines of the terminal's width.

import { wrapped } from './wrap.ts'

/** The lines of a text of ours (why and fix of a rule); code blocks keep their lines, indented by two. */
export function unmarkedLines(markdown: string, width: number): readonly string[] {
  return paragraphsOf(markdown).flatMap(part => (part.code ? part.lines : wrapped(part.lines.join(' '), width)))
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
  return line.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
}
