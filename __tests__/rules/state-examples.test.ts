import { describe, expect, test } from '@jest/globals'
import { fleetOf, type Fleet } from '../../src/model/fleet.ts'
import type { LiveApplication, LiveFleet } from '../../src/model/live.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { changeRules } from '../../src/rules/change/index.ts'
import { exampleOf, type Example } from '../../src/rules/example.ts'
import type { Finding } from '../../src/rules/finding.ts'
import { judge } from '../../src/rules/judge.ts'
import { liveRules } from '../../src/rules/live/index.ts'
import type { Rule } from '../../src/rules/rule.ts'
import { vaultRules } from '../../src/rules/vault/index.ts'

const day = 86_400_000

async function readFleet(example: Example): Promise<Fleet> {
  return fleetOf(await repositoryOf(example.checkout), example.settings)
}

async function vaultFindings(text: string, rules: typeof vaultRules): Promise<readonly Finding[]> {
  const example = exampleOf(text)
  const fleet = await readFleet(example)
  return judge(rules, {
    fleet,
    vault: example.vault,
    now: example.settings.now,
    expiresWithin: 30 * day,
    maxTokenAge: 90 * day
  })
}

/** Argo CD as the example has it: every Application of Git, healthy, but for what its `# live:` lines say. */
function liveOf(fleet: Fleet, said: Example['live']): LiveFleet {
  const healthy = fleet.applications.map(({ name, namespace, destination, sources }) => ({
    ...bare(name),
    namespace,
    destination: { server: destination.server?.value, namespace: destination.namespace?.value },
    sources: sources.map(source => ({
      repoURL: source.repoURL!.value,
      path: source.path?.value,
      targetRevision: source.targetRevision?.value
    }))
  })) as LiveApplication[]
  const changed = new Map(said.map(each => [each.name, each]))
  const known = new Set(healthy.map(({ name }) => name))
  const more = said.filter(({ name }) => !known.has(name!)).map(each => ({ ...bare(each.name!), ...each }))
  const all = [...healthy.map(each => ({ ...each, ...changed.get(each.name) })), ...more] as (LiveApplication & {
    absent?: boolean
  })[]
  return { known: true, applications: all.filter(({ absent }) => !absent) }
}

function bare(name: string): LiveApplication {
  return {
    name,
    namespace: 'argocd',
    project: 'default',
    destination: {},
    sources: [],
    automated: true,
    sync: 'Synced',
    health: 'Healthy',
    conditions: [],
    resources: []
  }
}

async function liveFindings(text: string, rules: typeof liveRules): Promise<readonly Finding[]> {
  const example = exampleOf(text)
  const fleet = await readFleet(example)
  return judge(rules, { fleet, live: liveOf(fleet, example.live), now: example.settings.now })
}

/** The change from the healthy fleet to the example. */
async function changeFindings(text: string, rules: typeof changeRules): Promise<readonly Finding[]> {
  const before = await readFleet(exampleOf('# file: readme.txt\nbefore'))
  return judge(rules, { before, after: await readFleet(exampleOf(text)) })
}

const lines = (findings: readonly Finding[]): string[] =>
  [...new Set(findings.map(({ file, line }) => `${file}:${line}`))].sort()

function suite<Subject>(
  rules: readonly Rule<Subject>[],
  findingsOf: (text: string, rules: readonly Rule<Subject>[]) => Promise<readonly Finding[]>
): void {
  describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_id, rule) => {
    test.each(rule.bad.map((example, index) => [index + 1, example] as const))(
      'bad example %i',
      async (_n, example) => {
        const { marks } = exampleOf(example)
        expect(marks.length).toBeGreaterThan(0)
        expect(lines(await findingsOf(example, [rule]))).toEqual(marks)
      }
    )

    test.each(rule.good.map((example, index) => [index + 1, example] as const))(
      'good example %i',
      async (_n, example) => {
        expect(await findingsOf(example, rules)).toEqual([])
      }
    )
  })
}

suite(vaultRules, vaultFindings)
suite(liveRules, liveFindings)
suite(changeRules, changeFindings)
