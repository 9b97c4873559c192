import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { doublestar, gitPathspec, type Glob, gobwasGlob, isTrustedGobwas, pathMatch } from '../../src/source/glob.ts'
import table from './glob-cases.json' with { type: 'json' }

const compile: Readonly<Record<string, (pattern: string) => Glob | undefined>> = {
  gobwas: pattern => gobwasGlob(pattern),
  'gobwas/': pattern => gobwasGlob(pattern, '/'),
  path: pathMatch,
  doublestar,
  git: gitPathspec
}

describe('globs answer as Argo CD’s own libraries and git did', () => {
  test.each(table.cases)('$kind $pattern', ({ kind, pattern, matches }) => {
    const glob = compile[kind]?.(pattern)
    expect(glob === undefined ? null : table.files.filter(glob)).toEqual(matches)
  })
})

describe('where the pattern languages differ', () => {
  test('a star crosses folders in a directory’s include and in git, not in a project’s sourceRepos', () => {
    expect(gobwasGlob('apps/*.yaml')?.('apps/a/b.yaml')).toBe(true)
    expect(gitPathspec('apps/*.yaml')?.('apps/a/b.yaml')).toBe(true)
    expect(gobwasGlob('apps/*.yaml', '/')?.('apps/a/b.yaml')).toBe(false)
    expect(pathMatch('apps/*.yaml')?.('apps/a/b.yaml')).toBe(false)
    expect(doublestar('apps/*.yaml')?.('apps/a/b.yaml')).toBe(false)
  })

  test('gobwas matches the folder above too when both ends share a slash', () => {
    expect(gobwasGlob('clusters/*/values.yaml')?.('clusters/values.yaml')).toBe(true)
    expect(gobwasGlob('{clusters/*/values.yaml,apps/*.yml}')?.('clusters/values.yaml')).toBe(true)
  })

  test('a class of two ranges does not compile for gobwas', () => {
    expect(gobwasGlob('[a-z0-9]*')).toBeUndefined()
  })

  test('git finds all that is in a folder', () => {
    expect(gitPathspec('apps')?.('apps/a/b.yaml')).toBe(true)
    expect(gitPathspec('apps')?.('apps2/a')).toBe(false)
  })

  test('alternatives with stars beside something else are not to be trusted', () => {
    expect(isTrustedGobwas('x/{*.yaml,b}')).toBe(false)
    expect(isTrustedGobwas('{x/*.yaml,b/*}')).toBe(true)
    expect(isTrustedGobwas('{apps,clusters}/*.yaml')).toBe(true)
  })
})

describe('no pattern is too much', () => {
  const pattern = fc.string({
    unit: fc.constantFrom('*', '**/', '?', '[a-b]', '{a,', '}', ',', 'a', '/', '\\', '[', ']')
  })

  test.each(Object.entries(compile))('%s never throws', (_, of) => {
    fc.assert(fc.property(pattern, fc.string(), (text, name) => expect(() => of(text)?.(name)).not.toThrow()))
  })

  test('stars that would make a backtracking matcher explode give an answer', () => {
    for (const of of Object.values(compile)) expect(of(`${'*a'.repeat(30)}b`)?.('a'.repeat(2000))).toBe(false)
    expect(gobwasGlob('{a,b}'.repeat(40))?.('a'.repeat(40))).toBe(true)
    expect(doublestar('{a,b}'.repeat(40))).toBeUndefined()
  })
})
