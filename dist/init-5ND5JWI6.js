import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  Refused,
  esoApiOf,
  helmPrimary,
  plainPrimary,
  problemsOf,
  proposed,
  refusalFindings,
  refuseEvent
} from "./chunk-NTP4CHIB.js";
import "./chunk-HJ4IFJPV.js";
import "./chunk-UDVISC2L.js";
import "./chunk-EWQDYYQG.js";
import "./chunk-LBIPISNP.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-4XSILGPL.js";
import {
  ConfigError
} from "./chunk-B2EAQ3WC.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";

// src/modes/init.ts
async function init(world) {
  refuseEvent(world, "init");
  const base = world.inputs.base ?? await (await world.pullRequests()).defaultBranch();
  const names = namesOf(world, base);
  const wording = { kind: "init", clustersIn: () => [], key: "init", branch: "kasten-multicluster/init" };
  return proposed(world, "init", wording, {
    async changesOf(before) {
      const changes = world.inputs.layout === "helm" ? helmPrimary(names) : plainPrimary(names);
      refuse([...hasPrimary(before), ...inTheWay(before, [...changes.keys()])], before);
      return { changes, notes: [] };
    },
    reasonsAgainst: () => []
  });
}
function namesOf({ inputs, surroundings }, revision) {
  const { "primary-ingress": ingress, "vault-url": vaultUrl } = inputs;
  if (ingress === void 0)
    throw new ConfigError(`"primary-ingress" is missing: the URL of the primary's Kasten dashboard.`);
  if (vaultUrl === void 0)
    throw new ConfigError('"vault-url" is missing: the Key Vault that the join token goes to.');
  if (surroundings.repository === void 0)
    throw new ConfigError(
      "It is not known which repository this is, and the Application must name it. Set GITHUB_REPOSITORY."
    );
  const wrong = problemsOf({
    name: inputs["primary-name"],
    ingress,
    server: "https://kubernetes.default.svc",
    destinationName: void 0
  });
  if (wrong.length > 0)
    throw new ConfigError(
      wrong.join(" ").replaceAll("cluster-name", "primary-name").replaceAll("cluster-ingress", "primary-ingress")
    );
  const secretName = inputs["secret-name"] ?? "kasten-join-token";
  if (!/^[0-9A-Za-z-]{1,127}$/.test(secretName))
    throw new ConfigError('"secret-name" must be 1 to 127 letters, digits and hyphens.');
  if (!/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/.test(inputs["store-name"]))
    throw new ConfigError('"store-name" must be a DNS-1123 name.');
  return {
    root: surroundings.below,
    repoURL: surroundings.repository,
    revision,
    primaryName: inputs["primary-name"],
    primaryIngress: ingress,
    vaultUrl,
    secretName,
    storeName: inputs["store-name"],
    esoApi: esoApiOf(inputs["eso-version"] ?? "")
  };
}
function hasPrimary({ fleet }) {
  return fleet.primaries.map(({ name, bootstraps }) => ({
    message: `The repository has a primary already${name ? `, "${name.value}"` : ""}: init sets up the first one only. Use mode: onboard to add secondaries.`,
    about: name ?? (bootstraps[0] && { manifest: bootstraps[0].manifest, path: ["kind"] })
  }));
}
function inTheWay({ fleet }, paths) {
  return paths.filter((path) => fleet.folders.isFile(path)).map((path) => ({ message: `The file ${path} exists already.` }));
}
function refuse(reasons, before) {
  if (reasons.length > 0)
    throw new Refused(refusalFindings("init", reasons, before.fleet.repository.checkout.paths[0] ?? "."), before);
}
export {
  init
};
