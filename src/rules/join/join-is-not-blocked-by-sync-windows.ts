// Rule: sync windows leave room for a new token.
import { durationOf, durationText } from '../../source/duration.ts'
import { atLeast } from '../../source/version.ts'
import { itemsAt, stringAt, stringBelow, type Located, type Manifest } from '../../model/manifest.ts'
import { joinsOf } from '../once.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const joinIsNotBlockedBySyncWindows: FleetRule = {
  id: 'join-is-not-blocked-by-sync-windows',
  severity: 'notice',
  title: 'Sync windows leave room for a new token.',
  why: 'Outside of the windows that `syncWindows` allows, and inside of those it denies, ESO does not look into the vault: a rotated token waits until the window is over.',
  fix: 'Leave `syncWindows` out of the ExternalSecret that makes `mc-join`, or keep it shorter than `max-refresh`.',
  source: 'external-secrets/external-secrets: pkg/controllers/externalsecret/externalsecret_controller.go',
  rows: [99],
  bad: [
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  syncWindows:
    kind: deny
    windows:
      - schedule: 0 8 * * 1-5
        duration: 10h # <- here
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  syncWindows:
    kind: allow
    windows:
      - schedule: 0 22 * * * # <- here
        duration: 2h
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
  ],
  good: [
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  syncWindows:
    kind: deny
    windows:
      - schedule: 0 8 * * *
        duration: 30m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  syncWindows:
    kind: allow
    windows:
      - schedule: "@hourly"
        duration: 30m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# settings: {"maxRefresh":86400000}
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  syncWindows:
    kind: deny
    windows:
      - schedule: 0 8 * * 1-5
        duration: 10h
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
  ],
  *check(fleet) {
    for (const { object, secondary, clusters } of joinsOf(fleet)) {
      const { manifest } = object
      const policy = stringAt(manifest, 'spec', 'refreshPolicy')?.value ?? 'Periodic'
      // Older releases do not know the field and drop it.
      if (policy !== 'Periodic' || !atLeast(fleet.versions.eso(secondary.site).version, '2.7.0')) continue
      const complaint = complaintOf(manifest, fleet.settings.maxRefresh)
      if (complaint) yield { ...complaint, clusters }
    }
  }
}

function complaintOf(manifest: Manifest, longest: number): Complaint | undefined {
  const kind = stringAt(manifest, 'spec', 'syncWindows', 'kind')?.value
  const windows = itemsAt(manifest, 'spec', 'syncWindows', 'windows')
  if (kind === 'deny') return windows.map(window => denied(window, longest)).find(complaint => complaint)
  // When several windows allow, one has to simulate clocks to know the longest time between them.
  return kind === 'allow' && windows.length === 1 ? between(windows[0]!, longest) : undefined
}

function denied(window: Located, longest: number): Complaint | undefined {
  const duration = stringBelow(window, 'duration')
  if (!duration || (durationOf(duration.value) ?? 0) <= longest) return undefined
  const message = `For ${quoted(duration.value)} at a time ESO does not look for a new token: longer than ${quoted(durationText(longest))} (max-refresh).`
  return { about: duration, message }
}

function between(window: Located, longest: number): Complaint | undefined {
  const schedule = stringBelow(window, 'schedule')
  const open = durationOf(stringBelow(window, 'duration')?.value ?? '')
  const every = schedule && leastPeriodOf(schedule.value)
  if (open === undefined || every === undefined || every - open <= longest) return undefined
  const message = `ESO looks for a new token in this window alone (${quoted(schedule!.value)}), and waits ${quoted(durationText(every - open))} in between: longer than ${quoted(durationText(longest))} (max-refresh).`
  return { about: schedule!, message }
}

const hour = 3_600_000
const names: ReadonlyMap<string, number> = new Map([
  ['@hourly', hour],
  ['@daily', 24 * hour],
  ['@midnight', 24 * hour],
  ['@weekly', 7 * 24 * hour],
  ['@monthly', 28 * 24 * hour],
  ['@yearly', 365 * 24 * hour],
  ['@annually', 365 * 24 * hour]
])

/** Milliseconds from one opening to the next, at least, of the schedules that tell it at a glance. */
function leastPeriodOf(schedule: string): number | undefined {
  if (schedule.startsWith('@every ')) return durationOf(schedule.slice('@every '.length).trim())
  const [minute = '', hours = ''] = schedule.split(' ')
  if (/^\d+$/.test(hours)) return 24 * hour
  return names.get(schedule) ?? (/^\d+$/.test(minute) && hours === '*' ? hour : undefined)
}
