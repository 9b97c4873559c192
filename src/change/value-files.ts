// The values files that an Application names.
import type { Delivery } from '../model/delivery.ts'
import type { Fleet } from '../model/fleet.ts'
import { itemsAt } from '../model/manifest.ts'
import { cleaned } from '../model/source-path.ts'

/** Paths of the repository. */
export function namedValueFiles({ application }: Delivery): string[] {
  return (
    application?.sources.flatMap(source =>
      itemsAt(source.target.manifest, ...source.target.path, 'helm', 'valueFiles').flatMap(({ value }) =>
        typeof value === 'string' ? (valueFilePath(value, source.path?.value ?? '') ?? []) : []
      )
    ) ?? []
  )
}

/** The values that the charts of an Application come with. */
export function chartValueFiles({ folders }: Fleet, { application }: Delivery): string[] {
  const charts = application?.sources.flatMap(({ path }) => (path ? (cleaned(path.value) ?? []) : [])) ?? []
  return charts.filter(chart => folders.isFile(`${chart}/Chart.yaml`)).map(chart => `${chart}/values.yaml`)
}

function valueFilePath(written: string, chart: string): string | undefined {
  const fromRoot = /^\$[^/]+\/(.+)$/.exec(written)?.[1] ?? /^\/(.+)$/.exec(written)?.[1]
  return cleaned(fromRoot ?? `${chart}/${written}`)
}
