import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  capped,
  plain,
  plainLines
} from "./chunk-4XSILGPL.js";

// src/report/escape/words.ts
var actedOn = /[@#$]|:\/\/|www\.|\b(?:GH|GHSA|CVE)-|^[0-9a-f]{7,}$/i;
var wrapping = /^([("'[‘“«]*)(.*?)([)"'\]’”»,.;:!?]*)$/s;
function wordsOf(text) {
  return merged(text.split(/(`[^`]+`)/).flatMap((part, index) => index % 2 === 1 ? [quoted(part)] : plainWords(part)));
}
function quoted(part) {
  return { text: part.slice(1, -1), code: true };
}
function plainWords(part) {
  return part.split(/(\s+)/).flatMap((word, index) => index % 2 === 1 ? [blank] : judged(word));
}
var blank = { text: " ", code: false };
function judged(word) {
  const [, before = "", core = "", after = ""] = wrapping.exec(word) ?? [];
  if (core === "" || !(actedOn.test(word) || actedOn.test(core))) return [{ text: word, code: false }];
  return [
    { text: before, code: false },
    { text: core, code: true },
    { text: after, code: false }
  ];
}
function merged(words) {
  const result = [];
  for (const word of words) {
    const last = result.at(-1);
    if (word.text === "") continue;
    if (last?.code && word.code) result.push(blank);
    if (last !== void 0 && !last.code && !word.code)
      result[result.length - 1] = { text: last.text + word.text, code: false };
    else result.push(word);
  }
  return result;
}

// src/report/escape/markdown.ts
var escaped = /* @__PURE__ */ Symbol("escaped");
function md(words, ...values) {
  return markdown(words.map((word, index) => word + markdownOf(values[index] ?? "").text).join(""));
}
var nothing = { text: "", [escaped]: true };
function prose(text, limit) {
  return markdown(
    wordsOf(plain(text, limit)).map((word) => word.code ? codeOf(word.text) : literal(word.text)).join("")
  );
}
function ours(text) {
  return markdown(text.trim());
}
function code(text, limit = 300) {
  return markdown(codeOf(plain(text, limit)) || '""');
}
function fenced(text, language, limit = 5e5) {
  const shown = plainLines(text, limit).replace(/\n+$/, "");
  const fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
  return markdown(`${fence}${language}
${shown}
${fence}`);
}
function link(text, address) {
  return markdown(`[${text.text}](${address.replace(/[\s()<>\\|`[\]]/g, encodeURIComponent).replace(/[()]/g, paren)})`);
}
function table(header, rows) {
  const line = (cells) => `| ${cells.map((cell) => cellOf(cell)).join(" | ")} |`;
  return markdown([line(header), line(header.map(() => markdown("---"))), ...rows.map(line)].join("\n"));
}
function list(items) {
  return markdown(items.map((item) => `- ${markdownOf(item).text.replaceAll("\n", "\n  ")}`).join("\n"));
}
function details(summary, body, state = "closed") {
  const open = state === "open" ? "<details open>" : "<details>";
  return markdown(`${open}<summary>${htmlOf(summary)}</summary>

${body.text}

</details>`);
}
function marker(name) {
  return markdown(`<!-- kasten-multicluster:${name.replace(/[^\w.:/=@ -]/g, "_").replaceAll("--", "-_")} -->`);
}
function blocks(parts) {
  return joined(
    parts.filter((part) => part.text !== ""),
    "\n\n"
  );
}
function joined(parts, separator) {
  return markdown(parts.map((part) => markdownOf(part).text).join(separator));
}
function markdown(text) {
  return { text, [escaped]: true };
}
function markdownOf(value) {
  return typeof value === "object" ? value : prose(String(value));
}
function cellOf(cell) {
  return markdownOf(cell).text.replace(/\s*\n\s*/g, "<br>");
}
function literal(text) {
  return text.replace(/[\\`|<>&]/g, entity).replace(/[*_[\]~]/g, "\\$&").replace(/^( *)([-+=]|:(?=-))/, "$1\\$2").replace(/^( *\d+)([.)])(?=\s|$)/, "$1\\$2");
}
function codeOf(text) {
  return text.split("|").map((part) => part === "" ? "" : span(part)).join("&#124;");
}
function span(text) {
  const fence = "`".repeat(longestRun(text) + 1);
  const pad = /^[ `]|[ `]$/.test(text) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}
function longestRun(text) {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
function htmlOf(text) {
  return wordsOf(plain(capped(text, 300))).map((word) => word.code ? `<code>${htmlText(word.text)}</code>` : htmlText(word.text)).join("");
}
function htmlText(text) {
  return text.replace(/[\\`|<>&"'*_[\]~!]/g, entity);
}
function entity(character) {
  return `&#${character.charCodeAt(0)};`;
}
function paren(character) {
  return character === "(" ? "%28" : "%29";
}

export {
  md,
  nothing,
  prose,
  ours,
  code,
  fenced,
  link,
  table,
  list,
  details,
  marker,
  blocks,
  joined
};
