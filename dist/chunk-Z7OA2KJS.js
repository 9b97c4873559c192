import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  gravestFirst,
  hasTally,
  liveBlock,
  reportExcerpts,
  standingsOf
} from "./chunk-EDKL7ZO4.js";
import {
  uri
} from "./chunk-P6E77TTM.js";
import {
  bytes,
  changeBlock,
  drawingBlock,
  fitted,
  fixed,
  longestSummary,
  optional,
  vaultBlock
} from "./chunk-HJ4IFJPV.js";
import {
  blocks,
  code,
  details,
  fenced,
  joined,
  link,
  list,
  md,
  nothing,
  ours,
  prose,
  table
} from "./chunk-UDVISC2L.js";
import {
  counted,
  countsOf,
  groupedBy,
  reach,
  severities,
  tally
} from "./chunk-LBIPISNP.js";

// src/report/links.ts
function placeLink(place, links) {
  const text = code(`${place.file}:${place.line}`);
  if (links === void 0 || place.file === "" || !sound(links)) return text;
  const { serverUrl, repository, sha } = links;
  return link(text, `${serverUrl.replace(/\/+$/, "")}/${repository}/blob/${sha}/${uri(place.file)}${lines(place)}`);
}
function lines({ line, endLine }) {
  const first = Math.max(1, line);
  return endLine > first ? `#L${first}-L${endLine}` : `#L${first}`;
}
function sound({ serverUrl, repository, sha }) {
  return /^https?:\/\/[\w.:/-]+$/.test(serverUrl) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\da-f]{7,64}$/.test(sha);
}

// src/report/section/findings.ts
var headings = {
  error: ["\u274C", "error"],
  warning: ["\u26A0\uFE0F", "warning"],
  notice: ["\u2139\uFE0F", "notice"]
};
function findingsBlock(report, lookups, detail) {
  const bySeverity = groupedBy(report.findings, ({ severity }) => severity);
  const view = { lookups, detail, excerptOf: reportExcerpts(report, lookups) };
  return blocks(severities.map((severity) => severityBlock(severity, bySeverity.get(severity) ?? [], view)));
}
function findingsTally(report, lookups) {
  if (report.findings.length === 0) return nothing;
  const byRule = [...groupedBy(report.findings, ({ rule }) => rule)];
  const rows = byRule.slice(0, 100).map(([rule, findings]) => [ruleName(rule, lookups), tallyCell(findings)]);
  const more = byRule.length - rows.length;
  return blocks([
    md`### Findings`,
    table(["Rule", "Findings"], rows),
    more > 0 ? md`… and ${counted(more, "more rule")}.` : nothing
  ]);
}
function tallyCell(findings) {
  const counts = countsOf(findings);
  return severities.filter((severity) => counts[severity] > 0).map((severity) => counted(counts[severity], severity)).join(", ");
}
function severityBlock(severity, findings, view) {
  if (findings.length === 0) return nothing;
  const [sign, noun] = headings[severity];
  const rules = [...groupedBy(findings, ({ rule }) => rule)];
  const more = rules.slice(view.detail.rules);
  const hidden = more.reduce((sum, [, group]) => sum + group.length, 0);
  const body = blocks([
    ...rules.slice(0, view.detail.rules).map(([rule, group]) => ruleBlock(rule, group, view)),
    more.length > 0 ? md`… and ${counted(hidden, `more ${noun}`)} of ${counted(more.length, "more rule")}.` : nothing
  ]);
  const heading = counted(findings.length, noun);
  return severity === "notice" ? details(`${sign} ${heading}`, body) : blocks([md`### ${sign} ${heading}`, body]);
}
function ruleBlock(rule, findings, view) {
  const { lookups, detail } = view;
  const text = lookups.rules.get(rule);
  const more = findings.length - detail.places;
  return blocks([
    text === void 0 ? md`**${ruleName(rule, lookups)}**` : md`**${prose(text.title.replace(/\.$/, ""))}** (${ruleName(rule, lookups)})`,
    list(findings.slice(0, detail.places).map((finding) => findingItem(finding, view))),
    more > 0 ? md`… and ${counted(more, "more place")}.` : nothing,
    text === void 0 ? nothing : explanation("How to mend it:", text.fix),
    text === void 0 ? nothing : explanation("Why it matters:", text.why)
  ]);
}
function explanation(label, text) {
  return joined([md`**${label}**`, ours(text)], /^\s*```/.test(text) ? "\n\n" : " ");
}
function ruleName(rule, { rules, helpUrl }) {
  return rules.has(rule) ? link(code(rule), helpUrl(rule)) : code(rule);
}
function findingItem(finding, { lookups, detail, excerptOf }) {
  const excerpt = detail.excerpts ? excerptOf(finding, 110) : void 0;
  const affects = reach(finding.clusters);
  return joined(
    [
      md`${placeLink(finding, lookups.links)}: ${prose(finding.message, 2e3)}${affects === void 0 ? "" : md` _${affects}._`}`,
      ...excerpt === void 0 ? [] : [excerptBlock(excerpt)],
      ...finding.related.slice(0, 5).map((other) => md`See ${placeLink(other, lookups.links)}: ${prose(other.message, 500)}`)
    ],
    "\n"
  );
}
function excerptBlock({ line, text, before, under }) {
  const gutter = String(line);
  return fenced(`${gutter} | ${text}
${" ".repeat(gutter.length)} | ${" ".repeat(before)}${"^".repeat(under)}`, "");
}

// src/report/section/not-checked.ts
function notCheckedBlock(notChecked, reasons, files) {
  if (notChecked.length === 0) return nothing;
  const byReason = [...groupedBy(notChecked, ({ reason }) => reason)];
  const more = byReason.length - reasons;
  const items = byReason.slice(0, reasons).map(([reason, entries]) => md`${prose(reason, 500)}: ${filesOf(entries, files)}`);
  return details(
    `Not checked: ${counted(notChecked.length, "thing")} seen that could not be judged`,
    blocks([list(items), more > 0 ? md`… and ${counted(more, "more reason")}.` : nothing])
  );
}
function filesOf(entries, limit) {
  const more = entries.length - limit;
  const shown = joined(
    entries.slice(0, limit).map(({ file }) => code(file)),
    ", "
  );
  return more > 0 ? md`${shown} and ${counted(more, "more", "more")}` : shown;
}

// src/report/section/probes.ts
var signs = {
  ok: "\u2705 ok",
  missing: "\u274C missing",
  unknown: "\u2754 unknown",
  "not-needed": "\u2013 not needed"
};
function probesBlock(probes) {
  if (probes === void 0 || probes.length === 0) return nothing;
  const shown = probes.slice(0, 100);
  const remedies = shown.filter(({ remedy, state }) => remedy !== void 0 && state !== "ok" && state !== "not-needed");
  return blocks([
    md`### What this run may do`,
    table(
      ["Probe", "State", "Detail"],
      shown.map(({ name, state, detail }) => [prose(name, 120), md`${signs[state]}`, prose(detail, 600)])
    ),
    ...remedies.map(
      ({ name, remedy }) => md`To mend **${prose(name, 120)}**, add:\n\n${fenced(remedy ?? "", "", 2e3)}`
    )
  ]);
}
function warningsBlock(warnings) {
  if (warnings.length === 0) return nothing;
  const shown = warnings.slice(0, 30);
  const more = warnings.length - shown.length;
  const lines2 = [
    ...shown.map((warning) => md`> ⚠️ ${prose(warning, 1e3)}`),
    ...more > 0 ? [md`> … and ${more} more`] : []
  ];
  return joined(lines2, "\n>\n");
}

// src/report/section/secondaries.ts
var small = 12;
function secondariesBlock(report, rows) {
  const standings = standingsOf(report);
  const whole = standings.length <= Math.min(small, rows);
  const troubled = gravestFirst(standings);
  const shown = whole ? standings : troubled.slice(0, rows);
  return standings.length === 0 ? nothing : blocks([
    md`### Secondaries`,
    shown.length === 0 ? nothing : table(["Secondary", "State", "Application", "Destination"], shown.map(rowOf)),
    whole || troubled.length <= rows ? nothing : md`… and ${counted(troubled.length - rows, "more", "more")} with findings.`,
    whole ? nothing : cleanOnes(standings.filter(({ state }) => state === "clean"))
  ]);
}
function cleanOnes(clean) {
  if (clean.length === 0) return nothing;
  const names = clean.map(({ secondary }) => code(secondary.label, 80));
  const shown = names.slice(0, 400);
  const more = names.length - shown.length;
  return details(
    counted(clean.length, "clean secondary", "clean secondaries"),
    md`${joined(shown, ", ")}${more > 0 ? ` \u2026 and ${more.toLocaleString("en-US")} more` : ""}`
  );
}
function rowOf({ secondary, counts, state }) {
  const sign = { error: "\u274C", warning: "\u26A0\uFE0F", clean: "\u2705" }[state];
  const words = state === "clean" ? "clean" : tally(counts);
  return [
    code(secondary.label, 80),
    md`${sign} ${words}`,
    secondary.application === "" ? prose("\u2013") : code(secondary.application, 80),
    secondary.destination === "" ? prose("\u2013") : code(secondary.destination, 120)
  ];
}

// src/report/section/verdict.ts
var signs2 = { pass: "\u2705", fail: "\u274C", unknown: "\u2754" };
function signOf(verdict) {
  return signs2[verdict];
}
function verdictBlock(report) {
  return blocks([md`## ${signOf(report.verdict)} ${prose(report.headline, 500)}`, joined(numbersOf(report), " \xB7 ")]);
}
function numbersOf(report) {
  const { counts, fleet, ignored, tool, mode } = report;
  const clusters = `${counted(fleet.primaries.length, "primary", "primaries")}, ${counted(fleet.secondaries.length, "secondary", "secondaries")}`;
  return [
    ...hasTally(report) ? [md`**${tally(counts)}**`] : [],
    ...fleet.primaries.length + fleet.secondaries.length > 0 ? [prose(clusters)] : [],
    ...ignored > 0 ? [prose(`${counted(ignored, "finding")} ignored by comment`)] : [],
    md`${tool.name} ${tool.version}, ${mode}`
  ];
}

// src/report/summary.ts
function summaryOf(report, lookups, now) {
  return fitted(sectionsOf(report, lookups, now), longestSummary, bytes);
}
function sectionsOf(report, lookups, now) {
  return [
    fixed(verdictBlock(report)),
    fixed(warningsBlock(report.warnings)),
    levels(9, [
      () => changeBlock(report.change, 200, 2e5),
      () => changeBlock(report.change, 50, 2e4),
      () => changeBlock(report.change, 20, 0)
    ]),
    levels(9, [() => probesBlock(report.probes), () => nothing]),
    levels(8, [() => vaultBlock(report.vault, now, 200), () => vaultBlock(report.vault, now, 20)]),
    levels(6, [() => liveBlock(report.live, 100), () => liveBlock(report.live, 20)]),
    levels(7, [() => secondariesBlock(report, 100), () => secondariesBlock(report, 20)]),
    findingsSection(report, lookups),
    optional(4, () => drawingBlock(report.way)),
    levels(2, [
      () => notCheckedBlock(report.notChecked, 30, 10),
      () => notCheckedBlock(report.notChecked, 5, 3),
      () => nothing
    ])
  ];
}
function findingsSection(report, lookups) {
  return levels(5, [
    () => findingsBlock(report, lookups, { places: 10, excerpts: true, rules: 60 }),
    () => findingsBlock(report, lookups, { places: 4, excerpts: true, rules: 40 }),
    () => findingsBlock(report, lookups, { places: 3, excerpts: false, rules: 30 }),
    () => findingsBlock(report, lookups, { places: 1, excerpts: false, rules: 20 }),
    () => findingsBlock(report, lookups, { places: 1, excerpts: false, rules: 8 }),
    () => findingsTally(report, lookups)
  ]);
}
function levels(weight, versions) {
  return { weight, versions };
}

export {
  findingsBlock,
  findingsTally,
  warningsBlock,
  secondariesBlock,
  verdictBlock,
  summaryOf,
  sectionsOf
};
