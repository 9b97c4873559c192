// How often ESO looks again: judged alike for what pushes the token and for what pulls it.
import { durationOf, durationText, humanDuration } from '../source/duration.ts'
import { at, whole, type Manifest, type Target } from '../model/manifest.ts'
import type { Severity } from './finding.ts'
import { quoted } from './quoted.ts'
import type { Complaint } from './rule.ts'

/** ESO's default. external-secrets/external-secrets: apis/externalsecrets/v1/externalsecret_types.go */
const hour = 3_600_000

/**
 * What is wrong with `spec.refreshInterval` of a PushSecret or an ExternalSecret; undefined when nothing is, and when it is no string
 * (the kind's schema says so).
 * @param longest milliseconds: settings.maxRefresh
 * @param never how grave it is that a value is never looked at again
 */
export function refreshIntervalComplaint(manifest: Manifest, longest: number, never: Severity): Complaint | undefined {
  const interval = at(manifest, 'spec', 'refreshInterval')
  if (!interval)
    return hour > longest ? tooLong(whole(manifest), 'the default refreshInterval "1h"', longest) : undefined
  if (typeof interval.value !== 'string') return undefined
  const duration = durationOf(interval.value)
  if (duration === undefined) return invalid(interval, interval.value, longest)
  if (duration <= 0) {
    const message = `refreshInterval ${quoted(interval.value)} means that ${manifest.kind} ${quoted(manifest.name)} never looks again after the first time: write a time such as "${durationText(longest)}".`
    return { about: interval, message, severity: never }
  }
  return duration > longest ? tooLong(interval, `refreshInterval ${quoted(interval.value)}`, longest) : undefined
}

/** What is advised is no longer than `longest`, or it would be the next finding. */
function invalid(about: Target, text: string, longest: number): Complaint {
  const meant = humanDuration(text.replaceAll(' ', '').toLowerCase())
  const within = durationText(Math.min(meant ?? hour, longest))
  const advice = meant === undefined ? `write hours, minutes and seconds, such as "${within}"` : `write "${within}"`
  return {
    about,
    message: `refreshInterval ${quoted(text)} is no duration for Kubernetes: ${advice}.`,
    severity: 'error'
  }
}

function tooLong(about: Target, what: string, longest: number): Complaint {
  const message = `${what} is longer than "${durationText(longest)}" (max-refresh): a new token may wait that long before it goes on.`
  return { about, message, severity: 'warning' }
}
