// Every output, declared once: action.yml, action-types.yml and the README's table are made from this.
import { modes } from '../report/report.ts'
import type { ModeName } from './declared.ts'

/** An output: what it says, and which modes have it. */
export interface Output {
  /** For action-types.yml. */
  readonly type: 'string' | 'integer' | 'boolean'
  /** The modes that may set it; what a run has nothing to say about is not set. */
  readonly modes: readonly ModeName[]
  /** One line of Markdown. */
  readonly meaning: string
}

const writing = ['onboard', 'offboard', 'init'] as const

/** In the order of the README's table. */
export const outputs = {
  verdict: { type: 'string', modes, meaning: '`pass`, `fail`, or `unknown` when it could not look.' },
  errors: { type: 'integer', modes, meaning: 'Number of findings that are errors.' },
  warnings: { type: 'integer', modes, meaning: 'Number of findings that are warnings.' },
  notices: { type: 'integer', modes, meaning: 'Number of findings that are notices.' },
  report: { type: 'string', modes, meaning: 'Path of the JSON report, as `report-file` gave it.' },
  sarif: { type: 'string', modes, meaning: 'Path of the SARIF log, as `sarif-file` gave it.' },
  drift: { type: 'string', modes: ['drift'], meaning: '`none`, `drift`, or `unknown` when it could not look.' },
  'issue-number': { type: 'integer', modes: ['drift'], meaning: 'Number of the issue that tells of the drift.' },
  'issue-url': { type: 'string', modes: ['drift'], meaning: 'Address of that issue.' },
  'pull-request-number': { type: 'integer', modes: writing, meaning: 'Number of the pull request.' },
  'pull-request-url': { type: 'string', modes: writing, meaning: 'Address of the pull request.' },
  'pull-request-operation': {
    type: 'string',
    modes: writing,
    meaning: '`created`, `updated`, `unchanged`, `closed`, `branch-only` or `none`.'
  },
  'compare-url': {
    type: 'string',
    modes: writing,
    meaning: 'Where a person can open the pull request, when the workflow was not allowed to.'
  },
  branch: { type: 'string', modes: writing, meaning: 'Branch of the proposal.' },
  'head-sha': { type: 'string', modes: writing, meaning: 'Commit at the tip of that branch.' },
  'tree-sha': { type: 'string', modes: writing, meaning: 'Git tree of the proposal; a dry run names the same one.' },
  'commit-verified': { type: 'boolean', modes: writing, meaning: 'Whether GitHub signed the commit.' },
  'changed-files': { type: 'string', modes: writing, meaning: 'Paths of the changed files, as a JSON list.' }
} as const satisfies Record<string, Output>

/** The name of an output. */
export type OutputName = keyof typeof outputs
