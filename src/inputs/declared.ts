// Every input, declared once: action.yml, action-types.yml, the README's table and the command line's help are made from this.
import { modes, type Mode } from '../report/report.ts'
import { duration, flag, list, records, text, url, version, word, type InputKind } from './kinds-of-input.ts'

/** The name of a mode. */
export type ModeName = Mode

/** An input: what it means, who reads it, what it is when nobody says. */
export interface Input<T> {
  readonly kind: InputKind<T>
  /** The modes that read it; an input given to another one earns a warning. */
  readonly modes: readonly ModeName[]
  /** One line of Markdown. */
  readonly meaning: string
  /** The value when nobody says; undefined: not set. */
  readonly otherwise: T | undefined
  /** How the default reads to a person, where the value does not say it. */
  readonly otherwiseSaid?: string
  /** How it reads at a command line, where it is another one. */
  readonly otherwiseTyped?: string
}

/** An input with a default is always there. */
type Always<T> = Input<T> & { readonly otherwise: T }

const writing = ['onboard', 'offboard', 'init'] as const
const looking = ['drift', 'onboard', 'doctor'] as const

function optional<T>(
  kind: InputKind<T>,
  where: readonly ModeName[],
  meaning: string,
  otherwiseSaid?: string
): Input<T> {
  return { kind, modes: where, meaning, otherwise: undefined, ...(otherwiseSaid !== undefined && { otherwiseSaid }) }
}

function always<T>(
  kind: InputKind<T>,
  where: readonly ModeName[],
  meaning: string,
  otherwise: T,
  otherwiseSaid?: string
): Always<T> {
  return { kind, modes: where, meaning, otherwise, ...(otherwiseSaid !== undefined && { otherwiseSaid }) }
}

const hour = 3_600_000
const day = 24 * hour

/** In the order of the README's table. */
export const declared = {
  mode: optional(word(...modes), modes, 'What to do.'),
  path: always(text, modes, 'Folder of the checkout to read, inside the workspace.', '.'),
  config: optional(
    text,
    modes,
    'YAML file with any of these inputs. An input that is given directly wins over the file.',
    '`.github/kasten-multicluster.yaml` when it exists'
  ),
  'github-token': {
    ...optional(text, modes, 'Token for the GitHub API.', '`${{ github.token }}`'),
    otherwiseTyped: '`GITHUB_TOKEN` of the environment'
  },
  'fail-on': always(
    word('error', 'warning', 'notice', 'never'),
    ['validate', 'drift'],
    'The lowest severity that makes the verdict `fail`.',
    'error' as const
  ),
  'on-unknown': always(word('fail', 'warn'), ['drift'], 'What becomes of a run that could not look.', 'fail' as const),
  'report-file': optional(
    text,
    modes,
    'Where to write the JSON report. A file named `.ics` gets the dates on which secrets expire, as a calendar.',
    'not written'
  ),
  'sarif-file': optional(text, modes, 'Where to write the SARIF log.', 'not written'),
  summary: always(flag, modes, 'Write the job summary.', true),
  annotations: always(flag, modes, 'Annotate the lines.', true),
  comment: always(flag, modes, 'Keep one comment on the pull request.', false),
  'primary-path': optional(
    text,
    modes,
    "Folder of the primary's manifests, when no Argo CD Application in the repository says so.",
    'found by contents'
  ),
  'secondary-paths': always(
    list,
    modes,
    "Folders of the secondaries' manifests, when no Argo CD Application in the repository says so.",
    [] as readonly string[],
    'found by contents'
  ),
  'eso-version': optional(
    version,
    modes,
    'Version of External Secrets Operator on the clusters.',
    'read from charts pinned in the repository, else current'
  ),
  'argocd-version': optional(version, modes, 'Version of Argo CD.', 'current'),
  'kasten-version': optional(
    version,
    modes,
    'Version of Kasten on the clusters.',
    'read from charts pinned in the repository, else current'
  ),
  'known-stores': always(
    list,
    modes,
    'Names of SecretStores and ClusterSecretStores that exist on the clusters though not in the repository.',
    [] as readonly string[],
    'none'
  ),
  'max-refresh': always(duration, ['validate', 'drift'], 'Longest `refreshInterval` that is no warning.', hour, '`1h`'),
  'compare-with': optional(
    text,
    ['validate'],
    'Commit or ref to compare with, for what only a change can show: token renamed, primary renamed, secondary removed.',
    "on `pull_request` the event's base, when the clone has it; else off"
  ),
  'clusters-file': optional(
    text,
    modes,
    "YAML file with the clusters an ApplicationSet's cluster generator would see."
  ),
  'vault-url': optional(
    url,
    ['drift', 'onboard', 'init', 'doctor'],
    'Overrides the vault named by the SecretStores. `https` only; needed for hosts outside the known Key Vault suffixes.'
  ),
  'secret-name': optional(
    text,
    ['drift', 'onboard', 'init', 'doctor'],
    'Overrides the remote key named by the PushSecret.'
  ),
  'azure-credential': always(
    word('auto', 'oidc', 'cli', 'workload-identity', 'managed-identity', 'environment'),
    looking,
    'How to sign in to Azure.',
    'auto' as const
  ),
  'azure-client-id': optional(text, looking, 'Client id of the app registration or managed identity, for `oidc`.'),
  'azure-tenant-id': optional(text, looking, 'Tenant id, for `oidc`.'),
  'azure-audience': optional(
    text,
    looking,
    'Audience of the identity token.',
    '`api://AzureADTokenExchange`, or that of the cloud'
  ),
  'azure-cloud': always(word('public', 'usgovernment', 'china'), looking, 'Azure cloud.', 'public' as const),
  'expires-within': always(duration, ['drift'], 'Warn this long before the token expires.', 30 * day, '`30d`'),
  'max-token-age': optional(duration, ['drift'], "Warn when the token's newest version is older.", 'off'),
  issue: always(flag, ['drift'], 'Keep one issue with the drift.', true),
  'issue-labels': always(list, ['drift'], 'Labels of that issue; the first one finds it again.', [
    'kasten-multicluster-drift'
  ] as readonly string[]),
  'argocd-url': optional(url, ['drift', 'doctor'], 'Also compare with the live Applications of this Argo CD.', 'off'),
  'argocd-token': optional(
    text,
    ['drift', 'doctor'],
    'Token for the Argo CD API; `applications, get` is all it needs.'
  ),
  'argocd-project': optional(text, ['drift', 'doctor'], 'Only Applications of this AppProject.', 'all'),
  'cluster-name': optional(text, ['onboard', 'offboard'], 'Name of the secondary.'),
  'cluster-ingress': optional(text, ['onboard'], "URL of the secondary's Kasten dashboard."),
  'destination-server': optional(
    text,
    ['onboard'],
    'API server of the secondary, as Argo CD knows it; or `destination-name`.'
  ),
  'destination-name': optional(
    text,
    ['onboard'],
    'Name of the secondary, as Argo CD knows it; or `destination-server`.'
  ),
  clusters: optional(
    records,
    ['onboard', 'offboard'],
    'Several at once: a YAML or JSON list of `cluster-name`, `cluster-ingress`, `destination-server` or `destination-name`.'
  ),
  like: optional(text, ['onboard'], 'Name of the existing secondary to copy.', 'the last one without findings'),
  base: optional(text, writing, 'Base branch of the pull request.', "the repository's default branch"),
  branch: optional(text, writing, 'Branch of the pull request.', 'derived from what is proposed'),
  title: optional(text, writing, 'Title of the pull request.', 'derived from what is proposed'),
  labels: always(list, writing, 'Labels of the pull request.', [] as readonly string[], 'none'),
  assignees: always(list, writing, 'Assignees of the pull request.', [] as readonly string[], 'none'),
  reviewers: always(list, writing, 'Reviewers of the pull request.', [] as readonly string[], 'none'),
  'team-reviewers': always(list, writing, 'Teams that review the pull request.', [] as readonly string[], 'none'),
  draft: always(flag, writing, 'Open the pull request as a draft.', false),
  'auto-merge': always(
    word('', 'merge', 'squash', 'rebase'),
    writing,
    'Let GitHub merge the pull request when its checks pass.',
    '' as const,
    'off'
  ),
  overwrite: always(flag, writing, 'Replace a branch that carries commits of other people.', false),
  'dry-run': always(flag, writing, 'Plan and show everything, write nothing.', false),
  'require-token': always(flag, ['onboard'], 'Refuse to propose while the join token is not in the vault.', true),
  layout: always(
    word('plain', 'helm'),
    ['init'],
    'Layout of the files: plain manifests, or a Helm chart with values for each cluster.',
    'plain' as const
  ),
  'primary-name': always(text, ['init'], 'Name of the primary.', 'primary'),
  'primary-ingress': optional(text, ['init'], "URL of the primary's Kasten dashboard."),
  'store-name': always(text, ['init'], 'Name of the ClusterSecretStores.', 'kasten-join-tokens')
} satisfies Record<string, Input<unknown>>

/** The name of an input. */
export type InputName = keyof typeof declared

/** All inputs, read: those with a default are always there. */
export type Inputs = {
  readonly [Name in InputName]: (typeof declared)[Name] extends Always<infer T>
    ? T
    : (typeof declared)[Name] extends Input<infer T>
      ? T | undefined
      : never
}
