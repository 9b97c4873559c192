// Which secondaries an object hits, when that is more than its file tells.
import type { Fleet } from '../model/fleet.ts'
import type { Manifest } from '../model/manifest.ts'
import { joinFilesOf } from '../model/secondary.ts'

/** The labels of the secondaries that a mistake in an object hits; none when its file is one secondary's own. */
export type HitClusters = (manifest: Manifest) => readonly string[]

/**
 * An object that several secondaries get hits them all. One that is generated or rendered hits its own: a finding in the template, or in
 * values that many share, is made for each of them, and told once with all. In the file of its own join objects a secondary is not named.
 */
export function hitClustersOf(fleet: Fleet): HitClusters {
  let known: Map<Manifest, string[]> | undefined
  let owners: Map<string, string[]> | undefined
  let written: Set<Manifest> | undefined
  return manifest => {
    const labels = (known ??= labelsOf(fleet)).get(manifest) ?? []
    if (labels.length !== 1 || !(written ??= new Set(fleet.manifests)).has(manifest)) return labels
    const own = (owners ??= ownersOf(fleet)).get(manifest.origin.file) ?? []
    return own.length === 1 && own[0] === labels[0] ? [] : labels
  }
}

/** The labels of the secondaries by the files that their join objects are written in. */
function ownersOf({ secondaries }: Fleet): Map<string, string[]> {
  const owners = new Map<string, string[]>()
  for (const secondary of secondaries) {
    for (const file of joinFilesOf(secondary)) {
      const others = owners.get(file)
      if (others) others.push(secondary.label)
      else owners.set(file, [secondary.label])
    }
  }
  return owners
}

function labelsOf({ secondaries }: Fleet): Map<Manifest, string[]> {
  const labels = new Map<Manifest, string[]>()
  const add = (manifest: Manifest, label: string): void => {
    const others = labels.get(manifest)
    if (!others) labels.set(manifest, [label])
    else if (others.at(-1) !== label) others.push(label)
  }
  for (const { site, label } of secondaries) {
    for (const { application, manifests } of site.deliveries) {
      if (application) add(application.manifest, label)
      for (const manifest of manifests) add(manifest, label)
    }
  }
  return labels
}
