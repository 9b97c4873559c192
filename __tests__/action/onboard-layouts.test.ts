import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { onPath } from '../../src/adapters/render/process.ts'
import { actionsToken, createGithub } from '../loopback/github.ts'
import { internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

const { PATH: path = '' } = process.env
const folder = join(import.meta.dirname, '../fleets')

/** Merged by real git, validated by the built action, parted from again. Overlays need a program: skipped, and said to be, without. */
describe.each(readdirSync(folder))('%s', layout => {
  const isBuildable = layout !== 'kustomize-overlays' || onPath('kustomize', path) || onPath('kubectl', path)
  const inLayout = isBuildable ? test : test.skip

  inLayout('gains a secondary without a finding, and loses it to the byte', async () => {
    const github = createGithub({ name: 'contoso/kasten-fleet', folder: join(folder, layout) })
    const net = await internet({
      'api.github.com': github.handler,
      'contoso-fleet.vault.azure.net': () => ({ status: 404 })
    })
    const treeOf = (): string => github.repository.git.run(['rev-parse', 'refs/heads/main^{tree}'])
    const run = async (inputs: Record<string, string>): Promise<Step> =>
      step({
        files: github.snapshot().branches.main!.files,
        inputs: { 'github-token': actionsToken, 'report-file': 'report.json', ...inputs },
        env: { ...net.env, GITHUB_EVENT_NAME: 'workflow_dispatch' }
      })
    try {
      const before = { tree: treeOf(), validation: await run({ mode: 'validate', 'fail-on': 'never' }) }
      const joined = await run({
        mode: 'onboard',
        'azure-credential': 'oidc',
        'require-token': 'false',
        'cluster-name': 'north',
        'cluster-ingress': 'https://kasten.north.contoso.com/k10',
        'destination-server': 'https://north.k8s.contoso.com:6443'
      })
      expect({ status: joined.status, findings: joined.report.findings }).toEqual({ status: 0, findings: [] })
      github.merge(1)
      const after = await run({ mode: 'validate', 'fail-on': 'never' })
      expect(after.report.findings).toEqual(before.validation.report.findings)
      expect(namesIn(after)).toEqual(['east', 'north', 'west'])
      const parted = await run({ mode: 'offboard', 'cluster-name': 'north' })
      expect({ status: parted.status, names: namesIn(parted) }).toEqual({ status: 0, names: ['east', 'west'] })
      github.merge(2)
      expect(treeOf()).toBe(before.tree)
      expect(github.contractViolations).toEqual([])
    } finally {
      await net.close()
      await github.close()
    }
  })
})

const namesIn = ({ report }: Step): string[] =>
  report.fleet.secondaries.map(({ name }: { name: string }) => name).sort()
