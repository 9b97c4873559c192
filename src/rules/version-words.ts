// How messages speak of a version: the version, and how it became known.
import type { KnownVersion } from '../model/versions.ts'
import type { Complaint } from './rule.ts'

const inputs = { ESO: 'eso-version', Kasten: 'kasten-version', 'Argo CD': 'argocd-version' }

/** `ESO 2.9.0 (assumed; set eso-version)`, `ESO 0.14.0 (chart external-secrets in argocd/eso.yaml)`. */
export function versionWords(product: keyof typeof inputs, { text, from, chart }: KnownVersion): string {
  const shown = `${product} ${text.replace(/^v/, '')}`
  if (chart) return `${shown} (chart ${chart.chart} in ${chart.at.manifest.origin.file})`
  return from === 'assumed' ? `${shown} (assumed; set ${inputs[product]})` : `${shown} (${inputs[product]})`
}

/** The chart's pin, to point at beside a complaint that rests on it; nothing when no chart tells the version. */
export function pinOf({ chart }: KnownVersion): NonNullable<Complaint['related']> {
  const about = chart?.pinned
  return about ? [{ about, message: 'the version is pinned here' }] : []
}
