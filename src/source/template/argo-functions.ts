// The functions Argo CD adds to sprig's (applicationset/utils/template_functions.go, SlugifyName in utils.go).
import { documentsOf } from '../yaml.ts'
import { type GoFunction, fixed, smallInt, variadic } from './go-call.ts'
import { lowered, trimmedOf } from './go-text.ts'
import { decoded, GoInt, GoList, GoMap, type GoValue, typeName } from './go-value.ts'
import { yamlText } from './go-yaml.ts'
import { failure, unsupported } from './rendered.ts'

/** Names to functions. */
export const argoFunctions: Readonly<Record<string, GoFunction>> = {
  normalize: fixed(['string'], (_, name) => normalized(name)),
  slugify: variadic([], 'any', (_, args) => slugified(args)),
  toYaml: fixed(['any'], (run, value) => yamlText(run, value)),
  fromYaml: fixed(['string'], (_, text) => fromYaml(text, GoMap)),
  fromYamlArray: fixed(['string'], (_, text) => fromYaml(text, GoList))
}

/**
 * Argo CD's SanitizeName, `normalize` in templates and `nameNormalized` in cluster parameters: lower case, everything
 * but `a-z 0-9 - .` a dash, at most 253 long, no dash or dot at the ends.
 */
export function normalized(name: string): string {
  const dashed = lowered(name).replace(/[^-a-z0-9.]/gu, '-')
  return trimmedOf(dashed.slice(0, 253), '-.')
}

function slugified(args: readonly GoValue[]): string {
  const [first, second] = args.slice(0, -1)
  const name = args.length === 0 ? '' : args.at(-1)
  if (typeof name !== 'string') throw failure(`slugify: ${typeName(name)} is no string`)
  if (first !== undefined && !(first instanceof GoInt && first.type === 'int'))
    throw failure('slugify: the length is no int')
  if (second !== undefined && typeof second !== 'boolean') throw failure('slugify: the second argument is no bool')
  return slug(normalized(name), first === undefined ? 50 : smallInt(first), second ?? true)
}

// github.com/gosimple/slug on what is already lower-case ASCII.
function slug(name: string, most: number, isSmart: boolean): string {
  if (!isSmart && most < 0) throw failure('slugify: slice bounds out of range')
  const cut = !isSmart && name.length >= most ? name.slice(0, most) : name
  const dashed = trimmedOf(cut.replace(/[^a-z0-9_-]/g, '-').replace(/-+/g, '-'), '-_')
  if (!isSmart || most <= 0 || dashed.length <= most) return dashed
  const dash = dashed.lastIndexOf('-', most)
  return dashed.slice(0, dash < 0 ? most : dash)
}

function fromYaml(text: string, type: typeof GoMap | typeof GoList): GoValue {
  const { documents, problems, needsFallback } = documentsOf(text)
  if (needsFallback || documents.length > 1) throw unsupported('so unusual a YAML text is not supported in fromYaml')
  if (problems.some(problem => problem.kind !== 'duplicate-key')) throw failure('fromYaml: a text is no YAML')
  const value = documents[0]?.value ?? null
  if (value === null) return type === GoMap ? new GoMap(new Map()) : new GoList([], 'any', undefined, true)
  const result = decoded(value)
  if (!(result instanceof type)) throw failure('fromYaml: a text holds another type')
  return result
}
