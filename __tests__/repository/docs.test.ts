import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { nodesOf } from '../report/markdown-tree.ts'
import { blocksOf, pages } from './pages.ts'
import { textAt } from './workflow-files.ts'

const root = resolve(import.meta.dirname, '../..')

describe('the README', () => {
  test.each(['validate', 'drift', 'onboard'])('shows examples/workflows/%s.yml as it is', name => {
    const shown = blocksOf('README.md').filter(({ language }) => language === 'yaml')
    expect(shown.map(({ text }) => text)).toContain(textAt(`examples/workflows/${name}.yml`))
  })
})

describe('links', () => {
  test.each(pages)('%s: lead to files and headings that exist', page => {
    const links = nodesOf(textAt(page)).flatMap(({ url }) => url ?? [])
    expect(links.filter(link => !/^https?:/.test(link) && !leads(page, link))).toEqual([])
  })
})

function leads(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(root, target))) return false
  return heading === undefined || statSync(join(root, target)).isDirectory() || headingsOf(target).includes(heading)
}

/** As GitHub names them. */
function headingsOf(page: string): readonly string[] {
  return [...textAt(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  )
}

test('the problems page quotes messages of ours as they are', () => {
  const [, own = ''] = textAt('docs/problems.md').split('\n## Our own\n')
  const quoted = [...own.matchAll(/^\| `([^`]+)` /gm)].flatMap(([, message]) => message!.split('…'))
  const pieces = quoted.map(piece => piece.replaceAll(/^[" ;:#.]+|[" ;:#.]+$/g, '')).filter(piece => piece.length > 4)
  const source = sourceText()
  expect(pieces.length).toBeGreaterThan(10)
  expect(pieces.filter(piece => !source.includes(piece))).toEqual([])
})

function sourceText(): string {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => textAt(`src/${file.replaceAll('\\', '/')}`))
    .join('\n')
}

describe('SECURITY.md', () => {
  const promises = textAt('SECURITY.md')
    .split('\n')
    .filter(line => /^\| (?!promise|---)/.test(line))
    .map(line => [line.split(' | ')[0]!.slice(2), line.split(' | ').at(-1)!] as const)

  test('promises much', () => expect(promises.length).toBeGreaterThan(10))

  test.each(promises)('%s Proved by tests that are there', (_promise, proof) => {
    const tests = [...proof.matchAll(/`(__tests__\/[^`]+)`((?:,? "[^"]+")+)/g)]
    const titles = tests.flatMap(([, path, quoted]) =>
      [...quoted!.matchAll(/"([^"]+)"/g)].map(([, title]) => [path!, title!])
    )
    expect(titles.length).toBeGreaterThan(0)
    expect(titles.filter(([path, title]) => !textAt(path!).includes(title!))).toEqual([])
    expect(proof.match(/__tests__/g)).toHaveLength(tests.length)
  })
})

test.each(['README.md', 'CHANGELOG.md'])('%s counts the rules that there are', page => {
  const ofRules = readdirSync(join(root, 'docs/rules')).filter(file => file !== 'README.md')
  expect(/\b(\d+) rules\b/.exec(textAt(page))?.[1]).toBe(String(ofRules.length))
})
