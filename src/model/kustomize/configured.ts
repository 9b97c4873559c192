// A kustomization with what the Application says on top of it, as Argo CD edits the file before building.
import { isObject, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { below, placeOf, valueAt, type Origin, type Target } from '../manifest.ts'
import type { Application, ApplicationSource } from '../application.ts'
import { substituted } from '../helm/environment.ts'
import type { Kustomization } from './kustomization.ts'

/**
 * The kustomization as edited; the same when the source says nothing. Images and replicas are left out: no object
 * of a fleet has any. argo-cd: util/kustomize/kustomize.go Build
 */
export function configured(
  kustomization: Kustomization,
  application: Application,
  source: ApplicationSource
): Kustomization {
  const options = below(source.target, 'kustomize')
  if (!options || !isObject(options.value)) return kustomization
  const given = options.value
  const object: JsonObject = { ...kustomization.object }
  for (const field of ['namePrefix', 'nameSuffix', 'namespace']) {
    if (typeof given[field] === 'string' && given[field] !== '') object[field] = given[field]
  }
  if (Array.isArray(given.patches) && given.patches.length > 0) {
    object.patches = [...listOf(object.patches), ...given.patches]
  }
  addLabels(object, given, text => textWith(text, application, source))
  if (isObject(given.commonAnnotations)) {
    const pairs =
      given.commonAnnotationsEnvsubst === true
        ? substitutedIn(given.commonAnnotations, application, source)
        : given.commonAnnotations
    object.commonAnnotations = { ...objectOf(object.commonAnnotations), ...pairs }
  }
  return { ...kustomization, object, origin: originWith(kustomization, options) }
}

function addLabels(object: JsonObject, given: JsonObject, text: (value: Json) => Json): void {
  if (!isObject(given.commonLabels)) return
  const pairs = Object.fromEntries(Object.entries(given.commonLabels).map(([key, value]) => [key, text(value)]))
  if (given.labelWithoutSelector !== true) object.commonLabels = { ...objectOf(object.commonLabels), ...pairs }
  else object.labels = [...listOf(object.labels), { pairs, includeTemplates: given.labelIncludeTemplates === true }]
}

function substitutedIn(pairs: JsonObject, application: Application, source: ApplicationSource): JsonObject {
  return Object.fromEntries(Object.entries(pairs).map(([key, value]) => [key, textWith(value, application, source)]))
}

/** A label with its variables; one that only Argo CD knows stays as it is written, since no rule reads labels. */
function textWith(value: Json, application: Application, source: ApplicationSource): Json {
  const result = typeof value === 'string' ? substituted(value, application, source) : undefined
  return result && 'text' in result ? result.text : value
}

/** What the Application says is found there. */
function originWith({ origin }: Kustomization, options: Target & { readonly value: Json }): Origin {
  return {
    file: origin.file,
    locate: (path: Path, part) =>
      valueAt(options.value, path) === undefined || Array.isArray(valueAt(options.value, path.slice(0, 1)))
        ? origin.locate(path, part)
        : placeOf({ ...options, path: [...options.path, ...path], part })
  }
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}
