// Whose token this is: the name under which GitHub shows what we write.
import { isAnswer, partOf, textOf } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Client } from './client.ts'
import { GithubFault } from './faults.ts'

/** Whether an issue or a comment was written by us. */
export type IsOurs = (answer: Answer) => boolean

const errand = { doing: 'ask whose token this is', needs: 'metadata: read' }

/**
 * Asks GraphQL for the viewer, who has a login for every kind of token: `github-actions[bot]` for GITHUB_TOKEN,
 * `app[bot]` for a GitHub App, a person's for a personal one (GET /user answers 403 to the first two). Where neither
 * can be had, every bot is taken for us: the hidden marker still has to be there, and a second copy at every run would
 * be worse.
 */
export async function authorship(client: Client): Promise<IsOurs> {
  const login = (await viewer(client)) ?? (await user(client))
  return answer => {
    const author = partOf(answer, 'user')
    if (login === undefined) return textOf(author, 'type') === 'Bot'
    return textOf(author, 'login').toLowerCase() === login.toLowerCase()
  }
}

async function viewer(client: Client): Promise<string | undefined> {
  const data = await client.askGraphql(errand, 'query { viewer { login } }').catch(unlessUnwell)
  return data && (textOf(partOf(data, 'viewer'), 'login') || undefined)
}

async function user(client: Client): Promise<string | undefined> {
  const answer = await client.ask(errand, kit => kit.rest.users.getAuthenticated()).catch(unlessUnwell)
  return isAnswer(answer) ? textOf(answer, 'login') || undefined : undefined
}

/** A refusal leads to the next way of asking. Bad weather doesn't: guessing then could make a second issue. */
function unlessUnwell(error: unknown): undefined {
  if (error instanceof GithubFault && [200, 403, 404].includes(error.status ?? 0)) return undefined
  throw error
}
