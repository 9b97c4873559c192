import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  isLoopback
} from "./chunk-EJANZUZM.js";
import {
  displayWidth,
  gravestFirst,
  hasTally,
  healthy,
  lineWithoutSecrets,
  padded,
  reportExcerpts,
  standingsOf,
  troubledFirst
} from "./chunk-EDKL7ZO4.js";
import {
  uri
} from "./chunk-P6E77TTM.js";
import {
  changeRules,
  checkoutOf,
  closureOf,
  counted,
  countsOf,
  documentsOf,
  fleetRules,
  groupedBy,
  helpUrl,
  humanDuration,
  isObject,
  liesIn,
  liveRules,
  locatorOf,
  nearest,
  pinnedVersionOf,
  reach,
  severities,
  someOf,
  tally,
  vaultRules,
  versionOf
} from "./chunk-LBIPISNP.js";
import {
  plain,
  plainLines,
  secretPlacesOf,
  seen,
  withoutSecrets,
  withoutSecretsIn
} from "./chunk-4XSILGPL.js";
import {
  ConfigError,
  Fault
} from "./chunk-B2EAQ3WC.js";

// src/door/heap.ts
import { setFlagsFromString } from "node:v8";
function keepHeapSmall() {
  setFlagsFromString("--max-semi-space-size=4");
  setFlagsFromString("--semi-space-growth-factor=1");
}

// src/report/report.ts
var modes = ["validate", "drift", "onboard", "offboard", "init", "doctor"];

// src/inputs/kinds-of-input.ts
var asText = (value) => typeof value === "string" ? value.trim() : typeof value === "number" || typeof value === "boolean" ? String(value) : void 0;
var text = { expects: "text", type: "string", read: asText };
var flag = {
  expects: "true or false",
  type: "boolean",
  read(value) {
    const said = asText(value)?.toLowerCase();
    return said === "true" ? true : said === "false" ? false : void 0;
  }
};
function word(...words) {
  return {
    expects: `one of ${words.map((each) => each || "(empty)").join(", ")}`,
    type: "enum",
    words,
    read: (value) => words.find((each) => each === asText(value))
  };
}
var list = {
  expects: "a list, separated by commas or line ends",
  type: "list",
  read(value) {
    const items = Array.isArray(value) ? value.map(asText) : asText(value)?.split(/[,\n]/);
    if (!items || items.some((item) => item === void 0)) return void 0;
    return items.map((item) => item.trim()).filter((item) => item !== "");
  }
};
var duration = {
  expects: "a length of time such as 90m, 12h or 30d",
  type: "string",
  read(value) {
    const milliseconds = humanDuration(asText(value) ?? "");
    return milliseconds !== void 0 && milliseconds > 0 ? milliseconds : void 0;
  }
};
var version = {
  expects: "a version such as 2.9.0, v2.9.0 or 2.9",
  type: "string",
  read(value) {
    const said = (asText(value) ?? "").replace(/^[=V] ?(?=\d)/, "v");
    const pinned = /^\D{0,3}\d+\.\d/.test(said) ? pinnedVersionOf(said) : void 0;
    if (pinned === void 0 || versionOf(said) !== void 0) return pinned && said;
    return `${pinned.major}.${pinned.minor}.${pinned.patch}`;
  }
};
var url = {
  expects: "an https:// URL",
  type: "string",
  read(value) {
    try {
      const parsed = new URL(asText(value) ?? "");
      const allowed = parsed.protocol === "https:" || parsed.protocol === "http:" && isLoopback(parsed.hostname);
      return allowed && parsed.username === "" && parsed.password === "" ? parsed.href.replace(/\/+$/, "") : void 0;
    } catch {
      return void 0;
    }
  }
};
var records = {
  expects: "a YAML or JSON list of mappings",
  type: "string",
  read(value) {
    if (!Array.isArray(value)) return void 0;
    const rows = value.map((row) => isObject(row) ? recordOf(Object.entries(row)) : void 0);
    return rows.some((row) => row === void 0) ? void 0 : rows;
  }
};
function recordOf(entries) {
  const texts = entries.map(([key, value]) => [key, asText(value)]);
  return texts.some(([, value]) => value === void 0) ? void 0 : Object.fromEntries(texts);
}

// src/inputs/declared.ts
var writing = ["onboard", "offboard", "init"];
var looking = ["drift", "onboard", "doctor"];
function optional(kind, where, meaning, otherwiseSaid) {
  return { kind, modes: where, meaning, otherwise: void 0, ...otherwiseSaid !== void 0 && { otherwiseSaid } };
}
function always(kind, where, meaning, otherwise, otherwiseSaid) {
  return { kind, modes: where, meaning, otherwise, ...otherwiseSaid !== void 0 && { otherwiseSaid } };
}
var hour = 36e5;
var day = 24 * hour;
var declared = {
  mode: optional(word(...modes), modes, "What to do."),
  path: always(text, modes, "Folder of the checkout to read, inside the workspace.", "."),
  config: optional(
    text,
    modes,
    "YAML file with any of these inputs. An input that is given directly wins over the file.",
    "`.github/kasten-multicluster.yaml` when it exists"
  ),
  "github-token": {
    ...optional(text, modes, "Token for the GitHub API.", "`${{ github.token }}`"),
    otherwiseTyped: "`GITHUB_TOKEN` of the environment"
  },
  "fail-on": always(
    word("error", "warning", "notice", "never"),
    ["validate", "drift"],
    "The lowest severity that makes the verdict `fail`.",
    "error"
  ),
  "on-unknown": always(word("fail", "warn"), ["drift"], "What becomes of a run that could not look.", "fail"),
  "report-file": optional(
    text,
    modes,
    "Where to write the JSON report. A file named `.ics` gets the dates on which secrets expire, as a calendar.",
    "not written"
  ),
  "sarif-file": optional(text, modes, "Where to write the SARIF log.", "not written"),
  summary: always(flag, modes, "Write the job summary.", true),
  annotations: always(flag, modes, "Annotate the lines.", true),
  comment: always(flag, modes, "Keep one comment on the pull request.", false),
  "primary-path": optional(
    text,
    modes,
    "Folder of the primary's manifests, when no Argo CD Application in the repository says so.",
    "found by contents"
  ),
  "secondary-paths": always(
    list,
    modes,
    "Folders of the secondaries' manifests, when no Argo CD Application in the repository says so.",
    [],
    "found by contents"
  ),
  "eso-version": optional(
    version,
    modes,
    "Version of External Secrets Operator on the clusters.",
    "read from charts pinned in the repository, else current"
  ),
  "argocd-version": optional(version, modes, "Version of Argo CD.", "current"),
  "kasten-version": optional(
    version,
    modes,
    "Version of Kasten on the clusters.",
    "read from charts pinned in the repository, else current"
  ),
  "known-stores": always(
    list,
    modes,
    "Names of SecretStores and ClusterSecretStores that exist on the clusters though not in the repository.",
    [],
    "none"
  ),
  "max-refresh": always(duration, ["validate", "drift"], "Longest `refreshInterval` that is no warning.", hour, "`1h`"),
  "compare-with": optional(
    text,
    ["validate"],
    "Commit or ref to compare with, for what only a change can show: token renamed, primary renamed, secondary removed.",
    "on `pull_request` the event's base, when the clone has it; else off"
  ),
  "clusters-file": optional(
    text,
    modes,
    "YAML file with the clusters an ApplicationSet's cluster generator would see."
  ),
  "vault-url": optional(
    url,
    ["drift", "onboard", "init", "doctor"],
    "Overrides the vault named by the SecretStores. `https` only; needed for hosts outside the known Key Vault suffixes."
  ),
  "secret-name": optional(
    text,
    ["drift", "onboard", "init", "doctor"],
    "Overrides the remote key named by the PushSecret."
  ),
  "azure-credential": always(
    word("auto", "oidc", "cli", "workload-identity", "managed-identity", "environment"),
    looking,
    "How to sign in to Azure.",
    "auto"
  ),
  "azure-client-id": optional(text, looking, "Client id of the app registration or managed identity, for `oidc`."),
  "azure-tenant-id": optional(text, looking, "Tenant id, for `oidc`."),
  "azure-audience": optional(
    text,
    looking,
    "Audience of the identity token.",
    "`api://AzureADTokenExchange`, or that of the cloud"
  ),
  "azure-cloud": always(word("public", "usgovernment", "china"), looking, "Azure cloud.", "public"),
  "expires-within": always(duration, ["drift"], "Warn this long before the token expires.", 30 * day, "`30d`"),
  "max-token-age": optional(duration, ["drift"], "Warn when the token's newest version is older.", "off"),
  issue: always(flag, ["drift"], "Keep one issue with the drift.", true),
  "issue-labels": always(list, ["drift"], "Labels of that issue; the first one finds it again.", [
    "kasten-multicluster-drift"
  ]),
  "argocd-url": optional(url, ["drift", "doctor"], "Also compare with the live Applications of this Argo CD.", "off"),
  "argocd-token": optional(
    text,
    ["drift", "doctor"],
    "Token for the Argo CD API; `applications, get` is all it needs."
  ),
  "argocd-project": optional(text, ["drift", "doctor"], "Only Applications of this AppProject.", "all"),
  "cluster-name": optional(text, ["onboard", "offboard"], "Name of the secondary."),
  "cluster-ingress": optional(text, ["onboard"], "URL of the secondary's Kasten dashboard."),
  "destination-server": optional(
    text,
    ["onboard"],
    "API server of the secondary, as Argo CD knows it; or `destination-name`."
  ),
  "destination-name": optional(
    text,
    ["onboard"],
    "Name of the secondary, as Argo CD knows it; or `destination-server`."
  ),
  clusters: optional(
    records,
    ["onboard", "offboard"],
    "Several at once: a YAML or JSON list of `cluster-name`, `cluster-ingress`, `destination-server` or `destination-name`."
  ),
  like: optional(text, ["onboard"], "Name of the existing secondary to copy.", "the last one without findings"),
  base: optional(text, writing, "Base branch of the pull request.", "the repository's default branch"),
  branch: optional(text, writing, "Branch of the pull request.", "derived from what is proposed"),
  title: optional(text, writing, "Title of the pull request.", "derived from what is proposed"),
  labels: always(list, writing, "Labels of the pull request.", [], "none"),
  assignees: always(list, writing, "Assignees of the pull request.", [], "none"),
  reviewers: always(list, writing, "Reviewers of the pull request.", [], "none"),
  "team-reviewers": always(list, writing, "Teams that review the pull request.", [], "none"),
  draft: always(flag, writing, "Open the pull request as a draft.", false),
  "auto-merge": always(
    word("", "merge", "squash", "rebase"),
    writing,
    "Let GitHub merge the pull request when its checks pass.",
    "",
    "off"
  ),
  overwrite: always(flag, writing, "Replace a branch that carries commits of other people.", false),
  "dry-run": always(flag, writing, "Plan and show everything, write nothing.", false),
  "require-token": always(flag, ["onboard"], "Refuse to propose while the join token is not in the vault.", true),
  layout: always(
    word("plain", "helm"),
    ["init"],
    "Layout of the files: plain manifests, or a Helm chart with values for each cluster.",
    "plain"
  ),
  "primary-name": always(text, ["init"], "Name of the primary.", "primary"),
  "primary-ingress": optional(text, ["init"], "URL of the primary's Kasten dashboard."),
  "store-name": always(text, ["init"], "Name of the ClusterSecretStores.", "kasten-join-tokens")
};

// src/inputs/giver.ts
function called(input, giver) {
  return giver === "the command line" ? `--${input}` : `"${input}"`;
}
function subject(input, giver) {
  if (giver !== "the command line") return `The input "${input}" of ${giver}`;
  return input === "mode" || input === "path" ? `The ${input}` : called(input, giver);
}

// src/inputs/unknown.ts
function refuseUnknown(name, giver, mode) {
  if (Object.hasOwn(declared, name)) return;
  const who = giver.replace(/^the /, "The ");
  throw new ConfigError(
    `${who} gives the unknown input ${called(name.slice(0, 80), giver)}${adviceFor(name, giver, mode)}`
  );
}
function adviceFor(name, giver, mode) {
  const own = namesFor(giver).filter((each) => mode === void 0 || isOf(each, mode));
  const known = own.map((each) => called(each, giver).replaceAll('"', "")).join(", ");
  return `${meantBy(name, giver, own)}
${mode === void 0 ? "Inputs" : `Inputs of ${mode}`}: ${known}.`;
}
function meantBy(name, giver, own) {
  const near = nearOf(name, own);
  if (near.length > 0) return `; did you mean ${near.map((each) => called(each, giver)).join(" or ")}?`;
  const elsewhere = nearOf(name, namesFor(giver)).map((each) => `${called(each, giver)}, which ${readersOf(each)} reads`);
  return elsewhere.length > 0 ? `; did you mean ${elsewhere.join(", or ")}?` : ".";
}
function namesFor(giver) {
  const names = Object.keys(declared);
  return giver === "the command line" ? [...names.filter((each) => each !== "mode" && each !== "path"), "format"] : names;
}
function isOf(name, mode) {
  return name === "format" || declared[name].modes.includes(mode);
}
function readersOf(name) {
  return declared[name].modes.join(" or ");
}
function nearOf(name, names) {
  const meant = nearest(name, names);
  if (meant !== void 0) return [meant];
  const word2 = name.toLowerCase();
  return names.filter((each) => each.split("-").includes(word2)).slice(0, 3);
}

// src/inputs/inputs.ts
function givenOf(environment) {
  const given = {};
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith("INPUT_") || value === void 0 || value.trim() === "") continue;
    given[variable.slice(6).toLowerCase().replaceAll("_", "-")] = value;
  }
  return given;
}
function inputsOf(given, file, giver) {
  for (const name of Object.keys(given)) refuseUnknown(name, giver, modeIn(given));
  const configured = file ? configuredIn(file, modeIn(given)) : {};
  const values = /* @__PURE__ */ new Map();
  for (const [name, input] of Object.entries(declared)) {
    const said = name in given ? decoded(name, given[name]) : configured[name];
    values.set(
      name,
      said === void 0 || said === null ? input.otherwise : read(name, input, said, name in given ? giver : file.name)
    );
  }
  const inputs = Object.fromEntries(values);
  const mode = inputs.mode;
  if (mode === void 0) throw new ConfigError(`"mode" is missing. It is one of ${modes.join(", ")}.`);
  return { mode, inputs, warnings: withoutEffect(mode, given, configured, giver) };
}
function modeIn({ mode }) {
  return modes.find((each) => each === mode);
}
function configuredIn(file, mode) {
  const { documents, problems } = documentsOf(file.text);
  const problem = problems[0];
  if (problem) throw new ConfigError(`${file.name} can't be read: ${problem.message}.`);
  const value = documents[0]?.value ?? {};
  if (!isObject(value)) throw new ConfigError(`${file.name} must be a mapping of inputs to values.`);
  for (const name of Object.keys(value)) refuseUnknown(name, file.name, mode ?? modeIn(value));
  const written = documents[0] ? asWritten(file.text, documents[0]) : value;
  if (!isObject(written)) return value;
  const isFlag = (name) => declared[name].kind.type === "boolean";
  return Object.fromEntries(Object.keys(value).map((name) => [name, (isFlag(name) ? value : written)[name]]));
}
function asWritten(text3, document) {
  const locator = locatorOf(text3, document);
  const written = (value, path) => {
    if (Array.isArray(value)) return value.map((item, index) => written(item, [...path, index]));
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner, [...path, key])]));
    const span = typeof value === "number" || typeof value === "boolean" ? locator?.spanOf(path, "value") : void 0;
    return span ? text3.slice(span.start, span.end) : value;
  };
  return written(document.value, []);
}
function decoded(name, given) {
  if (name !== "clusters") return given;
  const { documents, problems } = documentsOf(given);
  if (problems.length > 0) return given;
  return documents[0] && asWritten(given, documents[0]);
}
function read(name, input, said, where) {
  const value = input.kind.read(said);
  if (value !== void 0) return value;
  const shown = name.includes("token") || typeof said === "object" ? "its value" : `"${String(said).slice(0, 80)}"`;
  throw new ConfigError(`${subject(name, where)} must be ${input.kind.expects}; ${shown} is not.`);
}
function withoutEffect(mode, given, configured, giver) {
  return [.../* @__PURE__ */ new Set([...Object.keys(given), ...Object.keys(configured)])].filter((name) => !declared[name].modes.includes(mode)).map((name) => name in given && giver === "the command line" ? called(name, giver) : `The input "${name}"`).map((input) => `${input} has no effect in mode ${mode}.`);
}

// src/modes/index.ts
var modeOf = {
  validate: async () => (await import("./validate-VRAYKE4O.js")).validate,
  drift: async () => (await import("./drift-XJ6AQEFY.js")).drift,
  onboard: async () => (await import("./onboard-2BHNGJVP.js")).onboard,
  offboard: async () => (await import("./offboard-UPW7FXUN.js")).offboard,
  doctor: async () => (await import("./doctor-ACSBWBGZ.js")).doctor,
  init: async () => (await import("./init-5ND5JWI6.js")).init
};

// src/door/config-file.ts
import { existsSync as existsSync3, readdirSync, readFileSync as readFileSync3 } from "node:fs";
import { join as join2 } from "node:path";

// src/door/surroundings.ts
import { existsSync as existsSync2, readFileSync as readFileSync2, realpathSync, statSync as statSync2 } from "node:fs";
import { isAbsolute, relative, resolve as resolve2, sep } from "node:path";

// src/adapters/git.ts
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
function cloneAround(folder) {
  for (let root = resolve(folder); ; root = dirname(root)) {
    const folderOrLink = join(root, ".git");
    if (existsSync(folderOrLink)) return cloneAt(root, gitFolderOf(folderOrLink));
    if (dirname(root) === root) return void 0;
  }
}
function gitFolderOf(path) {
  if (statSync(path).isDirectory()) return path;
  const linked = /^gitdir: (.+)$/m.exec(readFileSync(path, "utf8"))?.[1];
  return linked === void 0 ? path : resolve(dirname(path), linked.trim());
}
function cloneAt(root, folder) {
  const common = resolve(folder, textAt(join(folder, "commondir"))?.trim() ?? ".");
  const config = textAt(join(common, "config")) ?? "";
  const origin = /^\[remote "origin"\]\r?\n(?:(?!\[).*\n)*?[ \t]*url = (.+)$/m.exec(config)?.[1];
  const reference = (path) => /^ref: refs\/(?:heads|remotes\/origin)\/(.+)$/m.exec(textAt(path) ?? "")?.[1];
  const branch = reference(join(folder, "HEAD"));
  return {
    root,
    origin: origin !== void 0 && isOnNetwork(origin.trim()) ? withoutUser(origin.trim()) : void 0,
    branch,
    defaultBranch: reference(join(common, "refs/remotes/origin/HEAD")),
    history: existsSync(join(common, "shallow")) ? "shallow" : hasCommit(common, branch) ? "whole" : "empty"
  };
}
function hasCommit(common, branch) {
  if (branch === void 0 || existsSync(join(common, "reftable"))) return true;
  const packed = textAt(join(common, "packed-refs"))?.split(/\r?\n/) ?? [];
  return existsSync(join(common, "refs/heads", branch)) || packed.some((line) => line.endsWith(` refs/heads/${branch}`));
}
function isOnNetwork(url2) {
  return /^(?:https?|ssh):\/\/|^[^/:]+@[^/:]+:/.test(url2);
}
function withoutUser(url2) {
  return url2.replace(/^(https?:\/\/)[^@/]*@/, "$1");
}
function textAt(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return void 0;
  }
}
var commitName = /^(?!-)[A-Za-z0-9_./^~@{}-]{1,250}$/;
var wanted = /\.(?:ya?ml|json)$/i;
var most = 512 * 1024 * 1024;
function checkoutOfCommit(clone, commit) {
  if (!commitName.test(commit)) return { reason: `"${commit.slice(0, 80)}" is no name of a commit` };
  try {
    const listed = git(clone, ["ls-tree", "-r", "-z", "--full-tree", `${commit}^{commit}`]).toString("utf8");
    const blobs = listed.split("\0").flatMap((entry) => blobOf(entry) ?? []);
    return filesOf(clone, blobs);
  } catch {
    return {
      reason: `this clone has no commit "${commit.slice(0, 80)}" (check out with fetch-depth: 0, or fetch it first)`
    };
  }
}
function blobOf(entry) {
  const [, sha, path] = /^100\d{3} blob ([0-9a-f]{40,64})\t(.+)$/s.exec(entry) ?? [];
  return sha !== void 0 && path !== void 0 ? { sha, path } : void 0;
}
function filesOf(clone, blobs) {
  const read2 = blobs.filter(({ path }) => wanted.test(path));
  const answer = git(clone, ["cat-file", "--batch"], read2.map(({ sha }) => `${sha}
`).join(""));
  const files = Object.fromEntries(blobs.map(({ path }) => [path, ""]));
  let at2 = 0;
  for (const { path } of read2) {
    const headerEnd = answer.indexOf(10, at2);
    const size = Number(answer.toString("latin1", at2, headerEnd).split(" ")[2]);
    files[path] = answer.toString("utf8", headerEnd + 1, headerEnd + 1 + size);
    at2 = headerEnd + 1 + size + 1;
  }
  return checkoutOf(files);
}
function git(clone, args, input = "") {
  const environment = { PATH: process.env.PATH, HOME: clone.root, GIT_CONFIG_NOSYSTEM: "1", GIT_TERMINAL_PROMPT: "0" };
  return execFileSync("git", ["-c", "safe.directory=*", "-C", clone.root, ...args], {
    input,
    env: environment,
    maxBuffer: most,
    timeout: 6e4,
    stdio: ["pipe", "pipe", "ignore"]
  });
}

// src/model/clusters-file.ts
function clustersFileOf(text3) {
  const { documents, problems } = documentsOf(text3);
  const [problem] = problems;
  if (problem) return { wrong: problem.message };
  const value = documents[0]?.value ?? [];
  if (!Array.isArray(value) || documents.length > 1) return { wrong: "it has to be one list of clusters" };
  const clusters = [];
  for (const [index, item] of value.entries()) {
    const cluster = isObject(item) ? clusterOf(item) : "is no mapping";
    if (typeof cluster === "string") return { wrong: `its cluster ${index + 1} ${cluster}` };
    clusters.push(cluster);
  }
  return { clusters };
}
var keys = /* @__PURE__ */ new Set(["name", "server", "project", "labels", "annotations"]);
function clusterOf(item) {
  const unknown2 = Object.keys(item).find((key) => !keys.has(key));
  if (unknown2 !== void 0) return "has a key other than name, server, project, labels and annotations";
  const { name, server, project = "" } = item;
  if (typeof name !== "string" || name === "") return "has no name";
  if (typeof server !== "string" || server === "") return "has no server";
  const labels = textsOf(item.labels);
  const annotations = textsOf(item.annotations);
  if (typeof project !== "string" || !labels || !annotations) return "has a value that is no text";
  return { name, server, project, labels, annotations };
}
function textsOf(value) {
  if (value === void 0 || value === null) return {};
  if (!isObject(value)) return void 0;
  const entries = Object.entries(value);
  return entries.every((entry) => typeof entry[1] === "string") ? Object.fromEntries(entries) : void 0;
}

// src/door/surroundings.ts
function whereaboutsOf(environment, cwd, path, compareWith, clustersFile) {
  const workspace = environment.GITHUB_WORKSPACE || void 0;
  const folder = folderOf(resolve2(workspace ?? cwd, path), path);
  if (workspace && !isWithin(realpathSync(workspace), folder)) {
    throw new ConfigError(`The path "${path}" leaves the workspace. Give a folder of the checkout.`);
  }
  const clone = cloneAround(folder);
  const root = clone?.root ?? (workspace ? realpathSync(workspace) : folder);
  const below = relative(root, folder).split(sep).join("/");
  const event = eventOf(environment);
  const clusters = clustersFile === void 0 ? [] : clustersIn(resolve2(workspace ?? cwd, clustersFile), clustersFile);
  return { root, clone, surroundings: { ...surroundingsOf(environment, clone, event, below, compareWith), clusters } };
}
function folderOf(path, asked) {
  if (!existsSync2(path) || !statSync2(path).isDirectory()) {
    throw new ConfigError(`The path "${asked}" is no folder. Give a folder of the checkout; "." is all of it.`);
  }
  return realpathSync(path);
}
function isWithin(folder, path) {
  const inside = relative(folder, path);
  return inside === "" || !inside.startsWith("..") && !isAbsolute(inside);
}
function surroundingsOf(environment, clone, event, below, compareWith) {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_BASE_REF, GITHUB_REF_NAME, GITHUB_EVENT_NAME } = environment;
  const onRunner = GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : void 0;
  const defaultBranch = textAt2(event, "repository", "default_branch") ?? clone?.defaultBranch;
  const base = textAt2(event, "pull_request", "base", "sha");
  const revisions = [defaultBranch, GITHUB_BASE_REF, GITHUB_REF_NAME, clone?.branch].filter(
    (name) => name !== void 0 && name !== ""
  );
  return {
    repository: onRunner ?? clone?.origin,
    revisions: [...new Set(revisions)],
    below,
    event: GITHUB_EVENT_NAME || void 0,
    pullRequest: numberAt(event, "pull_request", "number"),
    compareWith: compareWith !== void 0 ? { commit: compareWith, asked: true } : base !== void 0 ? { commit: base, asked: false } : void 0
  };
}
function clustersIn(file, name) {
  const read2 = clustersFileOf(textOf(file, `clusters-file "${name}"`));
  if ("wrong" in read2) throw new ConfigError(`The clusters-file "${name}" can't be used: ${read2.wrong}.`);
  return read2.clusters;
}
function eventOf({ GITHUB_EVENT_PATH }) {
  if (!GITHUB_EVENT_PATH) return null;
  try {
    return JSON.parse(readFileSync2(GITHUB_EVENT_PATH, "utf8"));
  } catch {
    return null;
  }
}
function at(value, ...path) {
  return path.reduce((inner, key) => isObject(inner) ? inner[key] ?? null : null, value);
}
function textAt2(value, ...path) {
  const found = at(value, ...path);
  return typeof found === "string" && found !== "" ? found : void 0;
}
function numberAt(value, ...path) {
  const found = at(value, ...path);
  return typeof found === "number" ? found : void 0;
}
function textOf(file, named2) {
  try {
    return readFileSync2(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no reason given";
    const why = code === "ENOENT" ? "does not exist in the workspace" : `can't be read (${code})`;
    throw new ConfigError(`The ${named2} ${why}. Give the path of a YAML file.`);
  }
}

// src/door/config-file.ts
var usual = ".github/kasten-multicluster.yaml";
function configFileOf(environment, cwd, named2) {
  const name = named2 ?? usual;
  const file = join2(environment.GITHUB_WORKSPACE || cwd, name);
  if (named2 === void 0 && !existsSync3(file)) return void 0;
  return { name, text: textOf(file, `config file "${name}"`) };
}
function unreadConfigs(environment, cwd, giver) {
  const workspace = environment.GITHUB_WORKSPACE || cwd;
  return [".github/", ""].flatMap((folder) => namesIn(join2(workspace, folder)).map((name) => ({ folder, name }))).filter(({ folder, name }) => looksMeant(name) && !isUsual(workspace, folder + name)).filter(({ folder, name }) => !isManifest(join2(workspace, folder, name))).map(
    ({ folder, name }) => `The file ${folder}${name} is not read: call it ${usual}, or name it with ${called("config", giver)}.`
  );
}
function namesIn(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.isFile() ? [entry.name] : []);
  } catch {
    return [];
  }
}
var stems = ["kasten-multicluster", "kasten-multicluster-gitops"];
function looksMeant(name) {
  const stem = /^\.?(.+)\.(?:ya?ml|json)$/i.exec(name)?.[1];
  return stem !== void 0 && nearest(stem, stems) !== void 0;
}
function isUsual(workspace, path) {
  return path === usual || path.toLowerCase() === usual && existsSync3(join2(workspace, usual));
}
function isManifest(file) {
  try {
    return /^["']?apiVersion["']?\s*:/m.test(readFileSync3(file, "utf8"));
  } catch {
    return false;
  }
}

// src/adapters/disk.ts
import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readdirSync as readdirSync2, readSync, realpathSync as realpathSync2, statSync as statSync3 } from "node:fs";
import { join as join3, relative as relative2, sep as sep2 } from "node:path";
var largest = 10 * 1024 * 1024;
var skipped = /* @__PURE__ */ new Set([".git", "node_modules"]);
function checkoutAt(root) {
  const walk = { root, realRoot: realpathSync2(root), paths: [], refused: [] };
  visit(walk, "");
  walk.paths.sort();
  const buffer = Buffer.allocUnsafe(256 * 1024);
  return { paths: walk.paths, refused: walk.refused, read: (path) => textOf2(join3(root, path), buffer) };
}
function visit(walk, folder) {
  for (const entry of entriesOf(walk, folder)) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) walk.paths.push(path);
    else if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) visit(walk, path);
    } else if (entry.isSymbolicLink()) followLink(walk, path);
  }
}
function entriesOf(walk, folder) {
  try {
    return readdirSync2(join3(walk.root, folder), { withFileTypes: true });
  } catch (error) {
    walk.refused.push({ file: folder, reason: `the folder can't be read (${codeOf(error)})` });
    return [];
  }
}
function followLink(walk, path) {
  try {
    const target = realpathSync2(join3(walk.root, path));
    const inside = relative2(walk.realRoot, target);
    if (inside.startsWith(`..${sep2}`) || inside === ".." || inside === target) {
      walk.refused.push({ file: path, reason: "it is a link that leaves the checkout" });
    } else if (statSync3(target).isFile()) walk.paths.push(path);
    else walk.refused.push({ file: path, reason: "it is a link to a folder, which Argo CD does not follow" });
  } catch (error) {
    walk.refused.push({ file: path, reason: `it is a link that leads nowhere (${codeOf(error)})` });
  }
}
function textOf2(file, buffer) {
  let handle;
  try {
    handle = openSync(file, "r");
    const { size } = fstatSync(handle);
    if (size > largest)
      return { refused: `it is larger than ${largest / 1024 / 1024} MiB (${Math.ceil(size / 1024 / 1024)} MiB)` };
    const bytes = size < buffer.length ? buffer : Buffer.allocUnsafe(size + 1);
    return decoded2(bytes.subarray(0, filled(handle, bytes)));
  } catch (error) {
    return { refused: `it can't be read (${codeOf(error)})` };
  } finally {
    if (handle !== void 0) closeSync(handle);
  }
}
function filled(handle, bytes) {
  let length = 0;
  for (let read2 = -1; read2 !== 0 && length < bytes.length; length += read2) {
    read2 = readSync(handle, bytes, length, bytes.length - length, null);
  }
  return length;
}
function decoded2(bytes) {
  if (!isUtf8(bytes)) return { refused: isUtf16(bytes) ? "it is UTF-16; save it as UTF-8" : "it is not UTF-8 text" };
  if (bytes.includes(0)) return { refused: "it holds a NUL byte, so it is no text" };
  return { text: bytes.toString("utf8") };
}
function isUtf16(bytes) {
  return bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255;
}
function codeOf(error) {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown error";
}

// src/adapters/programs.ts
import { execFileSync as execFileSync2 } from "node:child_process";
var question = { helm: ["version", "--short"], kustomize: ["version"], kubectl: ["version", "--client"] };
function versionOnPath(name, path) {
  try {
    const env = { PATH: path ?? "", HOME: "/nonexistent" };
    const said = execFileSync2(name, question[name], {
      encoding: "utf8",
      timeout: 1e4,
      env,
      stdio: ["ignore", "pipe", "ignore"]
    });
    const lines = said.trim().split("\n");
    return (lines.find((line) => line.startsWith("Kustomize Version")) ?? lines[0])?.slice(0, 100);
  } catch {
    return void 0;
  }
}

// src/adapters/render/renderer.ts
import { availableParallelism } from "node:os";

// src/adapters/render/helm.ts
import { posix } from "node:path";

// src/adapters/render/process.ts
import { execFile } from "node:child_process";
import { accessSync, constants, mkdirSync, statSync as statSync4 } from "node:fs";
import { delimiter, isAbsolute as isAbsolute2, join as join4 } from "node:path";

// src/adapters/render/said.ts
var longestLine = 300;
var noise = /^(?:# Warning|>$|[EWIF]\d{4} .*err=<$|Use --debug flag)/;
var logHeader = /^[EWIF]\d{4} [\d:.]+\s+\d+ [^\s\]]+\] /;
function saidIn(stderr) {
  const lines = stderr.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !noise.test(line)).map(unlogged);
  const first = Math.max(
    0,
    lines.findIndex((line) => /^error:/i.test(line))
  );
  const ends = [.../* @__PURE__ */ new Set([lines[first], lines.at(-1)])].map((line) => (line ?? "").replace(/^error:\s*/i, ""));
  return ends.map(shortened).join(" \u2026 ");
}
function unlogged(line) {
  if (!logHeader.test(line)) return line;
  const words = line.replace(logHeader, "");
  const quoted = /\berr=("(?:[^"\\]|\\.)*")/.exec(words)?.[1];
  return quoted === void 0 ? words : unquoted(quoted);
}
function unquoted(text3) {
  try {
    return String(JSON.parse(text3)).replace(/\s+/g, " ");
  } catch {
    return text3.slice(1, -1);
  }
}
function shortened(line) {
  const steady = line.replace(/\b0x[\da-f]{8,16}\b/g, "0x\u2026");
  return steady.length > longestLine ? `${steady.slice(0, longestLine)}\u2026` : steady;
}

// src/adapters/render/process.ts
var longestRun = 3e4;
var largestOutput = 32 * 1024 * 1024;
function onPath(tool, path) {
  for (const folder of path.split(delimiter)) {
    if (!isAbsolute2(folder)) continue;
    for (const name of process.platform === "win32" ? [`${tool}.exe`] : [tool]) {
      if (isExecutable(join4(folder, name))) return join4(folder, name);
    }
  }
  return void 0;
}
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync4(file).isFile();
  } catch {
    return false;
  }
}
function run(tool, args, folder, home) {
  const options = {
    cwd: folder,
    env: environmentIn(home),
    timeout: longestRun,
    maxBuffer: largestOutput,
    killSignal: "SIGKILL",
    windowsHide: true
  };
  return new Promise((resolve4) => {
    execFile(tool, [...args], options, (error, stdout, stderr) => {
      resolve4(error ? { notRendered: reasonOf(error, stderr, [folder, home]) } : { text: stdout });
    });
  });
}
function environmentIn(home) {
  const inside = (name) => {
    mkdirSync(join4(home, name), { recursive: true });
    return join4(home, name);
  };
  const nowhere = "http://127.0.0.1:9";
  const { SystemRoot } = process.env;
  return {
    PATH: inside("bin"),
    HOME: home,
    TMPDIR: inside("tmp"),
    XDG_CACHE_HOME: inside("cache"),
    XDG_CONFIG_HOME: inside("config"),
    XDG_DATA_HOME: inside("data"),
    HELM_CACHE_HOME: inside("cache"),
    HELM_CONFIG_HOME: inside("config"),
    HELM_DATA_HOME: inside("data"),
    HELM_PLUGINS: inside("plugins"),
    KUBECONFIG: join4(home, "no-kubeconfig"),
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    NO_PROXY: "",
    ...SystemRoot && { SystemRoot }
  };
}
function reasonOf(error, stderr, folders) {
  if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return `it gives more than ${largestOutput / 1024 / 1024} MiB`;
  if (error.killed) return `rendering it takes longer than ${longestRun / 1e3} s`;
  const words = folders.reduce(
    (text3, folder) => text3.replaceAll(`${folder}/`, "").replaceAll(folder, "."),
    saidIn(stderr)
  );
  return words === "" ? "the tool fails without a word" : words;
}

// src/adapters/render/workshop.ts
import { mkdirSync as mkdirSync2, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname as dirname2, join as join5 } from "node:path";
async function inWorkshop(work) {
  const root = mkdtempSync(join5(await realpath(tmpdir()), "render-"));
  const folder = join5(root, "work");
  const home = join5(root, "home");
  for (const path of [folder, home]) mkdirSync2(path);
  try {
    return await work({
      folder,
      home,
      write(path, text3) {
        const file = join5(folder, path);
        mkdirSync2(dirname2(file), { recursive: true });
        writeFileSync(file, text3);
      }
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

// src/adapters/render/helm.ts
function helmTemplate(helm, request, checkout) {
  return inWorkshop(async (workshop) => {
    const problem = copyChart(workshop, request.folder, checkout);
    if (problem !== void 0) return { notRendered: problem };
    const files = copyFiles(workshop, request, checkout);
    if ("notRendered" in files) return files;
    return run(helm, argumentsOf(request, files), workshop.folder, workshop.home);
  });
}
function copyChart(workshop, folder, checkout) {
  for (const path of checkout.paths) {
    if (!liesIn(path, folder)) continue;
    const name = posix.relative(folder, path);
    const content = checkout.read(path);
    if ("text" in content) workshop.write(`chart/${name}`, content.text);
    else if (/^(?:charts|templates|crds)\//.test(name))
      return `its chart holds ${name}, which is not read here: ${content.refused}`;
  }
  return void 0;
}
function copyFiles(workshop, { helm }, checkout) {
  const copied = (path, name) => {
    const content = checkout.read(path);
    if ("refused" in content) return { notRendered: `its file ${path} is not read here: ${content.refused}` };
    workshop.write(name, content.text);
    return name;
  };
  const values = helm.files.map(({ path }, index) => copied(path, `values/${index}.yaml`));
  const contents = helm.fileParameters.map(({ path }, index) => copied(path, `contents/${index}`));
  if (helm.inline) {
    const { value } = helm.inline;
    workshop.write("values/inline.yaml", typeof value === "string" ? value : JSON.stringify(value));
    values.push("values/inline.yaml");
  }
  const failed = [...values, ...contents].find((file) => typeof file !== "string");
  if (failed) return failed;
  const names = (files) => files.filter((file) => typeof file === "string");
  return { values: names(values), contents: names(contents) };
}
function argumentsOf({ helm }, files) {
  const { release, namespace, kubeVersion, apiVersions, parameters, fileParameters } = helm;
  const set = parameters.map(
    ({ name, value, forceString }) => `--set${forceString ? "-string" : ""}=${name}=${cleaned(value)}`
  );
  return [
    "template",
    "./chart",
    `--name-template=${release.text}`,
    ...namespace ? [`--namespace=${namespace.text}`] : [],
    ...kubeVersion ? [`--kube-version=${kubeVersion}`] : [],
    ...set,
    ...fileParameters.map(({ name }, index) => `--set-file=${name}=${files.contents[index]}`),
    ...files.values.map((file) => `--values=${file}`),
    ...apiVersions.map((version2) => `--api-versions=${version2}`),
    ...helm.skipCrds ? [] : ["--include-crds"],
    ...helm.skipSchemaValidation ? ["--skip-schema-validation"] : [],
    ...helm.skipTests ? ["--skip-tests"] : []
  ];
}
function cleaned(value) {
  return value.startsWith("{") && value.endsWith("}") ? value : value.replace(/(?<!\\),/g, String.raw`\,`);
}

// src/adapters/render/kustomize.ts
import { join as join6 } from "node:path";
function kustomizeBuild(tool, first, { kustomize }, checkout) {
  return inWorkshop(async (workshop) => {
    const folders = closureOf(kustomize).map(({ folder }) => folder);
    for (const path of checkout.paths) {
      if (!folders.some((folder) => liesIn(path, folder))) continue;
      const content = checkout.read(path);
      if ("text" in content) workshop.write(path, content.text);
    }
    const metadata = Array.isArray(kustomize.object.buildMetadata) ? kustomize.object.buildMetadata : [];
    const object = { ...kustomize.object, buildMetadata: [.../* @__PURE__ */ new Set([...metadata, "originAnnotations"])] };
    workshop.write(kustomize.file, JSON.stringify(object));
    const restricted = [
      "--load-restrictor=LoadRestrictionsRootOnly",
      "--enable-alpha-plugins=false",
      "--enable-helm=false"
    ];
    return run(tool, [first, join6(workshop.folder, kustomize.folder), ...restricted], workshop.folder, workshop.home);
  });
}

// src/adapters/render/renderer.ts
var noHelm = "only Helm can render this chart, and helm is not on PATH: install it (azure/setup-helm)";
var noKustomize = "only Kustomize can build this kustomization, and neither kustomize nor kubectl is on PATH: install one (azure/setup-kubectl)";
var longestAltogether = 3e5;
var tooLong = `rendering everything takes longer than ${longestAltogether / 6e4} minutes`;
function rendererOn(path) {
  const known = /* @__PURE__ */ new Map();
  const tools = toolsOn(path);
  const atMost = limited(availableParallelism());
  let since;
  return {
    async render(requests, checkout) {
      const renderings = requests.map(async (request) => {
        let rendering = known.get(request.key);
        if (!rendering) {
          since ??= performance.now();
          const until = since + longestAltogether;
          rendering = atMost(
            async () => performance.now() > until ? { notRendered: tooLong } : renderingOf(request, tools, checkout)
          );
          known.set(request.key, rendering);
        }
        return [request.key, await rendering];
      });
      return new Map(await Promise.all(renderings));
    }
  };
}
function toolsOn(path) {
  const kustomize = onPath("kustomize", path);
  const kubectl = onPath("kubectl", path);
  return {
    helm: onPath("helm", path),
    kustomize: kustomize ? [kustomize, "build"] : kubectl ? [kubectl, "kustomize"] : void 0
  };
}
async function renderingOf(request, { helm, kustomize }, checkout) {
  try {
    if (request.tool === "helm") return helm ? await helmTemplate(helm, request, checkout) : { notRendered: noHelm };
    return kustomize ? await kustomizeBuild(...kustomize, request, checkout) : { notRendered: noKustomize };
  } catch (error) {
    return {
      notRendered: `it could not be prepared (${error instanceof Error && "code" in error ? String(error.code) : "unknown error"})`
    };
  }
}
function limited(most2) {
  const waiting = [];
  let running = 0;
  return async (work) => {
    if (running >= most2) await new Promise((resolve4) => waiting.push(resolve4));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

// src/door/lookups.ts
var secretRules = /* @__PURE__ */ new Set(["no-token-in-git", "no-credential-in-git"]);
function lookupsOf(checkout, environment) {
  const rules = new Map(
    [...fleetRules, ...changeRules, ...vaultRules, ...liveRules].map((rule) => [rule.id, rule])
  );
  const { GITHUB_SERVER_URL: serverUrl, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = environment;
  const links = serverUrl && repository && sha ? { serverUrl, repository, sha } : void 0;
  return { rules, sourceLine: sourceLineOf(checkout), secretRules, helpUrl, ...links && { links } };
}
function sourceLineOf(checkout) {
  const files = /* @__PURE__ */ new Map();
  return (file, line) => {
    let lines = files.get(file);
    if (!lines) {
      const content = checkout.read(file);
      lines = "text" in content ? content.text.split(/\r\n|\n|\r/) : [];
      files.set(file, lines);
    }
    return lines[line - 1];
  };
}

// src/door/world.ts
function worldOf(inputs, { root, clone, surroundings }, door, configFile) {
  const github = () => githubOptionsOf(inputs, surroundings.repository, door);
  const checkout = checkoutAt(root);
  let pulls;
  return {
    inputs,
    giver: door.giver,
    surroundings,
    checkout,
    lookups: lookupsOf(checkout, door.environment),
    renderer: rendererOn(door.environment.PATH ?? ""),
    now: door.now,
    progress: (line) => door.progress(line),
    checkoutOf: (commit) => clone ? checkoutOfCommit(clone, commit) : { reason: "this folder is no clone" },
    vault: async () => (await import("./windows-K357C4FD.js")).vaultWindowOf(inputs, door),
    live: async () => (await import("./windows-K357C4FD.js")).liveWindowOf(inputs, door),
    pullRequests: async () => pulls ??= (await import("./pull-requests-NEOQBIVA.js")).pullRequests(github(), checkout),
    issues: async () => (await import("./issues-NDW36ZCB.js")).issues(github()),
    comments: async () => (await import("./comments-VTGVJHUA.js")).comments(github()),
    probing: probingOf(clone, github, door, configFile)
  };
}
function probingOf(clone, github, { environment }, configFile) {
  return {
    github: async () => (await import("./probes-MYUNIKMI.js")).githubProbes(github()),
    program: (name) => versionOnPath(name, environment.PATH),
    history: clone?.history ?? "no clone",
    configFile,
    mayAskForIdentity: Boolean(environment.ACTIONS_ID_TOKEN_REQUEST_URL)
  };
}
var tokenWanted = {
  "the step": '"github-token" is empty. Give `github-token: ${{ github.token }}`, or an app\'s token.',
  "the command line": 'There is no token for GitHub. Give `--github-token "$(gh auth token)"`, or set GITHUB_TOKEN.'
};
function githubOptionsOf(inputs, repository, door) {
  const { environment, giver } = door;
  const token = inputs["github-token"] ?? environment.GITHUB_TOKEN;
  if (!token) throw new ConfigError(tokenWanted[giver]);
  const [owner, repo] = environment.GITHUB_REPOSITORY?.split("/") ?? repository?.replace(/\.git$/, "").split(/[/:]/).slice(-2) ?? [];
  if (!owner || !repo)
    throw new ConfigError("It is not known which repository this is. Set GITHUB_REPOSITORY to owner/name.");
  const serverUrl = environment.GITHUB_SERVER_URL || "https://github.com";
  const graphqlUrl = environment.GITHUB_GRAPHQL_URL || void 0;
  return {
    token,
    apiUrl: environment.GITHUB_API_URL || "https://api.github.com",
    ...graphqlUrl !== void 0 && { graphqlUrl },
    serverUrl,
    owner,
    repo
  };
}

// src/door/run.ts
async function run2(given, cwd, door) {
  const { environment } = door;
  const file = configFileOf(environment, cwd, given.config);
  const { mode, inputs, warnings } = inputsOf(given, file, door.giver);
  if (inputs["github-token"] !== void 0) door.mask(inputs["github-token"]);
  const whereabouts = whereaboutsOf(environment, cwd, inputs.path, inputs["compare-with"], inputs["clusters-file"]);
  const world = worldOf(inputs, whereabouts, door, file?.name);
  const report = await (await modeNamed(mode))(world);
  const unread = given.config === void 0 ? unreadConfigs(environment, cwd, door.giver) : [];
  return { report: { ...report, warnings: [...unread, ...warnings, ...report.warnings] }, inputs, whereabouts, world };
}
async function modeNamed(name) {
  const load = modeOf[name];
  if (!load) throw new ConfigError(`This version does not know the mode "${name}" yet.`);
  return load();
}
function exitStatusOf({ report, inputs }) {
  if (report.verdict === "unknown") return inputs["on-unknown"] === "warn" ? 0 : 3;
  return report.verdict === "fail" ? 1 : 0;
}

// src/report/escape/command.ts
function commandLine(command, properties, message) {
  const written = Object.entries(properties).filter(([, value]) => value !== void 0 && value !== 0 && value !== "").map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${command}${written.length > 0 ? ` ${written.join(",")}` : ""}::${data(message)}`;
}
function data(text3) {
  return text3.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(text3) {
  return data(text3).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/report/escape/log-line.ts
var safe = /* @__PURE__ */ Symbol("safe");
function logLine(words, ...values) {
  return logText(words.map((word2, index) => word2 + pieceOf(values[index] ?? "")).join(""));
}
function logSafe(text3) {
  return logLine`${text3}`;
}
function logLines(lines) {
  return lines.map((line) => broken(line.log)).join("\n");
}
function coloured(codes2, text3) {
  return logText(codes2.open + text3.log + codes2.close);
}
function logJoined(pieces) {
  return logText(pieces.map((piece) => piece.log).join(""));
}
function pieceOf(value) {
  return typeof value === "object" ? value.log : plain(String(value));
}
function logText(text3) {
  return { log: broken(text3), [safe]: true };
}
function broken(line) {
  return line.replace(/^(\s*):(?=:)/, "$1\uA789").replaceAll("##[", "#\u266F[");
}

// src/report/terminal/wrap.ts
function wrapped(text3, width) {
  const lines = [];
  for (const word2 of plain(text3).split(/ +/)) {
    if (word2 === "") continue;
    const last = lines.at(-1);
    if (last !== void 0 && displayWidth(last) + 1 + displayWidth(word2) <= width)
      lines[lines.length - 1] = `${last} ${word2}`;
    else lines.push(word2);
  }
  return lines;
}

// src/door/trouble.ts
function troubleStatus(error) {
  return error instanceof ConfigError ? 2 : error instanceof Fault ? error.code === "rejected" || error.code === "conflict" ? 1 : 3 : 70;
}
function troubleLines(error, format, width = Infinity) {
  const message = messageOf(error);
  if (format === "github") return `${commandLine("error", {}, message)}
`;
  const lines = `error: ${message}`.split("\n").flatMap((line) => folded(line, width));
  return `${logLines(lines.map((line, index) => index === 0 ? logLine`${line}` : logLine`  ${line}`))}
`;
}
function folded(line, width) {
  return /^\s/.test(line) || line === "" ? [line] : wrapped(line, Math.max(40, width) - 2);
}
function messageOf(error) {
  if (error instanceof Fault) return error.advice === void 0 ? error.message : `${error.message}
${error.advice}`;
  if (error instanceof ConfigError) return error.message;
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  return `This is a bug in the action; please report it with these lines.
${stack}`;
}

// src/report/annotations.ts
var perSeverity = 10;
var longestMessage = 4096;
function annotationsOf(report, rules, elsewhere = "the job summary") {
  const shown = new Set(severities.flatMap((severity) => chosen(report.findings, severity, perSeverity)));
  if (shown.size === report.findings.length) return report.findings.map((finding) => annotationOf(finding, rules));
  const kept = new Set(
    severities.flatMap(
      (severity) => chosen(report.findings, severity, severity === "notice" ? perSeverity - 1 : perSeverity)
    )
  );
  const annotations = report.findings.filter((finding) => kept.has(finding)).map((finding) => annotationOf(finding, rules));
  return [
    ...annotations,
    remainder(
      report.findings.filter((finding) => !kept.has(finding)),
      elsewhere
    )
  ];
}
function commandOf(annotation) {
  const { severity, file, line, endLine, column, endColumn, title, message } = annotation;
  return commandLine(severity, { file, line, endLine, col: column, endColumn, title }, message);
}
function chosen(findings, severity, room2) {
  const seen2 = /* @__PURE__ */ new Map();
  const ranked = findings.filter((finding) => finding.severity === severity).map((finding) => {
    const rank = seen2.get(finding.rule) ?? 0;
    seen2.set(finding.rule, rank + 1);
    return { finding, rank };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).slice(0, room2).map(({ finding }) => finding);
}
function annotationOf(finding, rules) {
  const rule = rules.get(finding.rule);
  return {
    severity: finding.severity,
    title: plain(rule === void 0 ? finding.rule : `${rule.title.replace(/\.$/, "")} (${rule.id})`, 200),
    message: messageOf2(finding, rule?.fix),
    file: finding.file.replace(steering, seen),
    ...extentOf(finding)
  };
}
var steering = new RegExp("(?![\\r\\n])\\p{Cc}", "gu");
function messageOf2(finding, fix) {
  const affects = reach(finding.clusters);
  const tail = [
    ...affects === void 0 ? [] : [plain(`${affects}.`, 1e3)],
    ...fix === void 0 ? [] : [plainLines(`How to mend it:${wordsOfFix(fix)}`, 1e3)]
  ].join("\n");
  const message = plain(finding.message, longestMessage - tail.length - 1);
  return tail === "" ? message : `${message}
${tail}`;
}
function wordsOfFix(fix) {
  const words = ` ${fix.trim()}`.replace(/^ ?```.*$/gm, "");
  return words.replace(/\n{2,}/g, "\n").trimEnd();
}
function extentOf(finding) {
  const line = Math.max(1, finding.line);
  const last = finding.endColumn <= 1 && finding.endLine > line ? finding.endLine - 1 : finding.endLine;
  const endLine = Math.max(line, last);
  if (endLine !== line || finding.endLine !== line) return { line, endLine };
  const column = Math.max(1, finding.column);
  return { line, endLine, column, endColumn: Math.max(column, finding.endColumn) };
}
function remainder(left, elsewhere) {
  return {
    severity: "notice",
    title: `${counted(left.length, "more finding")} not shown here`,
    message: `GitHub shows ten annotations of each severity. Left out: ${tally(countsOf(left))}. All of them are in ${elsewhere}.`
  };
}

// src/report/terminal/tables.ts
var mostRows = 100;
function tableLines(heading2, rows, { paint }) {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, mostRows).map((row) => ({ ...row, cells: row.cells.map((cell) => plain(cell, 200)) }));
  const widths = (shown[0]?.cells ?? []).map(
    (_, column) => Math.max(...shown.map(({ cells }) => displayWidth(cells[column] ?? "")))
  );
  return [
    paint("bold", heading2),
    ...shown.map(({ sign, colour, cells }) => rowLine(paint(colour, sign), cells, widths)),
    ...rows.length > mostRows ? [logLine`  … and ${rows.length - mostRows} more`] : []
  ];
}
function rowLine(sign, cells, widths) {
  const last = cells.findLastIndex((cell) => cell !== "");
  const aligned = cells.slice(0, last + 1).map((cell, column) => logLine`  ${column === last ? cell : padded(cell, Math.min(widths[column] ?? 0, 60))}`);
  return logLine`  ${sign}${logJoined(aligned)}`;
}

// src/report/terminal/blocks.ts
var good = { sign: "\u2713", colour: "green" };
var bad = { sign: "\u2717", colour: "red" };
var doubtful = { sign: "!", colour: "yellow" };
var unknown = { sign: "?", colour: "yellow" };
var idle = { sign: "-", colour: "dim" };
var secretSigns = {
  present: good,
  missing: bad,
  deleted: bad,
  disabled: bad,
  expired: doubtful,
  "not-yet-valid": doubtful,
  unknown
};
function vaultLines(secrets, screen) {
  const rows = secrets.map(({ url: url2, secret, state, expiresOn, reason }) => ({
    ...secretSigns[state],
    cells: [
      secret,
      state.replaceAll("-", " "),
      expiresOn === void 0 ? "" : `expires ${expiresOn.slice(0, 10)}`,
      reason ?? url2
    ]
  }));
  return tableLines("Key Vault", rows, screen);
}
function liveLines(live, screen) {
  const rows = troubledFirst(live).map((one) => ({
    ...healthy(one) ? good : doubtful,
    cells: [one.application, one.sync, one.health, one.reason]
  }));
  return tableLines("Applications in Argo CD", rows, screen);
}
function probeLines(probes, screen) {
  const signs2 = { ok: good, missing: bad, unknown, "not-needed": idle };
  const rows = probes.map(({ name, state, detail }) => ({
    ...signs2[state],
    cells: [name, state.replaceAll("-", " "), detail]
  }));
  const wanting = probes.filter(({ state }) => state === "missing" || state === "unknown");
  return [...tableLines("What this run may do", rows, screen), ...wanting.flatMap((probe) => remedyLines(probe, screen))];
}
function remedyLines({ name, remedy }, { paint }) {
  if (remedy === void 0) return [];
  const lines = plainLines(remedy, 2e3).split("\n");
  return [logLine``, logLine`To mend ${paint("bold", name)}, add:`, ...lines.map((line) => logLine`    ${line}`)];
}
function changeLines(change, screen) {
  if (change === void 0) return [];
  const signs2 = {
    added: { sign: "+", colour: "green" },
    modified: { sign: "~", colour: "yellow" },
    removed: { sign: "-", colour: "red" }
  };
  const rows = change.files.map(({ path, status }) => ({ ...signs2[status], cells: [path] }));
  const address = change.operation === "branch-only" ? change.compareUrl : change.url;
  return [
    ...tableLines("Change", rows, screen),
    ...change.diff === void 0 ? [] : diffLines(change.diff, screen),
    ...address === void 0 || address === "" ? [] : [logLine`${address}`],
    ...change.treeSha === "" ? [] : [screen.paint("dim", `tree ${change.treeSha}`)]
  ];
}
var diffColours = [
  ["+++", "bold"],
  ["---", "bold"],
  ["@@", "blue"],
  ["+", "green"],
  ["-", "red"]
];
function diffLines(diff, { paint }) {
  const lines = plainLines(withoutSecretsIn(diff), 2e6).trimEnd().split("\n");
  return ["", ...lines, ""].map((line) => {
    const colour = diffColours.find(([start]) => line.startsWith(start))?.[1];
    return colour === void 0 ? logLine`${line}` : paint(colour, line);
  });
}
function notCheckedLines(notChecked, { paint, width }) {
  if (notChecked.length === 0) return [];
  const reasons = [...groupedBy(notChecked, ({ reason }) => reason)];
  const lines = reasons.slice(0, 20).flatMap(([reason, entries]) => {
    const [first = "", ...rest] = wrapped(
      `${reason}: ${someOf(
        entries.map(({ file }) => file),
        3
      )}`,
      width - 4
    );
    return [logLine`  - ${first}`, ...rest.map((line) => logLine`    ${line}`)];
  });
  const more = reasons.length - 20;
  return [
    paint("bold", `Not checked (${notChecked.length})`),
    ...lines,
    ...more > 0 ? [logLine`  … and ${counted(more, "more reason")}`] : []
  ];
}

// src/report/terminal/paint.ts
var codes = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
  dim: [2, 22],
  bold: [1, 22]
};
function paintOf(colours) {
  return (colour, text3) => {
    const safe3 = logLine`${text3}`;
    const [open, close] = codes[colour];
    return colours ? coloured({ open: `\x1B[${open}m`, close: `\x1B[${close}m` }, safe3) : safe3;
  };
}
var severityColours = { error: "red", warning: "yellow", notice: "blue" };

// src/report/terminal/unmarked.ts
function unmarkedLines(markdown, width) {
  return paragraphsOf(markdown).flatMap((part) => part.code ? part.lines : wrapped(part.lines.join(" "), width));
}
function paragraphsOf(markdown) {
  const parts = [];
  let code = false;
  for (const line of markdown.trim().split("\n")) {
    if (line.startsWith("```")) {
      code = !code;
      parts.push({ code, lines: [] });
    } else if (code) parts.at(-1).lines.push(`  ${line}`);
    else if (line.trim() === "") parts.push({ code, lines: [] });
    else {
      if (parts.length === 0) parts.push({ code, lines: [] });
      parts.at(-1).lines.push(unmarked(line));
    }
  }
  return parts.filter(({ lines }) => lines.length > 0);
}
function unmarked(line) {
  return line.replace(/\*\*([^*]+)\*\*/g, "$1").replace(/\[([^\]]+)\]\([^)]+\)/g, "$1");
}

// src/report/terminal/finding.ts
function findingLines(finding, rule, excerptOf, screen) {
  const gutter = " ".repeat(String(Math.max(1, finding.line)).length);
  const excerpt = excerptOf(finding, Math.max(20, screen.width - gutter.length - 3));
  const reachWords = reach(finding.clusters);
  return [
    ...heading(finding, screen),
    logLine`${gutter}${screen.paint("blue", "-->")} ${finding.file}:${finding.line}:${finding.column}`,
    ...excerpt === void 0 ? [] : excerptLines(excerpt, gutter, finding, screen),
    ...finding.related.flatMap(
      (other) => note(`${other.file}:${other.line}:${other.column}: ${other.message}`, gutter, screen)
    ),
    ...reachWords === void 0 ? [] : note(reachWords.replace(/^A/, "a"), gutter, screen),
    ...rule === void 0 ? [] : [...explanation("mend", rule.fix, gutter, screen), ...explanation("why", rule.why, gutter, screen)]
  ];
}
function heading({ severity, rule, message }, { paint, width }) {
  const tag = `${severity}[${rule}]:`;
  const [first = "", ...rest] = wrapped(`${tag} ${message}`, Math.min(width, 120) - 2);
  const words = first.slice(tag.length);
  return [
    logLine`${paint("bold", paint(severityColours[severity], tag))}${paint("bold", words)}`,
    ...rest.map((line) => paint("bold", `  ${line}`))
  ];
}
function excerptLines({ line, text: text3, before, under }, gutter, { severity }, { paint }) {
  const bar = paint("blue", "|");
  return [
    logLine`${gutter} ${bar}`,
    logLine`${paint("blue", String(line))} ${bar} ${text3}`,
    logLine`${gutter} ${bar} ${" ".repeat(before)}${paint(severityColours[severity], "^".repeat(under))}`,
    logLine`${gutter} ${bar}`
  ];
}
function note(text3, gutter, screen) {
  return noted(wrapped(text3, room(gutter, screen)), gutter, screen);
}
function explanation(label, text3, gutter, screen) {
  const [first = "", ...rest] = unmarkedLines(
    `${label}:${/^\s*```/.test(text3) ? "\n" : " "}${text3}`,
    room(gutter, screen)
  );
  const named2 = logLine`${screen.paint("bold", label)}${first.slice(label.length)}`;
  return noted([named2, ...rest], gutter, screen);
}
function noted([first = "", ...rest], gutter, { paint }) {
  return [logLine`${gutter} ${paint("blue", "=")} ${first}`, ...rest.map((line) => logLine`${gutter}   ${line}`)];
}
function room(gutter, { width }) {
  return Math.max(20, Math.min(width, 110) - gutter.length - 3);
}

// src/report/terminal.ts
function terminalOf(report, lookups, { colours, width, perRule }) {
  const screen = { paint: paintOf(colours), width: Math.max(40, width) };
  const parts = [
    ...findingParts(report, lookups, perRule ?? Infinity, screen),
    secondaryLines(report, screen),
    vaultLines(report.vault ?? [], screen),
    liveLines(report.live ?? [], screen),
    changeLines(report.change, screen),
    probeLines(report.probes ?? [], screen),
    notCheckedLines(report.notChecked, screen),
    report.warnings.flatMap((warning) => warningLines(warning, screen)),
    verdictLines(report, screen)
  ];
  return `${logLines(parts.filter((part) => part.length > 0).flatMap((part, index) => index === 0 ? part : [logLine``, ...part]))}
`;
}
function findingParts(report, lookups, perRule, screen) {
  const excerptOf = reportExcerpts(report, lookups);
  const shown = /* @__PURE__ */ new Map();
  const parts = report.findings.flatMap((finding) => {
    const nth = (shown.get(finding.rule) ?? 0) + 1;
    shown.set(finding.rule, nth);
    const rule = nth === 1 ? lookups.rules.get(finding.rule) : void 0;
    return nth > perRule ? [] : [findingLines(finding, rule, excerptOf, screen)];
  });
  return [...parts, hiddenLines(shown, perRule)];
}
function hiddenLines(shown, perRule) {
  return [...shown].filter(([, count]) => count > perRule).map(([rule, count]) => logLine`… and ${counted(count - perRule, "more finding")} of ${rule}`);
}
function secondaryLines(report, screen) {
  const standings = standingsOf(report);
  const clean = standings.filter(({ state }) => state === "clean");
  const whole = clean.length <= 8;
  const shown = whole ? standings : gravestFirst(standings);
  return [
    ...tableLines("Secondaries", shown.map(standingRow), screen),
    ...whole ? [] : cleanLines(clean, shown.length === 0, screen)
  ];
}
function cleanLines(clean, alone, { paint }) {
  const names = someOf(
    clean.map(({ secondary }) => secondary.label),
    6
  );
  const line = logLine`  ${paint("green", "\u2713")}  ${counted(clean.length, "clean", "clean")}: ${names}`;
  return alone ? [paint("bold", "Secondaries"), line] : [line];
}
function standingRow({ secondary, counts, state }) {
  const words = state === "clean" ? "clean" : tally(counts);
  return { ...signs[state], cells: [secondary.label, words, secondary.application, secondary.destination] };
}
var signs = {
  error: { sign: "\u2717", colour: "red" },
  warning: { sign: "!", colour: "yellow" },
  clean: { sign: "\u2713", colour: "green" }
};
function warningLines(warning, { paint, width }) {
  const [first = "", ...rest] = wrapped(warning, width - 8);
  return [logLine`${paint("yellow", "remark:")} ${first}`, ...rest.map((line) => logLine`        ${line}`)];
}
var verdicts = {
  pass: { sign: "\u2713", colour: "green" },
  fail: { sign: "\u2717", colour: "red" },
  unknown: { sign: "?", colour: "yellow" }
};
function verdictLines(report, { paint, width }) {
  const { verdict, headline, counts, ignored } = report;
  const { sign, colour } = verdicts[verdict];
  const silenced = ignored > 0 ? `; ${counted(ignored, "finding")} ignored by comment` : "";
  return [
    ...wrapped(`${sign} ${headline}`, width - 2).map(
      (line, index) => paint("bold", paint(colour, index === 0 ? line : `  ${line}`))
    ),
    ...hasTally(report) ? [logLine`  ${tally(counts)}${silenced}`] : []
  ];
}

// src/report/escape/json-text.ts
function jsonText(value) {
  return `${JSON.stringify(value, void 0, 2).replaceAll("##[", "##\\u005b").replace(/[\p{Cf}\p{Zl}\p{Zp}\u007F-\u009F]/gu, coded)}
`;
}
function coded(character) {
  return Array.from({ length: character.length }, (_, at2) => character.charCodeAt(at2)).map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

// src/report/json.ts
function jsonOf(report, helpUrl2) {
  const { tool, mode, verdict, counts, ignored, findings, fleet, notChecked, vault, live, change } = report;
  return jsonText(
    safe2({
      schema: 1,
      tool: { name: tool.name, version: tool.version },
      mode,
      verdict,
      counts: { error: counts.error, warning: counts.warning, notice: counts.notice },
      ignored,
      findings: findings.map((finding) => findingJson(finding, helpUrl2)),
      fleet: fleetJson(fleet),
      notChecked: notChecked.map(({ file, reason }) => ({ file, reason })),
      vault: vault?.map(vaultJson),
      live: live?.map(({ application, sync, health, reason }) => ({
        application,
        sync,
        health,
        reason
      })),
      change: change && changeJson(change)
    })
  );
}
function findingJson(finding, helpUrl2) {
  const { rule, severity, message, file, line, column, endLine, endColumn, related, clusters } = finding;
  return {
    rule,
    severity,
    message,
    file,
    line,
    column,
    endLine,
    endColumn,
    related: related.map((other) => ({ file: other.file, line: other.line, message: other.message })),
    clusters,
    help: helpUrl2(rule)
  };
}
function fleetJson({ primaries, secondaries, tokens }) {
  return {
    primaries: primaries.map(({ name, ingress, application, file }) => ({
      name,
      ingress,
      application,
      file
    })),
    secondaries: secondaries.map(({ name, ingress, application, destination, files }) => ({
      name,
      ingress,
      application,
      destination,
      files
    })),
    tokens: tokens.map(({ vaultUrl, secret, pushedBy, pulledBy }) => ({
      vaultUrl,
      secret,
      pushedBy,
      pulledBy
    }))
  };
}
function vaultJson(seen2) {
  const { url: url2, secret, state, createdOn, updatedOn, expiresOn, notBefore, managedBy, purgeProtected, reason } = seen2;
  return { url: url2, secret, state, createdOn, updatedOn, expiresOn, notBefore, managedBy, purgeProtected, reason };
}
function changeJson({ base, branch, treeSha, headSha, operation, number, url: url2, files }) {
  return {
    base,
    branch,
    treeSha,
    headSha,
    operation,
    number,
    url: url2,
    files: files.map(({ path, status }) => ({ path, status }))
  };
}
function safe2(value, key = "") {
  if (typeof value === "string") return places.has(key) ? value : withoutSecrets(value);
  if (Array.isArray(value)) return value.map((item) => safe2(item, key));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, safe2(item, name)]));
}
var places = /* @__PURE__ */ new Set(["file", "files", "path", "help"]);

// src/door/files.ts
import { mkdirSync as mkdirSync3, writeFileSync as writeFileSync2 } from "node:fs";
import { dirname as dirname3, resolve as resolve3 } from "node:path";

// src/report/ics.ts
import { createHash } from "node:crypto";
var lineOctets = 75;
function calendarOf(secrets) {
  const events = secrets.flatMap((secret) => secret.expiresOn === void 0 ? [] : [eventOf2(secret, secret.expiresOn)]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//kasten-multicluster-gitops//expiry//EN",
    ...events.flat(),
    "END:VCALENDAR"
  ];
  return lines.map((line) => `${folded2(line)}\r
`).join("");
}
function eventOf2({ url: url2, secret, createdOn, updatedOn }, expiresOn) {
  const id = createHash("sha256").update(JSON.stringify([url2, secret.toLowerCase()])).digest("hex").slice(0, 32);
  return [
    "BEGIN:VEVENT",
    `UID:${id}@kasten-multicluster-gitops`,
    `DTSTAMP:${stamp(updatedOn ?? createdOn ?? expiresOn)}`,
    `DTSTART;VALUE=DATE:${stamp(expiresOn).slice(0, 8)}`,
    `SUMMARY:${text2(`Join token expires: ${secret}`)}`,
    `DESCRIPTION:${text2(`The secret ${secret} in ${url2} expires on ${expiresOn}. Key Vault still hands it out; renew it before then.`)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-P30D",
    `DESCRIPTION:${text2(`Join token expires: ${secret}`)}`,
    "END:VALARM",
    "END:VEVENT"
  ];
}
function stamp(time) {
  const date = new Date(time);
  return (Number.isNaN(date.getTime()) ? /* @__PURE__ */ new Date(0) : date).toISOString().replace(/[-:]|\.\d+/g, "");
}
function text2(value) {
  return plain(value, 500).replace(/[\\;,]/g, "\\$&");
}
function folded2(line) {
  const encoder = new TextEncoder();
  let room2 = lineOctets;
  let result = "";
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room2) {
      result += "\r\n ";
      room2 = lineOctets - 1;
    }
    result += character;
    room2 -= size;
  }
  return result;
}

// src/report/fingerprint.ts
import { createHash as createHash2 } from "node:crypto";
function fingerprintsOf(findings, lookups) {
  const secret = secretPlacesOf(findings, lookups.secretRules);
  const equals = /* @__PURE__ */ new Map();
  return new Map(
    findings.map((finding) => {
      const text3 = lookups.sourceLine(finding.file, finding.line) ?? "";
      const line = lineWithoutSecrets(text3.slice(0, 1e4), secret(finding.file, finding.line)).replace(/\s+/g, "");
      const hash = createHash2("sha256").update(JSON.stringify([finding.rule, finding.file, line])).digest("hex").slice(0, 32);
      const nth = (equals.get(hash) ?? 0) + 1;
      equals.set(hash, nth);
      return [finding, `${hash}:${nth}`];
    })
  );
}

// src/report/sarif-rules.ts
function levelOf(severity) {
  return severity === "notice" ? "note" : severity;
}
function sarifRulesOf(findings, { rules, helpUrl: helpUrl2 }) {
  const unexplained = new Map(
    findings.filter(({ rule }) => !rules.has(rule)).map(({ rule, severity }) => [rule, severity])
  );
  return [
    ...[...rules.values()].map((rule) => explained(rule, helpUrl2(rule.id))),
    ...[...unexplained].map(([id, severity]) => named(id, severity))
  ].toSorted((a, b) => a.id < b.id ? -1 : 1);
}
function explained(rule, helpUri) {
  return {
    id: rule.id,
    name: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: {
      text: `${rule.why}

How to mend it:

${rule.fix}`,
      markdown: `${rule.why}

**How to mend it:**

${rule.fix}`
    },
    helpUri,
    defaultConfiguration: { level: levelOf(rule.severity) },
    properties: propertiesOf(rule.severity)
  };
}
function named(id, severity) {
  const text3 = id.replaceAll("-", " ");
  return {
    id,
    name: id,
    shortDescription: { text: text3 },
    defaultConfiguration: { level: levelOf(severity) },
    properties: propertiesOf(severity)
  };
}
function propertiesOf(severity) {
  const problem = { error: "error", warning: "warning", notice: "recommendation" }[severity];
  return { tags: ["kasten", "multi-cluster", "gitops"], precision: "high", "problem.severity": problem };
}

// src/report/sarif.ts
var mostResults = 25e3;
var mostRelated = 100;
function sarifOf(report, lookups, category) {
  const findings = gravest(report.findings, mostResults);
  const rules = sarifRulesOf(findings, lookups);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = fingerprintsOf(findings, lookups);
  const results = findings.map(
    (finding) => resultOf(finding, indices.get(finding.rule) ?? 0, fingerprints.get(finding) ?? "")
  );
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [runOf(report, rules, results, category)]
  };
}
function runOf({ tool }, rules, results, category) {
  const driver = { name: tool.name, semanticVersion: tool.version, version: tool.version, rules: [...rules] };
  return {
    tool: { driver },
    automationDetails: { id: `${plain(category, 200)}/` },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
    results
  };
}
function resultOf(finding, ruleIndex, fingerprint) {
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levelOf(finding.severity),
    message: { text: messageOf3(finding) },
    locations: [locationOf(finding)],
    ...finding.related.length > 0 && { relatedLocations: finding.related.slice(0, mostRelated).map(relatedOf) },
    partialFingerprints: { "kastenMulticluster/v1": fingerprint }
  };
}
function messageOf3({ message, clusters }) {
  const affects = reach(clusters);
  return sarifText(affects === void 0 ? message : `${message} (${affects}.)`);
}
function sarifText(text3) {
  return plain(text3).replaceAll("](", "] (");
}
function locationOf(place) {
  return {
    physicalLocation: { artifactLocation: { uri: uri(place.file), uriBaseId: "%SRCROOT%" }, region: regionOf(place) }
  };
}
function relatedOf(other, index) {
  return { id: index + 1, ...locationOf(other), message: { text: sarifText(other.message) } };
}
function regionOf({ line, column, endLine, endColumn }) {
  const startLine = Math.max(1, line);
  const startColumn = Math.max(1, column);
  const last = Math.max(startLine, endLine);
  return { startLine, startColumn, endLine: last, endColumn: Math.max(last === startLine ? startColumn : 1, endColumn) };
}
function gravest(findings, limit) {
  if (findings.length <= limit) return findings;
  const rank = new Map(severities.map((severity, index) => [severity, index]));
  const kept = new Set(
    findings.toSorted((a, b) => (rank.get(a.severity) ?? 0) - (rank.get(b.severity) ?? 0)).slice(0, limit)
  );
  return findings.filter((finding) => kept.has(finding));
}

// src/door/files.ts
function writeFiles({ report, inputs }, lookups) {
  const { "report-file": json, "sarif-file": sarif } = inputs;
  if (json !== void 0) write("report-file", json, reportText(json, report, lookups));
  if (sarif !== void 0) write("sarif-file", sarif, sarifText2({ report, inputs }, lookups));
}
function reportText(file, report, { helpUrl: helpUrl2 }) {
  return file.endsWith(".ics") ? calendarOf(report.vault ?? []) : jsonOf(report, helpUrl2);
}
function sarifText2({ report, inputs }, lookups) {
  return jsonText(sarifOf(report, lookups, `kasten-multicluster-${report.mode}/${inputs.path}`));
}
function write(input, path, text3) {
  try {
    const file = fileIn(path);
    mkdirSync3(dirname3(file), { recursive: true });
    writeFileSync2(file, text3);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new ConfigError(`The file that "${input}" names can't be written${code}: ${path.slice(0, 200)}`);
  }
}
function fileIn(path) {
  return resolve3(process.env.GITHUB_WORKSPACE || process.cwd(), path);
}

export {
  keepHeapSmall,
  annotationsOf,
  commandOf,
  logSafe,
  wrapped,
  terminalOf,
  jsonOf,
  writeFiles,
  sarifText2 as sarifText,
  modes,
  declared,
  givenOf,
  run2 as run,
  exitStatusOf,
  troubleStatus,
  troubleLines
};
