// The dashboard URLs a fleet declares, each once, with whose they are.
import type { Fleet } from '../model/fleet.ts'
import { normalisedUrl, urlOf } from '../model/ingress.ts'
import type { Located } from '../model/manifest.ts'
import type { MulticlusterSet } from '../model/multicluster-set.ts'
import type { Secondary } from '../model/secondary.ts'
import { placeholderIn } from './placeholder.ts'

/** A dashboard URL, and what it is for. */
export interface Dashboard {
  readonly url: Located<string>
  /** What a message calls it. */
  readonly title: string
  /** Whether secondaries join by it; else the primary only shows it. */
  readonly joins: boolean
  /** Whether all secondaries that join by it allow http; where one does not, the rule about that speaks. */
  readonly allowsHttp: boolean
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
  const inherit = secondaries.filter(({ primaryIngress }) => !primaryIngress)
  const said = new Set(own.map(({ value }) => value))
  const isNews = ({ value }: Located<string>): boolean =>
    own.length === 0 || (!said.has(value) && normalisedUrl(value) === undefined)
  return [
    ...own.map(url => ({ url, title: "the primary's URL", joins: true, allowsHttp: inherit.every(allowsHttp) })),
    ...secondaries.flatMap(secondary => {
      const { ingress, primaryIngress } = secondary
      return [
        ...(ingress ? [{ url: ingress, title: 'cluster-ingress', joins: false, allowsHttp: true }] : []),
        ...(primaryIngress && isNews(primaryIngress)
          ? [{ url: primaryIngress, title: 'primary-ingress', joins: true, allowsHttp: allowsHttp(secondary) }]
          : [])
      ]
    })
  ]
}

function allowsHttp({ allowInsecure }: Secondary): boolean {
  return allowInsecure?.value === 'true'
}
