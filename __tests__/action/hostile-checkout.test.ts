// Checkouts nobody should have: links, odd encodings, odd names. The built action says what it could not read, and forges nothing.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { step, type Step } from './runner.ts'

const inputs = { mode: 'validate', 'report-file': 'report.json', 'sarif-file': 'log.sarif' }

function reasonsIn({ report }: Step): Record<string, string> {
  const notChecked: { file: string; reason: string }[] = report.notChecked
  return Object.fromEntries(notChecked.map(({ file, reason }) => [file, reason]))
}

describe('links', () => {
  test('that leave the checkout, lead to folders or nowhere are refused and listed; others are followed', async () => {
    const done = await step({
      files: exampleFleet,
      inputs,
      prepare: workspace => {
        const outside = join(workspace, '..', 'outside')
        mkdirSync(outside)
        writeFileSync(join(outside, 'secret.yaml'), 'kind: Secret\nstringData: { token: of-another-user }\n')
        symlinkSync('../../outside/secret.yaml', join(workspace, 'primary/leaves.yaml'))
        symlinkSync('/etc/passwd', join(workspace, 'primary/passwd.yaml'))
        symlinkSync(outside, join(workspace, 'primary/folder'))
        symlinkSync('..', join(workspace, 'primary/loop'))
        symlinkSync('self.yaml', join(workspace, 'primary/self.yaml'))
        symlinkSync('nothing.yaml', join(workspace, 'primary/dead.yaml'))
        symlinkSync('namespace.yaml', join(workspace, 'primary/again.yaml'))
      }
    })
    expect(done.status).not.toBe(2)
    expect(reasonsIn(done)).toEqual({
      'primary/leaves.yaml': 'it is a link that leaves the checkout',
      'primary/passwd.yaml': 'it is a link that leaves the checkout',
      'primary/folder': 'it is a link that leaves the checkout',
      'primary/loop': 'it is a link to a folder, which Argo CD does not follow',
      'primary/self.yaml': 'it is a link that leads nowhere (ELOOP)',
      'primary/dead.yaml': 'it is a link that leads nowhere (ENOENT)'
    })
    expect(done.report.findings).toMatchObject([
      { rule: 'objects-are-declared-once', related: [{ file: 'primary/again.yaml' }] }
    ])
    expect(done.everything).not.toMatch(/of-another-user|root:x:/)
  })

  const isRoot = process.getuid?.() === 0
  ;(isRoot ? test.skip : test)('and folders that may not be read are listed', async () => {
    const done = await step({
      files: { ...exampleFleet, 'locked/a.yaml': 'kind: x\n' },
      inputs,
      prepare: workspace => chmodSync(join(workspace, 'locked'), 0o000)
    })
    expect(reasonsIn(done)).toEqual({ locked: "the folder can't be read (EACCES)" })
  })
})

describe('texts', () => {
  test('of other encodings, without end or without a bottom are listed, and end', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('kind: Pod\n', 'utf16le')])
    const files = {
      'odd/utf16.yaml': utf16,
      'odd/utf16-be.yaml': Buffer.from(utf16).swap16(),
      'odd/nul.yaml': 'kind: Pod\0\n',
      'odd/huge.yaml': Buffer.alloc(50 * 1024 * 1024, 'kind: x\n'),
      'odd/deep.json': `{"kind":${'['.repeat(100_000)}`,
      'odd/deep.yaml': `kind: x\na: ${'{a: '.repeat(20_000)}`,
      'odd/indented.yaml': `kind: x\n${Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')}`
    }
    const done = await step({ files: { ...exampleFleet, ...files }, inputs })
    expect(done.status).toBe(0)
    const reasons = reasonsIn(done)
    expect(Object.keys(reasons).sort()).toEqual(Object.keys(files).sort())
    expect(reasons).toMatchObject({
      'odd/utf16.yaml': 'it is UTF-16; save it as UTF-8',
      'odd/utf16-be.yaml': 'it is UTF-16; save it as UTF-8',
      'odd/nul.yaml': 'it holds a NUL byte, so it is no text',
      'odd/huge.yaml': 'it is larger than 10 MiB (50 MiB)'
    })
  })

  test('with a byte order mark and CRLF are read, and findings are at the same places', async () => {
    const path = 'secondaries/east/join-secret.yaml'
    const faulty = exampleFleet[path]!.replace('key: fleet-join-token', 'key: fleet-join-tokens')
    const windows = Object.entries(exampleFleet).map(([name, text]) => [name, `\ufeff${text.replaceAll('\n', '\r\n')}`])
    const plain = await step({ files: { ...exampleFleet, [path]: faulty }, inputs })
    const done = await step({
      files: { ...Object.fromEntries(windows), [path]: `\ufeff${faulty.replaceAll('\n', '\r\n')}` },
      inputs
    })
    expect(plain.report.findings).toHaveLength(1)
    expect(done.report.findings).toEqual(plain.report.findings)
    expect(done.stdout).toBe(plain.stdout)
  })
})

describe('names', () => {
  const hostile = [
    '::error::forged.yaml',
    'a\n::error file=x::forged.yaml',
    'a\r::set-output name=x::forged.yaml',
    '##[error]forged.yaml',
    'with spaces and #hash.yaml',
    '100%25.yaml',
    'back\\slash.yaml',
    '\u001b[31mred.yaml',
    '<img src=x>|`.yaml',
    '-rf.yaml',
    'C:\\fleet\\east.yaml',
    'é\u202e\u{1F600}.yaml'
  ]
  const secret =
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: mc-join\nstringData:\n  token: aaaabbbbccccddddeeeeffff00001111\n'
  const files = Object.fromEntries(hostile.map(name => [`secondaries/east/${name}`, secret]))

  test('of files forge no command, and each file gets its finding', async () => {
    const done = await step({ files: { ...exampleFleet, ...files }, inputs })
    expect(done.status).toBe(1)
    const found = new Set(done.report.findings.map(({ file }: { file: string }) => file))
    expect(Object.keys(files).filter(file => !found.has(file))).toEqual([])
    const commands = done.stdout.split(/\r\n|\n|\r/).filter(line => /^\s*(?:::|##\[)/.test(line))
    expect(commands.filter(line => !/^::(?:error|warning|notice) (?:file|title)=/.test(line))).toEqual([])
    expect(commands.filter(line => /::forged/.test(line.replace(/^::\w+ [^:]*::/, '')))).toEqual([])
    expect(done.stdout).not.toContain('\u001b')
    expect(done.everything).not.toContain('aaaabbbbccccdddd')
  })

  test('of folders neither', async () => {
    const done = await step({
      files: { ...exampleFleet, 'secondaries/we\nst::error::x/join.yaml': secret },
      inputs: { ...inputs, 'secondary-paths': 'secondaries' }
    })
    expect(done.stdout.split(/\r\n|\n|\r/).filter(line => /^st::|^\s*::error::/.test(line))).toEqual([])
  })
})
