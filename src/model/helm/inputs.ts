// Everything an Application's Helm source decides about the rendering of its chart.
import { isObject, type Json } from '../../source/json.ts'
import { below, itemsAt, stringBelow, type Located, type Target } from '../manifest.ts'
import { substituted } from './environment.ts'
import { resolvedPath, valueFilesOf, type Asking, type ValueFile, type Wrong } from './value-files.ts'

/** A word that Helm is given, and where it is written. */
export interface Word {
  readonly text: string
  readonly about: Target
}

/** `--set name=value`. */
export interface Parameter {
  readonly name: string
  readonly value: string
  readonly forceString: boolean
  readonly about: Target
}

/** Values written in the Application: a text, or an object. */
export interface InlineValues {
  readonly value: Json
  readonly about: Target
}

/** What `helm template` is called with. */
export interface HelmInputs {
  readonly release: Word
  readonly namespace: Word | undefined
  readonly files: readonly ValueFile[]
  readonly inline: InlineValues | undefined
  /** In the order they are written; the last of a name counts. */
  readonly parameters: readonly Parameter[]
  readonly fileParameters: readonly { readonly name: string; readonly path: string; readonly about: Target }[]
  readonly skipCrds: boolean
  readonly skipTests: boolean
  readonly skipSchemaValidation: boolean
  readonly kubeVersion: string | undefined
  readonly apiVersions: readonly string[]
}

/**
 * The inputs, or why Argo CD could not render.
 * argo-cd: reposerver/repository/repository.go helmTemplate
 */
export function helmInputsOf(asking: Asking): HelmInputs | Wrong {
  const { target } = asking.source
  const files = valueFilesOf(asking)
  if ('wrong' in files) return files
  const parameters = allOr(
    itemsAt(target.manifest, ...target.path, 'helm', 'parameters').map(item => parameterOf(item, asking))
  )
  if ('wrong' in parameters) return parameters
  const fileParameters = allOr(
    itemsAt(target.manifest, ...target.path, 'helm', 'fileParameters').map(item => fileParameterOf(item, asking))
  )
  if ('wrong' in fileParameters) return fileParameters
  const flag = (name: string): boolean => below(target, 'helm', name)?.value === true
  return {
    release: releaseOf(asking),
    namespace: namespaceOf(asking),
    files,
    inline: inlineOf(target),
    parameters,
    fileParameters,
    skipCrds: flag('skipCrds'),
    skipTests: flag('skipTests'),
    skipSchemaValidation: flag('skipSchemaValidation'),
    kubeVersion: textOf(stringBelow(target, 'helm', 'kubeVersion')),
    apiVersions: itemsAt(target.manifest, ...target.path, 'helm', 'apiVersions').flatMap(({ value }) =>
      typeof value === 'string' ? [value] : []
    )
  }
}

function allOr<T extends object>(results: readonly (T | Wrong)[]): readonly T[] | Wrong {
  const wrong = results.find((result): result is Wrong => 'wrong' in result)
  return wrong ?? results.filter((result): result is T => !('wrong' in result))
}

function releaseOf({ application, source }: Asking): Word {
  const written = stringBelow(source.target, 'helm', 'releaseName')
  if (written && written.value !== '') return { text: written.value, about: written }
  return { text: application.name, about: { manifest: application.manifest, path: ['metadata', 'name'] } }
}

function namespaceOf({ application, source }: Asking): Word | undefined {
  const written = stringBelow(source.target, 'helm', 'namespace')
  const found = written && written.value !== '' ? written : application.destination.namespace
  return found && { text: found.value, about: found }
}

/** `valuesObject` beats `values`; they are not merged. */
function inlineOf(target: Target): InlineValues | undefined {
  const object = below(target, 'helm', 'valuesObject')
  if (object && isObject(object.value)) return { value: object.value, about: object }
  const text = stringBelow(target, 'helm', 'values')
  return text && text.value !== '' ? { value: text.value, about: text } : undefined
}

function parameterOf(item: Located, asking: Asking): Parameter | Wrong {
  const name = stringBelow(item, 'name')?.value ?? ''
  const written = stringBelow(item, 'value')
  const result = substituted(written?.value ?? '', asking.application, asking.source)
  if ('unknown' in result) {
    return {
      about: item,
      wrong: `its parameter "${name}" depends on $${result.unknown}, known only when Argo CD deploys`
    }
  }
  const forceString = below(item, 'forceString')?.value === true
  return { name, value: result.text, forceString, about: written ?? item }
}

function fileParameterOf(item: Located, asking: Asking): HelmInputs['fileParameters'][number] | Wrong {
  const name = stringBelow(item, 'name')?.value ?? ''
  const path = stringBelow(item, 'path')
  const found = path ? resolvedPath(path, asking) : { about: item, wrong: `its file parameter "${name}" names no file` }
  if ('wrong' in found) return found
  if (asking.folders.isFile(found.path)) return { name, path: found.path, about: path ?? item }
  return { about: item, wrong: `the file of its parameter "${name}" does not exist (looked for at ${found.path})` }
}

function textOf(located: Located<string> | undefined): string | undefined {
  return located && located.value !== '' ? located.value : undefined
}
