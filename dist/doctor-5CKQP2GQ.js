import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  lookAtArgoCD,
  lookIntoVaults
} from "./chunk-4RJWXNFG.js";
import {
  fleetReport,
  readAndJudge
} from "./chunk-VXZOHEFS.js";
import {
  counted,
  isEmpty,
  tokensOf
} from "./chunk-FKY6MPBI.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";

// src/modes/doctor.ts
async function doctor(world) {
  const judged = await readAndJudge(world);
  const vault = tokensOf(judged.fleet).length > 0 || world.inputs["vault-url"] !== void 0 ? await lookIntoVaults(world, judged.fleet) : [];
  const probes = [
    ...checkoutProbes(world, judged),
    ...await githubProbes(world),
    ...rendererProbes(world, judged.fleet),
    ...azureProbes(world, vault),
    ...await argoProbes(world, judged.fleet)
  ];
  const missing = probes.filter(({ state }) => state === "missing").length;
  const unknown = probes.filter(({ state }) => state === "unknown").length;
  return {
    ...fleetReport(judged),
    way: { stations: [], handOvers: [] },
    mode: "doctor",
    verdict: missing > 0 ? "fail" : "pass",
    headline: headlineOf(missing, unknown),
    failOn: "error",
    counts: { error: 0, warning: 0, notice: 0 },
    findings: [],
    ...vault.length > 0 && { vault },
    probes,
    warnings: []
  };
}
function headlineOf(missing, unknown) {
  const open = unknown > 0 ? ` ${unknown} could not be told.` : "";
  return missing > 0 ? `${counted(missing, "thing is", "things are")} missing.${open}` : `Nothing is missing.${open}`;
}
function checkoutProbes({ probing, surroundings }, { fleet }) {
  const { configFile, shallow } = probing;
  return [
    {
      name: "config file",
      state: configFile === void 0 ? "not-needed" : "ok",
      detail: configFile ?? "none; inputs and defaults hold"
    },
    fleetProbe(fleet),
    surroundings.repository === void 0 ? {
      name: "repository URL",
      state: "missing",
      detail: "nothing says which repository this is, so every repoURL counts as this one",
      remedy: "GITHUB_REPOSITORY and GITHUB_SERVER_URL, or a remote called origin"
    } : { name: "repository URL", state: "ok", detail: surroundings.repository },
    shallow ? {
      name: "checkout depth",
      state: "missing",
      detail: "the clone has no older commits, so a pull request can't be compared with its base",
      remedy: "with:\n  fetch-depth: 0"
    } : { name: "checkout depth", state: "ok", detail: "older commits are there" }
  ];
}
function fleetProbe(fleet) {
  const { primaries, secondaries } = fleet;
  return isEmpty(fleet) ? { name: "fleet", state: "missing", detail: "no Kasten multi-cluster fleet was found", remedy: "mode: init" } : {
    name: "fleet",
    state: "ok",
    detail: `${counted(primaries.length, "primary", "primaries")}, ${counted(secondaries.length, "secondary", "secondaries")}`
  };
}
async function githubProbes({ probing }) {
  try {
    return await probing.github();
  } catch (error) {
    return [
      {
        name: "GitHub",
        state: "unknown",
        detail: error instanceof Error ? error.message : "no answer",
        remedy: "github-token: ${{ github.token }}"
      }
    ];
  }
}
function rendererProbes({ probing }, { requests }) {
  const wanted = new Set(requests.map(({ tool }) => tool));
  return ["helm", "kustomize"].map((name) => {
    const version = probing.program(name) ?? (name === "kustomize" ? probing.program("kubectl") : void 0);
    if (version !== void 0) return { name, state: "ok", detail: version };
    if (!wanted.has(name)) return { name, state: "not-needed", detail: `no Application needs ${name}` };
    return {
      name,
      state: "missing",
      detail: `Applications of the fleet are rendered with ${name}`,
      remedy: `- uses: azure/setup-${name === "helm" ? "helm" : "kubectl"}@v4`
    };
  });
}
function azureProbes({ probing, inputs }, vault) {
  const wantsOidc = inputs["azure-credential"] === "oidc" || inputs["azure-client-id"] !== void 0;
  const oidc = probing.mayAskForIdentity ? { name: "identity token", state: "ok", detail: "the job may ask for one" } : {
    name: "identity token",
    state: wantsOidc ? "missing" : "not-needed",
    detail: "the job may not ask for one",
    remedy: "permissions:\n  id-token: write"
  };
  return [oidc, ...vault.map(vaultProbe)];
}
function vaultProbe({ url, secret, state, reason }) {
  const name = `vault ${url || "of"} ${secret}`;
  return state === "unknown" ? { name, state: "unknown", detail: reason ?? "it could not be looked at" } : { name, state: "ok", detail: `it can be looked at; the secret is ${state}` };
}
async function argoProbes(world, fleet) {
  const live = await lookAtArgoCD(world, fleet);
  if (!live) return [{ name: "Argo CD", state: "not-needed", detail: "argocd-url is not given" }];
  if (!live.known) return [{ name: "Argo CD", state: "missing", detail: live.reason }];
  return [
    {
      name: "Argo CD",
      state: live.hidden ? "missing" : "ok",
      detail: live.hidden?.reason ?? `${live.applications.length} Applications can be seen`
    }
  ];
}
export {
  doctor
};
