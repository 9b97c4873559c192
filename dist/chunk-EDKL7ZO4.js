import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  blocks,
  code,
  md,
  nothing,
  prose,
  table
} from "./chunk-UDVISC2L.js";
import {
  counted,
  countsOf,
  groupedBy
} from "./chunk-LBIPISNP.js";
import {
  redactedMark,
  secretPlacesOf,
  secretSpans,
  seen,
  valueSpans,
  wellFormed
} from "./chunk-4XSILGPL.js";

// src/report/display-width.ts
var wide = new RegExp("[\\u1100-\\u115F\\u2E80-\\u303E\\u3041-\\u33FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uA000-\\uA4CF\\uA960-\\uA97F\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE6F\\uFF01-\\uFF60\\uFFE0-\\uFFE6\\u{1B000}-\\u{1B2FF}\\u{20000}-\\u{3FFFD}]|\\p{Emoji_Presentation}", "u");
var zero = /^[\p{Mn}\p{Me}\uFE00-\uFE0F]$/u;
function displayWidth(text) {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  return Array.from(text, widthOf).reduce((sum, width) => sum + width, 0);
}
function widthOf(character) {
  if (zero.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
function padded(text, width) {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

// src/report/excerpt.ts
var longestLine = 1e4;
function excerptsOf(sourceLine, secretPlaces) {
  return (place, width) => {
    if (isWholeFile(place)) return void 0;
    const line = sourceLine(place.file, place.line)?.replace(/[\r\n]+$/, "");
    if (line === void 0 || line.trim() === "" || line.length > longestLine) return void 0;
    return excerptOf(line, place, width, secretPlaces(place.file, place.line));
  };
}
function isWholeFile({ line, column, endLine, endColumn }) {
  return [line, column, endLine, endColumn].every((each) => each === 1);
}
function lineWithoutSecrets(line, secret) {
  return cellsOf(line, secret).map(({ text }) => text).join("");
}
var tab = "    ";
function excerptOf(line, place, width, secret) {
  const cells = cellsOf(line, secret);
  const start = Math.max(0, place.column - 1);
  const end = place.endLine === place.line ? Math.max(place.endColumn - 1, start + 1) : line.length;
  const first = indexOr(
    cells.findIndex((cell) => cell.end > start),
    cells.length
  );
  const after = Math.max(
    indexOr(
      cells.findIndex((cell) => cell.start >= end),
      cells.length
    ),
    first + 1
  );
  const { from, to } = windowOf(cells, first, after, width);
  const cutLeft = from > 0 ? "\u2026" : "";
  const cutRight = to < cells.length ? "\u2026" : "";
  const under = widthOf2(cells.slice(first, Math.min(after, to)));
  return {
    line: place.line,
    text: cutLeft + textOf(cells.slice(from, to)) + cutRight,
    before: cutLeft.length + widthOf2(cells.slice(from, first)),
    under: Math.max(1, under)
  };
}
function windowOf(cells, first, after, width) {
  if (widthOf2(cells) <= width) return { from: 0, to: cells.length };
  const room = Math.max(10, width - 2);
  const wanted = Math.max(Math.floor(room / 4), room - widthOf2(cells.slice(first, after)) - 10);
  const from = first - fitting(cells.slice(0, first).toReversed(), wanted);
  return { from, to: from + fitting(cells.slice(from), room) };
}
function fitting(cells, width) {
  let used = 0;
  const over = cells.findIndex((cell) => (used += cell.width) > width);
  return over < 0 ? cells.length : over;
}
function cellsOf(line, secret) {
  const spans = secret ? valueSpans(line) : secretSpans(line);
  const cells = [];
  let at = 0;
  for (const { start, end } of [...spans, { start: line.length, end: line.length }]) {
    for (const character of line.slice(at, start)) {
      cells.push(cellOf(at, at + character.length, character === "	" ? tab : seen(wellFormed(character))));
      at += character.length;
    }
    if (end > start) cells.push(cellOf(start, end, redactedMark));
    at = end;
  }
  return cells;
}
function cellOf(start, end, text) {
  return { start, end, text, width: displayWidth(text) };
}
function widthOf2(cells) {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
function textOf(cells) {
  return cells.map(({ text }) => text).join("");
}
function indexOr(index, otherwise) {
  return index < 0 ? otherwise : index;
}

// src/report/lookups.ts
function reportExcerpts(report, lookups) {
  return excerptsOf(lookups.sourceLine, secretPlacesOf(report.findings, lookups.secretRules));
}

// src/report/standing.ts
function judgesTheFleet({ mode }) {
  return mode === "validate" || mode === "drift";
}
function hasTally(report) {
  return judgesTheFleet(report) || report.findings.length > 0;
}
function standingsOf(report) {
  if (!judgesTheFleet(report)) return [];
  const hits = hitsOf(report);
  return report.fleet.secondaries.map((secondary) => standingOf(secondary, [...hits.get(secondary) ?? []]));
}
function standingOf(secondary, findings) {
  const counts = countsOf(findings);
  return { secondary, counts, state: counts.error > 0 ? "error" : counts.warning > 0 ? "warning" : "clean" };
}
function hitsOf({ fleet, findings }) {
  const byFile = groupedByEach(fleet.secondaries, ({ files }) => files);
  const byName = groupedByEach(fleet.secondaries, ({ label, application }) => [label, application]);
  const hits = new Map(fleet.secondaries.map((secondary) => [secondary, /* @__PURE__ */ new Set()]));
  for (const finding of findings) {
    const hit = finding.clusters.length > 0 ? finding.clusters.flatMap((name) => byName.get(name) ?? []) : byFile.get(finding.file) ?? [];
    for (const secondary of hit) hits.get(secondary)?.add(finding);
  }
  return hits;
}
function gravestFirst(standings) {
  return [
    ...standings.filter(({ state }) => state === "error"),
    ...standings.filter(({ state }) => state === "warning")
  ];
}
function groupedByEach(values, keysOf) {
  const pairs = values.flatMap((value) => [...new Set(keysOf(value))].map((key) => ({ key, value })));
  const groups = groupedBy(pairs, ({ key }) => key);
  return new Map([...groups].map(([key, found]) => [key, found.map(({ value }) => value)]));
}

// src/report/section/live.ts
function liveBlock(live, rows) {
  if (live === void 0 || live.length === 0) return nothing;
  const sorted = troubledFirst(live);
  const more = sorted.slice(rows);
  const troubled = more.filter((one) => !healthy(one)).length;
  return blocks([
    md`### Applications in Argo CD`,
    table(["Application", "Sync", "Health", "Remark"], sorted.slice(0, rows).map(rowOf)),
    more.length > 0 ? md`… and ${counted(more.length, "more Application")}, ${troubled === 0 ? "all synced and healthy" : `${troubled} of them in trouble`}.` : nothing
  ]);
}
function rowOf(one) {
  return [
    md`${healthy(one) ? "\u2705" : "\u26A0\uFE0F"} ${code(one.application, 120)}`,
    prose(one.sync, 60),
    prose(one.health, 60),
    prose(one.reason === "" ? "\u2013" : one.reason, 600)
  ];
}
function troubledFirst(live) {
  return [...live.filter((one) => !healthy(one)), ...live.filter(healthy)];
}
function healthy({ sync, health, reason }) {
  return sync === "Synced" && health === "Healthy" && reason === "";
}

export {
  displayWidth,
  padded,
  lineWithoutSecrets,
  reportExcerpts,
  hasTally,
  standingsOf,
  gravestFirst,
  liveBlock,
  troubledFirst,
  healthy
};
