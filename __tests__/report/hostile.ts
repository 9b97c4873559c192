// Hostile texts, and reports in which every text that comes from outside is hostile.
import type { Report } from '../../src/report/report.ts'

/** What people could write into a manifest to make a report say or do something else, by what it is after. */
export const hostileSorts: Readonly<Record<string, readonly string[]>> = {
  'a command for the runner': [
    '::error file=x::forged',
    '   ::stop-commands::x',
    'x ##[stop-commands]x',
    '##[add-mask]e'
  ],
  'more lines than one': ['a\nb\r\nc\u2028d\u2029e\u0085f\u000bg'],
  'what a terminal obeys': [
    '\u001B[31mred\u001B[0m \u001B]8;;http://evil.example\u0007link\u001B]8;;\u0007',
    '\0\u0001\u007F\u009B31m'
  ],
  'what cannot be seen': [
    'safe\u202Egnp.exe\u2066x\u2069 zero\u200Bwidth\uFEFF \u{E0041}tag',
    'lone \uD800 and \uDC00 surrogates'
  ],
  'mentions, and issues to close': [
    '@everyone and @octo-org/admins, mail me@evil.example',
    'fixes #1, closes GH-2, see octo/repo#3 and octo/repo@0123456789abcdef0123456789abcdef01234567',
    '&commat;everyone &#64;everyone &#35;1'
  ],
  HTML: [
    '</details><script>alert(1)</script><details>',
    '<img src=x onerror=alert(1)> &lt;b&gt;',
    '<!-- kasten-multicluster:validate --> -->'
  ],
  'links and pictures': [
    '![x](http://evil.example/pixel.png)',
    '[x](javascript:alert(1)) [y][z] [^1]',
    'http://evil.example https://evil.example/a?b=(c) www.evil.example mailto:me@evil.example'
  ],
  'the end of a code span or block': [
    '``` ` `````` ~~~ ```mermaid',
    'a `b` ``c`` `',
    '`x``y`@everyone`z```#1',
    'a|b||c `d|e`'
  ],
  'a block of its own': [
    '- list\n# heading\n> quote\n1. one\n---\n===\n***\n| a |\n| - |',
    '--- ',
    '# heading',
    '1. one',
    ' 1. one',
    '  - one',
    '    indented'
  ],
  'marks of Markdown': ['*bold* _it_ ~~gone~~ \\', '$`\\href{javascript:alert(1)}{x}`$ $$x$$ $x$'],
  'lines for Mermaid': [
    '"]; click A href "javascript:alert(1)"',
    '%%{init: {"securityLevel":"loose"}}%%',
    'end\nclick n1 "http://evil.example"\nn1 --> n2'
  ],
  nothing: ['']
}

/** All of them. */
export const hostileTexts: readonly string[] = Object.values(hostileSorts).flat()

/** Texts by the keys under which outsiders' words stand. */
const outside = new Set(
  'name ingress application file destination files secret vaultUrl pushedBy pulledBy label cluster clusters message reason sync health headline warnings path branch base url diff detail remedy nameInVault managedBy'.split(
    ' '
  )
)

/** The value with every text from outside replaced, paths of files as well unless they are spared. */
export function withTexts<Value>(value: Value, text: string, spared: readonly string[] = []): Value {
  const replaced = JSON.stringify(value, (key, item: unknown) => {
    if (Array.isArray(item)) return item.map((one: unknown) => (isReplaced(key, one, spared) ? text : one))
    return isReplaced(key, item, spared) ? text : item
  })
  const read: Value = JSON.parse(replaced)
  return read
}

/** The name of the tool is ours. */
function isReplaced(key: string, item: unknown, spared: readonly string[]): boolean {
  return typeof item === 'string' && outside.has(key) && !spared.includes(key) && item !== 'kasten-multicluster-gitops'
}

/** A report with a change, probes, vault and live state, so that every block is drawn. */
export function fullOf(report: Report): Report {
  return {
    ...report,
    drift: 'drift',
    change: {
      base: 'main',
      branch: 'onboard/oslo',
      treeSha: '0123456789abcdef0123456789abcdef01234567',
      headSha: '0123456789abcdef0123456789abcdef01234567',
      operation: 'branch-only',
      number: 7,
      url: 'https://github.com/example/fleet/pull/7',
      compareUrl: 'https://github.com/example/fleet/compare/main...onboard/oslo?expand=1',
      commitVerified: true,
      requests: 9,
      diff: '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n',
      files: [{ path: 'clusters/oslo/join.yaml', status: 'added' }]
    },
    probes: [
      {
        name: 'issues: write',
        state: 'missing',
        detail: 'The token may not write issues.',
        remedy: 'permissions:\n  issues: write'
      },
      { name: 'contents: read', state: 'ok', detail: 'fine' }
    ],
    warnings: ['Something about the run.']
  }
}

/** A number of findings over a number of secondaries. */
export function large(report: Report, findings: number, clusters: number, message: string): Report {
  const names = Array.from({ length: clusters }, (_, index) => `cluster-${index}`)
  const [model] = report.findings
  const secondary = report.fleet.secondaries[0]
  if (model === undefined || secondary === undefined) throw new Error('The example has findings and secondaries.')
  const severities = ['error', 'warning', 'notice'] as const
  return {
    ...report,
    counts: { error: findings, warning: 0, notice: 0 },
    findings: Array.from({ length: findings }, (_, index) => ({
      ...model,
      message,
      severity: severities[index % 3] ?? 'error',
      rule: `rule-${index % 120}`,
      file: `clusters/${names[index % clusters]}/join.yaml`,
      line: index + 1,
      endLine: index + 1,
      clusters: names
    })),
    fleet: {
      ...report.fleet,
      secondaries: names.map(name => ({ ...secondary, name, label: name, files: [`clusters/${name}/join.yaml`] }))
    },
    vault: Array.from({ length: clusters }, (_, index) => ({
      url: 'https://fleet.vault.azure.net',
      secret: `token-${index}`,
      state: 'missing' as const,
      reason: message
    })),
    live: names.map(application => ({ application, sync: 'OutOfSync', health: 'Degraded', reason: message })),
    notChecked: names.map(file => ({ file, reason: `${file} ${message}` })),
    warnings: names.map(name => `${name} ${message}`)
  }
}
