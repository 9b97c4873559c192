// Join objects of the secondaries, each once however many clusters it is delivered to.
import type { ExternalSecret } from '../model/external-secret.ts'
import type { Fleet } from '../model/fleet.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Secondary } from '../model/secondary.ts'
import type { Delivered } from '../model/site.ts'
import type { Complaint } from './rule.ts'

/** An object and the secondaries that get it. */
export interface Once<T> {
  readonly object: T
  /** The first of them. */
  readonly secondary: Secondary
  /** Names of those that get it, when they are several. */
  readonly clusters: readonly string[]
}

type Secondaries = Fleet['secondaries']

const joins = new WeakMap<Secondaries, readonly Once<ExternalSecret>[]>()
const configs = new WeakMap<Secondaries, readonly Once<Delivered>[]>()

/** The ExternalSecrets that make mc-join; gathered for the first rule that asks. */
export function joinsOf({ secondaries }: Pick<Fleet, 'secondaries'>): readonly Once<ExternalSecret>[] {
  return remembered(joins, secondaries, () => once(secondaries, secondary => secondary.joins))
}

/** The ConfigMaps mc-join-config. */
export function configsOf({ secondaries }: Pick<Fleet, 'secondaries'>): readonly Once<Delivered>[] {
  return remembered(configs, secondaries, () => once(secondaries, ({ config }) => (config ? [config] : [])))
}

function remembered<T>(known: WeakMap<Secondaries, T>, secondaries: Secondaries, gather: () => T): T {
  const before = known.get(secondaries)
  if (before !== undefined) return before
  const found = gather()
  known.set(secondaries, found)
  return found
}

function once<T extends { readonly manifest: Manifest }>(
  secondaries: readonly Secondary[],
  objectsOf: (secondary: Secondary) => readonly T[]
): Once<T>[] {
  const found = new Map<Manifest, { object: T; secondary: Secondary; labels: string[] }>()
  for (const secondary of secondaries) {
    for (const object of objectsOf(secondary)) {
      const known = found.get(object.manifest)
      if (known) known.labels.push(secondary.label)
      else found.set(object.manifest, { object, secondary, labels: [secondary.label] })
    }
  }
  return [...found.values()].map(({ labels, ...rest }) => ({ ...rest, clusters: severalOf(labels) }))
}

/** Names of secondaries, each once, when they are several; none when a finding hits one alone. */
export function severalOf(labels: Iterable<string>): string[] {
  const distinct = [...new Set(labels)]
  return distinct.length > 1 ? distinct : []
}

/** Complaints, each with the secondary it was made for: what is said of one object alike for several is said once, with their names. */
export function gathered(said: Iterable<readonly [Complaint, Secondary]>): Complaint[] {
  const found = new Map<unknown, Map<string, { complaint: Complaint; labels: string[] }>>()
  for (const [complaint, { label }] of said) {
    const object = 'manifest' in complaint.about ? complaint.about.manifest : complaint.about
    const byMessage = found.get(object) ?? new Map<string, { complaint: Complaint; labels: string[] }>()
    const labels = byMessage.get(complaint.message)?.labels ?? []
    labels.push(label)
    found.set(object, byMessage.set(complaint.message, { complaint, labels }))
  }
  const all = [...found.values()].flatMap(byMessage => [...byMessage.values()])
  return all.map(({ complaint, labels }) => ({ ...complaint, clusters: severalOf(labels) }))
}
