import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  isUnsure
} from "./chunk-LM2YTLL2.js";

// src/adapters/github/once.ts
var attempts = 3;
async function createdOnce(client, create, look) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await create();
    } catch (error) {
      if (!isUnsure(error)) throw error;
      await client.pause(attempt);
      const found = await look();
      if (found !== void 0) return found;
      if (attempt === attempts) throw error;
    }
  }
}

// src/adapters/github/stamp.ts
import { createHash } from "node:crypto";
var longestBody = 65536;
var longestTitle = 256;
var stamp = /<!-- kasten-multicluster title=([0-9a-f]{16}) text=([0-9a-f]{16}) -->/;
function stamped(words) {
  const title = fitting(words.title, longestTitle, "\u2026");
  return { title, body: stampedBody(digest(title), words.body) };
}
function isStamped(body) {
  return stamp.test(body);
}
function rewordingOf(current, wish) {
  if (!isStamped(current.body)) return {};
  const { title, body } = wordsFor(current, wish);
  const isTextCurrent = stamp.exec(current.body)?.[2] === digest(wish.body) && title === current.title;
  return isTextCurrent ? {} : { ...title === current.title ? {} : { title }, body };
}
function restorationOf(current, wish) {
  const { title, body } = wordsFor(current, wish);
  return { ...title === current.title ? {} : { title }, ...sameText(body, current.body) ? {} : { body } };
}
function wordsFor(current, wish) {
  const wished = stamped(wish);
  const lastTitle = stamp.exec(current.body)?.[1] ?? digest(current.title);
  if (digest(current.title) === lastTitle) return wished;
  return { title: current.title, body: stampedBody(lastTitle, wish.body) };
}
function sameText(one, other) {
  return bare(one) === bare(other);
}
function stampedBody(title, body) {
  return fitting(`<!-- kasten-multicluster title=${title} text=${digest(body)} -->
${body}`, longestBody, "\n\n\u2026");
}
function fitting(text, longest, end) {
  if (text.length <= longest) return text;
  return text.slice(0, longest - end.length).replace(/[\uD800-\uDBFF]$/, "") + end;
}
var bare = (text) => text.replaceAll("\r\n", "\n").trim();
function digest(text) {
  return createHash("sha256").update(bare(text)).digest("hex").slice(0, 16);
}

export {
  createdOnce,
  longestBody,
  stamped,
  isStamped,
  rewordingOf,
  restorationOf,
  sameText,
  fitting,
  digest
};
