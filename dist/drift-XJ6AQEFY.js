import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  sectionsOf
} from "./chunk-Z7OA2KJS.js";
import "./chunk-EDKL7ZO4.js";
import "./chunk-P6E77TTM.js";
import {
  fitted,
  fixed,
  longestBody,
  units
} from "./chunk-HJ4IFJPV.js";
import {
  joined,
  marker,
  md,
  nothing
} from "./chunk-UDVISC2L.js";
import {
  lookAtArgoCD,
  lookIntoVaults
} from "./chunk-66GV4OSJ.js";
import {
  fleetReport,
  isLost,
  judge,
  merged,
  readAndJudge,
  textOf,
  verdictOf
} from "./chunk-EWQDYYQG.js";
import {
  countsOf,
  isEmpty,
  liveFleetOf,
  liveRules,
  someOf,
  tally,
  vaultRules,
  withoutIgnored
} from "./chunk-LBIPISNP.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-4XSILGPL.js";
import {
  ConfigError,
  Fault,
  inSentences
} from "./chunk-B2EAQ3WC.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";

// src/report/issue.ts
function issueMarker(identity) {
  return marker(`drift ${identity}`).text;
}
function issueTitle(report) {
  const lost = (report.vault ?? []).find(isLost);
  if (lost) return `Kasten multi-cluster drift: the join token in Key Vault is ${lost.state}`;
  if (report.drift === "none") return "Kasten multi-cluster drift: all is well again";
  return `Kasten multi-cluster drift: ${tally(report.counts)}`;
}
function issueBody(report, lookups, context) {
  const [verdict = fixed(nothing), ...rest] = sectionsOf({ ...report, warnings: [] }, lookups, context.now);
  const mark = fixed(md`${marker(`drift ${context.identity}`)}${healthyMark(context.lastHealthy)}`);
  return fitted([mark, verdict, fixed(introduction(context)), ...rest], longestBody, units);
}
function introduction({ lastHealthy }) {
  const since = lastHealthy === void 0 ? "No run has found it healthy yet" : `Last found healthy on ${lastHealthy.slice(0, 10)}`;
  return joined(
    [
      md`${since}; when it was last looked at stands in the summary of the latest run.`,
      md`This issue is kept by the scheduled check: it is updated when something changes, closed when all is well, and reopened when it is not.`
    ],
    " "
  );
}
function healthyMark(lastHealthy) {
  return lastHealthy === void 0 ? nothing : marker(`healthy ${lastHealthy}`);
}
function lastHealthyIn(body) {
  return /<!-- kasten-multicluster:healthy (\d{4}-\d{2}-\d{2}T[\d:.]+Z) -->/.exec(body)?.[1];
}

// src/modes/drift-issue.ts
async function keepDriftIssue(world, report) {
  if (report.drift === "unknown" || report.drift === void 0) return { issue: void 0, warnings: [] };
  const label = world.inputs["issue-labels"][0];
  if (label === void 0)
    return { issue: void 0, warnings: ['No issue is kept: "issue-labels" names no label to find it by.'] };
  try {
    return await kept(world, report, label);
  } catch (error) {
    if (!(error instanceof Fault || error instanceof ConfigError)) throw error;
    return { issue: void 0, warnings: [`The issue could not be kept: ${inSentences(error)}`] };
  }
}
async function kept(world, report, label) {
  const issues = await world.issues();
  const identity = identityOf(world);
  const marker2 = issueMarker(identity);
  const found = await issues.find(marker2, label);
  const wish = wishOf(world, report, identity, found);
  if (report.drift === "none" && !found?.open) return { issue: found && named(found), warnings: [] };
  const { issue, warnings } = await issues.keep(marker2, label, wish);
  return { issue: issue && named(issue), warnings };
}
function identityOf({ surroundings, inputs }) {
  return [surroundings.below || ".", inputs.config ?? ""].filter((part) => part !== "").join(" ");
}
function wishOf(world, report, identity, found) {
  const healthy = report.drift === "none";
  const now = new Date(world.now).toISOString();
  const lastHealthy = healthy ? now : found && lastHealthyIn(found.body);
  return {
    title: issueTitle(report),
    body: issueBody(report, world.lookups, { identity, lastHealthy, now: world.now }),
    labels: world.inputs["issue-labels"],
    state: healthy ? "closed" : "open",
    comment: healthy ? "All is well again; the description above says what was seen." : "The drift is back; the description above says what was seen."
  };
}
function named({ number, url }) {
  return { number, url };
}

// src/modes/drift.ts
async function drift(world) {
  const judged = await readAndJudge(world);
  const vault = await lookIntoVaults(world, judged.fleet);
  const live = await lookAtArgoCD(world, judged.fleet);
  const report = reportOf(world, judged, vault, live);
  if (!world.inputs.issue) return report;
  const kept2 = await keepDriftIssue(world, report);
  return { ...report, ...kept2.issue && { issue: kept2.issue }, warnings: [...report.warnings, ...kept2.warnings] };
}
function reportOf(world, judged, vault, live) {
  const state = stateFindings(world, judged, vault, live);
  const findings = merged([...judged.findings, ...state.findings]);
  const failOn = world.inputs["fail-on"];
  const drifted = verdictOf(findings, failOn) === "fail" || vault.some(isLost);
  const unseen = unseenOf(vault, live);
  const driftState = drifted ? "drift" : unseen.length > 0 ? "unknown" : "none";
  const counts = countsOf(findings);
  return {
    ...fleetReport(judged, vault),
    mode: "drift",
    verdict: driftState === "drift" ? "fail" : driftState === "unknown" ? "unknown" : "pass",
    headline: headlineOf(judged, driftState, unseen, driftedBy(counts, vault), healthOf(vault, live)),
    failOn,
    counts,
    ignored: judged.ignored + state.ignored,
    findings,
    drift: driftState,
    vault,
    ...live && { live: liveReport(world, judged, live) },
    warnings: live?.known && live.hidden ? [live.hidden.reason] : []
  };
}
function stateFindings(world, { fleet }, vault, live) {
  const { inputs, now } = world;
  const view = { fleet, vault, now, expiresWithin: inputs["expires-within"], maxTokenAge: inputs["max-token-age"] };
  const found = [...judge(vaultRules, view), ...live ? judge(liveRules, { fleet, live, now }) : []];
  return withoutIgnored(found, (file) => textOf(fleet, file));
}
function unseenOf(vault, live) {
  const secrets = vault.filter(({ state }) => state === "unknown").map(({ secret }) => `the secret ${secret}`);
  if (!live) return secrets;
  return live.known ? [...secrets, ...live.hidden ? ["all of Argo CD"] : []] : [...secrets, "Argo CD"];
}
function headlineOf({ fleet }, state, unseen, drifted, health) {
  if (isEmpty(fleet)) return "No Kasten multi-cluster fleet was found here, so there was nothing to look for.";
  const more = unseen.length > 0 ? ` Could not look at ${someOf(unseen, 3)}.` : "";
  if (state === "drift") return `Drift: ${drifted}.${more}`;
  if (state === "unknown") return `It is not known whether the fleet is what Git says.${more}`;
  return health;
}
function healthOf(vault, live) {
  const token = vault.length > 0 ? "The token is in the vault" : "No manifest names a token to look for in a vault";
  return live ? `${token}, and the live fleet is what Git says.` : `${token}. Live Applications were not looked at.`;
}
function driftedBy(counts, vault) {
  const lost = vault.find(isLost);
  return lost ? `the join token in Key Vault is ${lost.state}` : tally(counts);
}
function liveReport({ now }, { fleet }, live) {
  if (!live.known) return [{ application: "", sync: "Unknown", health: "Unknown", reason: live.reason }];
  return liveFleetOf({ fleet, live, now }).pairs.map(({ application, live: found, hidden }) => {
    const { name } = application;
    if (found)
      return {
        application: name,
        sync: found.sync,
        health: found.health,
        reason: found.healthMessage ?? found.phaseMessage ?? ""
      };
    return hidden ? { application: name, sync: "Unknown", health: "Unknown", reason: live.hidden?.reason ?? "" } : { application: name, sync: "Missing", health: "Missing", reason: "Argo CD has no such Application" };
  });
}
export {
  drift
};
