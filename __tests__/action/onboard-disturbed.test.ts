import { describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import type { Snapshot } from '../loopback/github-snapshot.ts'
import { internet } from '../loopback/proxy-internet.ts'
import type { Handler } from '../loopback/serve.ts'
import { step, type Step } from './runner.ts'

const asked = (name: string): Record<string, string> => ({
  mode: 'onboard',
  'cluster-name': name,
  'cluster-ingress': `https://kasten.${name}.contoso.com/k10`,
  'destination-server': `https://${name}.k8s.contoso.com:6443`
})
const branch = 'kasten-multicluster/onboard-north'

type Run = (inputs: Record<string, string>, killed?: AbortSignal) => Promise<Step>

/** A world of its own; `through` stands between the action and GitHub. */
async function within<T>(
  through: (handler: Handler, github: Github) => Handler,
  body: (run: Run, github: Github) => Promise<T>
): Promise<T> {
  const github = createGithub({ name: 'contoso/kasten-fleet', files: exampleFleet, labels: ['fleet'] })
  const net = await internet({
    'api.github.com': through(github.handler, github),
    'contoso-fleet.vault.azure.net': () => ({ status: 404 })
  })
  const run: Run = async (inputs, killed) =>
    step({
      files: exampleFleet,
      inputs: {
        'github-token': actionsToken,
        'azure-credential': 'oidc',
        'require-token': 'false',
        'report-file': 'report.json',
        ...inputs
      },
      env: { ...net.env, GITHUB_EVENT_NAME: 'workflow_dispatch' },
      ...(killed && { killed })
    })
  try {
    return await body(run, github)
  } finally {
    await net.close()
    await github.close()
  }
}

const asItIs = (handler: Handler): Handler => handler
const wish = { ...asked('north'), labels: 'fleet' }

describe('a job that is cancelled', () => {
  let fair: Snapshot

  test('or not', async () => {
    fair = await within(asItIs, async (run, github) => {
      expect((await run(wish)).outputs['pull-request-operation']).toBe('created')
      return github.snapshot()
    })
    expect(fair.pulls).toMatchObject([{ state: 'open', labels: ['fleet'] }])
  })

  test.each(['before', 'after'] as const)('%s any of its writes is completed by the next one', async when => {
    const ends = [0, 1, 2, 3, 4].map(async at => {
      const job = new AbortController()
      let writes = 0
      const cut =
        (handler: Handler): Handler =>
        async request => {
          const isIt = request.method !== 'GET' && writes++ === at
          if (!isIt) return handler(request)
          if (when === 'after') await handler(request)
          job.abort()
          return 'reset'
        }
      return within(cut, async (run, github) => {
        const first = await run(wish, job.signal)
        expect(first.status).toBeNull()
        expect((await run(wish)).status).toBe(0)
        return github.snapshot()
      })
    })
    for (const end of await Promise.all(ends)) expect(end).toEqual(fair)
  })
})

describe('two jobs at once', () => {
  test('for one cluster make one pull request', async () =>
    within(asItIs, async (run, github) => {
      const done = await Promise.all([run(asked('north')), run(asked('north'))])
      expect(done.map(({ status }) => status)).toEqual([0, 0])
      expect(new Set(done.map(({ outputs }) => outputs['pull-request-number']))).toEqual(new Set(['1']))
      expect(github.snapshot().pulls).toHaveLength(1)
      expect(Object.keys(github.snapshot().branches).sort()).toEqual([branch, 'main'])
    }))

  test('for two clusters make two, and both can be merged', async () =>
    within(asItIs, async (run, github) => {
      const done = await Promise.all([run(asked('north')), run(asked('south'))])
      expect(done.map(({ outputs }) => outputs['pull-request-operation'])).toEqual(['created', 'created'])
      for (const { number } of github.snapshot().pulls) github.merge(number)
      expect(Object.keys(github.snapshot().branches.main!.files)).toEqual(
        expect.arrayContaining(['argocd/north.yaml', 'argocd/south.yaml'])
      )
    }))
})

describe('what people do meanwhile', () => {
  test('a deleted branch is made again, and so is its pull request', async () =>
    within(asItIs, async (run, github) => {
      await run(asked('north'))
      github.deleteBranch(branch)
      const { status, outputs } = await run(asked('north'))
      expect({ status, operation: outputs['pull-request-operation'], number: outputs['pull-request-number'] }).toEqual({
        status: 0,
        operation: 'created',
        number: '2'
      })
    }))

  test('a closed pull request is opened anew, and the old one named', async () =>
    within(asItIs, async (run, github) => {
      await run(asked('north'))
      github.closePull(1)
      const { outputs, summary } = await run(asked('north'))
      expect([outputs['pull-request-operation'], outputs['pull-request-number']]).toEqual(['created', '2'])
      expect(summary).toMatch(/#1.*closed without a merge/)
    }))

  test('another base takes the pull request along', async () =>
    within(asItIs, async (run, github) => {
      github.repository.git.setRef('refs/heads/next', github.repository.git.ref('refs/heads/main')!)
      await run(asked('north'))
      const { outputs } = await run({ ...asked('north'), base: 'next' })
      expect([outputs['pull-request-operation'], outputs['pull-request-number']]).toEqual(['updated', '1'])
      expect(github.snapshot().pulls).toMatchObject([{ base: 'next', state: 'open' }])
    }))

  test('a commit of somebody else on the branch stops it, until it may be replaced', async () =>
    within(asItIs, async (run, github) => {
      await run(asked('north'))
      github.pushCommit(branch, { 'secondaries/north/notes.md': 'mine\n' }, 'ada')
      const changed = { ...asked('north'), 'cluster-ingress': 'https://kasten.north.contoso.com/kasten' }
      const before = github.snapshot()
      const stopped = await run(changed)
      expect(stopped.status).toBe(1)
      expect(stopped.stdout).toMatch(/commits that are not from here.*ada[\s\S]*overwrite: true/)
      expect(github.snapshot()).toEqual(before)
      const replaced = await run({ ...changed, overwrite: 'true' })
      expect(replaced.outputs['pull-request-operation']).toBe('updated')
      expect(replaced.summary).toMatch(/replaced together with what others had on it.*ada/)
    }))

  test('what GitHub refuses beside the proposal is a warning, and is said', async () =>
    within(asItIs, async run => {
      const { status, outputs, summary } = await run({
        ...asked('north'),
        labels: 'x'.repeat(60),
        reviewers: 'github-actions[bot], nobody',
        'team-reviewers': 'no-team',
        assignees: 'nobody'
      })
      expect({ status, operation: outputs['pull-request-operation'] }).toEqual({ status: 0, operation: 'created' })
      for (const words of [
        /labels x/,
        /opened the pull request and can't review it/,
        /ask nobody/,
        /no-team/,
        /did not assign nobody/
      ])
        expect(summary.replaceAll('\\', '')).toMatch(words)
    }))
})

describe('a token or a branch that may not', () => {
  test.each([
    [{ contents: 'read', pulls: 'write', issues: 'write' }, /contents: write/],
    [{ contents: 'write', issues: 'write' }, /pull-requests: write/]
  ] as const)('says which line is missing (%j)', async (permissions, line) =>
    within(
      (handler, github) => {
        github.tokens.set(actionsToken, {
          login: 'github-actions[bot]',
          permissions: { metadata: 'read', ...permissions },
          repositories: ['contoso/kasten-fleet']
        })
        return handler
      },
      async (run, github) => {
        const { status, stdout } = await run(asked('north'))
        expect(status).not.toBe(0)
        expect(stdout).toMatch(line)
        expect(Object.keys(github.snapshot().branches)).toEqual(['main'])
      }
    )
  )

  test("shows a ruleset's own words", async () =>
    within(
      (handler, github) => {
        github.repository.settings.rulesets = [
          { pattern: 'kasten-multicluster/**', forbids: ['creation'], nested: true }
        ]
        return handler
      },
      async run => {
        const { status, stdout } = await run(asked('north'))
        expect(status).not.toBe(0)
        expect(stdout).toContain('Cannot create ref due to creations being restricted.')
      }
    ))
})
