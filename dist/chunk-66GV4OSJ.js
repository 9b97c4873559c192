import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  counted,
  tokensOf
} from "./chunk-LBIPISNP.js";

// src/modes/looking.ts
async function lookIntoVaults(world, fleet) {
  const { inputs } = world;
  const tokens = tokensOf(fleet, { vaultUrl: inputs["vault-url"], secretName: inputs["secret-name"] });
  const asked = tokens.filter(({ vaultUrl }) => vaultUrl !== "");
  const nameless = tokens.filter(({ vaultUrl }) => vaultUrl === "").map(({ secret }) => noVault(secret));
  if (asked.length === 0) return nameless;
  world.progress(`Looking for ${counted(asked.length, "secret")} in Key Vault\u2026`);
  const window = await world.vault();
  const seen = await window.look(asked.map(({ vaultUrl, secret }) => ({ url: vaultUrl, secret })));
  return [...seen, ...nameless];
}
function noVault(secret) {
  return {
    url: "",
    secret,
    state: "unknown",
    reason: "no SecretStore of the repository says which vault it is in: give the input vault-url"
  };
}
async function lookAtArgoCD(world, fleet) {
  if (world.inputs["argocd-url"] === void 0) return void 0;
  world.progress("Looking at the live Applications\u2026");
  const applications = [...fleet.concerned].flatMap(({ application }) => application ?? []);
  const names = new Set(applications.map(({ namespace, name }) => `${namespace}/${name}`));
  const window = await world.live();
  return window.applications({
    projects: [...new Set(applications.map(({ project }) => project))].sort(),
    isOurs: ({ namespace, name }) => names.has(`${namespace}/${name}`)
  });
}

export {
  lookIntoVaults,
  lookAtArgoCD
};
