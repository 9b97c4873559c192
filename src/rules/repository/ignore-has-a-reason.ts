// Rule: a comment that silences a finding names a rule and says why.
import { nearest } from '../../source/nearest.ts'
import { changed } from '../example-change.ts'
import { ignoresIn, type Ignore } from '../ignores.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

const comment = (text: string): string =>
  changed('primary/join-token.yaml', ['kind: Secret\n', `kind: Secret\n# ${text}\n`])

/** @param ids of all other rules */
export const ignoreHasAReason = (ids: ReadonlySet<string>): FleetRule => ({
  id: 'ignore-has-a-reason',
  severity: 'warning',
  title: 'A comment that silences a finding names a rule and says why.',
  why: 'Without a reason, or with a rule that does not exist, the comment silences nothing; and nobody knows later whether the finding still has to be silenced.',
  fix: `\`\`\`yaml
# kasten-multicluster-ignore ingress-is-https: the lab has no certificates
\`\`\``,
  source: 'docs/rules/ignore-has-a-reason.md',
  rows: [],
  bad: [
    comment('kasten-multicluster-ignore ingress-is-https # <- here'),
    comment('kasten-multicluster-ignore ingress-is-http: the lab has no certificates # <- here'),
    comment('kasten-multicluster-ignore # <- here')
  ],
  good: [comment('kasten-multicluster-ignore ingress-is-https: the lab has no certificates')],
  *check({ repository }) {
    for (const { path, text } of repository.files.values()) {
      for (const ignore of ignoresIn(path, text)) {
        const message = messageOf(ignore, ids)
        if (message !== undefined) yield { about: { ...ignore, endLine: ignore.line }, message }
      }
    }
  }
})

function messageOf({ rule, reason }: Ignore, ids: ReadonlySet<string>): string | undefined {
  if (rule === '') return 'This comment silences nothing: it names no rule. Write the rule, a colon and the reason.'
  if (!ids.has(rule)) {
    const meant = nearest(rule, ids)
    return `There is no rule ${quoted(rule)}, so this comment silences nothing${meant === undefined ? '.' : `; did you mean ${quoted(meant)}?`}`
  }
  return reason === '' ? `This comment silences nothing: write the reason after "${rule}:".` : undefined
}
