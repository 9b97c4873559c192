// The document of a YAML file that holds one: a chart's description, values, a kustomization.
import type { Json } from '../source/json.ts'
import { documentsOf } from '../source/yaml.ts'
import type { Origin } from './manifest.ts'
import { originOf, type Repository } from './repository.ts'

/** What the file says, and the way back to its text. */
export interface ReadDocument {
  readonly value: Json
  readonly origin: Origin
}

/** The only document of a YAML file; undefined when there is another number of them, or something is wrong. */
export function documentAt(path: string, repository: Repository): ReadDocument | undefined {
  const content = repository.checkout.read(path)
  if ('refused' in content) return undefined
  const { documents, problems } = documentsOf(content.text)
  if (problems.length > 0 || documents.length > 1) return undefined
  const document = documents[0] ?? { value: {}, index: 0, start: 0, end: content.text.length }
  return { value: document.value, origin: originOf(path, content.text, document) }
}
