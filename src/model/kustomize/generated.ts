// Where the generators of a kustomization write what they make: the literal, the line of an env file, the file, else the generator's name.
import { isObject, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { startOf, type Place } from '../../source/place.ts'
import { valueAt, type Part } from '../manifest.ts'
import type { Repository } from '../repository.ts'
import { cleaned } from '../source-path.ts'
import { closureOf, type Kustomization } from './kustomization.ts'

/** An entry of a configMapGenerator or secretGenerator. */
export interface Maker {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly name: string
  readonly entry: JsonObject
  readonly path: Path
  readonly kustomization: Kustomization
}

/** The generators of a kustomization and of all it builds on, the outermost first: what is merged over another comes before it. */
export function generatorsOf(top: Kustomization): Maker[] {
  return closureOf(top).flatMap(kustomization => [
    ...entriesOf(kustomization, 'configMapGenerator', 'ConfigMap'),
    ...entriesOf(kustomization, 'secretGenerator', 'Secret')
  ])
}

function entriesOf(kustomization: Kustomization, field: string, kind: Maker['kind']): Maker[] {
  return listOf(kustomization.object[field]).flatMap((entry, index) =>
    isObject(entry) && typeof entry.name === 'string'
      ? [{ kind, name: entry.name, entry, path: [field, index], kustomization }]
      : []
  )
}

/** The generators that made an object, whose name may have grown since. */
export function makersOf(object: JsonObject, generators: readonly Maker[]): Maker[] {
  const made = valueAt(object, ['metadata', 'name'])
  if (typeof made !== 'string') return []
  const named = generators.filter(({ kind, name }) => kind === object.kind && name !== '' && made.includes(name))
  const longest = Math.max(...named.map(({ name }) => name.length))
  return named.filter(({ name }) => name.length === longest)
}

/** Where what stands at a path of a generated object is written; undefined when no generator made it. */
export function generatedPlace(
  makers: readonly Maker[],
  path: Path,
  part: Part,
  repository: Repository
): Place | undefined {
  const [first, second] = path
  if ((first === 'data' || first === 'stringData') && typeof second === 'string') {
    for (const maker of makers) {
      const found = pairPlace(maker, second, repository)
      if (found) return found
    }
  }
  const field = first === 'metadata' && second === 'namespace' ? 'namespace' : first === 'type' ? 'type' : 'name'
  const maker = makers.find(({ entry }) => entry[field] !== undefined) ?? makers[0]
  if (!maker) return undefined
  const written = maker.entry[field] === undefined ? 'name' : field
  return maker.kustomization.origin.locate([...maker.path, written], part)
}

function pairPlace(maker: Maker, key: string, repository: Repository): Place | undefined {
  return literalPlace(maker, key) ?? envPlace(maker, key, repository) ?? filePlace(maker, key)
}

function literalPlace({ entry, path, kustomization }: Maker, key: string): Place | undefined {
  const index = listOf(entry.literals).findIndex(literal => typeof literal === 'string' && keyIn(literal) === key)
  return index < 0 ? undefined : kustomization.origin.locate([...path, 'literals', index], 'value')
}

/** kustomize: api/kv/kv.go: a line is a pair, blanks before it and lines that begin with # do not count. */
function envPlace({ entry, kustomization }: Maker, key: string, { checkout }: Repository): Place | undefined {
  for (const name of [...listOf(entry.envs), entry.env]) {
    const file = fileIn(kustomization, name)
    const content = file === undefined ? undefined : checkout.read(file)
    if (file === undefined || !content || 'refused' in content) continue
    const lines = content.text.split(/\r?\n/)
    const index = lines.findIndex(line => !line.trimStart().startsWith('#') && keyIn(line.trimStart()) === key)
    if (index >= 0) return lineOf(file, index, lines[index]!)
  }
  return undefined
}

function lineOf(file: string, index: number, text: string): Place {
  const column = text.length - text.trimStart().length + 1
  return { file, line: index + 1, column, endLine: index + 1, endColumn: text.trimEnd().length + 1 }
}

/** `key=path`, or a path whose last part is the key. */
function filePlace({ entry, kustomization }: Maker, key: string): Place | undefined {
  for (const written of listOf(entry.files)) {
    if (typeof written !== 'string') continue
    const path = written.includes('=') ? written.slice(written.indexOf('=') + 1) : written
    const made = written.includes('=') ? keyIn(written) : path.slice(path.lastIndexOf('/') + 1)
    const file = made === key ? fileIn(kustomization, path) : undefined
    if (file !== undefined) return startOf(file)
  }
  return undefined
}

function keyIn(pair: string): string {
  return pair.split('=', 1)[0]!.trim()
}

function fileIn({ folder }: Kustomization, name: Json | undefined): string | undefined {
  if (typeof name !== 'string' || name === '') return undefined
  return cleaned(folder === '' ? name : `${folder}/${name}`)
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}
