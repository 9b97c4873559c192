import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  belongingsOf,
  between,
  blankBehind,
  branchOf,
  comesByRegistration,
  containerOf,
  documentRemovalEdits,
  edited,
  lineEnd,
  lineStart
} from "./chunk-PZ7QO33U.js";
import {
  Refused,
  proposed,
  refusalFindings,
  refuseEvent
} from "./chunk-NTP4CHIB.js";
import "./chunk-HJ4IFJPV.js";
import "./chunk-UDVISC2L.js";
import "./chunk-66GV4OSJ.js";
import "./chunk-EWQDYYQG.js";
import {
  siteLabel
} from "./chunk-LBIPISNP.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-4XSILGPL.js";
import {
  ConfigError
} from "./chunk-B2EAQ3WC.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";

// src/change/list-removals.ts
function removalEdits(text, items) {
  const lists = /* @__PURE__ */ new Map();
  for (const item of items.filter(({ isNeeded }) => !isNeeded)) {
    const key = `${item.document} ${JSON.stringify(item.path.slice(0, -1))}`;
    lists.set(key, [...lists.get(key) ?? [], item]);
  }
  return [...lists.values()].flatMap((leaving) => removalsIn(text, leaving));
}
function removalsIn(text, leaving) {
  const { document, path } = leaving[0];
  const { items = [], isBlock = false } = containerOf(text, document, path) ?? {};
  const gone = new Set(leaving.map((item) => item.path.at(-1)));
  const isGone = ({ key }) => gone.has(key);
  if (!isBlock) return items.flatMap((item, index) => isGone(item) ? [flowRemoval(items, isGone, index)] : []);
  if (items.length > 0 && items.every(isGone)) return emptied(text, items);
  return runsOf(text, items, isGone).map((run) => runRemoval(text, items, run));
}
function runsOf(text, items, isGone) {
  const runs = [];
  items.forEach((item, index) => {
    if (!isGone(item)) return;
    const last = runs.at(-1);
    if (last?.[1] === index - 1 && between(text, items[index - 1], item).trim() === "")
      runs[runs.length - 1] = [last[0], index];
    else runs.push([index, index]);
  });
  return runs;
}
function runRemoval(text, items, [first, last]) {
  const { start } = items[first].span;
  const end = lineEnd(text, items[last].span.end);
  const [before, next] = [items[first - 1], items[last + 1]];
  const lead = before && leadOf(text, before, items[first], blankBehind(text, items[last], next) !== 0);
  if (lead !== void 0) return { start: lead, end, text: "" };
  const from = lineStart(text, start);
  const isOnALineOfItsOwn = text.slice(from, start).trim() === "";
  const isNextBelow = next !== void 0 && between(text, items[last], next).trim() === "";
  if (isNextBelow && (!isOnALineOfItsOwn || blankBehind(text, items[last], next) > 0))
    return { start, end: next.span.start, text: "" };
  if (!isOnALineOfItsOwn) return { start, end, text: "" };
  if (from === 0) return { start: 0, end: Math.min(end + (text[end] === "\r" ? 2 : 1), text.length), text: "" };
  return { start: from - (text[from - 2] === "\r" ? 2 : 1), end, text: "" };
}
function leadOf(text, before, item, standsAlone) {
  const lines = between(text, before, item).split("\n").slice(0, -1);
  const at = lineEnd(text, before.span.end);
  const comment = lines.findLastIndex((line) => !line.trim().startsWith("#"));
  const blank = lines.findLastIndex((line, index) => index <= comment && line.trim() !== "");
  if (comment === lines.length - 1) return blank < 0 ? at : void 0;
  if (!standsAlone || comment === Math.max(blank, 0)) return void 0;
  const end = at + lines.slice(0, Math.max(blank, 0) + 1).join("\n").length;
  return text[end - 1] === "\r" ? end - 1 : end;
}
function emptied(text, items) {
  const nothing = typeof items[0].key === "string" ? "  {}" : "  []";
  return items.map(({ span }, index) => {
    const end = lineEnd(text, span.end);
    if (index === 0) return { start: span.start, end, text: nothing };
    const from = lineStart(text, span.start);
    return { start: from - (text[from - 2] === "\r" ? 2 : 1), end, text: "" };
  });
}
function flowRemoval(items, isGone, index) {
  const { start, end } = items[index].span;
  const staysBefore = items.some((item, other) => other < index && !isGone(item));
  return staysBefore ? { start: items[index - 1].span.end, end, text: "" } : { start, end: items[index + 1]?.span.start ?? end, text: "" };
}

// src/change/offboarding.ts
function offboardingOf(fleet, ...secondaries) {
  const { files, documents, items } = belongingsOf(fleet, secondaries);
  const changes = new Map(files.map((file) => [file, void 0]));
  for (const file of new Set([...items, ...documents].map((each) => each.file))) {
    const content = fleet.repository.checkout.read(file);
    if (!("text" in content)) continue;
    const { text } = content;
    const elements = items.filter((item) => item.file === file);
    const whole = documents.filter((each) => each.file === file).map(({ document }) => document);
    changes.set(file, edited(text, [...removalEdits(text, elements), ...documentRemovalEdits(text, whole)]));
  }
  return changes;
}

// src/modes/offboard.ts
async function offboard(world) {
  refuseEvent(world, "offboard");
  const names = namesOf(world);
  const requests = names.map((name) => ({ name, ingress: "", server: void 0, destinationName: void 0 }));
  const wording = {
    kind: "offboard",
    clustersIn: (before) => names.map((name) => clusterOf(name, before)),
    key: `offboard ${[...names].sort().join(" ")}`,
    branch: branchOf(requests, "kasten-multicluster/offboard-")
  };
  return proposed(world, "offboard", wording, {
    changesOf: async (before) => ({ changes: changesOf(before, names), notes: [] }),
    reasonsAgainst: (before, after) => leftOvers(before.fleet, after.fleet, names)
  });
}
function namesOf({ inputs }) {
  const { clusters, "cluster-name": name } = inputs;
  if (clusters && name !== void 0) throw new ConfigError('Give "clusters" or "cluster-name", not both.');
  const names = clusters ? clusters.map((row) => row["cluster-name"] ?? "") : name === void 0 ? [] : [name];
  if (names.length === 0 || names.includes(""))
    throw new ConfigError('Which cluster? Give "cluster-name", or a list in "clusters".');
  return [...new Set(names)];
}
function clusterOf(name, fleet) {
  const secondary = fleet.secondaries.find(({ label }) => label === name);
  const application = secondary?.site.deliveries.find((each) => each.application)?.application;
  return {
    name,
    ingress: secondary?.ingress?.value ?? "",
    destination: (application?.destination.server ?? application?.destination.name)?.value ?? "",
    application: application?.name ?? "",
    cascades: application && application.cascades !== void 0
  };
}
function changesOf(before, names) {
  const { fleet } = before;
  const reasons = names.flatMap((name) => reasonAgainst(fleet, name) ?? []);
  refuse(reasons, before);
  return offboardingOf(fleet, ...fleet.secondaries.filter(({ label }) => names.includes(label)));
}
function refuse(reasons, before) {
  if (reasons.length > 0)
    throw new Refused(refusalFindings("offboard", reasons, before.fleet.repository.checkout.paths[0] ?? "."), before);
}
function reasonAgainst(fleet, name) {
  const primary = fleet.primaries.find((each) => each.name?.value === name || siteLabel(each.site) === name);
  if (primary)
    return {
      message: `"${name}" is the primary: every secondary is disconnected before it may go. This mode removes secondaries.`,
      about: primary.name
    };
  const known = fleet.secondaries.filter(({ label }) => label === name);
  if (known.length === 0)
    return {
      message: `The fleet has no secondary "${name}". It has ${fleet.secondaries.slice(0, 20).map(({ label }) => label).join(", ") || "none"}.`
    };
  if (known.length > 1)
    return {
      message: `The fleet has ${known.length} secondaries called "${name}": give them names of their own first.`,
      about: known[1].name
    };
  return isEmptyHanded(fleet, known[0]) ? {
    message: `Everything that "${name}" is made of is shared with others, so nothing can be removed for it alone.${comesByRegistration(fleet) ? " Its Application comes from a cluster generator: disconnect it, then take its registration in Argo CD, or the label that the generator selects, away." : ""}`,
    about: known[0].name
  } : void 0;
}
function isEmptyHanded(fleet, secondary) {
  const { files, items, documents } = belongingsOf(fleet, [secondary]);
  return files.length + items.length + documents.length === 0;
}
function leftOvers(before, after, leaving) {
  const left = new Set(after.secondaries.map(({ label }) => label));
  const lost = before.secondaries.filter(({ label }) => !leaving.includes(label) && !left.has(label));
  const staying = leaving.filter((name) => left.has(name));
  return [
    ...staying.map((name) => ({
      message: `"${name}" would still be in the fleet after the removal: some of it is written where others are.`
    })),
    ...lost.map(({ label, name: about }) => ({ message: `The removal would take "${label}" away too.`, about })),
    ...lostApplications(before, after)
  ];
}
function lostApplications(before, after) {
  const left = new Set(after.applications.map(({ namespace, name }) => `${namespace}/${name}`));
  const ours = new Set([...before.concerned].map(({ application }) => application));
  return before.applications.filter((application) => !ours.has(application) && !left.has(`${application.namespace}/${application.name}`)).filter(({ manifest }) => before.expansions.some(({ applications }) => applications.includes(manifest))).map(({ name, manifest }) => ({
    message: `The removal would delete the Application "${name}" too, which is not of the fleet but is made from the same file.`,
    about: { manifest, path: ["metadata", "name"] }
  }));
}
export {
  offboard
};
