// Comments under the issues and pull requests of the loopback GitHub.
import { checkLength, listed, notFound, ok, text } from './github-http.ts'
import type { Call, Routes } from './github-http.ts'
import { accountJson, repositoryHtml, repositoryUrl } from './github-render.ts'
import type { Comment, Repository } from './github-state.ts'
import { threadOf, writableThread } from './github-threads.ts'

const read = 'issues=read; pull_requests=read'
const write = 'issues=write; pull_requests=write'

export const commentRoutes: Routes = {
  'issues/list-comments': { needs: read, reply: listComments },
  'issues/get-comment': { needs: read, reply: call => ok(commentJson(call, commentOf(call))) },
  'issues/create-comment': { needs: write, reply: createComment },
  'issues/update-comment': { needs: write, reply: updateComment },
  'issues/delete-comment': { needs: write, reply: deleteComment }
}

/** Oldest first. */
export const commentsOf = ({ comments }: Repository, thread: number): Comment[] =>
  [...comments.values()].filter(comment => comment.thread === thread)

/** Adds a comment by whoever to a thread. */
export function addComment(repository: Repository, thread: number, author: string, body: string): Comment {
  const at = repository.now()
  const comment = { id: repository.newId(), thread, author, body, createdAt: at, updatedAt: at }
  repository.comments.set(comment.id, comment)
  return comment
}

function commentOf({ repository, path }: Call): Comment {
  const comment = repository.comments.get(Number(path['comment_id']))
  if (!comment) throw notFound()
  return comment
}

/** A comment to be written to, when the caller may write to its thread. */
function writableComment(call: Call): Comment {
  const comment = commentOf(call)
  writableThread({ ...call, path: { issue_number: String(comment.thread) } })
  return comment
}

function listComments(call: Call) {
  const { number } = threadOf(call)
  const since = call.query.get('since') ?? ''
  const all = commentsOf(call.repository, number).filter(comment => comment.updatedAt >= since)
  return listed(call, `/issues/${number}/comments`, all, comment => commentJson(call, comment))
}

function createComment(call: Call) {
  const thread = writableThread(call)
  checkLength('IssueComment', { body: call.body['body'] })
  const comment = addComment(call.repository, thread.number, call.token.login, text(call.body['body']) ?? '')
  return ok(commentJson(call, comment), 201)
}

function updateComment(call: Call) {
  const comment = writableComment(call)
  checkLength('IssueComment', { body: call.body['body'] })
  comment.body = text(call.body['body']) ?? ''
  comment.updatedAt = call.repository.now()
  return ok(commentJson(call, comment))
}

function deleteComment(call: Call) {
  call.repository.comments.delete(writableComment(call).id)
  return { status: 204 }
}

function commentJson({ repository, at }: Call, comment: Comment) {
  const api = `${repositoryUrl(at, repository)}/issues`
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${api}/comments/${comment.id}`,
    html_url: `${repositoryHtml(at, repository)}/issues/${comment.thread}#issuecomment-${comment.id}`,
    issue_url: `${api}/${comment.thread}`,
    user: accountJson(at, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'CONTRIBUTOR',
    performed_via_github_app: null
  }
}
