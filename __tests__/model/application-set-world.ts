// Small repositories with one ApplicationSet, for tests of what it comes to.
import { fleetOf, type Fleet } from '../../src/model/fleet.ts'
import { valueAt } from '../../src/model/manifest.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { defaultSettings, type Settings } from '../../src/model/settings.ts'
import type { Expansion } from '../../src/model/application-set/expansion.ts'
import type { Json } from '../../src/source/json.ts'
import { checkoutOf } from '../../src/source/checkout.ts'

export const url = 'https://github.com/contoso/fleet'

/** An ApplicationSet whose template names its Application by `name` and puts other texts into its annotations. */
export interface Recipe {
  /** `spec` without its template, as JSON. */
  readonly spec: { readonly [key: string]: Json }
  readonly name?: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly settings?: Partial<Settings>
}

export async function fleetFrom(
  files: Readonly<Record<string, string>>,
  settings: Partial<Settings> = {}
): Promise<Fleet> {
  const given = { ...defaultSettings, repository: url, revisions: ['main'], ...settings }
  return fleetOf(await repositoryOf(checkoutOf(files)), given)
}

export async function expansionFrom({ spec, name, annotations, files, settings }: Recipe): Promise<Expansion> {
  const go = spec.goTemplate === true
  const template = {
    metadata: { name: name ?? (go ? '{{.name}}' : '{{name}}'), ...(annotations && { annotations }) },
    spec: {
      project: 'default',
      source: { repoURL: url, path: 'x' },
      destination: { name: 'c' }
    }
  }
  const applicationSet = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'set', namespace: 'argocd' },
    spec: { template, ...spec }
  }
  const fleet = await fleetFrom({ ...files, 'set.yaml': JSON.stringify(applicationSet, null, 2) }, settings)
  return fleet.expansions[0]!
}

/** Names of the Applications; annotations behind them, by name of the annotation. */
export function shown({ applications }: Expansion): string[] {
  return applications.map(({ name, object }) => {
    const notes = Object.entries(valueAt(object, ['metadata', 'annotations']) ?? {}).map(
      ([key, value]) => ` ${key}=${String(value)}`
    )
    return `${name}${notes.join('')}`
  })
}

/** Why parts were not expanded: `!` before what Argo CD itself refuses. */
export function reasons({ notExpanded }: Expansion): string[] {
  return notExpanded.map(({ reason, fails }) => `${fails ? '! ' : ''}${reason}`)
}
