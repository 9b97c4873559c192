// The dashboard URLs a fleet declares, each once, with whose they are.
import type { Fleet } from '../model/fleet.ts'
import { urlOf } from '../model/ingress.ts'
import type { Located } from '../model/manifest.ts'
import type { MulticlusterSet } from '../model/multicluster-set.ts'
import { placeholderIn } from './placeholder.ts'

export interface Dashboard {
  readonly url: Located<string>
  /** What a message calls it. */
  readonly title: string
  /** Whether secondaries join by it; else the primary only shows it. */
  readonly joins: boolean
}

const absolute = /^https?:\/\/[^\s/?#]+\S*$/i

/** The URL, when it is written as one that every program reads alike: scheme, two slashes, host. */
export function absoluteUrlOf(text: string): URL | undefined {
  return absolute.test(text) ? urlOf(text) : undefined
}

/**
 * The URLs of primaries and of secondaries. A primary-ingress that repeats the primary's URL, or disagrees with it, is left to the rule
 * that compares the two, unless it is no URL at all. Empty ones and placeholders are other rules' too.
 */
export function dashboardsOf(fleet: Fleet): Dashboard[] {
  return fleet.sets.flatMap(ofSet).filter(({ url }) => url.value !== '' && placeholderIn(url.value) === undefined)
}

function ofSet({ primaries, secondaries }: MulticlusterSet): Dashboard[] {
  const own = primaries.flatMap(({ ingress }) => ingress ?? [])
  const said = new Set(own.map(({ value }) => value))
  const isNews = ({ value }: Located<string>): boolean =>
    own.length === 0 || (absoluteUrlOf(value) === undefined && !said.has(value))
  return [
    ...own.map(url => ({ url, title: "the primary's URL", joins: true })),
    ...secondaries.flatMap(({ ingress, primaryIngress }) => [
      ...(ingress ? [{ url: ingress, title: 'cluster-ingress', joins: false }] : []),
      ...(primaryIngress && isNews(primaryIngress)
        ? [{ url: primaryIngress, title: 'primary-ingress', joins: true }]
        : [])
    ])
  ]
}
