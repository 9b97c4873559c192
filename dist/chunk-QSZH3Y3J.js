import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/source/yaml-refusal.ts
var Refusal = class extends Error {
  kind;
  span;
  constructor(kind, message, span) {
    super(message);
    this.kind = kind;
    this.span = span;
  }
};
var IndentationRefusal = class extends Refusal {
};
var MAX_DEPTH = 200;
var tooDeep = (start) => new Refusal("too-deep", `nested more than ${MAX_DEPTH} levels deep`, { start, end: start + 1 });
var unknownAnchor = (span) => new Refusal("syntax", "an alias refers to an anchor that is not defined above it", span);

// src/source/yaml-blank.ts
function skipBlank(text, from) {
  let at = from;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === 35 && (at === 0 || isWhite(text.charCodeAt(at - 1)))) at = lineEndOf(text, at);
    else if (isWhite(char)) at++;
    else break;
  }
  return at;
}
var isWhite = (char) => char === 32 || char === 10 || char === 13 || char === 9;
function lineEndOf(text, from) {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}
function lineStartAt(text, offset) {
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  return start;
}
function closingBracket(text, from) {
  for (let at = skipBlank(text, from); at < text.length; at = skipBlank(text, at + 1)) {
    const char = text[at];
    if (char === "]" || char === "}") return at + 1;
  }
  return from;
}
var isOpeningBracket = (text, at) => text[at] === "[" || text[at] === "{";
function behind(text, indicator, from) {
  const at = skipBlank(text, from);
  return text[at] === indicator ? at + 1 : from;
}
var BLOCK_HEADER = /[|>][-+0-9]*[ \t]*(?:#.*)?$/;
function blockHeaderOf(text, content) {
  const lineEnd = text.endsWith("\r\n", content) ? content - 2 : /[\r\n]/.test(text[content - 1] ?? "") ? content - 1 : content;
  const lineStart = lineStartAt(text, lineEnd);
  const header = BLOCK_HEADER.exec(text.slice(lineStart, lineEnd));
  return header ? lineStart + header.index : content;
}
function trimmedEnd(text, start, end) {
  let at = end;
  while (at > start && (text[at - 1] === "\n" || text[at - 1] === "\r" || text[at - 1] === " ")) at--;
  return at;
}

// src/source/yaml-node.ts
var targetOf = (node) => node.kind === "alias" ? node.target : node;
var isMerge = (key) => key.kind === "scalar" && key.text === "<<" && (key.tag === null ? key.plain : key.tag === "!" || key.tag === "!!merge");
var shortTag = (tag) => tag.replace(/^!?<?tag:yaml\.org,2002:([^>]*)>?$/, "!!$1");

export {
  Refusal,
  IndentationRefusal,
  MAX_DEPTH,
  tooDeep,
  unknownAnchor,
  skipBlank,
  lineEndOf,
  lineStartAt,
  closingBracket,
  isOpeningBracket,
  behind,
  blockHeaderOf,
  trimmedEnd,
  targetOf,
  isMerge,
  shortTag
};
