// The pull requests of one repository, as the port promises them.
import type { PullRequests } from '../../ports/github.ts'
import type { Checkout } from '../../source/checkout.ts'
import { githubClient } from './client.ts'
import type { GithubOptions } from './client.ts'
import { propose } from './propose.ts'
import { openPulls } from './pull.ts'
import { isStamped } from './stamp.ts'
import { treesOf } from './trees.ts'

/**
 * The pull requests of a repository. Throws ConfigError for options that can't be right.
 * @param checkout where the texts of the base are looked for before they are downloaded; taken only when their SHA is
 * the base's
 */
export function pullRequests(options: GithubOptions, checkout?: Checkout): PullRequests {
  const client = githubClient(options)
  const trees = treesOf(client, checkout)
  return {
    defaultBranch: trees.defaultBranch,
    treeOf: trees.treeOf,
    textOf: trees.textOf,
    propose: async proposal => propose(client, trees, proposal),
    async openWith(branchPrefix) {
      const pulls = await openPulls(client)
      return pulls
        .filter(({ branch, body }) => branch.startsWith(branchPrefix) && isStamped(body))
        .map(({ number, url, branch, base, title, body }) => ({ number, url, branch, base, title, body }))
    },
    get requests() {
      return client.requests()
    }
  }
}
