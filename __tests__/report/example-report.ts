// A made-up report as a run over a fleet with instructive faults would give, for tests and samples.
import type { Station } from '../../src/model/token-way.ts'
import type { Lookups } from '../../src/report/lookups.ts'
import type { ProposalText } from '../../src/report/proposal-text.ts'
import type { Report, RuleText } from '../../src/report/report.ts'
import type { Finding } from '../../src/rules/finding.ts'

const clusters = ['berlin', 'lyon', 'madrid', 'paris', 'rome', 'vienna']

export const sources: Readonly<Record<string, string>> = {
  'clusters/paris/join.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: lyon
  cluster-ingress: https://kasten.paris.example.org/k10
---
apiVersion: external-secrets.io/v1beta1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 24h
  secretStoreRef:
    kind: ClusterSecretStore
    name: join-tokens
  target:
    name: mc-join
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-tokens
`,
  'clusters/rome/join.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: mc-join
  namespace: kasten-io
stringData:
  token: not-so-secret-join-token-of-rome
`,
  'primary/push.yaml': `apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: join-token
  namespace: kasten-io-mc
spec:
  deletionPolicy: Delete
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
`
}

const rules: readonly RuleText[] = [
  {
    id: 'external-secret-version-is-served',
    severity: 'error',
    title: 'The ExternalSecret has an API version that is served',
    why: 'The External Secrets Operator serves only `v1` since 0.17. Argo CD stops the whole sync at "no matches for kind", and nothing of the Application arrives.',
    fix: 'Write `apiVersion: external-secrets.io/v1`, or state the version on the clusters with `eso-version`.'
  },
  {
    id: 'join-key-agrees',
    severity: 'error',
    title: 'Secondaries pull the secret that the primary pushes',
    why: 'The ExternalSecret stays in `SecretSyncedError`, `mc-join` is never made, and Kasten never starts the join.',
    fix: 'Use the same name on both sides:\n\n```yaml\nremoteRef:\n  key: fleet-join-token\n```'
  },
  {
    id: 'cluster-names-are-unique',
    severity: 'error',
    title: 'Every secondary has a name of its own',
    why: 'The primary refuses a second cluster of the same name: `mc-join-status` says `rejected`.',
    fix: "Give each secondary a `cluster-name` of its own, other than the primary's."
  },
  {
    id: 'no-token-in-git',
    severity: 'error',
    title: 'No join token stands in Git',
    why: 'Whoever reads the repository can join a cluster of theirs to your primary.',
    fix: 'Delete the Secret `join-token` on the primary, so that Kasten makes a new one; then pull it with an ExternalSecret.'
  },
  {
    id: 'pushed-token-survives',
    severity: 'warning',
    title: 'The pushed token survives the PushSecret',
    why: 'With `deletionPolicy: Delete` the token goes to the soft-deleted secrets when the PushSecret does, and its name cannot be pushed to again until somebody recovers it.',
    fix: 'Write `deletionPolicy: None`.'
  },
  {
    id: 'refresh-is-frequent',
    severity: 'notice',
    title: 'A rotated token arrives soon',
    why: 'Until the next refresh a secondary that joins uses the old token, and is rejected.',
    fix: 'Write `refreshInterval: 1h` or less.'
  }
]

function finding(
  rule: string,
  file: string,
  line: number,
  column: number,
  length: number,
  message: string,
  more: Partial<Finding> = {}
): Finding {
  const severity = rules.find(({ id }) => id === rule)?.severity ?? 'error'
  return {
    rule,
    severity,
    message,
    file,
    line,
    column,
    endLine: line,
    endColumn: column + length,
    related: [],
    clusters: [],
    ...more
  }
}

const place = (file: string, line: number, column: number, length: number) => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column + length
})

const findings: readonly Finding[] = [
  finding(
    'cluster-names-are-unique',
    'clusters/paris/join.yaml',
    7,
    17,
    4,
    '`cluster-name` is `lyon` here and in the secondary `lyon`; give one of them another name.',
    {
      related: [{ ...place('clusters/lyon/join.yaml', 7, 17, 4), message: 'the same name' }],
      clusters: ['lyon', 'paris']
    }
  ),
  finding(
    'external-secret-version-is-served',
    'clusters/paris/join.yaml',
    10,
    13,
    27,
    '`external-secrets.io/v1beta1` is not served by ESO 2.12.0; write `external-secrets.io/v1`.',
    {
      related: [{ ...place('platform/external-secrets.yaml', 11, 21, 6), message: 'the version is pinned here' }]
    }
  ),
  finding(
    'refresh-is-frequent',
    'clusters/paris/join.yaml',
    16,
    20,
    3,
    'The token is refreshed every 24h; `max-refresh` is 1h.'
  ),
  finding(
    'join-key-agrees',
    'clusters/paris/join.yaml',
    25,
    14,
    17,
    'The ExternalSecret pulls `fleet-join-tokens`, but the PushSecret pushes `fleet-join-token`.',
    {
      related: [{ ...place('primary/push.yaml', 12, 22, 16), message: 'pushed here' }]
    }
  ),
  finding(
    'no-token-in-git',
    'clusters/rome/join.yaml',
    7,
    10,
    32,
    'A join token stands in Git; rotate it and remove it from here.'
  ),
  finding(
    'pushed-token-survives',
    'primary/push.yaml',
    7,
    19,
    6,
    'Deleting the PushSecret deletes the token in Key Vault; write `deletionPolicy: None`.',
    { clusters }
  )
]

const stationsOf = (cluster: string): readonly Station[] => [
  { id: `es ${cluster}`, kind: 'external-secret', label: 'mc-join', cluster, broken: cluster === 'paris' },
  {
    id: `mj ${cluster}`,
    kind: 'mc-join',
    label: 'mc-join',
    cluster,
    broken: cluster === 'paris' || cluster === 'rome'
  },
  { id: `jc ${cluster}`, kind: 'join-config', label: 'mc-join-config', cluster, broken: false },
  { id: `ka ${cluster}`, kind: 'kasten', label: 'joins the primary', cluster, broken: false }
]

/** A failing run of `validate` over six secondaries. */
export const exampleReport: Report = {
  tool: { name: 'kasten-multicluster-gitops', version: '1.0.0' },
  mode: 'validate',
  verdict: 'fail',
  headline: '3 of 6 secondaries will not join: 4 errors',
  failOn: 'error',
  counts: { error: 4, warning: 1, notice: 1 },
  ignored: 1,
  findings,
  fleet: {
    primaries: [
      {
        name: 'hub',
        ingress: 'https://kasten.hub.example.org/k10',
        application: 'kasten-primary',
        file: 'primary/bootstrap.yaml'
      }
    ],
    secondaries: clusters.map(name => ({
      name,
      label: name,
      ingress: `https://kasten.${name}.example.org/k10`,
      application: `kasten-${name}`,
      destination: `https://${name}.k8s.example.org:6443`,
      files: [`clusters/${name}/join.yaml`]
    })),
    tokens: [
      {
        vaultUrl: 'https://fleet.vault.azure.net',
        secret: 'fleet-join-token',
        pushedBy: ['primary/push.yaml'],
        pulledBy: clusters
      }
    ]
  },
  way: {
    stations: [
      { id: 'b', kind: 'bootstrap', label: 'bootstrap-hub', cluster: 'hub', broken: false },
      { id: 't', kind: 'join-token', label: 'join-token', cluster: 'hub', broken: false },
      { id: 'p', kind: 'push-secret', label: 'join-token', cluster: 'hub', broken: false },
      {
        id: 'v',
        kind: 'vault-secret',
        label: 'fleet-join-token in fleet.vault.azure.net',
        cluster: undefined,
        broken: false
      },
      {
        id: 'w',
        kind: 'vault-secret',
        label: 'fleet-join-tokens in fleet.vault.azure.net',
        cluster: undefined,
        broken: true
      },
      ...clusters.flatMap(stationsOf)
    ],
    handOvers: [
      { from: 'b', to: 't', broken: false },
      { from: 't', to: 'p', broken: false },
      { from: 'p', to: 'v', broken: false },
      { from: 'w', to: 'es paris', broken: true, label: 'nobody pushes it' },
      ...clusters
        .filter(name => name !== 'paris' && name !== 'rome')
        .map(name => ({ from: 'v', to: `es ${name}`, broken: false })),
      ...clusters.flatMap(name => [
        { from: `es ${name}`, to: `mj ${name}`, broken: name === 'paris' },
        { from: `mj ${name}`, to: `ka ${name}`, broken: name === 'paris' || name === 'rome' },
        { from: `jc ${name}`, to: `ka ${name}`, broken: false }
      ])
    ]
  },
  notChecked: [
    { file: 'charts/kasten/templates/config.yaml', reason: 'A Helm template, and `helm` is not on this machine' },
    { file: 'charts/kasten/templates/secret.yaml', reason: 'A Helm template, and `helm` is not on this machine' },
    { file: 'apps/monitoring.yaml', reason: 'Its chart comes from another repository' }
  ],
  warnings: []
}

/** The same fleet looked at by `drift`. */
export const exampleDrift: Report = {
  ...exampleReport,
  mode: 'drift',
  drift: 'drift',
  headline: 'Drift: a join token is soft-deleted, and 1 Application is degraded',
  vault: [
    {
      url: 'https://fleet.vault.azure.net',
      secret: 'fleet-join-token',
      state: 'deleted',
      deletedOn: '2026-11-20T08:12:00Z',
      purgeOn: '2027-02-18T08:12:00Z',
      reason: 'recover it with `az keyvault secret recover --vault-name fleet --name fleet-join-token`; do not purge it'
    },
    {
      url: 'https://edge.vault.azure.net',
      secret: 'edge-join-token',
      state: 'present',
      createdOn: '2026-06-01T10:00:00Z',
      updatedOn: '2026-06-01T10:00:00Z',
      expiresOn: '2026-12-04T00:00:00Z',
      managedBy: 'external-secrets',
      purgeProtected: true,
      versions: 3
    }
  ],
  live: [
    { application: 'kasten-berlin', sync: 'Synced', health: 'Healthy', reason: '' },
    {
      application: 'kasten-paris',
      sync: 'OutOfSync',
      health: 'Degraded',
      reason: 'ExternalSecret `mc-join`: SecretSyncedError, could not get secret data from provider'
    }
  ],
  warnings: ['`vault-url` has no effect in this mode.']
}

/** What an onboarding run proposed. */
export const exampleProposal: ProposalText = {
  kind: 'onboard',
  clusters: [
    {
      name: 'oslo',
      ingress: 'https://kasten.oslo.example.org/k10',
      destination: 'https://oslo.k8s.example.org:6443',
      application: 'kasten-oslo'
    }
  ],
  primary: 'hub',
  files: [
    { path: 'apps/kasten-oslo.yaml', status: 'added' },
    { path: 'clusters/oslo/join.yaml', status: 'added' }
  ],
  checksPassed: rules.map(({ title }) => title),
  notes: ['Copied from the secondary `lyon`, in its style.'],
  vault: [
    {
      url: 'https://fleet.vault.azure.net',
      secret: 'fleet-join-token',
      state: 'present',
      createdOn: '2026-06-01T10:00:00Z',
      managedBy: 'external-secrets'
    }
  ],
  way: exampleReport.way,
  prerequisites: [],
  names: { kastenNamespace: 'kasten-io', pushSecret: 'join-token', externalSecret: 'mc-join' },
  key: 'onboard/oslo',
  now: Date.parse('2026-11-24T06:00:00Z')
}

export const exampleNow = Date.parse('2026-11-24T06:00:00Z')

/** Lookups over the sources above. */
export const exampleLookups: Lookups = {
  rules: new Map(rules.map(rule => [rule.id, rule])),
  sourceLine: (file, line) => sources[file]?.split('\n')[line - 1],
  secretRules: new Set(['no-token-in-git', 'no-credential-in-git']),
  helpUrl: rule => `https://github.com/example/kasten-multicluster-gitops/blob/main/docs/rules/${rule}.md`,
  links: {
    serverUrl: 'https://github.com',
    repository: 'example/fleet',
    sha: '0123456789abcdef0123456789abcdef01234567'
  }
}
