// Writes src/model/schema/upstream.generated.ts from the CRDs of Argo CD and External Secrets Operator:
//   node scripts/schemas.mjs --argo-cd <clone> --external-secrets <clone>
// Each clone (a work tree or a git directory) must hold the commit pinned below.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { load } from 'js-yaml'

const upstreams = [
  {
    name: 'Argo CD',
    repository: 'argoproj/argo-cd',
    version: '3.6.0-dev',
    commit: '37ee0097cf851bc2dd7665fc081bbce61a7e836e',
    files: ['application', 'appproject', 'applicationset'].map(kind => `manifests/crds/${kind}-crd.yaml`)
  },
  {
    name: 'External Secrets Operator',
    repository: 'external-secrets/external-secrets',
    version: '2.9.0',
    commit: 'cc5bfbc2234ace9cb0caff4ea89c435cf517b27b',
    files: ['externalsecrets', 'pushsecrets', 'secretstores', 'clustersecretstores'].map(
      kind => `config/crds/bases/external-secrets.io_${kind}.yaml`
    )
  }
]
const clones = parseArgs({ options: { 'argo-cd': { type: 'string' }, 'external-secrets': { type: 'string' } } }).values
const target = new URL('../src/model/schema/upstream.generated.ts', import.meta.url)

const crdsOf = ({ repository, commit, files }) => {
  const clone = clones[repository.split('/')[1]]
  if (!clone) throw new Error(`say where the clone of ${repository} is`)
  const show = file => execFileSync('git', ['-C', clone, 'show', `${commit}:${file}`], { maxBuffer: 2 ** 27 })
  return files.map(file => load(show(file).toString()))
}

/** Every version of a CRD as [`<apiVersion>/<kind>`, trimmed schema]. */
const kindsOf = ({ spec }) =>
  spec.versions.map(({ name, schema }) => {
    const kind = trimmed(schema.openAPIV3Schema)
    Object.assign(kind.properties, { apiVersion: 'string', kind: 'string', metadata: 'ObjectMeta' })
    if (kind.properties.status) kind.properties.status = 'any'
    if (spec.names.kind.endsWith('SecretStore')) openProviders(kind)
    return [`${spec.group}/${name}/${spec.names.kind}`, kind]
  })

/** Keeps Azure Key Vault strict and leaves what other providers say to them. */
const openProviders = store => {
  const providers = store.properties.spec.properties.provider.properties
  for (const name of Object.keys(providers)) if (name !== 'azurekv') providers[name] = 'any'
}

const trimmed = crd => {
  if (crd['x-kubernetes-int-or-string']) return 'intOrString'
  if (!crd.type) {
    if (crd['x-kubernetes-preserve-unknown-fields']) return 'any'
    throw new Error(`a schema without a type: ${JSON.stringify(crd).slice(0, 200)}`)
  }
  const written = { type: crd.type, ...partsOf(crd), ...boundsOf(crd) }
  if (crd.enum) written.enum = crd.enum
  if (crd.pattern) written.pattern = crd.pattern
  return Object.keys(written).length === 1 && crd.type !== 'object' ? crd.type : written
}

const partsOf = crd => {
  if (crd.type === 'array') return { items: trimmed(crd.items) }
  if (crd.type !== 'object') return {}
  const properties = Object.entries(crd.properties ?? {}).map(([key, part]) => [key, trimmed(part)])
  const required = (crd.required ?? []).filter(key => crd.properties[key].default === undefined)
  return {
    ...(required.length && { required }),
    ...(properties.length && { properties: Object.fromEntries(properties) }),
    ...valuesOf(crd)
  }
}

/** What other keys may hold; an object that describes nothing is open. */
const valuesOf = ({ properties, additionalProperties, ...crd }) => {
  if (additionalProperties && additionalProperties !== true) return { values: trimmed(additionalProperties) }
  return crd['x-kubernetes-preserve-unknown-fields'] || additionalProperties || !properties ? { values: 'any' } : {}
}

const boundsOf = crd => {
  const min = crd.minimum ?? crd.minLength ?? crd.minItems ?? crd.minProperties
  const max = crd.maximum ?? crd.maxLength ?? crd.maxItems ?? crd.maxProperties
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

/** The kinds as definitions in which whatever occurs more than once stands once, named after its first place:
 * `v1.SecretStore.spec.conditions`. Only the names of kinds hold a slash. */
const definitionsOf = kinds => {
  const uses = new Map()
  for (const [, kind] of kinds) countUses(kind, uses)
  const definitions = new Map()
  for (const [name, kind] of kinds) {
    const [, version, kindName] = name.split('/')
    definitions.set(name, withParts(kind, `${version}.${kindName}`, uses, definitions))
  }
  return Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const countUses = (part, uses) => {
  if (typeof part === 'string') return
  const text = JSON.stringify(part)
  uses.set(text, { count: (uses.get(text)?.count ?? 0) + 1, name: undefined })
  if (uses.get(text).count > 1) return
  for (const child of [...Object.values(part.properties ?? {}), part.values, part.items])
    if (child) countUses(child, uses)
}

const shared = (part, place, uses, definitions) => {
  if (typeof part === 'string') return part
  const use = uses.get(JSON.stringify(part))
  if (use.count === 1) return withParts(part, place, uses, definitions)
  if (!use.name) {
    use.name = place
    definitions.set(place, withParts(part, place, uses, definitions))
  }
  return use.name
}

const withParts = (part, place, uses, definitions) => {
  const at = (child, suffix) => shared(child, place + suffix, uses, definitions)
  const properties = Object.entries(part.properties ?? {}).map(([key, child]) => [key, at(child, `.${key}`)])
  return {
    ...part,
    ...(part.properties && { properties: Object.fromEntries(properties) }),
    ...(part.values && { values: at(part.values, '{}') }),
    ...(part.items && { items: at(part.items, '[]') })
  }
}

const definitions = definitionsOf(upstreams.flatMap(upstream => crdsOf(upstream).flatMap(kindsOf)))
const made = upstreams.map(({ name, repository, version, commit }) => ({ name, repository, version, commit }))
const digest = createHash('sha256')
  .update(JSON.stringify([made, definitions]))
  .digest('hex')
writeFileSync(
  target,
  `// Schemas generated from the upstream CRDs by scripts/schemas.mjs: change that, never this.
import type { Definitions } from './written.ts'

/** Where the definitions come from. */
export const upstreams = ${JSON.stringify(made)} as const

/** SHA-256 of \`upstreams\` and the definitions, as JSON, when they were generated. */
export const upstreamDigest = '${digest}'

/** The definitions, built when called so that a run that judges nothing pays nothing. */
export const upstreamDefinitions = (): Definitions => (${JSON.stringify(definitions)})
`
)
execFileSync('npx', ['oxfmt', target.pathname], { stdio: 'inherit' })
