// The secondary that a new one is copied from: the one named, else the last one without findings.
import type { Secondary } from '../model/secondary.ts'
import type { Finding } from '../rules/finding.ts'
import type { Judged } from './reading.ts'
import type { Reason } from './refused.ts'

/**
 * The example, or why there is none; undefined when the fleet has no secondary yet.
 * @param names of the clusters to come: what is wrong with them now, as a folder that isn't there, is what the copy mends
 */
export function exampleOf(
  { fleet, findings: all }: Judged,
  like: string | undefined,
  names: readonly string[]
): { readonly secondary: Secondary } | { readonly reasons: readonly Reason[] } | undefined {
  const { secondaries } = fleet
  const toCome = new RegExp(`(?<![A-Za-z0-9.-])(?:${names.map(escaped).join('|')})(?![A-Za-z0-9.-])`)
  const findings = all.filter(({ message }) => !toCome.test(message))
  if (like !== undefined) {
    const named = secondaries.find(({ label }) => label === like)
    if (!named)
      return {
        reasons: [
          {
            message: `"like" names "${like}", which is no secondary of the fleet (${secondaries
              .slice(0, 10)
              .map(({ label }) => label)
              .join(', ')}).`
          }
        ]
      }
    const errors = hitting(named, findings).filter(({ severity }) => severity === 'error')
    return errors.length === 0 ? { secondary: named } : { reasons: [inherited(named, errors)] }
  }
  if (secondaries.length === 0) return undefined
  const clean = secondaries.findLast(each => hitting(each, findings).every(({ severity }) => severity === 'notice'))
  const usable =
    clean ?? secondaries.findLast(each => hitting(each, findings).every(({ severity }) => severity !== 'error'))
  if (usable) return { secondary: usable }
  return {
    reasons: [
      inherited(
        secondaries.at(-1)!,
        hitting(secondaries.at(-1)!, findings).filter(({ severity }) => severity === 'error')
      )
    ]
  }
}

function escaped(name: string): string {
  return name.replaceAll('.', '\\.')
}

function hitting({ config, joins, literals, site, label }: Secondary, findings: readonly Finding[]): Finding[] {
  const files = new Set(
    [...(config ? [config] : []), ...joins, ...literals].map(({ manifest }) => manifest.origin.file)
  )
  for (const { application } of site.deliveries) if (application) files.add(application.manifest.origin.file)
  return findings.filter(({ file, clusters }) => files.has(file) || clusters.includes(label))
}

function inherited({ label }: Secondary, errors: readonly Finding[]): Reason {
  const first = errors[0]
  const where = first ? ` (${first.file}:${first.line}: ${first.message})` : ''
  return {
    message: `A copy of "${label}" would inherit ${errors.length === 1 ? 'its error' : 'its errors'}${where}. Mend it first, or name another secondary with "like".`
  }
}
