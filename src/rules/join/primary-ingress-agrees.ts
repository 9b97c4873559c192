// Rule: secondaries go to the URL that the primary has.
import { groupedBy } from '../../source/grouped.ts'
import { normalisedUrl } from '../../model/ingress.ts'
import type { Located } from '../../model/manifest.ts'
import type { MulticlusterSet } from '../../model/multicluster-set.ts'
import { severalOf } from '../once.ts'
import { placeholderIn } from '../placeholder.ts'
import { wrongWithHost } from '../primary/ingress-host-is-reachable.ts'
import { wrongWithPath } from '../primary/ingress-has-a-path.ts'
import { quoted } from '../quoted.ts'
import { mostShown, type Complaint, type FleetRule } from '../rule.ts'

export const primaryIngressAgrees: FleetRule = {
  id: 'primary-ingress-agrees',
  severity: 'warning',
  title: 'Secondaries go to the URL that the primary has.',
  why: `The primary's URL is in every join token, and \`primary-ingress\` overrides it. When the two differ, one of them is out of date: either this secondary calls a host that is no longer the primary, or every secondary without the override does.`,
  fix: 'Write the URL of the Bootstrap, or leave `primary-ingress` out: the token has it.',
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [80, 81],
  bad: [
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
  primary-ingress: https://mc.contoso.com/k10 # <- here
`,
    `
# removed: primary/bootstrap.yaml
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
  primary-ingress: https://kasten.primary.contoso.com/k10
# file: secondaries/west/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: west
  cluster-ingress: https://kasten.west.contoso.com/k10
  primary-ingress: https://mc.contoso.com/k10 # <- here
`
  ],
  good: [
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
  primary-ingress: https://KASTEN.primary.contoso.com:443/k10/
# file: secondaries/west/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: west
  cluster-ingress: https://kasten.west.contoso.com/k10
`
  ],
  *check(fleet) {
    for (const set of fleet.sets) {
      const overrides = overridesIn(set)
      const own = set.primaries.flatMap(({ ingress }) => (ingress && isRight(ingress, set, overrides) ? [ingress] : []))
      const right = own.length > 0 ? own : mostCommon(overrides)
      const known = new Set(right.map(comparableOf))
      for (const [url, uses] of overrides) {
        if (!known.has(url) && !isRefusedAnyway(url, uses, known)) yield complaintOf(uses, right[0]!, own.length > 0)
      }
    }
  }
}

/**
 * A primary's URL that rules of its own find wrong is no measure for secondaries. What may be meant, http or an address, is one as soon as a
 * secondary goes there.
 */
function isRight(
  ingress: Located<string>,
  { secondaries }: MulticlusterSet,
  overrides: ReadonlyMap<string, unknown>
): boolean {
  const url = comparableOf(ingress)
  if (url === undefined) return false
  const dashboard = { url: ingress, title: '', joins: true }
  const host = wrongWithHost(dashboard)
  if (wrongWithPath(dashboard) !== undefined || host?.severity === 'error') return false
  const isMeant = overrides.has(url) || secondaries.some(({ primaryIngress }) => !primaryIngress)
  return isMeant || (host === undefined && !url.startsWith('http:'))
}

/** A primary-ingress and whose it is. */
interface Override {
  readonly url: Located<string>
  readonly label: string
  /** Whether http is allowed. */
  readonly insecure: boolean
}

/** The same URL over http, which Kasten refuses: the rule about that says so. */
function isRefusedAnyway(url: string, uses: readonly Override[], known: ReadonlySet<string | undefined>): boolean {
  return known.has(url.replace(/^http:/, 'https:')) && !uses.some(({ insecure }) => insecure)
}

/** By URL, for comparing. */
function overridesIn({ secondaries }: Pick<MulticlusterSet, 'secondaries'>): Map<string, Override[]> {
  const overrides = secondaries.flatMap(({ primaryIngress, allowInsecure, label }) =>
    primaryIngress ? [{ url: primaryIngress, label, insecure: allowInsecure?.value === 'true' }] : []
  )
  return groupedBy(overrides, ({ url }) => comparableOf(url))
}

function comparableOf({ value }: Located<string>): string | undefined {
  return placeholderIn(value) === undefined ? normalisedUrl(value) : undefined
}

/** What most secondaries say, where the primary does not. */
function mostCommon(overrides: ReadonlyMap<string, readonly Override[]>): Located<string>[] {
  const [most] = [...overrides.values()].toSorted((a, b) => b.length - a.length)
  return most ? [most[0]!.url] : []
}

function complaintOf(uses: readonly Override[], right: Located<string>, isPrimarys: boolean): Complaint {
  const [first, ...others] = uses
  const whose = isPrimarys ? "the primary's URL is" : 'other secondaries of this set say'
  return {
    about: first!.url,
    message: `primary-ingress is ${quoted(first!.url.value)}, but ${whose} ${quoted(right.value)}: write one of them in both places.`,
    related: [
      { about: right, message: isPrimarys ? "the primary's URL" : 'what others say' },
      ...others.slice(0, mostShown).map(({ url }) => ({ about: url, message: 'the same here' }))
    ],
    clusters: severalOf(uses.map(({ label }) => label))
  }
}
