// Which versions run on the clusters: as the workflow says, else as charts pinned in the repository say, else today's.
import { pinnedVersionOf, versionOf, type Version } from '../source/version.ts'
import type { ChartUse } from './chart-use.ts'
import type { Settings } from './settings.ts'
import type { Site } from './site.ts'

/** What is taken where nobody says. https://github.com/external-secrets/external-secrets, argoproj/argo-cd releases */
const current = { eso: '2.9.0', argocd: '3.5.1', kasten: '9.0.7' }

/** A version and how it became known. */
export interface KnownVersion {
  readonly version: Version
  readonly text: string
  /** `elsewhere`: charts on other clusters tell, and all agree. */
  readonly from: 'input' | 'chart' | 'elsewhere' | 'assumed'
  /** The chart that pins it. */
  readonly chart: ChartUse | undefined
}

/** Which versions of the products the fleet runs, and how that became known. */
export interface Versions {
  /** External Secrets Operator on a site. */
  eso(site: Site): KnownVersion
  /** Kasten on a site. */
  kasten(site: Site): KnownVersion
  readonly argocd: KnownVersion
  /** The External Secrets Operator of today. */
  readonly currentEso: Version
}

/** @param sites all sites, whose charts tell versions; a version that all pins of the repository agree on holds for the others too */
export function versionsOf(settings: Settings, sites: readonly Site[]): Versions {
  const eso = perSite('external-secrets', settings.esoVersion, current.eso, sites)
  const kasten = perSite('k10', settings.kastenVersion, current.kasten, sites)
  return {
    eso,
    kasten,
    argocd: known(settings.argocdVersion, 'input') ?? known(current.argocd, 'assumed')!,
    currentEso: versionOf(current.eso)!
  }
}

function perSite(
  chart: string,
  given: string | undefined,
  otherwise: string,
  sites: readonly Site[]
): (site: Site) => KnownVersion {
  const input = known(given, 'input')
  const everywhere = agreed(sites.flatMap(site => pinsOf(site, chart)))
  const assumed: KnownVersion = everywhere ? { ...everywhere, from: 'elsewhere' } : known(otherwise, 'assumed')!
  return site => input ?? pinsOf(site, chart)[0] ?? assumed
}

function pinsOf(site: Site, chart: string): KnownVersion[] {
  return site.charts.filter(use => use.chart === chart).flatMap(use => known(use.version, 'chart', use) ?? [])
}

function agreed(pins: readonly KnownVersion[]): KnownVersion | undefined {
  return pins.every(pin => pin.text === pins[0]!.text) ? pins[0] : undefined
}

function known(text: string | undefined, from: KnownVersion['from'], chart?: ChartUse): KnownVersion | undefined {
  const version = text === undefined ? undefined : (chart ? pinnedVersionOf : versionOf)(text)
  return version && text !== undefined ? { version, text, from, chart } : undefined
}
