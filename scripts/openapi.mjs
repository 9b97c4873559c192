// Extracts from GitHub's published OpenAPI description what the loopback GitHub answers for, as JSON Schema.
//
// The package is 385 MB unpacked and never a dependency of this project. To make the extract anew:
//   npm install --prefix /tmp/openapi --ignore-scripts @octokit/openapi@23.0.2
//   node scripts/openapi.mjs /tmp/openapi/node_modules/@octokit/openapi
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const operationIds = [
  'git/create-blob',
  'git/create-commit',
  'git/create-ref',
  'git/create-tree',
  'git/delete-ref',
  'git/get-blob',
  'git/get-commit',
  'git/get-ref',
  'git/get-tree',
  'git/list-matching-refs',
  'git/update-ref',
  'issues/add-assignees',
  'issues/add-labels',
  'issues/create',
  'issues/create-comment',
  'issues/create-label',
  'issues/delete-comment',
  'issues/get',
  'issues/get-comment',
  'issues/get-label',
  'issues/list-comments',
  'issues/list-for-repo',
  'issues/list-labels-for-repo',
  'issues/remove-label',
  'issues/update',
  'issues/update-comment',
  'pulls/create',
  'pulls/get',
  'pulls/list',
  'pulls/list-files',
  'pulls/list-requested-reviewers',
  'pulls/list-reviews',
  'pulls/remove-requested-reviewers',
  'pulls/request-reviewers',
  'pulls/update',
  'repos/compare-commits-with-basehead',
  'repos/get',
  'repos/get-branch',
  'repos/get-content',
  'users/get-authenticated'
]

const silent = new Set([
  'discriminator',
  'description',
  'example',
  'examples',
  'externalDocs',
  'summary',
  'title',
  'deprecated'
])

/** OpenAPI 3.0 says `nullable` beside a schema where JSON Schema has null among its types. */
function schemaOf(node, names) {
  if (Array.isArray(node)) return node.map(each => schemaOf(each, names))
  if (node === null || typeof node !== 'object') return node
  if (typeof node.$ref === 'string') return { $ref: `#/$defs/${named(node.$ref, names)}` }
  const plain = {}
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties') plain[key] = mapped(value, each => schemaOf(each, names))
    else if (!silent.has(key) && key !== 'nullable' && !key.startsWith('x-')) plain[key] = schemaOf(value, names)
  }
  return node.nullable ? { anyOf: [{ type: 'null' }, plain] } : plain
}

const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))

function named(ref, names) {
  const name = ref.split('/').at(-1)
  names.add(name)
  return name
}

function pointed(document, node) {
  return node.$ref
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key], document)
    : node
}

function jsonOf(content) {
  return content?.['application/json']?.schema
}

function operationOf(document, path, method, names) {
  const found = document.paths[path][method]
  const parameters = (found.parameters ?? []).map(each => pointed(document, each)).filter(each => each.in === 'query')
  const body = jsonOf(found.requestBody?.content)
  const successes = Object.entries(found.responses).filter(([status]) => status.startsWith('2'))
  return {
    method: method.toUpperCase(),
    path,
    query: Object.fromEntries(parameters.map(each => [each.name, schemaOf(each.schema, names)])),
    ...(body ? { body: schemaOf(body, names) } : {}),
    responses: Object.fromEntries(
      successes.map(([status, response]) => {
        const schema = jsonOf(pointed(document, response).content)
        return [status, schema ? schemaOf(schema, names) : null]
      })
    )
  }
}

function located(document, id) {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) if (operation.operationId === id) return [path, method]
  }
  throw new Error(`no operation ${id}`)
}

function extract(document, version) {
  const names = new Set()
  const operations = Object.fromEntries(
    operationIds.map(id => [id, operationOf(document, ...located(document, id), names)])
  )
  const schemas = new Map()
  for (const name of names) schemas.set(name, schemaOf(document.components.schemas[name], names))
  const $defs = Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { source: `@octokit/openapi ${version} generated/api.github.com.json`, operations, $defs }
}

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: node scripts/openapi.mjs <folder of @octokit/openapi>')
const document = JSON.parse(readFileSync(join(folder, 'generated/api.github.com.json'), 'utf8'))
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const target = new URL('../__tests__/loopback/github-openapi.json', import.meta.url)
writeFileSync(target, `${JSON.stringify(extract(document, version))}\n`)
