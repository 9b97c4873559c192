import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  authorship,
  comment,
  commentsOn
} from "./chunk-GS5D75R5.js";
import {
  createdOnce,
  digest,
  restorationOf,
  stamped
} from "./chunk-7IGMG6RX.js";
import {
  githubClient,
  isRefusal,
  numberOf,
  objectIn,
  textOf,
  textsOf
} from "./chunk-LM2YTLL2.js";
import "./chunk-AECNEGQ3.js";
import "./chunk-EJANZUZM.js";
import "./chunk-4XSILGPL.js";
import {
  Fault
} from "./chunk-B2EAQ3WC.js";
import "./chunk-GFVQXI6T.js";

// src/adapters/github/issue-list.ts
async function issuesWith({ client, isOurs, marker, label }) {
  const ours = (answers) => answers.filter((each) => each["pull_request"] === void 0 && isOurs(each) && textOf(each, "body").includes(marker)).map((each) => issueIn(each, client.where)).sort((a, b) => a.number - b.number);
  const labelled2 = ours(await list(client, { state: "all", labels: label }));
  return labelled2.length > 0 ? labelled2 : ours(await list(client, { state: "open" }));
}
var errand = { doing: "list issues", needs: "issues: write" };
async function list({ askAll, at }, filter) {
  return askAll(errand, (kit, page) => kit.rest.issues.listForRepo({ ...at, ...filter, per_page: 100, page }));
}
function issueIn(answer, { serverUrl, owner, repo }) {
  const number = numberOf(answer);
  return {
    number,
    url: `${serverUrl}/${owner}/${repo}/issues/${number}`,
    isOpen: textOf(answer, "state") === "open",
    title: textOf(answer, "title"),
    body: textOf(answer, "body"),
    labels: textsOf(answer, "labels", "name")
  };
}

// src/adapters/github/issue.ts
var needs = "issues: write";
async function createIssue(sign, wish) {
  const labels = [.../* @__PURE__ */ new Set([sign.label, ...wish.labels])];
  try {
    return await labelled(sign, await createdLabelled(sign, wish, labels), labels);
  } catch (error) {
    if (!isRefusal(error, 422, /label/i)) throw error;
    return { operation: "created", issue: await createdLabelled(sign, wish, []), warnings: [error.message] };
  }
}
async function createdLabelled(sign, wish, labels) {
  const { ask, at, where } = sign.client;
  const errand2 = { doing: "open the issue", needs };
  const create = async () => {
    const content = { ...at, ...stamped(wish), labels };
    return issueIn(objectIn(await ask(errand2, (kit) => kit.rest.issues.create(content))), where);
  };
  return createdOnce(sign.client, create, async () => (await issuesWith(sign))[0]);
}
async function labelled(sign, issue, labels) {
  return { operation: "created", issue, warnings: (await addLabels(sign, issue, labels)).warnings };
}
async function addLabels({ client }, issue, wished) {
  const labels = wished.filter((label) => !issue.labels.some((there) => there.toLowerCase() === label.toLowerCase()));
  if (labels.length === 0) return { isWritten: false, warnings: [] };
  const errand2 = { doing: `label issue #${issue.number}`, needs };
  const request = { ...client.at, issue_number: issue.number, labels };
  try {
    await client.ask(errand2, (kit) => kit.rest.issues.addLabels(request));
    return { isWritten: true, warnings: [] };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { isWritten: false, warnings: [error.message] };
  }
}
async function rewriteIssue(sign, issue, wish) {
  const changes = restorationOf(issue, wish);
  const { isWritten, warnings } = await addLabels(sign, issue, [sign.label]);
  if (Object.keys(changes).length === 0) return { operation: isWritten ? "updated" : "unchanged", issue, warnings };
  return { operation: "updated", issue: await update(sign, issue, changes), warnings };
}
async function closeIssue(sign, issue, wish) {
  await note(sign, issue, "closed", wish.comment);
  const changes = { ...restorationOf(issue, wish), state: "closed", state_reason: "completed" };
  return { operation: "closed", issue: await update(sign, issue, changes), warnings: [] };
}
async function reopenIssue(sign, issue, wish) {
  await note(sign, issue, "reopened", wish.comment);
  const changes = { ...restorationOf(issue, wish), state: "open" };
  return { operation: "reopened", issue: await update(sign, issue, changes), warnings: [] };
}
async function closeDouble(sign, double, kept) {
  await note(sign, double, "double", `Duplicate of #${kept.number}`);
  await update(sign, double, { state: "closed", state_reason: "not_planned" });
}
async function update({ client }, { number }, changes) {
  const errand2 = { doing: `update issue #${number}`, needs };
  const request = { ...client.at, issue_number: number, ...changes };
  return issueIn(objectIn(await client.ask(errand2, (kit) => kit.rest.issues.update(request))), client.where);
}
var noted = /<!-- kasten-multicluster note=(\w+-[0-9a-f]{16}) -->/;
async function note({ client, isOurs }, issue, kind, text) {
  if (text === void 0) return;
  const mark = `${kind}-${digest(issue.body)}`;
  const lastMark = async () => {
    const ours = (await commentsOn(client, issue.number)).filter(isOurs);
    const marks = ours.flatMap((each) => noted.exec(textOf(each, "body"))?.[1] ?? []);
    return marks.at(-1) === mark || void 0;
  };
  if (await lastMark()) return;
  const body = `${text}

<!-- kasten-multicluster note=${mark} -->`;
  await createdOnce(client, async () => comment(client, issue.number, body), lastMark);
}

// src/adapters/github/issues.ts
function issues(options) {
  const client = githubClient(options);
  const signOf = async (marker, label) => {
    return { client, isOurs: await authorship(client), marker, label };
  };
  return {
    async find(marker, label) {
      const [first] = await issuesWith(await signOf(marker, label));
      return first && stateOf(first);
    },
    async keep(marker, label, wish) {
      const body = wish.body.includes(marker) ? wish.body : `${marker}
${wish.body}`;
      const kept = await keepIssue(await signOf(marker, label), { ...wish, body });
      return { ...kept, issue: kept.issue && stateOf(kept.issue) };
    }
  };
}
var stateOf = ({ number, url, isOpen, body }) => ({ number, url, open: isOpen, body });
async function keepIssue(sign, wish) {
  const there = await issuesWith(sign);
  const first = await onlyOne(sign, there);
  if (wish.state === "closed") {
    return first?.isOpen ? closeIssue(sign, first, wish) : { operation: "none", issue: first, warnings: [] };
  }
  return first ? opened(sign, first, wish) : createdAlone(sign, wish);
}
async function onlyOne(sign, [first, ...doubles]) {
  if (first) for (const double of doubles.filter(({ isOpen }) => isOpen)) await closeDouble(sign, double, first);
  return first;
}
async function createdAlone(sign, wish) {
  const made = await createIssue(sign, wish);
  const all = new Map(
    [...await issuesWith(sign), ...made.issue ? [made.issue] : []].map((each) => [each.number, each])
  );
  const first = await onlyOne(
    sign,
    [...all.values()].sort((a, b) => a.number - b.number)
  );
  return !first || first.number === made.issue?.number ? made : opened(sign, first, wish);
}
async function opened(sign, issue, wish) {
  if (issue.isOpen) return rewriteIssue(sign, issue, wish);
  if (restorationOf(issue, wish).body !== void 0) return reopenIssue(sign, issue, wish);
  const warning = `Issue #${issue.number} was closed by hand; it is reopened when there is something new to say`;
  return { operation: "unchanged", issue, warnings: [warning] };
}
export {
  issues
};
