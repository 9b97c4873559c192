// Commits and changed files as GitHub's REST API writes them.
import { commitOf } from './github-commits.ts'
import type { Commit, Signature } from './github-commits.ts'
import type { FileDiff } from './github-diffs.ts'
import type { Addresses } from './github-http.ts'
import { accountJson, repositoryHtml, repositoryUrl } from './github-render.ts'
import type { Json } from './github-render.ts'
import type { Repository } from './github-state.ts'

function verificationJson(repository: Repository, sha: string, { committer }: Commit): Json {
  if (!repository.verified.has(sha)) {
    return { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
  }
  const signature = '-----BEGIN PGP SIGNATURE-----\n\n(the loopback world)\n-----END PGP SIGNATURE-----\n'
  return { verified: true, reason: 'valid', signature, payload: `commit ${sha}`, verified_at: committer.date }
}

const parentJson = (at: Addresses, repository: Repository, sha: string, kind: string): Json => ({
  sha,
  url: `${repositoryUrl(at, repository)}/${kind}/${sha}`,
  html_url: `${repositoryHtml(at, repository)}/commit/${sha}`
})

/** A commit as Git Data writes it. */
export function gitCommitJson(at: Addresses, repository: Repository, sha: string, commit: Commit): Json {
  return {
    ...parentJson(at, repository, sha, 'git/commits'),
    node_id: `C_${repository.id}_${sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${repositoryUrl(at, repository)}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map(parent => parentJson(at, repository, parent, 'git/commits')),
    verification: verificationJson(repository, sha, commit)
  }
}

/** A commit as lists and comparisons write it, its people resolved to accounts where GitHub could. */
export function commitJson(at: Addresses, repository: Repository, sha: string): Json {
  const commit = commitOf(repository.git, sha)
  if (!commit) throw new Error(`no commit ${sha}`)
  const { author, committer, tree, message, verification } = gitCommitJson(at, repository, sha, commit)
  const own = parentJson(at, repository, sha, 'commits')
  return {
    ...own,
    node_id: `C_${repository.id}_${sha}`,
    comments_url: `${repositoryUrl(at, repository)}/commits/${sha}/comments`,
    commit: { author, committer, tree, message, verification, comment_count: 0, url: own['url'] },
    author: personJson(at, repository, commit.author),
    committer: personJson(at, repository, commit.committer),
    parents: commit.parents.map(parent => parentJson(at, repository, parent, 'commits'))
  }
}

function personJson(at: Addresses, repository: Repository, { email }: Signature): Json | null {
  const [, login = repository.people.get(email)] = /^\d+\+(.+)@users\.noreply\.github\.com$/.exec(email) ?? []
  return login === undefined ? null : accountJson(at, login)
}

export function fileJson(at: Addresses, repository: Repository, file: FileDiff, commit: string): Json {
  const html = repositoryHtml(at, repository)
  const path = encodeURI(file.path)
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${commit}/${path}`,
    raw_url: `${html}/raw/${commit}/${path}`,
    contents_url: `${repositoryUrl(at, repository)}/contents/${path}?ref=${commit}`,
    ...(file.previous === undefined ? {} : { previous_filename: file.previous })
  }
}
