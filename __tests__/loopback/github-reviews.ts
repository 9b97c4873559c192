// Who is asked to review a pull request of the loopback GitHub.
import { listed, ok, texts, unprocessable } from './github-http.ts'
import type { Call, Routes } from './github-http.ts'
import { pullJson, teamJson } from './github-pull-json.ts'
import { pullOf } from './github-pulls.ts'
import { accountJson } from './github-render.ts'
import { fullName } from './github-state.ts'

export const reviewRoutes: Routes = {
  'pulls/list-reviews': { needs: 'pull_requests=read', reply: listReviews },
  'pulls/list-requested-reviewers': { needs: 'pull_requests=read', reply: listReviewers },
  'pulls/request-reviewers': { needs: 'pull_requests=write', reply: requestReviewers },
  'pulls/remove-requested-reviewers': { needs: 'pull_requests=write', reply: removeReviewers }
}

/** Nobody reviews in this world. */
function listReviews(call: Call) {
  return listed(call, `/pulls/${pullOf(call).number}/reviews`, [], review => review)
}

function listReviewers(call: Call) {
  const { reviewers, teamReviewers } = pullOf(call).pull
  const users = reviewers.map(login => accountJson(call.at, login))
  return ok({ users, teams: teamReviewers.map(slug => teamJson(call, slug)) })
}

/** All or nobody: one name GitHub does not like and none is asked. */
function requestReviewers(call: Call) {
  const { repository, body } = call
  const thread = pullOf(call)
  const people = texts(body['reviewers'])
  const teams = texts(body['team_reviewers'])
  if (people.includes(thread.author)) throw unprocessable('Review cannot be requested from pull request author.')
  const isStrange =
    people.some(login => !repository.collaborators.has(login)) || teams.some(slug => !repository.teams.has(slug))
  if (isStrange) {
    throw unprocessable(
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a ' +
        `collaborator of the ${fullName(repository)} repository.`
    )
  }
  thread.pull.reviewers = [...new Set([...thread.pull.reviewers, ...people])]
  thread.pull.teamReviewers = [...new Set([...thread.pull.teamReviewers, ...teams])]
  return ok(pullJson(call, thread), 201)
}

function removeReviewers(call: Call) {
  const thread = pullOf(call)
  const [people, teams] = [texts(call.body['reviewers']), texts(call.body['team_reviewers'])]
  thread.pull.reviewers = thread.pull.reviewers.filter(login => !people.includes(login))
  thread.pull.teamReviewers = thread.pull.teamReviewers.filter(slug => !teams.includes(slug))
  return ok(pullJson(call, thread))
}
