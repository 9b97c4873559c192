// Accounts and repositories as GitHub's REST API writes them.
import { createHash } from 'node:crypto'
import type { Addresses } from './github-http.ts'
import { fullName } from './github-state.ts'
import type { Repository } from './github-state.ts'

export type Json = Readonly<Record<string, unknown>>

const actionsBotId = 41_898_282

/** The number of an account, the same in every world. */
export function accountId(login: string): number {
  if (login === 'github-actions[bot]') return actionsBotId
  return createHash('sha1').update(login.toLowerCase()).digest().readUInt32BE() >> 4
}

/** The address that commits of an account carry. */
export const accountEmail = (login: string): string => `${accountId(login)}+${login}@users.noreply.github.com`

export const isBotLogin = (login: string): boolean => login.endsWith('[bot]')

export function accountJson({ api, html }: Addresses, login: string): Json {
  const url = `${api}/users/${encodeURIComponent(login)}`
  return {
    login,
    id: accountId(login),
    node_id: `U_${accountId(login)}`,
    avatar_url: `${html}/avatars/${accountId(login)}`,
    gravatar_id: '',
    url,
    html_url: isBotLogin(login) ? `${html}/apps/${login.slice(0, -'[bot]'.length)}` : `${html}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: isBotLogin(login) ? 'Bot' : 'User',
    user_view_type: 'public',
    site_admin: false
  }
}

export const repositoryUrl = (at: Addresses, repository: Repository): string =>
  `${at.api}/repos/${fullName(repository)}`

export const repositoryHtml = (at: Addresses, repository: Repository): string => `${at.html}/${fullName(repository)}`

const addressTails = {
  archive: '/{archive_format}{/ref}',
  assignees: '/assignees{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '/branches{/branch}',
  collaborators: '/collaborators{/collaborator}',
  comments: '/comments{/number}',
  commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}',
  contents: '/contents/{+path}',
  contributors: '/contributors',
  deployments: '/deployments',
  downloads: '/downloads',
  events: '/events',
  forks: '/forks',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  hooks: '/hooks',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '/issues{/number}',
  keys: '/keys{/key_id}',
  labels: '/labels{/name}',
  languages: '/languages',
  merges: '/merges',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  pulls: '/pulls{/number}',
  releases: '/releases{/id}',
  stargazers: '/stargazers',
  statuses: '/statuses/{sha}',
  subscribers: '/subscribers',
  subscription: '/subscription',
  tags: '/tags',
  teams: '/teams',
  trees: '/git/trees{/sha}'
}

/** The repository, with all that both the long and the short form of it require. */
export function repositoryJson(at: Addresses, repository: Repository): Json {
  const url = repositoryUrl(at, repository)
  const html = repositoryHtml(at, repository)
  const open = [...repository.threads.values()].filter(thread => thread.state === 'open').length
  return {
    id: repository.id,
    node_id: `R_${repository.id}`,
    name: repository.name,
    full_name: fullName(repository),
    owner: accountJson(at, repository.owner),
    private: repository.settings.private,
    visibility: repository.settings.private ? 'private' : 'public',
    html_url: html,
    url,
    ...Object.fromEntries(Object.entries(addressTails).map(([name, tail]) => [`${name}_url`, url + tail])),
    clone_url: `${html}.git`,
    git_url: `git:${html.replace(/^https?:/, '')}.git`,
    ssh_url: `git@${new URL(html).hostname}:${fullName(repository)}.git`,
    svn_url: html,
    ...unused,
    open_issues: open,
    open_issues_count: open,
    default_branch: repository.defaultBranch,
    archived: repository.settings.archived,
    has_issues: repository.settings.hasIssues,
    allow_auto_merge: repository.settings.allowAutoMerge,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    pushed_at: repository.createdAt
  }
}

const unused = {
  description: null,
  homepage: null,
  language: null,
  license: null,
  mirror_url: null,
  fork: false,
  disabled: false,
  has_downloads: true,
  has_projects: true,
  has_wiki: true,
  has_pages: false,
  has_discussions: false,
  forks: 0,
  forks_count: 0,
  network_count: 0,
  subscribers_count: 0,
  size: 1,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0
}
