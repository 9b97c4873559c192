import { describe, expect, test } from '@jest/globals'
import { isSshUrl, normalizedGitUrl, sameRepository } from '../../src/source/repository-url.ts'

describe('sameRepository', () => {
  test.each([
    'https://github.com/Org/Repo',
    'https://github.com/org/repo.git',
    'http://github.com/org/repo',
    'ssh://git@github.com/org/repo.git',
    'ssh://git@github.com:22/org/repo',
    'ssh://git@ssh.github.com:443/org/repo.git',
    'git@github.com:org/repo.git',
    'git@altssh.github.com:org/repo',
    'https://user@github.com:443/org/repo',
    'https://user:password@github.com/org/repo',
    'github.com/org/repo',
    ' https://github.com/org/repo/ '
  ])('%s is github.com/org/repo', url => {
    expect(sameRepository(url, 'https://github.com/org/repo')).toBe(true)
    expect(sameRepository('git@github.com:org/repo.git', url)).toBe(true)
  })

  test.each([
    'https://github.com/org/other',
    'https://github.com/org/repo2',
    'https://github.com.evil.test/org/repo',
    'https://gitlab.com/org/repo',
    'oci://github.com/org/repo',
    'https://github.com/other/org/repo',
    '/org/repo',
    'org/repo',
    ''
  ])('%s is not', url => expect(sameRepository(url, 'https://github.com/org/repo')).toBe(false))

  test('nothing equals what is no address, not even itself', () => {
    expect(sameRepository('', '')).toBe(false)
    expect(sameRepository('x'.repeat(5000), 'x'.repeat(5000))).toBe(false)
  })
})

// Answers of NormalizeGitURL in Argo CD.
describe('normalizedGitUrl', () => {
  test.each([
    ['https://github.com/Org/Repo.git', 'https://github.com/org/repo'],
    ['git@github.com:Org/Repo.git', 'git@github.com/org/repo'],
    ['ssh://git@github.com/Org/Repo.git', 'git@github.com/org/repo'],
    ['ssh://git@github.com:22/o/r', 'git@github.com:22/o/r'],
    [' https://user@host/o/r ', 'https://user@host/o/r'],
    ['https://host/a b', 'https://host/a%20b'],
    ['https://host/é', 'https://host/%C3%A9'],
    ['https://host/o%zz', ''],
    ['https://host:x/o', ''],
    ['ssh://git@host:path/o', ''],
    ['oci://host/o/r', 'oci://host/o/r'],
    ['*', '*'],
    ['https://github.com/org/*', 'https://github.com/org/*'],
    ['', '']
  ])('%s', (url, normal) => expect(normalizedGitUrl(url)).toBe(normal))
})

describe('isSshUrl', () => {
  test.each([
    ['git@github.com:o/r', true],
    ['ssh://git@github.com/o/r', true],
    ['https://user@github.com/o/r', false],
    ['https://github.com/o/r', false],
    ['ssh://github.com/o/r', false]
  ])('%s', (url, ssh) => expect(isSshUrl(url)).toBe(ssh))
})
