import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  lookAtArgoCD,
  lookIntoVaults
} from "./chunk-66GV4OSJ.js";
import {
  fleetReport,
  readAndJudge
} from "./chunk-EWQDYYQG.js";
import {
  counted,
  isEmpty,
  tokensOf
} from "./chunk-LBIPISNP.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-4XSILGPL.js";
import "./chunk-B2EAQ3WC.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";

// src/modes/remedies.ts
var remedies = {
  "the step": {
    fleet: "mode: init",
    history: "with:\n  fetch-depth: 0",
    github: "github-token: ${{ github.token }}",
    helm: "- uses: azure/setup-helm@v4",
    kustomize: "- uses: azure/setup-kubectl@v4",
    identity: "permissions:\n  id-token: write"
  },
  "the command line": {
    fleet: "kasten-multicluster init",
    history: "git fetch --unshallow",
    github: '--github-token "$(gh auth token)"',
    helm: "helm on PATH: https://helm.sh/docs/intro/install/",
    kustomize: "kustomize or kubectl on PATH: https://kubectl.docs.kubernetes.io/installation/kustomize/",
    identity: "--azure-credential cli"
  }
};
function remedyFor(lack, giver) {
  return remedies[giver][lack];
}

// src/modes/checkout-probes.ts
function checkoutProbes(world, judged, lacking) {
  return [configProbe(world), fleetProbe(world, judged, lacking), urlProbe(world), historyProbe(world)];
}
function configProbe({ probing: { configFile } }) {
  return configFile === void 0 ? { name: "config file", state: "not-needed", detail: "none; inputs and defaults hold" } : { name: "config file", state: "ok", detail: configFile };
}
function fleetProbe({ giver }, { fleet, notChecked }, lacking) {
  const name = "fleet";
  const { primaries, secondaries } = fleet;
  if (!isEmpty(fleet)) {
    const detail2 = `${counted(primaries.length, "primary", "primaries")}, ${counted(secondaries.length, "secondary", "secondaries")}`;
    return { name, state: "ok", detail: detail2 };
  }
  if (lacking.length > 0)
    return { name, state: "unknown", detail: `it could not be read: ${lacking.join(" and ")} is not on PATH` };
  if (notChecked.length > 0) {
    const detail2 = `none was found, but ${counted(notChecked.length, "thing was", "things were")} not read: see what was not checked`;
    return { name, state: "unknown", detail: detail2 };
  }
  const detail = "no Kasten multi-cluster fleet was found";
  return { name, state: "missing", detail, remedy: remedyFor("fleet", giver) };
}
function urlProbe({ surroundings: { repository } }) {
  const name = "repository URL";
  if (repository !== void 0) return { name, state: "ok", detail: repository };
  return {
    name,
    state: "missing",
    detail: "nothing says which repository this is, so every repoURL counts as this one",
    remedy: "GITHUB_REPOSITORY and GITHUB_SERVER_URL, or a remote called origin"
  };
}
function historyProbe({ giver, probing: { history } }) {
  const name = "checkout depth";
  switch (history) {
    case "whole":
      return { name, state: "ok", detail: "older commits are there" };
    case "shallow": {
      const detail = "the clone has no older commits, so a pull request can't be compared with its base";
      return { name, state: "missing", detail, remedy: remedyFor("history", giver) };
    }
    case "empty":
      return { name, state: "missing", detail: "there is no commit yet; a pull request needs one to start from" };
    case "no clone":
    default:
      return { name, state: "not-needed", detail: "this folder is no clone" };
  }
}

// src/modes/doctor.ts
async function doctor(world) {
  const judged = await readAndJudge(world);
  const vault = tokensOf(judged.fleet).length > 0 || world.inputs["vault-url"] !== void 0 ? await lookIntoVaults(world, judged.fleet) : [];
  const renderers = rendererProbes(world, judged.fleet);
  const lacking = renderers.filter(({ state }) => state === "missing").map(({ name }) => name);
  const probes = [
    ...checkoutProbes(world, judged, lacking),
    ...await githubProbes(world),
    ...renderers,
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
async function githubProbes({ probing, giver }) {
  try {
    return await probing.github();
  } catch (error) {
    return [
      {
        name: "GitHub",
        state: "unknown",
        detail: error instanceof Error ? error.message : "no answer",
        remedy: remedyFor("github", giver)
      }
    ];
  }
}
function rendererProbes({ probing, giver }, { requests }) {
  const wanted = new Set(requests.map(({ tool }) => tool));
  return ["helm", "kustomize"].map((name) => {
    const version = probing.program(name) ?? (name === "kustomize" ? probing.program("kubectl") : void 0);
    if (version !== void 0) return { name, state: "ok", detail: version };
    if (!wanted.has(name)) return { name, state: "not-needed", detail: `no Application needs ${name}` };
    return {
      name,
      state: "missing",
      detail: `Applications of the repository are rendered with ${name}`,
      remedy: remedyFor(name, giver)
    };
  });
}
function azureProbes({ probing, inputs, giver }, vault) {
  const wantsOidc = inputs["azure-credential"] === "oidc" || inputs["azure-client-id"] !== void 0;
  const oidc = probing.mayAskForIdentity ? { name: "identity token", state: "ok", detail: "the job may ask for one" } : {
    name: "identity token",
    state: wantsOidc ? "missing" : "not-needed",
    detail: "the job may not ask for one",
    remedy: remedyFor("identity", giver)
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
