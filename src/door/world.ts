// Puts the world of a run together. Clients of the outside are loaded only when a mode calls for them.
import { checkoutAt } from '../adapters/disk.ts'
import { checkoutOfCommit, type Clone } from '../adapters/git.ts'
import { versionOnPath } from '../adapters/programs.ts'
import { rendererOn } from '../adapters/render/renderer.ts'
import type { GithubOptions } from '../adapters/github/client.ts'
import type { Inputs } from '../inputs/declared.ts'
import type { Giver } from '../inputs/giver.ts'
import type { PullRequests } from '../ports/github.ts'
import type { Probing } from '../ports/probing.ts'
import { ConfigError } from '../ports/trouble.ts'
import type { World } from '../ports/world.ts'
import type { Door } from './door.ts'
import { lookupsOf } from './lookups.ts'
import type { Whereabouts } from './surroundings.ts'

/** The world of one run. */
export function worldOf(
  inputs: Inputs,
  { root, clone, surroundings }: Whereabouts,
  door: Door,
  configFile?: string
): World {
  const github = (): GithubOptions => githubOptionsOf(inputs, surroundings.repository, door)
  const checkout = checkoutAt(root)
  let pulls: PullRequests | undefined
  return {
    inputs,
    giver: door.giver,
    surroundings,
    checkout,
    lookups: lookupsOf(checkout, door.environment),
    renderer: rendererOn(door.environment.PATH ?? ''),
    now: door.now,
    progress: line => door.progress(line),
    checkoutOf: commit => (clone ? checkoutOfCommit(clone, commit) : { reason: 'this folder is no clone' }),
    vault: async () => (await import('./windows.ts')).vaultWindowOf(inputs, door),
    live: async () => (await import('./windows.ts')).liveWindowOf(inputs, door),
    pullRequests: async () =>
      (pulls ??= (await import('../adapters/github/pull-requests.ts')).pullRequests(github(), checkout)),
    issues: async () => (await import('../adapters/github/issues.ts')).issues(github()),
    comments: async () => (await import('../adapters/github/comments.ts')).comments(github()),
    probing: probingOf(clone, github, door, configFile)
  }
}

function probingOf(
  clone: Clone | undefined,
  github: () => GithubOptions,
  { environment }: Door,
  configFile: string | undefined
): Probing {
  return {
    github: async () => (await import('../adapters/github/probes.ts')).githubProbes(github()),
    program: name => versionOnPath(name, environment.PATH),
    history: clone?.history ?? 'no clone',
    configFile,
    mayAskForIdentity: Boolean(environment.ACTIONS_ID_TOKEN_REQUEST_URL)
  }
}

const tokenWanted: Readonly<Record<Giver, string>> = {
  'the step': '"github-token" is empty. Give `github-token: ${{ github.token }}`, or an app\'s token.',
  'the command line': 'There is no token for GitHub. Give `--github-token "$(gh auth token)"`, or set GITHUB_TOKEN.'
}

/** @throws ConfigError when there is no token, or nobody says which repository */
function githubOptionsOf(inputs: Inputs, repository: string | undefined, door: Door): GithubOptions {
  const { environment, giver } = door
  const token = inputs['github-token'] ?? environment.GITHUB_TOKEN
  if (!token) throw new ConfigError(tokenWanted[giver])
  const [owner, repo] =
    environment.GITHUB_REPOSITORY?.split('/') ??
    repository
      ?.replace(/\.git$/, '')
      .split(/[/:]/)
      .slice(-2) ??
    []
  if (!owner || !repo)
    throw new ConfigError('It is not known which repository this is. Set GITHUB_REPOSITORY to owner/name.')
  const serverUrl = environment.GITHUB_SERVER_URL || 'https://github.com'
  const graphqlUrl = environment.GITHUB_GRAPHQL_URL || undefined
  return {
    token,
    apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
    ...(graphqlUrl !== undefined && { graphqlUrl }),
    serverUrl,
    owner,
    repo
  }
}
