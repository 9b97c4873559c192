import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { atLeast, compareVersions, type Version, versionOf } from '../../src/source/version.ts'

const version = (text: string): Version => {
  const found = versionOf(text)
  if (found === undefined) throw new Error(text)
  return found
}

describe('versionOf', () => {
  test.each([
    ['v1.2.3', { major: 1, minor: 2, patch: 3, prerelease: '' }],
    ['1.2', { major: 1, minor: 2, patch: 0, prerelease: '' }],
    ['8', { major: 8, minor: 0, patch: 0, prerelease: '' }],
    ['2.9.0-rc1', { major: 2, minor: 9, patch: 0, prerelease: 'rc1' }],
    ['2.9.0+build.5', { major: 2, minor: 9, patch: 0, prerelease: '' }]
  ])('%s', (text, parts) => expect(versionOf(text)).toEqual(parts))

  test.each(['', '>=1.2', '1.x', '^2.0.0', '~1', '*', '1.2.3.4', 'main', 'HEAD', '1.2 - 3', 'latest'])(
    '%j is none',
    text => expect(versionOf(text)).toBeUndefined()
  )
})

describe('compareVersions', () => {
  test('orders as semver does', () => {
    const ordered = [
      '0.16.0',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.10',
      '1.2.0',
      '2.0.0'
    ]
    const shuffled = ordered.toReversed().map(version).sort(compareVersions)
    expect(shuffled).toEqual(ordered.map(version))
  })

  test('is an order', () => {
    const any = fc
      .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.constantFrom('', 'rc1', 'rc.2', 'rc.10', 'alpha'))
      .map(([major, minor, patch, prerelease]): Version => ({ major, minor, patch, prerelease }))
    fc.assert(
      fc.property(any, any, (a, b) =>
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0)
      )
    )
  })
})

describe('atLeast', () => {
  test.each([
    ['0.16.0', '0.16.0', true],
    ['0.16.1', '0.16', true],
    ['0.9.20', '0.16.0', false],
    ['2.9.0-rc1', '2.9.0', true],
    ['v3.5.1', '3.5', true]
  ])('%s from %s', (text, least, expected) => expect(atLeast(version(text), least)).toBe(expected))

  test('a wrong bound is our own mistake', () =>
    expect(() => atLeast(version('1.0.0'), 'soon')).toThrow('not a version'))
})
