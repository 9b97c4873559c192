// The layers of values that an Application gives to a chart, weakest first, each with the way back to its text.
import { isObject, type JsonObject, type Path } from '../../source/json.ts'
import { documentsOf, spanOf } from '../../source/yaml.ts'
import { placeOf, type Part } from '../manifest.ts'
import { documentAt } from '../document-at.ts'
import { insideBlock } from '../inside-block.ts'
import type { Repository } from '../repository.ts'
import type { HelmInputs, InlineValues, Parameter } from './inputs.ts'
import { nested, pathOfParameter, typedValue, type ValuesLayer } from './values.ts'

/** All layers; undefined when one of them can only be read by Helm. `files` remembers files that many Applications share. */
export function layersOf(
  inputs: HelmInputs,
  repository: Repository,
  files: Map<string, ValuesLayer | undefined>
): readonly ValuesLayer[] | undefined {
  const ofFiles = inputs.files.map(({ path }) => {
    if (!files.has(path)) files.set(path, fileLayer(path, repository))
    return files.get(path)
  })
  const inline = inputs.inline ? [inlineLayer(inputs.inline, repository)] : []
  const strings = inputs.parameters.filter(({ forceString }) => forceString)
  const typed = inputs.parameters.filter(({ forceString }) => !forceString)
  const parameters = [...typed, ...strings].map(parameterLayer)
  const ofContents = inputs.fileParameters.map(({ name, path, about }) => {
    const content = repository.checkout.read(path)
    return 'text' in content ? parameterLayer({ name, value: content.text, forceString: true, about }) : undefined
  })
  const layers = [...ofFiles, ...inline, ...parameters, ...ofContents]
  return layers.every(layer => layer !== undefined) ? layers : undefined
}

function fileLayer(path: string, repository: Repository): ValuesLayer | undefined {
  const document = documentAt(path, repository)
  if (!document || !isObject(document.value)) return undefined
  return { values: document.value, isOpen: true, locate: (at, part) => document.origin.locate(at, part) }
}

function inlineLayer({ value, about }: InlineValues, repository: Repository): ValuesLayer | undefined {
  if (isObject(value)) {
    return {
      values: value,
      isOpen: true,
      locate: (path, part) => placeOf({ ...about, path: [...about.path, ...path], part })
    }
  }
  const text = typeof value === 'string' ? value : ''
  const { documents, problems } = documentsOf(text)
  const document = documents[0] ?? { value: {}, index: 0, start: 0, end: 0 }
  if (problems.length > 0 || documents.length > 1 || !isObject(document.value)) return undefined
  return {
    values: document.value,
    isOpen: true,
    locate(path, part) {
      const block = placeOf(about)
      const span = spanOf(text, document, path, part)
      return span ? insideBlock(block, text, span, repository) : block
    }
  }
}

function parameterLayer({ name, value, forceString, about }: Parameter): ValuesLayer | undefined {
  const path = pathOfParameter(name)
  const typed = forceString ? plainText(value) : typedValue(value)
  if (!path || typed === undefined) return undefined
  const values: JsonObject = nested(path, typed)
  return { values, isOpen: false, locate: (_path: Path, _part: Part) => placeOf(about) }
}

function plainText(value: string): string | undefined {
  return /[\\{}]/.test(value) ? undefined : value
}
