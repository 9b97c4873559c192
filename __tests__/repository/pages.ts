// Pages of documentation that people wrote, and the fenced blocks in them.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { textAt } from './workflow-files.ts'

/** A fenced block of a page. */
export interface Block {
  readonly page: string
  readonly language: string
  readonly text: string
}

const root = join(import.meta.dirname, '../..')
const isRulePage = (page: string): boolean => page.startsWith('docs/rules/')

const everyPage = [
  ...readdirSync(root).filter(file => file.endsWith('.md')),
  'examples/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map(file => `docs/${file.replaceAll('\\', '/')}`)
    .filter(file => file.endsWith('.md'))
].sort()

/** Pages that people wrote; those of rules are generated. */
export const pages = everyPage.filter(page => !isRulePage(page))

/** The blocks of a page. Of a rule's page those that tell how to mend it: its examples have tests of their own. */
export function blocksOf(page: string): readonly Block[] {
  const text = isRulePage(page) ? mending(textAt(page)) : textAt(page)
  return [...text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)].map(([, indent, language, block]) => ({
    page,
    language: language!,
    text: block!.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
  }))
}

/** Every block in a language, rules' pages included. */
export function blocksIn(language: string): readonly Block[] {
  return everyPage.flatMap(blocksOf).filter(block => block.language === language)
}

function mending(text: string): string {
  return /^## How to mend it$([\s\S]*?)^## /m.exec(text)?.[1] ?? ''
}
