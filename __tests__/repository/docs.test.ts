import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { argumentsOf } from '../../src/inputs/arguments.ts'
import { declared } from '../../src/inputs/declared.ts'
import { inputsOf } from '../../src/inputs/inputs.ts'
import { home } from '../../src/tool.ts'
import { documentsOf } from '../../src/source/yaml.ts'
import { isObject, type Json } from '../../src/source/json.ts'
import { textAt } from './workflow-files.ts'

/** A fenced block of a page. */
interface Block {
  readonly language: string
  readonly text: string
}

const root = resolve(import.meta.dirname, '../..')
const ours = home.replace('https://github.com/', '')

/** Pages that people wrote; those of rules are generated from examples that have tests of their own. */
const pages = [
  ...readdirSync(root).filter(file => file.endsWith('.md')),
  'examples/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map(file => `docs/${file.replaceAll('\\', '/')}`)
    .filter(file => file.endsWith('.md') && !file.startsWith('docs/rules/'))
].sort()

const blocksOf = (page: string): readonly Block[] =>
  [...textAt(page).matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)].map(([, indent, language, text]) => ({
    language: language!,
    text: text!.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
  }))

const allBlocks = (language: string): readonly (readonly [string, string])[] =>
  pages.flatMap(page =>
    blocksOf(page)
      .filter(block => block.language === language)
      .map(({ text }) => [page, text] as const)
  )

describe('YAML', () => {
  test.each(allBlocks('yaml'))('%s: is read as Kubernetes reads it', (_page, text) => {
    const { documents, problems } = documentsOf(text)
    expect({ some: documents.length > 0, problems }).toEqual({ some: true, problems: [] })
  })

  test('gives this action inputs that it has and its mode reads', () => {
    const given = allBlocks('yaml').flatMap(([, text]) =>
      documentsOf(text).documents.flatMap(({ value }) => stepsIn(value))
    )
    expect(given.length).toBeGreaterThan(5)
    expect(given.flatMap(unreadIn)).toEqual([])
  })

  test('of a configuration file is a configuration', () => {
    const files = allBlocks('yaml').filter(([, text]) => text.startsWith('# .github/kasten-multicluster.yaml'))
    expect(files.length).toBeGreaterThan(0)
    const read = files.map(([name, text]) => inputsOf({ mode: 'validate' }, { name, text }))
    expect(read.flatMap(({ warnings }) => warnings)).toEqual([])
  })

  test('names hooks that exist', () => {
    const hooks = textAt('.pre-commit-hooks.yaml')
    const named = pages.flatMap(page => [...textAt(page).matchAll(/\bid: (kasten-multicluster[\w-]*)/g)])
    expect(named.filter(([, id]) => !hooks.includes(`id: ${id}\n`))).toEqual([])
  })
})

/** Values of `with` of the steps that use this action, wherever they are in a document. */
function stepsIn(value: Json): Readonly<Record<string, Json>>[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn)
  if (!isObject(value)) return []
  const own = typeof value['uses'] === 'string' && value['uses'].startsWith(`${ours}@`) ? [value['with']] : []
  return [...own.filter(isObject), ...Object.values(value).flatMap(stepsIn)]
}

function unreadIn(given: Readonly<Record<string, Json>>): readonly string[] {
  const inputs: Readonly<Record<string, { readonly modes: readonly string[] }>> = declared
  return Object.keys(given).filter(name => !inputs[name]?.modes.some(mode => mode === given['mode']))
}

describe('the README', () => {
  test.each(['validate', 'drift', 'onboard'])('shows examples/workflows/%s.yml as it is', name => {
    const shown = blocksOf('README.md').filter(({ language }) => language === 'yaml')
    expect(shown.map(({ text }) => text)).toContain(textAt(`examples/workflows/${name}.yml`))
  })
})

describe('links', () => {
  test.each(pages)('%s: lead to files and headings that exist', page => {
    const prose = textAt(page).replaceAll(/^ *```[\s\S]*?^ *```$/gm, '')
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!)
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

describe('commands', () => {
  const commands = allBlocks('sh').flatMap(([page, text]) =>
    [...text.replaceAll('\\\n', ' ').matchAll(/node dist\/cli\.js (.*)$/gm)].map(
      ([, words]) => [words!.trim(), page] as const
    )
  )

  test.each(commands)('node dist/cli.js %s (%s): says words that the command line knows', words => {
    const asked = argumentsOf(words.match(/"[^"]*"|\S+/g) ?? [])
    if (asked.ask === 'run') expect(inputsOf(asked.given, undefined).warnings).toEqual([])
  })

  test.each([
    ['validate examples/healthy', 0],
    ['validate examples/faulty', 1],
    ['validate examples/faulty --format json', 1],
    ['--help', 0]
  ])('node dist/cli.js %s: ends with %d', (words, status) => {
    expect(commands.map(([each]) => each)).toContain(words)
    const { NO_COLOR: _, ...env } = process.env
    expect(spawnSync(process.execPath, ['dist/cli.js', ...words.split(' ')], { cwd: root, env }).status).toBe(status)
  })

  test.each(allBlocks('sh'))('%s: is written as a shell reads it', (_page, text) => {
    expect(() => execFileSync('bash', ['-n'], { input: text, stdio: ['pipe', 'ignore', 'pipe'] })).not.toThrow()
  })
})

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

test('SECURITY.md names tests that exist', () => {
  const named = [...textAt('SECURITY.md').matchAll(/`(__tests__\/[^`]+)`/g)].map(([, path]) => path!)
  expect(named.filter(path => !existsSync(join(root, path)))).toEqual([])
})
