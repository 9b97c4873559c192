import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/report/redaction.ts
var redactedMark = "\u2039redacted\u203A";
function secretPlacesOf(findings, secretRules) {
  const places = findings.filter(({ rule }) => secretRules.has(rule)).flatMap(linesOf);
  const known = new Set(places);
  return (file, line) => known.has(`${line}:${file}`);
}
function withoutSecrets(text) {
  return replaced(text, apart(shapeSpans(text)));
}
function withoutSecretsIn(lines) {
  return lines.split("\n").map((line) => replaced(line, secretSpans(line))).join("\n");
}
function replaced(text, spans) {
  let shown = "";
  let from = 0;
  for (const { start, end } of spans) {
    shown += text.slice(from, start) + redactedMark;
    from = end;
  }
  return shown + text.slice(from);
}
function secretSpans(line) {
  return apart([...keyedSpans(line), ...shapeSpans(line)]);
}
function valueSpans(line) {
  const head = /^\s*(?:[-?]\s+)*(?:(?:"[^"]*"|'[^']*'|[\w./-]+)\s*:(?:\s+|$))?/.exec(line)?.[0].length ?? 0;
  const end = line.trimEnd().length;
  return head < end ? [{ start: head, end }] : [];
}
var words = "token|password|passwd|passphrase|pwd|secret|credentials?|(?:api|access|account|private|shared|storage)[_-]?key|connection[_-]?string|authorization|sig";
var keyed = new RegExp(
  String.raw`(?:(?:${words})["']?\s*(?::\s+|:(?=["'])|=\s*)(?:[!&]\S+\s+)*|\b(?:bearer|basic)\s+)(?=\S)`,
  "gi"
);
function keyedSpans(line) {
  return [...line.matchAll(keyed)].flatMap(({ 0: key, index }) => {
    const start = index + key.length;
    const value = valueAt(line, start, key.trimEnd().endsWith(":"));
    return harmless.test(value) ? [] : [{ start, end: start + value.length }];
  });
}
function valueAt(line, start, ofMapping) {
  const rest = line.slice(start);
  const shape = quotedValue.exec(rest) ?? (ofMapping ? /[{[]/.test(line.slice(0, start)) ? /^[^,}\]]*/ : /^(?:(?!\s#).)*/s : /^\S*/).exec(rest);
  return shape?.[0].trimEnd() ?? rest;
}
var quotedValue = /^(?:"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?)/;
var shapes = [
  /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/@:]{0,200}:([^\s/@]+)@/dgi,
  /\b((?:gh[pousr]_|github_pat_|glpat-|xox[a-z]-|sk-|sk_live_|hvs\.|npm_|dop_v1_|AKIA|ASIA|AIza|SG\.)[\w.-]{8,})/dg,
  /\b(eyJ[\w-]{6,}(?:\.[\w-]*)*)/dg,
  /(-----BEGIN [A-Z ]{0,40}(?:PRIVATE KEY|CERTIFICATE)-----.*)/dg,
  // Padded base64 of any size worth stealing.
  /(?<![\w+/=-])([\w+/-]{14,}={1,2})(?![\w=])/dg
];
function shapeSpans(text) {
  return [...shapes.flatMap((shape) => matches(text, shape)), ...opaqueRuns(text)];
}
function matches(text, shape) {
  return [...text.matchAll(shape)].map(({ indices }) => {
    const [start, end] = indices?.[1] ?? [0, 0];
    return { start, end };
  });
}
var harmless = /^(?:|null|~|true|false|""|''|[{[|>].*|["']?(?:\$\{\{.*\}\}|\$\{\w+\}|\$\w+|\{\{.*\}\}|<[\w -]+>)["']?)$/;
function opaqueRuns(text) {
  return [...text.matchAll(/[\w+/-]{40,}/g)].filter(([run]) => isOpaque(run.replace(uuid, ""))).map(({ 0: run, index }) => ({ start: index, end: index + run.length }));
}
var uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;
function isOpaque(run) {
  return run.length >= 40 && /[a-z]/.test(run) && /[A-Z]/.test(run) && changes(run) >= 0.35 * run.length;
}
function changes(run) {
  const sorts = Array.from(run, sortOf);
  return sorts.filter((sort, index) => index > 0 && sort !== sorts[index - 1]).length;
}
function sortOf(character) {
  if (character >= "a" && character <= "z") return "small";
  if (character >= "A" && character <= "Z") return "capital";
  return character >= "0" && character <= "9" ? "digit" : "mark";
}
function apart(spans) {
  const result = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== void 0 && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
function linesOf(finding) {
  const count = Math.min(Math.max(finding.endLine - finding.line, 0), 1e4) + 1;
  return Array.from({ length: count }, (_, index) => `${finding.line + index}:${finding.file}`);
}

// src/report/escape/plain.ts
var unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
var variationSelector = /^[\uFE00-\uFE0F]$/;
var lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
var usualLimit = 4096;
function plain(text, limit = usualLimit) {
  return capped(seen(wellFormed(startOf(text, limit)).replace(lineBreak, "\u21B5")), limit);
}
function plainLines(text, limit) {
  const lines = capped(wellFormed(startOf(text, limit)), limit).split(/\r\n|\n/);
  return capped(lines.map((line) => line.split("	").map(seen).join("	")).join("\n"), limit);
}
function capped(text, limit) {
  return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/, "")}\u2026`;
}
function seen(text) {
  return text.replace(unseen, visible);
}
var slack = 2e4;
function startOf(text, limit) {
  const start = text.length <= limit + slack ? text : text.slice(0, limit + slack).replace(/\S{1,200}$/, "");
  return withoutSecrets(start).slice(0, limit + 1);
}
function wellFormed(text) {
  return text.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD");
}
function visible(character) {
  const code = character.codePointAt(0) ?? 0;
  if (variationSelector.test(character)) return character;
  if (code < 32) return String.fromCodePoint(9216 + code);
  if (code === 127) return "\u2421";
  if (code >= 55296 && code <= 57343) return "\uFFFD";
  return `\u2039U+${code.toString(16).toUpperCase().padStart(4, "0")}\u203A`;
}

export {
  redactedMark,
  secretPlacesOf,
  withoutSecrets,
  withoutSecretsIn,
  secretSpans,
  valueSpans,
  plain,
  plainLines,
  capped,
  seen,
  wellFormed
};
