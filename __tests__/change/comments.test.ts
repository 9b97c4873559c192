import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commentsOf } from '../../src/change/comments.ts'
import { onboardingOf } from '../../src/change/onboarding.ts'
import { fleetOf } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { exampleFleet, exampleRepository } from '../../src/rules/example-fleet.ts'
import { checkoutOf } from '../../src/source/checkout.ts'

const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }

/** What becomes of a comment on top of the example's Application, given that of another one. */
async function copied(west: string, east: string): Promise<{ comment: string; notes: readonly string[] }> {
  const files = {
    ...exampleFleet,
    'argocd/west.yaml': `${west}\n${exampleFleet['argocd/west.yaml']!}`,
    'argocd/east.yaml': `${east}\n${exampleFleet['argocd/east.yaml']!}`
  }
  const { changes, notes } = await plannedFor(files)
  return { comment: (changes.get('argocd/north.yaml') as string).split('\n')[0]!, notes }
}

async function plannedFor(files: Readonly<Record<string, string>>) {
  const fleet = fleetOf(await repositoryOf(checkoutOf(files)), settings)
  const plan = onboardingOf(
    fleet,
    fleet.secondaries.find(({ label }) => label === 'west')!,
    {
      name: 'north',
      ingress: 'https://kasten.north.contoso.com/k10',
      server: 'https://north.k8s.contoso.com:6443',
      destinationName: undefined
    }
  )
  if ('problems' in plan) throw new Error(plan.problems.join('\n'))
  return plan
}

describe('a comment that names the example', () => {
  test('names the new secondary, where that of another one names the other', async () => {
    const { comment, notes } = await copied(
      '# The secondary west, run by ops-west.',
      '# The secondary east, run by ops-east.'
    )
    expect(comment).toBe('# The secondary north, run by ops-north.')
    expect(notes).toEqual([])
  })

  test('stays where others say it alike', async () => {
    const { comment, notes } = await copied('# Set up like west.', '# Set up like west.')
    expect(comment).toBe('# Set up like west.')
    expect(notes).toEqual([])
  })

  test('stays where nothing shows what it means, and a person is told', async () => {
    const { comment, notes } = await copied('# Moved out west in 2024.', '# Bought in 2023.')
    expect(comment).toBe('# Moved out west in 2024.')
    expect(notes.join()).toContain('"# Moved out west in 2024."')
  })
})

describe('a comment in an element of a list', () => {
  const set = (west: string, east: string): string => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: secondaries
  namespace: argocd
spec:
  generators:
    - list:
        elements:
          - name: east # ${east}
            server: https://east.k8s.contoso.com:6443
          - name: west # ${west}
            server: https://west.k8s.contoso.com:6443
  template:
    metadata:
      name: kasten-{{name}}
    spec:
      project: default
      destination:
        server: '{{server}}'
        namespace: kasten-io
      source:
        repoURL: https://github.com/contoso/kasten-fleet
        targetRevision: main
        path: secondaries/{{name}}
`
  const { 'argocd/east.yaml': _east, 'argocd/west.yaml': _west, ...rest } = exampleFleet

  test.each([
    [
      'names the new secondary, as that of another one names the other',
      'run by ops-west',
      'run by ops-east',
      'run by ops-north'
    ],
    ['stays where nothing shows what it means, and a person is told', 'out west', 'ours', 'out west'],
    ['stays where all say it alike', 'as in west', 'as in west', 'as in west']
  ])('%s', async (_what, west, east, north) => {
    const { changes, notes } = await plannedFor({ ...rest, 'argocd/secondaries.yaml': set(west, east) })
    expect(changes.get('argocd/secondaries.yaml')).toContain(`          - name: north # ${north}\n`)
    expect(notes.join().includes('out west')).toBe(west === 'out west')
  })
})

describe('comments', () => {
  test.each([
    ['a: b # c', ['# c']],
    ['# a\n\n  # b\nk: 1', ['# a', '# b']],
    ["a: 'b # c' # d", ['# d']],
    ['a: b#c', []],
    ['a: |\n  # no comment\n# one\nb: c', ['# one']],
    ['"a # b": c # d\n? e # f\n: g', ['# d', '# f']],
    ['a: "x # y"\na: z # w', ['# w']],
    ['- "#x"\n- [a, # y\n  b]', ['# y']],
    ['a: b # c\r\nd: e # f\r\n', ['# c', '# f']]
  ])('of %j', (text, comments) => {
    expect(commentsOf(text).map(comment => comment.text)).toEqual(comments)
  })

  test('are never part of a value', () => {
    const word = fc.stringMatching(/^[a-z #]{0,12}$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 6 }), rows => {
        const text = rows
          .map(([value, comment], index) => `k${index}: ${JSON.stringify(value)} # ${comment}`)
          .join('\n')
        expect(commentsOf(text).map(found => found.text)).toEqual(rows.map(([, comment]) => `# ${comment}`))
      })
    )
  })
})
