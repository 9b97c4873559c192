import { describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { step } from './runner.ts'

const faulty = {
  ...exampleFleet,
  'secondaries/east/join-secret.yaml': exampleFleet['secondaries/east/join-secret.yaml']!.replace(
    'fleet-join-token',
    'fleet-join-tokens'
  )
}
const annotation = /^::(error|warning|notice) /m

describe('validate, as a workflow step', () => {
  test('a healthy fleet passes, and says so', async () => {
    const { status, outputs, summary, report, stdout } = await step({
      files: exampleFleet,
      inputs: { mode: 'validate', 'report-file': 'report.json' }
    })
    expect(stdout).not.toMatch(annotation)
    expect({ status, outputs }).toMatchObject({
      status: 0,
      outputs: { verdict: 'pass', errors: '0', warnings: '0', notices: '0', report: 'report.json' }
    })
    expect(summary).toContain('1 primary and 2 secondaries')
    expect(summary).toContain('```mermaid')
    expect(report).toMatchObject({ schema: 1, mode: 'validate', verdict: 'pass', findings: [], notChecked: [] })
    expect(report.fleet.secondaries.map((each: { name: string }) => each.name)).toEqual(['east', 'west'])
    expect(report.fleet.tokens).toEqual([
      {
        vaultUrl: 'https://contoso-fleet.vault.azure.net',
        secret: 'fleet-join-token',
        pushedBy: ['push-join-token'],
        pulledBy: ['east', 'west']
      }
    ])
  })

  test('a fault fails the step, on its line', async () => {
    const { status, outputs, report, stdout, summary } = await step({
      files: faulty,
      inputs: { mode: 'validate', 'report-file': 'report.json' }
    })
    expect(status).toBe(1)
    expect(outputs.verdict).toBe('fail')
    expect(report.findings).toMatchObject([
      { rule: 'join-key-agrees', severity: 'error', file: 'secondaries/east/join-secret.yaml', line: 18 }
    ])
    expect(stdout).toMatch(/^::error file=secondaries\/east\/join-secret\.yaml,line=18,.*title=/m)
    expect(summary).toContain('join-key-agrees')
  })

  test('fail-on never passes with the same findings', async () => {
    const { status, outputs } = await step({ files: faulty, inputs: { mode: 'validate', 'fail-on': 'never' } })
    expect({ status, errors: outputs.errors, verdict: outputs.verdict }).toEqual({
      status: 0,
      errors: '1',
      verdict: 'pass'
    })
  })

  test('an ignore comment with a reason silences, and is counted', async () => {
    const files = {
      ...faulty,
      'secondaries/east/join-secret.yaml': faulty['secondaries/east/join-secret.yaml'].replace(
        'key: fleet-join-tokens',
        'key: fleet-join-tokens # kasten-multicluster-ignore join-key-agrees: pushed by the old primary until June'
      )
    }
    const { status, report } = await step({ files, inputs: { mode: 'validate', 'report-file': 'report.json' } })
    expect({ status, ignored: report.ignored, findings: report.findings }).toEqual({
      status: 0,
      ignored: 1,
      findings: []
    })
  })

  test('the same repository gives the same bytes', async () => {
    const once = await step({
      files: faulty,
      inputs: { mode: 'validate', 'report-file': 'report.json', 'sarif-file': 'log.sarif' }
    })
    const again = await step({
      files: faulty,
      inputs: { mode: 'validate', 'report-file': 'report.json', 'sarif-file': 'log.sarif' }
    })
    const fixed = (text: string): string => text.replace(/ghadelimiter_[-0-9a-f]+/g, 'ghadelimiter')
    expect(fixed(again.everything)).toBe(fixed(once.everything))
  })
})

describe('wrong usage', () => {
  test.each([
    [{ mode: 'validat' }, /must be one of validate, drift/],
    [{ mode: 'validate', 'fail-onn': 'error' }, /unknown input "fail-onn"; did you mean "fail-on"/],
    [
      { mode: 'validate', 'fail-on': 'everything' },
      /must be one of error, warning, notice, never; "everything" is not/
    ],
    [{ mode: 'validate', path: 'nowhere' }, /"nowhere" is no folder/],
    [{ mode: 'validate', path: '../..' }, /leaves the workspace/],
    [{ mode: 'validate', config: 'nowhere.yaml' }, /config file "nowhere\.yaml" does not exist/],
    [{ mode: 'validate', config: 'primary' }, /config file "primary" can't be read \(EISDIR\)/],
    [{ mode: 'validate', 'clusters-file': 'nowhere.yaml' }, /clusters-file "nowhere\.yaml" does not exist/],
    [{ mode: 'validate', 'clusters-file': 'primary' }, /clusters-file "primary" can't be read \(EISDIR\)/],
    [
      { mode: 'validate', 'primary-path': 'primry' },
      /"primry" of "primary-path" is no folder .*; the nearest is "primary"\./
    ],
    [{ mode: 'validate', 'primary-path': 'fleet/primary' }, /the nearest is "primary"\./],
    [
      { mode: 'validate', 'secondary-paths': 'secondaries/east, secondaries/*, xyz' },
      /::error::"secondaries\/\*" of "secondary-paths" .*; the nearest is "secondaries"\.%0A"xyz" of "secondary-paths" is no folder in the checkout\.%0A/
    ],
    [{ mode: 'validate', 'primary-path': '../primary' }, /"\.\.\/primary" of "primary-path" is no folder/],
    [
      { mode: 'validate', path: 'secondaries', 'primary-path': 'primary' },
      /"primary" of "primary-path" is no folder below "secondaries", which "path" names\./
    ],
    [{}, /"mode" is missing/]
  ] as [Record<string, string>, RegExp][])('%j', async (inputs, message) => {
    const { status, stdout } = await step({ files: exampleFleet, inputs })
    expect(status).toBe(2)
    expect(stdout).toMatch(message)
  })

  test('an input that the mode does not read earns a warning', async () => {
    const { status, stdout } = await step({ files: exampleFleet, inputs: { mode: 'validate', 'dry-run': 'true' } })
    expect(status).toBe(0)
    expect(stdout).toContain('"dry-run" has no effect in mode validate')
  })
})

describe('a config file of another name', () => {
  const remarksOf = async (files: Record<string, string>, inputs: Record<string, string> = {}): Promise<string[]> => {
    const done = await step({ files: { ...exampleFleet, ...files }, inputs: { mode: 'validate', ...inputs } })
    return [...done.stdout.replaceAll(/\s+/g, ' ').matchAll(/remark: (The file .+? is not read: .+?"config"\.)/g)].map(
      ([, said]) => said!
    )
  }

  test.each([
    '.github/kasten-multicluster.yml',
    '.github/kasten-multi-cluster.yaml',
    '.github/kasten_multicluster.yaml',
    '.github/Kasten-Multicluster.yml',
    '.github/kasten-multicluster-gitops.yaml',
    '.github/.kasten-multicluster.yaml',
    'kasten-multicluster.yaml',
    '.kasten-multicluster.yml'
  ])('%s is not read, and that is said with the name that is', async name => {
    expect(await remarksOf({ [name]: 'fail-on: warning\n' })).toEqual([
      `The file ${name} is not read: call it .github/kasten-multicluster.yaml, or name it with "config".`
    ])
  })

  test('is no matter when it is named, or is something else', async () => {
    const yml = '.github/kasten-multicluster.yml'
    expect(await remarksOf({ [yml]: 'fail-on: warning\n' }, { config: yml })).toEqual([])
    expect(
      await remarksOf({
        '.github/kasten-multicluster.yaml': 'fail-on: warning\n',
        '.github/workflows/kasten-multicluster.yml': 'on: push\n',
        'kasten-multicluster.yaml': exampleFleet['argocd/east.yaml']!,
        'kasten-multicluster.md': 'words'
      })
    ).toEqual([])
  })
})

describe('files nobody should have', () => {
  test('are findings or not checked, never a crash', async () => {
    const files = {
      ...exampleFleet,
      'secondaries/east/binary.yaml': Buffer.from([0x6b, 0, 0xff, 0xfe]),
      'secondaries/west/latin1.yaml': Buffer.from('kind: caf\u00e9', 'latin1'),
      'other/bomb.yaml': `kind: x\na: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghi'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]\n`)
        .join('')}`,
      'other/broken.yaml': 'kind: Pod\n  a: [\n',
      'other/deep.yaml': `kind: x\na: ${'['.repeat(5000)}`,
      'other/huge.yaml': Buffer.alloc(11 * 1024 * 1024, 'kind: x\n')
    }
    const { status, report } = await step({ files, inputs: { mode: 'validate', 'report-file': 'report.json' } })
    expect(status).toBe(0)
    const reasons = Object.fromEntries(
      report.notChecked.map(({ file, reason }: { file: string; reason: string }) => [file, reason])
    )
    expect(Object.keys(reasons).sort()).toEqual(
      Object.keys(files)
        .filter(file => !(file in exampleFleet))
        .sort()
    )
    expect(reasons['other/huge.yaml']).toMatch(/larger than 10 MiB/)
    expect(reasons['secondaries/east/binary.yaml']).toMatch(/not UTF-8/)
  })
})

describe('the command line', () => {
  test.each([
    [[], 2, /Which mode\?/],
    [['--help'], 0, /Usage: kasten-multicluster/],
    [['validate'], 0, /everything agrees/],
    [['validate', '.', '--format', 'json'], 0, /"schema": 1/],
    [['validate', '--format=sarif'], 0, /"version": "2.1.0"/],
    [['validate', '--format', 'xml'], 2, /must be one of text, json, sarif, github/],
    [['validate', '--help'], 0, /One of error,\s+warning, notice, never/],
    [['validate', '--no-summary', '.'], 0, /everything agrees/],
    [['validate', '--eso-version', 'latest'], 2, /^error: --eso-version must be a version .*; "latest" is not\.\n$/],
    [['offboard', '--cluster-name', 'east'], 2, /--github-token "\$\(gh auth token\)"/]
  ] as [string[], number, RegExp][])('%j', async (args, expected, words) => {
    const { status, stdout, stderr } = await step({ files: exampleFleet, inputs: {}, entry: 'cli.js', args })
    expect(status).toBe(expected)
    expect(stdout + stderr).toMatch(words)
    expect(stdout + stderr).toMatch(/\n$/)
  })
})

test('a summary that the runner does not take is a warning; outputs and verdict stand', async () => {
  const { status, outputs, stdout } = await step({
    files: exampleFleet,
    inputs: { mode: 'validate' },
    env: { GITHUB_STEP_SUMMARY: '/nowhere/summary' }
  })
  expect({ status, verdict: outputs.verdict }).toEqual({ status: 0, verdict: 'pass' })
  expect(stdout).toMatch(/^::warning::The job summary could not be written/m)
  expect(stdout).not.toContain('bug')
})
