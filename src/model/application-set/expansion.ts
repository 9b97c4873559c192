// The Applications that an ApplicationSet generates, as its controller would make them from this checkout.
import { isObject, setKey, type JsonObject, type Path } from '../../source/json.ts'
import { manifestOf, valueAt, type Manifest } from '../manifest.ts'
import { mostSets, within, type Expanding, type ExpansionContext, type GlobWarning } from './context.ts'
import { GeneratedOrigin, type Template } from './generated-origin.ts'
import { textOrRefusal, type Generator } from './generator.ts'
import { isEmptySet, languageOf } from './language.ts'
import type { Place } from '../../source/place.ts'
import { copied, mapOr, type ParamSet } from './params.ts'
import { failing, NotExpandedError, unknowable, type NotExpanded } from './refusal.ts'
import { renderedJson } from './rendered-json.ts'
import { filled } from './template-fill.ts'
import { patched, patchOf } from './template-patch.ts'
import { kindsOf, setsOf, type GeneratorKind } from './transform.ts'

/** What the controller finds wrong with a generated Application, which it then does not create. */
export interface ExpansionTrouble {
  readonly problem: 'no-name' | 'same-name'
  readonly application: Manifest
  /** The one that has the name already. */
  readonly first?: Manifest
}

/** What an ApplicationSet comes to. */
export interface Expansion {
  readonly applicationSet: Manifest
  /** Each with a name of its own, in the order generated. */
  readonly applications: readonly Manifest[]
  /** What gives no Applications here. */
  readonly notExpanded: readonly NotExpanded[]
  readonly troubles: readonly ExpansionTrouble[]
  readonly warnings: readonly GlobWarning[]
}

/**
 * Expands an ApplicationSet. argo-cd: applicationset/controllers/template/template.go GenerateApplications
 * @param namespace where it lives, and so its Applications
 */
export function expansionOf(applicationSet: Manifest, namespace: string, context: ExpansionContext): Expansion {
  const notExpanded = new Map<string, NotExpanded>()
  const generated: Manifest[] = []
  const warnings: Expanding['warnings'] = new Map()
  attempt(notExpanded, () => {
    const language = languageOf(applicationSet)
    const expanding: Expanding = { context, applicationSet, language, warnings, budget: mostSets }
    for (const [generator, kind] of generatorsOf(expanding)) {
      attempt(notExpanded, () => generateInto(generated, notExpanded, generator, kind, namespace, expanding))
    }
  })
  return {
    applicationSet,
    ...validated(generated),
    notExpanded: [...notExpanded.values()],
    warnings: [...warnings.values()]
  }
}

/** Keeps what is refused, each reason once for each place, with the first set of parameters that it is refused for. */
function attempt(notExpanded: Map<string, NotExpanded>, work: () => void, set?: ParamSet): void {
  try {
    work()
  } catch (refusal) {
    if (!(refusal instanceof NotExpandedError)) throw refusal
    const { about, reason, fails } = refusal
    const key = `${about.path.join('/')} ${reason}`
    if (!notExpanded.has(key)) notExpanded.set(key, { about, reason, fails, element: set && placeOf(set) })
  }
}

/** Where a set is written, by the first of its parameters that is written anywhere. */
function placeOf(set: ParamSet): Place | undefined {
  for (const name of Object.keys(set.params)) {
    const trace = set.traceOf([name])
    if (trace) return trace.origin.locate(trace.path, 'key')
  }
  return undefined
}

function generatorsOf(expanding: Expanding): [Generator, GeneratorKind | undefined][] {
  const path: Path = ['spec', 'generators']
  const generators = valueAt(expanding.applicationSet.object, path)
  return (Array.isArray(generators) ? generators : []).flatMap((value, index) => {
    const generator = { value: isObject(value) ? value : {}, path: [...path, index], renderedWith: undefined }
    const kinds = kindsOf(generator.value)
    return (kinds.length === 0 ? [undefined] : kinds).map((kind): [Generator, GeneratorKind | undefined] => [
      generator,
      kind
    ])
  })
}

function generateInto(
  generated: Manifest[],
  notExpanded: Map<string, NotExpanded>,
  generator: Generator,
  kind: GeneratorKind | undefined,
  namespace: string,
  expanding: Expanding
): void {
  if (!kind)
    throw unknowable(within(expanding, generator.path), 'one of its generators is of no kind that Argo CD knows')
  const sets = setsOf(kind, generator, 0, expanding)
  const template = templateOf(generator, kind, expanding)
  for (const set of sets) {
    attempt(notExpanded, () => generated.push(applicationFrom(template, set, namespace, expanding)), set)
    set.forget()
  }
}

/** What the ApplicationSet's template says, unless the generator's own says otherwise. */
function templateOf(generator: Generator, kind: GeneratorKind, { applicationSet, language }: Expanding): Template {
  const shared = mapOr(valueAt(applicationSet.object, ['spec', 'template']))
  const own = mapOr(generator.value[kind]).template
  const patch = valueAt(applicationSet.object, ['spec', 'templatePatch'])
  return {
    applicationSet,
    language,
    value: isObject(own) ? filled(own, shared) : shared,
    own: isObject(own) ? [...generator.path, kind, 'template'] : undefined,
    patch: typeof patch === 'string' ? patch : undefined
  }
}

function applicationFrom(template: Template, set: ParamSet, namespace: string, expanding: Expanding): Manifest {
  const rendered = renderedTemplate(template, set, expanding)
  const metadata = mapOr(rendered.metadata)
  const application: JsonObject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: isEmptySet(set) ? metadata : withFinalizers(metadata, expanding),
    spec: mapOr(rendered.spec)
  }
  const object = template.patch === undefined ? application : withPatch(application, template.patch, set, expanding)
  const named = { ...object, metadata: { ...mapOr(object.metadata), namespace } }
  return manifestOf(named, new GeneratedOrigin(template, set))!
}

/** Without any parameters Argo CD leaves the template as it is written. */
function renderedTemplate({ value, own }: Template, set: ParamSet, expanding: Expanding): JsonObject {
  if (isEmptySet(set)) return value
  const { language } = expanding
  const base = (path: Path): Path =>
    own && valueAt(expanding.applicationSet.object, [...own, ...path]) !== undefined ? own : ['spec', 'template']
  const render = (text: string, path: Path): string => {
    const outcome = language.render(text, set)
    return outcome.ok ? outcome.text : textOrRefusal(outcome, [...base(path), ...path], expanding)
  }
  return mapOr(renderedJson(value, render))
}

const cascade = 'resources-finalizer.argocd.argoproj.io'

/** Deleting a generated Application deletes what it deployed, unless the ApplicationSet says otherwise. */
function withFinalizers(metadata: JsonObject, { applicationSet }: Expanding): JsonObject {
  const preserves = valueAt(applicationSet.object, ['spec', 'syncPolicy', 'preserveResourcesOnDeletion']) === true
  const own = metadata.finalizers
  if (preserves || (Array.isArray(own) && own.length > 0)) return metadata
  const result = copied(metadata)
  setKey(result, 'finalizers', [cascade])
  return result
}

function withPatch(application: JsonObject, text: string, set: ParamSet, expanding: Expanding): JsonObject {
  const path: Path = ['spec', 'templatePatch']
  const patch = patchOf(textOrRefusal(expanding.language.render(text, set), path, expanding))
  const result = 'refused' in patch ? patch : patched(application, patch.object)
  if ('object' in result) return result.object
  const about = within(expanding, path)
  throw result.fails ? failing(about, result.refused) : unknowable(about, result.refused)
}

/** Argo CD creates neither an Application without a name nor two with one. argo-cd: applicationset_controller.go validateGeneratedApplications */
function validated(generated: readonly Manifest[]): Pick<Expansion, 'applications' | 'troubles'> {
  const byName = new Map<string, Manifest>()
  const troubles: ExpansionTrouble[] = []
  for (const application of generated) {
    const first = byName.get(application.name)
    if (application.name === '') troubles.push({ problem: 'no-name', application })
    else if (first) troubles.push({ problem: 'same-name', application, first })
    else byName.set(application.name, application)
  }
  return { applications: [...byName.values()], troubles }
}
