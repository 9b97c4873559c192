import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  GithubFault,
  githubClient,
  objectIn,
  textOf
} from "./chunk-LM2YTLL2.js";
import "./chunk-AECNEGQ3.js";
import "./chunk-EJANZUZM.js";
import "./chunk-4XSILGPL.js";
import {
  Fault
} from "./chunk-B2EAQ3WC.js";
import "./chunk-GFVQXI6T.js";

// src/adapters/github/probes.ts
var noCommit = "0".repeat(40);
var noNumber = 2e9;
async function githubProbes(options) {
  const client = githubClient(options);
  const repository = await repositoryOf(client);
  if ("probe" in repository) return [repository.probe];
  return [
    {
      name: "repository",
      state: "ok",
      detail: `${options.owner}/${options.repo} can be read; its default branch is ${textOf(repository.answer, "default_branch")}`
    },
    issuesOn(repository.answer),
    await writeProbe(
      client,
      "contents: write",
      async (kit) => kit.rest.git.createRef({ ...client.at, ref: "refs/heads/kasten-multicluster/doctor", sha: noCommit })
    ),
    await writeProbe(
      client,
      "pull-requests: write",
      async (kit) => kit.rest.pulls.update({ ...client.at, pull_number: noNumber, title: "doctor" })
    ),
    await writeProbe(
      client,
      "issues: write",
      async (kit) => kit.rest.issues.createComment({ ...client.at, issue_number: noNumber, body: "doctor" })
    ),
    {
      name: "pull requests by Actions",
      state: "unknown",
      detail: 'only an administrator can see the setting "Allow GitHub Actions to create and approve pull requests" (Settings, Actions, General); without it onboarding leaves a branch and a link'
    }
  ];
}
async function repositoryOf(client) {
  try {
    const errand = { doing: "read the repository", needs: "metadata: read" };
    return { answer: objectIn(await client.ask(errand, (kit) => kit.rest.repos.get(client.at))) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return {
      probe: {
        name: "repository",
        state: "unknown",
        detail: error.message,
        ...error.advice !== void 0 && { remedy: error.advice }
      }
    };
  }
}
function issuesOn(repository) {
  return repository["has_issues"] === false ? {
    name: "issues",
    state: "missing",
    detail: "issues are switched off, so drift keeps none",
    remedy: "Settings, General, Features: Issues"
  } : { name: "issues", state: "ok", detail: "issues are on" };
}
async function writeProbe(client, permission, request) {
  const name = `permission ${permission}`;
  try {
    await client.ask({ doing: `try ${permission}`, needs: permission }, request);
    return { name, state: "unknown", detail: "GitHub accepted what it should have refused" };
  } catch (error) {
    if (!(error instanceof GithubFault))
      return { name, state: "unknown", detail: error instanceof Error ? error.message : "no answer" };
    if (error.status === 404 || error.status === 422 || error.status === 410)
      return { name, state: "ok", detail: "the token has it" };
    if (error.status === 403)
      return { name, state: "missing", detail: "the token lacks it", remedy: `permissions:
  ${permission}` };
    return { name, state: "unknown", detail: error.message };
  }
}
export {
  githubProbes
};
