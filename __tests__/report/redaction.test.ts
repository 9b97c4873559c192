import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { excerptsOf } from '../../src/report/excerpt.ts'
import { displayWidth } from '../../src/report/display-width.ts'
import {
  redactedMark,
  secretPlacesOf,
  secretSpans,
  replaced,
  withoutSecrets,
  withoutSecretsIn
} from '../../src/report/redaction.ts'
import type { Finding } from '../../src/rules/finding.ts'

const shown = (line: string): string => replaced(line, secretSpans(line))

/** Tokens of the shapes that are met: random bytes in base64 and base64url, JSON web tokens, and tokens with a prefix. */
const token = fc.oneof(
  fc.uint8Array({ minLength: 36, maxLength: 120 }).map(bytes => Buffer.from(bytes).toString('base64')),
  fc.uint8Array({ minLength: 36, maxLength: 120 }).map(bytes => Buffer.from(bytes).toString('base64url')),
  fc
    .tuple(fc.uint8Array({ minLength: 20, maxLength: 60 }), fc.uint8Array({ minLength: 20, maxLength: 60 }))
    .map(
      ([claims, signature]) =>
        `eyJhbGciOiJIUzI1NiJ9.eyJ${Buffer.from(claims).toString('base64url')}.${Buffer.from(signature).toString('base64url')}`
    ),
  fc.stringMatching(/^(?:ghp_|github_pat_|xoxb-|sk-|AKIA|glpat-|hvs\.)[A-Za-z0-9]{16,40}$/)
)

/** Random bytes can look like anything, a path of small letters included; such are not what these tests are about. */
const random = token.filter(text => /[A-Z]/.test(text) && /[a-z]/.test(text) && new Set(text).size > 14)

describe('a line of a manifest', () => {
  test.each([
    ['  token: hunter2hunter2', '  token: ‹redacted›'],
    ['  "token": "hunter2 hunter2", "name": "x"', '  "token": ‹redacted›, "name": "x"'],
    ["  password: 'it''s' # why", '  password: ‹redacted› # why'],
    ['  password: a b&c,d', '  password: ‹redacted›'],
    ['  clientSecret: !!str abc', '  clientSecret: !!str ‹redacted›'],
    ['{token: abc, name: x}', '{token: ‹redacted›, name: x}'],
    ['  - --token=abc --name=x', '  - --token=‹redacted› --name=x'],
    ['  url: https://user:pass@git.example/x', '  url: https://user:‹redacted›@git.example/x'],
    ['  authorization: Bearer abcdefghijkl', '  authorization: ‹redacted›'],
    ['  header: "Bearer abcdefghijkl"', '  header: "Bearer ‹redacted›'],
    ['  ca: -----BEGIN PRIVATE KEY-----MIIB', '  ca: ‹redacted›'],
    ['  tls.key: aHVudGVyMmh1bnRlcg==', '  tls.key: ‹redacted›']
  ])('%j', (line, safe) => {
    expect(shown(line)).toBe(safe)
  })

  test.each([
    '    - secretKey: token',
    '  secretName: join-token-secret',
    '        remoteKey: mcourcy-multicluster6-join-token',
    '  secretStoreRef: {name: azurekv-mcourcy-join-tokens-store, kind: ClusterSecretStore}',
    '  clientSecret:',
    '  token: ${{ secrets.GITHUB_TOKEN }}',
    '  token: {{ .Values.token }}',
    '  selector: {secret: {name: join-token}}',
    '  cluster-ingress: https://kasten.mcourcy-secondary.customers.kastenevents.com/k10',
    '  targetRevision: 0123456789abcdef0123456789abcdef01234567',
    '  path: clusters/production/europe/west/secondary-paris/kasten/multicluster',
    '  id: /subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/Rg1/providers/Microsoft.KeyVault',
    '  image: gcr.io/kasten-images/x@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  ])('%j holds no secret', line => {
    expect(shown(line)).toBe(line)
  })

  test('a sentence keeps its words', () => {
    const sentence = 'The key token: "a" differs from the secret: "b"; basic authentication, see token=x.'
    expect(withoutSecrets(sentence)).toBe(sentence)
  })

  test('no planted token survives, wherever it stands', () => {
    fc.assert(
      fc.property(
        random,
        fc.constantFrom('  data: ', 'key: "', '- ', '{"a": "', '# ', 'see '),
        fc.constantFrom('', ' # x', '"', '"}'),
        (secret, before, after) => {
          for (const safe of [
            shown(before + secret + after),
            withoutSecrets(before + secret + after),
            withoutSecretsIn(`+${before}${secret}${after}`)
          ]) {
            expect(safe).not.toContain(secret)
            expect(safe).toContain(redactedMark)
          }
        }
      ),
      { numRuns: 500 }
    )
  })

  test('a million characters take no time to speak of', () => {
    for (const part of [
      'a.',
      'eyJ-',
      'token',
      'token ',
      'a:',
      'A1b2',
      ' ',
      '{"secret":',
      '-----BEGIN ',
      'https://a:'
    ]) {
      expect(typeof shown(part.repeat(1_000_000 / part.length))).toBe('string')
    }
  }, 20_000)
})

const place = (line: number, column: number, endColumn: number) => ({
  file: 'a.yaml',
  line,
  column,
  endLine: line,
  endColumn
})

/** The excerpt of a place on the only line. */
const of = (text: string, column: number, endColumn: number, width = 80, secret = false) =>
  excerptsOf(
    () => text,
    () => secret
  )(place(1, column, endColumn), width)

describe('an excerpt', () => {
  test('has its caret below the place', () => {
    expect(of('  name: paris', 9, 14)).toEqual({ line: 1, text: '  name: paris', before: 8, under: 5 })
  })

  test('counts tabs, wide characters and what was made visible', () => {
    expect(of('\t你好: x', 6, 7)).toEqual({ line: 1, text: '    你好: x', before: 10, under: 1 })
    expect(of('a\u202Eb: x', 2, 3)).toEqual({ line: 1, text: 'a‹U+202E›b: x', before: 1, under: 8 })
  })

  test('puts the caret below the mark of a secret', () => {
    expect(of('  token: abcdefgh', 10, 18)).toEqual({ line: 1, text: '  token: ‹redacted›', before: 9, under: 10 })
    expect(of('  token: abcdefgh # x', 19, 22)).toMatchObject({ text: '  token: ‹redacted› # x', before: 20, under: 3 })
  })

  test('on a line known to hold a secret the whole value goes', () => {
    expect(of('  anything: my dog # and its name', 4, 5, 80, true)?.text).toBe('  anything: ‹redacted›')
    expect(of('    first line of a block', 4, 5, 80, true)?.text).toBe('    ‹redacted›')
    expect(of('  - "a: b": c', 4, 5, 80, true)?.text).toBe('  - "a: b": ‹redacted›')
  })

  test('a finding of another rule on such a line does not show it either', () => {
    const finding: Finding = {
      ...place(3, 3, 9),
      endLine: 4,
      rule: 'no-token-in-git',
      severity: 'error',
      message: '',
      related: [],
      clusters: []
    }
    const places = secretPlacesOf([finding], new Set(['no-token-in-git']))
    expect([2, 3, 4, 5].map(line => places('a.yaml', line))).toEqual([false, true, true, false])
    expect(places('b.yaml', 3)).toBe(false)
  })

  test('a long line is shown around the place', () => {
    const excerpt = of(`${'x'.repeat(500)}NEEDLE${'y'.repeat(500)}`, 501, 507, 60)
    expect(excerpt?.text.slice(excerpt.before, excerpt.before + excerpt.under)).toBe('NEEDLE')
    expect(excerpt?.text.startsWith('…') && excerpt.text.endsWith('…')).toBe(true)
  })

  test('lines that cannot be had, are empty or endless are left out', () => {
    expect(of('   ', 1, 2)).toBeUndefined()
    expect(of('x'.repeat(20_000), 1, 2)).toBeUndefined()
    expect(
      excerptsOf(
        () => undefined,
        () => false
      )(place(1, 1, 2), 80)
    ).toBeUndefined()
  })

  test('any place on any line gives a caret within the width, and no control character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.nat(250),
        fc.nat(250),
        fc.integer({ min: 20, max: 120 }),
        (text, column, length, width) => {
          const excerpt = of(text, column, column + length, width)
          if (excerpt === undefined) return
          expect(excerpt.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
          expect(excerpt.under).toBeGreaterThan(0)
          expect(displayWidth(excerpt.text)).toBeLessThanOrEqual(
            Math.max(width, displayWidth(text) > width ? width : 0) + 1
          )
          expect(excerpt.before).toBeLessThanOrEqual(displayWidth(excerpt.text))
        }
      )
    )
  })
})
