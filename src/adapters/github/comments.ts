// Keeps one comment on a pull request, found by marker and author.
import type { Comments } from '../../ports/github.ts'
import { numberOf, objectIn, textOf } from './answers.ts'
import type { Answer } from './answers.ts'
import { githubClient } from './client.ts'
import type { Client, GithubOptions } from './client.ts'
import { authorship } from './login.ts'
import { createdOnce } from './once.ts'
import { fitting, longestBody, sameText } from './stamp.ts'

const needs = 'pull-requests: write'

/**
 * The comments of a repository. Throws ConfigError for options that can't be right. On a pull request from a fork,
 * `keep` throws Fault `not-permitted`.
 */
export function comments(options: GithubOptions): Comments {
  const client = githubClient(options)
  return {
    async keep(pullRequest, marker, body) {
      const text = fitting(body.includes(marker) ? body : `${marker}\n${body}`, longestBody, '\n\n…')
      const isOurs = await authorship(client)
      const find = async (): Promise<Answer | undefined> =>
        (await commentsOn(client, pullRequest)).find(each => isOurs(each) && textOf(each, 'body').includes(marker))
      const there = await find()
      if (!there) {
        await createdOnce(client, async () => comment(client, pullRequest, text), find)
        return 'created'
      }
      if (sameText(textOf(there, 'body'), text)) return 'unchanged'
      await rewrite(client, numberOf(there, 'id'), text)
      return 'updated'
    }
  }
}

/** The comments of an issue or a pull request, oldest first. */
export async function commentsOn({ askAll, at }: Client, number: number): Promise<Answer[]> {
  const errand = { doing: `list the comments of #${number}`, needs }
  return askAll(errand, (kit, page) =>
    kit.rest.issues.listComments({ ...at, issue_number: number, per_page: 100, page })
  )
}

/** Adds a comment. */
export async function comment({ ask, at }: Client, number: number, body: string): Promise<Answer> {
  const errand = { doing: `comment on #${number}`, needs }
  return objectIn(await ask(errand, kit => kit.rest.issues.createComment({ ...at, issue_number: number, body })))
}

async function rewrite({ ask, at }: Client, id: number, body: string): Promise<void> {
  const errand = { doing: 'update the comment', needs }
  await ask(errand, kit => kit.rest.issues.updateComment({ ...at, comment_id: id, body }))
}
