// The template language of one ApplicationSet, with every template read once.
import { isObject, type JsonObject, type Path } from '../../source/json.ts'
import { renderFast } from '../../source/template/fasttemplate.ts'
import { goTemplateOf, type GoTemplate, type GoTemplateOptions } from '../../source/template/go-template.ts'
import type { Rendered } from '../../source/template/rendered.ts'
import { valueAt, type Manifest } from '../manifest.ts'
import type { ParamSet } from './params.ts'
import { failing } from './refusal.ts'

type MissingKey = NonNullable<GoTemplateOptions['missingKey']>

/** Renders the texts of an ApplicationSet. */
export interface Language {
  readonly go: boolean
  readonly missingKey: MissingKey
  /** @param missingKey instead of the ApplicationSet's own */
  render(text: string, params: ParamSet, missingKey?: MissingKey): Rendered
}

const missingKeys: readonly MissingKey[] = ['default', 'invalid', 'zero', 'error']

/** The language that `goTemplate` and `goTemplateOptions` choose. */
export function languageOf(applicationSet: Manifest): Language {
  if (valueAt(applicationSet.object, ['spec', 'goTemplate']) !== true) {
    return { go: false, missingKey: 'default', render: (text, params) => renderFast(text, params.strings()) }
  }
  const own = missingKeyOf(applicationSet)
  const templates = new Map<string, GoTemplate>()
  return {
    go: true,
    missingKey: own,
    render(text, params, missingKey = own) {
      let template = templates.get(text)
      if (!template) templates.set(text, (template = goTemplateOf(text)))
      return template.render(params.go(), { missingKey })
    }
  }
}

/** Go knows one option, `missingkey`; the last one counts, and any other text makes Argo CD fail. */
function missingKeyOf(applicationSet: Manifest): MissingKey {
  const path: Path = ['spec', 'goTemplateOptions']
  const options = valueAt(applicationSet.object, path)
  let missingKey: MissingKey = 'default'
  for (const [index, option] of (Array.isArray(options) ? options : []).entries()) {
    const value = missingKeys.find(key => option === `missingkey=${key}`)
    if (!value) throw failing({ manifest: applicationSet, path: [...path, index] }, 'Go has no such template option')
    missingKey = value
  }
  return missingKey
}

/** Whether parameters hold anything: with none at all Argo CD leaves a template as it is written. */
export function isEmptySet({ params }: { readonly params: JsonObject }): boolean {
  return !isObject(params) || Object.keys(params).length === 0
}
