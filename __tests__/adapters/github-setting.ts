// A loopback GitHub with a small fleet, and our adapter pointed at it without waiting between requests.
import { comments } from '../../src/adapters/github/comments.ts'
import type { GithubOptions } from '../../src/adapters/github/client.ts'
import { issues } from '../../src/adapters/github/issues.ts'
import type { Pace } from '../../src/adapters/github/patience.ts'
import { pullRequests } from '../../src/adapters/github/pull-requests.ts'
import type { Comments, FileChanges, Issues, Proposal, PullRequests } from '../../src/ports/github.ts'
import { actionsToken, createGithub } from '../loopback/github.ts'
import type { Github, GithubGiven } from '../loopback/github.ts'
import type { Weather } from '../loopback/serve.ts'

export const hurry: Pace = { writeSpacing: 0, firstWait: 1, longestWait: 1, timeout: 5000 }

export const fleetFiles = {
  'README.md': '# Fleet\n',
  'clusters.yaml': 'clusters:\n  - a\n',
  'primary/bootstrap.yaml': 'kind: Bootstrap\n',
  'secondaries/a/join.yaml': 'name: a\n'
}

/** The change that onboards a cluster, and touches one shared file. */
export const onboarding: ReadonlyMap<string, string> = new Map([
  ['secondaries/b/join.yaml', 'name: b\n'],
  ['clusters.yaml', 'clusters:\n  - a\n  - b\n']
])

export function proposal(more: Partial<Proposal> = {}, changes: FileChanges = onboarding): Proposal {
  return {
    base: 'main',
    branch: 'onboard/b',
    changesFor: async () => changes,
    commitMessage: 'Onboard b',
    title: 'Onboard b',
    body: 'This adds **b**.\n\n- [ ] registered in Argo CD\n',
    labels: [],
    assignees: [],
    reviewers: [],
    teamReviewers: [],
    draft: false,
    autoMerge: undefined,
    overwrite: false,
    dryRun: false,
    ...more
  }
}

export interface Setting {
  readonly world: Github
  readonly options: GithubOptions
  /** New adapters, as a new run has them. */
  readonly pulls: (more?: Partial<GithubOptions>) => PullRequests
  readonly issues: (more?: Partial<GithubOptions>) => Issues
  readonly comments: (more?: Partial<GithubOptions>) => Comments
}

/** Serves a world; `close` it in the end. */
export async function setting(given: GithubGiven = {}, weather?: Weather): Promise<Setting> {
  const world = createGithub({ files: fleetFiles, collaborators: ['ada', 'grace'], teams: ['platform'], ...given })
  const served = await world.serve(weather ? { weather } : {})
  const [owner = '', repo = ''] = (given.name ?? 'acme/fleet').split('/')
  const { apiUrl, graphqlUrl, url: serverUrl } = served
  const options = { token: actionsToken, apiUrl, graphqlUrl, serverUrl, owner, repo, pace: hurry }
  return {
    world,
    options,
    pulls: more => pullRequests({ ...options, ...more }),
    issues: more => issues({ ...options, ...more }),
    comments: more => comments({ ...options, ...more })
  }
}

/** Runs a test in a world of its own. */
export async function within(
  given: GithubGiven,
  body: (setting: Setting) => Promise<void>,
  weather?: Weather
): Promise<void> {
  const made = await setting(given, weather)
  try {
    await body(made)
    if (made.world.contractViolations.length > 0) throw new Error(made.world.contractViolations.join('\n'))
  } finally {
    await made.world.close()
  }
}

export const writesOf = ({ requests }: Github): string[] =>
  requests.filter(({ write }) => write).map(({ operation }) => operation)
