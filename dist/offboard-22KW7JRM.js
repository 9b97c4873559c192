import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  belongingsOf,
  branchOf,
  documentRemovalEdit,
  edited,
  removalEdit
} from "./chunk-W7RM3BCF.js";
import {
  Refused,
  proposed,
  refusalFindings,
  refuseEvent
} from "./chunk-SIKUMF5D.js";
import "./chunk-MMXI34ZO.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import {
  ConfigError
} from "./chunk-ZO552WHF.js";
import "./chunk-ZV3MNGBF.js";
import "./chunk-BXG54OZP.js";
import {
  readFleet,
  settingsOf
} from "./chunk-RALPYOM7.js";
import {
  changedCheckout,
  fleetOf,
  repositoryOf,
  siteLabel
} from "./chunk-SPCQEQVU.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";

// src/change/offboarding.ts
function offboardingOf(fleet, secondary) {
  const { files, documents, items } = belongingsOf(fleet, secondary);
  const changes = new Map(files.map((file) => [file, void 0]));
  for (const file of new Set([...items, ...documents].map((each) => each.file))) {
    const content = fleet.repository.checkout.read(file);
    if (!("text" in content)) continue;
    const edits = [
      ...items.filter((item) => item.file === file).map((item) => removalEdit(content.text, item)),
      ...documents.filter((each) => each.file === file).map((each) => documentRemovalEdit(content.text, each.document))
    ];
    changes.set(
      file,
      edited(
        content.text,
        edits.filter((edit) => edit !== void 0)
      )
    );
  }
  return changes;
}

// src/modes/offboard.ts
async function offboard(world) {
  refuseEvent(world, "offboard");
  const names = namesOf(world);
  const fleet = await readFleet(world.checkout, settingsOf(world), world.renderer);
  const requests = names.map((name) => ({ name, ingress: "", server: void 0, destinationName: void 0 }));
  const wording = {
    kind: "offboard",
    clusters: names.map((name) => clusterOf(name, fleet)),
    key: `offboard ${[...names].sort().join(" ")}`,
    branch: branchOf(requests, "kasten-multicluster/offboard-")
  };
  return proposed(world, "offboard", wording, async (before, checkout) => changesOf(world, before, checkout, names));
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
async function changesOf(world, before, checkout, names) {
  const reasons = names.flatMap((name) => reasonAgainst(before.fleet, name) ?? []);
  refuse(reasons, before);
  const all = /* @__PURE__ */ new Map();
  const settings = settingsOf(world);
  let fleet = before.fleet;
  for (const name of names) {
    const secondary = fleet.secondaries.find(({ label }) => label === name);
    const changes = offboardingOf(fleet, secondary);
    for (const [path, text] of changes) all.set(path, text);
    fleet = fleetOf(await repositoryOf(changedCheckout(checkout, all), settings.path), settings);
    refuse(leftOvers(before.fleet, fleet, names, name), before);
  }
  return all;
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
  const { files, items, documents } = belongingsOf(fleet, secondary);
  return files.length + items.length + documents.length === 0;
}
function leftOvers(before, after, leaving, name) {
  const left = new Set(after.secondaries.map(({ label }) => label));
  const lost = before.secondaries.filter(({ label }) => !leaving.includes(label) && !left.has(label));
  return [
    ...left.has(name) ? [
      {
        message: `"${name}" would still be in the fleet after the removal: some of it is written where others are.`
      }
    ] : [],
    ...lost.map(({ label, name: about }) => ({ message: `Removing "${name}" would take "${label}" away too.`, about }))
  ];
}
export {
  offboard
};
