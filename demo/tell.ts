// Tells a scene on the terminal, briefly: what happened, and what a user would see.
import { stripVTControlCharacters, styleText } from 'node:util'
import type { Exhibit } from './exhibit.ts'
import type { Scene } from './day.ts'

const width = 110
const margin = ' '.repeat(7)

/** The heading and the story of a scene. */
export const opening = ({ time, title, story }: Scene): string =>
  ['', styleText('bold', `${time}  ${title}`), ...wrapped(story).map(line => margin + line), '', ''].join('\n')

/** What a scene shows, in lines. */
export function told(exhibit: Exhibit): string {
  return linesOf(exhibit)
    .map(line => `${margin}${line}`.trimEnd() + '\n')
    .join('')
}

type Telling = { readonly [K in Exhibit['kind']]: (exhibit: Extract<Exhibit, { kind: K }>) => readonly string[] }

const telling: Telling = {
  change: ({ title, diff }) => [`${title}:`, ...diff.split('\n').filter(isChange).map(coloured), ''],
  annotations: ({ annotations }) =>
    annotations.flatMap(({ level, file, line, message }) => [
      styleText(level === 'error' ? 'red' : 'yellow', `${level}: ${file}:${line}`),
      ...wrapped(message.split('\n')[0] ?? '').map(each => `  ${each}`)
    ]),
  conversation({ thread, state, pull }) {
    const kind = pull ? 'pull request' : 'issue'
    const title = styleText('cyan', `${kind} #${thread.number}, ${state}: ${thread.title}`)
    const files = pull?.diff.match(/^(?:---|\+\+\+) [ab]\/.*$/gm)?.map(line => line.slice(6)) ?? []
    return [title, ...[...new Set(files)].map(file => `  ${file}`)]
  },
  // The verdict is the last block of a log, with a tally below it or without.
  log: ({ text }) => text.split('\n\n').at(-1)!.split('\n'),
  summary: () => [],
  facts: ({ facts }) =>
    ['', ...wrapped(facts.map(([name, value]) => `${name}: ${value}`).join('; '))].map(line => styleText('dim', line))
}

const linesOf = (exhibit: Exhibit): readonly string[] =>
  (telling[exhibit.kind] as (exhibit: Exhibit) => readonly string[])(exhibit)

const isChange = (line: string): boolean => /^[+-](?!--|\+\+)/.test(line)

const coloured = (line: string): string => styleText(line.startsWith('+') ? 'green' : 'red', line)

function wrapped(text: string): readonly string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (stripVTControlCharacters(longer).length <= width - margin.length) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
