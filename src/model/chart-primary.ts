// A k10 chart whose values make its cluster a primary, instead of a Bootstrap.
import type { ApplicationSource } from './application.ts'
import type { ChartUse } from './chart-use.ts'
import { chartValuesOf } from './chart-values.ts'
import type { Located } from './manifest.ts'
import type { Repository } from './repository.ts'

/** `multicluster.primary` of a k10 chart. https://docs.kasten.io/latest/install/advanced.html, K10 Helm options */
export interface ChartPrimary {
  readonly source: ApplicationSource
  readonly create: Located
  readonly name: Located<string> | undefined
  readonly ingress: Located<string> | undefined
  /** Whether all the values given to the chart were read. */
  readonly complete: boolean
}

/** What of the chart makes a primary; undefined when it makes none. */
export function chartPrimaryOf(use: ChartUse, repository: Repository): ChartPrimary | undefined {
  if (use.chart !== 'k10') return undefined
  const values = chartValuesOf(use.values, repository)
  const create = values.find('multicluster', 'primary', 'create')
  if (create?.value !== true && create?.value !== 'true') return undefined
  return {
    source: use.source,
    create,
    name: asString(values.find('multicluster', 'primary', 'name')),
    ingress: asString(values.find('multicluster', 'primary', 'ingressURL')),
    complete: values.complete
  }
}

function asString(located: Located | undefined): Located<string> | undefined {
  return typeof located?.value === 'string' ? (located as Located<string>) : undefined
}
