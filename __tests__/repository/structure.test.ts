import { describe, expect, test } from '@jest/globals'
import { sourceFiles } from './source-files.ts'

const files = sourceFiles()

/** Top to bottom: a file imports from its own room and from floors below. Rooms on one floor do not see each other. */
const floors = [
  ['door'],
  ['modes', 'adapters'],
  ['inputs', 'ports'],
  ['report', 'change'],
  ['rules'],
  ['model'],
  ['source']
]

/** But for these two, which have types of each other: what a user said is part of a mode's world, and a wrong input is a trouble. */
const openFloor = new Set(['inputs', 'ports'])

/** Says what the tool is called, and imports nothing: every room may read it. */
const cellar = 'tool.ts'

const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : 'door')
const floorOf = (room: string): number => floors.findIndex(rooms => rooms.includes(room))
const sees = (room: string, other: string): boolean =>
  room === other || floorOf(other) > floorOf(room) || (openFloor.has(room) && openFloor.has(other))

/** Files that ask for a second room and have none yet; `declared.ts` is a table, a line or two for each input. */
const longYet = new Set(['inputs/declared.ts', 'model/delivery.ts'])

/** Exports whose name says it all so far. New ones are documented; this list only shrinks. */
const silentYet = new Set(['change/recipes/manifests.ts: SecondaryValues', 'modes/onboard.ts: branchPrefix'])

describe('the rooms', () => {
  test('every file is in one of them', () => {
    expect(files.filter(({ path }) => floorOf(roomOf(path)) < 0).map(({ path }) => path)).toEqual([])
  })

  test('stairs lead down only, and neighbours do not see each other', () => {
    const climbing = files.flatMap(({ path, imports }) =>
      imports.filter(to => to !== cellar && !sees(roomOf(path), roomOf(to))).map(to => `${path} → ${to}`)
    )
    expect(climbing).toEqual([])
  })

  test('imports lead to files that exist', () => {
    const known = new Set(files.map(({ path }) => path))
    const lost = files.flatMap(({ path, imports }) => imports.filter(to => !known.has(to)).map(to => `${path} → ${to}`))
    expect(lost).toEqual([])
  })

  test('no file needs itself on the way round', () => {
    expect(circleOf(new Map(files.map(({ path, needs }) => [path, needs])))).toEqual([])
  })
})

describe('every file', () => {
  test('begins with one sentence that says what it is', () => {
    const bare = files.filter(({ text }) => !/^(?:#!.*\n)?\/\/ \S.*[^,]\n/.test(text))
    expect(bare.map(({ path }) => path)).toEqual([])
  })

  test('is no drawer for odds and ends', () => {
    const drawers = files.filter(({ path }) =>
      /(?:^|\/)(?:utils?|helpers?|common|managers?|misc)(?:\/|\.ts$)/.test(path)
    )
    expect(drawers.map(({ path }) => path)).toEqual([])
  })

  test('does nothing when it is imported, but for the front doors', () => {
    const doing = files.filter(
      ({ path, text }) =>
        !frontDoors.has(path) && /^(?:await |if |for |try |[a-z]\w*(?:\.\w+)*\()/m.test(withoutTemplates(text))
    )
    expect(doing.map(({ path }) => path)).toEqual([])
  })

  test('leaves the clock and the environment to the doors, and to adapters that talk to a program or a service', () => {
    const asks =
      /\bprocess\.(?:env|cwd|argv|exit|std\w+)\b|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/
    const asking = files.filter(({ path, text }) => !['door', 'adapters'].includes(roomOf(path)) && asks.test(text))
    expect(asking.map(({ path }) => path)).toEqual([])
  })

  test('is short', () => {
    const long = files.filter(
      ({ path, text }) => !isGenerated(path) && !longYet.has(path) && linesOf(text) > lineLimit(path)
    )
    expect(long.map(({ path, text }) => `${path}: ${linesOf(text)}`)).toEqual([])
  })

  test('says of each thing it exports what it is', () => {
    const silent = files
      .filter(({ path }) => !isRule(path))
      .flatMap(({ path, text }) => undocumented(text).map(name => `${path}: ${name}`))
    expect(silent.filter(name => !silentYet.has(name))).toEqual([])
  })
})

const frontDoors = new Set(['main.ts', 'cli.ts'])

/** Examples of rules and the like are texts, not statements. */
const withoutTemplates = (text: string): string => text.replace(/`(?:\\.|[^`\\])*`/gs, '``')

const linesOf = (text: string): number => text.trimEnd().split('\n').length

const isGenerated = (path: string): boolean => path.endsWith('.generated.ts')

/** A rule documents itself, and carries its examples, which are its tests and its page. */
const isRule = (path: string): boolean => /^rules\/[^/]+\//.test(path)
const lineLimit = (path: string): number => (isRule(path) ? 300 : 200)

/** Names of exports that no doc comment stands above. A type beside its value shares the comment. */
function undocumented(text: string): readonly string[] {
  const lines = text.split('\n')
  const names = lines.flatMap((line, index) => {
    const name = /^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/.exec(line)?.[1]
    return name === undefined || (lines[index - 1] ?? '').trimEnd().endsWith('*/')
      ? []
      : [{ name, above: lines[index - 1] ?? '' }]
  })
  return names.filter(({ above }) => !/^(?:export )/.test(above)).map(({ name }) => name)
}

/** One circle, as the files along it; empty when there is none. */
function circleOf(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>()
  const walk = (path: string, way: readonly string[]): readonly string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path]
    if (done.has(path)) return []
    for (const next of graph.get(path) ?? []) {
      const circle = walk(next, [...way, path])
      if (circle.length > 0) return circle
    }
    done.add(path)
    return []
  }
  return [...graph.keys()].map(path => walk(path, [])).find(circle => circle.length > 0) ?? []
}
