// A loopback GitHub: a small world of repositories, each with a real bare Git repository behind it, served on 127.0.0.1.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addComment } from './github-comments.ts'
import { isoSeconds } from './github-commits.ts'
import { readContract } from './github-contract.ts'
import { branchMoved, close, mergePull, pullNumbered, pushCommit } from './github-pull-life.ts'
import { createRepository, fileTree } from './github-repository.ts'
import type { Files, Ground, RepositoryGiven } from './github-repository.ts'
import { handlerOf } from './github-router.ts'
import type { RequestRecord } from './github-router.ts'
import { snapshotOf } from './github-snapshot.ts'
import type { Snapshot } from './github-snapshot.ts'
import { addThread, fullName } from './github-state.ts'
import type { Repository, Thread, Token } from './github-state.ts'
import { serve } from './serve.ts'
import type { Handler, Served, ServeOptions } from './serve.ts'

/** Stands for `GITHUB_TOKEN` with all that the README asks for, unless other tokens are given. */
export const actionsToken = 'loopback-actions-token'

/** The first repository's files and settings, and what belongs to the world as a whole. */
export interface GithubGiven extends RepositoryGiven {
  /** Full name of the first repository (`acme/fleet`). */
  readonly name?: string
  /** By the text of the token. */
  readonly tokens?: Readonly<Record<string, Token>>
  /** Where the API lies: empty as on github.com, or `/api/v3` as on GitHub Enterprise Server. */
  readonly base?: '' | '/api/v3'
}

/** A served world with the values of GITHUB_SERVER_URL (`url`), GITHUB_API_URL and GITHUB_GRAPHQL_URL. */
export interface ServedGithub extends Served {
  readonly apiUrl: string
  readonly graphqlUrl: string
}

/** The world, with the hands of the people in it. Those act on the first repository unless another is named. */
export interface Github {
  readonly repository: Repository
  readonly addRepository: (name: string, given?: RepositoryGiven) => Repository
  readonly tokens: Map<string, Token>
  readonly handler: Handler
  readonly serve: (options?: ServeOptions) => Promise<ServedGithub>
  /** Every request that reached the world, in order. */
  readonly requests: RequestRecord[]
  /** What our requests or the world's replies have that GitHub's description does not allow; tests want it empty. */
  readonly contractViolations: string[]
  /** A person merges. Returns the merge commit. Throws on a conflict. */
  readonly merge: (number: number, by?: string, repository?: Repository) => string
  readonly closePull: (number: number, by?: string, repository?: Repository) => void
  /** A person pushes one commit of these files (null removes one). Returns it. */
  readonly pushCommit: (branch: string, files: Files, login?: string, repository?: Repository) => string
  readonly deleteBranch: (branch: string, repository?: Repository) => void
  readonly openIssue: (author: string, title: string, body: string, repository?: Repository) => Thread
  readonly comment: (number: number, author: string, body: string, repository?: Repository) => number
  readonly snapshot: (repository?: Repository) => Snapshot
  /** Ends all servers and removes the repositories from disk. */
  readonly close: () => Promise<void>
}

const somebody = 'octavia'

export function createGithub({ name = 'acme/fleet', tokens, base = '', ...given }: GithubGiven = {}): Github {
  const ground = newGround()
  const repositories = new Map<string, Repository>()
  const addRepository = (full: string, more: RepositoryGiven = {}): Repository => {
    const repository = createRepository(ground, full, more)
    repositories.set(full.toLowerCase(), repository)
    return repository
  }
  const first = addRepository(name, given)
  const world = {
    repositories,
    tokens: new Map(Object.entries(tokens ?? { [actionsToken]: usualToken(first) })),
    contract: readContract(),
    requests: [],
    contractViolations: [],
    base,
    now: ground.now
  }
  const handler = handlerOf(world)
  const servers: Served[] = []
  return {
    repository: first,
    addRepository,
    tokens: world.tokens,
    handler,
    requests: world.requests,
    contractViolations: world.contractViolations,
    async serve(options) {
      const served = await serve(handler, options)
      servers.push(served)
      const graphqlUrl = `${served.url}${base === '' ? '' : '/api'}/graphql`
      return { ...served, apiUrl: served.url + base, graphqlUrl }
    },
    ...handsOn(first),
    async close() {
      await Promise.all(servers.map(async server => server.close()))
      rmSync(ground.folder, { recursive: true, force: true })
    }
  }
}

const usualToken = (repository: Repository): Token => ({
  login: 'github-actions[bot]',
  permissions: { contents: 'write', pulls: 'write', issues: 'write', metadata: 'read' },
  repositories: [fullName(repository)]
})

type Hands = 'merge' | 'closePull' | 'pushCommit' | 'deleteBranch' | 'openIssue' | 'comment' | 'snapshot'

function handsOn(first: Repository): Pick<Github, Hands> {
  return {
    merge: (number, by = somebody, repository = first) => mergePull(repository, number, by),
    closePull: (number, by = somebody, repository = first) => close(repository, pullNumbered(repository, number), by),
    pushCommit(branch, files, login = somebody, repository = first) {
      const tree = (old: string | undefined): string => fileTree(repository.git, old, files)
      return pushCommit(repository, branch, { tree, login, message: `Push to ${branch}\n` })
    },
    deleteBranch(branch, repository = first) {
      repository.git.deleteRef(`refs/heads/${branch}`)
      branchMoved(repository, branch)
    },
    openIssue: (author, title, body, repository = first) =>
      addThread(repository, { author, title, body, pull: undefined }),
    comment: (number, author, body, repository = first) => addComment(repository, number, author, body).id,
    snapshot: (repository = first) => snapshotOf(repository)
  }
}

/** A folder for the repositories, a clock of its own that moves a second at a time, and numbers. */
function newGround(): Ground {
  let seconds = Date.UTC(2026, 10, 1) / 1000
  let id = 1000
  return {
    folder: mkdtempSync(join(tmpdir(), 'loopback-github-')),
    now: () => isoSeconds(new Date(seconds++ * 1000)),
    newId: () => id++
  }
}
