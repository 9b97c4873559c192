// The action's outputs, by name, from a report.
import type { OutputName } from '../inputs/outputs.ts'
import type { Ran } from './run.ts'

/** Outputs as texts; what the mode has nothing to say about is left out. */
export function outputsOf({ report, inputs }: Pick<Ran, 'report' | 'inputs'>): Record<string, string> {
  const { counts, drift, change, issue } = report
  const outputs: Record<OutputName, string | number | boolean | undefined> = {
    verdict: report.verdict,
    errors: counts.error,
    warnings: counts.warning,
    notices: counts.notice,
    report: inputs['report-file'],
    sarif: inputs['sarif-file'],
    drift,
    'issue-number': issue?.number,
    'issue-url': issue?.url,
    'pull-request-number': change?.number || undefined,
    'pull-request-url': change?.url || undefined,
    'pull-request-operation': change?.operation,
    'compare-url': change?.compareUrl,
    branch: change?.branch,
    'head-sha': change?.headSha || undefined,
    'tree-sha': change?.treeSha || undefined,
    'commit-verified': change?.commitVerified,
    'changed-files': change && JSON.stringify(change.files.map(({ path }) => path))
  }
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  )
}
