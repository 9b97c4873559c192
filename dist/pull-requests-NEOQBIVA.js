import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  createdOnce,
  isStamped,
  rewordingOf,
  stamped
} from "./chunk-7IGMG6RX.js";
import {
  githubClient,
  isRefusal,
  listIn,
  listOf,
  numberOf,
  objectIn,
  partOf,
  shaOf,
  shown,
  textOf,
  textsOf,
  workflowsNeeded
} from "./chunk-LM2YTLL2.js";
import "./chunk-AECNEGQ3.js";
import "./chunk-EJANZUZM.js";
import {
  uri
} from "./chunk-P6E77TTM.js";
import "./chunk-4XSILGPL.js";
import {
  Fault
} from "./chunk-B2EAQ3WC.js";
import "./chunk-GFVQXI6T.js";

// src/adapters/github/objects.ts
import { createHash } from "node:crypto";
function blobSha(bytes) {
  return sha1("blob", bytes);
}
function treeSha(leaves) {
  const root = /* @__PURE__ */ new Map();
  for (const leaf of leaves) {
    if (!put(root, leaf.path.split("/"), leaf)) return void 0;
  }
  return folderSha(root);
}
function put(folder, [name = "", ...rest], leaf) {
  const there = folder.get(name);
  if (rest.length === 0) {
    folder.set(name, leaf);
    return there === void 0;
  }
  const inner = there ?? /* @__PURE__ */ new Map();
  if (!(inner instanceof Map)) return false;
  folder.set(name, inner);
  return put(inner, rest, leaf);
}
function folderSha(folder) {
  const entries = [...folder].map(([name, what]) => entryOf(name, what));
  entries.sort((a, b) => Buffer.compare(a.order, b.order));
  return sha1("tree", Buffer.concat(entries.map(({ bytes }) => bytes)));
}
function entryOf(name, what) {
  const isFolder = what instanceof Map;
  const head = `${isFolder ? "40000" : what.mode.replace(/^0+/, "")} ${name}\0`;
  const sha = isFolder ? folderSha(what) : what.sha;
  return {
    order: Buffer.from(isFolder ? `${name}/` : name),
    bytes: Buffer.concat([Buffer.from(head), Buffer.from(sha, "hex")])
  };
}
function sha1(type, bytes) {
  return createHash("sha1").update(`${type} ${bytes.length}\0`).update(bytes).digest("hex");
}

// src/adapters/github/edits.ts
var plainFile = "100644";
var executable = "100755";
var link = "120000";
function editsOf(base, changes) {
  const known = new Map(base.files.map((file) => [file.path, file]));
  return [...changes].map(
    ([path, change]) => typeof change === "object" ? copyOf(path, known.get(change.sameAs), known.get(path)) : editOf(path, change, known.get(path))
  ).filter((edit) => edit !== void 0).sort((a, b) => a.path < b.path ? -1 : 1);
}
function editOf(path, text, there) {
  refuseOdd(path);
  if (text === void 0 && there?.mode === link) return { path, status: "removed", becomes: void 0 };
  if (there && there.mode !== plainFile && there.mode !== executable) {
    throw new Fault("conflict", `${path} is a link or a submodule on the base and can't be changed as a file`);
  }
  if (text === void 0) return there && { path, status: "removed", becomes: void 0 };
  const sha = blobSha(Buffer.from(text));
  if (there?.sha === sha) return void 0;
  return { path, status: there ? "modified" : "added", becomes: { text, mode: there?.mode ?? plainFile, sha } };
}
function copyOf(path, from, there) {
  refuseOdd(path);
  if (!from || there)
    throw new Fault("conflict", `${path} can't be made a copy: ${from ? "it" : "the original"} changed meanwhile`);
  return { path, status: "added", becomes: { text: void 0, mode: from.mode, sha: from.sha } };
}
function refuseOdd(path) {
  if (!isOrdinary(path)) throw new Fault("rejected", `${JSON.stringify(path)} is not a path that may be written`);
}
function isOrdinary(path) {
  const parts = path.split("/");
  return !/[\p{Cc}\\]/u.test(path) && parts.every((part) => !["", ".", ".."].includes(part) && part.toLowerCase() !== ".git");
}
function leavesAfter(base, edits) {
  const leaves = new Map(base.files.map((file) => [file.path, file]));
  for (const { path, becomes } of edits) {
    if (becomes) leaves.set(path, { path, ...becomes });
    else leaves.delete(path);
  }
  return leaves;
}
function treeShaAfter(base, edits) {
  const after = treeSha(leavesAfter(base, edits).values());
  if (after === void 0)
    throw new Fault("conflict", "A path of the change is a folder where the base has a file, or the reverse");
  return treeSha(base.files) === base.treeSha ? after : void 0;
}

// src/adapters/github/branch.ts
var trailer = "Kasten-Multicluster-Tree";
function signedMessage(message, treeSha2) {
  return `${message.trim()}

${trailer}: ${treeSha2}
`;
}
function isOurs(commit) {
  const inner = partOf(commit, "commit");
  const lastLine = textOf(inner, "message").trimEnd().split("\n").at(-1);
  return lastLine === `${trailer}: ${shaOf(partOf(inner, "tree"))}`;
}
var commitsAsked = 100;
async function divergenceOf(client, base, head) {
  const errand = { doing: "compare the branch with its base", needs: "contents: read" };
  const basehead = `${base.commitSha}...${head.sha}`;
  try {
    const answer = await client.ask(
      errand,
      (kit) => kit.rest.repos.compareCommitsWithBasehead({ ...client.at, basehead, per_page: commitsAsked, page: 1 })
    );
    return divergenceIn(objectIn(answer));
  } catch (error) {
    if (isRefusal(error, 404)) return void 0;
    throw error;
  }
}
function divergenceIn(comparison) {
  const fork = partOf(comparison, "merge_base_commit");
  const commits = listOf(comparison, "commits");
  const unlisted = Number(comparison["total_commits"]) - commits.length;
  const foreign = commits.filter((commit) => !isOurs(commit)).map(byline);
  return {
    mergeBase: { sha: shaOf(fork), treeSha: shaOf(partOf(partOf(fork, "commit"), "tree")) },
    foreign: unlisted > 0 ? [...foreign, `${unlisted} more`] : foreign
  };
}
function byline(commit) {
  const login = textOf(partOf(commit, "author"), "login");
  const name = textOf(partOf(partOf(commit, "commit"), "author"), "name");
  return `${shaOf(commit).slice(0, 7)} by ${shown(login || name || "somebody").slice(0, 60)}`;
}
function isExactly({ base, treeSha: treeSha2 }, head) {
  return treeSha2 === head.treeSha && head.parents.length === 1 && head.parents[0] === base.commitSha;
}
async function mergesTo({ base, edits, treeSha: treeSha2 }, head, fork, trees) {
  if (fork.mergeBase.sha === base.commitSha && treeSha2 !== void 0) return head.treeSha === treeSha2;
  const wanted = leavesAfter(base, edits);
  const theirs = byPath(base.files);
  const before = byPath(await trees.filesOf(fork.mergeBase.treeSha));
  const ours = byPath(await trees.filesOf(head.treeSha));
  const touched = /* @__PURE__ */ new Set([...edits.map(({ path }) => path), ...ours.keys(), ...before.keys()]);
  return [...touched].every((path) => {
    const [old, mine, now] = [before, ours, theirs].map((side) => contentAt(side, path));
    const merged = mine === old ? now : old === now || mine === now ? mine : "conflict";
    return merged === contentAt(wanted, path);
  });
}
var byPath = (files) => new Map(files.map((file) => [file.path, file]));
function contentAt(side, path) {
  const leaf = side.get(path);
  return leaf ? `${leaf.mode} ${leaf.sha}` : "nothing";
}

// src/adapters/github/extras.ts
var needs = "pull-requests: write";
async function addExtras(client, pull, wish) {
  const results = [];
  for (const add of [addLabels, addAssignees, addReviewers, addTeamReviewers, enableAutoMerge]) {
    results.push(await add(client, pull, wish));
  }
  return { isWritten: results.some((each) => each.isWritten), warnings: results.flatMap((each) => each.warnings) };
}
var nothing = { isWritten: false, warnings: [] };
function missing(wished, there) {
  const known = new Set(there.map((name) => name.toLowerCase()));
  return wished.filter((name) => !known.has(name.toLowerCase()));
}
async function attempt(write) {
  try {
    await write();
    return { isWritten: true, warnings: [] };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { isWritten: false, warnings: [error.message] };
  }
}
async function addLabels({ ask, at }, { number, labels: there }, wish) {
  const labels = missing(wish.labels, there);
  if (labels.length === 0) return nothing;
  const errand = { doing: `add the labels ${labels.join(", ")}`, needs };
  return attempt(async () => ask(errand, (kit) => kit.rest.issues.addLabels({ ...at, issue_number: number, labels })));
}
async function addAssignees({ ask, at }, { number, assignees: there }, wish) {
  const assignees = missing(wish.assignees, there);
  if (assignees.length === 0) return nothing;
  const errand = { doing: `assign ${assignees.join(", ")}`, needs };
  return attempt(async () => {
    const answer = await ask(errand, (kit) => kit.rest.issues.addAssignees({ ...at, issue_number: number, assignees }));
    const dropped = missing(assignees, textsOf(objectIn(answer), "assignees", "login"));
    if (dropped.length > 0)
      throw new Fault("rejected", `GitHub did not assign ${dropped.join(", ")}: unknown, or without access`);
  });
}
async function addReviewers(client, pull, wish) {
  const wished = missing(wish.reviewers, pull.reviewers);
  if (wished.length === 0) return nothing;
  const isAuthor = (name) => name.toLowerCase() === pull.author.toLowerCase();
  const own = wished.filter(isAuthor).map((name) => `${name} opened the pull request and can't review it`);
  const asked = missing(
    wished.filter((name) => !isAuthor(name)),
    await reviewersSoFar(client, pull)
  );
  const { isWritten, warnings } = await requestReviews(client, pull, asked, "reviewers");
  return { isWritten, warnings: [...own, ...warnings] };
}
async function addTeamReviewers(client, pull, wish) {
  return requestReviews(client, pull, missing(wish.teamReviewers, pull.teamReviewers), "team_reviewers");
}
async function requestReviews(client, pull, names, kind) {
  if (names.length === 0) return nothing;
  const all = await requestReview(client, pull, names, kind);
  if (all.isWritten || names.length === 1) return all;
  const each = await Promise.all(names.map(async (name) => requestReview(client, pull, [name], kind)));
  return { isWritten: each.some(({ isWritten }) => isWritten), warnings: each.flatMap(({ warnings }) => warnings) };
}
async function requestReview({ ask, at }, { number }, names, kind) {
  const errand = { doing: `ask ${names.join(", ")} for a review`, needs };
  const asked = { ...at, pull_number: number, [kind]: [...names] };
  return attempt(async () => ask(errand, (kit) => kit.rest.pulls.requestReviewers(asked)));
}
async function reviewersSoFar({ askAll, at }, { number }) {
  const errand = { doing: `list the reviews of #${number}`, needs: "pull-requests: read" };
  const reviews = await askAll(
    errand,
    (kit, page) => kit.rest.pulls.listReviews({ ...at, pull_number: number, per_page: 100, page })
  );
  return reviews.map((review) => textOf(partOf(review, "user"), "login"));
}
var methods = { merge: "MERGE", squash: "SQUASH", rebase: "REBASE" };
var enable = `mutation ($id: ID!, $method: PullRequestMergeMethod!) {
  enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: $method }) { clientMutationId }
}`;
async function enableAutoMerge({ askGraphql }, { nodeId: id, autoMerge }, wish) {
  if (!wish.autoMerge || autoMerge === wish.autoMerge) return nothing;
  const method = methods[wish.autoMerge];
  return attempt(async () => askGraphql({ doing: "enable auto-merge", needs }, enable, { id, method }));
}

// src/adapters/github/raced.ts
var Raced = class extends Error {
  cause;
  constructor(cause) {
    super(cause.message);
    this.cause = cause;
  }
};
var attempts = 3;
async function untilUnraced(client, readModifyWrite) {
  for (let attempt2 = 1; ; attempt2++) {
    try {
      return await readModifyWrite();
    } catch (error) {
      if (!(error instanceof Raced)) throw error;
      if (attempt2 === attempts) throw error.cause;
      await client.pause(attempt2);
    }
  }
}

// src/adapters/github/pull.ts
var needs2 = "pull-requests: write";
var lists = { doing: "list pull requests", needs: needs2 };
async function openPulls(client) {
  const answers = await client.askAll(
    lists,
    (kit, page) => kit.rest.pulls.list({ ...client.at, state: "open", per_page: 100, page })
  );
  return ownPulls(client, answers);
}
async function pullsFrom(client, branch, state) {
  const filter = { state, head: `${client.at.owner}:${branch}`, per_page: 100 };
  const answer = await client.ask(lists, (kit) => kit.rest.pulls.list({ ...client.at, ...filter }));
  return ownPulls(client, listIn(answer)).filter((pull) => pull.branch === branch);
}
function ownPulls({ where }, answers) {
  const full = `${where.owner}/${where.repo}`.toLowerCase();
  const isOwn = (answer) => textOf(partOf(partOf(answer, "head"), "repo"), "full_name").toLowerCase() === full;
  return answers.filter(isOwn).map((answer) => pullIn(answer, where));
}
function pullIn(answer, where) {
  const number = numberOf(answer);
  return {
    number,
    url: `${where.serverUrl}/${where.owner}/${where.repo}/pull/${number}`,
    branch: textOf(partOf(answer, "head"), "ref"),
    base: textOf(partOf(answer, "base"), "ref"),
    title: textOf(answer, "title"),
    body: textOf(answer, "body"),
    nodeId: textOf(answer, "node_id"),
    author: textOf(partOf(answer, "user"), "login"),
    isMerged: textOf(answer, "merged_at") !== "",
    isDraft: answer["draft"] === true,
    autoMerge: textOf(partOf(answer, "auto_merge"), "merge_method") || void 0,
    labels: textsOf(answer, "labels", "name"),
    assignees: textsOf(answer, "assignees", "login"),
    reviewers: textsOf(answer, "requested_reviewers", "login"),
    teamReviewers: textsOf(answer, "requested_teams", "slug")
  };
}
function pullToKeep(pulls, base) {
  return pulls.find((pull) => pull.base === base) ?? pulls.find((pull) => isStamped(pull.body));
}
async function openPull(client, proposal) {
  const { draft } = proposal;
  try {
    return { pull: await openedOnce(client, proposal, draft), warnings: [] };
  } catch (error) {
    if (!draft || !isRefusal(error, 422, /draft/i)) throw error;
    const warning = "GitHub has no draft pull requests for this repository: it was opened as an ordinary one";
    return { pull: await openedOnce(client, proposal, false), warnings: [warning] };
  }
}
async function openedOnce(client, proposal, draft) {
  const { base, branch } = proposal;
  const errand = { doing: `open the pull request from ${branch} to ${base}`, needs: needs2 };
  const look = async () => (await pullsFrom(client, branch, "open")).find((pull) => pull.base === base);
  const content = { ...stamped(proposal), head: branch, base, draft, maintainer_can_modify: false };
  const create = async () => {
    const answer = await client.ask(errand, (kit) => kit.rest.pulls.create({ ...client.at, ...content }));
    return pullIn(objectIn(answer), client.where);
  };
  return createdOnce(client, create, look).catch((error) => {
    throw isRefusal(error, 422, outrun) ? new Raced(error) : error;
  });
}
var outrun = /already exists|no commits between|\bhead invalid|closed pull request/i;
function correctionOf(pull, proposal) {
  const retargeted = pull.base === proposal.base ? {} : { base: proposal.base };
  return { ...rewordingOf(pull, proposal), ...retargeted };
}
async function correctPull(client, { number }, correction) {
  const errand = { doing: `update pull request #${number}`, needs: needs2 };
  const request = { ...client.at, pull_number: number, ...correction };
  const answer = await client.ask(errand, (kit) => kit.rest.pulls.update(request)).catch((error) => {
    throw isRefusal(error, 422, outrun) ? new Raced(error) : error;
  });
  if (textOf(objectIn(answer), "state") !== "closed") return;
  throw new Raced(new Fault("conflict", `Pull request #${number} was closed while it was updated`));
}
var longestAddress = 6e3;
function compareUrlOf({ serverUrl, owner, repo }, proposal) {
  const page = `${serverUrl}/${owner}/${repo}/compare/${uri(proposal.base)}...${uri(proposal.branch)}?expand=1`;
  const { title, body } = stamped(proposal);
  for (const length of [4e3, 2e3, 1e3, 500, 0]) {
    const filled = `${page}&title=${encodeURIComponent(title)}&body=${encodeURIComponent(beginningOf(body, length))}`;
    if (filled.length <= longestAddress) return filled;
  }
  return page;
}
var beginningOf = (text, length) => text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "").trimEnd();

// src/adapters/github/trees.ts
var reads = "contents: read";
function treesOf(client, checkout) {
  const commits = /* @__PURE__ */ new Map();
  const listings = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Map();
  const tipOf = async (branch) => branchTip(client, branch);
  const commit = async (sha) => kept(commits, sha, async () => readCommit(client, sha));
  const filesOf = async (sha) => kept(listings, sha, async () => listing(client, sha));
  return {
    tipOf,
    commit,
    filesOf,
    defaultBranch: async () => kept(names, "default", async () => readDefaultBranch(client)),
    async treeOf(branch) {
      const tip = await tipOf(branch);
      if (tip === void 0) throw noBranch(client, branch);
      const { treeSha: treeSha2 } = await commit(tip);
      return { branch, commitSha: tip, treeSha: treeSha2, files: await filesOf(treeSha2) };
    },
    textOf: async (file) => localText(checkout, file) ?? decoded(await blob(client, file), file)
  };
}
async function readDefaultBranch(client) {
  const errand = { doing: "read the repository", needs: "metadata: read" };
  return textOf(objectIn(await client.ask(errand, (kit) => kit.rest.repos.get(client.at))), "default_branch");
}
var noBranch = (client, branch) => new Fault("not-found", `There is no branch ${shown(branch)} in ${nameOf(client)}`, {
  advice: "Check `base`, and that the token may read the repository."
});
var nameOf = ({ at }) => `${at.owner}/${at.repo}`;
async function kept(known, key, read) {
  const value = known.get(key) ?? await read();
  known.set(key, value);
  return value;
}
async function branchTip(client, branch) {
  const errand = { doing: `read the branch ${branch}`, needs: reads };
  try {
    const answer = await client.ask(errand, (kit) => kit.rest.git.getRef({ ...client.at, ref: `heads/${branch}` }));
    return shaOf(partOf(objectIn(answer), "object"));
  } catch (error) {
    if (isRefusal(error, 404)) return void 0;
    throw error;
  }
}
async function readCommit(client, sha) {
  const errand = { doing: `read the commit ${sha}`, needs: reads };
  return commitIn(await client.ask(errand, (kit) => kit.rest.git.getCommit({ ...client.at, commit_sha: sha })));
}
function commitIn(answer) {
  const commit = objectIn(answer);
  const { verified } = partOf(commit, "verification");
  return {
    sha: shaOf(commit),
    treeSha: shaOf(partOf(commit, "tree")),
    parents: listOf(commit, "parents").map((parent) => shaOf(parent)),
    verified: typeof verified === "boolean" ? verified : void 0
  };
}
async function listing(client, sha, prefix = "", depth = 0) {
  const errand = { doing: `list the files of ${nameOf(client)}`, needs: reads };
  const whole = await level(client, errand, sha, true);
  if (whole["truncated"] !== true) return leavesIn(whole, prefix);
  const one = await level(client, errand, sha, false);
  if (one["truncated"] === true || depth > deepest)
    throw new Fault("rejected", `${nameOf(client)} has too many files to list`);
  const files = leavesIn(one, prefix);
  for (const folder of listOf(one, "tree").filter((entry) => textOf(entry, "type") === "tree")) {
    files.push(...await listing(client, shaOf(folder), `${prefix}${textOf(folder, "path")}/`, depth + 1));
  }
  return files;
}
var deepest = 20;
async function level({ ask, at }, errand, sha, isRecursive) {
  const recursive = isRecursive ? { recursive: "1" } : {};
  return objectIn(await ask(errand, (kit) => kit.rest.git.getTree({ ...at, tree_sha: sha, ...recursive })));
}
function leavesIn(tree, prefix) {
  return listOf(tree, "tree").filter((entry) => textOf(entry, "type") !== "tree").map((entry) => ({
    path: prefix + textOf(entry, "path"),
    mode: textOf(entry, "mode"),
    sha: shaOf(entry),
    size: entry["size"] === void 0 || entry["size"] === 0 ? 0 : numberOf(entry, "size")
  }));
}
function localText(checkout, { path, sha }) {
  const found = checkout?.read(path);
  return found && "text" in found && blobSha(Buffer.from(found.text)) === sha ? found.text : void 0;
}
async function blob(client, { path, sha }) {
  const errand = { doing: `read ${path}`, needs: reads };
  const answer = objectIn(await client.ask(errand, (kit) => kit.rest.git.getBlob({ ...client.at, file_sha: sha })));
  return Buffer.from(textOf(answer, "content"), "base64");
}
function decoded(bytes, { path, sha }) {
  if (blobSha(bytes) !== sha)
    throw new Fault("unexpected-answer", `GitHub sent another content for ${path} than its listing names`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Fault("rejected", `${path} is not UTF-8 text`);
  }
}

// src/adapters/github/push.ts
var writes = "contents: write";
async function writeTree(client, { base, edits, treeSha: treeSha2 }) {
  let sha = base.treeSha;
  for (const chunk of chunksOf(edits)) {
    const tree = await Promise.all(chunk.map(async (edit) => entryOf2(client, edit)));
    const errand = { doing: `write ${edits.length} files`, needs: neededFor(chunk) };
    const answer = await client.ask(errand, (kit) => kit.rest.git.createTree({ ...client.at, base_tree: sha, tree }));
    sha = shaOf(objectIn(answer));
  }
  if (treeSha2 !== void 0 && sha !== treeSha2) {
    throw new Fault("unexpected-answer", "GitHub wrote another tree than the one that was judged; nothing was proposed");
  }
  return sha;
}
var neededFor = (edits) => edits.some(({ path }) => path.startsWith(".github/workflows/")) ? workflowsNeeded : writes;
var mostEntries = 100;
var mostCharacters = 1e6;
function chunksOf(edits) {
  const chunks = [];
  let characters = Infinity;
  for (const edit of [...edits.filter((each) => !each.becomes), ...edits.filter((each) => each.becomes)]) {
    const size = isInline(edit) ? edit.becomes?.text?.length ?? 0 : 0;
    characters += size;
    const last = chunks.at(-1);
    if (last && last.length < mostEntries && characters <= mostCharacters) {
      last.push(edit);
    } else {
      chunks.push([edit]);
      characters = size;
    }
  }
  return chunks;
}
var isInline = ({ becomes }) => becomes?.text === void 0 || becomes.text.length <= mostCharacters && !becomes.text.includes("\0");
var modes = ["100755", "120000"];
async function entryOf2(client, edit) {
  const { path, becomes } = edit;
  const file = {
    path,
    type: "blob",
    mode: modes.find((mode) => mode === becomes?.mode) ?? "100644"
  };
  if (!becomes) return { ...file, sha: null };
  if (becomes.text === void 0) return { ...file, sha: becomes.sha };
  if (isInline(edit)) return { ...file, content: becomes.text };
  const content = Buffer.from(becomes.text).toString("base64");
  const errand = { doing: `write ${path}`, needs: writes };
  const answer = await client.ask(errand, (kit) => kit.rest.git.createBlob({ ...client.at, content, encoding: "base64" }));
  return { ...file, sha: shaOf(objectIn(answer)) };
}
async function writeCommit(client, { base }, tree, message) {
  const content = { message: signedMessage(message, tree), tree, parents: [base.commitSha] };
  const errand = { doing: "write the commit", needs: writes };
  return commitIn(await client.ask(errand, (kit) => kit.rest.git.createCommit({ ...client.at, ...content })));
}
var lostRace = /already exists|does not exist|reference update failed|reference cannot be updated|not a fast forward/i;
async function moveBranch(client, trees, branch, from, to) {
  if (from && await trees.tipOf(branch) !== from.sha)
    throw new Raced(new Fault("conflict", `The branch ${branch} keeps moving`));
  const errand = { doing: `${from ? "move" : "create"} the branch ${branch}`, needs: writes };
  const { at } = client;
  try {
    if (from) {
      const ref = `heads/${branch}`;
      await client.ask(errand, (kit) => kit.rest.git.updateRef({ ...at, ref, sha: to.sha, force: true }));
    } else {
      const ref = `refs/heads/${branch}`;
      await client.ask(errand, (kit) => kit.rest.git.createRef({ ...at, ref, sha: to.sha }));
    }
  } catch (error) {
    const isRace = isRefusal(error, 422, lostRace) || isRefusal(error, 409, /^(?!.*empty)/i) || from && isRefusal(error, 404);
    throw isRace ? new Raced(error) : error;
  }
}

// src/adapters/github/propose.ts
async function propose(client, trees, proposal) {
  return untilUnraced(client, async () => proposeOnce({ client, trees, proposal }));
}
async function proposeOnce(task) {
  const { client, trees, proposal } = task;
  const listed = pullToKeep(await pullsFrom(client, proposal.branch, "open"), proposal.base);
  const base = await trees.treeOf(proposal.base);
  const edits = editsOf(base, await proposal.changesFor(base));
  const plan = { base, edits, treeSha: treeShaAfter(base, edits) };
  if (edits.length === 0)
    return proposed(task, plan, { operation: "none", treeSha: base.treeSha, warnings: idle(listed) });
  const standing = await standingOf(task, plan);
  const pull = standing.head && listed;
  if (proposal.dryRun) return dryRun(task, plan, standing, pull);
  const push = standing.isRight ? void 0 : await pushed(task, plan, standing);
  const head = push ?? standing.head;
  const about = {
    headSha: head?.sha,
    treeSha: head?.treeSha,
    commitVerified: head?.verified,
    warnings: standing.warnings
  };
  return published(task, plan, { ...about, isPushed: push !== void 0, pull });
}
var idle = (pull) => pull ? [`Pull request #${pull.number} (${pull.url}) is still open, though the base has all of it: close it`] : [];
async function standingOf({ client, trees, proposal }, plan) {
  const tip = await trees.tipOf(proposal.branch);
  if (tip === void 0) return { head: void 0, isRight: false, warnings: [] };
  const head = await trees.commit(tip);
  if (isExactly(plan, head)) return { head, isRight: true, warnings: [] };
  const divergence = await divergenceOf(client, plan.base, head);
  if (divergence && await mergesTo(plan, head, divergence, trees)) return { head, isRight: true, warnings: [] };
  return { head, isRight: false, warnings: replaced(proposal, divergence) };
}
function replaced({ branch, overwrite }, divergence) {
  const foreign = divergence ? divergence.foreign.join(", ") : "a history of its own";
  if (foreign === "") return [];
  if (overwrite) return [`The branch ${branch} was replaced together with what others had on it: ${foreign}`];
  throw new Fault(
    "conflict",
    `The branch ${branch} carries commits that are not from here (${foreign}); nothing was written`,
    {
      advice: "Merge or close what is there, choose another `branch`, or set `overwrite: true` to replace it."
    }
  );
}
async function pushed({ client, trees, proposal }, plan, { head }) {
  const tree = await writeTree(client, plan);
  const commit = await writeCommit(client, plan, tree, proposal.commitMessage);
  await moveBranch(client, trees, proposal.branch, head, commit);
  return commit;
}
function dryRun(task, plan, { head, isRight, warnings }, pull) {
  const isSame = isRight && pull !== void 0 && Object.keys(correctionOf(pull, task.proposal)).length === 0;
  const operation = pull === void 0 ? "created" : isSame ? "unchanged" : "updated";
  const headSha = isRight ? head?.sha : void 0;
  return proposed(task, plan, { operation, pull, headSha, treeSha: plan.treeSha, warnings });
}
function proposed({ client, proposal }, { base, edits }, outcome) {
  const { pull, operation, treeSha: treeSha2, warnings, headSha, commitVerified } = outcome;
  return {
    operation,
    number: pull?.number,
    url: pull?.url,
    author: pull?.author,
    compareUrl: compareUrlOf(client.where, proposal),
    baseSha: base.commitSha,
    headSha,
    treeSha: treeSha2,
    commitVerified,
    warnings,
    changes: edits.map(({ path, status }) => ({ path, status }))
  };
}
async function published(task, plan, head) {
  const { client, proposal } = task;
  const { pull } = head;
  if (!pull) return opened(task, plan, head);
  const correction = correctionOf(pull, proposal);
  const isCorrected = Object.keys(correction).length > 0;
  if (isCorrected) await correctPull(client, pull, correction);
  const extras = await addExtras(client, pull, proposal);
  const operation = head.isPushed || isCorrected || extras.isWritten ? "updated" : "unchanged";
  return proposed(task, plan, { ...head, operation, warnings: [...head.warnings, ...extras.warnings] });
}
async function opened(task, plan, head) {
  const { client, proposal } = task;
  const predecessors = await rejectedBefore(client, proposal.branch);
  try {
    const { pull, warnings } = await openPull(client, proposal);
    const extras = await addExtras(client, pull, proposal);
    const all = [...head.warnings, ...predecessors, ...warnings, ...extras.warnings];
    return proposed(task, plan, { ...head, pull, operation: "created", warnings: all });
  } catch (error) {
    if (!isRefusal(error, 403) || error.code !== "not-permitted") throw error;
    return proposed(task, plan, { ...head, operation: "branch-only", warnings: [...head.warnings, forbidden(error)] });
  }
}
var forbidden = ({ message, advice }) => `${message}. The branch is there; open the pull request by hand with the link. ${advice ?? ""}`.trim();
async function rejectedBefore(client, branch) {
  const [last] = await pullsFrom(client, branch, "closed");
  if (!last || last.isMerged) return [];
  return [`Pull request #${last.number} (${last.url}) proposed this before and was closed without a merge`];
}

// src/adapters/github/pull-requests.ts
function pullRequests(options, checkout) {
  const client = githubClient(options);
  const trees = treesOf(client, checkout);
  return {
    defaultBranch: trees.defaultBranch,
    treeOf: trees.treeOf,
    textOf: trees.textOf,
    propose: async (proposal) => propose(client, trees, proposal),
    async openWith(branchPrefix) {
      const pulls = await openPulls(client);
      return pulls.filter(({ branch, body }) => branch.startsWith(branchPrefix) && isStamped(body)).map(({ number, url, branch, base, title, body }) => ({ number, url, branch, base, title, body }));
    },
    get requests() {
      return client.requests();
    }
  };
}
export {
  pullRequests
};
