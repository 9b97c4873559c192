import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  blocks,
  code,
  details,
  fenced,
  joined,
  link,
  md,
  nothing,
  prose,
  table
} from "./chunk-UDVISC2L.js";
import {
  counted
} from "./chunk-LBIPISNP.js";
import {
  capped,
  plain,
  withoutSecretsIn
} from "./chunk-4XSILGPL.js";

// src/report/document.ts
function fixed(body) {
  return { versions: [() => body], weight: Infinity };
}
function optional(weight, body) {
  return { versions: [body], weight };
}
function fitted(sections, limit, measure) {
  const parts = sections.map((section) => ({ section, level: 0, body: section.versions[0]?.() ?? nothing }));
  const shortened = md`_Shortened to fit what GitHub accepts. The JSON report holds everything._`;
  const whole = () => blocks([...parts.map(({ body }) => body), ...parts.some(({ level }) => level > 0) ? [shortened] : []]).text;
  let text = whole();
  while (measure(text) > limit) {
    const least = parts.filter(({ section, level }) => level < section.versions.length && section.weight < Infinity).toSorted((a, b) => a.section.weight - b.section.weight)[0];
    if (least === void 0) throw new Error("A document cannot be made short enough.");
    least.level += 1;
    least.body = least.section.versions[least.level]?.() ?? nothing;
    text = whole();
  }
  return `${text}
`;
}
function bytes(text) {
  return new TextEncoder().encode(text).length;
}
function units(text) {
  return text.length;
}
var longestBody = 65e3;
var longestSummary = 1e6;

// src/report/escape/mermaid-label.ts
var safe = /* @__PURE__ */ Symbol("safe");
var foreign = /[^\p{L}\p{M}\p{N} …✗‹›.,:/()=+'!?@_-]/gu;
var markdownStart = /^([-+=:]|\d+[.)](?= ))/;
function mermaidLabel(text, limit = 60) {
  const letters = plain(text, 4 * limit).replaceAll('"', "'").replace(foreign, "\xB7").replace(/ {2,}/g, " ").trim();
  return asLabel(
    capped(
      letters.replace(markdownStart, (start) => start.replace(/[^\d]/, "\xB7")),
      limit
    ) || "\xB7"
  );
}
function stacked(labels) {
  return asLabel(labels.map(({ label }) => label).join("<br/>"));
}
function asLabel(label) {
  return { label, [safe]: true };
}

// src/report/way-fold.ts
var most = { primaries: 6, broken: 12, lit: 12, clean: 6, vault: 24, stationsOfCluster: 24 };
function fold(way, spotlight) {
  const clusters = clustersOf(way);
  const primaries = clusters.filter(({ primary }) => primary);
  const secondaries = clusters.filter(({ primary }) => !primary);
  const broken = secondaries.filter((cluster) => cluster.broken);
  const lit = secondaries.filter(({ name, broken: torn }) => !torn && spotlight.has(name));
  const clean = secondaries.filter(({ name, broken: torn }) => !torn && !spotlight.has(name));
  const groups = [
    ...some(primaries, most.primaries, "primary", "primaries"),
    ...vaultGroup(way.stations.filter(({ cluster }) => cluster === void 0)),
    ...some(broken, most.broken, "broken secondary", "broken secondaries"),
    ...some(lit, most.lit, "new secondary", "new secondaries"),
    ...some(clean, clean.length <= most.clean ? most.clean : 0, "clean secondary", "clean secondaries")
  ];
  const stations = groups.flatMap(({ group }) => group.stations);
  return { groups: groups.map(({ group }) => group), stations, handOvers: joinedOver(way.handOvers, groups) };
}
function some(clusters, limit, noun, plural) {
  const rest = clusters.slice(limit);
  const shown = clusters.slice(0, limit).map(({ name, stations }) => asDrawn(name, stations));
  if (rest.length === 0) return shown;
  const words2 = limit === 0 ? counted(rest.length, noun, plural) : counted(rest.length, `more ${noun}`, `more ${plural}`);
  return [
    ...shown,
    asOne(
      words2,
      rest.flatMap(({ stations }) => stations)
    )
  ];
}
function vaultGroup(secrets) {
  const sorted = [...secrets.filter(({ broken }) => broken), ...secrets.filter(({ broken }) => !broken)];
  const rest = sorted.slice(most.vault);
  const shown = asDrawn(void 0, sorted.slice(0, most.vault));
  return rest.length === 0 ? [shown] : [shown, asOne(counted(rest.length, "more vault secret"), rest)];
}
function asDrawn(title, stations) {
  const shown = stations.slice(0, most.stationsOfCluster).map((station) => ({ ...station, folded: false }));
  return { group: { title, stations: shown }, nodeOf: new Map(shown.map(({ id }) => [id, id])) };
}
function asOne(label, stations) {
  const broken = stations.some((station) => station.broken);
  const node = {
    id: `folded ${label}`,
    kind: "external-secret",
    label,
    cluster: void 0,
    broken,
    folded: true
  };
  return { group: { title: void 0, stations: [node] }, nodeOf: new Map(stations.map(({ id }) => [id, node.id])) };
}
function joinedOver(handOvers, folds) {
  const nodes = new Map(folds.flatMap(({ nodeOf: nodeOf2 }) => [...nodeOf2]));
  const drawn = /* @__PURE__ */ new Map();
  for (const handOver of handOvers) {
    const from = nodes.get(handOver.from);
    const to = nodes.get(handOver.to);
    if (from === void 0 || to === void 0 || from === to) continue;
    const key2 = JSON.stringify([from, to]);
    if (!drawn.get(key2)?.broken) drawn.set(key2, { ...handOver, from, to });
  }
  return [...drawn.values()];
}
function clustersOf({ stations, handOvers }) {
  const torn = new Set(handOvers.filter(({ broken }) => broken).flatMap(({ from, to }) => [from, to]));
  const names = /* @__PURE__ */ new Map();
  for (const station of stations) {
    if (station.cluster === void 0) continue;
    const known = names.get(station.cluster);
    if (known === void 0) names.set(station.cluster, [station]);
    else known.push(station);
  }
  return [...names].map(([name, own]) => ({
    name,
    stations: own,
    primary: own.some(({ kind }) => kind === "bootstrap" || kind === "join-token" || kind === "push-secret"),
    broken: own.some(({ id, broken }) => broken || torn.has(id))
  }));
}

// src/report/mermaid.ts
var looks = {
  bootstrap: { words: "Bootstrap", open: "[", close: "]" },
  "join-token": { words: "join token", open: "([", close: "])" },
  "push-secret": { words: "PushSecret", open: "[", close: "]" },
  "vault-secret": { words: "Key Vault secret", open: "[(", close: ")]" },
  "external-secret": { words: "ExternalSecret", open: "[", close: "]" },
  "mc-join": { words: "Secret", open: "([", close: "])" },
  "join-config": { words: "ConfigMap", open: "[", close: "]" },
  kasten: { words: "Kasten", open: "[[", close: "]]" }
};
var styles = [
  "  classDef broken stroke:#d1242f,stroke-width:3px,stroke-dasharray:6 4",
  "  classDef clean stroke:#1a7f37,stroke-width:2px"
];
var mostEdges = 200;
function mermaidOf(way, spotlight = /* @__PURE__ */ new Set()) {
  const { groups, stations, handOvers } = fold(way, spotlight);
  if (stations.length === 0) return void 0;
  const ids = new Map(stations.map((station, index) => [station.id, `n${index + 1}`]));
  const edges = handOvers.slice(0, mostEdges);
  return [
    "flowchart LR",
    "  accTitle: The way of the join token",
    ...groups.flatMap((group, index) => groupLines(group, index + 1, ids)),
    ...edges.map((edge) => edgeLine(edge, ids)),
    ...edges.length < handOvers.length ? [`  more["${counted(handOvers.length - edges.length, "more hand-over")}"]`] : [],
    ...styles,
    ...classLine(
      "broken",
      stations.filter((station) => station.broken),
      ids
    ),
    ...classLine(
      "clean",
      stations.filter((station) => station.folded && !station.broken),
      ids
    ),
    ...edgeStyle(edges)
  ].join("\n");
}
function groupLines(group, number, ids) {
  const nodes = group.stations.map((station) => `${ids.get(station.id)}${nodeOf(station)}`);
  if (group.title === void 0) return nodes.map((node) => `  ${node}`);
  return [`  subgraph c${number}["${mermaidLabel(group.title).label}"]`, ...nodes.map((node) => `    ${node}`), "  end"];
}
function nodeOf(station) {
  if (station.folded) return `["${mermaidLabel(station.label).label}"]`;
  const { words: words2, open, close } = looks[station.kind];
  return `${open}"${labelOf(words2, station).label}"${close}`;
}
function labelOf(words2, { label, broken }) {
  return stacked([mermaidLabel(broken ? `\u2717 ${words2}` : words2), mermaidLabel(label)]);
}
function edgeLine({ from, to, broken, label }, ids) {
  const words2 = label === void 0 ? "" : `|"${mermaidLabel(label, 40).label}"|`;
  return `  ${ids.get(from)} ${broken ? "-.->" : "-->"}${words2} ${ids.get(to)}`;
}
function classLine(name, stations, ids) {
  return stations.length === 0 ? [] : [`  class ${stations.map(({ id }) => ids.get(id)).join(",")} ${name}`];
}
function edgeStyle(edges) {
  const indices = edges.flatMap(({ broken }, index) => broken ? [index] : []);
  return indices.length === 0 ? [] : [`  linkStyle ${indices.join(",")} stroke:#d1242f,stroke-width:2px`];
}

// src/report/section/drawing.ts
function drawingBlock(way, heading = "The token's way", spotlight = /* @__PURE__ */ new Set()) {
  const drawing = mermaidOf(way, spotlight);
  return drawing === void 0 ? nothing : blocks([md`### ${heading}`, fenced(drawing, "mermaid")]);
}

// src/report/section/change.ts
var words = {
  created: "A pull request was opened",
  updated: "The pull request was updated",
  unchanged: "The pull request already proposes exactly this; nothing was written",
  closed: "The pull request was closed, since nothing is left to propose",
  "branch-only": "The branch stands, but this token may not open pull requests; open it with one click",
  none: "Nothing was written"
};
var conditional = {
  created: "A pull request would be opened",
  updated: "The pull request would be updated"
};
function changeBlock(change, files, diff) {
  if (change === void 0) return nothing;
  return blocks([md`### Change`, outcome(change), filesTable(change, files), diffBlock(change, diff)]);
}
function outcome(change) {
  const facts = [
    change.branch === "" ? void 0 : md`branch ${code(change.branch)} on ${code(change.base)}`,
    change.treeSha === "" ? void 0 : md`tree ${code(change.treeSha, 64)}`,
    change.commitVerified === void 0 ? void 0 : md`commit ${change.commitVerified ? "verified" : "not verified"}`,
    change.requests === void 0 ? void 0 : md`${counted(change.requests, "request")}`
  ].filter((fact) => fact !== void 0);
  return blocks([md`${wordsFor(change)}${reference(change)}.`, joined(facts, " \xB7 ")]);
}
function wordsFor({ operation, isDry }) {
  return (isDry ? conditional[operation] : void 0) ?? words[operation];
}
function reference({ number, url, compareUrl, operation }) {
  if (operation === "branch-only" && compareUrl !== void 0) return md`: ${addressed("compare and open", compareUrl)}`;
  return number > 0 && url !== "" ? md`: ${addressed(`pull request ${number}`, url)}` : nothing;
}
function addressed(text, url) {
  return /^https?:\/\/[^\s<>]+$/.test(url) ? link(md`${text}`, url) : md`${text}`;
}
function filesTable({ files }, limit) {
  if (files.length === 0) return nothing;
  const more = files.length - limit;
  const rows = files.slice(0, limit).map(({ path, status }) => [code(path), md`${status}`]);
  return blocks([table(["File", "Status"], rows), more > 0 ? md`… and ${counted(more, "more file")}.` : nothing]);
}
function diffBlock({ diff }, limit) {
  if (diff === void 0 || diff === "" || limit === 0) return nothing;
  return details("Diff", fenced(withoutSecretsIn(diff), "diff", limit), "open");
}

// src/report/section/vault.ts
var signs = {
  present: "\u2705",
  missing: "\u274C",
  deleted: "\u274C",
  disabled: "\u274C",
  expired: "\u26A0\uFE0F",
  "not-yet-valid": "\u26A0\uFE0F",
  unknown: "\u2754"
};
function vaultBlock(secrets, now, rows) {
  if (secrets === void 0 || secrets.length === 0) return nothing;
  const sorted = secrets.toSorted(byUrgency);
  const more = sorted.length - rows;
  return blocks([
    md`### Key Vault`,
    table(
      ["Secret", "State", "Expires", "Newest version", "Remark"],
      sorted.slice(0, rows).map((secret) => rowOf(secret, now))
    ),
    more > 0 ? md`… and ${counted(more, "more secret")}.` : nothing
  ]);
}
function rowOf(secret, now) {
  return [
    md`${code(secret.secret, 127)} in ${code(hostOf(secret.url), 120)}`,
    md`${signs[secret.state]} ${secret.state.replaceAll("-", " ")}`,
    prose(expiry(secret, now)),
    prose(day(secret.createdOn) ?? "\u2013"),
    prose(remarkOf(secret), 600)
  ];
}
function expiry({ expiresOn, state }, now) {
  const date = day(expiresOn);
  if (expiresOn === void 0 || date === void 0)
    return state === "present" || state === "not-yet-valid" ? "never" : "\u2013";
  return now === void 0 ? date : `${date}, ${daysLeft(Date.parse(expiresOn), now)}`;
}
var roughly = [365, 180, 90, 60, 30, 21, 14];
function daysLeft(time, now) {
  const days = Math.floor((time - now) / 864e5);
  if (Number.isNaN(days)) return "unreadable date";
  if (days < 0) return "expired";
  const bound = roughly.find((least) => days >= least);
  return bound === void 0 ? `${counted(days, "day")} left` : `more than ${bound - 1} days left`;
}
function remarkOf(secret) {
  const remarks = [
    secret.reason,
    secret.deletedOn && `deleted ${day(secret.deletedOn)}`,
    secret.purgeOn && `purged for good on ${day(secret.purgeOn)}`,
    secret.notBefore && secret.state === "not-yet-valid" && `valid from ${day(secret.notBefore)}`,
    secret.nameInVault && `the vault writes it \`${secret.nameInVault}\``,
    secret.certificate === true && "backs a certificate, and is no token",
    secret.managedBy !== void 0 && secret.managedBy !== "external-secrets" && `managed by \`${secret.managedBy}\``,
    secret.purgeProtected === true && "purge protection is on"
  ];
  return remarks.filter((remark) => typeof remark === "string" && remark !== "").join("; ") || "\u2013";
}
function day(time) {
  return time?.slice(0, 10);
}
function hostOf(url) {
  return url.replace(/^https:\/\//, "");
}
function byUrgency(a, b) {
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
function key({ state, expiresOn, url, secret }) {
  const rank = { missing: 0, deleted: 0, disabled: 0, unknown: 1, expired: 2, "not-yet-valid": 3, present: 4 }[state];
  return JSON.stringify([rank, expiresOn ?? "9999", url, secret]);
}

export {
  fixed,
  optional,
  fitted,
  bytes,
  units,
  longestBody,
  longestSummary,
  drawingBlock,
  changeBlock,
  filesTable,
  vaultBlock
};
