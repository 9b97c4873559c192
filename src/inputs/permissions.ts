// What each mode needs of the workflow's token: the README's table is made from this.
import type { ModeName } from './declared.ts'

/** A line of a workflow's `permissions`. */
export interface Permission {
  /** Such as `contents: read`. */
  readonly line: string
  /** What it is needed for. Markdown. */
  readonly reason: string
  /** Needed only when this holds. Markdown; absent: always needed. */
  readonly when?: string
}

const read: Permission = { line: 'contents: read', reason: 'check out the repository' }
const signIn: Permission = {
  line: 'id-token: write',
  reason: 'sign in to Azure without a stored secret',
  when: '`azure-credential: oidc`'
}
const propose: readonly Permission[] = [
  { line: 'contents: write', reason: 'push the branch; with `dry-run`, `contents: read` is enough' },
  { line: 'pull-requests: write', reason: 'open the pull request; with `dry-run`, `pull-requests: read` is enough' }
]

/** Permissions by mode; GitHub: actions/using-workflows, `permissions`. */
export const permissions: Readonly<Record<ModeName, readonly Permission[]>> = {
  validate: [
    read,
    { line: 'pull-requests: write', reason: 'keep one comment on the pull request', when: '`comment: true`' },
    {
      line: 'security-events: write',
      reason: 'upload the SARIF log in a step of its own',
      when: '`sarif-file` is uploaded'
    }
  ],
  drift: [
    read,
    signIn,
    { line: 'issues: write', reason: 'keep one issue with the drift', when: '`issue: true`, the default' }
  ],
  onboard: [...propose, signIn],
  offboard: propose,
  init: propose,
  doctor: [read, signIn]
}
