import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  fleetReport,
  judge,
  merged,
  readAndJudge,
  readFleet,
  settingsOf,
  textOf,
  verdictOf
} from "./chunk-EWQDYYQG.js";
import {
  changeRules,
  counted,
  countsOf,
  isEmpty,
  someOf,
  unjudgedOf,
  withoutIgnored
} from "./chunk-LBIPISNP.js";
import {
  byText
} from "./chunk-B6N4FOWI.js";
import "./chunk-4XSILGPL.js";
import "./chunk-B2EAQ3WC.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";

// src/modes/comparing.ts
var none = { findings: [], ignored: 0, warnings: [] };
async function changeFindings(world, after) {
  const { compareWith } = world.surroundings;
  if (!compareWith) return none;
  const checkout = world.checkoutOf(compareWith.commit);
  if ("reason" in checkout) {
    return { ...none, warnings: [`Not compared with an earlier state: ${checkout.reason}.`] };
  }
  const before = await readFleet(checkout, settingsOf(world), world.renderer);
  const findings = judge(changeRules, { before, after });
  return { ...withoutIgnored(findings, (file) => textOf(after, file)), warnings: [] };
}

// src/modes/validate.ts
async function validate(world) {
  const judged = await readAndJudge(world);
  const change = await changeFindings(world, judged.fleet);
  const findings = merged([...judged.findings, ...change.findings]);
  const failOn = world.inputs["fail-on"];
  const counts = countsOf(findings);
  return {
    ...fleetReport(judged),
    mode: "validate",
    verdict: verdictOf(findings, failOn),
    headline: headlineOf(judged, counts),
    failOn,
    counts,
    ignored: judged.ignored + change.ignored,
    findings,
    warnings: change.warnings
  };
}
function headlineOf({ fleet }, counts) {
  const unjudged = [...new Set(unjudgedOf(fleet).map(({ manifest }) => manifest.name))].sort(byText);
  const open = unjudged.length === 0 ? "" : ` Not judged: ${someOf(unjudged, 3)}.`;
  if (isEmpty(fleet))
    return unjudged.length === 0 ? "No Kasten multi-cluster fleet was found here, so there was nothing to judge." : `No Kasten multi-cluster fleet was found in what could be read.${open}`;
  return `${verdictOn(fleet, counts, unjudged.length > 0)}${open}`;
}
function verdictOn(fleet, counts, isPartial) {
  const clusters = `${counted(fleet.primaries.length, "primary", "primaries")} and ${counted(fleet.secondaries.length, "secondary", "secondaries")}`;
  if (counts.error > 0)
    return `${clusters}: ${counted(counts.error, "error")} will break a join, a push or a pull, or leak a secret.`;
  if (counts.warning > 0)
    return `${clusters}: nothing stops the join; ${counted(counts.warning, "warning")} to look at.`;
  return `${clusters}: ${isPartial ? "what could be read" : "everything"} agrees.`;
}
export {
  validate
};
