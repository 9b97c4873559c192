import { describe, expect, test } from '@jest/globals'
import { fleetOf } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { exampleOf } from '../../src/rules/example.ts'
import type { Finding } from '../../src/rules/finding.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'

const secret = 'Zm9yZ2VkVG9rZW4xMjM0NTY3ODkwQWJDZEVmR2hJaktsTW5PcA'
const leaks = new Set(['no-token-in-git', 'no-credential-in-git'])

async function findingsOf(files: string): Promise<{ findings: readonly Finding[]; textOf: (file: string) => string }> {
  const { checkout, settings } = exampleOf(files)
  const findings = judge(fleetRules, fleetOf(await repositoryOf(checkout), settings))
  return {
    findings,
    textOf: file => {
      const content = checkout.read(file)
      return 'text' in content ? content.text : ''
    }
  }
}

const mcJoin = (rest: string): string => `# file: secondaries/east/join-secret.yaml
apiVersion: v1
kind: Secret
metadata:
  name: mc-join
  namespace: kasten-io
${rest}
`

const written: Record<string, string> = {
  'plain in stringData': mcJoin(`stringData:\n  token: ${secret}`),
  'base64 in data': mcJoin(`data:\n  token: ${Buffer.from(secret).toString('base64')}`),
  'a block of lines': mcJoin(`stringData:\n  token: |\n    first line\n    ${secret}\n    last line`),
  'folded over lines': mcJoin(`stringData:\n  token: "first\n    ${secret}"`),
  'in a flow mapping': mcJoin(`stringData: { other: "", token: ${secret} }`),
  'behind an anchor': mcJoin(`stringData:\n  token: &t !!str ${secret}`),
  'under a key of another name': mcJoin(`stringData:\n  jwt: ${secret}`),
  'in a list of objects': `# file: secondaries/east/join-secret.yaml
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Secret
    metadata:
      name: mc-join
      namespace: kasten-io
    stringData:
      token: ${secret}
`,
  'in a workflow': `# file: .github/workflows/join.yaml\nenv:\n  JOIN_TOKEN: ${secret}\n`,
  'in a document': `# file: docs/how.md\nThe Secret mc-join gets token: "${secret}"\n`,
  "in an Application's values": `# file: argocd/east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-east
spec:
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: kasten-io
  sources:
    - repoURL: https://github.com/contoso/kasten-fleet
      path: secondaries/east
    - repoURL: https://charts.contoso.com
      chart: join
      targetRevision: 1.0.0
      helm:
        values: |
          joinToken: ${secret}
`
}

describe('a token written in Git', () => {
  test.each(Object.entries(written))('%s is found on its lines and repeated nowhere', async (_title, files) => {
    const { findings, textOf } = await findingsOf(files)
    const leak = findings.find(({ rule }) => leaks.has(rule))
    expect(leak).toBeDefined()
    const lines = textOf(leak!.file).split('\n')
    const holding = lines.flatMap((line, index) => (/Zm9y|Wm05/.test(line) ? [index + 1] : []))
    for (const line of holding) expect(line >= leak!.line && line <= leak!.endLine).toBe(true)
    expect(JSON.stringify(findings)).not.toMatch(/Zm9y|Wm05/)
  })
})

const harmless: Record<string, string> = {
  'an environment variable': mcJoin('stringData:\n  token: $TOKEN'),
  'a Vault plugin’s path': mcJoin('stringData:\n  token: <path:secret/data/fleet#token>'),
  sops: mcJoin('stringData:\n  token: ENC[AES256_GCM,data:abc,iv:abc,tag:abc,type:str]\nsops:\n  version: 3.9.0'),
  'a reference of vals': mcJoin('stringData:\n  token: ref+azurekeyvault://contoso/token'),
  nothing: mcJoin('stringData:\n  token: ""'),
  null: mcJoin('data:\n  token:'),
  'CHANGEME in base64': mcJoin(`data:\n  token: ${Buffer.from('CHANGEME').toString('base64')}`),
  'an expression of a workflow': '# file: .github/workflows/join.yml\nenv:\n  JOIN_TOKEN: ${{ secrets.JOIN_TOKEN }}\n',
  'a path': '# file: docs/how.md\nmc-join: token: clusters/production/europe/secondaries/east/join-secret\n',
  'a commit': '# file: docs/how.md\nmc-join token: 0123456789abcdef0123456789abcdef01234567\n'
}

test.each(Object.entries(harmless))('%s is no token', async (_title, files) => {
  const { findings } = await findingsOf(files)
  expect(findings.filter(({ rule }) => leaks.has(rule))).toEqual([])
})

test('a repository without a fleet has none of its documents read', async () => {
  const { checkout, settings } = exampleOf(`# alone\n# file: docs/how.md\nmc-join token: ${secret}\n`)
  const read: string[] = []
  const watched = {
    ...checkout,
    read(path: string) {
      read.push(path)
      return checkout.read(path)
    }
  }
  expect(judge(fleetRules, fleetOf(await repositoryOf(watched), settings))).toEqual([])
  expect(read).toEqual([])
})
