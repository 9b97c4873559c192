import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  belongingsOf,
  branchOf,
  documentRemovalEdits,
  edited,
  removalEdits
} from "./chunk-SS3TH6H5.js";
import {
  Refused,
  proposed,
  refusalFindings,
  refuseEvent
} from "./chunk-4BXZIIJL.js";
import "./chunk-ZSL5DKYU.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import {
  ConfigError
} from "./chunk-ZO552WHF.js";
import "./chunk-EPPHDZRK.js";
import "./chunk-RHX6VY54.js";
import "./chunk-EJIQMC4C.js";
import {
  siteLabel
} from "./chunk-22DEATKR.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";

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
    changesOf: async (before) => changesOf(before, names),
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
    application: application?.name ?? ""
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
    message: `Everything that "${name}" is made of is shared with others, so nothing can be removed for it alone.`,
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
