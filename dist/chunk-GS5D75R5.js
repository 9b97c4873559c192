import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  createdOnce,
  fitting,
  longestBody,
  sameText
} from "./chunk-7IGMG6RX.js";
import {
  GithubFault,
  githubClient,
  isAnswer,
  numberOf,
  objectIn,
  partOf,
  textOf
} from "./chunk-LM2YTLL2.js";

// src/adapters/github/login.ts
var errand = { doing: "ask whose token this is", needs: "metadata: read" };
async function authorship(client) {
  const login = await viewer(client) ?? await user(client);
  return (answer) => {
    const author = partOf(answer, "user");
    if (login === void 0) return textOf(author, "type") === "Bot";
    return textOf(author, "login").toLowerCase() === login.toLowerCase();
  };
}
async function viewer(client) {
  const data = await client.askGraphql(errand, "query { viewer { login } }").catch(unlessUnwell);
  return data && (textOf(partOf(data, "viewer"), "login") || void 0);
}
async function user(client) {
  const answer = await client.ask(errand, (kit) => kit.rest.users.getAuthenticated()).catch(unlessUnwell);
  return isAnswer(answer) ? textOf(answer, "login") || void 0 : void 0;
}
function unlessUnwell(error) {
  if (error instanceof GithubFault && [200, 403, 404].includes(error.status ?? 0)) return void 0;
  throw error;
}

// src/adapters/github/comments.ts
var needs = "pull-requests: write";
function comments(options) {
  const client = githubClient(options);
  return {
    async keep(pullRequest, marker, body) {
      const text = fitting(body.includes(marker) ? body : `${marker}
${body}`, longestBody, "\n\n\u2026");
      const isOurs = await authorship(client);
      const find = async () => (await commentsOn(client, pullRequest)).find((each) => isOurs(each) && textOf(each, "body").includes(marker));
      const there = await find();
      if (!there) {
        await createdOnce(client, async () => comment(client, pullRequest, text), find);
        return "created";
      }
      if (sameText(textOf(there, "body"), text)) return "unchanged";
      await rewrite(client, numberOf(there, "id"), text);
      return "updated";
    }
  };
}
async function commentsOn({ askAll, at }, number) {
  const errand2 = { doing: `list the comments of #${number}`, needs };
  return askAll(
    errand2,
    (kit, page) => kit.rest.issues.listComments({ ...at, issue_number: number, per_page: 100, page })
  );
}
async function comment({ ask, at }, number, body) {
  const errand2 = { doing: `comment on #${number}`, needs };
  return objectIn(await ask(errand2, (kit) => kit.rest.issues.createComment({ ...at, issue_number: number, body })));
}
async function rewrite({ ask, at }, id, body) {
  const errand2 = { doing: "update the comment", needs };
  await ask(errand2, (kit) => kit.rest.issues.updateComment({ ...at, comment_id: id, body }));
}

export {
  authorship,
  comments,
  commentsOn,
  comment
};
