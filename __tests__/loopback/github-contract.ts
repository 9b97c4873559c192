// Holds requests and replies against GitHub's published OpenAPI description, extracted once by scripts/openapi.mjs.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import type { AnySchemaObject, ValidateFunction } from 'ajv'
import formats from 'ajv-formats'

/** One operation of the API: its path template, and the JSON Schemas of its query, request and successes. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, AnySchemaObject>>
  readonly body?: AnySchemaObject
  /** By status; null where there is no content. */
  readonly responses: Readonly<Record<string, AnySchemaObject | null>>
}

interface Description {
  readonly operations: Readonly<Record<string, Operation>>
  readonly $defs: Readonly<Record<string, AnySchemaObject>>
}

/** The description as a judge: each method returns what is wrong, in words, nothing when all is well. */
export interface Contract {
  readonly operations: Readonly<Record<string, Operation>>
  readonly ofRequest: (id: string, query: URLSearchParams, body: unknown) => string[]
  readonly ofReply: (id: string, status: number, body: unknown) => string[]
}

let contract: Contract | undefined

/** Read and compiled once for all worlds of a process. */
export function readContract(): Contract {
  contract ??= newContract()
  return contract
}

function newContract(): Contract {
  const file = new URL('github-openapi.json', import.meta.url)
  const { operations, $defs }: Description = JSON.parse(readFileSync(file, 'utf8'))
  const faults = judgeOf($defs)
  return {
    operations,
    ofRequest(id, query, body) {
      const operation = operations[id]
      if (!operation) return [`${id}: not in the contract`]
      const inQuery = queryFaults(id, operation, query, faults)
      if (!operation.body) return body === undefined ? inQuery : [...inQuery, `${id}: takes no body`]
      return [...inQuery, ...(body === undefined ? [] : faults(`${id} request`, closed(operation.body), body))]
    },
    ofReply(id, status, body) {
      const schema = operations[id]?.responses[String(status)]
      if (schema === undefined) return [`${id}: status ${status} is not in the contract`]
      if (schema === null) return body === undefined ? [] : [`${id}: status ${status} has no content`]
      return faults(`${id} ${status}`, schema, body)
    }
  }
}

type Judge = (what: string, schema: AnySchemaObject, value: unknown) => string[]

/** Compiles a schema when it is first needed; most tests need few of them. */
function judgeOf($defs: Description['$defs']): Judge {
  const ajv = new Ajv({ strict: false, formats: { timestamp: true, 'repo.nwo': true } })
  formats.default(ajv)
  const compiled = new Map<string, ValidateFunction>()
  return (what, schema, value) => {
    const validate = compiled.get(what) ?? ajv.compile({ ...schema, $defs })
    compiled.set(what, validate)
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${what}: ${instancePath || 'it'} ${message}`)
  }
}

/** GitHub ignores what it does not know; our own requests must not carry a misspelt property. */
function closed(body: AnySchemaObject): AnySchemaObject {
  return 'properties' in body ? { additionalProperties: false, ...body } : body
}

function queryFaults(id: string, { query: known }: Operation, query: URLSearchParams, faults: Judge): string[] {
  return [...query].flatMap(([name, value]) => {
    const schema = known[name]
    if (!schema) return [`${id}: unknown query parameter ${name}`]
    const isNumber = schema['type'] === 'integer' && /^\d+$/.test(value)
    const isTruth = schema['type'] === 'boolean' && /^(?:true|false)$/.test(value)
    return faults(`${id} ?${name}`, schema, isNumber ? Number(value) : isTruth ? value === 'true' : value)
  })
}
