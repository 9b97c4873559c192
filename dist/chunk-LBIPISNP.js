import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  byCodePoint,
  byText,
  cloudOf,
  normalisedUrl,
  suffixes,
  urlOf
} from "./chunk-B6N4FOWI.js";
import {
  IndentationRefusal,
  MAX_DEPTH,
  Refusal,
  behind,
  blockHeaderOf,
  closingBracket,
  isMerge,
  isOpeningBracket,
  lineEndOf,
  lineStartAt,
  shortTag,
  skipBlank,
  targetOf,
  tooDeep,
  trimmedEnd,
  unknownAnchor
} from "./chunk-QSZH3Y3J.js";

// src/rules/finding.ts
var severities = ["error", "warning", "notice"];
function byPlace(a, b) {
  return byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.rule, b.rule) || byText(a.message, b.message);
}

// src/report/counting.ts
function counted(count, noun, plural = `${noun}s`) {
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : plural}`;
}
function tally(counts2) {
  const words2 = severities.filter((severity) => counts2[severity] > 0).map((severity) => counted(counts2[severity], severity));
  return words2.length > 0 ? words2.join(", ") : "no findings";
}
function someOf(names3, limit2) {
  const more = names3.length - limit2;
  return more > 1 ? `${names3.slice(0, limit2).join(", ")} and ${more.toLocaleString("en-US")} more` : names3.join(", ");
}
function reach(clusters, limit2 = 5) {
  if (clusters.length === 0) return void 0;
  return clusters.length === 1 ? `Affects ${clusters[0]}` : `Affects ${counted(clusters.length, "cluster")}: ${someOf(clusters, limit2)}`;
}
function countsOf(findings) {
  const counts2 = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts2[severity] += 1;
  return counts2;
}

// src/source/grouped.ts
function groupedBy(values, keyOf5) {
  const groups = /* @__PURE__ */ new Map();
  for (const value of values) {
    const key4 = keyOf5(value);
    if (key4 === void 0) continue;
    const group2 = groups.get(key4);
    if (group2) group2.push(value);
    else groups.set(key4, [value]);
  }
  return groups;
}

// src/source/json.ts
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function setKey(object, key4, value) {
  if (key4 === "__proto__")
    Object.defineProperty(object, key4, { value, enumerable: true, configurable: true, writable: true });
  else object[key4] = value;
}

// src/model/manifest.ts
function manifestOf(value, origin) {
  if (!isObject(value) || typeof value.kind !== "string" || value.kind === "") return void 0;
  const metadata = isObject(value.metadata) ? value.metadata : {};
  return {
    apiVersion: typeof value.apiVersion === "string" ? value.apiVersion : "",
    kind: value.kind,
    name: typeof metadata.name === "string" ? metadata.name : "",
    namespace: typeof metadata.namespace === "string" && metadata.namespace !== "" ? metadata.namespace : void 0,
    object: value,
    origin
  };
}
function groupOf(manifest) {
  const slash = manifest.apiVersion.indexOf("/");
  return slash < 0 ? "" : manifest.apiVersion.slice(0, slash);
}
function valueAt(root, path) {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value)) value = typeof step === "number" ? value[step] : void 0;
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return void 0;
  }
  return value ?? void 0;
}
function at(manifest, ...path) {
  const value = valueAt(manifest.object, path);
  return value === void 0 ? void 0 : { manifest, path, value };
}
function stringAt(manifest, ...path) {
  const found4 = at(manifest, ...path);
  return typeof found4?.value === "string" ? found4 : void 0;
}
function objectAt(manifest, ...path) {
  const found4 = at(manifest, ...path);
  return found4 && isObject(found4.value) ? found4 : void 0;
}
function itemsAt(manifest, ...path) {
  const list = valueAt(manifest.object, path);
  if (!Array.isArray(list)) return [];
  return list.map((value, index) => ({ manifest, path: [...path, index], value }));
}
function below(parent, ...path) {
  return at(parent.manifest, ...parent.path, ...path);
}
function stringBelow(parent, ...path) {
  return stringAt(parent.manifest, ...parent.path, ...path);
}
function annotationOf(manifest, name) {
  return stringAt(manifest, "metadata", "annotations", name);
}
function placeOf(target) {
  return target.manifest.origin.locate(target.path, target.part ?? "value");
}
function whole(manifest) {
  return { manifest, path: ["kind"] };
}
function keyOf(target) {
  return { manifest: target.manifest, path: target.path, part: "key" };
}

// src/model/kinds.ts
var primaryNamespace = "kasten-io-mc";
var defaultKastenNamespace = "kasten-io";
var joinSecretName = "mc-join";
var joinConfigName = "mc-join-config";
var joinTokenType = "dist.kio.kasten.io/join-token";
var tokenKey = "token";
var isGroup = (manifest, group2) => groupOf(manifest) === group2;
function isApplication(manifest) {
  return manifest.kind === "Application" && isGroup(manifest, "argoproj.io");
}
function isApplicationSet(manifest) {
  return manifest.kind === "ApplicationSet" && isGroup(manifest, "argoproj.io");
}
function isProject(manifest) {
  return manifest.kind === "AppProject" && isGroup(manifest, "argoproj.io");
}
function isBootstrap(manifest) {
  return manifest.kind === "Bootstrap" && manifest.apiVersion.includes("kasten");
}
function isDistribution(manifest) {
  return groupOf(manifest) === "dist.kio.kasten.io";
}
function isSecret(manifest) {
  return manifest.kind === "Secret" && manifest.apiVersion === "v1";
}
function isConfigMap(manifest) {
  return manifest.kind === "ConfigMap" && manifest.apiVersion === "v1";
}
function isJoinConfig(manifest) {
  return isConfigMap(manifest) && manifest.name === joinConfigName;
}
function isNamespace(manifest) {
  return manifest.kind === "Namespace" && manifest.apiVersion === "v1";
}
function secretTypeOf(manifest) {
  return stringAt(manifest, "type")?.value ?? "";
}
function isJoinToken(manifest) {
  return isSecret(manifest) && secretTypeOf(manifest) === joinTokenType;
}
var ofEso = (manifest) => isGroup(manifest, "external-secrets.io");
function isPushSecret(manifest) {
  return manifest.kind === "PushSecret" && ofEso(manifest);
}
function isExternalSecret(manifest) {
  return manifest.kind === "ExternalSecret" && ofEso(manifest);
}
function isClusterExternalSecret(manifest) {
  return manifest.kind === "ClusterExternalSecret" && ofEso(manifest);
}
function isStore(manifest) {
  return (manifest.kind === "SecretStore" || manifest.kind === "ClusterSecretStore") && ofEso(manifest);
}
var clusterScoped = /* @__PURE__ */ new Set([
  "Namespace",
  "ClusterSecretStore",
  "ClusterExternalSecret",
  "ClusterPushSecret",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "PersistentVolume",
  "StorageClass",
  "VolumeSnapshotClass",
  "PriorityClass",
  "IngressClass",
  "ValidatingWebhookConfiguration",
  "MutatingWebhookConfiguration",
  "APIService",
  "ClusterIssuer",
  "ClusterGenerator"
]);
function isClusterScoped(manifest) {
  return clusterScoped.has(manifest.kind);
}

// src/model/site.ts
var kinds = /* @__PURE__ */ new Set([
  "Bootstrap",
  "Cluster",
  "Distribution",
  "Namespace",
  "Secret",
  "ConfigMap",
  "PushSecret",
  "ExternalSecret",
  "ClusterExternalSecret",
  "SecretStore",
  "ClusterSecretStore",
  "SealedSecret"
]);
function sitesOf(deliveries) {
  const byCluster = groupedBy(deliveries, ({ cluster }) => cluster);
  return [...byCluster].map(([key4, onCluster]) => siteOf(key4, void 0, onCluster));
}
function siteOf(key4, folder, deliveries) {
  return {
    key: key4,
    folder,
    deliveries,
    objects: deliveries.flatMap(deliveredBy),
    complete: deliveries.every((delivery) => delivery.complete || isOnlyCharts(delivery)),
    charts: deliveries.flatMap((delivery) => delivery.charts)
  };
}
function isOnlyCharts(delivery) {
  return delivery.charts.length > 0 && delivery.troubles.length + delivery.notRead.length === 0;
}
function deliveredBy(delivery) {
  const delivered = [];
  for (const manifest of delivery.manifests) {
    if (!kinds.has(manifest.kind)) continue;
    const namespace = isClusterScoped(manifest) ? void 0 : namespaceIn(manifest, delivery);
    delivered.push({ manifest, namespace, delivery });
  }
  return delivered;
}
function namespaceIn(manifest, delivery) {
  return manifest.namespace ?? delivery.namespace;
}
function siteLabel({ folder, objects, deliveries, key: key4 }) {
  const delivery = objects.find(({ manifest }) => makesMember(manifest))?.delivery ?? deliveries[0];
  return folder ?? delivery?.application?.name ?? key4;
}
function makesMember(manifest) {
  return isBootstrap(manifest) || isJoinToken(manifest) || isJoinConfig(manifest);
}
function inPrimaryNamespace(delivered) {
  return delivered.namespace === primaryNamespace;
}

// src/source/checkout.ts
function checkoutOf(files) {
  const texts = new Map(Object.entries(files));
  return {
    paths: [...texts.keys()].sort(),
    refused: [],
    read(path) {
      const text2 = texts.get(path);
      return text2 === void 0 ? { refused: "no such file" } : { text: text2 };
    }
  };
}
function changedCheckout(base2, changes2) {
  const paths = new Set(base2.paths);
  for (const [path, change] of changes2) {
    if (change === void 0) paths.delete(path);
    else paths.add(path);
  }
  return {
    paths: [...paths].sort(),
    refused: base2.refused,
    read(path) {
      if (!changes2.has(path)) return base2.read(path);
      const change = changes2.get(path);
      if (change === void 0) return { refused: "no such file" };
      return typeof change === "string" ? { text: change } : base2.read(change.sameAs);
    }
  };
}
function folderOf(path) {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}
function foldersAbove(path) {
  const folders = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === "") return folders;
  }
}
function liesIn(path, folder) {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

// src/model/store.ts
function storesOf(manifests) {
  const byName2 = groupedBy(manifests, ({ kind: kind2, name }) => `${kind2}/${name}`);
  const onSites = /* @__PURE__ */ new WeakMap();
  return {
    all: manifests,
    find(from, kind2, name) {
      const { site, namespace } = from;
      let here = onSites.get(site);
      if (!here) onSites.set(site, here = site.objects.filter(({ manifest }) => isStore(manifest)));
      return onSite(here, kind2, name, from) ?? onlyOne(byName2.get(`${kind2}/${name}`), namespace);
    }
  };
}
function onSite(here, kind2, name, { namespace, delivery }) {
  const found4 = here.filter(
    (store) => store.manifest.kind === kind2 && store.manifest.name === name && (kind2 === "ClusterSecretStore" || store.namespace === namespace)
  );
  return (found4.find((store) => store.delivery === delivery) ?? found4[0])?.manifest;
}
function onlyOne(stores, namespace) {
  if (stores?.length !== 1) return void 0;
  const store = stores[0];
  return store.kind === "ClusterSecretStore" || (store.namespace ?? namespace) === namespace ? store : void 0;
}
function storeRefAt(target, from, stores) {
  const name = stringBelow(target, "name");
  const kindWritten = stringBelow(target, "kind");
  const kind2 = kindWritten?.value || "SecretStore";
  const store = name && stores.find(from, kind2, name.value);
  return { target, name, kind: kind2, kindWritten, store, vaultUrl: store && vaultUrlOf(store) };
}
function vaultUrlOf(store) {
  return stringAt(store, "spec", "provider", "azurekv", "vaultUrl");
}
function providerOf(store) {
  const provider = below({ manifest: store, path: ["spec", "provider"] })?.value;
  const name = provider && typeof provider === "object" ? Object.keys(provider)[0] : void 0;
  const settings = name === void 0 ? void 0 : below({ manifest: store, path: ["spec", "provider"] }, name);
  return settings && name !== void 0 ? { name, settings } : void 0;
}
function mayBeKeyVault(ref) {
  return ref.store === void 0 || providerOf(ref.store)?.name === "azurekv";
}
function vaultKeyOf(url) {
  return (normalisedUrl(url) ?? url.trim().replace(/\/+$/, "")).toLowerCase();
}

// src/model/external-secret.ts
function madeSecretOf(manifest) {
  return stringAt(manifest, "spec", "target", "name")?.value || manifest.name;
}
function externalSecretOf(delivered, site, stores) {
  const { manifest } = delivered;
  const from = { ...delivered, site };
  const ref = at(manifest, "spec", "secretStoreRef");
  const storeRef = ref && storeRefAt(ref, from, stores);
  const targetName = stringAt(manifest, "spec", "target", "name");
  return {
    ...delivered,
    makes: madeSecretOf(manifest),
    makesAt: targetName?.value ? targetName : { manifest, path: ["metadata", "name"] },
    storeRef,
    entries: itemsAt(manifest, "spec", "data").map((item) => entryAt(item, storeRef, from, stores)),
    refreshInterval: at(manifest, "spec", "refreshInterval")
  };
}
function entryAt(item, inherited, from, stores) {
  const own = at(item.manifest, ...item.path, "sourceRef", "storeRef");
  return {
    target: item,
    secretKey: stringBelow(item, "secretKey"),
    remoteKey: stringBelow(item, "remoteRef", "key"),
    property: at(item.manifest, ...item.path, "remoteRef", "property"),
    version: at(item.manifest, ...item.path, "remoteRef", "version"),
    store: own ? storeRefAt(own, from, stores) : inherited
  };
}

// src/model/source-path.ts
function sourcePathOf(path, folders) {
  if (path.startsWith("/")) return { wrong: "absolute" };
  const folder = cleaned(path);
  if (folder === void 0) return { wrong: "leaves" };
  if (folders.has(folder)) return { folder };
  return { wrong: folders.isFile(folder) ? "file" : "missing" };
}
function cleaned(path) {
  const steps = [];
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === void 0) return void 0;
  }
  return steps.join("/");
}

// src/model/folder-sites.ts
function folderSitesOf(manifests, repository, folders, settings) {
  const named4 = namedFolders(settings);
  const marks = manifests.filter((manifest) => isMark(manifest) && isBeside(manifest, named4));
  const around = territoriesAround(marks, manifests);
  const lonely = lonelyJoins(manifests, around).filter((manifest) => isBeside(manifest, named4));
  const all = lonely.length > 0 ? territoriesAround([...marks, ...lonely], manifests) : around;
  const isWhole = wholenessOf(repository, folders);
  return [...named4.map((root) => territoryOf(root, manifests)), ...all].filter((territory) => territory.manifests.length > 0).map((territory) => folderSite({ ...territory, complete: territory.complete && isWhole(territory.root) }));
}
function lonelyJoins(manifests, territories) {
  const joins2 = manifests.filter(makesJoin);
  const secondaries = territories.filter((territory) => territory.manifests.some(isJoinConfig));
  if (joins2.length === 0 || secondaries.some((territory) => !territory.manifests.some(makesJoin))) return [];
  const placed = new Set(secondaries.flatMap(ownJoins));
  return joins2.filter((manifest) => !placed.has(manifest));
}
function ownJoins({ manifests }) {
  const joins2 = manifests.filter(makesJoin);
  const home2 = folderOf(manifests.find(isJoinConfig).origin.file);
  const beside = joins2.filter(({ origin }) => liesIn(origin.file, home2));
  return beside.length > 0 ? beside : joins2;
}
function makesJoin(manifest) {
  return isExternalSecret(manifest) && madeSecretOf(manifest) === joinSecretName;
}
var rendered = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization|Chart\.yaml)$/;
function wholenessOf(repository, folders) {
  const unread = new Set(repository.unread.map(({ file }) => file));
  const isRead2 = (path) => !rendered.test(path) && !unread.has(path) && !repository.files.get(path)?.problems.length;
  return (root) => folders.filesIn(root.replace(/#.*$/, ""), true).every(isRead2);
}
function namedFolders(settings) {
  const named4 = [settings.primaryPath, ...settings.secondaryPaths];
  return [...new Set(named4.flatMap((path) => path === void 0 ? [] : cleaned(path) ?? []))];
}
function isBeside(manifest, folders) {
  return !folders.some((folder) => liesIn(manifest.origin.file, folder));
}
function isMark(manifest) {
  return isBootstrap(manifest) || isJoinConfig(manifest);
}
function roleOf(mark2) {
  return isBootstrap(mark2) ? "primary" : "secondary";
}
function territoryOf(root, manifests, complete = true) {
  return { root, manifests: manifests.filter(({ origin }) => liesIn(origin.file, root)), complete };
}
function territoriesAround(marks, manifests) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const mark2 of marks)
    for (const folder of foldersAbove(mark2.origin.file)) counts2.set(folder, (counts2.get(folder) ?? 0) + 1);
  const byRoot = /* @__PURE__ */ new Map();
  for (const mark2 of marks) {
    const roots = foldersAbove(mark2.origin.file).filter((folder) => counts2.get(folder) === 1);
    const root = roots.at(-1);
    const territory = root === void 0 ? sharedFolder(mark2, marks, manifests) : territoryOf(root, manifests);
    byRoot.set(territory.root, territory);
  }
  return [...byRoot.values()];
}
function sharedFolder(mark2, marks, manifests) {
  const { file } = mark2.origin;
  const folder = folderOf(file);
  const others3 = marks.filter((other) => other !== mark2 && folderOf(other.origin.file) === folder);
  const sameRole = others3.some((other) => roleOf(other) === roleOf(mark2));
  if (!sameRole) return partOf(folder, mark2, manifests, others3.length > 0);
  return { root: file, manifests: manifests.filter(({ origin }) => origin.file === file), complete: false };
}
function partOf(folder, mark2, manifests, shared2) {
  const inFolder = manifests.filter(({ origin }) => folderOf(origin.file) === folder);
  if (!shared2) return { root: folder, manifests: inFolder, complete: true };
  const role = roleOf(mark2);
  return {
    root: `${folder}#${role}`,
    manifests: inFolder.filter((manifest) => mayBelong(manifest, role)),
    complete: true
  };
}
var primaryKinds = /* @__PURE__ */ new Set(["Bootstrap", "PushSecret", "Cluster", "Distribution"]);
function mayBelong(manifest, role) {
  if (manifest.kind === "SecretStore" || manifest.kind === "ClusterSecretStore") return true;
  const onPrimary = primaryKinds.has(manifest.kind) || manifest.namespace === "kasten-io-mc" || manifest.kind === "Namespace";
  return onPrimary === (role === "primary");
}
function folderSite({ root, manifests, complete }) {
  const folder = root.replace(/#.*$/, "") || ".";
  const delivery = {
    application: void 0,
    cluster: void 0,
    namespace: void 0,
    manifests,
    complete,
    troubles: [],
    charts: [],
    notRead: [],
    requests: []
  };
  return siteOf(`folder ${root}`, folder, [delivery]);
}

// src/model/folders.ts
function foldersOf(repository) {
  const { paths } = repository.checkout;
  const direct = /* @__PURE__ */ new Map([["", []]]);
  for (const path of paths) {
    const folder = folderOf(path);
    const files = direct.get(folder);
    if (files) files.push(path);
    else addFolder(direct, folder, path);
  }
  const all = new Set(paths);
  const submodules = submodulesOf(repository);
  return {
    has: (folder) => direct.has(folder),
    isFile: (path) => all.has(path),
    filesIn: (folder, recurse) => recurse ? allBelow(paths, folder) : direct.get(folder) ?? [],
    isInSubmodule: (path) => submodules.some((submodule) => path === submodule || liesIn(path, submodule))
  };
}
function submodulesOf({ checkout }) {
  const content = checkout.paths.includes(".gitmodules") ? checkout.read(".gitmodules") : void 0;
  if (!content || !("text" in content)) return [];
  return [...content.text.matchAll(/^[ \t]*path[ \t]*=[ \t]*"?([^"\r\n]+?)"?[ \t]*$/gm)].map(([, path]) => path);
}
function addFolder(direct, folder, path) {
  direct.set(folder, [path]);
  for (let parent = folderOf(folder); !direct.has(parent); parent = folderOf(parent)) direct.set(parent, []);
}
function allBelow(paths, folder) {
  if (folder === "") return paths;
  const prefix = `${folder}/`;
  const from = firstNotBelow(paths, prefix);
  let to = from;
  while (to < paths.length && paths[to].startsWith(prefix)) to++;
  return paths.slice(from, to);
}
function firstNotBelow(paths, prefix) {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (paths[middle] < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/model/application-set/refusal.ts
var NotExpandedError = class extends Error {
  about;
  reason;
  fails;
  constructor(about, reason, fails) {
    super(reason);
    this.about = about;
    this.reason = reason;
    this.fails = fails;
  }
};
function failing(about, reason) {
  return new NotExpandedError(about, reason, true);
}
function unknowable(about, reason) {
  return new NotExpandedError(about, reason, false);
}

// src/model/application-set/context.ts
function expansionContextOf(given) {
  let directories;
  return {
    ...given,
    directories: () => directories ??= directoriesOf(given.repository.checkout.paths),
    configFiles: /* @__PURE__ */ new Map()
  };
}
function directoriesOf(paths) {
  const found4 = /* @__PURE__ */ new Set();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== "" && !found4.has(folder); folder = folderOf(folder)) found4.add(folder);
  }
  const seen = [...found4].filter((folder) => !/(?:^|\/)\./.test(folder));
  return seen.sort((a, b) => byCodePoint(walked(a), walked(b)));
}
function walked(folder) {
  return folder.replaceAll("/", "\0");
}
var mostSets = 2e5;
function spend(expanding, sets, path) {
  expanding.budget -= sets;
  if (expanding.budget < 0) throw unknowable(within(expanding, path), "its generators make too many Applications");
}
function within({ applicationSet }, path) {
  return { manifest: applicationSet, path };
}

// src/source/text.ts
var moved = ({ start, end }, offset) => ({ start: start + offset, end: end + offset });
function positionsOf(text2) {
  let starts;
  return (offset) => {
    starts ??= lineStartsOf(text2);
    const at2 = Math.max(0, Math.min(offset, text2.length));
    const line = lineAt(starts, at2);
    return { line, column: at2 - (starts[line - 1] ?? 0) + 1 };
  };
}
function lineStartsOf(text2) {
  const starts = [0];
  for (const lineBreak3 of text2.matchAll(/\r\n?|\n/g)) starts.push(lineBreak3.index + lineBreak3[0].length);
  return starts;
}
function lineAt(starts, offset) {
  let low = 1;
  let high = starts.length;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((starts[middle - 1] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

// src/source/yaml-json.ts
function jsonTreeAt(text2, from) {
  return valueAt2(text2, skipSpace(text2, from), 0);
}
function skipSpace(text2, from) {
  let at2 = from;
  while (text2[at2] === " " || text2[at2] === "\n" || text2[at2] === "\r" || text2[at2] === "	") at2++;
  return at2;
}
function valueAt2(text2, start, depth) {
  if (text2[start] === '"') return stringAt2(text2, start);
  if (text2[start] !== "{" && text2[start] !== "[") return literalAt(text2, start);
  if (depth >= MAX_DEPTH) throw tooDeep(start);
  return text2[start] === "{" ? objectAt2(text2, start, depth) : arrayAt(text2, start, depth);
}
function objectAt2(text2, start, depth) {
  const items = [];
  const end = membersAt(text2, start, "}", (at2) => {
    if (text2[at2] !== '"') throw unexpected(text2, at2, "a key in double quotes");
    const key4 = stringAt2(text2, at2);
    const colon = skipSpace(text2, key4.end);
    if (text2[colon] !== ":") throw unexpected(text2, colon, "a colon");
    const value = valueAt2(text2, skipSpace(text2, colon + 1), depth + 1);
    items.push(key4, value);
    return value.end;
  });
  return { kind: "mapping", start, end, outer: start, anchored: false, items };
}
function arrayAt(text2, start, depth) {
  const items = [];
  const end = membersAt(text2, start, "]", (at2) => {
    const item = valueAt2(text2, at2, depth + 1);
    items.push(item);
    return item.end;
  });
  return { kind: "sequence", start, end, outer: start, anchored: false, items };
}
function membersAt(text2, start, close, member2) {
  let at2 = skipSpace(text2, start + 1);
  if (text2[at2] === close) return at2 + 1;
  for (; ; ) {
    at2 = skipSpace(text2, member2(at2));
    if (text2[at2] === close) return at2 + 1;
    if (text2[at2] !== ",") throw unexpected(text2, at2, `a comma or ${close}`);
    at2 = skipSpace(text2, at2 + 1);
  }
}
function stringAt2(text2, start) {
  const end = quoteAfter(text2, start) + 1;
  const written2 = text2.slice(start, end);
  try {
    return scalar(start, end, String(JSON.parse(written2)), false);
  } catch {
    throw unexpected(text2, start, "a text in double quotes on one line");
  }
}
function quoteAfter(text2, start) {
  let at2 = start + 1;
  while (at2 < text2.length && text2[at2] !== '"') at2 += text2[at2] === "\\" ? 2 : 1;
  return Math.min(at2, text2.length);
}
var LITERAL = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.+-])/y;
function literalAt(text2, start) {
  LITERAL.lastIndex = start;
  const written2 = LITERAL.exec(text2)?.[0];
  if (written2 === void 0) throw unexpected(text2, start, "a value");
  const end = start + written2.length;
  if (/\d/.test(written2) && !Number.isFinite(Number(written2))) {
    throw new Refusal("not-json", "the number is too large", { start, end });
  }
  return scalar(start, end, written2, true);
}
var scalar = (start, end, text2, plain2) => ({
  kind: "scalar",
  start,
  end,
  outer: start,
  anchored: false,
  text: text2,
  plain: plain2,
  tag: null
});
var unexpected = (text2, at2, wanted) => new Refusal("syntax", at2 < text2.length ? `${wanted} is expected here` : `the text ends where ${wanted} is expected`, {
  start: at2,
  end: at2 + 1
});

// src/source/yaml-pieces.ts
function piecesOf(text2, from = 0) {
  const pieces = [];
  let piece = { start: from, end: from };
  for (let at2 = nextSeparator(text2, from - 1, from); at2 >= 0; at2 = nextSeparator(text2, at2, from)) {
    const line = { start: at2, end: lineFeedAfter(text2, at2) };
    const valid = isSeparator(text2.slice(at2 + 3, line.end));
    if (at2 > piece.start) pieces.push({ ...piece, end: at2 });
    else if (valid) continue;
    piece = valid ? { start: Math.min(line.end + 1, text2.length), end: at2 } : { start: at2, end: at2, separator: line };
  }
  if (text2.length > piece.start) pieces.push({ ...piece, end: text2.length });
  return pieces;
}
function nextSeparator(text2, at2, from) {
  if (at2 < from && text2.startsWith("---", from)) return from;
  const lineBreak3 = text2.indexOf("\n---", Math.max(at2, from));
  return lineBreak3 < 0 ? -1 : lineBreak3 + 1;
}
function lineFeedAfter(text2, at2) {
  const lineFeed = text2.indexOf("\n", at2);
  return lineFeed < 0 ? text2.length : lineFeed;
}
var isSeparator = (rest) => /^\s*(?:#|$)/.test(rest);

// src/source/yaml-strict.ts
var UNUSUAL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/;
var CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
var isUnusual = (text2) => UNUSUAL.test(text2);
function shapeOf(text2) {
  const at2 = text2.search(CONTROL);
  if (at2 >= 0) throw new Refusal("syntax", "control characters are not allowed", { start: at2, end: at2 + 1 });
  return text2.replace(/[\u0085\u2028\u2029]/g, "\n");
}
var ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|[^])/g;
function refuseEscapes(text2, start, end) {
  for (const escape of text2.slice(start, end).matchAll(ESCAPE)) {
    const code = Number.parseInt(escape[1] ?? escape[2] ?? "0", 16);
    const refused3 = escape[0] === "\\/" || code >= 55296 && code <= 57343 || code > 1114111;
    const at2 = start + escape.index;
    if (refused3)
      throw new Refusal("syntax", "unknown escape in a double-quoted text", { start: at2, end: at2 + escape[0].length });
  }
}
function refuseAnchor(text2, start, end) {
  if (/^[\w-]+$/.test(text2.slice(start, end))) return;
  throw new Refusal("syntax", "an anchor's name may hold only letters, digits, - and _", { start, end });
}
var LONGEST_KEY = 1024;
function refuseLongKey(text2, key4) {
  if (key4.end - key4.outer <= LONGEST_KEY) return;
  const introduced = text2.slice(0, key4.outer).trimEnd().endsWith("?");
  if (!introduced)
    throw new Refusal("syntax", `a key is longer than ${LONGEST_KEY} characters`, {
      start: key4.outer,
      end: key4.outer + 1
    });
}
function refuseBlockBesideKey(text2, parent, { start }) {
  if (parent?.kind !== "mapping" || parent.items.length % 2 === 0) return;
  const key4 = parent.items.at(-1);
  if (!key4 || /[\r\n]/.test(text2.slice(key4.end, start))) return;
  throw new Refusal("syntax", "a mapping or a list cannot begin on the line of its key", { start, end: start + 1 });
}
var INDENTATION = /^ *(?:[-?:] +)*[-?:]?$/;
function refuseTabs(text2, root) {
  const parts = [];
  if (root) addTabbedParts(text2, root, 0, parts);
  let next = 0;
  let lineStart = 0;
  for (let tab = text2.indexOf("	"); tab >= 0; tab = text2.indexOf("	", lineEndOf(text2, tab))) {
    lineStart = lineStartOf(text2, lineStart, tab);
    while ((parts[next]?.end ?? Infinity) <= tab) next++;
    const part = parts[next];
    const allowed = part !== void 0 && part.start <= tab && tab - lineStart >= part.indent;
    if (!allowed && INDENTATION.test(text2.slice(lineStart, tab))) {
      throw new Refusal("syntax", "a tab must not be used in indentation", { start: tab, end: tab + 1 });
    }
  }
}
function lineStartOf(text2, from, offset) {
  let start = from;
  for (let at2 = lineEndOf(text2, from); at2 < offset; at2 = lineEndOf(text2, at2 + 1)) start = at2 + 1;
  return start;
}
function addTabbedParts(text2, node, indent, parts) {
  const { kind: kind2, start, end } = node;
  if (kind2 === "scalar" && start === end) return;
  refuseTabbedBlock(text2, start, end);
  if (kind2 === "scalar")
    parts.push(node.plain ? { start, end: contentAfter(text2, end), indent } : { start, end, indent: 0 });
  else if (kind2 === "alias" || isOpeningBracket(text2, start)) parts.push({ start, end, indent: 0 });
  else for (const item of node.items) addTabbedParts(text2, item, start - lineStartAt(text2, start) + 1, parts);
}
var TABBED_BLOCK = /^[|>][-+]?[ \t]*(?:#[^\r\n]*)?[\r\n][ \r\n]*\t/;
function refuseTabbedBlock(text2, start, end) {
  const match2 = text2[start] === "|" || text2[start] === ">" ? TABBED_BLOCK.exec(text2.slice(start, end)) : null;
  const tab = match2 ? start + match2[0].length - 1 : 0;
  if (match2) throw new Refusal("syntax", "a tab must not be used in indentation", { start: tab, end: tab + 1 });
}
function contentAfter(text2, from) {
  let at2 = from;
  while (/\s/.test(text2.charAt(at2))) at2++;
  return at2;
}

// node_modules/js-yaml/dist/js-yaml.mjs
var NOT_RESOLVED = /* @__PURE__ */ Symbol("NOT_RESOLVED");
function defineScalarTag(tagName, options) {
  return {
    tagName,
    nodeKind: "scalar",
    implicit: options.implicit ?? false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    implicitFirstChars: options.implicitFirstChars ?? null,
    resolve: options.resolve,
    identify: options.identify,
    represent: options.represent ?? ((data) => String(data)),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineSequenceTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "sequence",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addItem: options.addItem,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineMappingTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "mapping",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addPair: options.addPair,
    has: options.has,
    keys: options.keys,
    get: options.get,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
  resolve: (source) => source,
  identify: (data) => typeof data === "string"
});
var NULL_VALUES$1 = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source) => {
    if (NULL_VALUES$1.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: ["n"],
  resolve: (source, isExplicit) => {
    if (source === "null" || isExplicit && source === "") return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var NULL_VALUES = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source) => {
    if (NULL_VALUES.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var TRUE_VALUES$2 = [
  "true",
  "True",
  "TRUE"
];
var FALSE_VALUES$2 = [
  "false",
  "False",
  "FALSE"
];
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "t",
    "T",
    "f",
    "F"
  ],
  resolve: (source) => {
    if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: ["t", "f"],
  resolve: (source) => {
    if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES = [
  "true",
  "True",
  "TRUE",
  "y",
  "Y",
  "yes",
  "Yes",
  "YES",
  "on",
  "On",
  "ON"
];
var FALSE_VALUES = [
  "false",
  "False",
  "FALSE",
  "n",
  "N",
  "no",
  "No",
  "NO",
  "off",
  "Off",
  "OFF"
];
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "y",
    "Y",
    "n",
    "N",
    "t",
    "T",
    "f",
    "F",
    "o",
    "O"
  ],
  resolve: (source) => {
    if (TRUE_VALUES.indexOf(source) !== -1) return true;
    if (FALSE_VALUES.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
  let value = source;
  let sign2 = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign2 = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign2 * parseInt(value.slice(2), 2);
  if (value.startsWith("0o")) return sign2 * parseInt(value.slice(2), 8);
  if (value.startsWith("0x")) return sign2 * parseInt(value.slice(2), 16);
  return sign2 * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$2(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger$2,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
  let value = source;
  let sign2 = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign2 = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign2 * parseInt(value.slice(2), 2);
  if (value.startsWith("0o")) return sign2 * parseInt(value.slice(2), 8);
  if (value.startsWith("0x")) return sign2 * parseInt(value.slice(2), 16);
  return sign2 * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$1(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlInteger$1,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
  let value = source.replace(/_/g, "");
  let sign2 = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign2 = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign2 * parseInt(value.slice(2), 2);
  if (value.startsWith("0x")) return sign2 * parseInt(value.slice(2), 16);
  if (value.includes(":")) {
    let result = 0;
    for (const part of value.split(":")) result = result * 60 + Number(part);
    return sign2 * result;
  }
  if (value !== "0" && value[0] === "0") return sign2 * parseInt(value, 8);
  return sign2 * parseInt(value, 10);
}
function resolveYamlInteger(source) {
  if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
  if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
  let value = source.toLowerCase();
  const sign2 = value[0] === "-" ? -1 : 1;
  if ("+-".includes(value[0])) value = value.slice(1);
  if (value === ".inf") return sign2 === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value === ".nan") return NaN;
  const result = sign2 * parseFloat(value);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat$2,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$2
});
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
    let value = source.toLowerCase();
    const sign2 = value[0] === "-" ? -1 : 1;
    if ("+-".includes(value[0])) value = value.slice(1);
    if (value === ".inf") return sign2 === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    if (value === ".nan") return NaN;
    const result2 = sign2 * parseFloat(value);
    return Number.isFinite(result2) ? result2 : NOT_RESOLVED;
  }
  if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = Number(source);
  if (Number.isFinite(result)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlFloat$1,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$1
});
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
  if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
  let value = source.toLowerCase().replace(/_/g, "");
  const sign2 = value[0] === "-" ? -1 : 1;
  if ("+-".includes(value[0])) value = value.slice(1);
  if (value === ".inf") return sign2 === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value === ".nan") return NaN;
  let result = 0;
  if (value.includes(":")) {
    for (const part of value.split(":")) result = result * 60 + Number(part);
    result *= sign2;
  } else result = sign2 * parseFloat(value);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat
});
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
  implicit: true,
  implicitFirstChars: ["<"],
  resolve: (source, isExplicit) => {
    if (source === "<<" || isExplicit && source === "") return "<<";
    return NOT_RESOLVED;
  },
  identify: () => false
});
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
  const input = source.replace(/\s/g, "");
  if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
  const binary = atob(input);
  const result = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
  return result;
}
function representYamlBinary(object) {
  let binary = "";
  for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
  return btoa(binary);
}
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
  resolve: resolveYamlBinary,
  identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
  represent: representYamlBinary
});
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day2, hour3 = 0, minute = 0, second = 0, fraction = 0) {
  const date = new Date(Date.UTC(year, month, day2, hour3, minute, second, fraction));
  date.setUTCFullYear(year, month, day2);
  return date;
}
function resolveYamlTimestamp(source) {
  let match2 = YAML_DATE_REGEXP.exec(source);
  if (match2 === null) match2 = YAML_TIMESTAMP_REGEXP.exec(source);
  if (match2 === null) return NOT_RESOLVED;
  const year = +match2[1];
  const month = +match2[2] - 1;
  const day2 = +match2[3];
  if (!match2[4]) {
    const date2 = makeUtcDate(year, month, day2);
    if (date2.getUTCFullYear() !== year || date2.getUTCMonth() !== month || date2.getUTCDate() !== day2) return NOT_RESOLVED;
    return date2;
  }
  const hour3 = +match2[4];
  const minute = +match2[5];
  const second = +match2[6];
  let fraction = 0;
  if (hour3 > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
  if (match2[7]) {
    let value = match2[7].slice(0, 3);
    while (value.length < 3) value += "0";
    fraction = +value;
  }
  const date = makeUtcDate(year, month, day2, hour3, minute, second, fraction);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day2) return NOT_RESOLVED;
  if (match2[9]) {
    const offsetHour = +match2[10];
    const offsetMinute = +(match2[11] || 0);
    if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
    const offset = (offsetHour * 60 + offsetMinute) * 6e4;
    date.setTime(date.getTime() - (match2[9] === "-" ? -offset : offset));
  }
  return date;
}
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
  implicit: true,
  implicitFirstChars: [..."0123456789"],
  resolve: resolveYamlTimestamp,
  identify: (object) => object instanceof Date,
  represent: (object) => object.toISOString()
});
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
  create: () => [],
  addItem: (container, item) => {
    container.push(item);
  },
  identify: Array.isArray
});
function isPlainObject(data) {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
  const prototype = Object.getPrototypeOf(data);
  return prototype === null || prototype === Object.prototype;
}
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
  create: () => ({
    list: [],
    seen: /* @__PURE__ */ new Set()
  }),
  addItem: (carrier, item) => {
    let key4;
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve an ordered map item";
      key4 = item.keys().next().value;
    } else if (isPlainObject(item)) {
      const itemKeys = Object.keys(item);
      if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
      key4 = itemKeys[0];
    } else return "cannot resolve an ordered map item";
    if (carrier.seen.has(key4)) return "duplicate key in ordered map";
    carrier.seen.add(key4);
    carrier.list.push(item);
    return "";
  },
  finalize: (carrier) => carrier.list,
  identify: () => false
});
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
  create: () => [],
  addItem: (container, item) => {
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve a pairs item";
      container.push(item.entries().next().value);
      return "";
    }
    if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
    const object = item;
    const keys = Object.keys(object);
    if (keys.length !== 1) return "cannot resolve a pairs item";
    container.push([keys[0], object[keys[0]]]);
    return "";
  },
  identify: () => false
});
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key4 of Object.keys(o)) map.set(key4, o[key4]);
    return map;
  },
  addPair: (container, key4, value) => {
    if (key4 !== null && typeof key4 === "object") return "object-based map does not support complex keys";
    const normalizedKey = String(key4);
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value;
    return "";
  },
  has: (container, key4) => {
    if (key4 !== null && typeof key4 === "object") return false;
    return Object.prototype.hasOwnProperty.call(container, String(key4));
  },
  keys: (container) => Object.keys(container),
  get: (container, key4) => {
    const normalizedKey = String(key4);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
  create: () => /* @__PURE__ */ new Set(),
  identify: (data) => data instanceof Set,
  represent: (data) => {
    const map = /* @__PURE__ */ new Map();
    for (const key4 of data) map.set(key4, null);
    return map;
  },
  addPair: (container, key4, value) => {
    if (value !== null) return "cannot resolve a set item";
    container.add(key4);
    return "";
  },
  has: (container, key4) => container.has(key4),
  keys: (container) => container.keys(),
  get: () => null
});
function createTagDefinitionMap() {
  return {
    scalar: /* @__PURE__ */ Object.create(null),
    sequence: /* @__PURE__ */ Object.create(null),
    mapping: /* @__PURE__ */ Object.create(null)
  };
}
function createTagDefinitionListMap() {
  return {
    scalar: [],
    sequence: [],
    mapping: []
  };
}
function compileTags(tags2) {
  const result = [];
  for (const tag of tags2) {
    let index = result.length;
    for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
      const previous = result[previousIndex];
      if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
        index = previousIndex;
        break;
      }
    }
    result[index] = tag;
  }
  return result;
}
var Schema = class Schema2 {
  tags;
  /** @internal */
  implicitScalarTags;
  /**
  * Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
  * the resolvers that may match that key, in schema order; a key absent from
  * the map uses
  * {@link Schema.implicitScalarAnyFirstChar}
  * (resolvers that declared no first-char constraint, so they apply to any
  * first character).
  */
  implicitScalarByFirstChar;
  implicitScalarAnyFirstChar;
  /**
  * The default scalar tag (`!!str`), resolved once so the composer's fallback
  * for unresolved plain scalars avoids a keyed lookup per scalar.
  *
  * @internal
  */
  defaultScalarTag;
  /**
  * The default container tags (`!!seq` / `!!map`), used by the dumper: when a
  * value is identified by its default tag, the tag is implicit and not
  * printed. Undefined if the schema does not define them (then such values
  * can't be dumped).
  *
  * @internal
  */
  defaultSequenceTag;
  /** @internal */
  defaultMappingTag;
  exact;
  prefix;
  constructor(tags2) {
    const compiledTags = compileTags(tags2);
    const implicitScalarTags = [];
    const exact = createTagDefinitionMap();
    const prefix = createTagDefinitionListMap();
    for (const tag of compiledTags) {
      if (tag.nodeKind === "scalar" && tag.implicit) {
        if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
        implicitScalarTags.push(tag);
      }
      switch (tag.nodeKind) {
        case "scalar":
          if (tag.matchByTagPrefix) prefix.scalar.push(tag);
          else exact.scalar[tag.tagName] = tag;
          break;
        case "sequence":
          if (tag.matchByTagPrefix) prefix.sequence.push(tag);
          else exact.sequence[tag.tagName] = tag;
          break;
        case "mapping":
          if (tag.matchByTagPrefix) prefix.mapping.push(tag);
          else exact.mapping[tag.tagName] = tag;
      }
    }
    const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
    const keys = /* @__PURE__ */ new Set();
    for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key4 of tag.implicitFirstChars) keys.add(key4);
    const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
    for (const key4 of keys) implicitScalarByFirstChar.set(key4, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key4) !== -1));
    const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
    if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
    this.tags = compiledTags;
    this.implicitScalarTags = implicitScalarTags;
    this.implicitScalarByFirstChar = implicitScalarByFirstChar;
    this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
    this.defaultScalarTag = defaultScalarTag;
    this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
    this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
    this.exact = exact;
    this.prefix = prefix;
  }
  /** @internal */
  lookupScalarTag(tagName) {
    const exactTag = this.exact.scalar[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupSequenceTag(tagName) {
    const exactTag = this.exact.sequence[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupMappingTag(tagName) {
    const exactTag = this.exact.mapping[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  resolveImplicitScalarTag(source) {
    const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
    for (const tag2 of candidates) {
      const value = tag2.resolve(source, false, tag2.tagName);
      if (value !== NOT_RESOLVED) return {
        value,
        tag: tag2
      };
    }
    const tag = this.defaultScalarTag;
    return {
      value: tag.resolve(source, false, tag.tagName),
      tag
    };
  }
  /**
  * Creates a new schema with the specified tags added. If a tag already
  * exists, it is replaced by the specified tag.
  *
  * @example
  *
  * ```javascript
  * import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
  *
  * const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
  * ```
  */
  withTags(...tags2) {
    let flatTags = [];
    for (const tag of tags2) flatTags = flatTags.concat(tag);
    return new Schema2([...this.tags, ...flatTags]);
  }
};
var FAILSAFE_SCHEMA = new Schema([
  strTag,
  seqTag,
  mapTag
]);
var JSON_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullJsonTag,
  boolJsonTag,
  intJsonTag,
  floatJsonTag
]);
var CORE_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullCoreTag,
  boolCoreTag,
  intCoreTag,
  floatCoreTag
]);
var YAML11_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullYaml11Tag,
  boolYaml11Tag,
  intYaml11Tag,
  floatYaml11Tag,
  timestampTag,
  mergeTag,
  binaryTag,
  omapTag,
  pairsTag,
  setTag
]);
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
  ...intYaml11Tag,
  resolve: (source, isExplicit, tagName) => {
    const result = intYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
  }
}, {
  ...floatYaml11Tag,
  resolve: (source, isExplicit, tagName) => {
    const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
  }
});
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => /* @__PURE__ */ new Map(),
  addPair: (container, key4, value) => {
    container.set(key4, value);
    return "";
  },
  has: (container, key4) => container.has(key4),
  keys: (container) => container.keys(),
  get: (container, key4) => container.get(key4),
  identify: (data) => data instanceof Map || isPlainObject(data),
  represent: (data) => {
    if (data instanceof Map) return data;
    const map = /* @__PURE__ */ new Map();
    const obj = data;
    for (const key4 of Object.keys(obj)) map.set(key4, obj[key4]);
    return map;
  }
});
function normalizeKey(key4) {
  if (Array.isArray(key4)) {
    const array = Array.prototype.slice.call(key4);
    for (let index = 0; index < array.length; index++) {
      if (Array.isArray(array[index])) return null;
      if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
    }
    return String(array);
  }
  if (typeof key4 === "object" && Object.prototype.toString.call(key4) === "[object Object]") return "[object Object]";
  return String(key4);
}
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key4 of Object.keys(o)) map.set(key4, o[key4]);
    return map;
  },
  addPair: (container, key4, value) => {
    const normalizedKey = normalizeKey(key4);
    if (normalizedKey === null) return "nested arrays are not supported inside keys";
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value;
    return "";
  },
  has: (container, key4) => {
    const normalizedKey = normalizeKey(key4);
    return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
  },
  keys: (container) => Object.keys(container),
  get: (container, key4) => {
    const normalizedKey = String(key4);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var DEFAULT_SNIPPET_OPTIONS = {
  maxLength: 79,
  indent: 1,
  linesBefore: 3,
  linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position2, maxLineLength) {
  let head = "";
  let tail = "";
  const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
  if (position2 - lineStart > maxHalfLength) {
    head = " ... ";
    lineStart = position2 - maxHalfLength + head.length;
  }
  if (lineEnd - position2 > maxHalfLength) {
    tail = " ...";
    lineEnd = position2 + maxHalfLength - tail.length;
  }
  return {
    str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "\u2192") + tail,
    pos: position2 - lineStart + head.length
  };
}
function padStart(string, max) {
  return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark2, options) {
  if (!mark2.buffer) return null;
  const opts = {
    ...DEFAULT_SNIPPET_OPTIONS,
    ...options
  };
  const re = /\r?\n|\r|\0/g;
  const lineStarts = [0];
  const lineEnds = [];
  let match2;
  let foundLineNo = -1;
  while (match2 = re.exec(mark2.buffer)) {
    lineEnds.push(match2.index);
    lineStarts.push(match2.index + match2[0].length);
    if (mark2.position <= match2.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
  }
  if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
  let result = "";
  const lineNoLength = Math.min(mark2.line + opts.linesAfter, lineEnds.length).toString().length;
  const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
  for (let i = 1; i <= opts.linesBefore; i++) {
    if (foundLineNo - i < 0) break;
    const line2 = getLine(mark2.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark2.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
    result = `${" ".repeat(opts.indent)}${padStart((mark2.line - i + 1).toString(), lineNoLength)} | ${line2.str}
${result}`;
  }
  const line = getLine(mark2.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark2.position, maxLineLength);
  result += `${" ".repeat(opts.indent)}${padStart((mark2.line + 1).toString(), lineNoLength)} | ${line.str}
`;
  result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^
`;
  for (let i = 1; i <= opts.linesAfter; i++) {
    if (foundLineNo + i >= lineEnds.length) break;
    const line2 = getLine(mark2.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark2.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
    result += `${" ".repeat(opts.indent)}${padStart((mark2.line + i + 1).toString(), lineNoLength)} | ${line2.str}
`;
  }
  return result.replace(/\n$/, "");
}
function formatError(exception, compact) {
  let where = "";
  if (!exception.mark) return exception.reason;
  if (exception.mark.name) where += `in "${exception.mark.name}" `;
  where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
  if (!compact && exception.mark.snippet) where += `

${exception.mark.snippet}`;
  return `${exception.reason} ${where}`;
}
var YAMLException = class YAMLException2 extends Error {
  reason;
  mark;
  /**
  * Optional `mark` contains source snippet data. Usually, use
  * {@link YAMLException.throwAt} instead of passing it directly.
  */
  constructor(reason, mark2) {
    super();
    this.name = "YAMLException";
    this.reason = reason;
    this.mark = mark2;
    this.message = formatError(this, false);
    if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
  }
  /**
  * Returns the formatted error, omitting the source snippet in compact mode.
  */
  toString(compact) {
    return `${this.name}: ${formatError(this, compact)}`;
  }
  /**
  * Builds a YAMLException with a source snippet and throws it. `source` is
  * the raw input text; `position` is an offset into it.
  */
  static throwAt(source, position2, message2, filename = "") {
    let line = 0;
    let lineStart = 0;
    for (let index = 0; index < position2; index++) {
      const ch = source.charCodeAt(index);
      if (ch === 10) {
        line++;
        lineStart = index + 1;
      } else if (ch === 13) {
        line++;
        if (source.charCodeAt(index + 1) === 10) index++;
        lineStart = index + 1;
      }
    }
    const mark2 = {
      name: filename,
      buffer: source,
      position: position2,
      line,
      column: position2 - lineStart
    };
    mark2.snippet = makeSnippet(mark2);
    throw new YAMLException2(message2, mark2);
  }
};
var EVENT_ID = {
  DOCUMENT: 1,
  SEQUENCE: 2,
  MAPPING: 3,
  SCALAR: 4,
  ALIAS: 5,
  POP: 6
};
var SCALAR_STYLE = {
  PLAIN: 1,
  SINGLE_QUOTED: 2,
  DOUBLE_QUOTED: 3,
  LITERAL_BLOCK: 4,
  FOLDED_BLOCK: 5
};
var COLLECTION_STYLE = {
  BLOCK: 1,
  FLOW: 2
};
var CHOMPING_MODE = {
  CLIP: 1,
  STRIP: 2,
  KEEP: 3
};
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
  switch (c) {
    case 48:
      return "\0";
    case 97:
      return "\x07";
    case 98:
      return "\b";
    case 116:
      return "	";
    case 9:
      return "	";
    case 110:
      return "\n";
    case 118:
      return "\v";
    case 102:
      return "\f";
    case 114:
      return "\r";
    case 101:
      return "\x1B";
    case 32:
      return " ";
    case 34:
      return '"';
    case 47:
      return "/";
    case 92:
      return "\\";
    case 78:
      return "\x85";
    case 95:
      return "\xA0";
    case 76:
      return "\u2028";
    case 80:
      return "\u2029";
    default:
      return "";
  }
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
  simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
  simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
  if (c <= 65535) return String.fromCharCode(c);
  return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
  if (c >= 48 && c <= 57) return c - 48;
  return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  return 8;
}
function skipFoldedBreaks(input, position2, end) {
  let breaks = 0;
  while (position2 < end) {
    const ch = input.charCodeAt(position2);
    if (ch === 10) {
      breaks++;
      position2++;
    } else if (ch === 13) {
      breaks++;
      position2++;
      if (input.charCodeAt(position2) === 10) position2++;
    } else if (ch === 32 || ch === 9) position2++;
    else break;
  }
  return {
    position: position2,
    breaks
  };
}
function foldedBreaks(count) {
  if (count === 1) return " ";
  return "\n".repeat(count - 1);
}
function getPlainValue(input, start, end) {
  let result = "";
  let position2 = start;
  let captureStart = start;
  let captureEnd = start;
  while (position2 < end) {
    const ch = input.charCodeAt(position2);
    if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position2, end);
      result += foldedBreaks(fold.breaks);
      position2 = captureStart = captureEnd = fold.position;
    } else {
      position2++;
      if (ch !== 32 && ch !== 9) captureEnd = position2;
    }
  }
  return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
  let result = "";
  let position2 = start;
  let captureStart = start;
  let captureEnd = start;
  while (position2 < end) {
    const ch = input.charCodeAt(position2);
    if (ch === 39) {
      result += input.slice(captureStart, position2) + "'";
      position2 += 2;
      captureStart = captureEnd = position2;
    } else if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position2, end);
      result += foldedBreaks(fold.breaks);
      position2 = captureStart = captureEnd = fold.position;
    } else {
      position2++;
      if (ch !== 32 && ch !== 9) captureEnd = position2;
    }
  }
  return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
  let result = "";
  let position2 = start;
  let captureStart = start;
  let captureEnd = start;
  while (position2 < end) {
    const ch = input.charCodeAt(position2);
    if (ch === 92) {
      result += input.slice(captureStart, position2);
      position2++;
      const escaped3 = input.charCodeAt(position2);
      if (escaped3 === 10 || escaped3 === 13) position2 = skipFoldedBreaks(input, position2, end).position;
      else if (escaped3 < 256 && simpleEscapeCheck[escaped3]) {
        result += simpleEscapeMap[escaped3];
        position2++;
      } else {
        let hexLength = escapedHexLen$1(escaped3);
        let hexResult = 0;
        for (; hexLength > 0; hexLength--) {
          position2++;
          const digit2 = fromHexCode$1(input.charCodeAt(position2));
          hexResult = (hexResult << 4) + digit2;
        }
        result += charFromCodepoint(hexResult);
        position2++;
      }
      captureStart = captureEnd = position2;
    } else if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position2, end);
      result += foldedBreaks(fold.breaks);
      position2 = captureStart = captureEnd = fold.position;
    } else {
      position2++;
      if (ch !== 32 && ch !== 9) captureEnd = position2;
    }
  }
  return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded) {
  const textIndent = indent < 0 ? 0 : indent;
  const region = input.slice(start, end).replace(/\r\n?/g, "\n");
  const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
  let result = "";
  let didReadContent = false;
  let emptyLines = 0;
  let atMoreIndented = false;
  for (const line of lines) {
    let column = 0;
    while (column < textIndent && line.charCodeAt(column) === 32) column++;
    if (indent < 0 || column >= line.length) {
      emptyLines++;
      continue;
    }
    const content = line.slice(textIndent);
    const first2 = content.charCodeAt(0);
    if (folded) {
      if (first2 === 32 || first2 === 9) {
        atMoreIndented = true;
        result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
      } else if (atMoreIndented) {
        atMoreIndented = false;
        result += "\n".repeat(emptyLines + 1);
      } else if (emptyLines === 0) {
        if (didReadContent) result += " ";
      } else result += "\n".repeat(emptyLines);
    } else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
    result += content;
    didReadContent = true;
    emptyLines = 0;
  }
  if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
  else if (chomping !== CHOMPING_MODE.STRIP) {
    if (didReadContent) result += "\n";
  }
  return result;
}
function getScalarValue(input, scalar3) {
  if (scalar3.valueStart === NO_RANGE$3) return "";
  const { valueStart, valueEnd } = scalar3;
  if (scalar3.fast) return input.slice(valueStart, valueEnd);
  switch (scalar3.style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
      return getSingleQuotedValue(input, valueStart, valueEnd);
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return getDoubleQuotedValue(input, valueStart, valueEnd);
    case SCALAR_STYLE.LITERAL_BLOCK:
      return getBlockValue(input, valueStart, valueEnd, scalar3.indent, scalar3.chomping, false);
    case SCALAR_STYLE.FOLDED_BLOCK:
      return getBlockValue(input, valueStart, valueEnd, scalar3.indent, scalar3.chomping, true);
    default:
      return getPlainValue(input, valueStart, valueEnd);
  }
}
var DEFAULT_TAG_HANDLERS = Object.assign(/* @__PURE__ */ Object.create(null), {
  "!": "!",
  "!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
  filename: "",
  schema: CORE_SCHEMA,
  json: false,
  maxTotalMergeKeys: 1e4,
  maxAliases: -1
};
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
  filename: "",
  maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
  state.events.push({
    type: EVENT_ID.DOCUMENT,
    explicitStart,
    explicitEnd,
    directives: state.directives
  });
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.SEQUENCE,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.MAPPING,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function insertFlowPairMappingEvent(state, snapshot) {
  state.events.splice(snapshot.eventsLength, 0, {
    type: EVENT_ID.MAPPING,
    start: snapshot.position,
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1,
    style: COLLECTION_STYLE.FLOW
  });
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
  state.events.push({
    type: EVENT_ID.SCALAR,
    valueStart,
    valueEnd,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style,
    chomping,
    indent,
    fast
  });
}
function addAliasEvent(state, anchorStart, anchorEnd) {
  state.events.push({
    type: EVENT_ID.ALIAS,
    anchorStart,
    anchorEnd
  });
}
function addPopEvent(state) {
  state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
  addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
  return {
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1
  };
}
function snapshotState(state) {
  return {
    position: state.position,
    line: state.line,
    lineStart: state.lineStart,
    lineIndent: state.lineIndent,
    firstTabInLine: state.firstTabInLine,
    eventsLength: state.events.length
  };
}
function restoreState(state, snapshot) {
  state.position = snapshot.position;
  state.line = snapshot.line;
  state.lineStart = snapshot.lineStart;
  state.lineIndent = snapshot.lineIndent;
  state.firstTabInLine = snapshot.firstTabInLine;
  state.events.length = snapshot.eventsLength;
}
function throwError(state, message2) {
  YAMLException.throwAt(state.input.slice(0, state.length), state.position, message2, state.filename);
}
function isEol(c) {
  return c === 10 || c === 13;
}
function isWhiteSpace(c) {
  return c === 9 || c === 32;
}
function isWsOrEol(c) {
  return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
  return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
  return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
  return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
  if (c >= 48 && c <= 57) return c - 48;
  const lc = c | 32;
  if (lc >= 97 && lc <= 102) return lc - 97 + 10;
  return -1;
}
function escapedHexLen(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  if (c === 85) return 8;
  return 0;
}
function isSimpleEscape(c) {
  return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
  if (state.input.charCodeAt(state.position) === 10) state.position++;
  else {
    state.position++;
    if (state.input.charCodeAt(state.position) === 10) state.position++;
  }
  state.line++;
  state.lineStart = state.position;
  state.lineIndent = 0;
  state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
  let lineBreaks = 0;
  let ch = state.input.charCodeAt(state.position);
  let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
  while (ch !== 0) {
    while (isWhiteSpace(ch)) {
      hasSeparation = true;
      if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
      ch = state.input.charCodeAt(++state.position);
    }
    if (allowComments && hasSeparation && ch === 35) do
      ch = state.input.charCodeAt(++state.position);
    while (!isEol(ch) && ch !== 0);
    if (!isEol(ch)) break;
    consumeLineBreak(state);
    lineBreaks++;
    hasSeparation = true;
    ch = state.input.charCodeAt(state.position);
    while (ch === 32) {
      state.lineIndent++;
      ch = state.input.charCodeAt(++state.position);
    }
  }
  return lineBreaks;
}
function testDocumentSeparator(state, position2 = state.position) {
  const ch = state.input.charCodeAt(position2);
  if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position2 + 1) && ch === state.input.charCodeAt(position2 + 2)) {
    const following = state.input.charCodeAt(position2 + 3);
    return following === 0 || isWsOrEol(following);
  }
  return false;
}
function skipByteOrderMark(state) {
  if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
    state.position++;
    state.lineStart = state.position;
  }
}
function testDocumentBoundary(state) {
  if (state.position !== state.lineStart) return false;
  if (testDocumentSeparator(state)) return true;
  if (state.input.charCodeAt(state.position) !== 65279) return false;
  const snapshot = snapshotState(state);
  skipByteOrderMark(state);
  skipSeparationSpace(state, true);
  const ch = state.input.charCodeAt(state.position);
  const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
  restoreState(state, snapshot);
  return result;
}
function skipUntilLineEnd(state) {
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
  const match2 = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
  if (match2 !== null) {
    state.position = start + match2.index + match2[0].length - 1;
    throwError(state, "the stream contains non-printable characters");
  }
}
function readTagProperty(state, props, inFlow) {
  if (state.input.charCodeAt(state.position) !== 33) return false;
  if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
  const start = state.position;
  let isVerbatim = false;
  let isNamed2 = false;
  let tagHandle = "!";
  let ch = state.input.charCodeAt(++state.position);
  if (ch === 60) {
    isVerbatim = true;
    ch = state.input.charCodeAt(++state.position);
  } else if (ch === 33) {
    isNamed2 = true;
    tagHandle = "!!";
    ch = state.input.charCodeAt(++state.position);
  }
  let suffixStart = state.position;
  let tagName;
  if (isVerbatim) {
    while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
    if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
    tagName = state.input.slice(suffixStart, state.position);
    state.position++;
  } else {
    while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
      if (ch === 33) {
        if (!isNamed2) {
          tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
          if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
          isNamed2 = true;
          suffixStart = state.position + 1;
        } else throwError(state, "tag suffix cannot contain exclamation marks");
      }
      ch = state.input.charCodeAt(++state.position);
    }
    tagName = state.input.slice(suffixStart, state.position);
    if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
  }
  if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
  if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
  props.tagStart = start;
  props.tagEnd = state.position;
  return true;
}
function readAnchorProperty(state, props) {
  if (state.input.charCodeAt(state.position) !== 38) return false;
  if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
  props.anchorStart = start;
  props.anchorEnd = state.position;
  return true;
}
function readAlias(state, props) {
  if (state.input.charCodeAt(state.position) !== 42) return false;
  if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
  addAliasEvent(state, start, state.position);
  return true;
}
function readFlowScalarBreak(state, nodeIndent) {
  skipSeparationSpace(state, false);
  if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 39) return false;
  state.position++;
  const start = state.position;
  let simple3 = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 39) {
      if (state.input.charCodeAt(state.position + 1) === 39) {
        simple3 = false;
        state.position += 2;
        continue;
      }
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple3);
      return true;
    }
    if (isEol(ch)) {
      simple3 = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 34) return false;
  state.position++;
  const start = state.position;
  let simple3 = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 34) {
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple3);
      return true;
    }
    if (ch === 92) {
      simple3 = false;
      const escaped3 = state.input.charCodeAt(++state.position);
      if (isEol(escaped3)) readFlowScalarBreak(state, nodeIndent);
      else if (isSimpleEscape(escaped3)) state.position++;
      else {
        let hexLength = escapedHexLen(escaped3);
        if (hexLength === 0) throwError(state, "unknown escape sequence");
        while (hexLength-- > 0) {
          state.position++;
          if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
        }
        state.position++;
      }
    } else if (isEol(ch)) {
      simple3 = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  let chomping = CHOMPING_MODE.CLIP;
  let indent = -1;
  let detectedIndent = false;
  if (ch !== 124 && ch !== 62) return false;
  const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    const current2 = state.input.charCodeAt(state.position);
    const digit2 = fromDecimalCode(current2);
    if (current2 === 43 || current2 === 45) {
      if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
      chomping = current2 === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
      state.position++;
    } else if (digit2 >= 0) {
      if (digit2 === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
      if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
      indent = parentIndent + digit2 - 1;
      detectedIndent = true;
      state.position++;
    } else break;
  }
  let hadWhitespace = false;
  while (isWhiteSpace(state.input.charCodeAt(state.position))) {
    hadWhitespace = true;
    state.position++;
  }
  if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
  let contentIndent = detectedIndent ? indent : -1;
  let maxLeadingIndent = 0;
  const valueStart = state.position;
  let valueEnd = state.position;
  while (state.input.charCodeAt(state.position) !== 0) {
    const linePosition = state.position;
    let column = 0;
    while (state.input.charCodeAt(linePosition + column) === 32) column++;
    const first2 = state.input.charCodeAt(linePosition + column);
    if (first2 === 0) {
      if (contentIndent >= 0) {
        if (column > contentIndent) valueEnd = linePosition + column;
      } else if (column > 0) valueEnd = linePosition + column;
      break;
    }
    if (testDocumentBoundary(state)) break;
    if (!detectedIndent && contentIndent === -1 && isEol(first2)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
    if (!detectedIndent && contentIndent === -1 && !isEol(first2)) {
      if (first2 === 9 && column < parentIndent) {
        state.position = linePosition + column;
        throwError(state, "tab characters must not be used in indentation");
      }
      if (column >= parentIndent && column < maxLeadingIndent) {
        state.position = linePosition + column;
        throwError(state, "bad indentation of a mapping entry");
      }
    }
    if (contentIndent === -1 && first2 !== 0 && !isEol(first2) && column < parentIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    if (!detectedIndent && first2 !== 0 && !isEol(first2) && contentIndent === -1) contentIndent = column;
    const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
    if (first2 !== 0 && !isEol(first2) && column < requiredIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    skipUntilLineEnd(state);
    valueEnd = state.position;
    if (isEol(state.input.charCodeAt(state.position))) {
      consumeLineBreak(state);
      valueEnd = state.position;
    }
  }
  checkPrintable(state, valueStart, valueEnd);
  addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
  return true;
}
function canStartPlainScalar(state, nodeContext) {
  const ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
  if (ch === 63 || ch === 45) {
    const following = state.input.charCodeAt(state.position + 1);
    if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
  }
  return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
  if (!canStartPlainScalar(state, nodeContext)) return false;
  const start = state.position;
  let end = state.position;
  let ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  let multiline = false;
  while (ch !== 0) {
    if (testDocumentBoundary(state)) break;
    if (ch === 58) {
      const following = state.input.charCodeAt(state.position + 1);
      if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
    } else if (ch === 35) {
      if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
    } else if (inFlow && isFlowIndicator(ch)) break;
    else if (isEol(ch)) {
      const savedPosition = state.position;
      const savedLine = state.line;
      const savedLineStart = state.lineStart;
      const savedLineIndent = state.lineIndent;
      skipSeparationSpace(state, false);
      if (state.lineIndent >= nodeIndent) {
        multiline = true;
        ch = state.input.charCodeAt(state.position);
        continue;
      }
      state.position = savedPosition;
      state.line = savedLine;
      state.lineStart = savedLineStart;
      state.lineIndent = savedLineIndent;
      break;
    }
    if (!isWhiteSpace(ch)) end = state.position + 1;
    ch = state.input.charCodeAt(++state.position);
  }
  if (end === start) return false;
  checkPrintable(state, start, end);
  addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
  return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
  const startLine = state.line;
  skipSeparationSpace(state, true);
  if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  const isMapping = ch === 123;
  const start = state.position;
  let readNext = true;
  if (ch !== 91 && ch !== 123) return false;
  const terminator = isMapping ? 125 : 93;
  if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    skipFlowSeparationSpace(state, nodeIndent);
    let ch2 = state.input.charCodeAt(state.position);
    if (ch2 === terminator) {
      state.position++;
      addPopEvent(state);
      return true;
    } else if (!readNext) throwError(state, "missed comma between flow collection entries");
    else if (ch2 === 44) throwError(state, "expected the node content, but found ','");
    let isPair = false;
    let isExplicitPair = false;
    if (ch2 === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
      isPair = isExplicitPair = true;
      state.position += 1;
      skipFlowSeparationSpace(state, nodeIndent);
    }
    const entryLine = state.line;
    const entryStart = snapshotState(state);
    const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
    skipFlowSeparationSpace(state, nodeIndent);
    ch2 = state.input.charCodeAt(state.position);
    if ((isMapping || isExplicitPair || state.line === entryLine) && ch2 === 58) {
      isPair = true;
      state.position++;
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) {
        insertFlowPairMappingEvent(state, entryStart);
        if (!keyWasRead) addEmptyScalarEvent(state);
      } else if (!keyWasRead) addEmptyScalarEvent(state);
      if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) addPopEvent(state);
    } else if (isMapping && isPair) {
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
    } else if (isMapping) addEmptyScalarEvent(state);
    else if (isPair) {
      insertFlowPairMappingEvent(state, entryStart);
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
      addPopEvent(state);
    }
    ch2 = state.input.charCodeAt(state.position);
    if (ch2 === 44) {
      readNext = true;
      state.position++;
    } else readNext = false;
  }
  throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
  if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
  addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
  while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
    if (state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const entryLine = state.line;
    state.position++;
    const hadBreak = skipSeparationSpace(state, true) > 0;
    if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
    if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
    else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
    skipSeparationSpace(state, true);
    if (state.lineIndent < nodeIndent || state.position >= state.length) break;
    if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
    if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
  }
  addPopEvent(state);
  return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
  let atExplicitKey = false;
  let detected = false;
  let mappingOpened = false;
  let pendingExplicitKey = false;
  if (state.firstTabInLine !== -1) return false;
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0) {
    if (!atExplicitKey && state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const following = state.input.charCodeAt(state.position + 1);
    const entryLine = state.line;
    if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
      if (!mappingOpened) {
        addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
        mappingOpened = true;
      }
      if (ch === 63) {
        if (atExplicitKey) addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = true;
      } else if (atExplicitKey) atExplicitKey = false;
      else {
        addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = false;
      }
      state.position += 1;
      pendingExplicitKey = true;
    } else {
      if (atExplicitKey) {
        addEmptyScalarEvent(state);
        atExplicitKey = false;
      }
      const beforeKey = snapshotState(state);
      if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
      if (state.line === entryLine) {
        ch = state.input.charCodeAt(state.position);
        while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
        if (ch === 58) {
          ch = state.input.charCodeAt(++state.position);
          if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
          if (!mappingOpened) {
            state.events.splice(beforeKey.eventsLength, 0, {
              type: EVENT_ID.MAPPING,
              start: beforeKey.position,
              anchorStart: props.anchorStart,
              anchorEnd: props.anchorEnd,
              tagStart: props.tagStart,
              tagEnd: props.tagEnd,
              style: COLLECTION_STYLE.BLOCK
            });
            mappingOpened = true;
          }
          detected = true;
          atExplicitKey = false;
          pendingExplicitKey = false;
        } else if (detected) throwError(state, "expected ':' after a mapping key");
        else {
          if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
            restoreState(state, beforeKey);
            return false;
          }
          return true;
        }
      } else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
      else {
        if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
          restoreState(state, beforeKey);
          return false;
        }
        return true;
      }
    }
    if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
    if (!atExplicitKey) {
      if (pendingExplicitKey) {
        addEmptyScalarEvent(state);
        pendingExplicitKey = false;
      }
    }
    skipSeparationSpace(state, true);
    ch = state.input.charCodeAt(state.position);
    if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
    else if (state.lineIndent < nodeIndent) break;
  }
  if (!detected) return false;
  if (atExplicitKey) addEmptyScalarEvent(state);
  if (mappingOpened) addPopEvent(state);
  return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
  if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
  state.depth++;
  let indentStatus = 1;
  let atNewLine = false;
  let hasContent = false;
  let propertyStart = null;
  const props = emptyProperties();
  let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
  let allowBlockCollections = allowBlockScalars;
  const allowBlockStyles = allowBlockScalars;
  if (allowToSeek && skipSeparationSpace(state, true)) {
    atNewLine = true;
    if (state.lineIndent > parentIndent) indentStatus = 1;
    else if (state.lineIndent === parentIndent) indentStatus = 0;
    else indentStatus = -1;
  }
  if (indentStatus === 1) while (true) {
    const ch = state.input.charCodeAt(state.position);
    const propertyState = snapshotState(state);
    if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
    if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
      const fallbackState = snapshotState(state);
      const flowIndent = parentIndent + 1;
      if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
        state.depth--;
        return true;
      }
      restoreState(state, fallbackState);
    }
    if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
    if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
    if (propertyStart === null) propertyStart = propertyState;
    if (skipSeparationSpace(state, true)) {
      atNewLine = true;
      allowBlockCollections = allowBlockStyles;
      if (state.lineIndent > parentIndent) indentStatus = 1;
      else if (state.lineIndent === parentIndent) indentStatus = 0;
      else indentStatus = -1;
    } else allowBlockCollections = false;
  }
  if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
  if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
    const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
    const blockIndent = state.position - state.lineStart;
    if (indentStatus === 1) {
      if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
      else {
        const ch = state.input.charCodeAt(state.position);
        if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
          const fallbackState = snapshotState(state);
          const propertyIndent = propertyStart.position - propertyStart.lineStart;
          restoreState(state, propertyStart);
          if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
          else restoreState(state, fallbackState);
        }
        if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
      }
    } else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
  }
  allowBlockScalars = allowBlockScalars && !hasContent;
  if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
    addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
    hasContent = true;
  }
  state.depth--;
  return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
  if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
  state.position++;
  const nameStart = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
  const name = state.input.slice(nameStart, state.position);
  const args = [];
  if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
  while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
    while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
    if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
    const start = state.position;
    while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
    args.push(state.input.slice(start, state.position));
  }
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  if (name === "YAML") {
    if (state.directives.some((directive2) => directive2.kind === "yaml")) throwError(state, "duplication of %YAML directive");
    if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
    const match2 = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
    if (match2 === null) throwError(state, "ill-formed argument of the YAML directive");
    if (parseInt(match2[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
    state.directives.push({
      kind: "yaml",
      version: args[0]
    });
  } else if (name === "TAG") {
    if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
    const [handle, prefix] = args;
    if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
    if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
    if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
    state.tagHandlers[handle] = prefix;
    state.directives.push({
      kind: "tag",
      handle,
      prefix
    });
  }
  return true;
}
function readDocument(state) {
  state.directives = [];
  state.tagHandlers = /* @__PURE__ */ Object.create(null);
  let hasDirectives = false;
  skipSeparationSpace(state, true);
  while (readDirective(state)) {
    hasDirectives = true;
    skipSeparationSpace(state, true);
  }
  let explicitStart = false;
  let explicitEnd = false;
  let allowCompact = true;
  if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
    explicitStart = true;
    const markerLine = state.line;
    state.position += 3;
    skipSeparationSpace(state, true);
    allowCompact = state.line > markerLine;
  } else if (hasDirectives) throwError(state, "directives end mark is expected");
  const documentEventIndex = state.events.length;
  if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
    state.position += 3;
    skipSeparationSpace(state, true);
    return;
  }
  addDocumentEvent(state, explicitStart, false);
  if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
  skipSeparationSpace(state, true);
  if (state.position === state.lineStart && testDocumentSeparator(state)) {
    explicitEnd = state.input.charCodeAt(state.position) === 46;
    if (explicitEnd) {
      const markerLine = state.line;
      state.position += 3;
      skipSeparationSpace(state, true);
      if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
    }
  }
  const documentEvent = state.events[documentEventIndex];
  if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
  addPopEvent(state);
  if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
function parseEvents(input, options) {
  const length = input.length;
  const state = {
    ...DEFAULT_PARSER_OPTIONS,
    ...options,
    input: `${input}\0`,
    length,
    position: 0,
    line: 0,
    lineStart: 0,
    lineIndent: 0,
    firstTabInLine: -1,
    depth: 0,
    directives: [],
    tagHandlers: /* @__PURE__ */ Object.create(null),
    events: []
  };
  const nullpos = input.indexOf("\0");
  if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
  while (state.position < state.length) {
    skipByteOrderMark(state);
    skipSeparationSpace(state, true);
    if (state.position >= state.length) break;
    const documentStart = state.position;
    readDocument(state);
    if (state.position === documentStart)
      throwError(state, "can not read a document");
  }
  return state.events;
}
var DEFAULT_LOAD_OPTIONS = {
  ...DEFAULT_PARSER_OPTIONS,
  ...DEFAULT_CONSTRUCTOR_OPTIONS
};
function hasBit(mask, bit) {
  return (mask & 1 << bit) !== 0;
}
var DEFAULT_SCALAR_STYLE_RULES = {
  applyQuoteFlowKeysOption,
  doubleQuoteForInvisibles,
  doubleQuoteWhitespaceOnly,
  applyForceQuotesOption,
  tryLongOrMultilineAsBlock,
  quoteInvalidPlain,
  fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
  if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
  return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
  if (!layout.presenterOptions.quoteFlowKeys) return;
  if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
  layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
  if (!layout.presenterOptions.forceQuotes) return;
  if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
  if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
  layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
  if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
  const value = layout.node.value;
  const multiline = value.indexOf("\n") !== -1;
  if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
    if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
    return;
  }
  const w = layout.presenterOptions.lineWidth;
  if (w === -1) {
    if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
    return;
  }
  const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
  let position2 = 0;
  let shouldFold = false;
  while (position2 <= value.length) {
    let lineEnd = value.length;
    const nextLineBreak = value.indexOf("\n", position2);
    if (nextLineBreak !== -1) lineEnd = nextLineBreak;
    const line = value.slice(position2, lineEnd);
    if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
    if (nextLineBreak === -1) break;
    position2 = nextLineBreak + 1;
  }
  if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
  else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
  if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var DEFAULT_PRESENTER_OPTIONS = {
  indent: 2,
  seqNoIndent: false,
  seqInlineFirst: true,
  lineWidth: 80,
  flowBracketPadding: false,
  flowSkipCommaSpace: false,
  flowSkipColonSpace: false,
  quoteFlowKeys: false,
  quoteStyle: "single",
  forceQuotes: false,
  scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
  tagBeforeAnchor: false
};
var DEFAULT_DUMP_OPTIONS = {
  ...DEFAULT_PRESENTER_OPTIONS,
  schema: DUMP_SCHEMA,
  skipInvalid: false,
  noRefs: false,
  flowLevel: -1,
  sortKeys: false,
  transform: () => {
  }
};
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
var EVENT_MAPPING = EVENT_ID.MAPPING;
var EVENT_SCALAR = EVENT_ID.SCALAR;
var EVENT_ALIAS = EVENT_ID.ALIAS;
var EVENT_POP = EVENT_ID.POP;
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;

// src/source/yaml-events.ts
function eventsOf(text2) {
  const pads = [];
  let padded2 = text2;
  for (let work = 0; ; work += text2.length) {
    try {
      const events = parseEvents(padded2, { maxDepth: MAX_DEPTH });
      if (pads.length > 0) for (const event of events) unpad(event, pads);
      return events;
    } catch (error) {
      const better = isShallow(error) && work < MOST_WORK ? indented(padded2, error.mark?.position ?? 0, pads) : void 0;
      if (better === void 0) throw refusalOf(error, pads);
      padded2 = better;
    }
  }
}
var MOST_WORK = 5e6;
var isShallow = (error) => error instanceof YAMLException && error.reason === "deficient indentation";
var PAD = " ".repeat(200);
function indented(text2, offset, pads) {
  const line = lineStartAt(text2, offset);
  const before = text2.slice(line, offset);
  if (before.includes("	")) return text2.slice(0, line) + before.replaceAll("	", " ") + text2.slice(offset);
  const start = unpadded(line, pads);
  if (pads.includes(start)) return void 0;
  pads.push(start);
  return text2.slice(0, line) + PAD + text2.slice(line);
}
var STRAY = "end of the stream or a document separator is expected";
var QUOTING = /^(tag name cannot contain such characters|undeclared tag handle).*/s;
function refusalOf(error, pads) {
  if (error instanceof RangeError) return tooDeep(0);
  if (!(error instanceof YAMLException)) return new Refusal("syntax", "cannot be parsed", { start: 0, end: 1 });
  const start = unpadded(error.mark?.position ?? 0, pads);
  if (error.reason.startsWith("nesting exceeded")) return tooDeep(start);
  const Kind = isShallow(error) ? IndentationRefusal : Refusal;
  return new Kind(
    "syntax",
    error.reason.replace(QUOTING, "$1").replace(STRAY, "this does not belong to what is written above it"),
    { start, end: start + 1 }
  );
}
function unpadded(offset, pads) {
  let before = 0;
  while (before < pads.length && (pads[before] ?? 0) + (before + 1) * PAD.length <= offset) before++;
  return offset - before * PAD.length;
}
function unpad(event, pads) {
  if ("start" in event) event.start = unpadded(event.start, pads);
  if ("valueStart" in event) {
    event.valueStart = unpadded(event.valueStart, pads);
    event.valueEnd = unpadded(event.valueEnd, pads);
  }
  if ("tagStart" in event) {
    event.tagStart = unpadded(event.tagStart, pads);
    event.tagEnd = unpadded(event.tagEnd, pads);
  }
  if ("anchorStart" in event) {
    event.anchorStart = unpadded(event.anchorStart, pads);
    event.anchorEnd = unpadded(event.anchorEnd, pads);
  }
}

// src/source/yaml-tree.ts
function treeOf(text2, shape = text2) {
  const growth = { text: text2, root: void 0, open: [], anchors: /* @__PURE__ */ new Map(), cursor: 0 };
  let documents = 0;
  for (const event of eventsOf(shape)) {
    if (event.type === EVENT_ID.DOCUMENT) {
      if (++documents > 1) break;
    } else if (event.type === EVENT_ID.POP) finish(growth);
    else add(growth, event);
  }
  return growth.root;
}
function add(growth, event) {
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) begin(growth, event);
  else if (event.type === EVENT_ID.ALIAS) settle(growth, aliasOf(growth, event));
  else
    settle(growth, named(growth, event, event.valueStart < 0 ? emptyOf(growth, event) : scalarOf(growth.text, event)));
}
function begin(growth, event) {
  const { start } = event;
  const kind2 = event.type === EVENT_ID.MAPPING ? "mapping" : "sequence";
  const outer = outerOf(event, start);
  const node = { kind: kind2, start, end: start, outer, anchored: event.anchorStart >= 0, items: [] };
  const flow = event.style === COLLECTION_STYLE.FLOW;
  if (!flow) refuseBlockBesideKey(growth.text, growth.open.at(-1)?.node, node);
  settle(growth, named(growth, event, node));
  growth.open.push({ node, flow });
}
function settle(growth, node) {
  const parent = growth.open.at(-1)?.node;
  if (!parent) growth.root ??= node;
  else {
    if (parent.kind === "mapping" && parent.items.length % 2 === 0) refuseLongKey(growth.text, node);
    parent.items.push(node);
  }
  growth.cursor = node.end;
}
function named({ text: text2, anchors }, { anchorStart, anchorEnd }, node) {
  if (anchorStart < 0) return node;
  refuseAnchor(text2, anchorStart, anchorEnd);
  anchors.set(text2.slice(anchorStart, anchorEnd), node);
  return node;
}
function outerOf({ anchorStart, tagStart }, start) {
  const anchor = anchorStart < 0 ? start : anchorStart - 1;
  const tag = tagStart < 0 ? start : tagStart;
  return Math.min(anchor, tag, start);
}
function scalarOf(text2, event) {
  const [start, end] = extentOf(text2, event);
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast) refuseEscapes(text2, start, end);
  return {
    kind: "scalar",
    start,
    end,
    outer: outerOf(event, start),
    anchored: event.anchorStart >= 0,
    text: getScalarValue(text2, event),
    plain: event.style === SCALAR_STYLE.PLAIN,
    tag: tagOf(text2, event)
  };
}
function extentOf(text2, { style, valueStart, valueEnd }) {
  if (style === SCALAR_STYLE.PLAIN) return [valueStart, valueEnd];
  if (style === SCALAR_STYLE.DOUBLE_QUOTED || style === SCALAR_STYLE.SINGLE_QUOTED)
    return [valueStart - 1, valueEnd + 1];
  const start = blockHeaderOf(text2, valueStart);
  return [start, trimmedEnd(text2, start, valueEnd)];
}
var tagOf = (text2, { tagStart, tagEnd }) => tagStart < 0 ? null : shortTag(text2.slice(tagStart, tagEnd));
function emptyOf({ text: text2, cursor, open }, event) {
  const written2 = Math.max(event.anchorEnd, event.tagEnd);
  const start = written2 < 0 ? placeOfNothing(text2, cursor, open.at(-1)) : written2;
  return {
    kind: "scalar",
    start,
    end: start,
    outer: outerOf(event, start),
    anchored: event.anchorStart >= 0,
    text: "",
    plain: true,
    tag: tagOf(text2, event)
  };
}
function placeOfNothing(text2, cursor, parent) {
  if (parent?.node.kind === "mapping") return parent.node.items.length % 2 ? behind(text2, ":", cursor) : cursor;
  return parent && !parent.flow ? behind(text2, "-", cursor) : cursor;
}
function aliasOf({ text: text2, anchors }, { anchorStart, anchorEnd }) {
  const start = anchorStart - 1;
  const target = anchors.get(text2.slice(anchorStart, anchorEnd));
  if (!target) throw unknownAnchor({ start, end: anchorEnd });
  return { kind: "alias", start, end: anchorEnd, outer: start, anchored: false, target };
}
function finish(growth) {
  const closed = growth.open.pop();
  if (!closed) return;
  const { node, flow } = closed;
  const bracketed = flow && isOpeningBracket(growth.text, node.start) && node.items[0]?.outer !== node.start;
  if (bracketed) growth.cursor = closingBracket(growth.text, Math.max(growth.cursor, node.start + 1));
  node.end = growth.cursor;
}

// src/source/yaml-root.ts
var LARGEST_FOR_FALLBACK = 1 << 18;
var mayNeedFallback = (refusal, text2) => refusal instanceof IndentationRefusal && text2.length <= LARGEST_FOR_FALLBACK;
function rootOf(piece, fallback) {
  const text2 = piece.slice(0, documentEndOf(piece));
  const unusual = isUnusual(text2);
  const shape = unusual ? shapeOf(text2) : text2;
  const root = parsed(text2, shape, fallback);
  if (unusual) refuseTabs(text2, root);
  return root;
}
function parsed(text2, shape, fallback) {
  try {
    return treeOf(text2, shape);
  } catch (error) {
    if (!fallback || !(error instanceof Refusal) || !mayNeedFallback(error, text2)) throw error;
    return fallback(text2, shape);
  }
}
var DOCUMENT_END = /(?<=^|[\n\r])\.\.\.(?:\s|$)/;
function documentEndOf(text2) {
  const at2 = text2.includes("...") ? text2.search(DOCUMENT_END) : -1;
  if (at2 < 0) return text2.length;
  if (skipBlank(text2, 0) < at2) return at2;
  throw new Refusal("syntax", "a document ends (...) that has not begun", { start: at2, end: at2 + 3 });
}
function unreadAfter(text2, documentEnd) {
  const start = skipBlank(text2, documentEnd + 3);
  return start < text2.length ? { start, end: lineEndOf(text2, start) } : void 0;
}

// src/source/yaml-scalars.ts
var WORDS = new Map([
  ...["~", "null", "Null", "NULL"].map((word2) => [word2, null]),
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word2) => [word2, true]),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word2) => [word2, false])
]);
var NOT_FINITE = new Map([
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word2) => [word2, Infinity]),
  ...["-.inf", "-.Inf", "-.INF"].map((word2) => [word2, -Infinity]),
  ...[".nan", ".NaN", ".NAN"].map((word2) => [word2, NaN])
]);
var INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|0[bB]([01]+)|(0|[1-9][0-9]*))$/;
var LONGEST_INTEGER = 128;
var FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
var LEADING_DOT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
function plainValueOf(text2) {
  if (text2 === "") return null;
  const first2 = text2.charCodeAt(0);
  if (first2 > 57) return text2.length > 5 ? text2 : wordOf(text2);
  return first2 >= 43 && first2 !== 44 && first2 !== 47 ? numberOf(text2) : text2;
}
function wordOf(text2) {
  const value = WORDS.get(text2);
  return value === void 0 ? text2 : value;
}
function numberOf(text2) {
  const named4 = NOT_FINITE.get(text2);
  if (named4 !== void 0) return named4;
  const digits = text2.includes("_") ? text2.replaceAll("_", "") : text2;
  if (text2.startsWith(".")) return LEADING_DOT.test(text2) ? finite(digits, text2) : text2;
  const integer = integerOf(digits);
  if (integer !== void 0) return Number(integer);
  return FLOAT.test(digits) ? finite(digits, text2) : text2;
}
function finite(digits, text2) {
  const value = Number(digits);
  return Number.isFinite(value) ? value : text2;
}
function integerOf(digits) {
  const match2 = digits.length > LONGEST_INTEGER ? null : INTEGER.exec(digits);
  if (!match2) return void 0;
  const [, sign2, hex, octal, binary, decimal2] = match2;
  if (decimal2 !== void 0 && decimal2.length < 16) return sign2 === "-" ? 0 - Number(decimal2) : Number(decimal2);
  const size = BigInt(hex ? `0x${hex}` : octal ? `0o${octal}` : binary ? `0b${binary}` : decimal2 ?? 0);
  const value = sign2 === "-" ? -size : size;
  return value >= -(2n ** 63n) && value < (sign2 ? 2n ** 63n : 2n ** 64n) ? value : void 0;
}
function scalarValueOf(node) {
  if (node.tag === null) return node.plain ? plainValueOf(node.text) : node.text;
  switch (node.tag) {
    case "!!int":
    case "!!float":
      return fitting(node, (value) => typeof value === "number" && (node.tag === "!!float" || isInteger(node.text)));
    case "!!bool":
      return fitting(node, (value) => typeof value === "boolean");
    case "!!null":
      return fitting(node, (value) => value === null);
    case "!!timestamp":
      if (!isTimestamp(node.text)) throw misfit(node);
      return node.text;
    case "!!binary":
      return decoded(node);
    default:
      return node.text;
  }
}
var isInteger = (text2) => integerOf(text2.replaceAll("_", "")) !== void 0;
function fitting(node, fits2) {
  const value = plainValueOf(node.text);
  if (!fits2(value)) throw misfit(node);
  return value;
}
var misfit = (node) => new Refusal("not-json", `the value does not fit its tag ${node.tag}`, node);
var TIMESTAMP = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d+)?(?:Z|[-+]\d\d:\d\d)| \d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d+)?)?$/;
var isTimestamp = (text2) => TIMESTAMP.test(text2);
function decoded(node) {
  const text2 = node.text.replace(/[\r\n]/g, "");
  const complete = text2.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text2);
  if (!complete) throw new Refusal("not-json", "the value tagged !!binary is not base64", node);
  return Buffer.from(text2, "base64").toString("utf8");
}
function keyOf2(node) {
  const value = scalarValueOf(node);
  if (typeof value === "string") return value;
  if (value === null) return void 0;
  if (typeof value === "boolean") return String(value);
  const integer = node.tag === "!!float" ? void 0 : integerOf(node.text.replaceAll("_", ""));
  if (integer === void 0) return floatKeyOf(value);
  return integer < 2n ** 63n ? String(integer) : void 0;
}
function floatKeyOf(value) {
  const single2 = Math.fround(value);
  if (!Number.isFinite(single2)) return Number.isNaN(single2) ? ".nan" : single2 > 0 ? ".inf" : "-.inf";
  if (single2 === 0) return Object.is(single2, -0) ? "-0" : "0";
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single2.toPrecision(digits))) !== single2) digits++;
  const [mantissa = "", exponent = "0"] = single2.toExponential(digits - 1).split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(`${mantissa}e${power}`));
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

// src/source/yaml-value.ts
function valueOf(root, onRepeatedKey) {
  if (!root) return null;
  return decode({ onRepeatedKey, anchored: /* @__PURE__ */ new Map(), decoded: 0, aliased: 0, deepest: 0 }, root, 0);
}
function decode(decoding, node, depth) {
  decoding.decoded++;
  if (node.anchored) return decodeAnchored(decoding, node, depth);
  return node.kind === "alias" ? aliasValue(decoding, node, depth) : contentValue(decoding, node, depth);
}
function contentValue(decoding, node, depth) {
  if (node.kind === "scalar") return scalarValue(node);
  if (depth > decoding.deepest) decoding.deepest = depth;
  if (depth >= MAX_DEPTH) throw tooDeep(node.start);
  return node.kind === "mapping" ? mappingValue(decoding, node, depth) : sequenceValue(decoding, node, depth);
}
function scalarValue(node) {
  const value = scalarValueOf(node);
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new Refusal("not-json", "JSON has no infinite numbers and no NaN", node);
  }
  return value;
}
function sequenceValue(decoding, { items }, depth) {
  return items.map((item) => decode(decoding, item, depth + 1));
}
function mappingValue(decoding, { items }, depth) {
  const object = {};
  let merged3;
  for (let at2 = 0; at2 < items.length; at2 += 2) {
    const keyNode = items[at2];
    const valueNode = items[at2 + 1];
    if (!keyNode || !valueNode) break;
    if (isMerge(keyNode)) {
      merge(decoding, object, merged3 ??= /* @__PURE__ */ new Set(), valueNode, depth);
      continue;
    }
    decoding.decoded++;
    const key4 = keyTextOf(keyNode);
    if (Object.hasOwn(object, key4) && !merged3?.delete(key4)) decoding.onRepeatedKey(key4, keyNode);
    setKey(object, key4, decode(decoding, valueNode, depth + 1));
  }
  return object;
}
function keyTextOf(node) {
  const target = targetOf(node);
  if (target.kind !== "scalar") throw new Refusal("not-json", "a mapping or a list cannot be a key", node);
  const key4 = keyOf2(target);
  if (key4 === void 0) throw new Refusal("not-json", "null, or so large a number, cannot be a key", node);
  return key4;
}
function merge(decoding, into, merged3, node, depth) {
  const sources = node.kind === "sequence" ? node.items.toReversed() : [node];
  for (const source of sources) {
    const value = targetOf(source).kind === "mapping" ? decode(decoding, source, depth) : void 0;
    if (!isObject(value))
      throw new Refusal("not-json", "a merge key (<<) takes a mapping or a list of mappings", source);
    for (const [key4, entry] of Object.entries(value)) {
      if (!Object.hasOwn(into, key4)) merged3.add(key4);
      setKey(into, key4, entry);
    }
  }
}
function decodeAnchored(decoding, node, depth) {
  const before = decoding.decoded - 1;
  const deepestAround = decoding.deepest;
  decoding.deepest = depth;
  const value = contentValue(decoding, targetOf(node), depth);
  decoding.anchored.set(node, { value, size: decoding.decoded - before, height: decoding.deepest - depth });
  decoding.deepest = Math.max(decoding.deepest, deepestAround);
  return value;
}
function aliasValue(decoding, alias, depth) {
  const target = decoding.anchored.get(alias.target);
  if (!target) return ownScalar(decoding, alias);
  decoding.decoded += target.size;
  decoding.aliased += target.size;
  if (isBomb(decoding))
    throw new Refusal("alias-bomb", "aliases multiply the document beyond what Kubernetes accepts", alias);
  if (depth + target.height >= MAX_DEPTH) throw tooDeep(alias.start);
  decoding.deepest = Math.max(decoding.deepest, depth + target.height);
  return target.value;
}
function ownScalar(decoding, { target, start, end }) {
  if (target.kind !== "scalar") throw new Refusal("syntax", "an anchor contains an alias to itself", { start, end });
  decoding.decoded++;
  decoding.aliased++;
  return scalarValue(target);
}
function isBomb({ decoded: decoded3, aliased }) {
  const large = Math.min(1, Math.max(0, (decoded3 - 4e5) / 36e5));
  return aliased > 100 && decoded3 > 1e3 && aliased / decoded3 > 0.99 - 0.89 * large;
}

// src/source/yaml-locate.ts
function locatorOf(text2, document, fallback) {
  const root = readAgain(text2, document, fallback);
  const piece = text2.slice(document.start, document.end);
  const known10 = /* @__PURE__ */ new Map();
  return root && {
    spanOf: (path, part) => moved(spanIn(root, path, part, known10), document.start),
    entrySpanOf(path) {
      const span = entrySpanIn(root, piece, path, known10);
      return span && moved(span, document.start);
    },
    scalarSpans: () => scalarsIn(root).map(({ start, end }) => moved({ start, end }, document.start))
  };
}
function spanOf(text2, document, path, part, fallback) {
  return locatorOf(text2, document, fallback)?.spanOf(path, part);
}
function spanIn(root, path, part, known10) {
  const steps = stepsTo(root, path, known10);
  const last = steps.at(-1)?.value ?? root;
  const value = targetOf(last);
  const written2 = steps.length === path.length + 1 && value.end > value.start;
  return part === "value" && written2 ? value : handleOf(steps, value);
}
function entrySpanIn(root, piece, path, known10) {
  const step = path.length > 0 ? stepsTo(root, path, known10)[path.length] : void 0;
  if (!step) return void 0;
  const start = step.key ? step.key.outer : dashBefore(piece, step.value.outer);
  return { start, end: Math.max(step.value.end, step.key?.end ?? 0) };
}
function scalarsIn(node) {
  if (node.kind === "alias") return [];
  return node.kind === "scalar" ? [node] : node.items.flatMap(scalarsIn);
}
function readAgain(text2, document, fallback) {
  const piece = text2.slice(document.start, document.end);
  return (piece.trimStart().startsWith("{") ? attempt(() => jsonTreeAt(piece, 0)) : void 0) ?? attempt(() => rootOf(piece, fallback));
}
function attempt(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return void 0;
    throw error;
  }
}
function stepsTo(root, path, known10) {
  const steps = [{ value: root }];
  let step = { value: root };
  for (const segment of path) {
    step = childOf(step.value, segment, known10);
    if (!step) break;
    steps.push(step);
  }
  return steps;
}
function childOf(node, segment, known10) {
  const parent = targetOf(node);
  if (parent.kind === "mapping") return entriesOf(parent, known10).get(String(segment));
  const value = parent.kind === "sequence" ? parent.items[Number(segment)] : void 0;
  return value && { value };
}
function entriesOf(mapping, known10) {
  if (!known10.has(mapping)) {
    known10.set(mapping, /* @__PURE__ */ new Map());
    known10.set(mapping, entriesIn(mapping, known10));
  }
  return known10.get(mapping);
}
function entriesIn({ items }, known10) {
  const entries = /* @__PURE__ */ new Map();
  for (let at2 = 0; at2 < items.length; at2 += 2) {
    const key4 = items[at2];
    const value = items[at2 + 1];
    if (!key4 || !value) break;
    const text2 = isMerge(key4) ? void 0 : textOf(key4);
    if (isMerge(key4)) for (const [name, step] of mergedEntries(value, known10)) entries.set(name, step);
    else if (text2 !== void 0) entries.set(text2, { key: key4, value });
  }
  return entries;
}
function mergedEntries(node, known10) {
  const sources = (node.kind === "sequence" ? node.items : [node]).map(targetOf);
  const entries = sources.toReversed().flatMap((source) => source.kind === "mapping" ? [...entriesOf(source, known10)] : []);
  return new Map(entries);
}
function textOf(node) {
  const target = targetOf(node);
  return target.kind === "scalar" ? attempt(() => keyOf2(target)) : void 0;
}
function handleOf(steps, value) {
  const key4 = steps.findLast((step) => step.key)?.key;
  return key4 ?? (value.kind === "mapping" ? value.items[0] : void 0) ?? value;
}
var BEFORE_DASH = /^ *(?:[-?:] +)*$/;
function dashBefore(text2, item) {
  const dash = text2.slice(0, item).trimEnd().length - 1;
  return text2[dash] === "-" && BEFORE_DASH.test(text2.slice(lineStartAt(text2, dash), dash)) ? dash : item;
}

// src/source/yaml.ts
function documentsOf(text2, options = {}) {
  const reading = { documents: [], problems: [], needsFallback: false };
  const yaml = options.json || /^\s*\{/.test(text2) ? readJson(reading, text2, options.json ?? false) : YAML_FROM_START;
  if (!yaml) return reading;
  let index = yaml.index;
  for (const piece of piecesOf(text2, yaml.start)) readPiece(reading, text2, piece, index++, options.fallback);
  return reading;
}
var YAML_FROM_START = { start: 0, index: 0 };
function readJson(reading, text2, strict) {
  let start = text2.startsWith("\uFEFF") ? 1 : 0;
  for (let index = 0; skipSpace(text2, start) < text2.length; index++) {
    try {
      const root = jsonTreeAt(text2, start);
      keep(reading, root, { start, end: root.end }, index, 0);
      start = root.end;
    } catch (refusal) {
      if (!strict && index < 2) return { start: index === 0 ? 0 : nextLineOf(text2, start), index };
      report(reading, refusal, { start: 0, end: text2.length }, index);
      return void 0;
    }
  }
  return void 0;
}
function nextLineOf(text2, offset) {
  const blank = /[^\S\n]*\n?/y;
  blank.lastIndex = offset;
  return offset + (blank.exec(text2)?.[0].length ?? 0);
}
var NOT_A_SEPARATOR = "a line that begins with --- may hold nothing else but a comment";
function readPiece(reading, text2, piece, index, fallback) {
  const source = text2.slice(piece.start, piece.end);
  try {
    if (piece.separator) throw new Refusal("separator", NOT_A_SEPARATOR, moved(piece.separator, -piece.start));
    keep(reading, rootOf(source, fallback), piece, index, piece.start);
    reportUnread(reading, source, piece.start, index);
  } catch (refusal) {
    report(reading, refusal, piece, index);
    if (!fallback && refusal instanceof Refusal && mayNeedFallback(refusal, source)) reading.needsFallback = true;
  }
}
function keep(reading, root, { start, end }, index, offset) {
  const value = valueOf(root, (key4, span) => {
    const message2 = `the key ${shown(key4)} is written more than once; the last one counts`;
    reading.problems.push({ kind: "duplicate-key", message: message2, span: moved(span, offset), document: index });
  });
  if (value !== null) reading.documents.push({ index, start, end, value });
}
function report(reading, refusal, part, document) {
  if (!(refusal instanceof Refusal)) throw refusal;
  const { start, end } = moved(refusal.span, part.start);
  const span = { start: Math.min(start, part.end), end: Math.min(end, part.end) };
  reading.problems.push({ kind: refusal.kind, message: refusal.message, span, document });
}
function reportUnread(reading, source, offset, document) {
  const unread = unreadAfter(source, documentEndOf(source));
  if (!unread) return;
  const message2 = "what follows the end of a document (...) is not read; begin the next document with ---";
  reading.problems.push({ kind: "separator", message: message2, span: moved(unread, offset), document });
}
var LONGEST_SHOWN = 60;
var shown = (key4) => JSON.stringify(key4.length > LONGEST_SHOWN ? `${key4.slice(0, LONGEST_SHOWN)}\u2026` : key4);

// src/source/template/rendered.ts
var Refusal2 = class extends Error {
  kind;
  constructor(kind2, reason) {
    super(reason);
    this.kind = kind2;
  }
};
function failure(reason) {
  return new Refusal2("error", reason);
}
function unsupported(reason) {
  return new Refusal2("unsupported", reason);
}
function refusalOr(work) {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Refusal2) return { ok: false, kind: cause.kind, reason: cause.message };
    if (cause instanceof RangeError) return { ok: false, kind: "unsupported", reason: "values nest too deeply" };
    throw cause;
  }
}

// src/source/template/go-text.ts
function runesOf(text2) {
  return Array.from(text2);
}
function isSpace(rune) {
  return /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(rune);
}
function trimmedBy(text2, drops, ends = "both") {
  let start = 0;
  let end = text2.length;
  if (ends === "both") while (start < end && drops(text2.charAt(start))) start++;
  while (end > start && drops(text2.charAt(end - 1))) end--;
  return text2.slice(start, end);
}
function trimSpace(text2) {
  return trimmedBy(text2, isSpace);
}
function trimmedOf(text2, cutset) {
  const drops = new Set(cutset);
  const runes = runesOf(text2);
  let start = 0;
  let end = runes.length;
  while (start < end && drops.has(runes[start] ?? "")) start++;
  while (end > start && drops.has(runes[end - 1] ?? "")) end--;
  return runes.slice(start, end).join("");
}
function byteLength(text2) {
  return Buffer.byteLength(text2);
}
function byteSlice(text2, from, to) {
  const bytes = Buffer.from(text2);
  if (from < 0 || to > bytes.length || from > to) throw failure("slice bounds out of range");
  const slice = bytes.subarray(from, to);
  const cut = slice.toString("utf8");
  if (Buffer.byteLength(cut) !== slice.length || !Buffer.from(cut).equals(slice)) {
    throw unsupported("a text is cut inside a character");
  }
  return cut;
}
function lowered(text2) {
  return mapped(text2, (rune) => rune === "\u0130" ? "i" : rune.toLowerCase());
}
function raised(text2) {
  return mapped(text2, (rune) => rune.toUpperCase());
}
function mapped(text2, map) {
  const runes = runesOf(text2).map((rune) => {
    const other = map(rune);
    return runesOf(other).length === 1 ? other : rune;
  });
  return runes.join("");
}
function quoted(text2) {
  return `"${runesOf(text2).map(quotedRune).join("")}"`;
}
var escapes = /* @__PURE__ */ new Map([
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["	", "\\t"],
  ["\v", "\\v"],
  ['"', '\\"'],
  ["\\", "\\\\"]
]);
function quotedRune(rune) {
  const escape = escapes.get(rune);
  if (escape !== void 0) return escape;
  if (/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(rune)) return rune;
  const code = rune.codePointAt(0) ?? 0;
  if (code < 32 || code === 127) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code > 65535 ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
function splitText(text2, separator, most = -1) {
  if (most === 0) return [];
  const parts = separator === "" ? runesOf(text2) : text2.split(separator);
  if (most < 0 || parts.length <= most) return parts;
  return [...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)];
}

// src/source/template/fasttemplate.ts
function renderFast(template, params) {
  const used = /* @__PURE__ */ new Set();
  const missing3 = /* @__PURE__ */ new Set();
  const parts = [];
  let at2 = 0;
  if (holdsTag(template)) {
    for (let open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at2)) {
      const close = template.indexOf("}}", open + 2);
      if (close < 0) return { ok: false, kind: "error", reason: 'a "{{" is never closed' };
      const tag = template.slice(open + 2, close);
      const name = trimSpace(tag);
      const known10 = name !== "" && Object.hasOwn(params, name);
      parts.push(template.slice(at2, open), known10 ? params[name] ?? "" : `{{${tag}}}`);
      if (name !== "") (known10 ? used : missing3).add(name);
      at2 = close + 2;
    }
  }
  parts.push(template.slice(at2));
  return { ok: true, text: parts.join(""), used: pathsOf(used), missing: pathsOf(missing3) };
}
function holdsTag(template) {
  return template.split("\n").some((line) => {
    const open = line.indexOf("{{");
    return open >= 0 && line.indexOf("}}", open + 2) >= 0;
  });
}
function pathsOf(names3) {
  return [...names3].map((name) => [name]);
}

// src/source/template/go-value.ts
var GoInt = class {
  value;
  type;
  constructor(value, type = "int") {
    this.value = value;
    this.type = type;
  }
};
var GoList = class {
  items;
  element;
  /** Where in the parameters it stands, when it stands there. */
  path;
  isNil;
  /** Go itself gives these items in a random order (`keys`, `values`): only what does not depend on it may be told. */
  isUnordered = false;
  constructor(items, element = "any", path, isNil = false) {
    this.items = items;
    this.element = element;
    this.path = path;
    this.isNil = isNil;
  }
};
var GoMap = class {
  entries;
  element;
  /** Where in the parameters it stands, when it stands there. */
  path;
  isNil;
  constructor(entries, element = "any", path, isNil = false) {
    this.entries = entries;
    this.element = element;
    this.path = path;
    this.isNil = isNil;
  }
};
function paramsOf(params, types) {
  const isStringMap = among(types.stringMaps);
  const isStringList = among(types.stringLists);
  const valueOf3 = (value, path) => {
    if (Array.isArray(value)) {
      const items = value.map((item, index) => valueOf3(item, [...path, index]));
      return new GoList(items, isStringList(path) ? "string" : "any", path);
    }
    if (typeof value !== "object" || value === null) return value;
    const entries2 = Object.entries(value).map(([key4, child]) => [
      key4,
      valueOf3(child, [...path, key4])
    ]);
    return new GoMap(new Map(entries2), isStringMap(path) ? "string" : "any", path);
  };
  const entries = Object.entries(params).map(([key4, value]) => [key4, valueOf3(value, [key4])]);
  return new GoMap(new Map(entries), "any", []);
}
function among(paths = []) {
  const keys = new Set(paths.map(keyOf3));
  return keys.size === 0 ? () => false : (path) => keys.has(keyOf3(path));
}
function keyOf3(path) {
  return JSON.stringify(path);
}
function decoded2(value) {
  if (Array.isArray(value)) return new GoList(value.map(decoded2));
  if (typeof value !== "object" || value === null) return value;
  return new GoMap(new Map(Object.entries(value).map(([key4, child]) => [key4, decoded2(child)])));
}
function int(value) {
  return new GoInt(BigInt(value));
}
function strings(items) {
  return new GoList(items, "string");
}
function typeName(value) {
  if (value === void 0) return "invalid";
  if (value === null) return "interface {}";
  if (typeof value === "number") return "float64";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "string";
  if (value instanceof GoInt) return value.type;
  const element = value.element === "any" ? "interface {}" : value.element;
  return value instanceof GoList ? `[]${element}` : `map[string]${element}`;
}
function isTrue(value) {
  if (value instanceof GoInt) return value.value !== 0n;
  if (value instanceof GoList) return value.items.length > 0;
  if (value instanceof GoMap) return value.entries.size > 0;
  return Number.isNaN(value) || Boolean(value);
}
function deepEqual(left, right) {
  if (left instanceof GoInt) return right instanceof GoInt && left.type === right.type && left.value === right.value;
  if (left instanceof GoList) return right instanceof GoList && sameShape(left, right) && sameItems(left, right);
  if (left instanceof GoMap) return right instanceof GoMap && sameShape(left, right) && sameEntries(left, right);
  return (left ?? null) === (right ?? null);
}
function sameShape(left, right) {
  return left.element === right.element && left.isNil === right.isNil;
}
function sameItems(left, right) {
  return left.items.length === right.items.length && left.items.every((item, index) => deepEqual(item, right.items[index]));
}
function sameEntries(left, right) {
  if (left.entries.size !== right.entries.size) return false;
  return [...left.entries].every(([key4, value]) => right.entries.has(key4) && deepEqual(value, right.entries.get(key4)));
}
function sortedKeys(map) {
  return [...map.entries.keys()].sort(byCodePoint);
}

// src/source/template/go-run.ts
var longest = 1e6;
var mostSteps = 1e6;
var mostCaptures = 50;
function costOf(text2) {
  return 1 + (text2.length >> 6);
}
var Run = class {
  missingKey;
  /** What is written for a value that is none. */
  noValue;
  #used = /* @__PURE__ */ new Map();
  #missing = /* @__PURE__ */ new Map();
  #parts = [];
  #captures = 0;
  #steps = 0;
  #length = 0;
  #chunks = [];
  #reached = [];
  #lacking = [];
  constructor(missingKey, noValue = "<no value>") {
    this.missingKey = missingKey;
    this.noValue = noValue;
  }
  /** A piece begins: what is reached from now on is its own. */
  begin() {
    this.#reached = [];
    this.#lacking = [];
  }
  /** Counts work; too much of it is refused. */
  spend(steps = 1) {
    this.#steps += steps;
    if (this.#steps > mostSteps) throw unsupported("the template takes too many steps");
  }
  /** @param by the piece of the template that writes it */
  write(text2, by) {
    const start = this.#length;
    this.#length += text2.length;
    if (this.#length > longest) throw unsupported("the text is too long");
    this.#parts.push(text2);
    const { span: template, kind: kind2 } = by;
    this.#chunks.push({ start, end: this.#length, template, kind: kind2, used: this.#reached, missing: this.#lacking });
  }
  /** Notes that a parameter was reached; a value made by the template itself has no path. */
  reach(path) {
    if (path === void 0) return;
    this.#used.set(keyOf3(path), path);
    this.#reached.push(path);
  }
  lack(path) {
    if (path === void 0) return;
    this.#missing.set(keyOf3(path), path);
    this.#lacking.push(path);
  }
  /** What `work` writes, as a text of its own; what it reaches, the piece around it has reached. */
  captured(work) {
    if (++this.#captures > mostCaptures) throw unsupported("templates include each other too deeply");
    const [parts, chunks, reached, lacking] = [this.#parts, this.#chunks, this.#reached, this.#lacking];
    this.#parts = [];
    this.#chunks = [];
    work();
    const text2 = this.text();
    const inner = this.#chunks;
    this.#parts = parts;
    this.#chunks = chunks;
    this.#length -= text2.length;
    this.#reached = [...reached, ...inner.flatMap((chunk) => chunk.used)];
    this.#lacking = [...lacking, ...inner.flatMap((chunk) => chunk.missing)];
    this.#captures--;
    return text2;
  }
  chunks() {
    return this.#chunks;
  }
  text() {
    return this.#parts.join("");
  }
  used() {
    return [...this.#used.values()];
  }
  missing() {
    return [...this.#missing.values()];
  }
};
function entryOf(run, map, key4) {
  const path = map.path === void 0 ? void 0 : [...map.path, key4];
  if (map.entries.has(key4)) run.reach(path);
  else run.lack(path);
  return map.entries.get(key4);
}
function itemOf(run, list, index) {
  run.reach(list.path === void 0 ? void 0 : [...list.path, index]);
  return list.items[index];
}
function zeroOf(map) {
  return map.element === "string" ? "" : null;
}
function fieldOf(run, receiver, name, isLast) {
  run.spend();
  if (receiver === void 0) {
    if (run.missingKey === "error") throw failure(`no entry for key "${name}" in nothing`);
    return void 0;
  }
  if (receiver === null) throw failure(`nil pointer evaluating .${name}`);
  if (!(receiver instanceof GoMap)) throw failure(`can't evaluate field ${name} in what is no map`);
  if (receiver.entries.has(name)) return isLast ? entryOf(run, receiver, name) : receiver.entries.get(name);
  run.lack(receiver.path === void 0 ? void 0 : [...receiver.path, name]);
  if (run.missingKey === "error") throw failure(`map has no entry for key "${name}"`);
  return run.missingKey === "zero" ? zeroOf(receiver) : void 0;
}

// src/source/template/go-call.ts
function fixed(params, call) {
  return { params, rest: void 0, call: (run, args) => call(run, ...natives(args, params)) };
}
function variadic(params, rest, call) {
  return {
    params,
    rest,
    call: (run, args) => {
      const all = natives(args, params);
      return call(run, all.slice(params.length), ...all.slice(0, params.length));
    }
  };
}
function natives(args, params) {
  return args.map((arg, index) => params[index] === "int" && arg instanceof GoInt ? smallInt(arg) : arg);
}
function smallInt(value) {
  const number2 = Number(value.value);
  if (!Number.isSafeInteger(number2)) throw unsupported("integers beyond 2^53 are not supported here");
  return number2;
}
function paramAt(callee, index) {
  return callee.params[index] ?? callee.rest ?? "any";
}
function checkCount(name, callee, count) {
  const least = callee.params.length;
  if (count < least || callee.rest === void 0 && count > least) {
    throw failure(`wrong number of args for ${name}: want ${callee.rest ? "at least " : ""}${least} got ${count}`);
  }
}
function checked(value, param) {
  if (param === "value") return value;
  if (param === "any") return value === void 0 ? null : value;
  if (value === void 0 && param === "map") return new GoMap(/* @__PURE__ */ new Map(), "any", void 0, true);
  if (!fits(value, param)) {
    throw failure(`wrong type for value; expected ${goName[param]}; got ${typeName(value)}`);
  }
  return value;
}
var goName = { string: "string", bool: "bool", int: "int", map: "map[string]interface {}" };
function fits(value, param) {
  if (param === "int") return value instanceof GoInt && value.type === "int";
  if (param === "map") return value instanceof GoMap && value.element === "any";
  return param === "string" ? typeof value === "string" : typeof value === "boolean";
}
function literal(operand, param) {
  if (operand.kind === "nil") return { value: nilAs(param) };
  if (operand.kind === "bool" || operand.kind === "string") {
    if (param === operand.kind || param === "any" || param === "value") return { value: operand.value };
    throw failure(`expected ${param}; found a ${operand.kind}`);
  }
  if (operand.kind !== "number") return void 0;
  if (param === "any" || param === "value") return { value: constantOf(operand) };
  if (param === "int" && operand.int !== void 0) return { value: new GoInt(operand.int) };
  throw failure(`expected ${param}; found ${operand.text}`);
}
function nilAs(param) {
  if (param === "value") return void 0;
  if (param === "any") return null;
  if (param === "map") return checked(void 0, param);
  throw failure(`cannot assign nil to ${goName[param]}`);
}
function constantOf(operand) {
  if (operand.isFloat || operand.int === void 0) return operand.float;
  return new GoInt(operand.int);
}
var orderless = /* @__PURE__ */ new Set([
  "len",
  "has",
  "mustHas",
  "sortAlpha",
  "empty",
  "not",
  "default",
  "kindIs",
  "kindOf"
]);
function refuseUnordered(value) {
  if (value instanceof GoList && value.isUnordered) throw unsupported('Go gives "keys" and "values" in a random order');
}
function called(run, name, callee, args) {
  run.spend();
  if (!orderless.has(name)) args.forEach(refuseUnordered);
  const result = callee.call(run, args);
  if (typeof result === "string") {
    if (result.length > longest) throw unsupported("a text is too long");
    run.spend(result.length >> 6);
  }
  if (result instanceof GoList) run.spend(result.items.length);
  if (result instanceof GoMap) run.spend(result.entries.size);
  return result;
}

// src/source/template/go-eval.ts
function valueOf2(scope, dot, pipe) {
  let final;
  for (const command of pipe.commands) {
    final = { value: commandValue(scope, dot, command, final) ?? void 0 };
  }
  for (const name of pipe.variables) {
    if (pipe.assigns) assign(scope, name, final?.value);
    else scope.variables.push({ name, value: final?.value });
  }
  return final?.value;
}
function assign(scope, name, value) {
  variableOf(scope, name).value = value;
}
function variableOf(scope, name) {
  const variable = scope.variables.findLast((candidate) => candidate.name === name);
  if (variable === void 0) throw failure(`undefined variable: ${name}`);
  return variable;
}
function commandValue(scope, dot, command, final) {
  scope.run.spend();
  const [first2, ...args] = command;
  if (first2 === void 0) return void 0;
  if (first2.kind === "function") return functionValue(scope, dot, first2.name, args, final);
  if (first2.kind === "nil") throw failure("nil is not a command");
  if ((args.length > 0 || final !== void 0) && !isIgnoredArgument(scope, dot, first2)) {
    throw failure("can't give an argument to what is no function");
  }
  return operandValue(scope, dot, first2);
}
function isIgnoredArgument(scope, dot, operand) {
  if (operand.kind !== "field" && operand.kind !== "chain" && operand.kind !== "variable") return false;
  if (operand.names.length === 0) return false;
  const names3 = operand.names.slice(0, -1);
  return chainValue(scope, receiverOf(scope, dot, operand), names3) === void 0;
}
function receiverOf(scope, dot, operand) {
  if (operand.kind === "field") return dot;
  if (operand.kind === "variable") return variableOf(scope, operand.name).value;
  if (operand.of.kind === "function") return functionValue(scope, dot, operand.of.name, [], void 0);
  return operandValue(scope, dot, operand.of);
}
function chainValue(scope, receiver, names3) {
  let value = receiver;
  for (const [index, name] of names3.entries()) {
    value = fieldOf(scope.run, value, name, index === names3.length - 1);
  }
  return value;
}
function operandValue(scope, dot, operand) {
  if (operand.kind === "dot") return dot;
  if (operand.kind === "bool" || operand.kind === "string") return operand.value;
  if (operand.kind === "number") return constantOf(operand);
  if (operand.kind === "pipe") return valueOf2(scope, dot, operand);
  if (operand.kind === "function") return functionValue(scope, dot, operand.name, [], void 0);
  if (operand.kind === "nil") return null;
  return chainValue(scope, receiverOf(scope, dot, operand), operand.names);
}
function functionValue(scope, dot, name, args, final) {
  const callee = scope.functions.get(name);
  if (callee === void 0) throw unsupported(`function "${name}" is not supported`);
  const count = args.length + (final === void 0 ? 0 : 1);
  checkCount(name, callee, count);
  if (name === "and" || name === "or") return shortCircuit(scope, dot, name, args, final);
  const values = args.map((arg, index) => argumentValue(scope, dot, arg, paramAt(callee, index)));
  if (final !== void 0) values.push(checked(final.value, paramAt(callee, args.length)));
  return called(scope.run, name, callee, values);
}
function shortCircuit(scope, dot, name, args, final) {
  let value;
  for (const arg of args) {
    value = argumentValue(scope, dot, arg, "value");
    if (isTrue(value) === (name === "or")) return value;
  }
  return final === void 0 ? value : final.value;
}
function argumentValue(scope, dot, operand, param) {
  return (literal(operand, param) ?? { value: checked(operandValue(scope, dot, operand), param) }).value;
}

// src/source/template/go-format.ts
function formatted(run, value) {
  run.spend(typeof value === "string" ? costOf(value) : 1);
  if (value === void 0 || value === null) return "<nil>";
  if (typeof value === "string") return value;
  if (typeof value === "number") return floatText(value);
  if (value instanceof GoInt) return value.value.toString();
  if (value instanceof GoList) return `[${value.items.map((item) => formatted(run, item)).join(" ")}]`;
  if (value instanceof GoMap) {
    return `map[${sortedKeys(value).map((key4) => `${key4}:${formatted(run, value.entries.get(key4))}`).join(" ")}]`;
  }
  return String(value);
}
function floatText(value) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value < 0 ? "-Inf" : "+Inf";
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6) return plainText(value);
  return `${mantissa}e${exponentText(power)}`;
}
function exponentText(power) {
  return `${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
function plainText(value) {
  const text2 = String(value);
  if (!text2.includes("e")) return text2;
  const [mantissa = "", exponent = "0"] = text2.split("e");
  const sign2 = mantissa.startsWith("-") ? "-" : "";
  const digits = mantissa.replace(/[-.]/g, "");
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign2}0.${"0".repeat(-point)}${digits}`;
  return `${sign2}${digits.padEnd(point, "0")}`;
}

// src/source/template/go-exec.ts
var deepest = 100;
function execute(program, scope, dot) {
  new Execution(program, scope).walk(dot, program.main);
}
function included(program, scope, name, data) {
  const body = program.defined.get(name);
  if (body === void 0) throw failure(`no template "${name}"`);
  const { run } = scope;
  return run.captured(() => {
    new Execution(program, { ...scope, variables: [{ name: "$", value: data }] }).walk(data, body);
  });
}
var Execution = class _Execution {
  #program;
  #scope;
  #depth;
  constructor(program, scope, depth = 0) {
    this.#program = program;
    this.#scope = scope;
    this.#depth = depth;
  }
  walk(dot, pieces) {
    for (const piece of pieces) {
      const flow = this.#walkPiece(dot, piece);
      if (flow !== "on") return flow;
    }
    return "on";
  }
  #walkPiece(dot, piece) {
    this.#scope.run.spend();
    if (piece.kind === "break" || piece.kind === "continue") return piece.kind;
    if ("otherwise" in piece) return this.#scoped(() => this.#control(dot, piece));
    const { run } = this.#scope;
    run.begin();
    if (piece.kind === "text") run.write(piece.text, piece);
    else if (piece.kind === "action") this.#print(piece, valueOf2(this.#scope, dot, piece.pipe));
    else this.#call(piece.name, piece.pipe === void 0 ? void 0 : valueOf2(this.#scope, dot, piece.pipe));
    return "on";
  }
  #control(dot, piece) {
    return piece.kind === "range" ? this.#range(dot, piece) : this.#choose(dot, piece);
  }
  #print(piece, value) {
    if (piece.pipe.variables.length > 0) return;
    refuseUnordered(value);
    const { run } = this.#scope;
    run.write(value === void 0 || value === null ? run.noValue : formatted(run, value), piece);
  }
  #call(name, data) {
    const body = this.#program.defined.get(name);
    if (body === void 0) throw failure(`template "${name}" not defined`);
    if (this.#depth >= deepest) throw unsupported("templates call each other too deeply");
    const scope = { ...this.#scope, variables: [{ name: "$", value: data }] };
    new _Execution(this.#program, scope, this.#depth + 1).walk(data, body);
  }
  #scoped(work) {
    const { variables } = this.#scope;
    const mark2 = variables.length;
    const flow = work();
    variables.length = mark2;
    return flow;
  }
  #choose(dot, piece) {
    const value = valueOf2(this.#scope, dot, piece.pipe);
    if (isTrue(value)) return this.walk(piece.kind === "with" ? value : dot, piece.body);
    return this.walk(dot, piece.otherwise ?? []);
  }
  #range(dot, piece) {
    const value = valueOf2(this.#scope, dot, piece.pipe);
    refuseUnordered(value);
    let ran = false;
    for (const [index, item] of this.#elements(value, piece.pipe)) {
      ran = true;
      this.#scope.run.spend();
      const flow = this.#scoped(() => {
        this.#bind(piece.pipe, index, item);
        return this.walk(item, piece.body);
      });
      if (flow === "break") break;
    }
    return ran ? "on" : this.walk(dot, piece.otherwise ?? []);
  }
  *#elements(value, pipe) {
    const { run } = this.#scope;
    if (value instanceof GoInt) {
      if (pipe.variables.length > 1) throw failure("can't range over a number with two variables");
      for (let index = 0n; index < value.value; index++) yield [void 0, new GoInt(index, value.type)];
    } else if (value instanceof GoList) {
      for (let index = 0; index < value.items.length; index++) yield [int(index), itemOf(run, value, index)];
    } else if (value instanceof GoMap) {
      for (const key4 of sortedKeys(value)) yield [key4, entryOf(run, value, key4)];
    } else if (value !== void 0 && value !== null) {
      throw failure(`range can't iterate over a ${typeof value}`);
    }
  }
  // `range $i, $v := …` declared both variables above this scope; Go sets those, and an assignment sets others.
  #bind(pipe, index, item) {
    const [first2, second] = pipe.variables;
    if (first2 === void 0) return;
    assign(this.#scope, second ?? first2, item);
    if (second !== void 0) assign(this.#scope, first2, index);
  }
};

// src/source/template/go-yaml-order.ts
var longestKey = 100;
function orderedKeys(names3) {
  if (names3.some((name) => Buffer.byteLength(name) > longestKey)) {
    throw unsupported("so long a key is not supported in toYaml");
  }
  const keys = [...names3].sort(byNature);
  if (keys.some((key4) => /[0-9]{18}/.test(key4))) throw unsupported("keys with long numbers are not supported in toYaml");
  const isDoubtful = keys.some((key4) => /(?:^|[^0-9])0/.test(key4));
  if (isDoubtful && keys.some((key4, index) => keys.slice(index + 1).some((later) => byNature(key4, later) > 0))) {
    throw unsupported("keys with leading zeros are not supported in toYaml");
  }
  return keys;
}
function byNature(left, right) {
  const [a, b] = [runesOf(left), runesOf(right)];
  const at2 = a.findIndex((rune, index) => rune !== b[index]);
  if (at2 < 0 || at2 >= b.length) return a.length - b.length;
  const [x = "", y = ""] = [a[at2], b[at2]];
  const isLetter = [x, y].map((rune) => new RegExp("\\p{L}", "u").test(rune));
  if (isLetter[0] !== isLetter[1]) return isLetter[0] ? 1 : -1;
  return isLetter[0] ? codeOf(x) - codeOf(y) : byNumber(a, b, at2);
}
function codeOf(rune) {
  return rune.codePointAt(0) ?? 0;
}
function byNumber(a, b, at2) {
  const before = a.slice(0, at2).join("");
  const isInside2 = (a[at2] === "0" || b[at2] === "0") && /[1-9][0-9]*$/.test(before);
  const [x, y] = [digitsAt(a, at2), digitsAt(b, at2)];
  const [m, n] = [numberIn(x, isInside2), numberIn(y, isInside2)];
  if (m !== n) return m < n ? -1 : 1;
  return x.length - y.length || codeOf(a[at2] ?? "") - codeOf(b[at2] ?? "");
}
function digitsAt(runes, at2) {
  return /^[0-9]*/.exec(runes.slice(at2).join(""))?.[0] ?? "";
}
function numberIn(digits, isInside2) {
  return BigInt(`${isInside2 ? "1" : ""}${digits}` || "0");
}

// src/source/template/go-yaml.ts
function yamlText(run, value) {
  return nodeText(run, value, "");
}
function nodeText(run, value, indent) {
  run.spend((typeof value === "string" ? costOf(value) : 1) + (indent.length >> 4));
  if (value instanceof GoList && !value.isNil) return listText(run, value, indent);
  if (value instanceof GoMap && !value.isNil) return mapText(run, value, indent);
  return scalarText(value, `${indent}  `);
}
function isBlock(value) {
  if (value instanceof GoList) return value.items.length > 0;
  return value instanceof GoMap && value.entries.size > 0;
}
function listText(run, list, indent) {
  if (list.items.length === 0) return "[]";
  const lines = list.items.map((item) => `- ${itemText(run, item, `${indent}  `)}`);
  return bounded(lines.join(lineBreak(indent)));
}
function itemText(run, item, inner) {
  run.spend(typeof item === "string" ? costOf(item) : 1);
  return isBlock(item) ? nodeText(run, item, inner) : scalarText(item, inner);
}
function mapText(run, map, indent) {
  if (map.entries.size === 0) return "{}";
  const lines = orderedKeys([...map.entries.keys()]).map((key4) => {
    const value = map.entries.get(key4);
    if (!isBlock(value)) return `${keyText(key4)}: ${nodeText(run, value, indent)}`;
    const inner = value instanceof GoMap ? `${indent}  ` : indent;
    return `${keyText(key4)}:
${inner}${nodeText(run, value, inner)}`;
  });
  return bounded(lines.join(lineBreak(indent)));
}
function lineBreak(indent) {
  return `
${indent}`;
}
function bounded(text2) {
  if (text2.length > longest) throw unsupported("a text is too long");
  return text2;
}
function scalarText(value, margin) {
  if (typeof value === "string") return stringText(value, margin);
  if (value instanceof GoList) return value.isNil ? "null" : "[]";
  if (value instanceof GoMap) return value.isNil ? "null" : "{}";
  if (typeof value === "number") return numberText(value);
  if (value instanceof GoInt) return value.value.toString();
  return typeof value === "boolean" ? String(value) : "null";
}
function numberText(value) {
  if (!Number.isFinite(value)) throw failure("toYaml: a number has no JSON form");
  if (!Number.isInteger(value)) return floatText(value);
  if (Object.is(value, -0)) return "0";
  if (Math.abs(value) < 2 ** 63) return BigInt(value).toString();
  return value > 0 && value < 2 ** 64 ? BigInt(value).toString() : floatText(value);
}
function keyText(key4) {
  if (key4 === "") return '""';
  if (key4.includes("\n")) throw unsupported("a key of several lines is not supported in toYaml");
  return lineText(key4);
}
function stringText(text2, margin) {
  if (/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(text2) || new RegExp("\\p{Cs}", "u").test(text2)) {
    throw unsupported("unusual characters are not supported in toYaml");
  }
  if (!text2.includes("\n")) return lineText(text2);
  return isBlockAllowed(text2) ? literalText(text2, margin) : doubleQuoted(text2);
}
function isBlockAllowed(text2) {
  return !isSpecial(text2) && !text2.includes(" \n") && !text2.endsWith(" ");
}
function isSpecial(text2) {
  return /[^\n\u0020-\uffff]|[\u{10000}-\u{10ffff}]/u.test(text2);
}
function literalText(text2, margin) {
  const hint2 = /^[ \n]/.test(text2) ? "2" : "";
  const chomp = text2.endsWith("\n") ? text2 === "\n" || text2.endsWith("\n\n") ? "+" : "" : "-";
  const lines = text2.split("\n").map((line) => line === "" ? "" : margin + line);
  const body = lines.join("\n");
  return `|${hint2}${chomp}
${body.endsWith("\n") ? body.slice(0, -1) : body}`;
}
function lineText(text2) {
  if (text2 === "" || looksTyped(text2)) return doubleQuoted(text2);
  if (isSpecial(text2)) return doubleQuoted(text2);
  return needsQuotes(text2) ? `'${text2.replaceAll("'", "''")}'` : text2;
}
function looksTyped(text2) {
  if (/^\d{4}-\d/.test(text2)) return looksDated(text2);
  return typeof plainValueOf(text2) !== "string" || /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text2);
}
function looksDated(text2) {
  const date = /^(\d{4})-(\d{1,2})-(\d{1,2})(.?)/.exec(text2);
  if (date === null) return false;
  const [, year, month, day2, next = ""] = date;
  if (next !== "" && "Tt ".includes(next)) throw unsupported("times are not supported in toYaml");
  if (next !== "") return false;
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day2)));
  if (Number(year) < 100) throw unsupported("such years are not supported in toYaml");
  return time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day2);
}
function needsQuotes(text2) {
  if (/^(?:---|\.\.\.)/.test(text2) || /^[ ]|[ ]$/.test(text2)) return true;
  return /^[#,[\]{}&*!|>'"%@`]/.test(text2) || /^[-?](?: |$)/.test(text2) || /:(?: |$)/.test(text2) || / #/.test(text2);
}
var escapes2 = /* @__PURE__ */ new Map([
  ["\0", "\\0"],
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["	", "\\t"],
  ["\n", "\\n"],
  ["\v", "\\v"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ["\x1B", "\\e"],
  ['"', '\\"'],
  ["\\", "\\\\"]
]);
function doubleQuoted(text2) {
  return `"${text2.replace(/["\\]|[^\u0020-\uffff]|[\u{10000}-\u{10ffff}]/gu, escaped)}"`;
}
function escaped(rune) {
  const escape = escapes2.get(rune);
  if (escape !== void 0) return escape;
  const code = rune.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  return code > 65535 ? `\\U${hex.padStart(8, "0")}` : `\\x${hex.padStart(2, "0")}`;
}

// src/source/template/argo-functions.ts
var argoFunctions = {
  normalize: fixed(["string"], (_, name) => normalized(name)),
  slugify: variadic([], "any", (_, args) => slugified(args)),
  toYaml: fixed(["any"], (run, value) => yamlText(run, value)),
  fromYaml: fixed(["string"], (_, text2) => fromYaml(text2, GoMap)),
  fromYamlArray: fixed(["string"], (_, text2) => fromYaml(text2, GoList))
};
function normalized(name) {
  const dashed = lowered(name).replace(/[^-a-z0-9.]/gu, "-");
  return trimmedOf(dashed.slice(0, 253), "-.");
}
function slugified(args) {
  const [first2, second] = args.slice(0, -1);
  const name = args.length === 0 ? "" : args.at(-1);
  if (typeof name !== "string") throw failure(`slugify: ${typeName(name)} is no string`);
  if (first2 !== void 0 && !(first2 instanceof GoInt && first2.type === "int"))
    throw failure("slugify: the length is no int");
  if (second !== void 0 && typeof second !== "boolean") throw failure("slugify: the second argument is no bool");
  return slug(normalized(name), first2 === void 0 ? 50 : smallInt(first2), second ?? true);
}
function slug(name, most, isSmart) {
  if (!isSmart && most < 0) throw failure("slugify: slice bounds out of range");
  const cut = !isSmart && name.length >= most ? name.slice(0, most) : name;
  const dashed = trimmedOf(cut.replace(/[^a-z0-9_-]/g, "-").replace(/-+/g, "-"), "-_");
  if (!isSmart || most <= 0 || dashed.length <= most) return dashed;
  const dash = dashed.lastIndexOf("-", most);
  return dashed.slice(0, dash < 0 ? most : dash);
}
function fromYaml(text2, type) {
  const { documents, problems, needsFallback } = documentsOf(text2);
  if (needsFallback || documents.length > 1) throw unsupported("so unusual a YAML text is not supported in fromYaml");
  if (problems.some((problem) => problem.kind !== "duplicate-key")) throw failure("fromYaml: a text is no YAML");
  const value = documents[0]?.value ?? null;
  if (value === null) return type === GoMap ? new GoMap(/* @__PURE__ */ new Map()) : new GoList([], "any", void 0, true);
  const result = decoded2(value);
  if (!(result instanceof type)) throw failure("fromYaml: a text holds another type");
  return result;
}

// src/source/template/go-printf.ts
var pattern = /%([-+ #0]*)([0-9]*)(?:(\.)([0-9]*))?([^]|$)/gu;
function printed(run, format, args) {
  let next = 0;
  const text2 = format.replace(pattern, (...match2) => {
    const parsed3 = directiveOf(match2);
    if (parsed3.verb === "") return "%!(NOVERB)";
    if (parsed3.verb === "%") return "%";
    if (next >= args.length) return `%!${parsed3.verb}(MISSING)`;
    return written(run, parsed3, args[next++]);
  });
  const extra = args.slice(next).map((arg) => isNothing(arg) ? "<nil>" : `${typeName(arg)}=${formatted(run, arg)}`);
  return extra.length === 0 ? text2 : `${text2}%!(EXTRA ${extra.join(", ")})`;
}
function directiveOf(match2) {
  const [, flags = "", width = "", point, precision = "", verb = ""] = match2;
  if (/[ #]/.test(flags)) throw unsupported('the flags " " and "#" of printf are not supported');
  if (verb === "*" || verb === "[") throw unsupported(`"%${verb}" of printf is not supported`);
  if (Number(width) > 1e4 || Number(precision) > 1e3) throw unsupported("so wide a printf is not supported");
  return {
    verb,
    minus: flags.includes("-"),
    plus: flags.includes("+") && verb !== "v",
    zero: flags.includes("0") && !flags.includes("-"),
    width: Number(width),
    precision: point === void 0 ? void 0 : Number(precision)
  };
}
function isNothing(value) {
  return value === null || value === void 0;
}
function written(run, directive2, value) {
  run.spend(typeof value === "string" ? costOf(value) : 1);
  const { verb } = directive2;
  if (verb === "T") return typeText(directive2, value);
  if (isNothing(value)) return verb === "v" ? padded(directive2, "<nil>") : `%!${verb}(<nil>)`;
  if (value instanceof GoList) return `[${value.items.map((item) => writtenItem(run, directive2, item)).join(" ")}]`;
  if (value instanceof GoMap) {
    const entries = sortedKeys(value).map(
      (key4) => `${written(run, directive2, key4)}:${writtenItem(run, directive2, value.entries.get(key4))}`
    );
    return `map[${entries.join(" ")}]`;
  }
  return scalar2(run, directive2, value);
}
function typeOf(value) {
  if (value instanceof GoList || value instanceof GoMap) throw unsupported("the type of a list or map is not known");
  return typeName(value);
}
function typeText(directive2, value) {
  if (directive2.precision !== void 0) throw unsupported('a precision for "%T" of printf is not supported');
  return padded(directive2, isNothing(value) ? "<nil>" : typeOf(value));
}
function writtenItem(run, directive2, item) {
  return isNothing(item) ? "<nil>" : written(run, directive2, item);
}
function scalar2(run, directive2, value) {
  const text2 = typeof value === "string" ? stringText2(directive2, value) : typeof value === "boolean" ? booleanText(directive2, value) : typeof value === "number" ? floatText2(run, directive2, value) : integerText(directive2, value);
  if (text2 !== void 0) return text2;
  const { verb, minus, plus, zero, width, precision } = directive2;
  if (minus || plus || zero || width > 0 || precision !== void 0)
    throw unsupported(`"%${verb}" does not fit its argument`);
  return `%!${verb}(${typeName(value)}=${formatted(run, value)})`;
}
function stringText2(directive2, value) {
  const runes = runesOf(value);
  const cut = directive2.precision === void 0 ? value : runes.slice(0, directive2.precision).join("");
  switch (directive2.verb) {
    case "s":
    case "v":
      return padded(directive2, cut);
    case "q":
      if (directive2.plus) throw unsupported('"%+q" of printf is not supported');
      return padded(directive2, quoted(cut));
    case "x":
    case "X": {
      if (directive2.precision !== void 0) throw unsupported('a precision for "%x" of printf is not supported');
      const hex = Buffer.from(value).toString("hex");
      return padded(directive2, directive2.verb === "X" ? hex.toUpperCase() : hex);
    }
    default:
      return void 0;
  }
}
function booleanText(directive2, value) {
  return directive2.verb === "t" || directive2.verb === "v" ? padded(directive2, String(value)) : void 0;
}
var radix = /* @__PURE__ */ new Map([
  ["d", 10],
  ["v", 10],
  ["x", 16],
  ["X", 16],
  ["o", 8],
  ["b", 2]
]);
function integerText(directive2, value) {
  const { verb } = directive2;
  if ("cqUO".includes(verb)) throw unsupported(`"%${verb}" of printf is not supported for numbers`);
  const base2 = radix.get(verb);
  if (base2 === void 0) return void 0;
  if (directive2.precision !== void 0) throw unsupported("a precision for integers is not supported in printf");
  const digits = (value.value < 0n ? -value.value : value.value).toString(base2);
  return signed(directive2, value.value < 0n, verb === "X" ? digits.toUpperCase() : digits);
}
function floatText2(run, directive2, value) {
  const { verb, precision } = directive2;
  if (verb === "v" || verb === "g") {
    if (precision !== void 0) throw unsupported('a precision for "%g" is not supported in printf');
    return signedFloat(directive2, value, formatted(run, Math.abs(value)));
  }
  if (verb === "f" || verb === "F") return signedFloat(directive2, value, fixedText(Math.abs(value), precision ?? 6));
  if ("eEGbxX".includes(verb)) throw unsupported(`"%${verb}" of printf is not supported for floats`);
  return void 0;
}
function signedFloat(directive2, value, digits) {
  if (!Number.isFinite(value)) throw unsupported("infinite numbers are not supported in printf");
  return signed(directive2, value < 0 || Object.is(value, -0), digits);
}
function fixedText(value, precision) {
  if (precision > 60 || value >= 1e21) throw unsupported("so long a number is not supported in printf");
  const exact = value.toFixed(precision + 40 > 100 ? 100 : precision + 40);
  const rest = exact.slice(exact.indexOf(".") + 1 + precision);
  const kept = exact.slice(0, exact.length - rest.length).replace(/\.$/, "");
  const isTie = /^50*$/.test(rest);
  return isTie && /[02468]$/.test(kept) ? kept : value.toFixed(precision);
}
function signed(directive2, negative, digits) {
  const sign2 = negative ? "-" : directive2.plus ? "+" : "";
  if (directive2.zero) return `${sign2}${digits.padStart(directive2.width - sign2.length, "0")}`;
  return padded(directive2, `${sign2}${digits}`);
}
function padded(directive2, text2) {
  const missing3 = directive2.width - runesOf(text2).length;
  if (missing3 <= 0) return text2;
  if (directive2.zero) throw unsupported('the flag "0" for texts is not supported in printf');
  return directive2.minus ? text2 + " ".repeat(missing3) : " ".repeat(missing3) + text2;
}

// src/source/template/go-builtins.ts
var builtins = {
  and: variadic(["value"], "value", () => void 0),
  or: variadic(["value"], "value", () => void 0),
  not: fixed(["value"], (_, value) => !isTrue(value)),
  eq: variadic(["value"], "value", (_, others3, value) => equalsAny(value, others3)),
  ne: fixed(["value", "value"], (_, left, right) => !equals(left, right)),
  lt: fixed(["value", "value"], (_, left, right) => isLess(left, right)),
  le: fixed(["value", "value"], (_, left, right) => isLess(left, right) || equals(left, right)),
  gt: fixed(["value", "value"], (_, left, right) => !(isLess(left, right) || equals(left, right))),
  ge: fixed(["value", "value"], (_, left, right) => !isLess(left, right)),
  index: variadic(["value"], "value", (run, indexes, value) => indexed(run, value, indexes)),
  len: fixed(["value"], (_, value) => int(lengthOf(value))),
  print: variadic([], "any", (run, values) => sprint(run, values)),
  println: variadic([], "any", (run, values) => `${values.map((value) => formatted(run, value)).join(" ")}
`),
  printf: variadic(["string"], "any", (run, values, format) => printed(run, format, values))
};
function isNothing2(value) {
  return value === null || value === void 0;
}
function kindOf(value) {
  if (value instanceof GoInt) return value.type === "uint8" ? "uint" : "int";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number") return "float";
  return typeof value === "string" ? "string" : "none";
}
function equalsAny(value, others3) {
  if (others3.length === 0) throw failure("missing argument for comparison");
  return others3.some((other) => equals(value, other));
}
function equals(left, right) {
  const kinds3 = [kindOf(left), kindOf(right)];
  if (left instanceof GoInt && right instanceof GoInt) return left.value === right.value;
  if (kinds3[0] !== kinds3[1]) {
    if (isNothing2(left) || isNothing2(right)) return false;
    throw failure(`incompatible types for comparison: ${typeName(left)} and ${typeName(right)}`);
  }
  return kinds3[0] === "none" ? equalsWhole(left, right) : left === right;
}
function equalsWhole(left, right) {
  const kinds3 = [left, right].map((value) => isNothing2(value) ? void 0 : value instanceof GoList);
  if (!kinds3.includes(void 0) && kinds3[0] !== kinds3[1]) throw failure("non-comparable types");
  const nils = [left, right].map(
    (value) => isNothing2(value) || (value instanceof GoList || value instanceof GoMap) && value.isNil
  );
  if (nils.includes(true)) return nils[0] === nils[1];
  throw failure(`non-comparable type ${typeName(right)}`);
}
function isLess(left, right) {
  if (left instanceof GoInt && right instanceof GoInt) return left.value < right.value;
  const kinds3 = [kindOf(left), kindOf(right)];
  if (kinds3.includes("none")) throw failure("invalid type for comparison");
  if (kinds3[0] !== kinds3[1])
    throw failure(`incompatible types for comparison: ${typeName(left)} and ${typeName(right)}`);
  if (typeof left === "number" && typeof right === "number") return left < right;
  if (typeof left === "string" && typeof right === "string") return byCodePoint(left, right) < 0;
  throw failure("invalid type for comparison");
}
function indexed(run, value, indexes) {
  if (isNothing2(value)) throw failure("index of untyped nil");
  let item = value;
  for (const index of indexes) {
    run.spend();
    if (isNothing2(item)) throw failure("index of nil pointer");
    if (item instanceof GoMap) item = mapItem(run, item, index);
    else if (item instanceof GoList) item = itemOf(run, item, position(index, item.items.length));
    else if (typeof item === "string") item = byteOf(item, index);
    else throw failure(`can't index item of type ${typeName(item)}`);
  }
  return item;
}
function mapItem(run, map, key4) {
  if (typeof key4 !== "string") throw failure(`a key has type ${typeName(key4)}; should be string`);
  const value = entryOf(run, map, key4);
  return map.entries.has(key4) ? value : zeroOf(map);
}
function byteOf(text2, index) {
  const bytes = Buffer.from(text2);
  return new GoInt(BigInt(bytes[position(index, bytes.length)] ?? 0), "uint8");
}
function position(index, length) {
  if (isNothing2(index)) throw failure("cannot index slice/array with nil");
  if (!(index instanceof GoInt)) throw failure(`cannot index slice/array with type ${typeName(index)}`);
  if (index.value < 0n || index.value >= BigInt(length)) throw failure("index out of range");
  return Number(index.value);
}
function lengthOf(value) {
  if (typeof value === "string") return byteLength(value);
  if (value instanceof GoList) return value.items.length;
  if (value instanceof GoMap) return value.entries.size;
  throw failure(value === null ? "len of nil pointer" : `len of type ${typeName(value)}`);
}
function sprint(run, values) {
  const parts = values.map((value, index) => {
    const spaced = index > 0 && typeof value !== "string" && typeof values[index - 1] !== "string";
    return `${spaced ? " " : ""}${formatted(run, value)}`;
  });
  return parts.join("");
}

// src/source/template/sprig-text.ts
import { posix } from "node:path";

// src/source/template/sprig-cases.ts
var kinds2 = ["number", "upper", "letter", "connector", "punctuation", "other"];
function camelCase(text2) {
  const runes = runesOf(text2);
  const lead = runes.findIndex((rune) => !isConnector(rune));
  if (lead < 0) return text2 + (runes.at(-1) ?? "");
  const first2 = runes[lead] ?? "";
  const out = runes.slice(0, lead);
  let current2 = raised(first2);
  let afterCapital = isUpper(first2);
  for (const rune of runes.slice(lead + 1)) {
    const previous = current2;
    current2 = rune;
    if (isConnector(rune) && isConnector(previous)) {
      out.push(previous);
      continue;
    }
    if (isConnector(previous)) {
      afterCapital = isUpper(rune);
      current2 = raised(rune);
      continue;
    }
    if (afterCapital && isUpper(rune)) current2 = lowered(rune);
    else afterCapital = false;
    out.push(previous);
  }
  return [...out, current2].join("");
}
function kebabCase(text2) {
  return lowerJoined(text2, "-");
}
function snakeCase(text2) {
  return lowerJoined(text2, "_");
}
function isConnector(rune) {
  return rune === "-" || rune === "_" || isSpace(rune);
}
function isUpper(rune) {
  return new RegExp("\\p{Lu}", "u").test(rune);
}
var none = { kind: "none", text: "" };
function lowerJoined(text2, connector) {
  const words2 = wordsOf(text2);
  const out = [];
  let at2 = 0;
  const next = () => words2[at2++] ?? none;
  const write = ({ kind: kind2, text: word3 }) => {
    out.push(kind2 === "connector" ? connector.repeat(runesOf(word3).length) : lowered(word3));
  };
  const joins2 = (word3) => {
    if (!["none", "connector", "punctuation"].includes(word3.kind)) out.push(connector);
  };
  const writeGlued = (from) => {
    let word3 = from;
    while (word3.kind === "letter" || word3.kind === "number") {
      write(word3);
      word3 = next();
    }
    joins2(word3);
    return word3;
  };
  let word2 = next();
  while (at2 < words2.length) {
    const previous = word2;
    if (previous.kind !== "connector") write(previous);
    word2 = next();
    if (previous.kind === "number") word2 = writeGlued(word2);
    else if (previous.kind === "connector") write(previous);
    else if (previous.kind === "punctuation") continue;
    else if (word2.kind !== "number") joins2(word2);
    else if (at2 < words2.length) word2 = afterNumber(word2);
  }
  write(word2);
  return out.join("");
  function afterNumber(number2) {
    const following = next();
    if (following.kind === "letter") {
      out.push(connector);
      write(number2);
      return writeGlued(following);
    }
    write(number2);
    joins2(following);
    return following;
  }
}
function wordsOf(text2) {
  if (byteLength(text2) !== text2.length) throw unsupported("changing the case of words beyond ASCII is not supported");
  const pattern2 = new RegExp("(?<connector>[-_\\s]+)|(?<punctuation>\\p{P}+)|(?<upper>\\p{Lu}+(?=\\p{Lu}\\p{Ll})|\\p{Lu}\\p{Lu}+(?!\\p{L})|\\p{Lu}\\p{Ll}*)|(?<letter>\\p{Ll}+)|(?<number>\\p{N}+)|(?<other>[^\\p{P}\\p{L}\\p{N}\\s]+)", "gu");
  return [...text2.matchAll(pattern2)].map((match2) => {
    const kind2 = kinds2.find((candidate) => match2.groups?.[candidate] !== void 0) ?? "other";
    return { kind: kind2, text: match2[0] };
  });
}

// src/source/template/sprig-text.ts
var textFunctions = {
  lower: fixed(["string"], (_, text2) => lowered(text2)),
  upper: fixed(["string"], (_, text2) => raised(text2)),
  title: fixed(["string"], (_, text2) => titled(text2)),
  untitle: fixed(["string"], (_, text2) => untitled(text2)),
  camelcase: fixed(["string"], (_, text2) => camelCase(text2)),
  kebabcase: fixed(["string"], (_, text2) => kebabCase(text2)),
  snakecase: fixed(["string"], (_, text2) => snakeCase(text2)),
  trim: fixed(["string"], (_, text2) => trimSpace(text2)),
  trimAll: fixed(["string", "string"], (_, cutset, text2) => trimmedOf(text2, cutset)),
  trimall: fixed(["string", "string"], (_, cutset, text2) => trimmedOf(text2, cutset)),
  trimPrefix: fixed(["string", "string"], (_, prefix, text2) => withoutPrefix(text2, prefix)),
  trimSuffix: fixed(["string", "string"], (_, suffix, text2) => withoutSuffix(text2, suffix)),
  nospace: fixed(["string"], (_, text2) => withoutSpaces(text2)),
  trunc: fixed(["int", "string"], (_, count, text2) => truncated(count, text2)),
  substr: fixed(["int", "int", "string"], (_, start, end, text2) => substring(start, end, text2)),
  replace: fixed(["string", "string", "string"], (run, old, fresh, text2) => replaced(run, old, fresh, text2)),
  contains: fixed(["string", "string"], (_, part, text2) => text2.includes(part)),
  hasPrefix: fixed(["string", "string"], (_, prefix, text2) => text2.startsWith(prefix)),
  hasSuffix: fixed(["string", "string"], (_, suffix, text2) => text2.endsWith(suffix)),
  repeat: fixed(["int", "string"], (_, count, text2) => repeated(count, text2)),
  indent: fixed(["int", "string"], (run, spaces2, text2) => indented2(run, spaces2, text2)),
  nindent: fixed(["int", "string"], (run, spaces2, text2) => `
${indented2(run, spaces2, text2)}`),
  plural: fixed(["string", "string", "int"], (_, one, many, count) => count === 1 ? one : many),
  quote: variadic([], "any", (run, values) => present(values, (value) => quoted(textOf2(run, value)))),
  squote: variadic([], "any", (run, values) => present(values, (value) => `'${formatted(run, value)}'`)),
  cat: variadic([], "any", (run, values) => present(values, (value) => formatted(run, value))),
  toString: fixed(["any"], (run, value) => textOf2(run, value)),
  toStrings: fixed(["any"], (run, value) => strings(textsOf(run, value))),
  join: fixed(["string", "any"], (run, separator, value) => joined(textsOf(run, value), separator)),
  split: fixed(["string", "string"], (_, separator, text2) => numbered(splitText(text2, separator))),
  splitn: fixed(["string", "int", "string"], (_, separator, most, text2) => numbered(splitText(text2, separator, most))),
  splitList: fixed(["string", "string"], (_, separator, text2) => strings(splitText(text2, separator))),
  base: fixed(["string"], (_, path) => base(path)),
  dir: fixed(["string"], (_, path) => clean(path.slice(0, path.lastIndexOf("/") + 1))),
  clean: fixed(["string"], (_, path) => clean(path)),
  ext: fixed(["string"], (_, path) => /\.[^./]*$/.exec(path.slice(path.lastIndexOf("/") + 1))?.[0] ?? ""),
  isAbs: fixed(["string"], (_, path) => path.startsWith("/"))
};
function textOf2(run, value) {
  return formatted(run, value);
}
function textsOf(run, value) {
  if (value === null || value === void 0) return [];
  if (!(value instanceof GoList)) return [textOf2(run, value)];
  return value.items.filter((item) => item !== null && item !== void 0).map((item) => textOf2(run, item));
}
function present(values, write) {
  return values.flatMap((value) => value === null || value === void 0 ? [] : [write(value)]).join(" ");
}
function numbered(parts) {
  return new GoMap(new Map(parts.map((part, index) => [`_${index}`, part])), "string");
}
function joined(parts, separator) {
  bounded2(parts.reduce((sum, part) => sum + part.length + separator.length, 0));
  return parts.join(separator);
}
function bounded2(length) {
  if (length > longest) throw unsupported("a text is too long");
}
function withoutSpaces(text2) {
  if (byteLength(text2) !== text2.length) throw unsupported("nospace beyond ASCII is not supported");
  return runesOf(text2).filter((rune) => !isSpace(rune)).join("");
}
function withoutPrefix(text2, prefix) {
  return text2.startsWith(prefix) ? text2.slice(prefix.length) : text2;
}
function withoutSuffix(text2, suffix) {
  return text2.endsWith(suffix) ? text2.slice(0, text2.length - suffix.length) : text2;
}
function truncated(count, text2) {
  const length = byteLength(text2);
  if (count < 0) return length + count > 0 ? byteSlice(text2, length + count, length) : text2;
  return length > count ? byteSlice(text2, 0, count) : text2;
}
function substring(start, end, text2) {
  const length = byteLength(text2);
  if (start < 0) return byteSlice(text2, 0, end);
  return byteSlice(text2, start, end < 0 || end > length ? length : end);
}
function replaced(run, old, fresh, text2) {
  const parts = old === "" ? ["", ...runesOf(text2), ""] : text2.split(old);
  run.spend(parts.length >> 4);
  return joined(parts, fresh);
}
function repeated(count, text2) {
  if (count < 0) throw failure("negative repeat count");
  bounded2(count * text2.length);
  return text2.repeat(count);
}
function indented2(run, spaces2, text2) {
  const pad = repeated(spaces2, " ");
  return pad + replaced(run, "\n", `
${pad}`, text2);
}
function titled(text2) {
  let previous = " ";
  const runes = runesOf(text2).map((rune) => {
    const starts = previous <= "\x7F" ? !/[A-Za-z0-9_]/.test(previous) : isTitleBreak(previous);
    previous = rune;
    if (/[\u01c4-\u01cc\u01f1-\u01f3]/.test(rune)) throw unsupported("title letters are not supported");
    return starts ? raised(rune) : rune;
  });
  return runes.join("");
}
function isTitleBreak(rune) {
  return !/[\p{L}\p{Nd}]/u.test(rune) && isSpace(rune);
}
function untitled(text2) {
  let starts = true;
  const runes = runesOf(text2).map((rune) => {
    if (isSpace(rune)) starts = true;
    else if (starts) {
      starts = false;
      return lowered(rune);
    }
    return rune;
  });
  return runes.join("");
}
function base(path) {
  if (path === "") return ".";
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end--;
  const stripped = path.slice(0, end);
  return stripped.slice(stripped.lastIndexOf("/") + 1) || "/";
}
function clean(path) {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
}

// src/source/template/go-literals.ts
var limit = 2n ** 63n;
var underscored = /^[+-]?(?:0[xXoObB](?:_?[0-9a-fA-F])+|[0-9](?:_?[0-9])*)$/;
var decimalFloat = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
function numberOf2(text2) {
  if (text2.endsWith("i")) throw unsupported("complex numbers are not supported");
  if (/^[+-]?0[xX].*[.pP]/.test(text2)) throw unsupported("hexadecimal floats are not supported");
  const int2 = integerOf2(text2);
  if (int2 !== void 0) {
    if (int2 >= 2n * limit || int2 < -limit) throw failure(`integer overflow: ${text2}`);
    if (int2 >= limit) throw unsupported("integers beyond int64 are not supported");
    return { kind: "number", text: text2, int: int2, float: Number(int2), isFloat: false };
  }
  return floatOf(text2);
}
function floatOf(text2) {
  if (text2.includes("_")) throw unsupported("underscores in floats are not supported");
  if (!decimalFloat.test(text2)) throw failure(`illegal number syntax: ${text2}`);
  const float = Number(text2);
  if (!/[.eE]/.test(text2)) throw failure(`integer overflow: ${text2}`);
  if (!Number.isFinite(float)) throw failure(`illegal number syntax: ${text2}`);
  const whole2 = Number.isInteger(float) && Math.abs(float) < 2 ** 63;
  return { kind: "number", text: text2, int: whole2 ? BigInt(float) : void 0, float, isFloat: true };
}
function integerOf2(text2) {
  if (!underscored.test(text2)) return void 0;
  const negative = text2.startsWith("-");
  const digits = text2.replace(/^[+-]/, "").replaceAll("_", "");
  const octal = /^0[0-9]/.test(digits) ? `0o${digits.slice(1)}` : digits;
  const valid = /^(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|[0-9]+)$/.test(octal);
  if (!valid) return void 0;
  const value = BigInt(octal);
  return negative ? -value : value;
}
function characterOf(text2) {
  const body = text2.slice(1, -1);
  const value = body.startsWith("\\") ? unescaped(body, "'") : body;
  const points = runesOf(value);
  if (points.length !== 1) throw failure(`malformed character constant: ${text2}`);
  const code = points[0]?.codePointAt(0) ?? 0;
  return { kind: "number", text: text2, int: BigInt(code), float: code, isFloat: false };
}
function stringOf(text2) {
  const body = text2.slice(1, -1);
  return text2.startsWith("`") ? body.replaceAll("\r", "") : unescaped(body, '"');
}
var simple = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v",
  "\\": "\\"
};
function unescaped(body, quote) {
  return body.replace(/\\(x[^]{0,2}|u[^]{0,4}|U[^]{0,8}|[0-7][^]{0,2}|[^])/g, (_, escape) => {
    const kind2 = escape.charAt(0);
    if (escape.length === 1 && kind2 === quote) return quote;
    if (escape.length === 1 && Object.hasOwn(simple, kind2)) return simple[kind2] ?? "";
    return characterAt(kind2, escape);
  });
}
function characterAt(kind2, escape) {
  const octal = /^[0-7]{3}$/.test(escape);
  const hex = /^(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})$/.test(escape);
  if (!octal && !hex) throw failure("invalid syntax in a string");
  const code = octal ? Number.parseInt(escape, 8) : Number.parseInt(escape.slice(1), 16);
  if (octal && code > 255) throw failure("invalid syntax in a string");
  if ((octal || kind2 === "x") && code > 127) throw unsupported("escapes of single bytes are not supported");
  if (code > 1114111 || code >= 55296 && code <= 57343) throw failure("invalid syntax in a string");
  return String.fromCodePoint(code);
}

// src/source/template/sprig-numbers.ts
var highest = 2n ** 63n - 1n;
var lowest = -(2n ** 63n);
var numberFunctions = {
  int: fixed(["any"], (_, value) => new GoInt(integerOfAny(value))),
  int64: fixed(["any"], (_, value) => long(integerOfAny(value))),
  float64: fixed(["any"], (_, value) => floatOfAny(value)),
  atoi: fixed(["string"], (_, text2) => new GoInt(/^[+-]?[0-9]+$/.test(text2) ? clamped(decimal(text2)) : 0n)),
  add: variadic([], "any", (_, values) => long(values.reduce((sum, value) => sum + integerOfAny(value), 0n))),
  add1: fixed(["any"], (_, value) => long(integerOfAny(value) + 1n)),
  sub: fixed(["any", "any"], (_, left, right) => long(integerOfAny(left) - integerOfAny(right))),
  mul: variadic(["any"], "any", (_, values, first2) => product([first2, ...values])),
  div: fixed(["any", "any"], (_, left, right) => long(integerOfAny(left) / divisor(right))),
  mod: fixed(["any", "any"], (_, left, right) => long(integerOfAny(left) % divisor(right))),
  max: variadic(["any"], "any", (_, values, first2) => extreme([first2, ...values], (left, right) => left > right)),
  biggest: variadic(["any"], "any", (_, values, first2) => extreme([first2, ...values], (left, right) => left > right)),
  min: variadic(["any"], "any", (_, values, first2) => extreme([first2, ...values], (left, right) => left < right)),
  floor: fixed(["any"], (_, value) => Math.floor(floatOfAny(value))),
  ceil: fixed(["any"], (_, value) => Math.ceil(floatOfAny(value)))
};
function long(value) {
  return new GoInt(BigInt.asIntN(64, value), "int64");
}
function product(values) {
  return long(values.reduce((result, value) => BigInt.asIntN(64, result * integerOfAny(value)), 1n));
}
function divisor(value) {
  const number2 = integerOfAny(value);
  if (number2 === 0n) throw failure("integer divide by zero");
  return number2;
}
function extreme(values, wins) {
  return long(values.map(integerOfAny).reduce((best, value) => wins(value, best) ? value : best));
}
function integerOfAny(value) {
  if (value instanceof GoInt) return value.value;
  if (typeof value === "number") return truncated2(value);
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (typeof value === "string") return ranged(integerOf2(withoutZeroFraction(value)));
  return 0n;
}
function truncated2(value) {
  if (!(Math.abs(value) < 2 ** 63)) throw unsupported("floats beyond int64 are not supported");
  return BigInt(Math.trunc(value));
}
function ranged(value) {
  return value === void 0 || value > highest || value < lowest ? 0n : value;
}
function withoutZeroFraction(text2) {
  return /^[^]*[^.0]?\.0+$/.test(text2) ? text2.slice(0, text2.lastIndexOf(".")) : text2;
}
function decimal(text2) {
  return text2.startsWith("-") ? -BigInt(text2.slice(1)) : BigInt(text2.replace("+", ""));
}
function clamped(value) {
  return value > highest ? highest : value < lowest ? lowest : value;
}
function floatOfAny(value) {
  if (value instanceof GoInt) return Number(value.value);
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "string") return 0;
  if (/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(value)) return finite2(Number(value));
  if (/^[+-]?(?:0x|inf|nan|[0-9.].*_)/i.test(value)) throw unsupported("such floats are not supported");
  return 0;
}
function finite2(value) {
  return Number.isFinite(value) ? value : 0;
}

// src/source/template/sprig-lists.ts
var nil = new GoList([], "any", void 0, true);
var listFunctions = {
  ...both(
    "list",
    "tuple",
    variadic([], "any", (_, items) => new GoList(items))
  ),
  ...must(
    "first",
    fixed(["any"], (run, list) => edge(run, list, 0))
  ),
  ...must(
    "last",
    fixed(["any"], (run, list) => edge(run, list, -1))
  ),
  ...must(
    "rest",
    fixed(["any"], (_, list) => remainder(list, (items) => items.slice(1)))
  ),
  ...must(
    "initial",
    fixed(["any"], (_, list) => remainder(list, (items) => items.slice(0, -1)))
  ),
  ...must(
    "append",
    fixed(["any", "any"], (_, list, item) => new GoList([...itemsOf(list), item]))
  ),
  ...must(
    "push",
    fixed(["any", "any"], (_, list, item) => new GoList([...itemsOf(list), item]))
  ),
  ...must(
    "prepend",
    fixed(["any", "any"], (_, list, item) => new GoList([item, ...itemsOf(list)]))
  ),
  ...must(
    "reverse",
    fixed(["any"], (_, list) => new GoList(itemsOf(list).toReversed()))
  ),
  ...must(
    "compact",
    fixed(["any"], (_, list) => new GoList(itemsOf(list).filter(isTrue)))
  ),
  ...must(
    "uniq",
    fixed(["any"], (run, list) => new GoList(unique(run, itemsOf(list))))
  ),
  ...must(
    "has",
    fixed(["any", "any"], (run, needle, list) => list !== null && holds(run, itemsOf(list), needle))
  ),
  ...must(
    "without",
    variadic(["any"], "any", (run, omitted2, list) => without(run, itemsOf(list), omitted2))
  ),
  ...must(
    "slice",
    variadic(["any"], "any", (_, indexes, list) => sliced(list, indexes))
  ),
  concat: variadic([], "any", (_, lists) => concatenated(lists)),
  sortAlpha: fixed(
    ["any"],
    (run, value) => strings((value === null ? ["<nil>"] : textsOf(run, value)).sort(byCodePoint))
  )
};
function both(name, other, callee) {
  return { [name]: callee, [other]: callee };
}
function must(name, callee) {
  return both(name, `must${name.charAt(0).toUpperCase()}${name.slice(1)}`, callee);
}
function itemsOf(list) {
  return listOf(list).items;
}
function listOf(list) {
  if (!(list instanceof GoList)) throw failure(`expected a list; got ${typeName(list)}`);
  return list;
}
function edge(run, value, index) {
  const list = listOf(value);
  return list.items.length === 0 ? null : itemOf(run, list, index === 0 ? 0 : list.items.length - 1);
}
function remainder(value, take) {
  const items = itemsOf(value);
  return items.length === 0 ? nil : new GoList(take(items));
}
function holds(run, items, needle) {
  return items.some((item) => {
    run.spend();
    return deepEqual(item, needle);
  });
}
function unique(run, items) {
  const kept = [];
  for (const item of items) if (!holds(run, kept, item)) kept.push(item);
  return kept;
}
function without(run, items, omitted2) {
  return new GoList(items.filter((item) => !holds(run, omitted2, item)));
}
function concatenated(lists) {
  const items = lists.flatMap(itemsOf);
  return items.length === 0 ? nil : new GoList(items);
}
function sliced(value, indexes) {
  const list = listOf(value);
  if (list.items.length === 0) return null;
  const [start, end] = indexes.map((index) => Number(integerOfAny(index)));
  const from = start ?? 0;
  const to = end ?? list.items.length;
  if (from < 0 || to > list.items.length || from > to) throw failure("slice bounds out of range");
  return new GoList(list.items.slice(from, to), list.element);
}
function countOf(run, start, stop, step) {
  const items = [];
  if (stop < start ? step < 0 : step > 0) {
    for (let value = start; stop < start ? value > stop : value < stop; value += step) {
      run.spend();
      items.push(new GoInt(BigInt(value)));
    }
  }
  return new GoList(items, "int");
}

// src/source/template/sprig-maps.ts
var mapFunctions = {
  dict: variadic([], "any", (run, values) => dictOf(run, values)),
  get: fixed(["map", "string"], (run, map, key4) => entryOf(run, map, key4) ?? (map.entries.has(key4) ? null : "")),
  hasKey: fixed(["map", "string"], (run, map, key4) => entryOf(run, map, key4) !== void 0 || map.entries.has(key4)),
  set: fixed(["map", "string", "any"], (_, map, key4, value) => changed(map, (entries) => entries.set(key4, value))),
  unset: fixed(
    ["map", "string"],
    (_, map, key4) => map.entries.has(key4) ? changed(map, (entries) => entries.delete(key4)) : map
  ),
  keys: variadic([], "map", (_, maps) => keysOf(maps)),
  values: fixed(["map"], (_, map) => unordered(new GoList([...map.entries.values()]))),
  pluck: variadic(["string"], "map", (run, maps, key4) => plucked(run, maps, key4)),
  pick: variadic(["map"], "string", (run, keys, map) => picked(run, map, keys)),
  omit: variadic(["map"], "string", (_, keys, map) => omitted(map, keys)),
  dig: variadic([], "any", (run, values) => dug(run, values)),
  merge: variadic(["map"], "map", (run, sources, target) => merged(run, target, sources, false)),
  mustMerge: variadic(["map"], "map", (run, sources, target) => merged(run, target, sources, false)),
  mergeOverwrite: variadic(["map"], "map", (run, sources, target) => merged(run, target, sources, true)),
  mustMergeOverwrite: variadic(["map"], "map", (run, sources, target) => merged(run, target, sources, true))
};
function dictOf(run, values) {
  const entries = /* @__PURE__ */ new Map();
  for (let index = 0; index < values.length; index += 2) {
    entries.set(textOf2(run, values[index]), index + 1 < values.length ? values[index + 1] : "");
  }
  return new GoMap(entries);
}
function changed(map, change) {
  if (map.isNil) throw failure("assignment to entry in nil map");
  if (map.path !== void 0) throw unsupported("changing a parameter in place is not supported");
  change(map.entries);
  return map;
}
function unordered(list) {
  list.isUnordered = list.items.length > 1;
  return list;
}
function keysOf(maps) {
  return unordered(
    new GoList(
      maps.flatMap((map) => [...map.entries.keys()]),
      "string"
    )
  );
}
function plucked(run, maps, key4) {
  return new GoList(maps.flatMap((map) => map.entries.has(key4) ? [entryOf(run, map, key4)] : []));
}
function picked(run, map, keys) {
  const kept = keys.filter((key4) => map.entries.has(key4));
  return new GoMap(new Map(kept.map((key4) => [key4, entryOf(run, map, key4)])));
}
function omitted(map, keys) {
  return new GoMap(new Map([...map.entries].filter(([key4]) => !keys.includes(key4))));
}
function dug(run, values) {
  if (values.length < 3) throw failure("dig needs at least three arguments");
  const keys = values.slice(0, -2);
  let value = values.at(-1);
  mapToDig(value);
  for (const key4 of keys.map(textKey)) {
    const map = mapToDig(value);
    const next = entryOf(run, map, key4);
    if (!map.entries.has(key4)) return values.at(-2);
    value = next;
  }
  return value;
}
function textKey(key4) {
  if (typeof key4 !== "string") throw failure(`dig: a key is ${typeName(key4)}, not string`);
  return key4;
}
function mapToDig(value) {
  if (value instanceof GoMap && value.element === "any") return value;
  throw failure(`dig: ${typeName(value)} is not map[string]interface {}`);
}
function merged(run, target, sources, overwrites) {
  for (const source of sources) mergeInto(run, target, source, overwrites);
  return target;
}
function mergeInto(run, target, source, overwrites) {
  if (source.isNil || source.entries.size === 0) return;
  if (target.isNil) throw unsupported("merging into nothing is not supported");
  for (const [key4, value] of source.entries) {
    run.spend();
    const present3 = target.entries.get(key4);
    if (present3 instanceof GoMap && value instanceof GoMap) {
      mergeInto(run, present3, value, overwrites);
      if (present3.entries.size > 0) continue;
    }
    const isNothing4 = value === null || value === void 0;
    const fills = !isNothing4 && (!target.entries.has(key4) || !isTrue(present3));
    if (fills || overwrites) changed(target, (entries) => entries.set(key4, value));
  }
}

// src/source/template/re2-classes.ts
var digit = (code) => code >= 48 && code <= 57;
var word = (code) => digit(code) || code >= 65 && code <= 90 || code >= 97 && code <= 122 || code === 95;
var space = (code) => code === 32 || code === 9 || code === 10 || code === 12 || code === 13;
var perl = { d: digit, w: word, s: space };
var controls = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };
var posix2 = {
  alnum: (code) => word(code) && code !== 95,
  alpha: (code) => word(code) && code !== 95 && !digit(code),
  digit,
  lower: (code) => code >= 97 && code <= 122,
  upper: (code) => code >= 65 && code <= 90,
  space: (code) => space(code) || code === 11,
  punct: (code) => code > 32 && code < 127 && !(word(code) && code !== 95),
  word,
  xdigit: (code) => digit(code) || code >= 65 && code <= 70 || code >= 97 && code <= 102
};
var isWord = word;
function equal(wanted) {
  return (code) => code === wanted;
}
function perlClass(letter) {
  const lower = letter.toLowerCase();
  const test = Object.hasOwn(perl, lower) ? perl[lower] : void 0;
  if (test === void 0) return void 0;
  return letter === lower ? test : (code) => !test(code);
}
function posixClass(text2) {
  const negated = text2.startsWith("[:^");
  const name = text2.slice(negated ? 3 : 2, -2);
  const test = Object.hasOwn(posix2, name) ? posix2[name] : void 0;
  if (test === void 0) throw unsupported(`"${text2}" in patterns is not supported`);
  return negated ? (code) => !test(code) : test;
}

// src/source/template/re2-pattern.ts
var InvalidPattern = class extends Error {
};

// src/source/template/re2-syntax.ts
function parsedPattern(source) {
  const parser = new Parser(source);
  const pattern2 = parser.alternatives();
  if (!parser.atEnd()) throw new InvalidPattern("unexpected )");
  return { pattern: pattern2, groups: parser.groups, names: parser.names };
}
var Parser = class {
  groups = 0;
  names = /* @__PURE__ */ new Map();
  #runes;
  #at = 0;
  #depth = 0;
  constructor(source) {
    this.#runes = runesOf(source);
  }
  atEnd() {
    return this.#at >= this.#runes.length;
  }
  alternatives() {
    if (++this.#depth > 100) throw unsupported("a pattern nests too deeply");
    const of = [this.#sequence()];
    while (this.#take("|")) of.push(this.#sequence());
    this.#depth--;
    return of.length === 1 && of[0] !== void 0 ? of[0] : { kind: "any", of };
  }
  #peek() {
    return this.#runes[this.#at];
  }
  #next() {
    const rune = this.#runes[this.#at++];
    if (rune === void 0) throw new InvalidPattern("unexpected end");
    return rune;
  }
  #take(text2) {
    if (this.#runes.slice(this.#at, this.#at + text2.length).join("") !== text2) return false;
    this.#at += text2.length;
    return true;
  }
  #sequence() {
    const of = [];
    for (let rune = this.#peek(); rune !== void 0 && rune !== "|" && rune !== ")"; rune = this.#peek()) {
      of.push(this.#repeated(this.#atom()));
    }
    return { kind: "all", of };
  }
  #repeated(of) {
    const bounds = this.#bounds();
    if (bounds === void 0) return of;
    const lazy = this.#take("?");
    if (this.#bounds() !== void 0) throw new InvalidPattern("invalid nested repetition operator");
    return { kind: "repeat", of, ...bounds, lazy };
  }
  #bounds() {
    if (this.#take("*")) return { least: 0, most: Infinity };
    if (this.#take("+")) return { least: 1, most: Infinity };
    if (this.#take("?")) return { least: 0, most: 1 };
    const counted2 = /^\{([0-9]{1,9})(,([0-9]{0,9}))?\}/.exec(this.#runes.slice(this.#at, this.#at + 24).join(""));
    if (counted2 === null) return void 0;
    const [text2, low, comma, high] = counted2;
    const least = Number(low);
    const most = comma === void 0 ? least : high === "" ? Infinity : Number(high);
    if (least > 1e3 || most !== Infinity && most > 1e3 || most < least)
      throw new InvalidPattern("invalid repeat count");
    this.#at += text2.length;
    return { least, most };
  }
  #atom() {
    if (this.#bounds() !== void 0) throw new InvalidPattern("missing argument to repetition operator");
    const rune = this.#next();
    switch (rune) {
      case "(":
        return this.#group();
      case "[":
        return { kind: "set", has: this.#class() };
      case ".":
        return { kind: "set", has: (code) => code !== 10 };
      case "^":
        return { kind: "assert", at: "start" };
      case "$":
        return { kind: "assert", at: "end" };
      case "\\":
        return this.#escaped();
      default:
        return same(rune);
    }
  }
  #group() {
    if (this.#take("?:")) return this.#closed(this.alternatives());
    let name;
    if (this.#take("?P<") || this.#take("?<")) name = this.#name();
    else if (this.#peek() === "?") throw this.#flags();
    const index = ++this.groups;
    if (name !== void 0) {
      if (this.names.has(name)) throw unsupported("two groups of one name in a pattern are not supported");
      this.names.set(name, index);
    }
    return { kind: "group", of: this.#closed(this.alternatives()), index };
  }
  #flags() {
    const text2 = this.#runes.slice(this.#at, this.#at + 12).join("");
    return /^\?[imsU-]+[:)]/.test(text2) ? unsupported("flags in patterns are not supported") : new InvalidPattern("invalid group");
  }
  #name() {
    let name = "";
    for (let rune = this.#next(); rune !== ">"; rune = this.#next()) name += rune;
    if (!/^\w+$/.test(name)) throw new InvalidPattern("invalid capture group name");
    return name;
  }
  #closed(pattern2) {
    if (!this.#take(")")) throw new InvalidPattern("missing closing )");
    return pattern2;
  }
  #escaped() {
    const rune = this.#next();
    if (rune === "b") return { kind: "assert", at: "word" };
    if (rune === "B") return { kind: "assert", at: "no-word" };
    if (rune === "A") return { kind: "assert", at: "start" };
    if (rune === "z") return { kind: "assert", at: "end" };
    return { kind: "set", has: perlClass(rune) ?? equal(this.#escapedCode(rune)) };
  }
  #escapedCode(rune) {
    if (Object.hasOwn(controls, rune)) return controls[rune] ?? 0;
    if (/[!-/:-@[-`{-~]/.test(rune)) return rune.charCodeAt(0);
    if (/[pPxQC0-7]/.test(rune)) {
      if (/[1-7]/.test(rune) && !/[0-7]/.test(this.#peek() ?? "")) throw new InvalidPattern("invalid escape sequence");
      throw unsupported(`"\\${rune}" in patterns is not supported`);
    }
    throw new InvalidPattern("invalid escape sequence");
  }
  #class() {
    const negated = this.#take("^");
    const tests = [];
    for (let first2 = true; first2 || this.#peek() !== "]"; first2 = false) tests.push(this.#classItem());
    this.#next();
    const has2 = (code) => tests.some((test) => test(code));
    return negated ? (code) => !has2(code) : has2;
  }
  #classItem() {
    const named4 = this.#posixClass();
    if (named4 !== void 0) return named4;
    const low = this.#classCode();
    if (typeof low !== "number") return low;
    if (this.#peek() !== "-" || this.#runes[this.#at + 1] === "]") return equal(low);
    this.#next();
    const high = this.#classCode();
    if (typeof high !== "number" || high < low) throw new InvalidPattern("invalid character class range");
    return (code) => code >= low && code <= high;
  }
  #posixClass() {
    const text2 = /^\[:\^?\w+:\]/.exec(this.#runes.slice(this.#at, this.#at + 16).join(""))?.[0];
    if (text2 === void 0) return void 0;
    this.#at += text2.length;
    return posixClass(text2);
  }
  #classCode() {
    const rune = this.#next();
    if (rune !== "\\") return rune.codePointAt(0) ?? 0;
    const escape = this.#next();
    return perlClass(escape) ?? this.#escapedCode(escape);
  }
};
function same(rune) {
  return { kind: "set", has: equal(rune.codePointAt(0) ?? 0) };
}

// src/source/template/re2.ts
var mostInstructions = 5e3;
function compiled(source) {
  let parsed3;
  try {
    parsed3 = parsedPattern(source);
  } catch (cause) {
    if (cause instanceof InvalidPattern) return void 0;
    throw cause;
  }
  const program = [];
  emit(program, { kind: "group", of: parsed3.pattern, index: 0 });
  program.push({ op: "match" });
  return { names: parsed3.names, groups: parsed3.groups, program };
}
function emit(program, pattern2) {
  if (program.length > mostInstructions) throw unsupported("a pattern is too large");
  switch (pattern2.kind) {
    case "set":
      program.push({ op: "set", has: pattern2.has });
      break;
    case "assert":
      program.push({ op: "assert", at: pattern2.at });
      break;
    case "all":
      for (const part of pattern2.of) emit(program, part);
      break;
    case "any":
      emitAny(program, pattern2.of);
      break;
    case "repeat":
      emitRepeat(program, pattern2);
      break;
    case "group":
      program.push({ op: "save", slot: pattern2.index * 2 });
      emit(program, pattern2.of);
      program.push({ op: "save", slot: pattern2.index * 2 + 1 });
  }
}
function emitAny(program, [first2, ...others3]) {
  if (first2 === void 0) return;
  if (others3.length === 0) return emit(program, first2);
  const fork = program.push({ op: "match" }) - 1;
  emit(program, first2);
  const jump = program.push({ op: "match" }) - 1;
  program[fork] = { op: "fork", first: fork + 1, second: program.length };
  emitAny(program, others3);
  program[jump] = { op: "jump", to: program.length };
}
function emitRepeat(program, { of, least, most, lazy }) {
  for (let count = 1; count < least; count++) emit(program, of);
  if (most === Infinity) emitLoop(program, of, lazy, least === 0);
  else emitBounded(program, of, lazy, { must: least > 0, may: most - least });
}
function emitBounded(program, of, lazy, turns) {
  if (turns.must) emit(program, of);
  const forks = [];
  for (let count = 0; count < turns.may; count++) {
    forks.push(program.push({ op: "match" }) - 1);
    emit(program, of);
  }
  for (const fork of forks) program[fork] = forkOf(fork + 1, program.length, lazy);
}
function emitLoop(program, of, lazy, optional) {
  const fork = optional ? program.push({ op: "match" }) - 1 : void 0;
  const start = program.length;
  emit(program, of);
  program.push(forkOf(start, program.length + 1, lazy));
  if (fork !== void 0) program[fork] = forkOf(start, program.length, lazy);
}
function forkOf(more, on, lazy) {
  return lazy ? { op: "fork", first: on, second: more } : { op: "fork", first: more, second: on };
}
function matchOf(run, expression, codes, from) {
  let best;
  let threads = [];
  for (let at2 = from; at2 <= codes.length; at2++) {
    const here = new Follower(expression.program, codes, at2);
    for (const thread of threads) here.follow(thread.at, thread.slots);
    if (best === void 0) here.follow(0, []);
    run.spend(1 + (here.threads.length >> 2));
    threads = [];
    for (const thread of here.threads) {
      const instruction = expression.program[thread.at];
      if (instruction?.op === "match") {
        best = thread.slots;
        break;
      }
      const code = codes[at2];
      if (instruction?.op === "set" && code !== void 0 && instruction.has(code)) {
        threads.push({ at: thread.at + 1, slots: thread.slots });
      }
    }
    if (best !== void 0 && threads.length === 0) break;
  }
  return best;
}
var Follower = class {
  threads = [];
  #program;
  #codes;
  #at;
  #seen = /* @__PURE__ */ new Set();
  constructor(program, codes, at2) {
    this.#program = program;
    this.#codes = codes;
    this.#at = at2;
  }
  follow(start, slots) {
    const stack = [{ at: start, slots }];
    for (let thread = stack.pop(); thread !== void 0; thread = stack.pop()) {
      if (this.#seen.has(thread.at)) continue;
      this.#seen.add(thread.at);
      this.#step(thread, stack);
    }
  }
  #step({ at: at2, slots }, stack) {
    const instruction = this.#program[at2];
    switch (instruction?.op) {
      case "fork":
        stack.push({ at: instruction.second, slots }, { at: instruction.first, slots });
        break;
      case "jump":
        stack.push({ at: instruction.to, slots });
        break;
      case "save":
        stack.push({ at: at2 + 1, slots: replacedAt(slots, instruction.slot, this.#at) });
        break;
      case "assert":
        if (this.#holds(instruction.at)) stack.push({ at: at2 + 1, slots });
        break;
      case "set":
      case "match":
      case void 0:
        this.threads.push({ at: at2, slots });
    }
  }
  #holds(at2) {
    if (at2 === "start") return this.#at === 0;
    if (at2 === "end") return this.#at === this.#codes.length;
    const [before, after] = [this.#codes[this.#at - 1], this.#codes[this.#at]].map(
      (code) => code !== void 0 && isWord(code)
    );
    return before !== after === (at2 === "word");
  }
};
function replacedAt(slots, slot, value) {
  const copy = slots.slice();
  copy[slot] = value;
  return copy;
}

// src/source/template/sprig-patterns.ts
var three = ["string", "string", "string"];
var patternFunctions = {
  regexMatch: fixed(["string", "string"], (run, pattern2, text2) => matches(run, compiled(pattern2), text2)),
  mustRegexMatch: fixed(["string", "string"], (run, pattern2, text2) => matches(run, expressionOf(pattern2), text2)),
  regexReplaceAll: fixed(three, (run, pattern2, text2, template) => replacedAll(run, pattern2, text2, template, true)),
  mustRegexReplaceAll: fixed(three, (run, pattern2, text2, template) => replacedAll(run, pattern2, text2, template, true)),
  regexReplaceAllLiteral: fixed(three, (run, pattern2, text2, fresh) => replacedAll(run, pattern2, text2, fresh, false)),
  mustRegexReplaceAllLiteral: fixed(
    three,
    (run, pattern2, text2, fresh) => replacedAll(run, pattern2, text2, fresh, false)
  ),
  regexFind: fixed(["string", "string"], (run, pattern2, text2) => found(run, pattern2, text2)),
  mustRegexFind: fixed(["string", "string"], (run, pattern2, text2) => found(run, pattern2, text2)),
  regexQuoteMeta: fixed(["string"], (_, text2) => text2.replace(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`))
};
function expressionOf(pattern2) {
  const expression = compiled(pattern2);
  if (expression === void 0) throw failure("a pattern is no regular expression");
  return expression;
}
function matches(run, expression, text2) {
  return expression !== void 0 && matchOf(run, expression, codesOf(runesOf(text2)), 0) !== void 0;
}
function found(run, pattern2, text2) {
  const runes = runesOf(text2);
  const slots = matchOf(run, expressionOf(pattern2), codesOf(runes), 0);
  return slots === void 0 ? "" : runes.slice(slots[0], slots[1]).join("");
}
function codesOf(runes) {
  return runes.map((rune) => rune.codePointAt(0) ?? 0);
}
function replacedAll(run, pattern2, text2, template, expands) {
  const expression = expressionOf(pattern2);
  const runes = runesOf(text2);
  const codes = codesOf(runes);
  const out = [];
  let done = 0;
  for (let from = 0; from <= codes.length; ) {
    const slots = matchOf(run, expression, codes, from);
    if (slots === void 0) break;
    const [start = 0, end = 0] = slots;
    out.push(runes.slice(done, start).join(""));
    if (end > done || start === 0) out.push(expands ? expanded(expression, runes, slots, template) : template);
    run.spend(1 + (template.length >> 6));
    done = end;
    from = Math.max(from + 1, end);
  }
  out.push(runes.slice(done).join(""));
  return out.join("");
}
function expanded(expression, runes, slots, template) {
  return template.replace(
    /\$(?:(\$)|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu,
    (_, dollar, braced, plain2) => {
      if (dollar !== void 0) return "$";
      const name = braced ?? plain2 ?? "";
      const index = /^(?:0|[1-9][0-9]*)$/.test(name) ? Number(name) : expression.names.get(name);
      const start = index === void 0 ? void 0 : slots[index * 2];
      return index === void 0 || start === void 0 ? "" : runes.slice(start, slots[index * 2 + 1]).join("");
    }
  );
}

// src/source/template/sprig-encodings.ts
import { createHash } from "node:crypto";

// src/source/template/go-json.ts
function jsonText(run, value, indent, escapesHtml = true) {
  try {
    return new Writer(run, indent, escapesHtml).write(value, "\n");
  } catch (cause) {
    if (cause instanceof NoJson) return void 0;
    throw cause;
  }
}
var NoJson = class extends Error {
};
var Writer = class {
  #run;
  #indent;
  #escapesHtml;
  constructor(run, indent, escapesHtml) {
    this.#run = run;
    this.#indent = indent;
    this.#escapesHtml = escapesHtml;
  }
  write(value, margin) {
    this.#run.spend(typeof value === "string" ? costOf(value) : 1);
    if (value === null || value === void 0) return "null";
    if (typeof value === "string") return this.#string(value);
    if (typeof value === "number") return numberText2(value);
    if (typeof value === "boolean") return String(value);
    if (value instanceof GoInt) return value.value.toString();
    if (value.isNil) return "null";
    const inner = margin + this.#indent;
    if (value instanceof GoList)
      return this.#enclosed(
        "[",
        value.items.map((item) => this.write(item, inner)),
        "]",
        margin
      );
    const colon = this.#indent === "" ? ":" : ": ";
    const entries = sortedKeys(value).map((key4) => this.#string(key4) + colon + this.write(value.entries.get(key4), inner));
    return this.#enclosed("{", entries, "}", margin);
  }
  #enclosed(open, parts, close, margin) {
    if (parts.length === 0) return open + close;
    if (this.#indent === "") return `${open}${parts.join(",")}${close}`;
    const inner = margin + this.#indent;
    return `${open}${inner}${parts.join(`,${inner}`)}${margin}${close}`;
  }
  #string(text2) {
    const json = JSON.stringify(text2).replace(
      /[\u2028\u2029\u007f]/g,
      (rune) => rune === "\x7F" ? rune : `\\u${(rune.codePointAt(0) ?? 0).toString(16)}`
    );
    return this.#escapesHtml ? json.replace(/[<>&]/g, (rune) => `\\u00${rune.charCodeAt(0).toString(16)}`) : json;
  }
};
function numberText2(value) {
  if (!Number.isFinite(value)) throw new NoJson("no JSON number");
  if (Object.is(value, -0)) return "-0";
  return Math.abs(value) < 1e21 && Math.abs(value) >= 1e-6 ? plainText(value) : String(value);
}

// src/source/template/sprig-encodings.ts
var valueFunctions = {
  default: variadic(["any"], "any", (_, given, fallback) => isTrue(given[0]) ? given[0] : fallback),
  empty: fixed(["any"], (_, value) => !isTrue(value)),
  coalesce: variadic([], "any", (_, values) => values.find(isTrue) ?? null),
  all: variadic([], "any", (_, values) => values.every(isTrue)),
  any: variadic([], "any", (_, values) => values.some(isTrue)),
  ternary: fixed(["any", "any", "bool"], (_, yes, no, condition) => condition ? yes : no),
  fail: fixed(["string"], () => {
    throw failure("the template calls fail");
  }),
  kindOf: fixed(["any"], (_, value) => kindOf2(value)),
  kindIs: fixed(["string", "any"], (_, kind2, value) => kindOf2(value) === kind2),
  toJson: fixed(["any"], (run, value) => jsonText(run, value, "") ?? ""),
  mustToJson: fixed(["any"], (run, value) => jsonText(run, value, "") ?? notJson()),
  toPrettyJson: fixed(["any"], (run, value) => jsonText(run, value, "  ") ?? ""),
  toRawJson: fixed(["any"], (run, value) => jsonText(run, value, "", false) ?? notJson()),
  mustToRawJson: fixed(["any"], (run, value) => jsonText(run, value, "", false) ?? notJson()),
  fromJson: fixed(["string"], (_, text2) => parsed2(text2) ?? null),
  mustFromJson: fixed(["string"], (_, text2) => parsed2(text2) ?? invalid(text2)),
  b64enc: fixed(["string"], (_, text2) => Buffer.from(text2).toString("base64")),
  b64dec: fixed(["string"], (_, text2) => fromBase64(text2)),
  sha1sum: fixed(["string"], (_, text2) => digest("sha1", text2)),
  sha256sum: fixed(["string"], (_, text2) => digest("sha256", text2)),
  sha512sum: fixed(["string"], (_, text2) => digest("sha512", text2))
};
function kindOf2(value) {
  if (value === null || value === void 0) return "invalid";
  if (value instanceof GoInt) return value.type;
  if (value instanceof GoList) return "slice";
  if (value instanceof GoMap) return "map";
  return typeName(value);
}
function notJson() {
  throw failure("a value has no JSON form");
}
function parsed2(text2) {
  let value;
  try {
    value = JSON.parse(text2);
  } catch {
    return void 0;
  }
  if (/[eE0-9]{3}/.test(text2) && JSON.stringify(value) !== JSON.stringify(value, finiteOnly)) return void 0;
  if (/\\u[dD][89a-fA-F]/.test(text2)) throw unsupported("surrogate escapes in JSON are not supported");
  return decoded2(value);
}
function finiteOnly(_key, value) {
  if (value === Infinity || value === -Infinity) throw unsupported("so great a number in JSON is not supported");
  return value;
}
function invalid(text2) {
  if (text2.trim() === "null") return null;
  throw failure("a text is no JSON");
}
function fromBase64(text2) {
  const compact = text2.replace(/[\r\n]/g, "");
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) {
    throw unsupported("what is no base64 is not supported in b64dec");
  }
  const bytes = Buffer.from(compact, "base64");
  if (!Buffer.from(bytes.toString("utf8")).equals(bytes)) throw unsupported("binary data is not supported in b64dec");
  return bytes.toString("utf8");
}
function digest(algorithm, text2) {
  return createHash(algorithm).update(text2).digest("hex");
}

// src/source/template/go-functions.ts
var counts = {
  until: fixed(["int"], (run, count) => countOf(run, 0, count, count < 0 ? -1 : 1)),
  untilStep: fixed(["int", "int", "int"], (run, start, stop, step) => countOf(run, start, stop, step))
};
var functions = new Map(
  [
    builtins,
    textFunctions,
    listFunctions,
    mapFunctions,
    numberFunctions,
    patternFunctions,
    valueFunctions,
    counts,
    argoFunctions
  ].flatMap((group2) => Object.entries(group2))
);
var others = `abbrev abbrevboth add1f addf adler32sum ago b32dec b32enc bcrypt buildCustomCert call chunk date
  dateInZone dateModify date_in_zone date_modify decryptAES deepCopy deepEqual derivePassword divf duration durationRound
  encryptAES genCA genCAWithKey genPrivateKey genSelfSignedCert genSelfSignedCertWithKey genSignedCert
  genSignedCertWithKey hello html htmlDate htmlDateInZone htpasswd initials js maxf minf mulf mustChunk mustDateModify
  mustDeepCopy mustRegexFind mustRegexFindAll mustRegexMatch mustRegexReplaceAll mustRegexReplaceAllLiteral mustRegexSplit
  mustToDate mustToPrettyJson must_date_modify now osBase osClean osDir osExt osIsAbs randAlpha randAlphaNum randAscii
  randBytes randInt randNumeric regexFind regexFindAll regexQuoteMeta regexSplit round semver semverCompare seq shuffle
  subf swapcase toDate toDecimal typeIs typeIsLike typeOf unixEpoch urlJoin urlParse urlquery uuidv4 wrap wrapWith`;
var known = /* @__PURE__ */ new Set([...functions.keys(), ...others.split(/\s+/)]);
function isFunction(name) {
  return known.has(name);
}

// src/source/template/go-lexer.ts
var space2 = " 	\r\n";
var comment = /\/\*[^]*?\*\//y;
var alphanumeric = /[_\p{L}\p{Nd}]*/uy;
var oneAlphanumeric = /[_\p{L}\p{Nd}]/uy;
var spaces = /[ \t\r\n]+/y;
var quoted2 = /"(?:[^"\\\n]|\\[^\n])*"/y;
var raw = /`[^`]*`/y;
var constant = /'(?:[^'\\\n]|\\[^\n])*'/y;
var number = /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y;
function tokensOf(source) {
  const tokens = [];
  let at2 = 0;
  for (; ; ) {
    const open = source.indexOf("{{", at2);
    const end = open < 0 ? source.length : open;
    const trims = open >= 0 && trimsLeft(source, open + 2);
    const text2 = trims ? trimmedBy(source.slice(at2, end), isSpace2, "end") : source.slice(at2, end);
    if (text2 !== "") tokens.push({ kind: "text", text: text2, at: at2 });
    if (open < 0) break;
    const start = open + 2 + (trims ? 2 : 0);
    at2 = source.startsWith("/*", start) ? afterComment(source, start) : afterAction(source, start, tokens);
  }
  tokens.push({ kind: "end", text: "" });
  return tokens;
}
function trimsLeft(source, at2) {
  return source[at2] === "-" && isSpace2(source[at2 + 1]);
}
function isSpace2(character) {
  return character !== void 0 && space2.includes(character);
}
function afterComment(source, at2) {
  const text2 = match(comment, source, at2);
  if (text2 === void 0) throw failure("unclosed comment");
  const end = closing(source, at2 + text2.length);
  if (end === void 0) throw failure("comment ends before closing delimiter");
  return end;
}
function closing(source, at2) {
  if (source.startsWith("}}", at2)) return at2 + 2;
  if (!isSpace2(source[at2]) || !source.startsWith("-}}", at2 + 1)) return void 0;
  return at2 + 4 + (match(spaces, source, at2 + 4)?.length ?? 0);
}
function afterAction(source, start, tokens) {
  let at2 = start;
  let depth = 0;
  tokens.push({ kind: "open", text: "{{", at: source.lastIndexOf("{{", start) });
  for (; ; ) {
    const end = closing(source, at2);
    if (end !== void 0) {
      if (depth > 0) throw failure("unclosed left paren");
      tokens.push({ kind: "close", text: "}}", at: source.indexOf("}}", at2) });
      return end;
    }
    const token2 = tokenAt(source, at2);
    if (token2.kind === "left") depth++;
    if (token2.kind === "right" && --depth < 0) throw failure("unexpected right paren");
    tokens.push(token2);
    at2 += token2.kind === "field" ? token2.text.length + 1 : token2.text.length;
  }
}
var single = /* @__PURE__ */ new Map([
  ["=", "assign"],
  ["|", "pipe"],
  ["(", "left"],
  [")", "right"],
  [",", "comma"]
]);
function tokenAt(source, at2) {
  const character = source[at2];
  if (character === void 0) throw failure("unclosed action");
  if (isSpace2(character)) return spaceAt(source, at2);
  const kind2 = single.get(character);
  if (kind2 !== void 0) return { kind: kind2, text: character };
  switch (character) {
    case ":":
      if (source[at2 + 1] !== "=") throw failure("expected :=");
      return { kind: "declare", text: ":=" };
    case '"':
      return delimited("string", quoted2, source, at2, "unterminated quoted string");
    case "`":
      return delimited("raw", raw, source, at2, "unterminated raw quoted string");
    case "'":
      return delimited("char-constant", constant, source, at2, "unterminated character constant");
    case "$":
      return { kind: "variable", text: `$${nameAt(source, at2 + 1)}` };
    case ".":
      return fieldAt(source, at2);
    default:
      return wordAt(source, at2, character);
  }
}
function spaceAt(source, at2) {
  const text2 = match(spaces, source, at2) ?? "";
  const delimiter = source.startsWith("-}}", at2 + text2.length) && text2.length > 1;
  return { kind: "space", text: delimiter ? text2.slice(0, -1) : text2 };
}
function delimited(kind2, pattern2, source, at2, problem) {
  const text2 = match(pattern2, source, at2);
  if (text2 === void 0) throw failure(problem);
  return { kind: kind2, text: text2 };
}
function fieldAt(source, at2) {
  if (/[0-9]/.test(source[at2 + 1] ?? "")) return numberAt(source, at2);
  const name = nameAt(source, at2 + 1);
  return name === "" ? { kind: "dot", text: "." } : { kind: "field", text: name };
}
function wordAt(source, at2, character) {
  if (/[-+0-9]/.test(character)) return numberAt(source, at2);
  if (match(oneAlphanumeric, source, at2) !== void 0) return { kind: "word", text: nameAt(source, at2) };
  if (character < " " || character > "~") throw failure("unrecognized character in action");
  return { kind: "char", text: character };
}
function nameAt(source, at2) {
  const name = match(alphanumeric, source, at2) ?? "";
  const next = source[at2 + name.length];
  if (next !== void 0 && !`${space2}.,|:)(`.includes(next) && !source.startsWith("}}", at2 + name.length)) {
    throw failure(`bad character after ${JSON.stringify(name)}`);
  }
  return name;
}
function numberAt(source, at2) {
  const first2 = match(number, source, at2) ?? "";
  if (match(oneAlphanumeric, source, at2 + first2.length) !== void 0) throw failure("bad number syntax");
  if (!"+-".includes(source[at2 + first2.length] ?? " ")) return { kind: "number", text: first2 };
  const second = match(number, source, at2 + first2.length) ?? "";
  if (!second.endsWith("i")) throw failure("bad number syntax");
  return { kind: "complex", text: first2 + second };
}
function match(pattern2, source, at2) {
  pattern2.lastIndex = at2;
  return pattern2.exec(source)?.[0];
}

// src/source/template/go-tokens.ts
var deepest2 = 200;
var Tokens = class {
  knows;
  /** Variables in scope, innermost last. */
  variables = ["$"];
  /** Where the action that was left last ends: the offset of its `}}`. */
  lastClose = 0;
  /** How many ranges enclose this place. */
  ranges = 0;
  #tokens;
  #at = 0;
  #depth = 0;
  constructor(tokens, knows) {
    this.#tokens = tokens;
    this.knows = knows;
  }
  /** The token here, spaces included. */
  peek() {
    return this.#tokens[this.#at] ?? { kind: "end", text: "" };
  }
  next() {
    const token2 = this.peek();
    if (token2.kind === "close") this.lastClose = token2.at ?? 0;
    this.#at++;
    return token2;
  }
  /** The next token that is no space, without moving past it. */
  peekPast() {
    while (this.peek().kind === "space") this.#at++;
    return this.peek();
  }
  nextPast() {
    this.peekPast();
    return this.next();
  }
  expect(kind2, context2) {
    const token2 = this.nextPast();
    if (token2.kind !== kind2) throw unexpected2(token2, context2);
    return token2;
  }
  /** A place to come back to. */
  mark() {
    return this.#at;
  }
  backTo(mark2) {
    this.#at = mark2;
  }
  /** Runs `work` one level deeper; too deep is refused before the stack is. */
  nested(work) {
    if (++this.#depth > deepest2) throw unsupported("the template nests too deeply");
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
  /** Runs `work` with scopes of its own, as a defined template has. */
  apart(work) {
    const { variables, ranges } = this;
    this.variables = ["$"];
    this.ranges = 0;
    const result = work();
    this.variables = variables;
    this.ranges = ranges;
    return result;
  }
};
function unexpected2(token2, context2) {
  return failure(
    token2.kind === "end" ? `unexpected end of the template in ${context2}` : `unexpected ${JSON.stringify(token2.text)} in ${context2}`
  );
}

// src/source/template/go-pipeline.ts
var keywords = /* @__PURE__ */ new Set([
  "block",
  "break",
  "continue",
  "define",
  "else",
  "end",
  "if",
  "nil",
  "range",
  "template",
  "with"
]);
function pipelineOf(tokens, context2, end) {
  return tokens.nested(() => {
    const declared = declarationsOf(tokens, context2);
    const commands = [];
    for (; ; ) {
      const token2 = tokens.peekPast();
      if (token2.kind === end) break;
      if (terms[token2.kind] === void 0 && !isOperandWord(token2.kind, token2.text)) throw unexpected2(token2, context2);
      commands.push(commandOf(tokens));
    }
    tokens.next();
    checkCommands(commands, context2);
    return { kind: "pipe", ...declared, commands };
  });
}
function isOperandWord(kind2, text2) {
  return kind2 === "word" && (text2 === "nil" || !keywords.has(text2));
}
function checkCommands(commands, context2) {
  if (commands.length === 0) throw failure(`missing value for ${context2}`);
  const values = /* @__PURE__ */ new Set(["bool", "dot", "nil", "number", "string"]);
  if (commands.slice(1).some(([first2]) => first2 !== void 0 && values.has(first2.kind))) {
    throw failure("non executable command in pipeline");
  }
}
function declarationsOf(tokens, context2) {
  const variables = [];
  while (tokens.peekPast().kind === "variable") {
    const mark2 = tokens.mark();
    const name = tokens.next().text;
    const next = tokens.peekPast();
    if (next.kind === "assign" || next.kind === "declare") {
      tokens.next();
      variables.push(name);
      tokens.variables.push(name);
      return { variables, assigns: next.kind === "assign" };
    }
    if (next.kind !== "comma") {
      tokens.backTo(mark2);
      break;
    }
    tokens.next();
    variables.push(name);
    tokens.variables.push(name);
    checkSecond(tokens, context2, variables.length);
  }
  return { variables, assigns: false };
}
function checkSecond(tokens, context2, count) {
  if (context2 !== "range" || count > 1) throw failure(`too many declarations in ${context2}`);
  if (!["variable", "close", "right"].includes(tokens.peekPast().kind)) {
    throw failure("range can only initialize variables");
  }
}
function commandOf(tokens) {
  const operands = [];
  for (; ; ) {
    tokens.peekPast();
    const operand = operandOf(tokens);
    if (operand !== void 0) operands.push(operand);
    const { kind: kind2 } = tokens.peek();
    if (kind2 === "space") {
      tokens.next();
      continue;
    }
    if (kind2 === "pipe") tokens.next();
    else if (kind2 !== "close" && kind2 !== "right") throw unexpected2(tokens.peek(), "operand");
    break;
  }
  if (operands.length === 0) throw failure("empty command");
  return operands;
}
function operandOf(tokens) {
  const term = termOf(tokens);
  if (term === void 0 || tokens.peek().kind !== "field") return term;
  const names3 = [];
  while (tokens.peek().kind === "field") names3.push(tokens.next().text);
  if (term.kind === "field" || term.kind === "variable") return { ...term, names: [...term.names, ...names3] };
  if (term.kind === "pipe" || term.kind === "function") return { kind: "chain", of: term, names: names3 };
  throw failure("unexpected . after a term");
}
function termOf(tokens) {
  const { kind: kind2, text: text2 } = tokens.peekPast();
  if (kind2 === "word") return wordOf2(tokens, text2);
  const read = terms[kind2];
  if (read === void 0) return void 0;
  tokens.next();
  return read(text2, tokens);
}
var terms = {
  dot: () => ({ kind: "dot" }),
  variable: (text2, tokens) => {
    if (!tokens.variables.includes(text2)) throw failure(`undefined variable "${text2}"`);
    return { kind: "variable", name: text2, names: [] };
  },
  field: (text2) => ({ kind: "field", names: [text2] }),
  left: (_, tokens) => pipelineOf(tokens, "parenthesized pipeline", "right"),
  string: (text2) => ({ kind: "string", value: stringOf(text2) }),
  raw: (text2) => ({ kind: "string", value: stringOf(text2) }),
  number: (text2) => numberOf2(text2),
  "char-constant": (text2) => characterOf(text2),
  complex: () => {
    throw unsupported("complex numbers are not supported");
  }
};
function wordOf2(tokens, word2) {
  if (word2 !== "nil" && keywords.has(word2)) return void 0;
  tokens.next();
  if (word2 === "nil") return { kind: "nil" };
  if (word2 === "true" || word2 === "false") return { kind: "bool", value: word2 === "true" };
  if (!tokens.knows(word2)) throw failure(`function "${word2}" is not available`);
  return { kind: "function", name: word2 };
}

// src/source/template/go-parser.ts
var mainName = "base";
function programOf(source, knows) {
  const tokens = new Tokens(tokensOf(source), knows);
  const defined = /* @__PURE__ */ new Map();
  const main = [];
  while (tokens.peek().kind !== "end") {
    if (startsDefinition(tokens)) define(tokens, defined);
    else main.push(...atTop(pieceOf(tokens, defined)));
  }
  add2(defined, mainName, main);
  return { main: defined.get(mainName) ?? main, defined };
}
function atTop(piece) {
  if (typeof piece === "string") throw failure(`unexpected {{${piece}}}`);
  return [piece];
}
function startsDefinition(tokens) {
  if (tokens.peek().kind !== "open") return false;
  const mark2 = tokens.mark();
  tokens.next();
  const token2 = tokens.nextPast();
  if (token2.kind === "word" && token2.text === "define") return true;
  tokens.backTo(mark2);
  return false;
}
function define(tokens, defined) {
  const name = nameOf(tokens, "define clause");
  tokens.expect("close", "define clause");
  add2(
    defined,
    name,
    tokens.apart(() => bodyOf(tokens, defined, "define clause"))
  );
}
function nameOf(tokens, context2) {
  const token2 = tokens.nextPast();
  if (token2.kind !== "string" && token2.kind !== "raw") throw unexpected2(token2, context2);
  return stringOf(token2.text);
}
function add2(defined, name, body) {
  const earlier = defined.get(name);
  if (earlier === void 0 || isBlank(earlier)) defined.set(name, body);
  else if (!isBlank(body)) throw failure(`multiple definition of template "${name}"`);
}
function isBlank(body) {
  return body.every((piece) => piece.kind === "text" && trimSpace(piece.text) === "");
}
function bodyOf(tokens, defined, context2) {
  const { pieces, ending } = listOf2(tokens, defined);
  if (ending !== "end") throw failure(`unexpected {{else}} in ${context2}`);
  return pieces;
}
function listOf2(tokens, defined) {
  return tokens.nested(() => {
    const pieces = [];
    while (tokens.peekPast().kind !== "end") {
      const piece = pieceOf(tokens, defined);
      if (typeof piece === "string") return { pieces, ending: piece };
      pieces.push(piece);
    }
    throw failure("unexpected end of the template: an {{end}} is missing");
  });
}
function pieceOf(tokens, defined) {
  const token2 = tokens.nextPast();
  const start = token2.at ?? 0;
  if (token2.kind === "text") return { kind: "text", text: token2.text, span: { start, end: start + token2.text.length } };
  if (token2.kind !== "open") throw unexpected2(token2, "the template");
  const mark2 = tokens.mark();
  const word2 = tokens.nextPast();
  const structure = word2.kind === "word" ? structureOf(tokens, defined, word2.text) : void 0;
  if (structure !== void 0) return structure;
  tokens.backTo(mark2);
  const pipe = pipelineOf(tokens, "command", "close");
  return { kind: "action", pipe, span: { start, end: tokens.lastClose + 2 } };
}
function structureOf(tokens, defined, word2) {
  switch (word2) {
    case "if":
    case "with":
    case "range":
      return controlOf(tokens, defined, word2);
    case "else":
      return elseOf(tokens);
    case "end":
      tokens.expect("close", "end");
      return "end";
    case "break":
    case "continue":
      tokens.expect("close", `{{${word2}}}`);
      if (tokens.ranges === 0) throw failure(`{{${word2}}} outside {{range}}`);
      return { kind: word2 };
    case "template":
      return { kind: "template", name: nameOf(tokens, "template clause"), pipe: argumentOf(tokens) };
    case "block":
      return blockOf(tokens, defined);
    default:
      return void 0;
  }
}
function elseOf(tokens) {
  const next = tokens.peekPast();
  if (next.kind === "word" && (next.text === "if" || next.text === "with")) return "else";
  tokens.expect("close", "else");
  return "else";
}
function argumentOf(tokens) {
  if (tokens.peekPast().kind !== "close") return pipelineOf(tokens, "template clause", "close");
  tokens.next();
  return void 0;
}
function blockOf(tokens, defined) {
  const name = nameOf(tokens, "block clause");
  const pipe = pipelineOf(tokens, "block clause", "close");
  add2(
    defined,
    name,
    tokens.apart(() => bodyOf(tokens, defined, "block clause"))
  );
  return { kind: "template", name, pipe };
}
function controlOf(tokens, defined, kind2) {
  const scope = tokens.variables.length;
  const pipe = pipelineOf(tokens, kind2, "close");
  if (kind2 === "range") tokens.ranges++;
  const { pieces: body, ending } = listOf2(tokens, defined);
  if (kind2 === "range") tokens.ranges--;
  const otherwise = ending === "else" ? otherwiseOf(tokens, defined, kind2) : void 0;
  tokens.variables.length = scope;
  return { kind: kind2, pipe, body, otherwise };
}
function otherwiseOf(tokens, defined, kind2) {
  const next = tokens.peek();
  if (kind2 !== "range" && next.kind === "word" && next.text === kind2) {
    tokens.next();
    return [tokens.nested(() => controlOf(tokens, defined, kind2))];
  }
  return bodyOf(tokens, defined, kind2);
}

// src/source/template/go-template.ts
function goParamsOf(params, types = {}) {
  return paramsOf(params, types);
}
function goTemplateOf(template) {
  if (!template.includes("{{")) return { render: () => ({ ok: true, text: template, used: [], missing: [] }) };
  const program = refusalOr(() => programOf(template, isFunction));
  return { render: (params, options = {}) => "ok" in program ? program : rendered2(program, params, options) };
}
function rendered2(program, params, options) {
  return refusalOr(() => {
    const run = new Run(options.missingKey ?? "default");
    const dot = params instanceof GoMap ? params : paramsOf(params, options);
    execute(program, { run, variables: [{ name: "$", value: dot }], functions }, dot);
    return { ok: true, text: run.text(), used: run.used(), missing: run.missing() };
  });
}

// src/model/application-set/language.ts
var missingKeys = ["default", "invalid", "zero", "error"];
function languageOf(applicationSet) {
  if (valueAt(applicationSet.object, ["spec", "goTemplate"]) !== true) {
    return { go: false, missingKey: "default", render: (text2, params) => renderFast(text2, params.strings()) };
  }
  const own = missingKeyOf(applicationSet);
  const templates = /* @__PURE__ */ new Map();
  return {
    go: true,
    missingKey: own,
    render(text2, params, missingKey = own) {
      let template = templates.get(text2);
      if (!template) templates.set(text2, template = goTemplateOf(text2));
      return template.render(params.go(), { missingKey });
    }
  };
}
function missingKeyOf(applicationSet) {
  const path = ["spec", "goTemplateOptions"];
  const options = valueAt(applicationSet.object, path);
  let missingKey = "default";
  for (const [index, option] of (Array.isArray(options) ? options : []).entries()) {
    const value = missingKeys.find((key4) => option === `missingkey=${key4}`);
    if (!value) throw failing({ manifest: applicationSet, path: [...path, index] }, "Go has no such template option");
    missingKey = value;
  }
  return missingKey;
}
function isEmptySet({ params }) {
  return !isObject(params) || Object.keys(params).length === 0;
}

// src/model/application-set/params.ts
var noTypes = { stringMaps: [], stringLists: [] };
var ParamSet = class {
  params;
  types;
  /** The config file it was read from. */
  file;
  /** Where a parameter is written; undefined when it is made of something else, such as a folder's name. */
  traceOf;
  #go;
  #strings;
  constructor(params, traceOf, types = noTypes, file) {
    this.params = params;
    this.traceOf = traceOf;
    this.types = types;
    this.file = file;
  }
  /** The parameters as Go holds them. */
  go() {
    this.#go ??= goParamsOf(this.params, this.types);
    return this.#go;
  }
  /** The parameters that fasttemplate replaces: those that are strings. */
  strings() {
    this.#strings ??= stringsOf(this.params);
    return this.#strings;
  }
  /** Lets go of what was only needed for rendering. */
  forget() {
    this.#go = void 0;
    this.#strings = void 0;
  }
};
function stringsOf(params) {
  const strings3 = {};
  for (const [key4, value] of Object.entries(params)) if (typeof value === "string") setKey(strings3, key4, value);
  return strings3;
}
function has(root, path) {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === "number" && step < value.length) value = value[step];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[String(step)];
    else return false;
  }
  return value !== void 0;
}
function copied(object) {
  const copy = {};
  for (const [key4, value] of Object.entries(object)) setKey(copy, key4, value);
  return copy;
}
function mapOr(value) {
  return isObject(value) ? value : {};
}

// src/model/application-set/rendered-json.ts
function renderedJson(value, render, instead2 = () => void 0, path = []) {
  if (typeof value === "string") return value.includes("{{") ? render(value, path) : value;
  if (typeof value !== "object" || value === null) return value;
  const other = instead2(value);
  if (other !== void 0) return other;
  return Array.isArray(value) ? renderedList(value, render, instead2, path) : renderedMap(value, render, instead2, path);
}
function renderedList(list, render, instead2, path) {
  const items = list.map((item, index) => renderedJson(item, render, instead2, [...path, index]));
  return items.every((item, index) => item === list[index]) ? list : items;
}
function renderedMap(map, render, instead2, path) {
  const result = {};
  let same2 = true;
  for (const [key4, child] of Object.entries(map)) {
    const value = renderedJson(child, render, instead2, [...path, key4]);
    const name = key4.includes("{{") ? render(key4, [...path, key4]) : key4;
    if (value !== child || name !== key4) same2 = false;
    setKey(result, name, value);
  }
  return same2 ? map : result;
}
function templatePathOf(template, path, renderKey) {
  const found4 = [];
  let value = template;
  for (const step of path) {
    const key4 = stepIn(value, step, renderKey);
    const child = key4 === void 0 ? void 0 : valueAt(value, [key4]);
    if (key4 === void 0 || child === void 0) return { path: found4, value, whole: false };
    found4.push(key4);
    value = child;
  }
  return { path: found4, value, whole: true };
}
function stepIn(value, step, renderKey) {
  if (Array.isArray(value)) return typeof step === "number" && step < value.length ? step : void 0;
  if (!isObject(value)) return void 0;
  if (Object.hasOwn(value, step)) return step;
  return Object.keys(value).find((key4) => key4.includes("{{") && renderKey(key4) === step);
}

// src/model/application-set/generator.ts
function generatorTrace(generator, path, expanding) {
  const written2 = [...generator.path, ...path];
  const own = { origin: expanding.applicationSet.origin, path: written2 };
  const text2 = valueAt(expanding.applicationSet.object, written2);
  if (!generator.renderedWith || typeof text2 !== "string") return own;
  return paramTrace(text2, generator.renderedWith, expanding.language) ?? own;
}
function paramTrace(text2, set, language) {
  if (!text2.includes("{{")) return void 0;
  const rendered4 = language.render(text2, set);
  const [used, ...others3] = rendered4.ok ? rendered4.used : [];
  return used === void 0 || others3.length > 0 ? void 0 : set.traceOf(used);
}
function textOrRefusal(rendered4, path, expanding) {
  if (rendered4.ok) return rendered4.text;
  const about = within(expanding, path);
  throw rendered4.kind === "error" ? failing(about, rendered4.reason) : unknowable(about, rendered4.reason);
}
var withValues = ["clusters", "git", "scmProvider", "pullRequest", "clusterDecisionResource", "plugin"];
function interpolated(generator, set, expanding) {
  if (isEmptySet(set)) return generator;
  const { language } = expanding;
  const kept = /* @__PURE__ */ new Map();
  for (const kind2 of withValues) {
    const part = generator.value[kind2];
    if (isObject(part) && isObject(part) && isObject(part.values)) kept.set(part.values, part.values);
  }
  const render = (text2, path) => textOrRefusal(language.render(text2, set), [...generator.path, ...path], expanding);
  const value = renderedJson(generator.value, render, (part) => {
    const values = kept.get(part);
    return values && resolved(values, set, language);
  });
  const { selector } = generator.value;
  return {
    value: { ...mapOr(value), ...selector !== void 0 && { selector } },
    path: generator.path,
    renderedWith: set
  };
}
function resolved(values, set, language) {
  const result = {};
  for (const [key4, text2] of Object.entries(values)) {
    const rendered4 = typeof text2 === "string" ? language.render(text2, set, "error") : void 0;
    setKey(result, key4, rendered4?.ok ? rendered4.text : text2);
  }
  return result;
}

// src/model/application-set/template-fill.ts
var atomic = /* @__PURE__ */ new Set(["valuesObject"]);
function filled(own, from) {
  const result = copied(own);
  for (const [key4, value] of Object.entries(from)) {
    const present3 = Object.hasOwn(result, key4) ? result[key4] : null;
    if (isObject(present3) && isObject(value) && !atomic.has(key4)) setKey(result, key4, filled(present3, value));
    else if (isNothing3(present3)) setKey(result, key4, value);
  }
  return result;
}
function isNothing3(value) {
  if (Array.isArray(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return !value;
}

// src/model/application-set/template-patch.ts
function patchOf(text2) {
  const { documents, problems, needsFallback } = documentsOf(text2);
  if (needsFallback) return { refused: "its templatePatch is too unusual to be read here", fails: false };
  const [document] = documents;
  if (problems.some(({ kind: kind2 }) => kind2 !== "duplicate-key"))
    return { refused: "its templatePatch, rendered, is no YAML", fails: true };
  const value = document?.value ?? {};
  return isObject(value) ? { document, object: value } : { refused: "its templatePatch, rendered, is no mapping", fails: true };
}
function patched(application, patch) {
  const result = merged2(application, patch, []);
  if ("refused" in result) return result.refused;
  const { project } = isObject(application.spec) ? application.spec : { project: null };
  const spec = isObject(result.value.spec) ? copied(result.value.spec) : {};
  setKey(spec, "project", project ?? "default");
  return { object: { ...result.value, spec } };
}
function merged2(original, patch, path) {
  const { $patch: directive2, ...rest } = patch;
  if (directive2 === "replace") return { value: rest };
  if (directive2 === "delete") return { value: {} };
  const result = copied(original);
  for (const [key4, value] of Object.entries(rest)) {
    if (key4.startsWith("$")) return refused(`its templatePatch uses the directive ${key4.split("/")[0]}`, false);
    const present3 = Object.hasOwn(result, key4) ? result[key4] : void 0;
    if (isBytes(path) && isSameKind(present3, value)) return refused(notInBytes, true);
    if (value === null) delete result[key4];
    else if (isObject(value)) {
      const below2 = merged2(isObject(present3) ? present3 : {}, value, [...path, key4]);
      if ("refused" in below2) return below2;
      setKey(result, key4, below2.value);
    } else setKey(result, key4, listOr(present3, value, [...path, key4]));
  }
  return { value: result };
}
function refused(reason, fails) {
  return { refused: { refused: reason, fails } };
}
var notInBytes = "its templatePatch merges a map or a list inside valuesObject, which Kubernetes cannot";
function isSameKind(present3, value) {
  return isObject(present3) && isObject(value) || Array.isArray(present3) && Array.isArray(value);
}
function isBytes(path) {
  return path.at(-1) === "valuesObject";
}
function listOr(present3, value, path) {
  const joins2 = path.join(".") === "metadata.finalizers" && Array.isArray(present3) && Array.isArray(value);
  return joins2 ? [.../* @__PURE__ */ new Set([...present3, ...value])] : value;
}

// src/model/application-set/generated-origin.ts
var specTemplate = ["spec", "template"];
var specPatch = ["spec", "templatePatch"];
var GeneratedOrigin = class {
  #template;
  #set;
  constructor(template, set) {
    this.#template = template;
    this.#set = set;
  }
  get file() {
    return this.#set.file ?? this.#template.applicationSet.origin.file;
  }
  locate(path, part) {
    const { applicationSet, language, value, patch } = this.#template;
    const place = patch === void 0 ? void 0 : patchPlace(this.#template, patch, this.#set, path);
    if (place) return place;
    const render = (key4) => {
      const rendered4 = language.render(key4, this.#set);
      return rendered4.ok ? rendered4.text : void 0;
    };
    const found4 = templatePathOf(value, path, render);
    const text2 = part === "value" && found4.whole && !isEmptySet(this.#set) ? found4.value : void 0;
    const trace = typeof text2 === "string" ? paramTrace(text2, this.#set, language) : void 0;
    this.#set.forget();
    if (trace) return trace.origin.locate(trace.path, "value");
    return applicationSet.origin.locate([...this.#baseOf(found4.path), ...found4.path], found4.whole ? part : "key");
  }
  /** Which of the two templates a value stands in. */
  #baseOf(path) {
    const { applicationSet, own } = this.#template;
    return own && !isNothing3(valueAt(applicationSet.object, [...own, ...path])) ? own : specTemplate;
  }
};
function patchPlace({ applicationSet, language }, text2, set, path) {
  const rendered4 = language.render(text2, set);
  const patch = rendered4.ok ? patchOf(rendered4.text) : void 0;
  if (!patch || "refused" in patch || !rendered4.ok || !has(patch.object, path) || path.length === 0) return void 0;
  if (path[0] === "spec" && path[1] === "project") return void 0;
  const place = applicationSet.origin.locate(specPatch, "value");
  const span = patch.document && spanOf(rendered4.text, patch.document, path, "key");
  const line = span && lineLike(text2, rendered4.text, span.start);
  return line === void 0 ? applicationSet.origin.locate(specPatch, "key") : lineOf(place, line, text2);
}
function lineLike(text2, rendered4, offset) {
  const start = rendered4.lastIndexOf("\n", offset - 1) + 1;
  const key4 = /^\s*[^\s:]+:/.exec(rendered4.slice(start))?.[0];
  const lines = text2.split("\n").flatMap((line, index) => key4 !== void 0 && line.startsWith(key4) ? [index] : []);
  return lines.length === 1 ? lines[0] : void 0;
}
function lineOf(block, line, text2) {
  if (block.endLine - block.line < text2.trimEnd().split("\n").length) return block;
  const at2 = block.line + 1 + line;
  return { file: block.file, line: at2, column: 1, endLine: at2, endColumn: 1 };
}

// src/model/cluster.ts
var inClusterServer = "https://kubernetes.default.svc";
var inClusterName = "in-cluster";
function clusterKeyOf(destination) {
  const { server, name } = destination;
  if (server && name) return void 0;
  if (server) return serverKeyOf(server.value);
  if (name) return name.value === inClusterName ? serverKeyOf(inClusterServer) : `name ${name.value}`;
  return void 0;
}
function serverKeyOf(server) {
  try {
    const url = new URL(server);
    const port = url.port === "" || url.port === "443" ? "" : `:${url.port}`;
    return `server ${url.protocol}//${url.hostname}${port}${url.pathname.replace(/\/+$/, "")}`;
  } catch {
    return `server ${server.toLowerCase().replace(/\/+$/, "")}`;
  }
}
var inClusterKey = serverKeyOf(inClusterServer);

// src/model/cluster-secret.ts
var secretTypeLabel = "argocd.argoproj.io/secret-type";
var clusterType = "cluster";
function isClusterSecret(manifest) {
  const path = metadataPathOf(manifest);
  return path !== void 0 && valueAt(manifest.object, [...path, "labels", secretTypeLabel]) === clusterType;
}
function metadataPathOf(manifest) {
  if (isSecret(manifest)) return ["metadata"];
  if (isExternalSecret(manifest)) return ["spec", "target", "template", "metadata"];
  const isSealed = manifest.kind === "SealedSecret" && groupOf(manifest) === "bitnami.com";
  return isSealed ? ["spec", "template", "metadata"] : void 0;
}
function clusterSecretOf(manifest) {
  const metadata = metadataPathOf(manifest) ?? [];
  const name = fieldOf2(manifest, "name");
  const server = fieldOf2(manifest, "server");
  if (name === void 0 || server === void 0) return void 0;
  return {
    name,
    server,
    project: fieldOf2(manifest, "project") ?? "",
    labels: stringsAt(manifest, [...metadata, "labels"]),
    annotations: stringsAt(manifest, [...metadata, "annotations"]),
    manifest
  };
}
function fieldPathOf(manifest, field) {
  const maps = isSecret(manifest) ? [["stringData"], ["data"]] : [
    ["spec", "target", "template", "data"],
    ["spec", "template", "data"]
  ];
  return maps.map((map) => [...map, field]).find((path) => typeof valueAt(manifest.object, path) === "string");
}
var hidden = /\{\{|^ENC\[/;
function fieldOf2(manifest, field) {
  const path = fieldPathOf(manifest, field);
  const value = path && valueAt(manifest.object, path);
  if (typeof value !== "string" || hidden.test(value)) return void 0;
  return path?.[0] === "data" ? Buffer.from(value, "base64").toString("utf8") : value;
}
function stringsAt(manifest, path) {
  const value = valueAt(manifest.object, path);
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry) => typeof entry[1] === "string"));
}

// src/model/application-set/selector.ts
function selectorOf(selector) {
  if (!isObject(selector)) return { refused: "a selector is no mapping" };
  const requirements = [...labelRequirements(selector), ...expressionRequirements(selector)];
  const refused3 = requirements.map(refusalOf2).find((reason) => reason !== void 0);
  if (refused3 !== void 0) return { refused: refused3 };
  return (labels) => requirements.every((requirement) => isMet(requirement, labels));
}
function asksForSomething(selector) {
  if (!isObject(selector)) return false;
  return labelRequirements(selector).length + expressionRequirements(selector).length > 0;
}
function labelRequirements({ matchLabels }) {
  if (!isObject(matchLabels)) return [];
  return Object.entries(matchLabels).map(([key4, value]) => ({ key: key4, operator: "In", values: [textOr(value)] }));
}
function expressionRequirements({ matchExpressions }) {
  if (!Array.isArray(matchExpressions)) return [];
  return matchExpressions.filter(isObject).map(({ key: key4, operator, values }) => ({
    key: textOr(key4),
    operator: textOr(operator),
    values: Array.isArray(values) ? values.map(textOr) : []
  }));
}
function textOr(value) {
  return typeof value === "string" ? value : "";
}
var takesValues = { In: true, NotIn: true, Exists: false, DoesNotExist: false };
var labelKey = /^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
function refusalOf2({ key: key4, operator, values }) {
  if (!Object.hasOwn(takesValues, operator)) return "a selector has an operator that is none";
  if (takesValues[operator] !== values.length > 0) return `a selector's ${operator} has the wrong number of values`;
  return labelKey.test(key4) ? void 0 : "a selector asks for a key that can be no label";
}
function isMet({ key: key4, operator, values }, labels) {
  const value = Object.hasOwn(labels, key4) ? labels[key4] : void 0;
  if (operator === "Exists") return value !== void 0;
  if (operator === "DoesNotExist") return value === void 0;
  const isOne = value !== void 0 && values.includes(value);
  return operator === "In" ? isOne : !isOne;
}

// src/model/application-set/values.ts
function withValues2(set, generator, kind2, expanding) {
  const part = generator.value[kind2];
  const values = textsOf2(isObject(part) ? part.values : null);
  const names3 = Object.keys(values);
  if (names3.length === 0) return set;
  const { language } = expanding;
  const texts = {};
  for (const name of names3) {
    const text2 = values[name];
    const path = [...generator.path, kind2, "values", name];
    setKey(texts, name, text2.includes("{{") ? textOrRefusal(language.render(text2, set), path, expanding) : text2);
  }
  const trace = (name) => paramTrace(values[name], set, language) ?? generatorTrace(generator, [kind2, "values", name], expanding);
  return language.go ? asMap(set, texts, trace) : asFlat(set, texts, trace);
}
function textsOf2(values) {
  const texts = {};
  for (const [name, text2] of Object.entries(mapOr(values))) setKey(texts, name, typeof text2 === "string" ? text2 : "");
  return texts;
}
function asMap(set, values, trace) {
  const params = copied(set.params);
  setKey(params, "values", values);
  const traceOf = ([first2, second, ...rest]) => {
    if (first2 !== "values") return set.traceOf(second === void 0 ? [first2] : [first2, second, ...rest]);
    return typeof second === "string" && Object.hasOwn(values, second) ? trace(second) : void 0;
  };
  const others3 = set.types.stringMaps.filter(([first2]) => first2 !== "values");
  const types = {
    stringMaps: [...others3, ["values"]],
    stringLists: set.types.stringLists.filter(([first2]) => first2 !== "values")
  };
  return new ParamSet(params, traceOf, types, set.file);
}
function asFlat(set, values, trace) {
  const params = copied(set.params);
  for (const [name, value] of Object.entries(values)) setKey(params, `values.${name}`, value);
  const traceOf = (path) => {
    const name = String(path[0]);
    const own = name.startsWith("values.") && Object.hasOwn(values, name.slice(7));
    return own ? trace(name.slice(7)) : set.traceOf(path);
  };
  return new ParamSet(params, traceOf, set.types, set.file);
}

// src/model/application-set/cluster-generator.ts
function clusterSetsOf(generator, expanding) {
  const options = mapOr(generator.value.clusters);
  const path = [...generator.path, "clusters"];
  const { clusters } = expanding.context;
  if (!clusters) {
    const reason = "its clusters generator: only Argo CD knows the clusters; give them with clusters-file";
    throw unknowable(within(expanding, path), reason);
  }
  const isSelected = selectorOf(options.selector ?? {});
  if ("refused" in isSelected) throw failing(within(expanding, [...path, "selector"]), isSelected.refused);
  const selected = byName(clusters).filter(({ labels }) => isSelected({ ...labels, [secretTypeLabel]: "cluster" }));
  const sets = selected.map((cluster) => clusterSet(cluster, expanding));
  const isLocalThere = selected.some(({ server }) => server === inClusterServer);
  if (!asksForSomething(options.selector) && !isLocalThere) sets.push(localSet());
  spend(expanding, sets.length, path);
  const withOwn = sets.map((set) => withValues2(set, generator, "clusters", expanding));
  return options.flatList === true ? [flatList(withOwn)] : withOwn;
}
function byName(clusters) {
  const unique2 = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  return [...unique2.values()].sort((a, b) => a.name < b.name ? -1 : 1);
}
function clusterSet(cluster, { language }) {
  const { name, server, project, annotations } = cluster;
  const labels = { ...cluster.labels, [secretTypeLabel]: "cluster" };
  const params = { name, nameNormalized: normalized(name), server, project };
  if (language.go) {
    const some = Object.keys(annotations).length > 0;
    params.metadata = { ...some && { annotations: { ...annotations } }, labels };
    const stringMaps = [
      ["metadata", "annotations"],
      ["metadata", "labels"]
    ];
    return new ParamSet(params, (path) => secretTrace(cluster, path), { stringMaps, stringLists: [] });
  }
  for (const [key4, value] of Object.entries(annotations)) setKey(params, `metadata.annotations.${key4}`, value);
  for (const [key4, value] of Object.entries(labels)) setKey(params, `metadata.labels.${key4}`, value);
  return new ParamSet(params, ([flat]) => secretTrace(cluster, stepsOf(String(flat))));
}
function stepsOf(flat) {
  const [, map, key4] = /^metadata\.(annotations|labels)\.(.*)$/s.exec(flat) ?? [];
  return map === void 0 || key4 === void 0 ? [flat] : ["metadata", map, key4];
}
var fields = {
  name: "name",
  nameNormalized: "name",
  server: "server",
  project: "project"
};
function secretTrace({ manifest }, path) {
  if (!manifest) return void 0;
  const [first2, ...rest] = path;
  const metadata = metadataPathOf(manifest);
  if (first2 === "metadata") return metadata && { origin: manifest.origin, path: [...metadata, ...rest] };
  const field = fields[String(first2)];
  const written2 = field && fieldPathOf(manifest, field);
  return written2 && { origin: manifest.origin, path: written2 };
}
function localSet() {
  const params = { name: inClusterName, nameNormalized: inClusterName, server: inClusterServer, project: "" };
  return new ParamSet(params, () => void 0);
}
function flatList(sets) {
  return new ParamSet(
    { clusters: sets.map(({ params }) => params) },
    ([, index, ...path]) => typeof index === "number" ? sets[index]?.traceOf(path) : void 0,
    {
      stringMaps: sets.flatMap(({ types }, index) => types.stringMaps.map((path) => ["clusters", index, ...path])),
      stringLists: []
    }
  );
}

// src/model/application-set/flattened.ts
function flattened(value) {
  const flat = {};
  addTo(flat, value, "");
  return flat;
}
function addTo(flat, value, name) {
  if (Array.isArray(value)) value.forEach((item, index) => addTo(flat, item, joined2(name, String(index))));
  else if (isObject(value)) for (const [key4, child] of Object.entries(value)) addTo(flat, child, joined2(name, key4));
  else setKey(flat, name, textOf3(value));
}
function joined2(name, key4) {
  return name === "" ? key4 : `${name}.${key4}`;
}
function textOf3(value) {
  if (value === null) return "<nil>";
  return typeof value === "number" ? floatText(value) : String(value);
}
function pathOfFlat(root, name) {
  if (Array.isArray(root)) {
    const [, index, rest] = /^(\d+)(?:\.(.*))?$/s.exec(name) ?? [];
    const item = index === void 0 ? void 0 : root[Number(index)];
    return item === void 0 ? void 0 : stepped(Number(index), item, rest);
  }
  if (!isObject(root)) return void 0;
  for (const [key4, value] of Object.entries(root)) {
    if (name === key4) return [key4];
    const found4 = name.startsWith(`${key4}.`) ? stepped(key4, value, name.slice(key4.length + 1)) : void 0;
    if (found4) return found4;
  }
  return void 0;
}
function stepped(step, value, rest) {
  if (rest === void 0) return [step];
  const below2 = pathOfFlat(value, rest);
  return below2 && [step, ...below2];
}

// src/model/application-set/git-generator.ts
import { posix as posix5 } from "node:path";

// src/source/glob-doublestar.ts
import { posix as posix3 } from "node:path";

// src/source/glob-parts.ts
var sign = {
  star: 42,
  query: 63,
  open: 91,
  close: 93,
  brace: 123,
  unbrace: 125,
  comma: 44,
  escape: 92,
  not: 33,
  caret: 94,
  dash: 45,
  slash: 47,
  colon: 58
};
function exactly(wanted) {
  return { has: (code) => code === wanted, star: false };
}
function matchesParts(parts, codes) {
  let part = 0;
  let star = -1;
  let resume = 0;
  for (let at2 = 0; at2 < codes.length; ) {
    const code = codes[at2] ?? -1;
    const here = parts[part];
    if (here?.star) {
      star = part++;
      resume = at2;
    } else if (here?.has(code)) {
      part++;
      at2++;
    } else {
      const taken = codes[resume] ?? -1;
      if (star < 0 || !parts[star]?.has(taken)) return false;
      at2 = ++resume;
      part = star + 1;
    }
  }
  return parts.slice(part).every((rest) => rest.star);
}
function codesOf2(text2) {
  return Array.from(text2, (rune) => rune.codePointAt(0) ?? 0);
}

// src/source/glob-doublestar.ts
var mostChoices = 1e3;
function doublestar(pattern2) {
  const cleaned2 = posix3.join("/", pattern2).slice(1).replace(/\/$/, "");
  const choices = isBalanced(cleaned2) ? choicesOf(cleaned2) : void 0;
  const paths = choices?.map(segmentsOf);
  if (paths === void 0 || posix3.normalize(pattern2).startsWith("../") || !paths.every(isPresent)) return void 0;
  return (text2) => {
    const names3 = text2.split("/").map(codesOf2);
    return paths.some((segments) => matches2(segments, names3));
  };
}
function isPresent(value) {
  return value !== void 0;
}
function matches2(segments, names3) {
  const open = segments.at(-1) === "**";
  let segment = 0;
  let star = -1;
  let resume = 0;
  for (let at2 = 0; at2 < names3.length; ) {
    const here = segments[segment];
    if (here === "**" && segment === segments.length - 1) return true;
    if (here === "**") {
      star = segment++;
      resume = at2;
    } else if (here !== void 0 && matchesParts(here, names3[at2] ?? [])) {
      segment++;
      at2++;
    } else if (star >= 0) {
      at2 = ++resume;
      segment = star + 1;
    } else return false;
  }
  return !open && segment === segments.length;
}
function isBalanced(pattern2) {
  let depth = 0;
  for (const [, brace] of pattern2.matchAll(/\\[^]|([{}])/g)) {
    if (brace === "{") depth++;
    if (brace === "}" && --depth < 0) return false;
  }
  return depth === 0;
}
function choicesOf(pattern2) {
  const done = [];
  const open = [pattern2];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const braces = bracesOf(next);
    if (braces === void 0) done.push(next);
    else open.push(...braces);
    if (done.length + open.length > mostChoices) return void 0;
  }
  return done;
}
function bracesOf(pattern2) {
  const cuts = [];
  let depth = 0;
  for (const { 0: text2, index } of pattern2.matchAll(/\\[^]|[{},]/g)) {
    if (text2 === "}") depth--;
    if (text2 === "{" && depth === 0 || text2 === "," && depth === 1) cuts.push(index);
    if (text2 === "{") depth++;
    if (text2 !== "}" || depth > 0) continue;
    cuts.push(index);
    const head = pattern2.slice(0, cuts[0]);
    const tail = pattern2.slice(index + 1);
    const inner = cuts.slice(1).map((cut, at2) => pattern2.slice((cuts[at2] ?? 0) + 1, cut));
    if (inner.at(-1) === "") inner.pop();
    return inner.map((choice) => head + choice + tail);
  }
  return void 0;
}
function segmentsOf(pattern2) {
  const segments = pattern2.split("/").map((segment) => segment === "**" ? segment : partsOf(codesOf2(segment)));
  return segments.every(isPresent) ? segments : void 0;
}
function partsOf(codes) {
  const parts = [];
  for (let at2 = 0; at2 < codes.length; at2++) {
    const code = codes[at2] ?? 0;
    if (code === sign.star) parts.push({ has: () => true, star: true });
    else if (code === sign.query) parts.push({ has: () => true, star: false });
    else if (code === sign.open) {
      const found4 = classAt(codes, at2 + 1);
      if (found4 === void 0) return void 0;
      parts.push({ has: found4.has, star: false });
      at2 = found4.end;
    } else {
      const literal2 = code === sign.escape ? codes[++at2] : code;
      if (literal2 === void 0) return void 0;
      parts.push(exactly(literal2));
    }
  }
  return parts;
}
function classAt(codes, from) {
  const negated = codes[from] === sign.not || codes[from] === sign.caret;
  const ranges = [];
  let at2 = from + (negated ? 1 : 0);
  if (codes[at2] === sign.close) return void 0;
  const member2 = () => codes[at2] === sign.escape ? codes[(at2 += 2) - 1] : codes[at2++];
  while (codes[at2] !== sign.close) {
    const low = member2();
    const isRange = codes[at2] === sign.dash && codes[at2 + 1] !== sign.close;
    if (isRange) at2++;
    const high = isRange ? member2() : low;
    if (low === void 0 || high === void 0) return void 0;
    ranges.push([low, high]);
  }
  return { has: (code) => ranges.some(([low, high]) => low <= code && code <= high) !== negated, end: at2 };
}

// src/source/glob-automaton.ts
function alternation(sequences) {
  const of = sequences.map((sequence) => ({ kind: "all", of: sequence }));
  return of.length === 1 && of[0] !== void 0 ? of[0] : { kind: "any", of };
}
function treeGlob(tree) {
  const states = [];
  const end = states.push({ has: void 0, again: false, next: [] }) - 1;
  const start = stateBefore(states, tree, [end]);
  return (text2) => {
    let current2 = closure(states, start);
    for (const code of codesOf2(text2)) {
      if (current2.size === 0) return false;
      current2 = closure(states, stepped2(states, current2, code));
    }
    return current2.has(end);
  };
}
function stateBefore(states, tree, next) {
  if (tree.kind === "one" || tree.kind === "many") {
    return [states.push({ has: tree.has, again: tree.kind === "many", next }) - 1];
  }
  if (tree.kind === "any") return tree.of.flatMap((choice) => stateBefore(states, choice, next));
  return tree.of.reduceRight((after, part) => stateBefore(states, part, after), next);
}
function stepped2(states, current2, code) {
  const reached = [];
  for (const index of current2) {
    const state = states[index];
    if (!state?.has?.(code)) continue;
    if (state.again) reached.push(index);
    else reached.push(...state.next);
  }
  return reached;
}
function closure(states, from) {
  const reached = new Set(from);
  for (const index of reached) {
    const state = states[index];
    if (state?.again) for (const next of state.next) reached.add(next);
  }
  return reached;
}

// src/source/glob-gobwas-overlap.ts
var token = /(?:[^*?[\]{},\\]|\\[^])+|\*\*|\*|\?|\[[^\]]*\]|[^]/gu;
var text = /^(?:[^*?[\]{},\\]|\\[^])+$/u;
function overlapsOf(pattern2, separator) {
  const group2 = /^\{([^{}[\\]*)\}$/u.exec(pattern2)?.[1];
  const alternatives = group2 === void 0 ? [pattern2] : group2.split(",");
  const sequences = alternatives.map((alternative) => alternative.match(token) ?? []);
  if (sequences.length > 1 && (isCommon(sequences, 0) || isCommon(sequences, -1))) return [];
  return sequences.flatMap((sequence) => endsOf(sequence, separator));
}
function isCommon(sequences, at2) {
  return sequences.every((sequence) => sequence.at(at2) !== void 0 && sequence.at(at2) === sequences[0]?.at(at2));
}
function endsOf(sequence, separator) {
  const [prefix, suffix] = [sequence[0] ?? "", sequence.at(-1) ?? ""];
  const stars = sequence.slice(1, -1);
  const areStars = separator === void 0 ? stars.every((star) => /^\*+$/.test(star)) : stars.join(" ") === "**";
  if (stars.length === 0 || !areStars || !text.test(prefix) || !text.test(suffix)) return [];
  return [{ prefix: prefix.replace(/\\([^])/gu, "$1"), suffix: suffix.replace(/\\([^])/gu, "$1") }];
}

// src/source/glob-gobwas.ts
function gobwasGlob(pattern2, separator) {
  const parser = new Parser2(codesOf2(pattern2), separator);
  const tree = parser.tree();
  if (tree === void 0 || /\{\}|\{$/.test(pattern2)) return void 0;
  const matches4 = treeGlob(tree);
  const overlaps = overlapsOf(pattern2, separator);
  return (text2) => matches4(text2) || overlaps.some(({ prefix, suffix }) => text2.startsWith(prefix) && text2.endsWith(suffix));
}
var Parser2 = class {
  #codes;
  #inside;
  #at = 0;
  constructor(codes, separator) {
    const stop = separator?.charCodeAt(0);
    this.#codes = codes;
    this.#inside = (code) => code !== stop;
  }
  /** The whole pattern; an unclosed `{` ends with it. Undefined when a class is malformed. */
  tree() {
    const branches = [{ alternatives: [[]] }];
    while (this.#at < this.#codes.length) {
      if (!this.#step(branches)) return void 0;
    }
    while (branches.length > 1) closeBranch(branches);
    return alternation(branches[0]?.alternatives ?? []);
  }
  #step(branches) {
    const code = this.#codes[this.#at++];
    const inner = branches.length > 1;
    if (code === sign.brace) branches.push({ alternatives: [[]] });
    else if (code === sign.comma && inner) branches.at(-1)?.alternatives.push([]);
    else if (code === sign.unbrace && inner) closeBranch(branches);
    else return this.#add(code, branches);
    return true;
  }
  #add(code, branches) {
    const part = this.#part(code);
    if (part === void 0) return false;
    if (part !== "nothing") branches.at(-1)?.alternatives.at(-1)?.push(part);
    return true;
  }
  #part(code) {
    if (code === sign.query) return { kind: "one", has: this.#inside };
    if (code === sign.star) return this.#star();
    if (code === sign.open) return this.#class();
    const literal2 = code === sign.escape ? this.#codes[this.#at++] : code;
    return literal2 === void 0 ? "nothing" : { kind: "one", has: (other) => other === literal2 };
  }
  #star() {
    if (this.#codes[this.#at] !== sign.star) return { kind: "many", has: this.#inside };
    this.#at++;
    return { kind: "many", has: () => true };
  }
  #class() {
    const not = this.#codes[this.#at] === sign.not;
    if (not) this.#at++;
    const has2 = this.#codes[this.#at + 1] === sign.dash ? this.#range() : this.#list();
    if (has2 === void 0) return void 0;
    return { kind: "one", has: not ? (code) => !has2(code) : has2 };
  }
  // Exactly `lo-hi]`; both stand for themselves, even a backslash.
  #range() {
    const [low, , high, close] = this.#codes.slice(this.#at, this.#at + 4);
    if (low === void 0 || high === void 0 || close !== sign.close || high < low) return void 0;
    this.#at += 4;
    return (code) => code >= low && code <= high;
  }
  #list() {
    const members = /* @__PURE__ */ new Set();
    for (let code = this.#codes[this.#at++]; code !== sign.close; code = this.#codes[this.#at++]) {
      const member2 = code === sign.escape ? this.#codes[this.#at++] : code;
      if (member2 === void 0) return void 0;
      members.add(member2);
    }
    return members.size === 0 ? void 0 : (code) => members.has(code);
  }
};
function closeBranch(branches) {
  const closed = branches.pop();
  if (closed !== void 0) branches.at(-1)?.alternatives.at(-1)?.push(alternation(closed.alternatives));
}

// src/source/glob-path-match.ts
function pathMatch(pattern2) {
  const chunks = chunksOf(codesOf2(pattern2));
  return chunks && ((text2) => matches3(chunks, codesOf2(text2)));
}
function matches3(chunks, codes) {
  let at2 = 0;
  for (const [index, chunk] of chunks.entries()) {
    const isLast = index === chunks.length - 1;
    if (chunk.star && chunk.tests.length === 0) return !codes.includes(sign.slash, at2);
    const start = placeOf2(chunk, codes, at2, isLast);
    if (start === void 0) return false;
    at2 = start + chunk.tests.length;
  }
  return at2 === codes.length;
}
function placeOf2(chunk, codes, from, isLast) {
  for (let at2 = from; at2 + chunk.tests.length <= codes.length; at2++) {
    const fits2 = chunk.tests.every((test, index) => test(codes[at2 + index] ?? -1));
    if (fits2 && (!isLast || at2 + chunk.tests.length === codes.length)) return at2;
    if (!chunk.star || codes[at2] === sign.slash) return void 0;
  }
  return void 0;
}
function chunksOf(codes) {
  const chunks = [];
  let at2 = 0;
  do {
    let star = false;
    for (; codes[at2] === sign.star; at2++) star = true;
    const tests = [];
    while (at2 < codes.length && codes[at2] !== sign.star) {
      const part = partAt(codes, at2);
      if (part === void 0) return void 0;
      tests.push(part.has);
      at2 = part.end;
    }
    chunks.push({ star, tests });
  } while (at2 < codes.length);
  return chunks;
}
function partAt(codes, at2) {
  const code = codes[at2];
  if (code === sign.query) return { has: (other) => other !== sign.slash, end: at2 + 1 };
  if (code === sign.open) return classAt2(codes, at2 + 1);
  const literal2 = code === sign.escape ? codes[at2 + 1] : code;
  if (literal2 === void 0) return void 0;
  return { has: (other) => other === literal2, end: at2 + (code === sign.escape ? 2 : 1) };
}
function classAt2(codes, from) {
  const negated = codes[from] === sign.caret;
  const ranges = [];
  let at2 = from + (negated ? 1 : 0);
  while (codes[at2] !== sign.close || ranges.length === 0) {
    const low = memberAt(codes, at2);
    if (low === void 0) return void 0;
    const high = codes[low.end] === sign.dash ? memberAt(codes, low.end + 1) : low;
    if (high === void 0) return void 0;
    ranges.push([low.code, high.code]);
    at2 = high.end;
  }
  return { has: (code) => ranges.some(([low, high]) => low <= code && code <= high) !== negated, end: at2 + 1 };
}
function memberAt(codes, at2) {
  if (codes[at2] === sign.dash || codes[at2] === sign.close) return void 0;
  const escaped3 = codes[at2] === sign.escape;
  const code = codes[escaped3 ? at2 + 1 : at2];
  const end = at2 + (escaped3 ? 2 : 1);
  return code === void 0 || end >= codes.length ? void 0 : { code, end };
}

// src/source/glob-pathspec.ts
import { posix as posix4 } from "node:path";
function gitPathspec(pattern2) {
  const path = posix4.normalize(pattern2);
  if (pattern2 === "" || pattern2.startsWith(":") || path.startsWith("/") || /^\.\.(?:\/|$)/.test(path)) return void 0;
  const literal2 = path === "." || path === "./" ? "" : path;
  const parts = /[*?[\\]/.test(literal2) ? partsOf2(bytesOf(literal2)) : void 0;
  return (text2) => isInside(text2, literal2) || parts !== void 0 && matchesParts(parts, bytesOf(text2));
}
function isInside(text2, literal2) {
  if (literal2 === "" || text2 === literal2) return true;
  return text2.startsWith(literal2.endsWith("/") ? literal2 : `${literal2}/`);
}
function bytesOf(text2) {
  return [...Buffer.from(text2)];
}
function partsOf2(bytes) {
  const parts = [];
  for (let at2 = 0; at2 < bytes.length; at2++) {
    const byte = bytes[at2] ?? 0;
    if (byte === sign.star) parts.push({ has: () => true, star: true });
    else if (byte === sign.query) parts.push({ has: () => true, star: false });
    else if (byte === sign.open) {
      const found4 = classAt3(bytes, at2 + 1);
      if (found4 === void 0) return void 0;
      parts.push({ has: found4.has, star: false });
      at2 = found4.end;
    } else {
      const literal2 = byte === sign.escape ? bytes[++at2] : byte;
      if (literal2 === void 0) return void 0;
      parts.push(exactly(literal2));
    }
  }
  return parts;
}
function classAt3(bytes, from) {
  const negated = bytes[from] === sign.not || bytes[from] === sign.caret;
  const tests = [];
  let at2 = from + (negated ? 1 : 0);
  const first2 = at2;
  const member2 = () => bytes[at2] === sign.escape ? bytes[(at2 += 2) - 1] : bytes[at2++];
  while (bytes[at2] !== sign.close || at2 === first2) {
    const named4 = bytes[at2] === sign.open && bytes[at2 + 1] === sign.colon ? namedAt(bytes, at2) : void 0;
    if (named4 === "unknown") return void 0;
    if (named4 !== void 0) {
      tests.push(named4.has);
      at2 = named4.end;
      continue;
    }
    const low = member2();
    const isRange = bytes[at2] === sign.dash && bytes[at2 + 1] !== sign.close && at2 + 1 < bytes.length;
    if (isRange) at2++;
    const high = isRange ? member2() : low;
    if (low === void 0 || high === void 0) return void 0;
    tests.push((byte) => low <= byte && byte <= high);
  }
  return { has: (byte) => tests.some((test) => test(byte)) !== negated, end: at2 };
}
var named2 = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: new RegExp("\\p{Cc}", "u"),
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t-\r ]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/
};
function namedAt(bytes, at2) {
  const close = bytes.indexOf(sign.close, at2 + 2);
  if (close < 0) return "unknown";
  if (bytes[close - 1] !== sign.colon || close - 1 < at2 + 2) return void 0;
  const name = String.fromCharCode(...bytes.slice(at2 + 2, close - 1));
  const pattern2 = Object.hasOwn(named2, name) ? named2[name] : void 0;
  return pattern2 === void 0 ? "unknown" : { has: (byte) => byte < 128 && pattern2.test(String.fromCharCode(byte)), end: close + 1 };
}

// src/source/repository-url.ts
function sameRepository(a, b) {
  const one = addressOf(a);
  const other = addressOf(b);
  return one !== void 0 && other !== void 0 && one.host === other.host && one.path === other.path;
}
var longest2 = 2e3;
var address = /^(?:(?:https?|ssh):\/\/)?(?:[\w.][\w.-]{0,30}[\w.$-]?(?::[^@/]*)?@)?(?:(?:alt)?ssh\.)?([a-z0-9._-]+|\[[0-9a-f:]+\])(?::\d+)?[:/]\/?(.+)$/;
function addressOf(url) {
  const parts = url.length > longest2 ? null : address.exec(url.trim().toLowerCase());
  if (parts === null) return void 0;
  const [, host = "", rest = ""] = parts;
  let end = rest.length;
  while (rest[end - 1] === "/") end--;
  return { host, path: rest.slice(0, end).replace(/\.git$/, "") };
}
function isSshUrl(url) {
  return /^(?:ssh:\/\/)?[^/:@]*@[^@]+$/.test(url);
}
function normalizedGitUrl(url) {
  const lower = url.trim().toLowerCase();
  const scp = isSshUrl(lower) && !lower.startsWith("ssh://");
  const absolute2 = (scp ? `ssh://${lower.replace(":", "/")}` : lower).replace(/\.git$/, "");
  if (/^[a-z][a-z0-9+.-]*:(?!\/)/.test(absolute2)) return absolute2;
  return isUrl(absolute2) ? escaped2(absolute2).replace(/^ssh:\/\//, "") : "";
}
function isUrl(url) {
  if (/[^ -~\u0080-\uffff]/.test(url) || /%(?![0-9a-f]{2})/.test(url)) return false;
  const [, scheme, authority] = /^([^:/?#]*:)?(?:\/\/([^/?#]*))?/.exec(url) ?? [];
  if (scheme !== void 0 && !/^[a-z][a-z0-9+.-]*:$/.test(scheme)) return false;
  const at2 = authority?.lastIndexOf("@") ?? -1;
  if (!/^[\w.:~!$&'()*+,;=%@-]*$/.test(authority?.slice(0, Math.max(at2, 0)) ?? "")) return false;
  const host = authority?.slice(at2 + 1) ?? "";
  return !/[ "<>^`{|}\\%]/.test(host) && (/^\[[^\]]*\](?::\d*)?$/.test(host) || /^[^:[\]]*(?::\d*)?$/.test(host));
}
function escaped2(url) {
  return url.replace(/[ "<>^`{|}\\]|[^\0-\u007f]/gu, encodeURIComponent);
}

// src/model/elsewhere.ts
function elsewhereReason(url, revision, { repository, revisions }) {
  if (url === void 0) return "the source names no repository";
  if (repository !== void 0 && !sameRepository(url, repository)) {
    return `its source is another repository (${url})`;
  }
  const branch = (revision || "HEAD").replace(/^refs\/heads\//, "");
  if (branch === "HEAD" || revisions.length === 0 || revisions.includes(branch)) return void 0;
  return `its source follows the revision "${branch}", which is not the one checked out`;
}

// src/model/template-file.ts
var directive = /^[ \t]*(?:- )?\{\{-?[ \t]*(?:if|else|end|range|with|define|block|include|template|\/\*|\$|\.|- )/m;
var bareValue = /^[^#'"\n]*:[ \t]+\{\{-?[ \t]*(?:\.|\$|include|template|default|tpl|toYaml|quote|printf|required)/m;
function isTemplate(text2) {
  return text2.includes("{{") && hasDirective(text2) && hasDirective(outsideBlocks(text2));
}
function hasDirective(text2) {
  return directive.test(text2) || bareValue.test(text2);
}
var blockStart = /^( *)((?:- +)*)(?:([^#\s][^#]*:) +)?(?:[!&]\S+ +)*[|>][-+0-9]*[ \t]*(?:#.*)?$/;
function blockIndentOf(line) {
  const found4 = blockStart.exec(line);
  if (!found4) return void 0;
  const [, spaces2 = "", dashes = "", key4] = found4;
  return spaces2.length + (key4 === void 0 ? 0 : dashes.length);
}
function outsideBlocks(text2) {
  let block;
  const lines = text2.split("\n").filter((line) => {
    const indent = line.search(/\S/);
    if (block !== void 0 && (indent < 0 || indent > block)) return false;
    block = blockIndentOf(line);
    return true;
  });
  return lines.join("\n");
}
function isChartTemplate(path, charts) {
  if (charts.size === 0) return false;
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) {
    const parent = folderOf(folder);
    if (folder.endsWith("templates") && charts.has(parent)) return true;
  }
  return false;
}

// src/model/repository.ts
var manifestName = /\.(?:ya?ml|json)$/i;
var foreign = /(?:^|\/)(?:\.git|node_modules)\//;
async function repositoryOf(checkout, below2 = "") {
  const files = /* @__PURE__ */ new Map();
  const unread = [...checkout.refused];
  const again = [];
  const charts = chartFolders(checkout);
  for (const path of checkout.paths) {
    if (!manifestName.test(path) || foreign.test(path) || !liesIn(path, below2)) continue;
    readInto({ files, unread, again }, checkout, charts, path, void 0);
  }
  if (again.length > 0) {
    const { fallbackParser } = await import("./yaml-fallback-R376JWTH.js");
    for (const path of again) readInto({ files, unread, again: [] }, checkout, charts, path, fallbackParser);
  }
  return { checkout, files, unread };
}
function readInto(into, checkout, charts, path, fallback) {
  if (isChartTemplate(path, charts)) return;
  const content = checkout.read(path);
  if ("refused" in content) {
    into.unread.push({ file: path, reason: content.refused });
    return;
  }
  const { text: text2 } = content;
  if (!text2.includes("kind")) return;
  if (isTemplate(text2)) {
    into.unread.push({
      file: path,
      reason: "it holds template directives ({{ \u2026 }}), so it is no manifest until rendered"
    });
    return;
  }
  const reading = documentsOf(text2, { json: path.endsWith(".json"), ...fallback && { fallback } });
  if (reading.needsFallback && !fallback) into.again.push(path);
  else keep2(into.files, path, text2, reading.documents, reading.problems, fallback);
}
function keep2(files, path, text2, documents, problems, fallback) {
  const manifests = [];
  const places = placesIn(path, text2);
  for (const document of documents) {
    const origin = new DocumentOrigin(path, text2, document, fallback);
    for (const manifest of manifestsOf(document, origin)) manifests.push(manifest);
  }
  if (manifests.length === 0 && problems.length === 0) return;
  files.set(path, {
    path,
    text: text2,
    manifests,
    problems: problems.map(({ kind: kind2, message: message2, span }) => ({ kind: kind2, message: message2, place: places(span) }))
  });
}
function manifestsOf(document, origin) {
  const manifest = manifestOf(document.value, origin);
  if (!manifest) return [];
  const items = manifest.object.items;
  if (!manifest.kind.endsWith("List") || !Array.isArray(items)) return [manifest];
  return items.flatMap((item, index) => manifestOf(item, withPrefix(origin, ["items", index])) ?? []);
}
function withPrefix(origin, prefix) {
  return { file: origin.file, locate: (path, part) => origin.locate([...prefix, ...path], part) };
}
var DocumentOrigin = class {
  file;
  #text;
  #document;
  #fallback;
  constructor(file, text2, document, fallback) {
    this.file = file;
    this.#text = text2;
    this.#document = { start: document.start, end: document.end, index: document.index };
    this.#fallback = fallback;
  }
  locate(path, part) {
    const span = spanOf(this.#text, this.#document, path, part, this.#fallback);
    return placesIn(this.file, this.#text)(span ?? { start: this.#document.start, end: this.#document.start });
  }
};
function originOf(file, text2, document) {
  return new DocumentOrigin(file, text2, document, void 0);
}
function placesIn(file, text2) {
  let positionOf;
  return ({ start, end }) => {
    positionOf ??= positionsOf(text2);
    const from = positionOf(start);
    const to = positionOf(Math.max(start, end));
    return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
}
function chartFolders(checkout) {
  return new Set(checkout.paths.filter((path) => /(?:^|\/)Chart\.yaml$/.test(path)).map(folderOf));
}

// src/model/application-set/config-file.ts
function configFileOf(repository, path) {
  const content = repository.checkout.read(path);
  if ("refused" in content) return { refused: content.refused, fails: false };
  const { text: text2 } = content;
  const reading = documentsOf(text2);
  if (reading.needsFallback) return { refused: "its YAML is too unusual to be read here", fails: false };
  const first2 = firstDocumentOf(text2, reading);
  const end = first2?.index ?? 0;
  const broken = reading.problems.find(({ kind: kind2, document }) => kind2 !== "duplicate-key" && document <= end);
  if (broken) return { refused: broken.message, fails: true };
  return objectsOf(first2?.value ?? null, first2 && originOf(path, text2, first2));
}
function objectsOf(value, origin) {
  if (value === null) return { objects: [{}], origin, isList: false };
  if (isObject(value)) return { objects: [value], origin, isList: false };
  const objects = (Array.isArray(value) ? value : [false]).map((item) => item ?? {});
  if (!objects.every(isObject)) return { refused: "it holds neither a mapping nor a list of mappings", fails: true };
  return { objects, origin, isList: true };
}
function firstDocumentOf(text2, { documents }) {
  const [first2] = documents;
  const before = first2 ? text2.slice(0, first2.start).replace(/^[%#\s].*$/gm, "") : "";
  return /^\s*(?:---[^\S\n]*\n?)?\s*$/.test(before) ? first2 : void 0;
}
function pathInFile({ isList }, index, path) {
  return isList ? [index, ...path] : path;
}

// src/model/application-set/named-sources.ts
function namedSourcesOf(applicationSet) {
  return sourcesIn(valueAt(applicationSet.object, ["spec", "generators"]) ?? null);
}
function sourcesIn(generators) {
  if (!Array.isArray(generators)) return [];
  return generators.filter(isObject).flatMap(({ git, matrix, merge: merge2 }) => [
    ...isObject(git) ? sourceOf(git) : [],
    ...[matrix, merge2].filter(isObject).flatMap(({ generators: children }) => sourcesIn(children ?? null))
  ]);
}
function sourceOf({ repoURL, directories, files }) {
  if (typeof repoURL !== "string" || repoURL.includes("{{")) return [];
  const patterns = [directories, files].flatMap((list) => Array.isArray(list) ? list.filter(isObject) : []);
  const paths = patterns.flatMap(({ path, exclude }) => typeof path === "string" && exclude !== true ? [path] : []);
  return [{ url: repoURL, folders: paths.map(plainFolderOf) }];
}
function plainFolderOf(pattern2) {
  const plain2 = /^[^*?[\\{]*/.exec(pattern2)?.[0] ?? "";
  return plain2.slice(0, Math.max(plain2.lastIndexOf("/"), 0));
}

// src/model/application-set/git-files.ts
function selectedFilesOf(items, path, expanding) {
  const patterns = items.filter(isObject).map((item, index) => ({
    path: [...path, index, "path"],
    pattern: typeof item.path === "string" && item.path !== "" ? item.path : ".",
    exclude: item.exclude === true
  }));
  const selected = /* @__PURE__ */ new Set();
  const byDoublestar = /* @__PURE__ */ new Set();
  for (const exclude of [false, true]) {
    for (const each of patterns.filter((pattern2) => pattern2.exclude === exclude)) {
      const found4 = filesOf(each.pattern, each.path, expanding);
      select(selected, found4.git, exclude);
      select(byDoublestar, found4.doublestar, exclude);
    }
  }
  const first2 = patterns.find(({ exclude }) => !exclude) ?? patterns[0];
  if (first2) warn(first2, selected, byDoublestar, expanding);
  return [...selected].sort(byCodePoint);
}
function select(selected, files, exclude) {
  for (const file of files) {
    if (exclude) selected.delete(file);
    else selected.add(file);
  }
}
function filesOf(pattern2, path, expanding) {
  const { folders } = expanding.context;
  const isOfGit = gitPathspec(pattern2);
  if (!isOfGit) {
    const about = within(expanding, path);
    if (pattern2.startsWith(":")) throw unknowable(about, "its pattern uses Git's pathspec magic");
    throw failing(about, "Git refuses its pattern");
  }
  const folder = plainFolderOf(pattern2);
  const candidates = folders.filesIn(isClean(folder) ? folder : "", true);
  const git = candidates.filter(isOfGit);
  const isOfDoublestar = doublestar(pattern2);
  return { git, doublestar: isOfDoublestar ? candidates.filter(isOfDoublestar) : git };
}
function isClean(folder) {
  return !/(?:^|\/)\.{0,2}(?:\/|$)/.test(folder);
}
function warn({ path, pattern: pattern2 }, selected, byDoublestar, { applicationSet, warnings }) {
  const onlyGit = [...selected].filter((file) => !byDoublestar.has(file));
  const onlyDoublestar = [...byDoublestar].filter((file) => !selected.has(file));
  if (onlyGit.length + onlyDoublestar.length === 0) return;
  const about = { manifest: applicationSet, path };
  const before = warnings.get(path.join("/"));
  warnings.set(path.join("/"), {
    about,
    pattern: pattern2,
    onlyGit: union(before?.onlyGit, onlyGit),
    onlyDoublestar: union(before?.onlyDoublestar, onlyDoublestar)
  });
}
function union(before, files) {
  return [.../* @__PURE__ */ new Set([...before ?? [], ...files])].sort(byCodePoint);
}

// src/model/application-set/git-generator.ts
function gitSetsOf(generator, expanding) {
  const git = mapOr(generator.value.git);
  const path = [...generator.path, "git"];
  const url = typeof git.repoURL === "string" ? git.repoURL : void 0;
  const revision = typeof git.revision === "string" ? git.revision : "";
  const elsewhere = elsewhereReason(url, revision, expanding.context.settings);
  if (elsewhere) throw unknowable(within(expanding, [...path, "repoURL"]), `its git generator: ${elsewhere}`);
  const sets = isFilled(git.directories) ? directorySets(git.directories, git, expanding) : isFilled(git.files) ? fileSets(git.files, git, [...path, "files"], expanding) : void 0;
  if (!sets) throw failing(within(expanding, path), "its git generator names neither directories nor files");
  return sets.map((set) => withValues2(set, generator, "git", expanding));
}
function isFilled(list) {
  return Array.isArray(list) && list.length > 0;
}
function directorySets(items, git, expanding) {
  const patterns = items.filter(isObject).map(({ path, exclude }) => ({
    matches: pathMatch(typeof path === "string" ? path : "") ?? (() => false),
    exclude: exclude === true
  }));
  const isWanted = (folder) => {
    const matching = patterns.filter(({ matches: matches4 }) => matches4(folder));
    return matching.length > 0 && matching.every(({ exclude }) => !exclude);
  };
  return expanding.context.directories().filter(isWanted).map((folder) => {
    const { params, types } = pathParams(folder, void 0, prefixOf(git), expanding);
    return new ParamSet(params, () => void 0, types);
  });
}
function fileSets(items, git, path, expanding) {
  return selectedFilesOf(items, path, expanding).flatMap((file) => {
    const read = readOnce(file, expanding);
    if ("refused" in read) {
      const reason = `the file ${file} of its git generator: ${read.refused}`;
      throw read.fails ? failing(within(expanding, path), reason) : unknowable(within(expanding, path), reason);
    }
    spend(expanding, read.objects.length, path);
    return read.objects.map((_, index) => fileSet(file, read, index, prefixOf(git), expanding));
  });
}
function readOnce(file, { context: context2 }) {
  let read = context2.configFiles.get(file);
  if (!read) context2.configFiles.set(file, read = configFileOf(context2.repository, file));
  return read;
}
function fileSet(file, read, index, prefix, expanding) {
  const object = read.objects[index];
  const own = pathParams(posix5.dirname(file), posix5.basename(file), prefix, expanding);
  const { go } = expanding.language;
  const params = go ? copied(object) : copied(flattened(object));
  for (const [key4, value] of Object.entries(own.params)) setKey(params, key4, value);
  const { origin } = read;
  const traceOf = (path) => {
    const [first2] = path;
    if (!origin || Object.hasOwn(own.params, String(first2))) return void 0;
    const steps = go ? path : pathOfFlat(object, String(first2));
    return steps && { origin, path: pathInFile(read, index, steps) };
  };
  return new ParamSet(params, traceOf, own.types, file);
}
function prefixOf({ pathParamPrefix }) {
  return typeof pathParamPrefix === "string" ? pathParamPrefix : "";
}
function pathParams(folder, filename, prefix, expanding) {
  const basename = posix5.basename(folder);
  const names3 = {
    basename,
    basenameNormalized: normalized(basename),
    ...filename !== void 0 && { filename, filenameNormalized: normalized(filename) }
  };
  const segments = folder.split("/");
  if (!expanding.language.go) return { params: flatPathParams(folder, segments, names3, prefix), types: noTypes };
  const path = { path: folder, ...names3, segments };
  return prefix === "" ? { params: { path }, types: { stringMaps: [], stringLists: [["path", "segments"]] } } : { params: { [prefix]: { path } }, types: { stringMaps: [], stringLists: [[prefix, "path", "segments"]] } };
}
function flatPathParams(folder, segments, names3, prefix) {
  const name = prefix === "" ? "path" : `${prefix}.path`;
  const params = { [name]: folder };
  for (const [key4, value] of Object.entries(names3)) params[`${name}.${key4}`] = value;
  for (const [index, segment] of segments.entries()) if (segment !== "") params[`${name}[${index}]`] = segment;
  return params;
}

// src/model/application-set/list-generator.ts
function listSetsOf(generator, expanding) {
  const { elements, elementsYaml } = mapOr(generator.value.list);
  const sets = (Array.isArray(elements) ? elements : []).map(
    (element, index) => elementSet(element, ["list", "elements", index], generator, expanding)
  );
  if (typeof elementsYaml !== "string" || elementsYaml === "") return sets;
  return [...sets, ...yamlSets(elementsYaml, generator, expanding)];
}
function elementSet(element, path, generator, expanding) {
  const about = within(expanding, [...generator.path, ...path]);
  const params = element ?? {};
  if (!isObject(params)) throw failing(about, "an element of its list is no mapping");
  const { language } = expanding;
  if (language.go) return new ParamSet(params, (steps) => generatorTrace(generator, [...path, ...steps], expanding));
  const flat = {};
  for (const [key4, value] of Object.entries(params)) {
    if (key4 === "values" && isObject(value)) {
      for (const [name, text2] of Object.entries(value)) setKey(flat, `values.${name}`, stringOr(text2, about));
    } else setKey(flat, key4, stringOr(value, about));
  }
  const stepsOf2 = (name) => Object.hasOwn(params, name) ? [name] : ["values", name.slice("values.".length)];
  return new ParamSet(flat, ([name]) => generatorTrace(generator, [...path, ...stepsOf2(String(name))], expanding));
}
function stringOr(value, about) {
  if (typeof value === "string") return value;
  throw failing(about, "without goTemplate every value of a list element has to be a string");
}
function yamlSets(text2, generator, expanding) {
  const about = within(expanding, [...generator.path, "list", "elementsYaml"]);
  const { documents, problems, needsFallback } = documentsOf(text2);
  if (needsFallback) throw unknowable(about, "its elementsYaml is too unusual to be read here");
  const value = documents[0]?.value ?? [];
  const broken = problems.some(({ kind: kind2 }) => kind2 !== "duplicate-key");
  if (broken || !Array.isArray(value) || !value.every((item) => item === null || isObject(item))) {
    throw failing(about, "its elementsYaml is no list of mappings");
  }
  const trace = generatorTrace(generator, ["list", "elementsYaml"], expanding);
  return value.map((item) => new ParamSet(mapOr(item), () => trace));
}

// src/model/application-set/merged-params.ts
function overlaid(under, over, isGo) {
  const params = isGo ? deepMerged(under.params, over.params) : { ...copied(under.params), ...copied(over.params) };
  const traceOf = (path) => (has(over.params, path) ? over : under).traceOf(path);
  return new ParamSet(params, traceOf, typesOf(under, over), over.file ?? under.file);
}
function unmergeable(under, over) {
  const typed = new Set(over.types.stringMaps.map((path) => path.join("\0")));
  return under.types.stringMaps.find((path) => {
    const value = valueAt(over.params, path);
    return isObject(value) && Object.keys(value).length > 0 && !typed.has(path.join("\0"));
  });
}
function deepMerged(under, over) {
  const result = copied(under);
  for (const [key4, value] of Object.entries(over)) {
    const present3 = Object.hasOwn(result, key4) ? result[key4] : null;
    if (isObject(present3) && isObject(value)) setKey(result, key4, deepMerged(present3, value));
    else setKey(result, key4, value);
  }
  return result;
}
function typesOf(under, over) {
  const maps = over.types.stringMaps.filter((path) => !isObject(valueAt(under.params, path) ?? null));
  const lists = under.types.stringLists.filter((path) => !has(over.params, path));
  return {
    stringMaps: [...under.types.stringMaps, ...maps],
    stringLists: [...lists, ...over.types.stringLists]
  };
}
function combined(a, b) {
  const params = {};
  for (const { params: own } of [a, b]) {
    for (const [name, value] of Object.entries(own)) {
      const text2 = shown2(value);
      if (Object.hasOwn(params, name) && params[name] !== text2) return { conflict: name };
      setKey(params, name, text2);
    }
  }
  const traceOf = (path) => (has(a.params, path) ? a : b).traceOf(path);
  return new ParamSet(params, traceOf, void 0, b.file ?? a.file);
}
function shown2(value) {
  if (typeof value === "string") return value;
  const set = new ParamSet({ value }, () => void 0);
  return formatted(new Run("default"), set.go().entries.get("value"));
}

// src/model/application-set/transform.ts
var generatorKinds = [
  "list",
  "clusters",
  "git",
  "scmProvider",
  "clusterDecisionResource",
  "pullRequest",
  "matrix",
  "merge",
  "plugin"
];
var outside = {
  scmProvider: "its scmProvider generator asks a Git host for repositories",
  clusterDecisionResource: "its clusterDecisionResource generator reads an object of the cluster",
  pullRequest: "its pullRequest generator asks a Git host for pull requests",
  plugin: "its plugin generator asks a service"
};
function kindsOf(value) {
  return generatorKinds.filter((kind2) => isObject(value[kind2]));
}
function setsOf(kind2, generator, depth, expanding) {
  const sets = generated(kind2, generator, depth, expanding);
  const written2 = generator.value.selector;
  if (!isObject(written2)) return sets;
  const isSelected = selectorOf(written2);
  if ("refused" in isSelected) {
    throw failing(within(expanding, [...generator.path, "selector"]), isSelected.refused);
  }
  return sets.filter(({ params }) => isSelected(flattened(params)));
}
function generated(kind2, generator, depth, expanding) {
  if (kind2 === "list") return listSetsOf(generator, expanding);
  if (kind2 === "git") return gitSetsOf(generator, expanding);
  if (kind2 === "clusters") return clusterSetsOf(generator, expanding);
  if (kind2 === "matrix") return matrixSetsOf(generator, depth, expanding);
  if (kind2 === "merge") return mergeSetsOf(generator, depth, expanding);
  throw unknowable(within(expanding, [...generator.path, kind2]), outside[kind2]);
}
function childSets(child, depth, expanding) {
  const kinds3 = kindsOf(child.value).filter((kind3) => depth < 2 || kind3 !== "matrix" && kind3 !== "merge");
  const about = within(expanding, child.path);
  const [kind2, ...others3] = kinds3;
  if (kind2 === void 0) throw failing(about, "a generator inside a matrix or merge generator gives no parameters");
  if (others3.length > 0) throw failing(about, "a generator inside a matrix or merge generator is of several kinds");
  return setsOf(kind2, child, depth, expanding);
}
function childrenOf(generator, kind2) {
  const { generators } = mapOr(generator.value[kind2]);
  return (Array.isArray(generators) ? generators : []).map((value, index) => ({
    value: isObject(value) ? value : {},
    path: [...generator.path, kind2, "generators", index],
    renderedWith: generator.renderedWith
  }));
}
function matrixSetsOf(generator, depth, expanding) {
  const [first2, second, ...more] = childrenOf(generator, "matrix");
  const path = [...generator.path, "matrix"];
  if (!first2 || !second || more.length > 0) {
    throw failing(within(expanding, path), "its matrix generator has to have exactly two generators");
  }
  const isPlain2 = !JSON.stringify(second.value).includes("{{");
  let shared2;
  const secondSets = (a) => {
    if (isPlain2) return shared2 ??= childSets(second, depth + 1, expanding);
    return childSets(interpolated(second, a, expanding), depth + 1, expanding);
  };
  return childSets(first2, depth + 1, expanding).flatMap((a) => {
    const sets = secondSets(a);
    spend(expanding, sets.length, path);
    const both2 = sets.map((b) => pair(a, b, path, expanding));
    a.forget();
    return both2;
  });
}
function pair(a, b, path, expanding) {
  if (expanding.language.go) return laid(b, a, path, expanding);
  const both2 = combined(a, b);
  if (!("conflict" in both2)) return both2;
  const reason = `both generators of its matrix give the parameter "${both2.conflict}", with different values`;
  throw failing(within(expanding, path), reason);
}
function laid(under, over, path, expanding) {
  const clash3 = expanding.language.go ? unmergeable(under, over) : void 0;
  if (!clash3) return overlaid(under, over, expanding.language.go);
  throw unknowable(within(expanding, path), `two of its generators give "${clash3.join(".")}" in ways that do not mix`);
}
function mergeSetsOf(generator, depth, expanding) {
  const path = [...generator.path, "merge"];
  const children = childrenOf(generator, "merge");
  if (children.length < 2) {
    throw failing(within(expanding, path), "its merge generator has to have two or more generators");
  }
  const keys = mergeKeysOf(mapOr(generator.value.merge));
  if (keys.length === 0) throw failing(within(expanding, path), "its merge generator has no mergeKeys");
  const [base2, ...overrides] = children.map(
    (child) => byKeys(childSets(child, depth + 1, expanding), keys, child.path, expanding)
  );
  for (const override of overrides) {
    for (const [key4, set] of override) {
      const under = base2.get(key4);
      if (under) base2.set(key4, laid(under, set, path, expanding));
    }
  }
  return [...base2.values()];
}
function mergeKeysOf({ mergeKeys }) {
  const keys = Array.isArray(mergeKeys) ? mergeKeys.filter((key4) => typeof key4 === "string") : [];
  return [...new Set(keys)].sort();
}
function byKeys(sets, keys, path, expanding) {
  const found4 = /* @__PURE__ */ new Map();
  for (const set of sets) {
    const key4 = JSON.stringify(keys.map((name) => canonical(valueAt(set.params, [name]) ?? null)));
    if (found4.has(key4)) {
      throw failing(within(expanding, path), `several sets of parameters agree in the merge keys ${keys.join(", ")}`);
    }
    found4.set(key4, set);
  }
  return found4;
}
function canonical(value) {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return entries.map(([key4, child]) => [key4, canonical(child)]);
}

// src/model/application-set/expansion.ts
function expansionOf(applicationSet, namespace, context2) {
  const notExpanded = /* @__PURE__ */ new Map();
  const generated3 = [];
  const warnings = /* @__PURE__ */ new Map();
  attempt2(notExpanded, () => {
    const language = languageOf(applicationSet);
    const expanding = { context: context2, applicationSet, language, warnings, budget: mostSets };
    for (const [generator, kind2] of generatorsOf(expanding)) {
      attempt2(notExpanded, () => generateInto(generated3, notExpanded, generator, kind2, namespace, expanding));
    }
  });
  return {
    applicationSet,
    ...validated(generated3),
    notExpanded: [...notExpanded.values()],
    warnings: [...warnings.values()]
  };
}
function attempt2(notExpanded, work, set) {
  try {
    work();
  } catch (refusal) {
    if (!(refusal instanceof NotExpandedError)) throw refusal;
    const { about, reason, fails } = refusal;
    const key4 = `${about.path.join("/")} ${reason}`;
    if (!notExpanded.has(key4)) notExpanded.set(key4, { about, reason, fails, element: set && placeOf3(set) });
  }
}
function placeOf3(set) {
  for (const name of Object.keys(set.params)) {
    const trace = set.traceOf([name]);
    if (trace) return trace.origin.locate(trace.path, "key");
  }
  return void 0;
}
function generatorsOf(expanding) {
  const path = ["spec", "generators"];
  const generators = valueAt(expanding.applicationSet.object, path);
  return (Array.isArray(generators) ? generators : []).flatMap((value, index) => {
    const generator = { value: isObject(value) ? value : {}, path: [...path, index], renderedWith: void 0 };
    const kinds3 = kindsOf(generator.value);
    return (kinds3.length === 0 ? [void 0] : kinds3).map((kind2) => [
      generator,
      kind2
    ]);
  });
}
function generateInto(generated3, notExpanded, generator, kind2, namespace, expanding) {
  if (!kind2)
    throw unknowable(within(expanding, generator.path), "one of its generators is of no kind that Argo CD knows");
  const sets = setsOf(kind2, generator, 0, expanding);
  const template = templateOf(generator, kind2, expanding);
  for (const set of sets) {
    attempt2(notExpanded, () => generated3.push(applicationFrom(template, set, namespace, expanding)), set);
    set.forget();
  }
}
function templateOf(generator, kind2, { applicationSet, language }) {
  const shared2 = mapOr(valueAt(applicationSet.object, ["spec", "template"]));
  const own = mapOr(generator.value[kind2]).template;
  const patch = valueAt(applicationSet.object, ["spec", "templatePatch"]);
  return {
    applicationSet,
    language,
    value: isObject(own) ? filled(own, shared2) : shared2,
    own: isObject(own) ? [...generator.path, kind2, "template"] : void 0,
    patch: typeof patch === "string" ? patch : void 0
  };
}
function applicationFrom(template, set, namespace, expanding) {
  const rendered4 = renderedTemplate(template, set, expanding);
  const metadata = mapOr(rendered4.metadata);
  const application = {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: isEmptySet(set) ? metadata : withFinalizers(metadata, expanding),
    spec: mapOr(rendered4.spec)
  };
  const object = template.patch === void 0 ? application : withPatch(application, template.patch, set, expanding);
  const named4 = { ...object, metadata: { ...mapOr(object.metadata), namespace } };
  return manifestOf(named4, new GeneratedOrigin(template, set));
}
function renderedTemplate({ value, own }, set, expanding) {
  if (isEmptySet(set)) return value;
  const { language } = expanding;
  const base2 = (path) => own && valueAt(expanding.applicationSet.object, [...own, ...path]) !== void 0 ? own : ["spec", "template"];
  const render = (text2, path) => {
    const outcome = language.render(text2, set);
    return outcome.ok ? outcome.text : textOrRefusal(outcome, [...base2(path), ...path], expanding);
  };
  return mapOr(renderedJson(value, render));
}
var cascade = "resources-finalizer.argocd.argoproj.io";
function withFinalizers(metadata, { applicationSet }) {
  const preserves = valueAt(applicationSet.object, ["spec", "syncPolicy", "preserveResourcesOnDeletion"]) === true;
  const own = metadata.finalizers;
  if (preserves || Array.isArray(own) && own.length > 0) return metadata;
  const result = copied(metadata);
  setKey(result, "finalizers", [cascade]);
  return result;
}
function withPatch(application, text2, set, expanding) {
  const path = ["spec", "templatePatch"];
  const patch = patchOf(textOrRefusal(expanding.language.render(text2, set), path, expanding));
  const result = "refused" in patch ? patch : patched(application, patch.object);
  if ("object" in result) return result.object;
  const about = within(expanding, path);
  throw result.fails ? failing(about, result.refused) : unknowable(about, result.refused);
}
function validated(generated3) {
  const byName2 = /* @__PURE__ */ new Map();
  const troubles = [];
  for (const application of generated3) {
    const first2 = byName2.get(application.name);
    if (application.name === "") troubles.push({ problem: "no-name", application });
    else if (first2) troubles.push({ problem: "same-name", application, first: first2 });
    else byName2.set(application.name, application);
  }
  return { applications: [...byName2.values()], troubles };
}

// src/model/application.ts
var argocdNamespace = "argocd";
function applicationOf(manifest, namespace = argocdNamespace) {
  return {
    manifest,
    name: manifest.name,
    namespace: manifest.namespace ?? namespace,
    project: stringAt(manifest, "spec", "project")?.value || "default",
    destination: {
      server: nonEmpty(stringAt(manifest, "spec", "destination", "server")),
      name: nonEmpty(stringAt(manifest, "spec", "destination", "name")),
      namespace: nonEmpty(stringAt(manifest, "spec", "destination", "namespace"))
    },
    sources: sourcePathsOf(manifest).map((path) => sourceAt(manifest, path)),
    automated: automatedOf(manifest),
    syncOptions: itemsAt(manifest, "spec", "syncPolicy", "syncOptions").filter(isString),
    cascades: itemsAt(manifest, "metadata", "finalizers").filter(isString).find(isCascade)
  };
}
function sourcePathsOf(manifest) {
  if (at(manifest, "spec", "sourceHydrator", "drySource")) return [["spec", "sourceHydrator", "drySource"]];
  const many = itemsAt(manifest, "spec", "sources");
  if (many.length > 0) return many.map((source) => source.path);
  return at(manifest, "spec", "source") ? [["spec", "source"]] : [];
}
var tools = ["helm", "kustomize", "directory", "plugin"];
function sourceAt(manifest, path) {
  const target = { manifest, path };
  return {
    target,
    repoURL: nonEmpty(stringBelow(target, "repoURL")),
    path: nonEmpty(stringBelow(target, "path")),
    chart: nonEmpty(stringBelow(target, "chart")),
    targetRevision: nonEmpty(stringBelow(target, "targetRevision")),
    ref: nonEmpty(stringBelow(target, "ref")),
    tools: toolsIn(valueAt(manifest.object, path))
  };
}
function toolsIn(source) {
  if (!isObject(source)) return [];
  return tools.filter((tool2) => isObject(source[tool2]) && (tool2 === "plugin" || !isZero(source[tool2])));
}
function isZero(value) {
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) ? Object.values(value).every(isZero) : !value;
}
function automatedOf(manifest) {
  const automated = valueAt(manifest.object, ["spec", "syncPolicy", "automated"]);
  if (!isObject(automated) || automated.enabled === false) return void 0;
  return {
    target: { manifest, path: ["spec", "syncPolicy", "automated"] },
    prune: automated.prune === true,
    selfHeal: automated.selfHeal === true
  };
}
function isCascade(finalizer) {
  return finalizer.value.startsWith("resources-finalizer.argocd.argoproj.io");
}
function isString(located) {
  return typeof located.value === "string";
}
function nonEmpty(located) {
  return located && located.value !== "" ? located : void 0;
}
function switchedOn({ syncOptions }, key4) {
  return syncOptions.find((option) => option.value === `${key4}=true`);
}
function syncOptionOf({ syncOptions }, key4) {
  return syncOptions.find((option) => option.value.startsWith(`${key4}=`))?.value;
}

// src/model/object-key.ts
function objectKeyOf(manifest, namespace) {
  return manifest.name === "" ? void 0 : `${groupOf(manifest)}/${manifest.kind}/${namespace ?? ""}/${manifest.name}`;
}
function objectName({ kind: kind2, name }, namespace) {
  return `${kind2} ${namespace === void 0 ? "" : `${namespace}/`}${name}`;
}
function saySame(one, other) {
  return one === other || JSON.stringify(one.object) === JSON.stringify(other.object);
}

// src/model/argocd-instances.ts
function perInstance(deliveries) {
  if (deliveries.some(({ cluster }) => cluster !== void 0 && cluster !== inClusterKey)) return deliveries;
  const shared2 = sharedFolders(deliveries);
  return shared2.has("") ? deliveries.map((delivery) => inItsFolder(delivery, shared2)) : deliveries;
}
function inItsFolder(delivery, shared2) {
  if (delivery.cluster === void 0) return delivery;
  const folders = foldersAbove(fileOf(delivery));
  const own = folders.findLast((folder) => !shared2.has(folder)) ?? folders[0];
  return { ...delivery, cluster: `${delivery.cluster} of ${own}` };
}
function sharedFolders(deliveries) {
  const held = /* @__PURE__ */ new Map();
  const shared2 = /* @__PURE__ */ new Set();
  for (const delivery of deliveries) {
    const things = new Set(thingsOf(delivery));
    for (const folder of foldersAbove(fileOf(delivery))) {
      if (shared2.has(folder)) continue;
      const here = held.get(folder) ?? /* @__PURE__ */ new Set();
      held.set(folder, here);
      if ([...things].some((thing) => here.has(excludedBy(thing)))) shared2.add(folder);
      for (const thing of things) here.add(thing);
    }
  }
  return shared2;
}
var roles = /* @__PURE__ */ new Map([
  ["primary", "secondary"],
  ["secondary", "primary"]
]);
function excludedBy(thing) {
  return roles.get(thing) ?? thing;
}
var operators = /* @__PURE__ */ new Set(["k10", "external-secrets"]);
function thingsOf(delivery) {
  const { application, charts, manifests } = delivery;
  const name = application ? [`Application ${application.namespace}/${application.name}`] : [];
  const installed = charts.filter(({ chart }) => operators.has(chart)).map(({ chart }) => `chart ${chart}`);
  return [
    ...name,
    ...installed,
    ...manifests.flatMap((manifest) => [...objectIn(manifest, delivery), ...roleOf2(manifest)])
  ];
}
function objectIn(manifest, delivery) {
  const namespace = isClusterScoped(manifest) ? void 0 : namespaceIn(manifest, delivery);
  const key4 = objectKeyOf(manifest, namespace);
  return key4 === void 0 ? [] : [key4];
}
function roleOf2(manifest) {
  if (isBootstrap(manifest)) return ["primary", "Bootstrap"];
  if (isJoinToken(manifest)) return ["primary"];
  return isJoinConfig(manifest) ? ["secondary", joinConfigName] : [];
}
function fileOf({ application }) {
  return application?.manifest.origin.file ?? "";
}

// src/model/chart-values.ts
function chartValuesOf(from, repository) {
  if (!from) return { find: () => void 0, complete: false };
  const { source, folder, below: prefix } = from;
  const { manifest, path } = source.target;
  const helm = [...path, "helm"];
  const parameters = itemsAt(manifest, ...helm, "parameters");
  const layers = [];
  const files = itemsAt(manifest, ...helm, "valueFiles").reverse();
  const object = at(manifest, ...helm, "valuesObject");
  const inline = object ? void 0 : stringAt(manifest, ...helm, "values");
  if (object) layers.push(object);
  if (inline) layers.push(...textLayer(inline.value, inline.manifest.origin.file, inline));
  const ofFiles = files.map((file) => fileLayer(file, folder, repository));
  layers.push(...ofFiles.flat(), ...ownLayer(folder, repository));
  return {
    find(...wanted) {
      const whole2 = [...prefix, ...wanted];
      return parameter(parameters, whole2) ?? firstOf(layers, whole2);
    },
    complete: ofFiles.every((layer) => layer.length > 0)
  };
}
function parameter(parameters, wanted) {
  const name = wanted.join(".");
  const found4 = parameters.findLast((item) => stringBelow(item, "name")?.value === name);
  return found4 && at(found4.manifest, ...found4.path, "value");
}
function firstOf(layers, wanted) {
  for (const layer of layers) {
    const found4 = at(layer.manifest, ...layer.path, ...wanted);
    if (found4) return found4;
  }
  return void 0;
}
function textLayer(text2, file, block) {
  const value = documentsOf(text2).documents[0]?.value;
  const origin = { file, locate: () => block.manifest.origin.locate(block.path, "value") };
  return layerOf(value, () => origin);
}
function fileLayer(file, folder, repository) {
  const path = typeof file.value === "string" ? valueFilePath(file.value, folder) : void 0;
  return path === void 0 ? [] : layerIn(path, repository);
}
function ownLayer(folder, repository) {
  return folder === void 0 ? [] : layerIn(folder === "" ? "values.yaml" : `${folder}/values.yaml`, repository);
}
function layerIn(path, repository) {
  const content = repository.checkout.read(path);
  if ("refused" in content) return [];
  const document = documentsOf(content.text).documents[0];
  return document ? layerOf(document.value, () => originOf(path, content.text, document)) : [];
}
function layerOf(value, origin) {
  if (value === void 0 || !isObject(value)) return [];
  const manifest = { apiVersion: "", kind: "", name: "", namespace: void 0, object: value, origin: origin() };
  return [{ manifest, path: [] }];
}
function valueFilePath(written2, folder) {
  const fromRoot = /^\$[^/]+\/(.+)$/.exec(written2)?.[1] ?? /^\/(.+)$/.exec(written2)?.[1];
  if (fromRoot !== void 0) return cleaned(fromRoot);
  return folder === void 0 ? void 0 : cleaned(`${folder}/${written2}`);
}

// src/model/document-at.ts
function documentAt(path, repository) {
  const content = repository.checkout.read(path);
  if ("refused" in content) return void 0;
  const { documents, problems } = documentsOf(content.text);
  if (problems.length > 0 || documents.length > 1) return void 0;
  const document = documents[0] ?? { value: {}, index: 0, start: 0, end: content.text.length };
  return { value: document.value, origin: originOf(path, content.text, document) };
}

// src/model/chart-use.ts
function namedChart(application, source) {
  const { chart, targetRevision } = source;
  if (!chart) return [];
  const version2 = targetRevision?.value ?? "";
  const values = { source, folder: void 0, below: [] };
  return [{ ...releaseOf(application, source), chart: chart.value, version: version2, at: chart, pinned: targetRevision, values }];
}
function releaseOf(application, source) {
  return {
    source,
    namespace: application.destination.namespace?.value,
    release: stringBelow(source.target, "helm", "releaseName")?.value || application.name
  };
}
function chartsOfChart(application, source, folder, repository) {
  const chart = manifestAt(`${prefixOf2(folder)}Chart.yaml`, repository);
  if (!chart) return [];
  const locked = manifestAt(`${prefixOf2(folder)}Chart.lock`, repository);
  const release = releaseOf(application, source);
  return itemsAt(chart, "dependencies").flatMap((item) => {
    const name = stringBelow(item, "name");
    if (!name || isOff(item, { source, folder, below: [] }, repository)) return [];
    const pinned = versionIn(locked, name.value) ?? stringBelow(item, "version");
    const below2 = [stringBelow(item, "alias")?.value || name.value];
    const values = { source, folder, below: below2 };
    return [{ ...release, chart: name.value, version: pinned?.value ?? "", at: name, pinned, values }];
  });
}
function versionIn(locked, name) {
  const item = locked && itemsAt(locked, "dependencies").find((each) => stringBelow(each, "name")?.value === name);
  return item && stringBelow(item, "version");
}
function isOff(dependency, values, repository) {
  const conditions = stringBelow(dependency, "condition")?.value.split(",") ?? [];
  const given = chartValuesOf(values, repository);
  const said = conditions.map((path) => given.find(...path.trim().split("."))?.value).find((value) => value !== void 0);
  return said === false || said === "false";
}
function chartsOfKustomization(application, source, folder, repository, folders) {
  const written2 = stringBelow(source.target, "kustomize", "namespace")?.value;
  const fallback = application.destination.namespace?.value;
  return inflatedIn(folder, written2, { repository, folders, seen: /* @__PURE__ */ new Set() }).map(({ namespace, ...use }) => ({
    ...use,
    source,
    namespace: namespace ?? fallback,
    values: void 0
  }));
}
function inflatedIn(folder, outer, walk) {
  const { repository, folders, seen } = walk;
  const names3 = ["kustomization.yaml", "kustomization.yml", "Kustomization"].map((name) => `${prefixOf2(folder)}${name}`);
  const file = names3.find((name) => folders.isFile(name));
  const kustomization2 = file === void 0 || seen.has(folder) ? void 0 : manifestAt(file, repository);
  if (!kustomization2) return [];
  seen.add(folder);
  const namespace = outer ?? stringAt(kustomization2, "namespace")?.value;
  const own = itemsAt(kustomization2, "helmCharts").flatMap((item) => inflatedBy(item, namespace));
  const bases = ["resources", "bases", "components"].flatMap((key4) => itemsAt(kustomization2, key4));
  return [...own, ...bases.flatMap(({ value }) => inflatedIn(folderFrom(folder, value) ?? folder, namespace, walk))];
}
function inflatedBy(item, outer) {
  const name = stringBelow(item, "name");
  const pinned = stringBelow(item, "version");
  if (!name) return [];
  const namespace = outer ?? stringBelow(item, "namespace")?.value;
  const release = stringBelow(item, "releaseName")?.value;
  return [{ chart: name.value, version: pinned?.value ?? "", at: name, pinned, namespace, release }];
}
function folderFrom(folder, entry) {
  return typeof entry === "string" && !entry.startsWith("/") ? cleaned(`${prefixOf2(folder)}${entry}`) : void 0;
}
function prefixOf2(folder) {
  return folder === "" ? "" : `${folder}/`;
}
var known2 = /* @__PURE__ */ new WeakMap();
function manifestAt(path, repository) {
  let files = known2.get(repository);
  if (!files) known2.set(repository, files = /* @__PURE__ */ new Map());
  if (!files.has(path)) files.set(path, readAt(path, repository));
  return files.get(path);
}
function readAt(path, repository) {
  const document = documentAt(path, repository);
  if (!document || !isObject(document.value)) return void 0;
  return { apiVersion: "", kind: "", name: "", namespace: void 0, object: document.value, origin: document.origin };
}

// src/model/directory-source.ts
function directoryReaderOf(repository, folders) {
  const unread = new Set(repository.unread.map(({ file }) => file));
  return { repository, folders, unread, directories: /* @__PURE__ */ new Map() };
}
function directorySource(source, folder, reader) {
  const options = directoryOptionsOf(source);
  const include = patternOf(options.include);
  const exclude = patternOf(options.exclude);
  const key4 = JSON.stringify([folder, options]);
  let directory = reader.directories.get(key4);
  if (!directory) {
    const wanted = (path) => include !== null && !exclude?.(path) && (include?.(path) ?? true);
    directory = directoryOf(folder, options.recurse, wanted, reader);
    reader.directories.set(key4, directory);
  }
  return { ...directory, badPattern: include === null || exclude === null };
}
function directoryOptionsOf(source) {
  const directory = valueAt(source.target.manifest.object, [...source.target.path, "directory"]) ?? null;
  if (!isObject(directory)) return { recurse: false, include: "", exclude: "" };
  const text2 = (value) => typeof value === "string" ? value : "";
  return { recurse: directory.recurse === true, include: text2(directory.include), exclude: text2(directory.exclude) };
}
function patternOf(pattern2) {
  return pattern2 === "" ? void 0 : gobwasGlob(pattern2) ?? null;
}
var manifestFile = /\.(?:yaml|yml|json|jsonnet)$/;
var skipMarker = "+argocd:skip-file-rendering";
function directoryOf(folder, recurse, wanted, { repository, folders, unread }) {
  const below2 = folder === "" ? 0 : folder.length + 1;
  const manifests = [];
  let complete = true;
  for (const path of folders.filesIn(folder, recurse)) {
    if (!manifestFile.test(path) || !wanted(path.slice(below2))) continue;
    const file = repository.files.get(path);
    if (unread.has(path) || path.endsWith(".jsonnet") || file && file.problems.length > 0) complete = false;
    if (!file || file.text.includes(skipMarker)) continue;
    for (const manifest of file.manifests) manifests.push(manifest);
  }
  return { manifests, complete };
}

// src/model/helm/overridden-source.ts
var fixed2 = /* @__PURE__ */ new Set(["repoURL", "path", "chart", "targetRevision"]);
function overriddenSource(source, folder, name, repository, folders) {
  const overrides = [".argocd-source.yaml", `.argocd-source-${name}.yaml`].flatMap((file) => {
    const path2 = folder === "" ? file : `${folder}/${file}`;
    return folders.isFile(path2) ? overrideAt(path2, repository) ?? [] : [];
  });
  if (overrides.length === 0) return source;
  const { path, manifest } = source.target;
  const before = valueAt(manifest.object, path);
  const after = overrides.reduce((merged3, { patch }) => mergePatch(merged3, patch), before ?? {});
  const object = replacedAt2(manifest.object, path, after);
  return {
    ...source,
    target: { path, manifest: { ...manifest, object, origin: originWith(manifest, path, overrides) } },
    tools: toolsIn(after)
  };
}
function overrideAt(path, repository) {
  const content = repository.checkout.read(path);
  if ("refused" in content) return void 0;
  const document = documentsOf(content.text).documents[0];
  if (!document || !isObject(document.value)) return void 0;
  const patch = Object.fromEntries(Object.entries(document.value).filter(([key4]) => !fixed2.has(key4)));
  return { patch, origin: originOf(path, content.text, document) };
}
function mergePatch(target, patch) {
  if (!isObject(patch)) return patch;
  const merged3 = isObject(target) ? { ...target } : {};
  for (const [key4, value] of Object.entries(patch)) {
    if (value === null) delete merged3[key4];
    else setKey(merged3, key4, mergePatch(Object.hasOwn(merged3, key4) ? merged3[key4] : null, value));
  }
  return merged3;
}
function replacedAt2(object, [step, ...rest], value) {
  const child = object[step] ?? null;
  const next = rest.length === 0 ? value : Array.isArray(child) ? child.map(
    (item, index) => index === rest[0] ? rest.length === 1 ? value : replacedAt2(objectOf(item), rest.slice(1), value) : item
  ) : replacedAt2(objectOf(child), rest, value);
  return { ...object, [step]: next };
}
function objectOf(value) {
  return isObject(value) ? value : {};
}
function originWith(manifest, prefix, overrides) {
  return {
    file: manifest.origin.file,
    locate(path, part) {
      const isBelow2 = path.length > prefix.length && prefix.every((step, index) => path[index] === step);
      const rest = path.slice(prefix.length);
      const found4 = isBelow2 && overrides.findLast(({ patch }) => valueAt(patch, rest) !== void 0);
      return found4 ? found4.origin.locate(rest, part) : manifest.origin.locate(path, part);
    }
  };
}

// src/model/rendered-source.ts
import { createHash as createHash3 } from "node:crypto";

// src/model/helm/chart.ts
import { createHash as createHash2 } from "node:crypto";

// src/source/template/helm-template.ts
var plain = `and or not eq ne index quote squote default lower upper trim trimAll trimSuffix trimPrefix trunc replace
  contains hasPrefix hasSuffix indent nindent toString empty coalesce ternary print printf b64enc toYaml join list`;
var numberSafe = /* @__PURE__ */ new Set([
  "and",
  "or",
  "not",
  "quote",
  "squote",
  "default",
  "required",
  "indent",
  "nindent",
  "include"
]);
var helmFunctions = new Map([
  ...plain.split(/\s+/).flatMap((name) => {
    const found4 = functions.get(name);
    return found4 ? [[name, found4]] : [];
  }),
  [
    "required",
    fixed(["string", "any"], (_, message2, value) => {
      if (value === null || value === void 0 || value === "") throw failure(message2);
      return value;
    })
  ]
]);
function helmTemplatesOf(texts) {
  const called2 = /* @__PURE__ */ new Set();
  const knows = (name) => (name === "include" || helmFunctions.has(name)) && Boolean(called2.add(name));
  const programs = texts.map(
    (text2) => refusalOr(() => {
      if (/\{\{-?\s*(?:template|block)\b/.test(text2)) throw unsupported('"template" and "block" are not traced');
      return programOf(text2, knows);
    })
  );
  const defined = refusalOr(() => definitionsOf(programs.filter((program) => !("ok" in program))));
  const takesNumbers = [...called2].every((name) => numberSafe.has(name));
  return programs.map((program) => ({
    takesNumbers,
    render: (params) => {
      if ("ok" in program) return program;
      return "ok" in defined ? defined : rendered3({ main: program.main, defined }, params);
    }
  }));
}
function definitionsOf(programs) {
  const defined = /* @__PURE__ */ new Map();
  for (const program of programs) {
    for (const [name, body] of program.defined) {
      if (name === mainName) continue;
      if (defined.has(name)) throw unsupported(`template "${name}" is defined twice`);
      defined.set(name, body);
    }
  }
  return defined;
}
function rendered3(program, params) {
  return refusalOr(() => {
    const run = new Run("zero", "");
    const dot = paramsOf(params, {});
    const all = new Map(helmFunctions);
    const scope = { run, variables: [{ name: "$", value: dot }], functions: all };
    all.set(
      "include",
      fixed(["string", "any"], (_, name, data) => included(program, scope, name, data))
    );
    execute(program, scope, dot);
    return { ok: true, text: run.text(), chunks: run.chunks(), used: run.used(), missing: run.missing() };
  });
}

// src/model/helm/ignore-file.ts
function ignores(rules2, name) {
  const steps = name.split("/");
  const paths = steps.map((_, index) => steps.slice(0, index + 1).join("/"));
  for (const line of rules2.split("\n")) {
    const rule = line.trim().replace(/\/$/, "");
    if (rule === "" || rule.startsWith("#")) continue;
    const matches4 = /^!|\*\*/.test(rule) ? void 0 : pathMatch(rule.replace(/^\//, ""));
    if (!matches4) return void 0;
    if ((rule.includes("/") ? paths : steps).some(matches4)) return true;
  }
  return false;
}

// src/model/helm/chart.ts
function chartOf(folder, repository, folders) {
  const files = folders.filesIn(folder, true);
  const inside = (name) => folder === "" ? name : `${folder}/${name}`;
  const head = documentAt(inside("Chart.yaml"), repository);
  if (!head || !isObject(head.value)) return { wrong: "its folder holds no Chart.yaml that can be read" };
  const own = folders.isFile(inside("values.yaml")) ? documentAt(inside("values.yaml"), repository) : void 0;
  const templates = templatesOf(folder, files, repository);
  const metadata = head.value;
  let digest2;
  return {
    folder,
    name: textOf4(metadata.name),
    metadata,
    origin: head.origin,
    values: own && isObject(own.value) ? { values: own.value, isOpen: true, locate: own.origin.locate.bind(own.origin) } : void 0,
    templates: templates ?? [],
    needsHelm: templates ? needOf(folder, files, metadata, repository) : "a template of the chart is no text",
    digest: () => digest2 ??= digestOf(files, repository)
  };
}
function templatesOf(folder, files, repository) {
  const below2 = folder === "" ? 0 : folder.length + 1;
  const read = [];
  for (const path of files) {
    const name = path.slice(below2);
    if (!name.startsWith("templates/")) continue;
    const content = repository.checkout.read(path);
    if ("refused" in content) return void 0;
    const base2 = name.slice(name.lastIndexOf("/") + 1);
    read.push({ path, name, text: content.text, isApplied: !base2.startsWith("_") && base2 !== "NOTES.txt" });
  }
  const templates = helmTemplatesOf(read.map(({ text: text2 }) => text2));
  return read.map((file, index) => ({ ...file, template: templates[index] }));
}
var semver = /^v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;
function needOf(folder, files, metadata, repository) {
  const below2 = folder === "" ? 0 : folder.length + 1;
  const names3 = files.map((path) => path.slice(below2));
  const other = names3.find(
    (name) => /^(?:charts|crds)\/|^(?:requirements\.(?:yaml|lock)|values\.schema\.json)$/.test(name)
  );
  if (other !== void 0) return `the chart has ${other}`;
  if (metadata.dependencies) return "the chart has dependencies";
  if (metadata.kubeVersion) return "the chart asks for a version of Kubernetes";
  if ((metadata.type ?? "application") !== "application") return "the chart is no application chart";
  if (metadata.apiVersion !== "v1" && metadata.apiVersion !== "v2") return "its Chart.yaml has an unknown apiVersion";
  if (!/^[a-zA-Z0-9._-]+$/.test(textOf4(metadata.name)) || !semver.test(textOf4(metadata.version)))
    return "its Chart.yaml has no proper name or version";
  if ((metadata.appVersion ?? "") !== textOf4(metadata.appVersion)) return "the appVersion in its Chart.yaml is no text";
  if (!names3.includes(".helmignore")) return void 0;
  const content = repository.checkout.read(folder === "" ? ".helmignore" : `${folder}/.helmignore`);
  const used = names3.filter((name) => /^(?:templates\/|Chart\.yaml$|values\.yaml$)/.test(name));
  const isPlain2 = "text" in content && used.every((name) => ignores(content.text, name) === false);
  return isPlain2 ? void 0 : "its .helmignore may leave files out";
}
function digestOf(files, repository) {
  const hash = createHash2("sha256");
  for (const path of files) {
    const content = repository.checkout.read(path);
    hash.update(JSON.stringify([path, "text" in content ? content.text : content.refused]));
  }
  return hash.digest("hex");
}
function textOf4(value) {
  return typeof value === "string" ? value : "";
}

// src/source/place.ts
function startOf(file) {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

// src/model/inside-block.ts
var lineBreak2 = /\r\n?|\n/;
function insideBlock(block, text2, span, { checkout }) {
  const content = checkout.read(block.file);
  const position2 = positionsOf(text2);
  const from = position2(span.start);
  const to = position2(span.end);
  const line = block.line + from.line;
  const written2 = text2.split(lineBreak2)[from.line - 1]?.trimEnd();
  const found4 = "text" in content ? content.text.split(lineBreak2)[line - 1]?.trimEnd() : void 0;
  if (!written2 || !found4?.endsWith(written2)) return block;
  const indent = found4.length - written2.length;
  const end = { endLine: block.line + to.line, endColumn: to.column + indent };
  return { file: block.file, line, column: from.column + indent, ...end };
}

// src/model/helm/values.ts
import { isDeepStrictEqual } from "node:util";
function mergedValues(given, own) {
  const merged3 = given.reduce((values2, layer) => withLayer(values2, layer.values), {});
  const values = own ? coalesced(merged3, own.values) : merged3;
  const layers = [...given].reverse();
  if (own) layers.push(own);
  return {
    values,
    placeOf: (path) => {
      const value = valueAt(values, path);
      const layer = layers.find(({ values: of }) => valueAt(of, path) !== void 0);
      const isInForce = value !== void 0 && layer && isDeepStrictEqual(valueAt(layer.values, path), value);
      return isInForce ? layer.locate(path, "value") : void 0;
    },
    placeFor: (path) => layers.find(({ isOpen }) => isOpen)?.locate(path, "value")
  };
}
function withLayer(base2, over) {
  const merged3 = { ...base2 };
  for (const [key4, value] of Object.entries(over)) {
    const below2 = Object.hasOwn(merged3, key4) ? merged3[key4] : null;
    setKey(merged3, key4, isObject(value) && isObject(below2) ? withLayer(below2, value) : value);
  }
  return merged3;
}
function coalesced(given, own) {
  const values = { ...given };
  for (const [key4, value] of Object.entries(own)) {
    if (!Object.hasOwn(values, key4)) {
      if (value !== null) setKey(values, key4, isObject(value) ? coalesced({}, value) : value);
      continue;
    }
    const over = values[key4];
    if (over === null) delete values[key4];
    else if (isObject(over) && isObject(value)) setKey(values, key4, coalesced(over, value));
  }
  return values;
}
function isHollow(value) {
  if (!isObject(value)) return Array.isArray(value) && value.some(isHollow);
  const children = Object.values(value);
  return children.length > 0 && children.every((child) => child === null) || children.some(isHollow);
}
function pathOfParameter(name) {
  return /^[\w-]+(?:\.[\w-]+)*$/.test(name) ? name.split(".") : void 0;
}
function nested(path, value) {
  const result = {};
  const [step = "", ...rest] = path;
  setKey(result, step, rest.length === 0 ? value : nested(rest, value));
  return result;
}
function typedValue(text2) {
  if (/[\\{}]/.test(text2)) return void 0;
  const lower = text2.toLowerCase();
  if (lower === "true" || lower === "false") return lower === "true";
  if (lower === "null") return null;
  return text2 === "0" || /^[+-]?[1-9]\d{0,14}$/.test(text2) ? Number(text2) : text2;
}

// src/model/helm/layers.ts
function layersOf(inputs2, repository, files) {
  const ofFiles = inputs2.files.map(({ path }) => {
    if (!files.has(path)) files.set(path, fileLayer2(path, repository));
    return files.get(path);
  });
  const inline = inputs2.inline ? [inlineLayer(inputs2.inline, repository)] : [];
  const strings3 = inputs2.parameters.filter(({ forceString }) => forceString);
  const typed = inputs2.parameters.filter(({ forceString }) => !forceString);
  const parameters = [...typed, ...strings3].map(parameterLayer);
  const ofContents = inputs2.fileParameters.map(({ name, path, about }) => {
    const content = repository.checkout.read(path);
    return "text" in content ? parameterLayer({ name, value: content.text, forceString: true, about }) : void 0;
  });
  const layers = [...ofFiles, ...inline, ...parameters, ...ofContents];
  return layers.every((layer) => layer !== void 0) ? layers : void 0;
}
function fileLayer2(path, repository) {
  const document = documentAt(path, repository);
  if (!document || !isObject(document.value)) return void 0;
  return { values: document.value, isOpen: true, locate: (at2, part) => document.origin.locate(at2, part) };
}
function inlineLayer({ value, about }, repository) {
  if (isObject(value)) {
    return {
      values: value,
      isOpen: true,
      locate: (path, part) => placeOf({ ...about, path: [...about.path, ...path], part })
    };
  }
  const text2 = typeof value === "string" ? value : "";
  const { documents, problems } = documentsOf(text2);
  const document = documents[0] ?? { value: {}, index: 0, start: 0, end: 0 };
  if (problems.length > 0 || documents.length > 1 || !isObject(document.value)) return void 0;
  return {
    values: document.value,
    isOpen: true,
    locate(path, part) {
      const block = placeOf(about);
      const span = spanOf(text2, document, path, part);
      return span ? insideBlock(block, text2, span, repository) : block;
    }
  };
}
function parameterLayer({ name, value, forceString, about }) {
  const path = pathOfParameter(name);
  const typed = forceString ? plainText2(value) : typedValue(value);
  if (!path || typed === void 0) return void 0;
  const values = nested(path, typed);
  return { values, isOpen: false, locate: (_path, _part) => placeOf(about) };
}
function plainText2(value) {
  return /[\\{}]/.test(value) ? void 0 : value;
}

// src/model/helm/helm-output.ts
function helmOutputOf(text2, rendered4) {
  const { documents, problems } = documentsOf(text2);
  const problem = problems.find(({ kind: kind2 }) => kind2 !== "duplicate-key");
  if (problem) return { wrong: `what its chart gives is no YAML: ${problem.message}` };
  const layers = layersOf(rendered4.inputs, rendered4.repository, rendered4.files);
  const values = layers && mergedValues(layers, rendered4.chart.values);
  return documents.flatMap((document) => {
    const named4 = /^# Source: (.+)$/m.exec(text2.slice(document.start, document.end))?.[1];
    const template = named4 === void 0 ? void 0 : templateOf2(named4, rendered4, values);
    return manifestsOf(document, originOf2(document.value, template, rendered4));
  });
}
function templateOf2(named4, { chart, repository }, values) {
  const inside = named4.slice(named4.indexOf("/") + 1);
  const path = chart.folder === "" ? inside : `${chart.folder}/${inside}`;
  const content = repository.checkout.read(path);
  const below2 = [...inside.matchAll(/(?<=^|\/)charts\/([^/]+)\//g)].map((match2) => match2[1]);
  return "text" in content ? { path, text: content.text, values, below: below2 } : void 0;
}
function originOf2(object, template, { source }) {
  const fallback = () => placeOf(source.path ?? source.target);
  return {
    file: template?.path ?? source.target.manifest.origin.file,
    locate: (path, part) => (template && traced({ object, path, part }, template)) ?? fallback()
  };
}
function traced({ object, path, part }, template) {
  const value = valueAt(object, path);
  const lines = template.text.split("\n");
  const ofKey = linesOfKey(
    lines,
    path.findLast((step) => typeof step === "string")
  );
  if (part === "value" && path.length > 1 && value !== void 0 && typeof value !== "object") {
    const place = valuePlace(value, ofKey, template);
    if (place) return place;
  }
  const kind2 = isObject(object) && typeof object.kind === "string" ? object.kind : "";
  const line = path[0] === "kind" ? only(ofKey.filter(({ text: text2 }) => text2.includes(kind2))) : only(ofKey);
  if (line) return placeAt(template.path, line);
  return typeof value === "string" && part === "value" ? void 0 : startOf(template.path);
}
function valuePlace(value, ofKey, template) {
  return referencePlace(String(value), ofKey, template) ?? (typeof value === "string" ? literalPlace(value, ofKey, template.path) ?? onlyValuePlace(value, template) : void 0);
}
function linesOfKey(lines, key4) {
  if (key4 === void 0) return [];
  return lines.flatMap((text2, index) => {
    const written2 = /^\s*(?:- +)*(?:"([^"]+)"|'([^']+)'|([^\s:#'"]+))\s*:(?:\s|$)/.exec(text2);
    return written2 && (written2[1] ?? written2[2] ?? written2[3]) === key4 ? [{ number: index + 1, text: text2 }] : [];
  });
}
function referencePlace(value, lines, { values, below: below2 }) {
  const references2 = lines.map(
    ({ text: text2 }) => [...text2.matchAll(/\.Values((?:\.[A-Za-z_]\w*)+)/g)].map((match2) => match2[1])
  );
  const named4 = new Set(references2.flat());
  if (!values || named4.size !== 1 || references2.some((found4) => found4.length !== 1)) return void 0;
  const steps = [...named4][0].slice(1).split(".");
  const path = steps[0] === "global" ? steps : [...below2, ...steps];
  const given = valueAt(values.values, path);
  if (given === void 0 || typeof given === "object") return void 0;
  return value.toLowerCase().includes(String(given).toLowerCase()) ? values.placeOf(path) : void 0;
}
function literalPlace(value, lines, file) {
  const line = only(lines.filter(({ text: text2 }) => text2.includes(value) && !text2.includes("{{")));
  return line && placeAt(file, line);
}
function onlyValuePlace(value, { text: text2, values }) {
  if (!values || value.length < 4 || text2.includes(value)) return void 0;
  const path = only(pathsOf2(values.values, value, []));
  return path && values.placeOf(path);
}
function pathsOf2(values, value, at2) {
  return Object.entries(values).flatMap(([key4, child]) => {
    if (child === value) return [[...at2, key4]];
    return isObject(child) ? pathsOf2(child, value, [...at2, key4]) : [];
  });
}
function only(items) {
  return items.length === 1 ? items[0] : void 0;
}
function placeAt(file, { number: number2, text: text2 }) {
  const column = text2.length - text2.trimStart().length + 1;
  return { file, line: number2, column, endLine: number2, endColumn: text2.trimEnd().length + 1 };
}

// src/model/helm/environment.ts
var shellNames = /\$(?:\{([^}]*)\}|([A-Za-z_][A-Za-z0-9_]*)|([*#$@!?\-0-9]))/g;
function substituted(text2, application, source) {
  if (!text2.includes("$")) return { text: text2 };
  const variables = variablesOf(application, source);
  let unknown;
  const result = text2.replace(shellNames, (_, braced, plain2, special) => {
    const name = braced ?? plain2 ?? special ?? "";
    if (name === "$") return "$";
    if (/^ARGOCD_APP_REVISION(?:_SHORT(?:_8)?)?$/.test(name)) unknown = name;
    return variables.get(name) ?? "";
  });
  return unknown === void 0 ? { text: result } : { unknown };
}
function variablesOf(application, source) {
  const { name, namespace } = application;
  return /* @__PURE__ */ new Map([
    ["ARGOCD_APP_NAME", namespace === argocdNamespace ? name : `${namespace}_${name}`],
    ["ARGOCD_APP_NAMESPACE", application.destination.namespace?.value ?? ""],
    ["ARGOCD_APP_PROJECT_NAME", application.project],
    ["ARGOCD_APP_SOURCE_REPO_URL", source.repoURL?.value ?? ""],
    ["ARGOCD_APP_SOURCE_PATH", source.path?.value ?? ""],
    ["ARGOCD_APP_SOURCE_TARGET_REVISION", source.targetRevision?.value ?? ""]
  ]);
}

// src/model/helm/value-files.ts
function valueFilesOf(asking) {
  const { manifest, path } = asking.source.target;
  const named4 = itemsAt(manifest, ...path, "helm", "valueFiles");
  const ignoresMissing = below(asking.source.target, "helm", "ignoreMissingValueFiles")?.value === true;
  const resolved2 = named4.map((item) => ({ item, at: resolvedPath(item, asking) }));
  const explicit = new Set(resolved2.flatMap(({ at: at2 }) => "path" in at2 && !isGlob(at2.path) ? [at2.path] : []));
  const files = /* @__PURE__ */ new Map();
  for (const { item, at: at2 } of resolved2) {
    if ("wrong" in at2) return at2;
    const found4 = isGlob(at2.path) ? matchesOf(at2.path, asking.folders).filter((match2) => !explicit.has(match2)) : asking.folders.isFile(at2.path) ? [at2.path] : void 0;
    const nothing = found4 === void 0 || found4.length === 0 && matchesOf(at2.path, asking.folders).length === 0;
    if (nothing && !ignoresMissing) return { about: item, wrong: missing(item, at2.path) };
    for (const file of found4 ?? []) if (!files.has(file)) files.set(file, { path: file, named: item });
  }
  return [...files.values()];
}
function missing({ value }, path) {
  const written2 = typeof value === "string" ? value : "";
  return isGlob(path) ? `no value file matches "${written2}"` : `its value file "${written2}" does not exist (looked for at ${path})`;
}
function isGlob(path) {
  return /[*?[]/.test(path);
}
function matchesOf(pattern2, folders) {
  const matches4 = doublestar(pattern2);
  const fixed3 = pattern2.slice(0, pattern2.search(/[*?[{]/));
  const base2 = fixed3.slice(0, Math.max(0, fixed3.lastIndexOf("/")));
  return matches4 ? folders.filesIn(base2, true).filter(matches4) : [];
}
function resolvedPath(item, asking) {
  if (typeof item.value !== "string") return { about: item, wrong: "a value file is no string" };
  const written2 = item.value;
  const ref = written2.startsWith("$") ? written2.split("/")[0] : void 0;
  const referenced = ref === void 0 ? void 0 : asking.application.sources.find((s) => s.ref && `$${s.ref.value}` === ref);
  if (referenced && !isHere(referenced, asking)) {
    return { about: item, wrong: `its value file "${written2}" is in another repository (${referenced.repoURL?.value})` };
  }
  if (ref !== void 0 && !referenced && !/^\$\{?ARGOCD_/.test(ref)) {
    return {
      about: item,
      wrong: `its value file "${written2}" refers to the source "${ref.slice(1)}", and no source has that ref`
    };
  }
  const text2 = referenced ? written2.slice(ref.length) : written2;
  const result = substituted(text2, asking.application, asking.source);
  if ("unknown" in result)
    return { about: item, wrong: `its value file depends on $${result.unknown}, known only when Argo CD deploys` };
  return resolvedText(result.text, item, referenced ? "" : asking.folder);
}
function resolvedText(text2, item, from) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(text2))
    return { about: item, wrong: `its value file "${text2}" is a URL, which is not fetched` };
  const path = text2.startsWith("/") ? cleaned(text2.slice(1)) : cleaned(from === "" ? text2 : `${from}/${text2}`);
  return path === void 0 ? { about: item, wrong: `its value file "${text2}" leaves the repository` } : { path };
}
function isHere({ repoURL }, { repository, source }) {
  const own = repository ?? source.repoURL?.value;
  return repoURL !== void 0 && own !== void 0 && sameRepository(repoURL.value, own);
}

// src/model/helm/inputs.ts
function helmInputsOf(asking) {
  const { target } = asking.source;
  const files = valueFilesOf(asking);
  if ("wrong" in files) return files;
  const parameters = allOr(
    itemsAt(target.manifest, ...target.path, "helm", "parameters").map((item) => parameterOf(item, asking))
  );
  if ("wrong" in parameters) return parameters;
  const fileParameters = allOr(
    itemsAt(target.manifest, ...target.path, "helm", "fileParameters").map((item) => fileParameterOf(item, asking))
  );
  if ("wrong" in fileParameters) return fileParameters;
  const flag = (name) => below(target, "helm", name)?.value === true;
  return {
    release: releaseOf2(asking),
    namespace: namespaceOf(asking),
    files,
    inline: inlineOf(target),
    parameters,
    fileParameters,
    skipCrds: flag("skipCrds"),
    skipTests: flag("skipTests"),
    skipSchemaValidation: flag("skipSchemaValidation"),
    kubeVersion: textOf5(stringBelow(target, "helm", "kubeVersion")),
    apiVersions: itemsAt(target.manifest, ...target.path, "helm", "apiVersions").flatMap(
      ({ value }) => typeof value === "string" ? [value] : []
    )
  };
}
function allOr(results) {
  const wrong = results.find((result) => "wrong" in result);
  return wrong ?? results.filter((result) => !("wrong" in result));
}
function releaseOf2({ application, source }) {
  const written2 = stringBelow(source.target, "helm", "releaseName");
  if (written2 && written2.value !== "") return { text: written2.value, about: written2 };
  return { text: application.name, about: { manifest: application.manifest, path: ["metadata", "name"] } };
}
function namespaceOf({ application, source }) {
  const written2 = stringBelow(source.target, "helm", "namespace");
  const found4 = written2 && written2.value !== "" ? written2 : application.destination.namespace;
  return found4 && { text: found4.value, about: found4 };
}
function inlineOf(target) {
  const object = below(target, "helm", "valuesObject");
  if (object && isObject(object.value)) return { value: object.value, about: object };
  const text2 = stringBelow(target, "helm", "values");
  return text2 && text2.value !== "" ? { value: text2.value, about: text2 } : void 0;
}
function parameterOf(item, asking) {
  const name = stringBelow(item, "name")?.value ?? "";
  const written2 = stringBelow(item, "value");
  const result = substituted(written2?.value ?? "", asking.application, asking.source);
  if ("unknown" in result) {
    return {
      about: item,
      wrong: `its parameter "${name}" depends on $${result.unknown}, known only when Argo CD deploys`
    };
  }
  const forceString = below(item, "forceString")?.value === true;
  return { name, value: result.text, forceString, about: written2 ?? item };
}
function fileParameterOf(item, asking) {
  const name = stringBelow(item, "name")?.value ?? "";
  const path = stringBelow(item, "path");
  const found4 = path ? resolvedPath(path, asking) : { about: item, wrong: `its file parameter "${name}" names no file` };
  if ("wrong" in found4) return found4;
  if (asking.folders.isFile(found4.path)) return { name, path: found4.path, about: path ?? item };
  return { about: item, wrong: `the file of its parameter "${name}" does not exist (looked for at ${found4.path})` };
}
function textOf5(located) {
  return located && located.value !== "" ? located.value : void 0;
}

// src/model/helm/template-origin.ts
var TemplateOrigin = class {
  file;
  #template;
  #output;
  #document;
  #given;
  constructor(template, output, document, given) {
    this.file = template.path;
    this.#template = template;
    this.#output = output;
    this.#document = document;
    this.#given = given;
  }
  locate(path, part) {
    const { text: text2 } = this.#output;
    const start = { start: this.#document.start, end: this.#document.start };
    const span = spanOf(text2, this.#document, path, part) ?? start;
    if (part === "key") return this.#inTemplate(span);
    const value = valueAt(this.#document.value, path);
    if (value === void 0) return this.#missingPlace(path, span) ?? this.#inTemplate(span);
    return (typeof value === "object" ? void 0 : this.#valuePlace(span)) ?? this.#inTemplate(span);
  }
  /** The only parameter that a scalar was made of, as long as the scalar still shows it. */
  #valuePlace(span) {
    const [action, ...others3] = this.#output.chunks.filter(
      (chunk) => chunk.kind === "action" && chunk.start <= span.end && chunk.end >= span.start && touches(chunk, span)
    );
    if (!action || others3.length > 0) return void 0;
    const [used, ...more] = action.used;
    if (used === void 0) return action.missing.length === 1 ? this.#given.placeFor(action.missing[0]) : void 0;
    if (more.length > 0 || action.missing.length > 0) return void 0;
    const shown3 = this.#output.text.slice(action.start, action.end).toLowerCase();
    const value = this.#given.valueOf(used) ?? null;
    return typeof value !== "object" && shown3.includes(String(value).toLowerCase()) ? this.#given.placeOf(used) : void 0;
  }
  /** For a key that is written, and whose value the template left empty. */
  #missingPlace(path, key4) {
    const { text: text2, chunks } = this.#output;
    if (!text2.slice(key4.start, key4.end).includes(String(path.at(-1)))) return void 0;
    const lineEnd = text2.indexOf("\n", key4.end);
    const end = lineEnd < 0 ? text2.length : lineEnd;
    const actions = chunks.filter((chunk) => chunk.kind === "action" && chunk.start >= key4.end && chunk.start <= end);
    const [action, ...others3] = actions;
    if (!action || others3.length > 0) return void 0;
    const asked = action.missing[0] ?? action.used[0];
    return asked && action.missing.length + action.used.length === 1 ? this.#given.placeFor(asked) : void 0;
  }
  #inTemplate({ start, end }) {
    const position2 = positionsOf(this.#template.text);
    const from = position2(this.#offsetOf(start, "start"));
    const to = position2(Math.max(this.#offsetOf(start, "start"), this.#offsetOf(end, "end")));
    return { file: this.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }
  /** An offset of the output as one of the template: exact in texts, an edge of the action in what an action wrote. */
  #offsetOf(offset, edge2) {
    const chunk = edge2 === "start" ? this.#output.chunks.find(({ start, end }) => start <= offset && offset < end) : this.#output.chunks.find(({ start, end }) => start < offset && offset <= end);
    if (!chunk) return this.#output.chunks.at(-1)?.template.end ?? 0;
    return chunk.kind === "text" ? chunk.template.start + offset - chunk.start : chunk.template[edge2];
  }
};
function touches(chunk, span) {
  return chunk.start === chunk.end ? chunk.start > span.start && chunk.start < span.end : chunk.start < span.end && chunk.end > span.start;
}

// src/model/helm/plain-rendering.ts
function plainRendering(chart, inputs2, repository, files) {
  if (chart.needsHelm !== void 0 || inputs2.skipTests || !isReleaseName(inputs2.release.text)) return void 0;
  const layers = layersOf(inputs2, repository, files);
  if (!layers || !chart.values && hasValuesFile(chart, repository)) return void 0;
  if ([...layers, chart.values].some((layer) => layer && Object.values(layer.values).some(isHollow))) return void 0;
  const merged3 = mergedValues(layers, chart.values);
  const params = paramsOf2(chart, inputs2, merged3.values);
  const given = givenOf(chart, inputs2, merged3, params);
  const manifests = [];
  for (const template of chart.templates) {
    const written2 = renderedBy(template, chart, params, given);
    if (!written2) return void 0;
    manifests.push(...written2);
  }
  return manifests;
}
function isReleaseName(name) {
  return name.length <= 53 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(name);
}
function hasValuesFile(chart, { checkout }) {
  return "text" in checkout.read(chart.folder === "" ? "values.yaml" : `${chart.folder}/values.yaml`);
}
var chartFields = [
  ["Name", "name"],
  ["Version", "version"],
  ["AppVersion", "appVersion"],
  ["Description", "description"],
  ["Type", "type"],
  ["APIVersion", "apiVersion"]
];
function paramsOf2(chart, inputs2, values) {
  const fields3 = chartFields.map(([name, key4]) => [name, chart.metadata[key4] ?? ""]);
  const release = { Name: inputs2.release.text, Namespace: inputs2.namespace?.text ?? "default" };
  return {
    Values: values,
    Chart: Object.fromEntries(fields3),
    Release: { ...release, Service: "Helm", IsInstall: true, IsUpgrade: false, Revision: 1 }
  };
}
function givenOf(chart, inputs2, values, params) {
  return {
    valueOf: (path) => valueAt(params, path),
    placeFor: ([root, ...rest]) => root === "Values" ? values.placeFor(rest) : void 0,
    placeOf([root, ...rest]) {
      if (root === "Values") return values.placeOf(rest);
      if (root === "Release" && rest[0] === "Name") return placeOf(inputs2.release.about);
      if (root === "Release" && rest[0] === "Namespace") return inputs2.namespace && placeOf(inputs2.namespace.about);
      const key4 = root === "Chart" ? chartFields.find(([name]) => name === rest[0])?.[1] : void 0;
      return key4 === void 0 ? void 0 : chart.origin.locate([key4], "value");
    }
  };
}
function renderedBy(template, chart, params, given) {
  const name = { Name: `${chart.name}/${template.name}`, BasePath: `${chart.name}/templates` };
  const rendered4 = template.template.render({ ...params, Template: name });
  if (!rendered4.ok || !isCertain(template, rendered4.used, rendered4.missing, params)) return void 0;
  if (!template.isApplied) return [];
  const { documents, problems } = documentsOf(rendered4.text);
  if (problems.some(({ kind: kind2 }) => kind2 !== "duplicate-key")) return void 0;
  const output = { text: rendered4.text, chunks: rendered4.chunks };
  return documents.flatMap((document) => {
    const origin = new TemplateOrigin(template, output, document, given);
    return manifestsOf(document, origin);
  });
}
function isCertain(template, used, missing3, params) {
  if (missing3.some(([root]) => root !== "Values")) return false;
  return used.every((path) => isCertainValue(valueAt(params, path) ?? null, template.template.takesNumbers));
}
function isCertainValue(value, takesNumbers) {
  if (typeof value === "number") return takesNumbers && Number.isInteger(value) && value > 0 && value < 1e6;
  if (Array.isArray(value)) return value.every((item) => isCertainValue(item, takesNumbers));
  if (!isObject(value)) return true;
  return Object.values(value).every((item) => item !== null && isCertainValue(item, takesNumbers));
}

// src/model/kustomize/configured.ts
function configured(kustomization2, application, source) {
  const options = below(source.target, "kustomize");
  if (!options || !isObject(options.value)) return kustomization2;
  const given = options.value;
  const object = { ...kustomization2.object };
  for (const field of ["namePrefix", "nameSuffix", "namespace"]) {
    if (typeof given[field] === "string" && given[field] !== "") object[field] = given[field];
  }
  if (Array.isArray(given.patches) && given.patches.length > 0) {
    object.patches = [...listOf3(object.patches), ...given.patches];
  }
  addLabels(object, given, (text2) => textWith(text2, application, source));
  if (isObject(given.commonAnnotations)) {
    const pairs = given.commonAnnotationsEnvsubst === true ? substitutedIn(given.commonAnnotations, application, source) : given.commonAnnotations;
    object.commonAnnotations = { ...objectOf2(object.commonAnnotations), ...pairs };
  }
  return { ...kustomization2, object, origin: originWith2(kustomization2, options) };
}
function addLabels(object, given, text2) {
  if (!isObject(given.commonLabels)) return;
  const pairs = Object.fromEntries(Object.entries(given.commonLabels).map(([key4, value]) => [key4, text2(value)]));
  if (given.labelWithoutSelector !== true) object.commonLabels = { ...objectOf2(object.commonLabels), ...pairs };
  else object.labels = [...listOf3(object.labels), { pairs, includeTemplates: given.labelIncludeTemplates === true }];
}
function substitutedIn(pairs, application, source) {
  return Object.fromEntries(Object.entries(pairs).map(([key4, value]) => [key4, textWith(value, application, source)]));
}
function textWith(value, application, source) {
  const result = typeof value === "string" ? substituted(value, application, source) : void 0;
  return result && "text" in result ? result.text : value;
}
function originWith2({ origin }, options) {
  return {
    file: origin.file,
    locate: (path, part) => valueAt(options.value, path) === void 0 || Array.isArray(valueAt(options.value, path.slice(0, 1))) ? origin.locate(path, part) : placeOf({ ...options, path: [...options.path, ...path], part })
  };
}
function listOf3(value) {
  return Array.isArray(value) ? value : [];
}
function objectOf2(value) {
  return isObject(value) ? value : {};
}

// src/source/nearest.ts
function nearest(word2, words2) {
  const lower = word2.toLowerCase();
  let found4;
  let least = Math.min(3, Math.floor(word2.length / 3)) + 1;
  for (const one of words2) {
    if (Math.abs(one.length - word2.length) >= least) continue;
    const slips = slipsBetween(lower, one.toLowerCase());
    if (slips < least) [found4, least] = [one, slips];
  }
  return found4;
}
function slipsBetween(a, b) {
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed3 = a[row - 1] === b[column - 1] ? 0 : 1;
      const least = Math.min(cell(above, column) + 1, cell(line, column - 1) + 1, cell(above, column - 1) + changed3);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(swapped ? Math.min(least, cell(before, column - 2) + 1) : least);
    }
    ;
    [before, above] = [above, line];
  }
  return cell(above, b.length);
}
function cell(line, column) {
  return line[column] ?? Infinity;
}

// src/model/kustomize/kustomization.ts
var names = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
var fields2 = new Set(
  "apiVersion kind metadata openapi namePrefix nameSuffix namespace commonLabels labels commonAnnotations patchesStrategicMerge patchesJson6902 patches images imageTags replacements replicas vars sortOptions resources components crds bases configMapGenerator secretGenerator helmGlobals helmCharts helmChartInflationGenerator generatorOptions configurations generators transformers validators buildMetadata".split(
    " "
  )
);
var lowerFields = new Set([...fields2].map((field) => field.toLowerCase()));
var isKnownField = (field) => lowerFields.has(field.toLowerCase());
var refused2 = ["helmCharts", "helmChartInflationGenerator", "generators", "transformers", "validators"];
function kustomizationOf(folder, repository, folders) {
  return readAt2(folder, { repository, folders, above: [] });
}
function readAt2(folder, reader) {
  const { folders, repository, above } = reader;
  const shown3 = folder === "" ? "the root" : folder;
  if (above.includes(folder)) return { wrong: `${shown3} builds on itself` };
  const inside = (name) => folder === "" ? name : `${folder}/${name}`;
  const files = names.map(inside).filter((path) => folders.isFile(path));
  const [file] = files;
  if (file === void 0) return { wrong: `${shown3} holds no kustomization.yaml` };
  if (files.length > 1) return { wrong: `${shown3} holds more than one kustomization file` };
  const document = documentAt(file, repository);
  if (!document || !isObject(document.value)) return { wrong: `${file} can't be read` };
  const object = document.value;
  const odd = Object.keys(object).find((field) => !isKnownField(field));
  if (odd !== void 0) {
    const meant = nearest(odd, fields2);
    const wrong = `${file} has the field "${odd}", which kustomize does not know${meant === void 0 ? "" : ` (did you mean ${meant}?)`}`;
    return { wrong, failsAt: document.origin.locate([odd], "key") };
  }
  const plugin = refused2.find((field) => !isEmpty(object[field]));
  if (plugin !== void 0) return { wrong: `${file} uses "${plugin}", which is not run here` };
  const remote = remoteNameIn(object);
  if (remote !== void 0) return { wrong: `${file} names "${remote}", which is not in this repository` };
  const below2 = { ...reader, above: [...above, folder] };
  const parts = (field) => allOf(listOf4(object[field]), file, folder, below2, (index) => document.origin.locate([field, index], "value"));
  const [resources, bases, components] = [parts("resources"), parts("bases"), parts("components")];
  for (const part of [resources, bases, components]) if ("wrong" in part) return part;
  return {
    folder,
    file,
    object,
    origin: document.origin,
    resources: [...partsIn(resources), ...partsIn(bases)],
    components: partsIn(components).filter((component) => typeof component !== "string")
  };
}
function allOf(entries, file, folder, reader, placeOf5) {
  const found4 = [];
  for (const [index, entry] of entries.entries()) {
    const one = entryOf2(entry, file, folder, reader, () => placeOf5(index));
    if (typeof one !== "string" && "wrong" in one) return one;
    found4.push(one);
  }
  return found4;
}
var partsIn = (parts) => "wrong" in parts ? [] : parts;
function entryOf2(entry, file, folder, reader, place) {
  if (typeof entry !== "string") return { wrong: `${file} names a resource that is no string` };
  const path = entry.startsWith("/") ? void 0 : cleaned(folder === "" ? entry : `${folder}/${entry}`);
  if (path !== void 0 && reader.folders.isFile(path)) return path;
  if (path !== void 0 && reader.folders.has(path)) return readAt2(path, reader);
  if (isRemote(entry)) return { wrong: `${file} builds on "${entry}", which is not in this repository` };
  if (path !== void 0 && reader.folders.isInSubmodule(path))
    return { wrong: `${file} names "${entry}", which lies in a submodule that is not checked out` };
  const wrong = `${file} names "${entry}", which does not exist`;
  return path === void 0 ? { wrong } : { wrong, failsAt: place() };
}
var words = /* @__PURE__ */ new Set([
  "patch",
  "pairs",
  "commonLabels",
  "commonAnnotations",
  "literals",
  "options",
  "images",
  "metadata",
  "replicas"
]);
function remoteNameIn(value) {
  if (typeof value === "string") return /^\w[\w+.-]*:\/\/|^git@|^git::/.test(value) ? value : void 0;
  const parts = isObject(value) ? Object.entries(value).flatMap(([key4, child]) => words.has(key4) ? [] : [child]) : Array.isArray(value) ? value : [];
  for (const part of parts) {
    const found4 = remoteNameIn(part);
    if (found4 !== void 0) return found4;
  }
  return void 0;
}
function isRemote(entry) {
  return /:\/\/|^git@|\?ref=|^[\w-]+(?:\.[\w-]+)+\/.+\/.+/.test(entry);
}
function listOf4(value) {
  return Array.isArray(value) ? value : [];
}
function isEmpty(value) {
  if (value === void 0 || value === null || value === "") return true;
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
function closureOf(top) {
  const all = /* @__PURE__ */ new Map();
  const visit = (kustomization2) => {
    if (all.has(kustomization2.folder)) return;
    all.set(kustomization2.folder, kustomization2);
    for (const part of [...kustomization2.resources, ...kustomization2.components]) {
      if (typeof part !== "string") visit(part);
    }
  };
  visit(top);
  return [...all.values()];
}

// src/model/kustomize/generated.ts
function generatorsOf2(top) {
  return closureOf(top).flatMap((kustomization2) => [
    ...entriesOf2(kustomization2, "configMapGenerator", "ConfigMap"),
    ...entriesOf2(kustomization2, "secretGenerator", "Secret")
  ]);
}
function entriesOf2(kustomization2, field, kind2) {
  return listOf5(kustomization2.object[field]).flatMap(
    (entry, index) => isObject(entry) && typeof entry.name === "string" ? [{ kind: kind2, name: entry.name, entry, path: [field, index], kustomization: kustomization2 }] : []
  );
}
function makersOf(object, generators) {
  const made = valueAt(object, ["metadata", "name"]);
  if (typeof made !== "string") return [];
  const named4 = generators.filter(({ kind: kind2, name }) => kind2 === object.kind && name !== "" && made.includes(name));
  const longest6 = Math.max(...named4.map(({ name }) => name.length));
  return named4.filter(({ name }) => name.length === longest6);
}
function generatedPlace(makers, path, part, repository) {
  const [first2, second] = path;
  if ((first2 === "data" || first2 === "stringData") && typeof second === "string") {
    for (const maker2 of makers) {
      const found4 = pairPlace(maker2, second, repository);
      if (found4) return found4;
    }
  }
  const field = first2 === "metadata" && second === "namespace" ? "namespace" : first2 === "type" ? "type" : "name";
  const maker = makers.find(({ entry }) => entry[field] !== void 0) ?? makers[0];
  if (!maker) return void 0;
  const written2 = maker.entry[field] === void 0 ? "name" : field;
  return maker.kustomization.origin.locate([...maker.path, written2], part);
}
function pairPlace(maker, key4, repository) {
  return literalPlace2(maker, key4) ?? envPlace(maker, key4, repository) ?? filePlace(maker, key4);
}
function literalPlace2({ entry, path, kustomization: kustomization2 }, key4) {
  const index = listOf5(entry.literals).findIndex((literal2) => typeof literal2 === "string" && keyIn(literal2) === key4);
  return index < 0 ? void 0 : kustomization2.origin.locate([...path, "literals", index], "value");
}
function envPlace({ entry, kustomization: kustomization2 }, key4, { checkout }) {
  for (const name of [...listOf5(entry.envs), entry.env]) {
    const file = fileIn(kustomization2, name);
    const content = file === void 0 ? void 0 : checkout.read(file);
    if (file === void 0 || !content || "refused" in content) continue;
    const lines = content.text.split(/\r?\n/);
    const index = lines.findIndex((line) => !line.trimStart().startsWith("#") && keyIn(line.trimStart()) === key4);
    if (index >= 0) return lineOf2(file, index, lines[index]);
  }
  return void 0;
}
function lineOf2(file, index, text2) {
  const column = text2.length - text2.trimStart().length + 1;
  return { file, line: index + 1, column, endLine: index + 1, endColumn: text2.trimEnd().length + 1 };
}
function filePlace({ entry, kustomization: kustomization2 }, key4) {
  for (const written2 of listOf5(entry.files)) {
    if (typeof written2 !== "string") continue;
    const path = written2.includes("=") ? written2.slice(written2.indexOf("=") + 1) : written2;
    const made = written2.includes("=") ? keyIn(written2) : path.slice(path.lastIndexOf("/") + 1);
    const file = made === key4 ? fileIn(kustomization2, path) : void 0;
    if (file !== void 0) return startOf(file);
  }
  return void 0;
}
function keyIn(pair2) {
  return pair2.split("=", 1)[0].trim();
}
function fileIn({ folder }, name) {
  if (typeof name !== "string" || name === "") return void 0;
  return cleaned(folder === "" ? name : `${folder}/${name}`);
}
function listOf5(value) {
  return Array.isArray(value) ? value : [];
}

// src/model/kustomize/kustomize-output.ts
var originAnnotation = "config.kubernetes.io/origin";
function kustomizeOutputOf(text2, top, repository) {
  const { documents, problems } = documentsOf(text2);
  if (problems.length > 0) return { wrong: `what kustomize gives is no YAML: ${problems[0].message}` };
  const patches = patchesOf(top, repository);
  const generators = generatorsOf2(top);
  return documents.flatMap(({ value }) => {
    if (!isObject(value)) return [];
    const object = withoutOrigin(value);
    const file = fileOf2(value, top.folder);
    const written2 = file === void 0 ? void 0 : sourceOf2(object, repository.files.get(file)?.manifests ?? []);
    const otherwise = (path, part) => (written2 ? void 0 : generatedPlace(makersOf(object, generators), path, part, repository)) ?? startOf(top.file);
    return manifestOf(object, originWith3(object, written2, patches, top.file, otherwise)) ?? [];
  });
}
function fileOf2(object, folder) {
  const annotation = valueAt(object, ["metadata", "annotations", originAnnotation]);
  const path = typeof annotation === "string" ? /^path: (.+)$/m.exec(annotation)?.[1] : void 0;
  return path === void 0 ? void 0 : cleaned(folder === "" ? path : `${folder}/${path}`);
}
function withoutOrigin(object) {
  const metadata = isObject(object.metadata) ? { ...object.metadata } : {};
  if (!isObject(metadata.annotations)) return object;
  const { [originAnnotation]: _origin, ...annotations } = metadata.annotations;
  if (Object.keys(annotations).length > 0) metadata.annotations = annotations;
  else delete metadata.annotations;
  return { ...object, metadata };
}
function sourceOf2(object, candidates) {
  const name = valueAt(object, ["metadata", "name"]);
  const same2 = candidates.filter(({ kind: kind2 }) => kind2 === object.kind);
  const found4 = same2.filter((candidate) => candidate.name === name);
  if (found4.length === 1) return found4[0];
  const parts = same2.filter(
    (candidate) => typeof name === "string" && candidate.name !== "" && name.includes(candidate.name)
  );
  return parts.length === 1 ? parts[0] : void 0;
}
function originWith3(object, written2, patches, file, otherwise) {
  return {
    file: written2?.origin.file ?? file,
    locate(path, part) {
      const value = valueAt(object, path);
      const original = written2 && valueAt(written2.object, path);
      if (written2 && (value === void 0 || typeof value === "object" || value === original)) {
        return written2.origin.locate(path, part);
      }
      const changed3 = value === void 0 ? [] : patches.flatMap((patch) => patch.placeOf(object, path, value, part) ?? []);
      if (changed3.length === 1) return changed3[0];
      return written2 && path[0] === "metadata" && path[1] === "name" ? written2.origin.locate(path, part) : otherwise(path, part);
    }
  };
}
function patchesOf(top, repository) {
  return closureOf(top).flatMap(({ object, origin, folder }) => {
    const settings = { placeOf: (_object, path, value, part) => settingPlace(object, origin, path, value, part) };
    const written2 = ["patches", "patchesStrategicMerge", "patchesJson6902"].flatMap((field) => {
      const list = object[field];
      return (Array.isArray(list) ? list : []).flatMap(
        (entry, index) => patchOf2(entry, [field, index], origin, folder, repository)
      );
    });
    return [...written2, settings];
  });
}
function settingPlace(object, origin, path, value, part) {
  const [first2, second, third] = path;
  if (first2 !== "metadata") return void 0;
  if (second === "namespace" && object.namespace === value) return origin.locate(["namespace"], part);
  const field = second === "labels" ? "commonLabels" : second === "annotations" ? "commonAnnotations" : void 0;
  if (field === void 0 || third === void 0) return void 0;
  return valueAt(object, [field, third]) === value ? origin.locate([field, third], part) : void 0;
}
function patchOf2(entry, at2, origin, folder, repository) {
  const named4 = typeof entry === "string" && !entry.includes("\n") ? entry : isObject(entry) ? entry.path : void 0;
  if (typeof named4 === "string") {
    const file = cleaned(folder === "" ? named4 : `${folder}/${named4}`);
    const content = file === void 0 ? void 0 : repository.checkout.read(file);
    if (file === void 0 || !content || "refused" in content) return [];
    return [
      textPatch(content.text, (document, path, part) => originOf(file, content.text, document).locate(path, part))
    ];
  }
  const text2 = typeof entry === "string" ? entry : isObject(entry) ? entry.patch : void 0;
  if (typeof text2 !== "string") return [];
  const block = () => origin.locate(isObject(entry) ? [...at2, "patch"] : at2, "value");
  return [
    textPatch(text2, (document, path, part) => {
      const span = spanOf(text2, document, path, part);
      return span ? insideBlock(block(), text2, span, repository) : block();
    })
  ];
}
function textPatch(text2, locate) {
  const { documents } = documentsOf(text2);
  return {
    placeOf(object, path, value, part) {
      for (const document of documents) {
        if (Array.isArray(document.value)) {
          const index = document.value.findIndex((operation) => isOperation(operation, path, value));
          if (index >= 0) return locate(document, [index, "value"], part);
        } else if (isFor(document.value, object) && valueAt(document.value, path) === value) {
          return locate(document, path, part);
        }
      }
      return void 0;
    }
  };
}
function isOperation(operation, path, value) {
  if (!isObject(operation) || operation.value !== value || typeof operation.path !== "string") return false;
  const steps = operation.path.slice(1).split("/").map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
  return steps.length === path.length && steps.every((step, index) => step === String(path[index]));
}
function isFor(patch, object) {
  if (!isObject(patch) || patch.kind !== object.kind) return false;
  const name = valueAt(object, ["metadata", "name"]);
  const patched2 = valueAt(patch, ["metadata", "name"]);
  return typeof name === "string" && typeof patched2 === "string" && name.includes(patched2);
}

// src/model/kustomize/parts.ts
function partsOf3(top, { files }) {
  const objectsIn2 = (paths) => paths.flatMap((path) => files.get(path)?.manifests ?? []);
  const all = closureOf(top);
  return {
    resources: objectsIn2(all.flatMap(({ resources }) => resources.filter((resource) => typeof resource === "string"))),
    patches: objectsIn2(all.flatMap(patchFiles))
  };
}
function patchFiles({ object, folder }) {
  const entries = ["patches", "patchesStrategicMerge", "patchesJson6902"].flatMap((field) => {
    const list = object[field];
    return Array.isArray(list) ? list : [];
  });
  return entries.flatMap((entry) => {
    const path = isObject(entry) ? entry.path : entry;
    if (typeof path !== "string" || path.includes("\n")) return [];
    return cleaned(folder === "" ? path : `${folder}/${path}`) ?? [];
  });
}

// src/model/kustomize/transformed.ts
var keptNames = /* @__PURE__ */ new Set(["Namespace", "CustomResourceDefinition", "APIService"]);
function namespaced(manifest, namespace, origin) {
  const field = manifest.kind === "Namespace" && manifest.apiVersion === "v1" ? "name" : "namespace";
  const changed3 = (path) => isAt(path, "metadata", field) ? ["namespace"] : void 0;
  return withMetadata(manifest, { [field]: namespace }, origin, changed3);
}
function named3(manifest, prefix, suffix) {
  if (keptNames.has(manifest.kind)) return manifest;
  return withMetadata(manifest, { name: `${prefix}${manifest.name}${suffix}` }, manifest.origin, () => void 0);
}
function labelled(manifest, { field, pairs, path: at2 }, origin) {
  const before = valueAt(manifest.object, ["metadata", field]);
  const merged3 = { ...isObject(before) ? before : {}, ...pairs };
  return withMetadata(
    manifest,
    { [field]: merged3 },
    origin,
    (path) => isAt(path, "metadata", field, path[2]) && Object.hasOwn(pairs, String(path[2])) ? [...at2, path[2]] : void 0
  );
}
function withMetadata(manifest, fields3, origin, changed3) {
  const { metadata } = manifest.object;
  const object = { ...manifest.object, metadata: { ...isObject(metadata) ? metadata : {}, ...fields3 } };
  const way = {
    file: manifest.origin.file,
    locate(path, part) {
      const at2 = changed3(path);
      return at2 ? origin.locate(at2, part) : manifest.origin.locate(path, part);
    }
  };
  return manifestOf(object, way) ?? manifest;
}
function isAt(path, ...wanted) {
  return path.length === wanted.length && wanted.every((step, index) => path[index] === step);
}

// src/model/kustomize/plain-build.ts
var simple2 = /* @__PURE__ */ new Set([
  "apiVersion",
  "kind",
  "metadata",
  "resources",
  "bases",
  "namespace",
  "namePrefix",
  "nameSuffix",
  "labels",
  "commonLabels",
  "commonAnnotations",
  "sortOptions"
]);
function plainBuild(kustomization2, repository) {
  const { object } = kustomization2;
  if (Object.keys(object).some((field) => !simple2.has(field) && !isEmpty(object[field]))) return void 0;
  if (kustomization2.components.length > 0 || (object.kind ?? "Kustomization") !== "Kustomization") return void 0;
  const manifests = [];
  for (const resource of kustomization2.resources) {
    const found4 = typeof resource === "string" ? objectsIn(resource, kustomization2, repository) : plainBuild(resource, repository);
    if (!found4) return void 0;
    for (const manifest of found4) manifests.push(manifest);
  }
  return hasTwins(manifests) ? void 0 : transformed(manifests, kustomization2);
}
function objectsIn(path, { folder }, repository) {
  const file = repository.files.get(path);
  if (!file || file.problems.length > 0 || file.manifests.length === 0) return void 0;
  if (folder !== "" && !path.startsWith(`${folder}/`)) return void 0;
  return file.manifests.every(({ name }) => name !== "") ? file.manifests : void 0;
}
function hasTwins(manifests) {
  const ids = manifests.map((m) => `${groupOf(m)} ${m.kind} ${m.namespace ?? ""} ${m.name}`);
  return new Set(ids).size < ids.length;
}
function transformed(manifests, kustomization2) {
  const { object, origin } = kustomization2;
  const { namespace, namePrefix, nameSuffix } = object;
  const changesNames = !isEmpty(namePrefix) || !isEmpty(nameSuffix);
  const labels = labelsOf(kustomization2);
  if (!labels) return void 0;
  if (isEmpty(namespace) && !changesNames && labels.length === 0) return [...manifests];
  if (!manifests.every((manifest) => isPlain(manifest, changesNames))) return void 0;
  return manifests.map((manifest) => {
    const inNamespace = typeof namespace === "string" && namespace !== "" ? namespaced(manifest, namespace, origin) : manifest;
    const renamed = changesNames ? named3(inNamespace, textOf6(namePrefix), textOf6(nameSuffix)) : inNamespace;
    return labels.reduce((labelling, set) => labelled(labelling, set, origin), renamed);
  });
}
function labelsOf({ object }) {
  const sets = [];
  for (const [index, entry] of (Array.isArray(object.labels) ? object.labels : []).entries()) {
    if (!isObject(entry) || !isEmpty(entry.fields)) return void 0;
    if (isObject(entry.pairs)) sets.push({ field: "labels", pairs: entry.pairs, path: ["labels", index, "pairs"] });
  }
  const { commonLabels, commonAnnotations } = object;
  if (isObject(commonLabels)) sets.push({ field: "labels", pairs: commonLabels, path: ["commonLabels"] });
  if (isObject(commonAnnotations))
    sets.push({ field: "annotations", pairs: commonAnnotations, path: ["commonAnnotations"] });
  return sets.every(({ pairs }) => Object.values(pairs).every((value) => typeof value === "string")) ? sets : void 0;
}
function isPlain(manifest, changesNames) {
  const group2 = groupOf(manifest);
  if (group2 === "") {
    return ["ConfigMap", "Secret", "Namespace"].includes(manifest.kind) || manifest.kind === "ServiceAccount" && !changesNames;
  }
  return group2.includes(".") && !group2.endsWith(".k8s.io");
}
function textOf6(value) {
  return typeof value === "string" ? value : "";
}

// src/model/rendered-source.ts
function sourceRendererOf(repository, folders, own, renderings) {
  return { repository, folders, own, renderings, charts: /* @__PURE__ */ new Map(), valueFiles: /* @__PURE__ */ new Map(), kustomizations: /* @__PURE__ */ new Map() };
}
function renderedSource(asked, renderer) {
  return asked.tool === "helm" ? helmSource(asked, renderer) : kustomizeSource(asked, renderer);
}
function helmSource(asked, renderer) {
  const { application, source, folder } = asked;
  const { repository, folders } = renderer;
  const chart = remembered(renderer.charts, folder, () => chartOf(folder, repository, folders));
  if ("wrong" in chart) return failed(asked, chart.wrong);
  const inputs2 = helmInputsOf({ application, source, folder, folders, repository: renderer.own });
  if ("wrong" in inputs2) return failed(asked, inputs2.wrong, inputs2.about);
  const manifests = plainRendering(chart, inputs2, repository, renderer.valueFiles);
  if (manifests) return { manifests, notRendered: void 0, request: void 0, built: [] };
  const key4 = keyOf4(asked, [chart.digest(), ...givenTo(inputs2, repository)]);
  const result = outside2(
    asked,
    { tool: "helm", helm: inputs2 },
    key4,
    renderer,
    (text2) => helmOutputOf(text2, { chart, inputs: inputs2, source, repository, files: renderer.valueFiles })
  );
  const asks = inputs2.apiVersions.length === 0 && chart.templates.some(({ text: text2 }) => text2.includes(".Capabilities.APIVersions"));
  return result.manifests && asks ? { ...result, notRendered: failed(asked, asksCluster).notRendered } : result;
}
var asksCluster = "its chart asks which APIs the cluster has (.Capabilities.APIVersions), so objects may be missing here: list them in helm.apiVersions";
function givenTo(inputs2, { checkout }) {
  const { release, namespace, files, inline, parameters, fileParameters, ...flags } = inputs2;
  const contents = [...files, ...fileParameters].map(({ path }) => checkout.read(path));
  const set = parameters.map(({ name, value, forceString }) => [name, value, forceString]);
  return [release.text, namespace?.text, contents, inline?.value, set, fileParameters.map(({ name }) => name), flags];
}
function kustomizeSource(asked, renderer) {
  const { application, source, folder } = asked;
  const { repository, folders } = renderer;
  const found4 = remembered(renderer.kustomizations, folder, () => kustomizationOf(folder, repository, folders));
  if ("wrong" in found4) return unbuilt(failed(asked, found4.wrong), found4.failsAt);
  const [component] = itemsAt(source.target.manifest, ...source.target.path, "kustomize", "components");
  if (component) return failed(asked, "its Application adds components, which are not added here", component);
  const kustomization2 = configured(found4, application, source);
  const { resources, patches } = partsOf3(kustomization2, repository);
  const manifests = plainBuild(kustomization2, repository);
  if (manifests) return { manifests, notRendered: void 0, request: void 0, built: resources };
  const key4 = keyOf4(asked, [kustomization2.object, contentsOf(kustomization2, renderer)]);
  const result = outside2(
    asked,
    { tool: "kustomize", kustomize: kustomization2 },
    key4,
    renderer,
    (text2) => kustomizeOutputOf(text2, kustomization2, repository)
  );
  return { ...result, built: [...resources, ...patches] };
}
function unbuilt(source, failsAt) {
  return failsAt && source.notRendered ? { ...source, notRendered: { ...source.notRendered, failsAt } } : source;
}
function contentsOf(kustomization2, { folders, repository }) {
  return closureOf(kustomization2).map(
    ({ folder }) => folders.filesIn(folder, true).map((path) => [path, repository.checkout.read(path)])
  );
}
function keyOf4({ tool: tool2, folder }, parts) {
  return createHash3("sha256").update(JSON.stringify([tool2, folder, ...parts])).digest("hex");
}
function outside2(asked, by, key4, { renderings }, read) {
  const { application, source, folder } = asked;
  const request = { ...by, key: key4, application, source, folder };
  const rendering = renderings.get(key4);
  if (!rendering) {
    const what = asked.tool === "helm" ? "a Helm chart" : "a kustomization";
    return { ...failed(asked, `it is ${what} that was not rendered`), request };
  }
  const result = "text" in rendering ? read(rendering.text) : { wrong: rendering.notRendered };
  if ("wrong" in result) return { ...failed(asked, result.wrong), request };
  return { manifests: result, notRendered: void 0, request, built: [] };
}
function failed({ source }, reason, about) {
  const notRendered = { about: about ?? source.path ?? source.target, reason };
  return { manifests: void 0, notRendered, request: void 0, built: [] };
}
function remembered(found4, key4, read) {
  const known10 = found4.get(key4);
  if (known10 !== void 0) return known10;
  const value = read();
  found4.set(key4, value);
  return value;
}

// src/model/delivery.ts
function resolverOf(repository, folders, settings, renderings) {
  const renderer = sourceRendererOf(repository, folders, settings.repository, renderings);
  const context2 = { ...directoryReaderOf(repository, folders), settings, renderer };
  return { deliveryOf: (application) => deliveryOf(application, context2) };
}
function deliveryOf(application, context2) {
  const collected = {
    manifests: [],
    complete: true,
    troubles: [],
    charts: [],
    notRead: [],
    requests: [],
    built: []
  };
  for (const source of application.sources) collect(application, source, context2, collected);
  const { manifests, ...rest } = collected;
  return {
    application,
    cluster: clusterKeyOf(application.destination),
    namespace: application.destination.namespace?.value,
    manifests: manifests.length === 1 ? manifests[0] : manifests.flat(),
    ...rest
  };
}
function collect(application, source, context2, into) {
  if (source.chart) {
    into.charts.push(...namedChart(application, source));
    into.complete = false;
    return;
  }
  if (!source.path) {
    if (!source.ref) into.complete = false;
    return;
  }
  const elsewhere = elsewhereReason(source.repoURL?.value, source.targetRevision?.value, context2.settings);
  if (elsewhere) {
    into.complete = false;
    into.notRead.push({ about: source.repoURL ?? source.target, reason: elsewhere });
    return;
  }
  const path = sourcePathOf(source.path.value, context2.folders);
  if ("wrong" in path) {
    into.complete = false;
    if (context2.folders.isInSubmodule(cleaned(source.path.value) ?? ""))
      into.notRead.push({ about: source.path, reason: "it lies in a submodule that is not checked out" });
    else into.troubles.push({ about: source.path, problem: path.wrong });
  } else collectFolder(application, source, path.folder, context2, into);
}
function collectFolder(application, written2, folder, context2, into) {
  const source = overriddenSource(written2, folder, application.name, context2.repository, context2.folders);
  const tool2 = toolOf(source, folder, context2.folders);
  if (tool2 === "directory") collectDirectory(source, folder, context2, into);
  else if (tool2 === "plugin") {
    into.complete = false;
    into.notRead.push({ about: source.target, reason: "a config management plugin renders it" });
  } else {
    into.charts.push(...chartsIn(tool2, application, source, folder, context2));
    const { manifests, notRendered, request, built } = renderedSource(
      { tool: tool2, application, source, folder },
      context2.renderer
    );
    if (request) into.requests.push(request);
    if (notRendered) {
      into.notRead.push(notRendered);
      into.complete = false;
    }
    if (manifests) into.manifests.push([...manifests]);
    into.built.push(...built);
  }
}
function chartsIn(tool2, application, source, folder, { repository, folders }) {
  return tool2 === "helm" ? chartsOfChart(application, source, folder, repository) : chartsOfKustomization(application, source, folder, repository, folders);
}
function toolOf(source, folder, folders) {
  if (source.tools.length > 0) return source.tools[0];
  const names3 = folders.filesIn(folder, false).map((path) => path.slice(path.lastIndexOf("/") + 1));
  if (names3.some((name) => /^kustomization\.ya?ml$|^Kustomization$/.test(name))) return "kustomize";
  return names3.some((name) => name.endsWith("Chart.yaml")) ? "helm" : "directory";
}
function collectDirectory(source, folder, context2, into) {
  const { manifests, complete, badPattern } = directorySource(source, folder, context2);
  if (badPattern) {
    const about = { ...source.target, path: [...source.target.path, "directory"] };
    into.troubles.push({ about, problem: "bad-pattern" });
  }
  if (!complete) into.complete = false;
  else if (manifests.length === 0) into.troubles.push({ about: source.path ?? source.target, problem: "empty" });
  into.manifests.push(manifests);
}

// src/model/own-repository.ts
function ownRepositoryOf(applications, applicationSets, folders, { repository }) {
  const sources = applications.flatMap(
    (application) => application.sources.filter((source) => source.path && source.repoURL)
  );
  if (repository === void 0) return { url: void 0, adopted: false };
  const generators = applicationSets.flatMap(namedSourcesOf);
  const named4 = [.../* @__PURE__ */ new Set([...sources.map((source) => source.repoURL.value), ...generators.map(({ url }) => url)])];
  const first2 = named4[0];
  if (first2 === void 0 || named4.some((url) => sameRepository(url, repository)))
    return { url: repository, adopted: false };
  const isAllHere = sources.every((source) => isHere2(source, folders)) && generators.every((generator) => namesFoldersHere(generator, folders));
  const agree = isAllHere && named4.every((url) => sameRepository(url, first2));
  return agree ? { url: first2, adopted: true } : { url: repository, adopted: false };
}
function namesFoldersHere(generator, folders) {
  return generator.folders.length > 0 && generator.folders.every((folder) => folder !== "" && folders.has(folder));
}
function isHere2(source, folders) {
  return "folder" in sourcePathOf(source.path.value, folders);
}

// src/model/deliveries.ts
function deliveriesOf(repository, manifests, folders, settings, renderings) {
  const applications = manifests.filter(isApplication).map((manifest) => applicationOf(manifest));
  const own = ownRepositoryOf(applications, manifests.filter(isApplicationSet), folders, settings);
  const here = { ...settings, repository: own.url };
  const resolver = resolverOf(repository, folders, here, renderings);
  const context2 = expansionContextOf({ repository, folders, settings: here, clusters: clustersOf(settings, manifests) });
  const expansions = [];
  const known10 = expansionsOf(settings);
  const expand = (applicationSet, namespace) => {
    const expansion = known10.get(applicationSet) ?? expansionOf(applicationSet, namespace, context2);
    known10.set(applicationSet, expansion);
    expansions.push(expansion);
    for (const manifest of expansion.applications) applications.push(applicationOf(manifest));
  };
  const seen = new Set(manifests);
  for (const manifest of manifests.filter(isApplicationSet)) expand(manifest, manifest.namespace ?? argocdNamespace);
  const deliveries = [];
  for (const application of applications) {
    const delivery = resolver.deliveryOf(application);
    deliveries.push(delivery);
    for (const child of delivery.manifests) {
      if (seen.has(child)) continue;
      seen.add(child);
      if (isApplication(child)) applications.push(applicationOf(child, delivery.namespace));
      else if (isApplicationSet(child)) expand(child, child.namespace ?? delivery.namespace ?? argocdNamespace);
    }
  }
  return { applications, deliveries: perInstance(deliveries), expansions, own };
}
var expanded2 = /* @__PURE__ */ new WeakMap();
function expansionsOf(settings) {
  let known10 = expanded2.get(settings);
  if (!known10) expanded2.set(settings, known10 = /* @__PURE__ */ new WeakMap());
  return known10;
}
function clustersOf({ clusters }, manifests) {
  if (clusters.length > 0) return clusters;
  const secrets = manifests.filter(isClusterSecret);
  const known10 = secrets.flatMap((manifest) => clusterSecretOf(manifest) ?? []);
  return known10.length > 0 && known10.length === secrets.length ? known10 : void 0;
}

// src/model/kustomize/bases.ts
function baseFilesOf(repository, folders) {
  const all = repository.checkout.paths.filter((path) => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path));
  const named4 = new Map(all.map((file) => [folderOf(file), namedIn(file, repository)]));
  const bases = new Set([...named4.values()].flat().filter((path) => folders.has(path)));
  return new Set([...bases].flatMap((folder) => named4.get(folder) ?? []).filter((path) => folders.isFile(path)));
}
function namedIn(file, repository) {
  const value = documentAt(file, repository)?.value;
  if (value === void 0 || !isObject(value)) return [];
  return ["resources", "bases", "components"].flatMap((field) => pathsIn(value[field], folderOf(file)));
}
function pathsIn(list, folder) {
  return (Array.isArray(list) ? list : []).flatMap(
    (entry) => typeof entry === "string" && !entry.startsWith("/") ? cleaned(folder === "" ? entry : `${folder}/${entry}`) ?? [] : []
  );
}

// src/model/remote-key.ts
function secretNameOf(remoteKey) {
  const parts = remoteKey.split("/");
  return parts.length > 1 ? parts[1] ?? "" : remoteKey;
}
function secretKeyOf(remoteKey) {
  return secretNameOf(remoteKey).toLowerCase();
}

// src/model/multicluster-set.ts
function setsOf2(primaries, secondaries) {
  const groups = groupsOf(primaries);
  const bySecret = indexOf(groups, secretsOf);
  const byName2 = indexOf(groups, namesOf);
  const byUrl = indexOf(groups, urlsOf);
  const members = new Map(groups.map((group2) => [group2, []]));
  const orphans = [];
  for (const secondary of secondaries) {
    const url = secondary.primaryIngress && normalisedUrl(secondary.primaryIngress.value);
    const group2 = firstKnown(bySecret, pulledSecretsOf(secondary)) ?? firstKnown(byName2, pulledNamesOf(secondary)) ?? firstKnown(byUrl, url === void 0 ? [] : [url]) ?? (groups.length === 1 ? groups[0] : void 0);
    if (group2) members.get(group2).push(secondary);
    else orphans.push(secondary);
  }
  const sets = groups.map((group2) => ({ primaries: group2, secondaries: members.get(group2) }));
  return orphans.length > 0 ? [...sets, { primaries: [], secondaries: orphans }] : sets;
}
function groupsOf(primaries) {
  const groups = [];
  for (const primary of primaries) {
    const keys = /* @__PURE__ */ new Set([...secretsOf(primary), ...urlsOf(primary)]);
    const related = groups.filter((group2) => [...keys].some((key4) => group2.keys.has(key4)));
    const merged3 = { keys, members: [primary] };
    for (const group2 of related) {
      for (const key4 of group2.keys) merged3.keys.add(key4);
      merged3.members.unshift(...group2.members);
      groups.splice(groups.indexOf(group2), 1);
    }
    groups.push(merged3);
  }
  return groups.map((group2) => group2.members);
}
function secretsOf(primary) {
  return primary.pushSecrets.flatMap(
    ({ matches: matches4, storeRefs }) => matches4.flatMap(({ remoteKey }) => storeRefs.flatMap((ref) => secretAt(ref, remoteKey)))
  );
}
function pulledSecretsOf(secondary) {
  return secondary.joins.flatMap(
    ({ entries }) => entries.flatMap(({ store, remoteKey }) => store ? secretAt(store, remoteKey) : [])
  );
}
function secretAt({ vaultUrl }, remoteKey) {
  return vaultUrl && remoteKey ? [`${vaultKeyOf(vaultUrl.value)} ${secretKeyOf(remoteKey.value)}`] : [];
}
function namesOf(primary) {
  return primary.pushSecrets.flatMap(({ matches: matches4 }) => matches4.flatMap(nameIn));
}
function pulledNamesOf(secondary) {
  return secondary.joins.flatMap(({ entries }) => entries.flatMap(nameIn));
}
function nameIn({ remoteKey }) {
  return remoteKey ? [secretKeyOf(remoteKey.value)] : [];
}
function urlsOf(primary) {
  const url = primary.ingress && normalisedUrl(primary.ingress.value);
  return url === void 0 ? [] : [url];
}
function indexOf(groups, keysOf2) {
  const index = /* @__PURE__ */ new Map();
  for (const group2 of groups) {
    for (const key4 of new Set(group2.flatMap(keysOf2))) index.set(key4, index.has(key4) ? void 0 : group2);
  }
  return index;
}
function firstKnown(index, keys) {
  for (const key4 of keys) {
    const found4 = index.get(key4);
    if (found4) return found4;
  }
  return void 0;
}

// src/model/chart-primary.ts
function chartPrimaryOf(use, repository) {
  if (use.chart !== "k10") return void 0;
  const values = chartValuesOf(use.values, repository);
  const create = values.find("multicluster", "primary", "create");
  if (create?.value !== true && create?.value !== "true") return void 0;
  return {
    source: use.source,
    create,
    name: asString(values.find("multicluster", "primary", "name")),
    ingress: asString(values.find("multicluster", "primary", "ingressURL")),
    complete: values.complete
  };
}
function asString(located) {
  return typeof located?.value === "string" ? located : void 0;
}

// src/model/push-secret.ts
function pushSecretOf(delivered, site, stores) {
  const { manifest } = delivered;
  const from = { ...delivered, site };
  return {
    ...delivered,
    selects: stringAt(manifest, "spec", "selector", "secret", "name"),
    storeRefs: itemsAt(manifest, "spec", "secretStoreRefs").map((ref) => storeRefAt(ref, from, stores)),
    matches: itemsAt(manifest, "spec", "data").map(matchAt),
    deletionPolicy: stringAt(manifest, "spec", "deletionPolicy"),
    updatePolicy: stringAt(manifest, "spec", "updatePolicy"),
    refreshInterval: at(manifest, "spec", "refreshInterval")
  };
}
function matchAt(item) {
  return {
    target: item,
    secretKey: stringBelow(item, "match", "secretKey"),
    remoteKey: stringBelow(item, "match", "remoteRef", "remoteKey"),
    property: at(item.manifest, ...item.path, "match", "remoteRef", "property")
  };
}

// src/model/primary.ts
function primaryOf(site, stores, repository) {
  const bootstraps = site.objects.filter(({ manifest }) => isBootstrap(manifest));
  const charts = site.charts.flatMap((use) => chartPrimaryOf(use, repository) ?? []);
  const joinTokens = joinTokensOf(site);
  if (bootstraps.length + charts.length + joinTokens.length === 0) return void 0;
  const entries = bootstraps.flatMap(entriesOf3);
  const first2 = entries.find((entry) => entry.primary?.value === true) ?? entries[0];
  return {
    site,
    bootstraps,
    entries,
    charts,
    name: first2?.name ?? charts[0]?.name,
    ingress: first2?.ingress ?? charts[0]?.ingress,
    joinTokens,
    pushSecrets: pushSecretsOf(site, joinTokens, stores),
    kastenNamespace: kastenNamespaceOf(site) ?? first2?.kastenNamespace?.value ?? defaultKastenNamespace
  };
}
function kastenNamespaceOf(site) {
  return site.charts.find(({ chart }) => chart === "k10")?.namespace;
}
function entriesOf3(bootstrap) {
  const { manifest } = bootstrap;
  const clusters = valueAt(manifest.object, ["spec", "clusters"]);
  if (!isObject(clusters)) return [];
  return Object.keys(clusters).map((key4) => {
    const target = { manifest, path: ["spec", "clusters", key4] };
    return {
      target,
      bootstrap,
      primary: at(manifest, ...target.path, "primary"),
      name: stringBelow(target, "name"),
      ingress: stringBelow(target, "k10", "ingress", "url"),
      kastenNamespace: stringBelow(target, "k10", "namespace"),
      releaseName: stringBelow(target, "k10", "releaseName")
    };
  });
}
function joinTokensOf(site) {
  const selected = /* @__PURE__ */ new Set();
  for (const { manifest, namespace } of site.objects) {
    if (!isPushSecret(manifest) || namespace !== primaryNamespace) continue;
    const name = stringAt(manifest, "spec", "selector", "secret", "name")?.value;
    if (name !== void 0) selected.add(name);
  }
  return site.objects.filter(
    (delivered) => isJoinToken(delivered.manifest) || mayBeMeantAsToken(delivered) && selected.has(delivered.manifest.name)
  );
}
var otherUse = /^(?:(?:[a-z]+\.)?kubernetes\.io|helm\.sh)\//;
function mayBeMeantAsToken(delivered) {
  const { manifest } = delivered;
  return isSecret(manifest) && inPrimaryNamespace(delivered) && !otherUse.test(secretTypeOf(manifest));
}
function pushSecretsOf(site, joinTokens, stores) {
  const tokens = new Set(joinTokens.map(({ manifest }) => manifest.name));
  const secrets = site.objects.filter((delivered) => isSecret(delivered.manifest) && inPrimaryNamespace(delivered));
  const others3 = new Set(secrets.map(({ manifest }) => manifest.name).filter((name) => !tokens.has(name)));
  const pushes = site.objects.filter(({ manifest }) => isPushSecret(manifest)).map((delivered) => pushSecretOf(delivered, site, stores));
  const isPushed = pushes.some((push) => tokens.has(push.selects?.value ?? "") && !hasOtherKeys(push));
  return pushes.filter((push) => {
    const name = push.selects?.value ?? "";
    if (tokens.has(name)) return true;
    return inPrimaryNamespace(push) && !others3.has(name) && !(isPushed && hasOtherKeys(push));
  });
}
function hasOtherKeys({ matches: matches4 }) {
  return matches4.length > 0 && matches4.every(({ secretKey }) => secretKey?.value && secretKey.value !== tokenKey);
}

// src/model/project.ts
function projectOf(manifest) {
  return { manifest, name: manifest.name, namespace: manifest.namespace ?? argocdNamespace };
}

// src/model/secondary.ts
function secondariesOf(site, stores) {
  const configs2 = site.objects.filter(({ manifest }) => isJoinConfig(manifest));
  const literals = site.objects.filter(({ manifest }) => isSecret(manifest) && manifest.name === joinSecretName);
  const makers = site.objects.filter(
    ({ manifest }) => isExternalSecret(manifest) && madeSecretOf(manifest) === joinSecretName
  );
  const otherSources = site.objects.filter(isOtherSource);
  if (configs2.length + literals.length + makers.length === 0) return [];
  const joins2 = makers.map((delivered) => externalSecretOf(delivered, site, stores));
  const parts = { site, joins: joins2, literals, otherSources };
  return configs2.length === 0 ? [secondaryOf(parts, void 0)] : configs2.map((config) => secondaryOf(parts, config));
}
function secondaryOf(parts, config) {
  const read = (key4) => config && stringAt(config.manifest, "data", key4);
  const name = read("cluster-name");
  return {
    ...parts,
    config,
    name,
    ingress: read("cluster-ingress"),
    primaryIngress: read("primary-ingress"),
    allowInsecure: read("allow-insecure-primary-ingress"),
    label: name?.value || siteLabel(parts.site),
    kastenNamespace: kastenNamespaceOf(parts.site)
  };
}
function isOtherSource({ manifest }) {
  if (manifest.kind === "SealedSecret") return manifest.name === joinSecretName;
  if (!isClusterExternalSecret(manifest)) return false;
  const made = stringAt(manifest, "spec", "externalSecretSpec", "target", "name") ?? stringAt(manifest, "spec", "externalSecretName");
  return (made?.value ?? manifest.name) === joinSecretName;
}
function expectedNamespaceOf(secondary) {
  return secondary.kastenNamespace ?? defaultKastenNamespace;
}
function joinFilesOf({ config, joins: joins2, literals }) {
  const parts = [...config ? [config] : [], ...joins2, ...literals];
  return [...new Set(parts.map(({ manifest }) => manifest.origin.file))].sort();
}

// src/model/shown-manifests.ts
var showing = /^(?:docs?|examples?|samples?|templates?|fixtures|testdata)$/i;
function shownManifests(loose, delivered, settings) {
  const shown3 = new Set(loose.filter((manifest) => isShown(manifest.origin.file, settings)));
  if (shown3.size === 0) return shown3;
  const others3 = [...delivered, ...loose.filter((manifest) => !shown3.has(manifest))];
  return others3.some(makesMember2) ? shown3 : /* @__PURE__ */ new Set();
}
function makesMember2(manifest) {
  return isBootstrap(manifest) || isJoinConfig(manifest);
}
function isShown(file, { path, primaryPath, secondaryPaths }) {
  const steps = (path === "" ? file : file.slice(path.length + 1)).split("/");
  const isIn = steps.slice(0, -1).some((step) => showing.test(step));
  const named4 = [primaryPath, ...secondaryPaths].flatMap(
    (folder) => folder === void 0 ? [] : cleaned(folder) ?? []
  );
  return isIn && !named4.some((folder) => liesIn(file, folder));
}

// src/source/version.ts
var form = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
function versionOf(text2) {
  const parts = form.exec(text2.trim());
  if (parts === null) return void 0;
  const [, major, minor = "0", patch = "0", prerelease = ""] = parts;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), prerelease };
}
function pinnedVersionOf(text2) {
  const pin = text2.trim();
  const range = /^[v=]?(\d+\.\d+)\.[x*]$/i.exec(pin) ?? /^~ ?v?(\d+\.\d+(?:\.\d+)?)$/.exec(pin) ?? /^\^ ?v?(0\.\d+(?:\.\d+)?)$/.exec(pin);
  return versionOf(range?.[1] ?? pin);
}
function compareVersions(a, b) {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a.prerelease, b.prerelease);
}
function comparePrereleases(a, b) {
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  const [left, right] = [a.split("."), b.split(".")];
  for (const [index, word2] of left.entries()) {
    const other = right[index];
    if (other === void 0) return 1;
    const order = compareWords(word2, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
function compareWords(a, b) {
  const [isNumber2, isOther] = [a, b].map((word2) => /^\d+$/.test(word2));
  if (isNumber2 && isOther) return Number(a) - Number(b);
  if (isNumber2 !== isOther) return isNumber2 ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
function atLeast(version2, least) {
  const from = versionOf(least);
  if (from === void 0) throw new Error(`not a version: ${least}`);
  return compareVersions({ ...version2, prerelease: "" }, from) >= 0;
}

// src/model/versions.ts
var current = { eso: "2.9.0", argocd: "3.5.1", kasten: "9.0.7" };
function versionsOf(settings, sites) {
  const eso = perSite("external-secrets", settings.esoVersion, current.eso, sites);
  const kasten = perSite("k10", settings.kastenVersion, current.kasten, sites);
  return {
    eso,
    kasten,
    argocd: known3(settings.argocdVersion, "input") ?? known3(current.argocd, "assumed"),
    currentEso: versionOf(current.eso)
  };
}
function perSite(chart, given, otherwise, sites) {
  const input = known3(given, "input");
  const everywhere = agreed(sites.flatMap((site) => pinsOf(site, chart)));
  const assumed = everywhere ? { ...everywhere, from: "elsewhere" } : known3(otherwise, "assumed");
  return (site) => input ?? pinsOf(site, chart)[0] ?? assumed;
}
function pinsOf(site, chart) {
  return site.charts.filter((use) => use.chart === chart).flatMap((use) => known3(use.version, "chart", use) ?? []);
}
function agreed(pins) {
  return pins.every((pin) => pin.text === pins[0].text) ? pins[0] : void 0;
}
function known3(text2, from, chart) {
  const version2 = text2 === void 0 ? void 0 : (chart ? pinnedVersionOf : versionOf)(text2);
  return version2 && text2 !== void 0 ? { version: version2, text: text2, from, chart } : void 0;
}

// src/model/fleet.ts
function fleetOf(repository, settings, renderings = /* @__PURE__ */ new Map()) {
  const manifests = [...repository.files.values()].flatMap((file) => file.manifests);
  const folders = foldersOf(repository);
  const { applications, deliveries, own, expansions } = deliveriesOf(
    repository,
    manifests,
    folders,
    settings,
    renderings
  );
  const delivered = new Set(deliveries.flatMap((delivery) => delivery.manifests));
  const built = new Set(deliveries.flatMap((delivery) => delivery.built ?? []));
  const undelivered = manifests.filter((manifest) => !delivered.has(manifest) && !built.has(manifest));
  const shown3 = shownManifests(undelivered, delivered, settings);
  const known10 = undelivered.filter((manifest) => !shown3.has(manifest));
  const bases = baseFilesOf(repository, folders);
  const loose = known10.filter(({ origin }) => !bases.has(origin.file));
  const sites = [...sitesOf(deliveries), ...folderSitesOf(loose, repository, folders, settings)];
  const stores = storesOf([...delivered, ...known10].filter(isStore));
  const primaries = sites.flatMap((site) => primaryOf(site, stores, repository) ?? []);
  const secondaries = sites.flatMap((site) => secondariesOf(site, stores)).sort(byLabel);
  return {
    repository,
    folders,
    settings,
    versions: versionsOf(settings, sites),
    own,
    manifests,
    shown: shown3,
    applications,
    applicationSets: expansions.map(({ applicationSet }) => applicationSet),
    expansions,
    projects: manifests.filter(isProject).map(projectOf),
    deliveries,
    sites,
    stores,
    primaries,
    secondaries,
    sets: setsOf2(primaries, secondaries),
    concerned: concernedOf(deliveries, expansions, primaries, secondaries),
    requests: deliveries.flatMap((delivery) => delivery.requests)
  };
}
function concernedOf(deliveries, expansions, primaries, secondaries) {
  const parts = [
    ...primaries.flatMap(({ bootstraps, joinTokens, pushSecrets }) => [...bootstraps, ...joinTokens, ...pushSecrets]),
    ...secondaries.flatMap(({ config, joins: joins2, literals }) => [...config ? [config] : [], ...joins2, ...literals])
  ];
  const concerned = new Set(parts.map(({ delivery }) => delivery));
  const charts = new Set(primaries.flatMap((primary) => primary.charts.map((chart) => chart.source.target.manifest)));
  for (const delivery of deliveries) if (charts.has(delivery.application.manifest)) concerned.add(delivery);
  addParents(concerned, deliveries, expansions);
  return concerned;
}
function addParents(concerned, deliveries, expansions) {
  const parentOf = /* @__PURE__ */ new Map();
  for (const delivery of deliveries) {
    for (const manifest of delivery.manifests) {
      if (isApplication(manifest) || isApplicationSet(manifest)) parentOf.set(manifest, delivery);
    }
  }
  for (const { applicationSet, applications } of expansions) {
    const parent = parentOf.get(applicationSet);
    for (const manifest of applications) if (parent) parentOf.set(manifest, parent);
  }
  for (const delivery of concerned) {
    const parent = delivery.application && parentOf.get(delivery.application.manifest);
    if (parent) concerned.add(parent);
  }
}
function byLabel(a, b) {
  return a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
}
function isEmpty2(fleet) {
  return fleet.primaries.length + fleet.secondaries.length === 0;
}
function knowsAllApplications({ expansions }) {
  return expansions.every(({ notExpanded }) => notExpanded.length === 0);
}

// src/model/of-the-fleet.ts
function isFleetObject(manifest) {
  if (isBootstrap(manifest) || isJoinToken(manifest)) return true;
  if (isConfigMap(manifest)) return manifest.name === joinConfigName;
  if (isSecret(manifest)) return manifest.name === joinSecretName;
  if (isExternalSecret(manifest)) return madeSecretOf(manifest) === joinSecretName;
  return isPushSecret(manifest) && manifest.namespace === primaryNamespace;
}
var known4 = /* @__PURE__ */ new WeakMap();
function belongingsOf(fleet) {
  let belongings = known4.get(fleet);
  if (!belongings) known4.set(fleet, belongings = belongingsIn(fleet));
  return belongings;
}
function belongingsIn(fleet) {
  const bringing = bringingIn(fleet);
  const places = { beside: besideFolders(bringing, fleet), homes: homesOf(fleet) };
  const meant = fleet.deliveries.filter(isByApplication).filter((each) => isMeant(each, places, fleet));
  return {
    bringing,
    meant,
    files: new Set(meant.map(({ application }) => application.manifest.origin.file)),
    delivered: new Set(fleet.deliveries.flatMap(({ manifests }) => manifests)),
    kustomized: new Set(fleet.repository.checkout.paths.filter((path) => kustomization.test(path)).map(folderOf))
  };
}
var kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;
function bringingDeliveriesOf(fleet) {
  return belongingsOf(fleet).bringing;
}
function bringingIn({ primaries, secondaries }) {
  const parts = [
    ...primaries.flatMap(({ bootstraps, joinTokens, pushSecrets }) => [...bootstraps, ...joinTokens, ...pushSecrets]),
    ...secondaries.flatMap(({ config, joins: joins2, literals }) => [...config ? [config] : [], ...joins2, ...literals])
  ];
  return new Set(parts.map(({ delivery }) => delivery));
}
function fleetDeliveriesOf(fleet) {
  return belongingsOf(fleet).meant;
}
function isMeant(delivery, { beside, homes }, fleet) {
  if (fleet.concerned.has(delivery) || delivery.manifests.some(isFleetObject)) return true;
  const { application, namespace, manifests, charts } = delivery;
  if (manifests.length > 0 || charts.length > 0) return false;
  if (namespace === primaryNamespace || namespace === defaultKastenNamespace) return true;
  if (delivery.troubles.some(({ problem }) => problem === "missing") && application.sources.some((each) => misses(each, homes)))
    return true;
  return application.sources.some(({ path }) => path !== void 0 && beside.has(folderOf(cleaned(path.value) ?? "")));
}
function misses({ path }, homes) {
  return path !== void 0 && nearest(cleaned(path.value) ?? "", homes) !== void 0;
}
function homesOf({ concerned, expansions }) {
  const ours = new Set([...concerned].flatMap(({ application }) => application?.manifest ?? []));
  const sets = expansions.filter(({ applications }) => applications.some((each) => ours.has(each)));
  const manifests = [...ours, ...sets.map(({ applicationSet }) => applicationSet)];
  return new Set(manifests.map(({ origin }) => folderOf(origin.file)).filter((folder) => folder !== ""));
}
function besideFolders(bringing, fleet) {
  const parents = [...bringing].flatMap(
    ({ application }) => (application?.sources ?? []).flatMap((source) => folderIn(source, fleet) ?? []).map(folderOf)
  );
  return new Set(parents.filter((parent) => parent !== ""));
}
function folderIn({ path }, { folders }) {
  const meant = path && sourcePathOf(path.value, folders);
  return meant && "folder" in meant ? meant.folder : void 0;
}
function isByApplication(delivery) {
  return delivery.application !== void 0;
}
function isDelivered(manifest, fleet) {
  return belongingsOf(fleet).delivered.has(manifest);
}
function isAppliedAsWritten(manifest, fleet) {
  const { delivered, kustomized } = belongingsOf(fleet);
  return delivered.has(manifest) || kustomized.size === 0 || !isBelow(manifest.origin.file, kustomized);
}
function isBelow(file, folders) {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    if (folders.has(folder)) return true;
    if (folder === "") return false;
  }
}
function speaksOfTheFleet(text2) {
  return /mc-join|kio\.kasten\.io|kasten-io-mc/.test(text2);
}
function fileIsOfTheFleet(fleet, path) {
  const { files, meant } = belongingsOf(fleet);
  const text2 = fleet.repository.files.get(path)?.text ?? "";
  return speaksOfTheFleet(text2) || files.has(path) || meant.some((delivery) => reads(delivery, path, fleet));
}
function reads({ application, notRead }, path, fleet) {
  if (notRead.length > 0) return false;
  return application.sources.some((source) => {
    const folder = folderIn(source, fleet);
    if (folder === void 0) return false;
    return recurses(source) ? liesIn(path, folder) : folderOf(path) === folder;
  });
}
function recurses({ target }) {
  return valueAt(target.manifest.object, [...target.path, "directory", "recurse"]) === true;
}

// src/model/unjudged.ts
var known5 = /* @__PURE__ */ new WeakMap();
function unjudgedOf(fleet) {
  let unjudged = known5.get(fleet);
  if (!unjudged) known5.set(fleet, unjudged = unjudgedIn(fleet));
  return unjudged;
}
function unjudgedIn(fleet) {
  const meant = new Set(fleetDeliveriesOf(fleet));
  const ours = new Set([...fleet.concerned].map(({ application }) => application?.manifest));
  const sources = fleet.deliveries.filter(isByApplication).filter((delivery) => delivery.notRead.length > 0 && (meant.has(delivery) || speaks(delivery, fleet))).flatMap(
    ({ application: { manifest }, notRead }) => notRead.map(({ about, reason, failsAt }) => ({ manifest, about, reason, failsAt }))
  );
  const sets = fleet.expansions.filter(({ notExpanded }) => notExpanded.length > 0).filter(
    ({ applicationSet, applications }) => applications.some((application) => ours.has(application)) || mayMean(applicationSet, fleet)
  ).flatMap(
    ({ applicationSet: manifest, notExpanded }) => notExpanded.map(({ about, reason, fails, element }) => ({
      element,
      manifest,
      about,
      reason,
      failsAt: fails ? about : void 0
    }))
  );
  return [...sources, ...sets];
}
function mayMean({ object }, fleet) {
  const text2 = JSON.stringify(object);
  return speaksOfTheFleet(text2) || !isEmpty2(fleet) && /kasten|\bk10\b/i.test(text2);
}
function speaks({ application }, fleet) {
  return application.sources.some((source) => {
    const folder = folderIn(source, fleet);
    return folder !== void 0 && folder !== "" && fleet.folders.filesIn(folder, true).some((path) => namesUs(path, fleet));
  });
}
function namesUs(path, { repository }) {
  const read = repository.files.get(path)?.text;
  if (read !== void 0) return speaksOfTheFleet(read);
  const content = repository.checkout.read(path);
  return "text" in content && speaksOfTheFleet(content.text);
}

// src/rules/ignores.ts
var mark = "kasten-multicluster-ignore";
function ignoresIn(file, text2) {
  if (!text2.includes(mark)) return [];
  return text2.split("\n").flatMap((content, index) => ignoreOn(file, content, index + 1) ?? []);
}
function ignoreOn(file, content, line) {
  const comment2 = /(?:^|\s)#\s*kasten-multicluster-ignore\b[ \t]*([a-z0-9-]*)[ \t]*(?::[ \t]*(.*))?/.exec(content);
  if (!comment2) return void 0;
  const column = content.indexOf("#", comment2.index) + 1;
  return {
    file,
    line,
    column,
    endColumn: content.trimEnd().length + 1,
    rule: comment2[1] ?? "",
    reason: (comment2[2] ?? "").trim()
  };
}
function withoutIgnored(findings, textOf7) {
  const silenced = /* @__PURE__ */ new Map();
  const kept = findings.filter((finding) => {
    if (!silenced.has(finding.file)) silenced.set(finding.file, silencedIn(finding.file, textOf7(finding.file)));
    const here = silenced.get(finding.file);
    return !here.has(`${finding.line} ${finding.rule}`) && !here.has(`${finding.line - 1} ${finding.rule}`);
  });
  return { findings: kept, ignored: findings.length - kept.length };
}
function silencedIn(file, text2) {
  const ignores2 = text2 === void 0 ? [] : ignoresIn(file, text2);
  return new Set(ignores2.filter(({ reason }) => reason !== "").map(({ line, rule }) => `${line} ${rule}`));
}

// src/rules/live-pairs.ts
function liveFleetOf({ fleet, live }) {
  if (!live.known) return { pairs: [], orphans: [] };
  const byName2 = new Map(live.applications.map((each) => [`${each.namespace}/${each.name}`, each]));
  const inGit = new Set(fleet.applications.map(({ namespace, name }) => `${namespace}/${name}`));
  const applications = [...fleet.concerned].flatMap(({ application }) => application ?? []);
  const pairs = applications.map((application) => ({
    application,
    live: byName2.get(`${application.namespace}/${application.name}`),
    hidden: live.hidden?.projects.some((project) => project === "*" || project === application.project) ?? false
  }));
  const homes = homesOf2(applications);
  const orphans = live.applications.filter((each) => !inGit.has(`${each.namespace}/${each.name}`) && isOurs(each, homes));
  return { pairs: pairs.sort(byApplication), orphans: knowsAllApplications(fleet) ? orphans : [] };
}
function homesOf2(applications) {
  const homes = /* @__PURE__ */ new Map();
  for (const { repoURL, path } of applications.flatMap(({ sources }) => sources)) {
    const home2 = path ? folderAround(path.value) : "";
    if (home2 === "" || !repoURL) continue;
    homes.set(home2, (homes.get(home2) ?? /* @__PURE__ */ new Set()).add(repoURL.value));
  }
  return homes;
}
function isOurs({ sources }, homes) {
  return sources.some(
    ({ repoURL, path }) => [...homes.get(folderAround(path ?? "")) ?? []].some((own) => sameRepository(own, repoURL))
  );
}
function folderAround(path) {
  return (cleaned(path) ?? "").replace(/\/?[^/]*$/, "");
}
function byApplication({ application: a }, { application: b }) {
  return byText(a.name, b.name) || byText(a.namespace, b.namespace);
}
function nameOf2(manifest) {
  return stringAt(manifest, "metadata", "name") ?? whole(manifest);
}
var fleetKinds = /* @__PURE__ */ new Set([
  "PushSecret",
  "ExternalSecret",
  "Bootstrap",
  "SecretStore",
  "ClusterSecretStore",
  "Secret",
  "ConfigMap",
  "Namespace"
]);
function isOfTheFleet({ kind: kind2 }) {
  return fleetKinds.has(kind2);
}
function resourceName({ kind: kind2, namespace, name }) {
  return `${kind2} ${namespace === "" ? name : `${namespace}/${name}`}`;
}

// src/rules/quoted.ts
var longest3 = 80;
function quoted3(value) {
  return `"${value.length > longest3 ? `${value.slice(0, longest3 - 1)}\u2026` : value}"`;
}

// src/rules/live/application-is-deployed.ts
var applicationIsDeployed = {
  id: "application-is-deployed",
  severity: "error",
  title: "An Application that is in Git is in Argo CD.",
  why: `What Git says of a cluster is only true when Argo CD has the Application. Without it nothing is delivered, and nothing says so.`,
  fix: `Sync the Application that delivers it, or apply the file:

\`\`\`sh
kubectl apply -n argocd -f FILE
\`\`\``,
  source: "argoproj/argo-cd: pkg/apis/application/v1alpha1/types.go",
  rows: [],
  bad: [],
  good: [],
  *check(view) {
    for (const { application, live, hidden: hidden2 } of liveFleetOf(view).pairs) {
      if (live || hidden2) continue;
      yield {
        about: nameOf2(application.manifest),
        message: `Argo CD has no Application ${quoted3(application.name)} in ${quoted3(application.namespace)}: nothing of it is deployed. Apply it, or look at what delivers it.`
      };
    }
  }
};

// src/rules/live/application-is-healthy.ts
var applicationIsHealthy = {
  id: "application-is-healthy",
  severity: "error",
  title: "What is deployed is healthy.",
  why: `A degraded PushSecret means that the token does not reach the vault; a degraded ExternalSecret means that it does not reach the secondary. Neither is visible in Kasten.`,
  fix: `Read the condition of the object that is named, and mend what it says:

\`\`\`sh
kubectl -n NAMESPACE describe KIND NAME
\`\`\``,
  source: "argoproj/argo-cd: resource_customizations/external-secrets.io",
  rows: [],
  bad: [],
  good: [],
  *check(view) {
    for (const { application, live } of liveFleetOf(view).pairs) {
      if (live?.health !== "Degraded" && live?.health !== "Missing") continue;
      const ill = live.resources.filter(({ health }) => health === "Degraded" || health === "Missing");
      const ours = ill.filter(isOfTheFleet);
      const named4 = (ours.length > 0 ? ours : ill).slice(0, 3).map(conditionOf);
      const why = named4.length > 0 ? named4.join("; ") : live.healthMessage ?? "";
      yield {
        about: nameOf2(application.manifest),
        severity: ill.length > 0 && ours.length === 0 ? "warning" : "error",
        message: `The Application ${quoted3(application.name)} is ${live.health}${why && `: ${why}`}.`
      };
    }
  }
};
function conditionOf(resource) {
  return resource.message === void 0 ? resourceName(resource) : `${resourceName(resource)} says ${quoted3(resource.message)}`;
}

// src/rules/live/application-is-reconciled.ts
var applicationIsReconciled = {
  id: "application-is-reconciled",
  severity: "warning",
  title: "Argo CD looks at its Applications regularly.",
  why: `A controller that hangs leaves its Applications at their last state: they say Synced and Healthy, and nothing that is pushed arrives.`,
  fix: `Look at the application controller: its logs, its queue, its memory.`,
  source: "https://argo-cd.readthedocs.io/en/stable/operator-manual/high_availability/",
  rows: [],
  bad: [],
  good: [],
  *check(view) {
    for (const { application, live } of liveFleetOf(view).pairs) {
      const age = live?.reconciledAt === void 0 ? 0 : view.now - Date.parse(live.reconciledAt);
      if (age <= longest4) continue;
      yield {
        about: nameOf2(application.manifest),
        message: `Argo CD last looked at ${quoted3(application.name)} on ${live.reconciledAt.slice(0, 16).replace("T", " at ")} UTC: its controller may hang, and what it says of it is old.`
      };
    }
  }
};
var longest4 = 24 * 36e5;

// src/rules/live/application-is-synced.ts
var applicationIsSynced = {
  id: "application-is-synced",
  severity: "error",
  title: "What is deployed is what Git says.",
  why: `\`OutOfSync\` means that the objects on the cluster differ from Git. When the difference is in the objects that carry the token, a rotation or a correction does not reach the cluster.`,
  fix: `Sync the Application, and look at its diff: \`argocd app diff APPLICATION\`. Fields that a controller fills in belong into \`ignoreDifferences\`.`,
  source: "argoproj/argo-cd: pkg/apis/application/v1alpha1/types.go",
  rows: [],
  bad: [],
  good: [],
  *check(view) {
    for (const { application, live } of liveFleetOf(view).pairs) {
      if (live?.sync !== "OutOfSync" || live.phase === "Running") continue;
      const differing = live.resources.filter(({ sync }) => sync === "OutOfSync");
      const ours = differing.filter(isOfTheFleet);
      const which = (ours.length > 0 ? ours : differing).slice(0, 3).map(resourceName).join(", ");
      yield {
        about: nameOf2(application.manifest),
        severity: differing.length > 0 && ours.length === 0 ? "warning" : "error",
        message: `The Application ${quoted3(application.name)} is OutOfSync${which && `: ${which} differ from Git`}. Sync it${live.automated ? ", and see why it did not do so itself" : ""}.`
      };
    }
  }
};

// src/rules/live/deletion-completes.ts
var deletionCompletes = {
  id: "deletion-completes",
  severity: "error",
  title: "An Application that is being deleted goes.",
  why: `A deletion that hangs on a finalizer leaves the Application half gone: some of its objects are deleted, and what Git says is not applied again.`,
  fix: `Read the conditions of the Application. When its cluster is gone, remove the finalizer: \`kubectl -n argocd patch application APPLICATION --type json -p '[{"op":"remove","path":"/metadata/finalizers"}]'\`.`,
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/",
  rows: [],
  bad: [],
  good: [],
  *check(view) {
    for (const { application, live } of liveFleetOf(view).pairs) {
      if (live?.deletionTimestamp === void 0) continue;
      const stuck = view.now - Date.parse(live.deletionTimestamp) > patience;
      yield {
        about: nameOf2(application.manifest),
        severity: stuck ? "error" : "warning",
        message: `The Application ${quoted3(application.name)} is being deleted since ${live.deletionTimestamp.slice(0, 16).replace("T", " at ")} UTC, though Git has it${stuck ? ": a finalizer holds it" : ""}.`
      };
    }
  }
};
var patience = 36e5;

// src/rules/live/last-sync-succeeded.ts
var lastSyncSucceeded = {
  id: "last-sync-succeeded",
  severity: "error",
  title: "The last sync of an Application succeeded.",
  why: `Argo CD tries a commit once, unless \`retry\` says otherwise: a sync that failed stays failed until the next commit, and the cluster keeps its old state.`,
  fix: `Read the message, mend what it says, and sync again: \`argocd app sync APPLICATION\`.`,
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/",
  rows: [],
  bad: [],
  good: [],
  *check(view) {
    for (const { application, live } of liveFleetOf(view).pairs) {
      if (live?.phase !== "Failed" && live?.phase !== "Error") continue;
      const said = live.phaseMessage === void 0 ? "" : `: ${quoted3(live.phaseMessage)}`;
      yield {
        about: nameOf2(application.manifest),
        message: `The last sync of ${quoted3(application.name)} failed${said}.`
      };
    }
  }
};

// src/rules/live/live-application-is-in-git.ts
var liveApplicationIsInGit = {
  id: "live-application-is-in-git",
  severity: "warning",
  title: "An Application of the fleet that is in Argo CD is in Git.",
  why: `An Application that left Git but not Argo CD goes on: it still delivers a join token to a cluster that the fleet no longer lists.`,
  fix: `Delete the Application in Argo CD (mind what its finalizer deletes), or add it to Git again.`,
  source: "argoproj/argo-cd: pkg/apis/application/v1alpha1/types.go",
  rows: [],
  bad: [],
  good: [],
  *check(view) {
    const primary = view.fleet.primaries[0]?.site.deliveries.find(({ application }) => application)?.application;
    for (const live of liveFleetOf(view).orphans) {
      if (!primary) return;
      yield {
        about: nameOf2(primary.manifest),
        message: `Argo CD has the Application ${quoted3(live.name)}, which deploys ${quoted3(live.sources[0]?.path ?? "")} of this repository, but Git has not: delete it there, or add it here.`
      };
    }
  }
};

// src/rules/live/live-spec-is-gits.ts
var liveSpecIsGits = {
  id: "live-spec-is-gits",
  severity: "error",
  title: "The Application in Argo CD is the one in Git.",
  why: `When somebody edits destination, source or revision by hand, Argo CD deploys something else than Git says, and reports it as Synced.`,
  fix: `Apply the file again, or bring the change into Git.`,
  source: "argoproj/argo-cd: pkg/apis/application/v1alpha1/types.go",
  rows: [],
  bad: [],
  good: [],
  *check(view) {
    for (const { application, live } of liveFleetOf(view).pairs) {
      if (live) yield* destinationOf(application, live);
      if (live && live.sources.length === application.sources.length) yield* sourcesOf(application, live);
    }
  }
};
function* destinationOf({ destination, manifest }, live) {
  const written2 = destination.server ?? destination.name;
  const liveText = live.destination.server ?? live.destination.name ?? "";
  const sameKind = destination.server ? live.destination.server !== void 0 : live.destination.name !== void 0;
  if (!written2 || !sameKind) return;
  if (destination.server ? serverKeyOf(written2.value) === serverKeyOf(liveText) : written2.value === liveText) return;
  yield {
    about: written2,
    message: `Git sends ${quoted3(manifest.name)} to ${quoted3(written2.value)}, Argo CD to ${quoted3(liveText)}: somebody changed it by hand.`
  };
}
function* sourcesOf({ sources, manifest }, live) {
  for (const [index, source] of sources.entries()) {
    const other = live.sources[index];
    const differing = [
      [source.path, cleaned(source.path?.value ?? "") !== cleaned(other.path ?? ""), other.path],
      [
        source.targetRevision,
        (source.targetRevision?.value ?? "HEAD") !== (other.targetRevision || "HEAD"),
        other.targetRevision
      ],
      [source.repoURL, source.repoURL !== void 0 && !isSame(source.repoURL.value, other.repoURL), other.repoURL]
    ];
    for (const [written2, differs, found4] of differing) {
      if (written2 && differs)
        yield {
          about: written2,
          message: `Git says ${quoted3(written2.value)} for ${quoted3(manifest.name)}, Argo CD has ${quoted3(found4 ?? "")}: somebody changed it by hand.`
        };
    }
  }
}
function isSame(a, b) {
  return a === b || sameRepository(a, b);
}

// src/rules/live/index.ts
var liveRules = [
  applicationIsDeployed,
  applicationIsHealthy,
  applicationIsReconciled,
  applicationIsSynced,
  deletionCompletes,
  lastSyncSucceeded,
  liveApplicationIsInGit,
  liveSpecIsGits
];

// src/model/token.ts
function tokensOf2(fleet, override = {}) {
  const tokens = /* @__PURE__ */ new Map();
  const token2 = (remoteKey, store) => {
    const vaultUrl = vaultKeyOf(override.vaultUrl ?? store?.vaultUrl?.value ?? "");
    const secret = override.secretName ?? secretNameOf(remoteKey);
    const key4 = `${vaultUrl} ${secretKeyOf(secret)}`;
    const found4 = tokens.get(key4) ?? { vaultUrl, secret, pushes: [], pulls: [] };
    tokens.set(key4, found4);
    return found4;
  };
  for (const push of fleet.primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
    for (const { remoteKey } of push.matches) {
      for (const ref of remoteKey ? push.storeRefs : [])
        token2(remoteKey.value, ref).pushes.push({ remoteKey, push });
    }
  }
  for (const secondary of fleet.secondaries) {
    for (const { remoteKey, store } of secondary.joins.flatMap((join) => join.entries)) {
      if (remoteKey) token2(remoteKey.value, store).pulls.push({ remoteKey, secondary });
    }
  }
  return [...tokens].sort(([a], [b]) => a < b ? -1 : 1).map(([, found4]) => found4);
}

// src/rules/seen-tokens.ts
function seenTokensOf(fleet, vault) {
  const tokens = tokensOf2(fleet);
  return vault.filter(({ state }) => state !== "unknown").flatMap((seen) => seenTokenOf(seen, tokens) ?? []);
}
function seenTokenOf(seen, tokens) {
  const named4 = tokens.filter(({ secret }) => secretKeyOf(secret) === secretKeyOf(seen.secret));
  const token2 = named4.find(({ vaultUrl }) => vaultUrl === vaultKeyOf(seen.url)) ?? named4[0] ?? tokens[0];
  const pushed = token2?.pushes[0]?.remoteKey;
  const pulled = token2?.pulls[0]?.remoteKey;
  const about = pushed ?? pulled;
  if (!token2 || !about) return void 0;
  const related = pushed && pulled ? [{ about: pulled, message: "pulled here" }] : [];
  return { seen, token: token2, about, related, clusters: token2.pulls.map(({ secondary }) => secondary.label) };
}

// src/rules/vault/delete-policy-fits-the-vault.ts
var deletePolicyFitsTheVault = {
  id: "delete-policy-fits-the-vault",
  severity: "error",
  title: "A vault with purge protection is not pushed to with deletionPolicy Delete.",
  why: `With purge protection nobody can free the name of a deleted secret before its retention ends. When ESO deletes the secret once, the token can't be pushed under that name for up to 90 days, unless a person recovers it.`,
  fix: `\`\`\`yaml
spec:
  deletionPolicy: None
\`\`\``,
  source: "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview",
  rows: [134],
  bad: [],
  good: [],
  *check({ fleet, vault }) {
    for (const { seen, token: token2 } of seenTokensOf(fleet, vault)) {
      for (const { push } of seen.purgeProtected ? token2.pushes : []) {
        if (push.deletionPolicy?.value !== "Delete") continue;
        yield {
          about: push.deletionPolicy,
          message: `The vault ${seen.url} has purge protection: a deleted ${quoted3(seen.secret)} blocks its name, and nobody can purge it. Write deletionPolicy "None".`
        };
      }
    }
  }
};

// src/rules/vault/token-does-not-expire-soon.ts
var tokenDoesNotExpireSoon = {
  id: "token-does-not-expire-soon",
  severity: "warning",
  title: "The token in the vault does not expire soon.",
  why: `Key Vault still hands out a secret that has expired: the date is information, for policies and for people who act on it. What it says about the token itself nobody knows but those who set it.`,
  fix: `Rotate the token before the date (delete the join-token Secret on the primary, Kasten fills a new one), or remove the date.`,
  source: "https://learn.microsoft.com/azure/key-vault/secrets/about-secrets",
  rows: [131],
  bad: [],
  good: [],
  *check({ fleet, vault, now, expiresWithin }) {
    for (const { seen, about, clusters, related } of seenTokensOf(fleet, vault)) {
      const left = seen.expiresOn === void 0 ? void 0 : Date.parse(seen.expiresOn) - now;
      if (left === void 0 || left > expiresWithin) continue;
      const date = seen.expiresOn.slice(0, 10);
      const said = left <= 0 ? `expired on ${date}` : `expires on ${date}, in ${inDays(left)}`;
      yield {
        about,
        clusters,
        related,
        message: `The secret ${quoted3(seen.secret)} in ${seen.url} ${said}: rotate the token, or move the date.`
      };
    }
  }
};
function inDays(milliseconds) {
  const days = Math.floor(milliseconds / 864e5);
  return days === 1 ? "1 day" : `${days} days`;
}

// src/source/duration.ts
var units = /* @__PURE__ */ new Map([
  ["ns", 1e-6],
  ["us", 1e-3],
  ["\xB5s", 1e-3],
  ["\u03BCs", 1e-3],
  ["ms", 1],
  ["s", 1e3],
  ["m", 6e4],
  ["h", 36e5]
]);
var longest5 = 100;
var amounts = /(\d+(?:\.\d*)?|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/gy;
function durationOf(text2) {
  if (text2.length > longest5) return void 0;
  const body = text2.replace(/^[-+]/, "");
  if (body === "0") return 0;
  let total = 0;
  let end = 0;
  for (const [match2, amount, unit = ""] of body.matchAll(amounts)) {
    total += Number(amount) * (units.get(unit) ?? 0);
    end += match2.length;
  }
  if (end === 0 || end < body.length || total * 1e6 >= 2 ** 63) return void 0;
  return text2.startsWith("-") ? -total : total;
}
var day = 24 * 36e5;
function humanDuration(text2) {
  const written2 = text2.trim();
  const parts = /^(?:(\d{1,6})w)?(?:(\d{1,6})d)?([^]*)$/.exec(written2);
  if (written2 === "" || parts === null) return void 0;
  const [, weeks = "0", days = "0", rest = ""] = parts;
  const remainder2 = rest === "" ? 0 : durationOf(rest);
  if (remainder2 === void 0 || rest !== written2 && /^[-+]/.test(rest)) return void 0;
  return Number(weeks) * 7 * day + Number(days) * day + remainder2;
}
function durationText(milliseconds) {
  const seconds = Math.round(milliseconds / 1e3);
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor(seconds / 60) % 60, "m"],
    [seconds % 60, "s"]
  ];
  return parts.map(([amount, unit]) => amount > 0 ? `${amount}${unit}` : "").join("") || `${milliseconds}ms`;
}

// src/rules/vault/token-is-fresh.ts
var tokenIsFresh = {
  id: "token-is-fresh",
  severity: "warning",
  title: "The newest version of the token is younger than `max-token-age`.",
  why: `ESO writes a new version when the token changes. A version older than the longest time between rotations means that a rotation did not arrive: secondaries that join with it are refused with \`Invalid join token\`.`,
  fix: `Look at the PushSecret on the primary: does it say \`Synced\`, and when did it last refresh?`,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [135],
  bad: [],
  good: [],
  *check({ fleet, vault, now, maxTokenAge }) {
    if (maxTokenAge === void 0) return;
    for (const { seen, about, clusters, related } of seenTokensOf(fleet, vault)) {
      const age = seen.createdOn === void 0 ? 0 : now - Date.parse(seen.createdOn);
      if (age <= maxTokenAge) continue;
      yield {
        about,
        clusters,
        related,
        message: `The newest version of ${quoted3(seen.secret)} in ${seen.url} is of ${seen.createdOn.slice(0, 10)}, older than ${quoted3(durationText(maxTokenAge))} (max-token-age): has a rotation not arrived?`
      };
    }
  }
};

// src/rules/vault/token-is-in-the-vault.ts
var tokenIsInTheVault = {
  id: "token-is-in-the-vault",
  severity: "error",
  title: "The join token is in the vault.",
  why: `Without the secret every new secondary waits forever: its ExternalSecret says \`SecretSyncedError\`, and mc-join is not made. A secret that was deleted keeps its name blocked: ESO can't create it again (\`409 ObjectIsDeletedButRecoverable\`) until a person recovers it.`,
  fix: `Missing: look at the PushSecret on the primary, \`kubectl -n kasten-io-mc describe pushsecret\`. Deleted: recover it, do not purge it:

\`\`\`sh
az keyvault secret recover --vault-name VAULT --name SECRET
\`\`\``,
  source: "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview",
  rows: [128, 129],
  bad: [],
  good: [],
  *check({ fleet, vault }) {
    for (const { seen, about, clusters, related } of seenTokensOf(fleet, vault)) {
      const message2 = seen.state === "missing" ? missing2(seen) : seen.state === "deleted" ? deleted(seen) : void 0;
      if (message2 !== void 0) yield { about, message: message2, clusters, related };
    }
  }
};
function missing2({ secret, url, reason }) {
  const more = reason === void 0 ? "" : ` (${reason})`;
  return `The vault ${url} has no secret ${quoted3(secret)}${more}: secondaries can't pull the token. Look at the PushSecret on the primary.`;
}
function deleted({ secret, url, purgeOn }) {
  const vault = new URL(url).hostname.split(".")[0];
  const until = purgeOn === void 0 ? "" : ` until ${purgeOn.slice(0, 10)}`;
  return `The secret ${quoted3(secret)} in ${url} was deleted, and its name is blocked${until}: recover it, do not purge it (az keyvault secret recover --vault-name ${vault} --name ${secret}).`;
}

// src/rules/vault/token-is-valid-already.ts
var tokenIsValidAlready = {
  id: "token-is-valid-already",
  severity: "warning",
  title: "The token in the vault is valid already.",
  why: `A \`notBefore\` in the future tells people and policies that the secret is not to be used yet. Key Vault hands it out all the same.`,
  fix: `Remove the date, or wait for it.`,
  source: "https://learn.microsoft.com/azure/key-vault/secrets/about-secrets",
  rows: [132],
  bad: [],
  good: [],
  *check({ fleet, vault, now }) {
    for (const { seen, about, clusters, related } of seenTokensOf(fleet, vault)) {
      if (seen.notBefore === void 0 || Date.parse(seen.notBefore) <= now) continue;
      yield {
        about,
        clusters,
        related,
        message: `The secret ${quoted3(seen.secret)} in ${seen.url} is not valid before ${seen.notBefore.slice(0, 10)}: remove the date, or wait for it.`
      };
    }
  }
};

// src/rules/vault/vault-name-is-written-alike.ts
var vaultNameIsWrittenAlike = {
  id: "vault-name-is-written-alike",
  severity: "notice",
  title: "Git and the vault write the name of the secret alike.",
  why: `Key Vault ignores case, but conditions of role assignments and ESO's own records do not.`,
  fix: `Write the name as the vault does.`,
  source: "https://learn.microsoft.com/azure/key-vault/general/rbac-guide",
  rows: [137],
  bad: [],
  good: [],
  *check({ fleet, vault }) {
    for (const { seen, about } of seenTokensOf(fleet, vault)) {
      if (seen.nameInVault === void 0 || seen.nameInVault === seen.secret) continue;
      yield {
        about,
        message: `Git writes ${quoted3(seen.secret)}, the vault ${quoted3(seen.nameInVault)}: write them alike.`
      };
    }
  }
};

// src/rules/vault/vault-secret-is-enabled.ts
var vaultSecretIsEnabled = {
  id: "vault-secret-is-enabled",
  severity: "error",
  title: "The newest version of the token is enabled.",
  why: `Key Vault answers \`403 SecretDisabled\` for a disabled version. ESO can then neither pull the token nor push a new one.`,
  fix: `\`\`\`sh
az keyvault secret set-attributes --vault-name VAULT --name SECRET --enabled true
\`\`\``,
  source: "https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates",
  rows: [130],
  bad: [],
  good: [],
  *check({ fleet, vault }) {
    for (const { seen, about, clusters, related } of seenTokensOf(fleet, vault)) {
      if (seen.state !== "disabled") continue;
      yield {
        about,
        clusters,
        related,
        message: `The newest version of the secret ${quoted3(seen.secret)} in ${seen.url} is disabled: ESO can neither pull nor push it. Enable it.`
      };
    }
  }
};

// src/rules/vault/vault-secret-is-managed-by-eso.ts
var vaultSecretIsManagedByEso = {
  id: "vault-secret-is-managed-by-eso",
  severity: "error",
  title: "ESO may update the secret that a PushSecret writes.",
  why: `ESO never overwrites a secret without its own tag \`managed-by: external-secrets\`: the PushSecret says \`secret not managed by external-secrets\` and a rotated token never arrives. This happens when somebody made the secret by hand first.`,
  fix: `\`\`\`sh
az keyvault secret set-attributes --vault-name VAULT --name SECRET --tags managed-by=external-secrets
\`\`\``,
  source: "external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go",
  rows: [133],
  bad: [],
  good: [],
  *check({ fleet, vault }) {
    for (const { seen, about, clusters, related, token: token2 } of seenTokensOf(fleet, vault)) {
      if (seen.createdOn === void 0 || token2.pushes.length === 0 || seen.managedBy === "external-secrets") continue;
      const tag = seen.managedBy === void 0 ? 'has no tag "managed-by"' : `is managed by ${quoted3(seen.managedBy)}`;
      yield {
        about,
        clusters,
        related,
        message: `The secret ${quoted3(seen.secret)} in ${seen.url} ${tag}, so ESO refuses to update it: set the tag managed-by=external-secrets.`
      };
    }
  }
};

// src/rules/vault/vault-secret-is-no-certificate.ts
var vaultSecretIsNoCertificate = {
  id: "vault-secret-is-no-certificate",
  severity: "error",
  title: "The secret is a token, and not the secret of a certificate.",
  why: `A certificate of Key Vault keeps its key in a secret of the same name. What secondaries would pull is a private key; what ESO would push is refused.`,
  fix: `Choose a \`remoteKey\` that no certificate has.`,
  source: "https://learn.microsoft.com/azure/key-vault/certificates/about-certificates",
  rows: [138],
  bad: [],
  good: [],
  *check({ fleet, vault }) {
    for (const { seen, about, clusters, related } of seenTokensOf(fleet, vault)) {
      if (!seen.certificate) continue;
      yield {
        about,
        clusters,
        related,
        message: `The secret ${quoted3(seen.secret)} in ${seen.url} belongs to a certificate, and is no token: choose another remoteKey.`
      };
    }
  }
};

// src/rules/vault/index.ts
var vaultRules = [
  deletePolicyFitsTheVault,
  tokenDoesNotExpireSoon,
  tokenIsFresh,
  tokenIsInTheVault,
  tokenIsValidAlready,
  vaultNameIsWrittenAlike,
  vaultSecretIsEnabled,
  vaultSecretIsManagedByEso,
  vaultSecretIsNoCertificate
];

// src/tool.ts
var tool = { name: "kasten-multicluster-gitops", version: "1.0.0" };
var home = "https://github.com/kasten-multicluster/kasten-multicluster-gitops";
function helpUrl(rule) {
  return `${home}/blob/main/docs/rules/${rule}.md`;
}

// src/rules/change/primary-keeps-its-identity.ts
var primaryKeepsItsIdentity = {
  id: "primary-keeps-its-identity",
  severity: "warning",
  title: "A primary keeps its name and its URL.",
  why: `The URL of the Bootstrap is written into every join token: tokens made before keep the old one. A new name is a new identity: what becomes of the clusters that joined the old one is not documented.`,
  fix: `Keep name and URL. Where the URL must change, set \`primary-ingress\` on every secondary, and rotate the token.`,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [18],
  bad: [],
  good: [],
  *check({ before, after }) {
    for (const old of before.primaries) {
      const now = sameSite(old, after.primaries) ?? (after.primaries.length === 1 ? after.primaries[0] : void 0);
      if (now) yield* changesOf(old, now);
    }
  }
};
function sameSite(old, primaries) {
  return primaries.find(({ site }) => site.key === old.site.key);
}
function* changesOf(old, now) {
  if (old.name && now.name && old.name.value !== now.name.value) {
    yield {
      about: now.name,
      message: `The primary was called ${quoted3(old.name.value)}, and is now ${quoted3(now.name.value)}: a new name is a new identity, and joined clusters know the old one.`
    };
  }
  if (old.ingress && now.ingress && normalisedUrl(old.ingress.value) !== normalisedUrl(now.ingress.value)) {
    yield {
      about: now.ingress,
      message: `The primary's URL was ${quoted3(old.ingress.value)}, and is now ${quoted3(now.ingress.value)}: tokens made before keep the old one. Rotate the token after the change.`
    };
  }
  const token2 = now.joinTokens[0];
  if (old.bootstraps.length > 0 && now.bootstraps.length + now.charts.length === 0 && token2) {
    yield {
      about: { manifest: token2.manifest, path: ["metadata", "name"] },
      message: `The Bootstrap ${quoted3(old.bootstraps[0].manifest.name)} is removed: with prune, the primary is taken down and every secondary with it.`
    };
  }
}

// src/rules/change/remote-key-changes-everywhere.ts
var remoteKeyChangesEverywhere = {
  id: "remote-key-changes-everywhere",
  severity: "warning",
  title: "A remote key changes on both sides, and old readers are thought of.",
  why: `Under a new name the vault has no secret until the next push, at the latest after the PushSecret's \`refreshInterval\`; the old one stays, with a token in it. With \`deletionPolicy: Delete\` the old one is deleted right after the push, and whatever still reads it fails.`,
  fix: `Change the PushSecret first, wait for the push, then change the ExternalSecrets; delete the old secret when nothing reads it.`,
  source: "external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go",
  rows: [51],
  bad: [],
  good: [],
  *check({ before, after }) {
    const old = new Set(pushedKeys(before).map(({ value }) => secretKeyOf(value)));
    const kept = new Set(pushedKeys(after).map(({ value }) => secretKeyOf(value)));
    const lost3 = [...old].filter((key4) => !kept.has(key4));
    if (lost3.length === 0) return;
    for (const about of pushedKeys(after).filter(({ value }) => !old.has(secretKeyOf(value)))) {
      yield {
        about,
        message: `The token is pushed as ${quoted3(about.value)} instead of ${quoted3(lost3[0])}: until the first push the vault has nothing under the new name, and the old secret stays, with a token in it, unless deletionPolicy deletes it.`
      };
    }
  }
};
function pushedKeys(fleet) {
  const matches4 = fleet.primaries.flatMap(({ pushSecrets }) => pushSecrets.flatMap((push) => push.matches));
  return matches4.flatMap(({ remoteKey }) => remoteKey ? [remoteKey] : []);
}

// src/rules/change/secondary-is-disconnected-first.ts
var secondaryIsDisconnectedFirst = {
  id: "secondary-is-disconnected-first",
  severity: "warning",
  title: "A secondary is disconnected before it leaves Git.",
  why: `Removing the Application or its manifests takes \`mc-join\` and \`mc-join-config\` away (with prune or a finalizer), but does not disconnect the cluster: the primary keeps its Cluster object, and the cluster keeps the policies and profiles that were distributed to it.`,
  fix: `First delete the Cluster object on the primary: \`kubectl -n kasten-io-mc delete clusters.dist.kio.kasten.io NAME\`, with the name of the one that leaves. Then merge the change. \`mode: offboard\` writes a pull request that says all of it.`,
  source: "https://docs.kasten.io/latest/multicluster/how-tos/disconnect.html",
  rows: [116],
  bad: [],
  good: [],
  *check({ before, after }) {
    const sites = new Set(after.secondaries.map(({ site }) => site.key));
    const names3 = new Set(after.secondaries.flatMap(({ name }) => name?.value ?? []));
    const about = after.primaries.flatMap(marksOf)[0];
    const unread = new Set(unjudgedOf(after).map(({ manifest }) => manifest.name));
    for (const { site, name, label } of about ? before.secondaries : []) {
      if (sites.has(site.key) || name && names3.has(name.value)) continue;
      if (makersOf2(site, before).some((maker) => unread.has(maker))) continue;
      yield {
        about: whole(about),
        message: `The secondary ${quoted3(label)} leaves Git, which does not disconnect it: delete its Cluster object on the primary first.`,
        clusters: [label]
      };
    }
  }
};
function makersOf2({ deliveries }, { expansions }) {
  const applications = deliveries.flatMap(({ application }) => application?.manifest ?? []);
  const sets = expansions.filter((expansion) => applications.some((each) => expansion.applications.includes(each)));
  return [...applications, ...sets.map(({ applicationSet }) => applicationSet)].map(({ name }) => name);
}
function marksOf({ bootstraps, charts, joinTokens }) {
  return [
    ...bootstraps.map(({ manifest }) => manifest),
    ...charts.map(({ source }) => source.target.manifest),
    ...joinTokens.map(({ manifest }) => manifest)
  ];
}

// src/rules/change/secondary-keeps-its-name.ts
var secondaryKeepsItsName = {
  id: "secondary-keeps-its-name",
  severity: "warning",
  title: "A secondary that joined keeps its name.",
  why: `What a changed \`cluster-name\` does to a cluster that joined is not documented: it may be ignored, or make a second Cluster object on the primary.`,
  fix: `Keep the name. To rename a cluster, disconnect it first, and let it join again with a rotated token.`,
  source: "https://docs.kasten.io/latest/multicluster/how-tos/disconnect.html",
  rows: [74],
  bad: [],
  good: [],
  *check({ before, after }) {
    const bySite = new Map(before.secondaries.map((secondary) => [secondary.site.key, secondary]));
    for (const { name, site } of after.secondaries) {
      const old = bySite.get(site.key)?.name;
      if (!old || !name || old.value === name.value) continue;
      yield {
        about: name,
        message: `This cluster was called ${quoted3(old.value)}, and is now ${quoted3(name.value)}: a cluster that joined may ignore the new name, or appear twice on the primary.`
      };
    }
  }
};

// src/rules/change/token-keeps-its-name.ts
var tokenKeepsItsName = {
  id: "token-keeps-its-name",
  severity: "warning",
  title: "A join-token Secret keeps its name.",
  why: `Renaming or removing the Secret deletes it on the cluster once it is pruned, and deleting it revokes the token: the copy in the vault becomes invalid, and clusters that join with it are refused with \`Invalid join token\`. Clusters that joined before stay.`,
  fix: `Keep the name; to rotate the token on purpose, delete the Secret on the cluster and let Argo CD make it again.`,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [30],
  bad: [],
  good: [],
  *check({ before, after }) {
    const kept = new Set(after.primaries.flatMap(({ joinTokens }) => joinTokens.map(keyOfToken)));
    for (const old of before.primaries) {
      for (const token2 of old.joinTokens) {
        if (kept.has(keyOfToken(token2))) continue;
        const about = insteadOf(old, after.primaries);
        if (about)
          yield {
            about,
            message: `The join-token Secret ${quoted3(token2.manifest.name)} is removed or renamed: once it is pruned its token is revoked, and the copy in the vault is worth nothing until the new one is pushed.`
          };
      }
    }
  }
};
function keyOfToken({ manifest, namespace }) {
  return `${namespace}/${manifest.name}`;
}
function insteadOf(old, primaries) {
  const now = primaries.find(({ site }) => site.key === old.site.key);
  const known10 = new Set(old.joinTokens.map(keyOfToken));
  const other = now?.joinTokens.find((token2) => !known10.has(keyOfToken(token2)));
  if (other) return stringAt(other.manifest, "metadata", "name");
  const push = now?.pushSecrets[0];
  return push?.selects ?? (push && { manifest: push.manifest, path: ["metadata", "name"] });
}

// src/rules/change/index.ts
var changeRules = [
  primaryKeepsItsIdentity,
  remoteKeyChangesEverywhere,
  secondaryIsDisconnectedFirst,
  secondaryKeepsItsName,
  tokenKeepsItsName
];

// src/rules/applicationset/generated-names-differ.ts
var generatedNamesDiffer = {
  id: "generated-names-differ",
  severity: "error",
  title: "The Applications that an ApplicationSet generates have names, and different ones.",
  why: 'Argo CD creates none of the Applications that share a name, nor one without: the ApplicationSet gets the condition `ErrorOccurred` with "contains applications with duplicate name" and those clusters are left as they are, so a new secondary never joins.',
  fix: 'Give each element or config file a name of its own, and use it in `spec.template.metadata.name`:\n\n```yaml\ntemplate:\n  metadata:\n    name: "kasten-{{ .name }}"\n```',
  source: "argoproj/argo-cd: applicationset/controllers/applicationset_controller.go (validateGeneratedApplications)",
  rows: [114],
  bad: [],
  good: [],
  *check({ expansions }) {
    for (const { applicationSet, troubles } of expansions) {
      for (const trouble of troubles) yield complaintOf(trouble, applicationSet.name);
    }
  }
};
function complaintOf({ application, first: first2 }, set) {
  const about = nameOf3(application);
  if (!first2) return { about, message: `The ApplicationSet ${quoted3(set)} generates an Application without a name.` };
  const other = nameOf3(first2);
  const isElsewhere = placeOf(other).line !== placeOf(about).line || placeOf(other).file !== placeOf(about).file;
  return {
    about,
    message: `The ApplicationSet ${quoted3(set)} generates several Applications named ${quoted3(application.name)}: Argo CD creates none of them.`,
    related: isElsewhere ? [{ about: other, message: "generated here too" }] : []
  };
}
function nameOf3(application) {
  return stringAt(application, "metadata", "name") ?? keyOf({ manifest: application, path: ["metadata"] });
}

// src/rules/applicationset/git-files-glob-is-plain.ts
var gitFilesGlobIsPlain = {
  id: "git-files-glob-is-plain",
  severity: "warning",
  title: "The patterns of a git generator select the same files in both ways that Argo CD can read them.",
  why: "By default a star of a git generator crosses slashes, so that `clusters/*.yaml` finds files at any depth; a controller with `--enable-new-git-file-globbing` (`applicationsetcontroller.enable.new.git.file.globbing`) stops at a slash. Switching it on adds or deletes Applications, and with them secondaries.",
  fix: "Write a pattern that both read alike, with a star for exactly one folder and a whole file name, such as `clusters/*/config.yaml`, and no file of that name deeper down.",
  source: "https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Git-File-Globbing/",
  rows: [114],
  bad: [],
  good: [],
  *check({ expansions, concerned }) {
    const ours = new Set([...concerned].map(({ application }) => application?.manifest));
    for (const { warnings, applications } of expansions) {
      if (applications.some((application) => ours.has(application))) yield* warnings.map(complaintOf2);
    }
  }
};
function complaintOf2({ about, pattern: pattern2, onlyGit, onlyDoublestar }) {
  const [file = "", ...more] = onlyGit.length > 0 ? onlyGit : onlyDoublestar;
  const which = `${quoted3(file)}${more.length > 0 ? ` and ${more.length} more` : ""}`;
  const says = onlyGit.length > 0 ? `selects ${which} only while a star crosses slashes, which is the default` : `selects ${which} only with the new globbing, which is not the default`;
  return { about, message: `The pattern ${quoted3(pattern2)} ${says}: write one that both read alike.` };
}

// src/rules/applicationset/go-template-fails-on-missing-keys.ts
var goTemplateFailsOnMissingKeys = {
  id: "go-template-fails-on-missing-keys",
  severity: "notice",
  title: "An ApplicationSet with Go templates fails where a parameter is missing.",
  why: "Without `missingkey=error` a misspelt or forgotten parameter becomes the text `<no value>`: Argo CD creates an Application with that in its name, path or destination instead of saying what is missing.",
  fix: 'Write below `spec`:\n\n```yaml\ngoTemplateOptions: ["missingkey=error"]\n```',
  source: "https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/GoTemplate/",
  rows: [],
  bad: [],
  good: [],
  *check({ expansions, concerned }) {
    const ours = new Set([...concerned].map(({ application }) => application?.manifest));
    for (const expansion of expansions) {
      if (!expansion.applications.some((application) => ours.has(application))) continue;
      const about = silentOptionOf(expansion);
      if (about)
        yield {
          about,
          message: 'A missing parameter becomes "<no value>": set goTemplateOptions to ["missingkey=error"].'
        };
    }
  }
};
function silentOptionOf({ applicationSet: manifest }) {
  const go = at(manifest, "spec", "goTemplate");
  if (go?.value !== true) return void 0;
  const last = itemsAt(manifest, "spec", "goTemplateOptions").at(-1);
  return last?.value === "missingkey=error" ? void 0 : last ?? keyOf(go);
}

// src/rules/applicationset/index.ts
var applicationSetRules = [
  generatedNamesDiffer,
  gitFilesGlobIsPlain,
  goTemplateFailsOnMissingKeys
];

// src/rules/placeholder.ts
var forms = [
  /<(?!path:)[A-Za-z][^<>\n]{0,200}>/,
  /\{\{[^{}\n]{0,200}\}\}/,
  /\$\{[A-Za-z_][^{}\n]{0,200}\}/,
  /\b(?:CHANGE|REPLACE|FILL)[-_]?(?:ME|THIS|IN)\b/i,
  /\b(?:TODO|FIXME|TBD)\b/,
  /\bYOUR[-_][A-Z][A-Z_-]*/
];
var hint = /[<{]|CHANGE|REPLACE|FILL|TODO|FIXME|TBD|YOUR/i;
function placeholderIn(value) {
  if (!hint.test(value)) return void 0;
  for (const form2 of forms) {
    const found4 = form2.exec(value);
    if (found4) return found4[0];
  }
  return void 0;
}

// src/rules/argocd/application-name-fits.ts
var applicationNameFits = {
  id: "application-name-fits",
  severity: "error",
  title: "An Application's name is one that Kubernetes, Helm and labels take.",
  why: "Kubernetes refuses names that are no DNS names. For a Helm source the name is the name of the release, which Helm refuses beyond 53 characters: `release name is invalid`. Where Argo CD tracks by label, names beyond 63 characters are cut, and two may become one.",
  fix: "Shorten the name, or give the release its own: `helm.releaseName`.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/",
  rows: [101],
  bad: [],
  good: [],
  *check(fleet) {
    for (const delivery of fleetDeliveriesOf(fleet)) yield* complaintsOf(delivery, fleet);
  }
};
var subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
function complaintsOf({ application }, fleet) {
  const { manifest, name, sources } = application;
  const about = { manifest, path: ["metadata", "name"] };
  if (name === "" || placeholderIn(name) !== void 0) return [];
  if (name.length > 253 || !subdomain.test(name)) {
    return [
      { about, message: `${quoted3(name)} is no name for Kubernetes: write small letters, digits, "-" and "." alone.` }
    ];
  }
  if (name.length > 53 && sources.some((source) => isReleaseNamedSo(source, fleet))) {
    const message2 = `The name is also the Helm release's and has ${name.length} characters, of which Helm takes 53: shorten it, or set helm.releaseName.`;
    return [{ about, message: message2 }];
  }
  if (name.length <= 63) return [];
  return [
    {
      about,
      message: `The name has ${name.length} characters; a label holds 63, so tracking by label cuts it: shorten it.`,
      severity: "notice"
    }
  ];
}
function isReleaseNamedSo(source, fleet) {
  if (stringBelow(source.target, "helm", "releaseName")?.value) return false;
  const folder = folderIn(source, fleet);
  return source.chart !== void 0 || folder !== void 0 && toolOf(source, folder, fleet.folders) === "helm";
}

// src/rules/argocd/application-names-are-unique.ts
var applicationNamesAreUnique = {
  id: "application-names-are-unique",
  severity: "error",
  title: "No two Applications of a namespace have one name.",
  why: "Argo CD knows an Application by its namespace and name. The second one with a name replaces the first: one of the two clusters is no longer synced, and with `prune` or a finalizer what it had is deleted.",
  fix: "Give each Application a `metadata.name` of its own.",
  source: "https://argo-cd.readthedocs.io/en/stable/operator-manual/app-any-namespace/",
  rows: [101],
  bad: [],
  good: [],
  *check(fleet) {
    let parents;
    const concerned = new Set(fleetDeliveriesOf(fleet).map(({ application }) => application));
    for (const [first2, ...others3] of namesakesIn(fleet)) {
      if (!first2 || ![first2, ...others3].some((each) => concerned.has(each))) continue;
      parents ??= parentsIn(fleet);
      for (const other of others3) yield* complaintOf3(first2, other, parents, fleet);
    }
  }
};
function namesakesIn(fleet) {
  const byName2 = groupedBy(fleet.applications, ({ namespace, name }) => `${namespace}/${name}`);
  return [...byName2.values()].filter(({ length }) => length > 1);
}
function complaintOf3(first2, other, parents, fleet) {
  if (![first2, other].every(({ manifest }) => isAppliedAsWritten(manifest, fleet))) return [];
  const [one, two] = [first2, other].map(({ manifest }) => parents.get(manifest));
  if (one && two && one.cluster !== two.cluster) return [];
  const together2 = one ? one === two : folderOf(first2.manifest.origin.file) === folderOf(other.manifest.origin.file);
  const name = `${other.namespace}/${other.name}`;
  return [
    {
      about: nameOf4(other),
      message: together2 ? `Another Application is named ${quoted3(name)}, and Argo CD keeps one of the two: give this one another name.` : `Another folder has an Application ${quoted3(name)}: if one Argo CD gets both, it keeps one of them.`,
      related: [{ about: nameOf4(first2), message: "the same name" }],
      severity: together2 ? "error" : "notice"
    }
  ];
}
function parentsIn({ deliveries }) {
  return new Map(
    deliveries.flatMap(
      (delivery) => delivery.manifests.filter(isApplication).map((manifest) => [manifest, delivery])
    )
  );
}
function nameOf4({ manifest }) {
  return { manifest, path: ["metadata", "name"] };
}

// src/model/sync-annotations.ts
var waveAnnotation = "argocd.argoproj.io/sync-wave";
var hookAnnotation = "argocd.argoproj.io/hook";
var optionsAnnotation = "argocd.argoproj.io/sync-options";
var helmHook = "helm.sh/hook";
var helmWeight = "helm.sh/hook-weight";
function waveAnnotationOf(manifest) {
  return annotationOf(manifest, waveAnnotation);
}
function waveOf(manifest) {
  return writtenWave(manifest) ?? integerOf3(annotationOf(manifest, helmWeight)?.value) ?? 0;
}
function writtenWave(manifest) {
  const written2 = valueAt(manifest.object, ["metadata", "annotations", waveAnnotation]);
  return integerOf3(typeof written2 === "number" ? String(written2) : written2);
}
function integerOf3(text2) {
  return typeof text2 === "string" && /^[+-]?\d{1,15}$/.test(text2) ? Number(text2) : void 0;
}
var phases = /* @__PURE__ */ new Set(["PreSync", "Sync", "PostSync", "SyncFail", "Skip", "PreDelete", "PostDelete"]);
var helmPhases = /* @__PURE__ */ new Map([
  ["pre-install", "PreSync"],
  ["pre-upgrade", "PreSync"],
  ["post-install", "PostSync"],
  ["post-upgrade", "PostSync"],
  ["pre-delete", "PreDelete"],
  ["post-delete", "PostDelete"]
]);
function hookOf(manifest) {
  const argo = annotationOf(manifest, hookAnnotation);
  const helm = annotationOf(manifest, helmHook);
  const ofHelm = commaSeparated(helm?.value).flatMap((value) => helmPhases.get(value) ?? []);
  if (argo) {
    const own = commaSeparated(argo.value).filter((value) => phases.has(value));
    return { annotation: argo, phases: own.length > 0 ? own : ofHelm };
  }
  return helm && helm.value !== "crd-install" ? { annotation: helm, phases: ofHelm } : void 0;
}
function objectOptionOf(manifest, option) {
  const options = annotationOf(manifest, optionsAnnotation);
  return commaSeparated(options?.value).includes(option) ? options : void 0;
}
function commaSeparated(text2) {
  return text2 === void 0 ? [] : text2.split(",").map((item) => item.trim()).filter((item) => item !== "");
}

// src/rules/argocd/applications-do-not-wait.ts
var applicationsDoNotWait = {
  id: "applications-do-not-wait",
  severity: "notice",
  title: "Nobody relies on waves between Applications, which Argo CD does not keep by itself.",
  why: "Argo CD has had no health check for Applications since 1.8, so a parent goes on to the next wave at once: the secondaries' Applications are synced before the primary has a token to push. They get there, since External Secrets Operator tries again; the waves just do not do what they say.",
  fix: "Remove the waves, or give Applications a health check: `resource.customizations.health.argoproj.io_Application` in the ConfigMap `argocd-cm`.",
  source: "https://argo-cd.readthedocs.io/en/stable/operator-manual/health/#argocd-app",
  rows: [120],
  bad: [],
  good: [],
  *check(fleet) {
    const bringing = roleByApplication(fleet);
    for (const delivery of fleet.concerned) {
      const waves = wavesIn(delivery, bringing);
      const first2 = waves.primaries[0];
      const later = first2 && waves.secondaries.find((manifest) => waveOf(manifest) > waveOf(first2));
      if (!first2 || !later || hasHealthCheck(fleet)) continue;
      yield {
        about: waveAnnotationOf(later) ?? whole(later),
        message: `This wave ${waveOf(later)} does not wait for the primary's Application in wave ${waveOf(first2)}: Argo CD has no health check for Applications unless argocd-cm adds one.`,
        related: [{ about: waveAnnotationOf(first2) ?? whole(first2), message: "the primary's wave" }]
      };
    }
  }
};
function roleByApplication(fleet) {
  const sites = new Set(fleet.primaries.map(({ site }) => site));
  const onPrimary = new Set([...sites].flatMap(({ deliveries }) => deliveries));
  const roles2 = /* @__PURE__ */ new Map();
  for (const delivery of bringingDeliveriesOf(fleet)) {
    if (delivery.application)
      roles2.set(delivery.application.manifest, onPrimary.has(delivery) ? "primary" : "secondary");
  }
  return roles2;
}
function wavesIn({ manifests }, roles2) {
  const children = manifests.filter(isApplication);
  return {
    primaries: children.filter((manifest) => roles2.get(manifest) === "primary"),
    secondaries: children.filter((manifest) => roles2.get(manifest) === "secondary")
  };
}
function hasHealthCheck({ repository }) {
  return [...repository.files.values()].some(({ text: text2 }) => /argoproj\.io[_/]Application\b/.test(text2));
}

// src/rules/version-words.ts
var inputs = { ESO: "eso-version", Kasten: "kasten-version", "Argo CD": "argocd-version" };
function versionWords(product2, { text: text2, from, chart }) {
  const shown3 = `${product2} ${text2.replace(/^v/, "")}`;
  if (chart) return `${shown3} (chart ${chart.chart} in ${chart.at.manifest.origin.file})`;
  return from === "assumed" ? `${shown3} (assumed; set ${inputs[product2]})` : `${shown3} (${inputs[product2]})`;
}
function pinOf({ chart }) {
  const about = chart?.pinned;
  return about ? [{ about, message: "the version is pinned here" }] : [];
}

// src/rules/argocd/clean-up-hooks-run.ts
var cleanUpHooksRun = {
  id: "clean-up-hooks-run",
  severity: "warning",
  title: "Hooks of a deletion are ones that the Argo CD in use runs.",
  why: "Argo CD runs hooks before a deletion since 3.3 and after one since 2.10. An older one never runs them: the Application is deleted, and what was to disconnect the clusters first was not done.",
  fix: "Upgrade Argo CD, or do by hand what the hook does before the Application is deleted. If the version is newer than what is assumed, say so: `argocd-version: <version>`.",
  source: "argoproj/argo-cd: docs/user-guide/sync-waves.md",
  rows: [121],
  bad: [],
  good: [],
  *check(fleet) {
    const { argocd } = fleet.versions;
    const missing3 = [...since].filter(([, version2]) => !atLeast(argocd.version, version2));
    if (missing3.length === 0) return;
    for (const manifest of objectsOf2(bringingDeliveriesOf(fleet))) {
      const hook = hookOf(manifest);
      const [phase, version2] = missing3.find(([name]) => hook?.phases.includes(name)) ?? [];
      if (!hook || phase === void 0) continue;
      const message2 = `Argo CD runs ${phase} hooks since ${version2}, so ${versionWords("Argo CD", argocd)} never runs this ${manifest.kind}.`;
      yield { about: hook.annotation ?? whole(manifest), message: message2 };
    }
  }
};
var since = /* @__PURE__ */ new Map([
  ["PreDelete", "3.3.0"],
  ["PostDelete", "2.10.0"]
]);
function objectsOf2(deliveries) {
  return new Set([...deliveries].flatMap(({ manifests }) => manifests));
}

// src/rules/argocd/clean-up-images-are-pinned.ts
var cleanUpImagesArePinned = {
  id: "clean-up-images-are-pinned",
  severity: "notice",
  title: "A hook Job of the fleet runs an image of a fixed version.",
  why: "A hook that disconnects the clusters runs once, years after it was written. `latest` is by then another program, or gone, and a hook before a deletion that fails blocks the deletion.",
  fix: "Write a version or a digest: `image: <image>:<version>`.",
  source: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  rows: [121],
  bad: [],
  good: [],
  *check(fleet) {
    for (const manifest of hookJobsOf(bringingDeliveriesOf(fleet))) {
      for (const image of imagesOf(manifest)) {
        if (isPinned(image.value)) continue;
        yield {
          about: image,
          message: `The image ${quoted3(image.value)} is whatever it is when the hook runs: write a version.`
        };
      }
    }
  }
};
function hookJobsOf(deliveries) {
  const jobs = [...deliveries].flatMap(({ manifests }) => manifests.filter(({ kind: kind2 }) => kind2 === "Job"));
  return new Set(jobs.filter((manifest) => hookOf(manifest) !== void 0));
}
function imagesOf(manifest) {
  return itemsAt(manifest, "spec", "template", "spec", "containers").flatMap(
    (container) => stringBelow(container, "image") ?? []
  );
}
function isPinned(image) {
  const name = image.slice(image.lastIndexOf("/") + 1);
  return /[@$]|\{\{/.test(image) || name.includes(":") && !name.endsWith(":latest");
}

// src/model/schema/suggestion.ts
var aliases = /* @__PURE__ */ new Map([
  ["branch", ["targetRevision"]],
  ["repo", ["repoURL"]],
  ["repository", ["repoURL"]],
  ["revision", ["targetRevision"]],
  ["storeref", ["secretStoreRef", "secretStoreRefs"]],
  ["url", ["repoURL", "vaultUrl"]],
  ["valuesfiles", ["valueFiles"]],
  ["vaulturi", ["vaultUrl"]]
]);
var longestWord = 64;
var suggestionFor = (word2, known10) => {
  if (word2.length > longestWord) return void 0;
  const words2 = [...known10];
  const lower = word2.toLowerCase();
  const alias = aliases.get(lower) ?? [];
  return words2.find((one) => one.toLowerCase() === lower) ?? words2.find((one) => alias.includes(one)) ?? nearest(word2, words2);
};

// src/rules/misspelt-key.ts
function misspeltKey(object, known10) {
  const value = valueAt(object.manifest.object, object.path);
  if (!isObject(value) || Object.hasOwn(value, known10)) return void 0;
  return Object.keys(value).find((key4) => !siblings.has(key4) && suggestionFor(key4, [known10]) === known10);
}
var siblings = /* @__PURE__ */ new Set(["source", "sources", "server", "name", "namespace", "path", "chart", "ref", "project"]);

// src/rules/argocd/destination-is-one-cluster.ts
var destinationIsOneCluster = {
  id: "destination-is-one-cluster",
  severity: "error",
  title: "The destination of an Application is one cluster, by its server or by its name.",
  why: "Argo CD refuses an Application with both (`application destination can't have both name and server defined`) and one with neither; the condition is `InvalidSpecError` and nothing is deployed.",
  fix: `One of the two

\`\`\`yaml
destination:
  server: <URL of the cluster's API server>
\`\`\`

\`\`\`yaml
destination:
  name: <name of the cluster in Argo CD>
\`\`\``,
  source: "argoproj/argo-cd: util/argo/argo.go GetDestinationCluster",
  rows: [102],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { application } of fleetDeliveriesOf(fleet)) {
      if (isAppliedAsWritten(application.manifest, fleet)) yield* complaintsOf2(application);
    }
  }
};
function complaintsOf2(application) {
  const { server, name } = application.destination;
  if (server && name) {
    const message2 = `The destination has the server ${quoted3(server.value)} and the name ${quoted3(name.value)}, which Argo CD refuses: keep one.`;
    return [{ about: { ...name, part: "key" }, message: message2, related: [{ about: server, message: "the server" }] }];
  }
  return server || name ? noUrl(application.destination) : neither(application);
}
function noUrl({ server }) {
  if (!server || server.value.includes("://") || placeholderIn(server.value) !== void 0) return [];
  const message2 = `The server ${quoted3(server.value)} is no URL, so Argo CD finds no such cluster: write its URL, or name: instead of server:.`;
  return [{ about: server, message: message2 }];
}
function neither({ manifest }) {
  const destination = at(manifest, "spec", "destination");
  if (destination && isSaidOtherwise(destination)) return [];
  const spec = at(manifest, "spec");
  if (!destination && (!spec || misspeltKey(spec, "destination") !== void 0)) return [];
  const message2 = "The destination is no cluster: write its server (a URL) or its name.";
  return [{ about: destination ? { ...destination, part: "key" } : { manifest, path: ["spec"], part: "key" }, message: message2 }];
}
function isSaidOtherwise(destination) {
  return ["server", "name"].some((key4) => {
    const value = below(destination, key4)?.value;
    return misspeltKey(destination, key4) !== void 0 || value !== void 0 && typeof value !== "string";
  });
}

// src/rules/argocd/destination-namespace-fits.ts
var destinationNamespaceFits = {
  id: "destination-namespace-fits",
  severity: "error",
  title: "Objects that name no namespace have the right one from their Application's destination.",
  why: "Argo CD puts what names no namespace into `destination.namespace`. Without that it refuses the object, `Namespace for \u2026 is missing`; in another one Kasten does not look for it.",
  fix: `Either in the Application

\`\`\`yaml
destination:
  namespace: kasten-io-mc
\`\`\`

or, which no Application can change, in each manifest

\`\`\`yaml
metadata:
  namespace: kasten-io-mc
\`\`\``,
  source: "argoproj/argo-cd: controller/state.go",
  rows: [106],
  bad: [],
  good: [],
  *check(fleet) {
    const told2 = /* @__PURE__ */ new Set();
    for (const [delivered, wanted] of needyOf(fleet)) {
      const { manifest, delivery } = delivered;
      if (manifest.namespace !== void 0 || !isByApplication(delivery) || told2.has(delivery)) continue;
      const complaint2 = complaintOf4(delivered, delivery, wanted);
      if (complaint2) told2.add(delivery);
      if (complaint2) yield complaint2;
    }
  }
};
function* needyOf({ primaries, secondaries }) {
  for (const { bootstraps, joinTokens, pushSecrets } of primaries) {
    for (const delivered of [...bootstraps, ...joinTokens, ...pushSecrets]) yield [delivered, primaryNamespace];
  }
  for (const { config, joins: joins2, literals } of secondaries) {
    for (const delivered of [...config ? [config] : [], ...joins2, ...literals]) yield [delivered, void 0];
  }
}
function complaintOf4({ manifest }, delivery, wanted) {
  const { namespace } = delivery.application.destination;
  const object = `The ${manifest.kind} ${quoted3(manifest.name)} names no namespace`;
  const related = [{ about: whole(manifest), message: "names no namespace" }];
  if (!namespace) {
    const message3 = `${object}, and neither does the destination: write the namespace in one of the two.`;
    return { about: destinationIn(delivery), message: message3, related };
  }
  if (wanted === void 0 || namespace.value === wanted) return void 0;
  const message2 = `${object}, so it lands in ${quoted3(namespace.value)}, where Kasten does not look: write ${quoted3(wanted)} here or there.`;
  return { about: namespace, message: message2, related };
}
function destinationIn({ application: { manifest } }) {
  return keyOf({ manifest, path: ["spec", "destination"] });
}

// src/rules/argocd/fleet-manifests-are-delivered.ts
var fleetManifestsAreDelivered = {
  id: "fleet-manifests-are-delivered",
  severity: "warning",
  title: "What belongs to the fleet is delivered by an Application.",
  why: "Argo CD reads the files ending in `.yaml`, `.yml` and `.json` (in small letters) of the folder that `path` names, not below it unless `directory.recurse` is true, and none that `include` and `exclude` leave out. What it does not read never reaches a cluster, and nothing says so.",
  fix: "Name the file `\u2026.yaml`, set `directory.recurse: true`, change `include` or `exclude`, or add the Application that is missing.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/directory/",
  rows: [107],
  bad: [],
  good: [],
  *check(fleet) {
    const loose = fleet.manifests.filter((manifest) => isLoose(manifest, fleet));
    if (loose.length === 0 || mayBeDeliveredUnseen(fleet)) return;
    const readers = readersIn(fleet);
    const forgotten = forgottenIn(fleet);
    for (const manifest of loose) {
      if (!isAppliedAsWritten(manifest, fleet)) continue;
      const complaint2 = passedOver(manifest, readers, fleet) ?? forgotten(manifest);
      if (complaint2) yield complaint2;
    }
  }
};
function isLoose(manifest, fleet) {
  return isFleetObject(manifest) && !isDelivered(manifest, fleet) && !fleet.shown.has(manifest);
}
function mayBeDeliveredUnseen(fleet) {
  return !knowsAllApplications(fleet) || fleet.deliveries.some(isUnseen);
}
function isUnseen({ requests, application }) {
  return requests.length > 0 || (application?.sources ?? []).some(({ tools: tools2 }) => tools2.includes("plugin"));
}
function readersIn(fleet) {
  const bringing = bringingDeliveriesOf(fleet);
  const readers = /* @__PURE__ */ new Map();
  for (const delivery of fleetDeliveriesOf(fleet)) {
    const { application, manifests, notRead, troubles } = delivery;
    if (notRead.length > 0 || troubles.some(({ problem }) => problem !== "empty") || !(bringing.has(delivery) || manifests.length === 0))
      continue;
    for (const source of application.sources) {
      const folder = source.chart ? void 0 : folderIn(source, fleet);
      if (folder !== void 0) readers.set(folder, { source, delivery });
    }
  }
  return readers;
}
function passedOver(manifest, readers, fleet) {
  const { file } = manifest.origin;
  let folder = folderOf(file);
  while (folder !== "" && !readers.has(folder)) folder = folderOf(folder);
  const reader = readers.get(folder);
  if (!reader || isMark2(manifest) && reader.delivery.manifests.some(isMark2)) return void 0;
  const reason = reasonFor(file, folder, reader.source, fleet);
  if (!reason) return void 0;
  const { name } = reader.delivery.application;
  return {
    about: whole(manifest),
    message: `The Application ${quoted3(name)} reads this folder, but not this ${objectName(manifest, void 0)}: ${reason}`,
    related: [{ about: reader.source.path, message: "the folder it reads" }]
  };
}
function reasonFor(file, folder, source, fleet) {
  if (fleet.repository.files.get(file)?.text.includes("+argocd:skip-file-rendering")) return void 0;
  if (!/\.(?:yaml|yml|json)$/.test(file))
    return "the ending of its name must be .yaml, .yml or .json, in small letters.";
  const directory = (key4) => valueAt(source.target.manifest.object, [...source.target.path, "directory", key4]);
  if (folderOf(file) !== folder && directory("recurse") !== true) return "it lies below; set directory.recurse: true.";
  return directory("include") || directory("exclude") ? "directory.include or exclude leaves it out." : void 0;
}
function isMark2(manifest) {
  return isBootstrap(manifest) || isJoinConfig(manifest);
}
function mayMeanAny({ manifests, charts, troubles, notRead }) {
  return troubles.length + notRead.length > 0 || manifests.length + charts.length === 0;
}
function forgottenIn(fleet) {
  if (fleetDeliveriesOf(fleet).some(mayMeanAny)) return () => void 0;
  const siblings2 = /* @__PURE__ */ new Map();
  for (const delivery of bringingDeliveriesOf(fleet)) {
    if (!isByApplication(delivery)) continue;
    const folders = delivery.application.sources.flatMap((source) => folderIn(source, fleet) ?? []);
    for (const folder of folders) if (folderOf(folder) !== "") siblings2.set(folderOf(folder), delivery);
  }
  const named4 = new Set(
    fleet.applications.flatMap(({ sources }) => sources.flatMap(({ path }) => cleaned(path?.value ?? "") ?? []))
  );
  return (manifest) => {
    const folder = folderOf(manifest.origin.file);
    const sibling = isMark2(manifest) && !isBelow(manifest.origin.file, named4) ? siblings2.get(folderOf(folder)) : void 0;
    if (!sibling) return void 0;
    const message2 = `No Application delivers ${quoted3(folder)}, while ${quoted3(sibling.application.name)} delivers the folder beside it: add the Application that is missing.`;
    return {
      about: whole(manifest),
      message: message2,
      related: [{ about: whole(sibling.application.manifest), message: "the one beside it" }]
    };
  };
}

// src/rules/argocd/hooks-are-known.ts
var hooksAreKnown = {
  id: "hooks-are-known",
  severity: "error",
  title: "A hook has a phase that Argo CD knows.",
  why: "The annotation makes the object a hook, whatever it says. With a phase that Argo CD does not know it is a hook of no phase and is never applied; the sync is green.",
  fix: "Write `PreSync`, `Sync`, `PostSync`, `SyncFail`, `PreDelete` or `PostDelete`, in this case, or remove the annotation.",
  source: "argoproj/argo-cd: gitops-engine/pkg/sync/hook/hook.go",
  rows: [121],
  bad: [],
  good: [],
  *check(fleet) {
    for (const manifest of othersOf(fleet)) {
      const hook = hookOf(manifest);
      if (!hook || hook.phases.length > 0 || hook.annotation.path.at(-1) !== "argocd.argoproj.io/hook") continue;
      const meant = nearest(hook.annotation.value, phases2);
      const advice3 = meant === void 0 ? "write one it knows, or remove the annotation." : `did you mean ${quoted3(meant)}?`;
      const message2 = `Argo CD knows no hook ${quoted3(hook.annotation.value)} and never applies this ${manifest.kind}: ${advice3}`;
      yield { about: hook.annotation, message: message2 };
    }
  }
};
var phases2 = ["PreSync", "Sync", "PostSync", "SyncFail", "PreDelete", "PostDelete"];
function othersOf(fleet) {
  const objects = [...bringingDeliveriesOf(fleet)].flatMap(({ manifests }) => manifests);
  return new Set(objects.filter((manifest) => !isFleetObject(manifest)));
}

// src/rules/argocd/kustomize-keeps-fixed-names.ts
var kustomizeKeepsFixedNames = {
  id: "kustomize-keeps-fixed-names",
  severity: "error",
  title: "Kustomize leaves the names alone that Kasten and the PushSecret look for.",
  why: "Kasten reads the ConfigMap `mc-join-config` and the Secret `mc-join`, and no others. A prefix, a suffix or the hash of a generator gives them another name, so the cluster never joins; the join token under a new name is a new token, and kustomize does not follow the name into the PushSecret.",
  fix: "Take the prefix or suffix away, or move these objects into a kustomization without it; write the ConfigMap as a resource, or set `disableNameSuffixHash: true`.",
  source: "https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/nameprefix/",
  rows: [27, 113],
  bad: [],
  good: [],
  *check(fleet) {
    const labels = labelsOf2(fleet);
    for (const [top, application] of kustomizationsOf(fleet)) {
      const clusters = labels.get(application.manifest) ?? [];
      for (const complaint2 of complaintsOf3(top, fleet)) yield { ...complaint2, clusters };
    }
  }
};
function labelsOf2({ secondaries }) {
  const labels = /* @__PURE__ */ new Map();
  for (const { site, label } of secondaries) {
    for (const { application } of site.deliveries) {
      if (application) labels.set(application.manifest, [...labels.get(application.manifest) ?? [], label]);
    }
  }
  return labels;
}
function* kustomizationsOf(fleet) {
  const { folders, repository } = fleet;
  for (const application of fleet.applications) {
    for (const source of application.sources) {
      const folder = folderIn(source, fleet);
      if (folder === void 0 || !folders.has(folder) || toolOf(source, folder, folders) !== "kustomize") continue;
      const found4 = kustomizationOf(folder, repository, folders);
      if (!("wrong" in found4)) yield [configured(found4, application, source), application];
    }
  }
}
function* complaintsOf3(top, fleet) {
  for (const each of closureOf(top)) yield* renamedBy(each, fleet);
  yield* hashedBy(top);
}
function* renamedBy(each, { repository }) {
  for (const field of ["namePrefix", "nameSuffix"]) {
    const value = each.object[field];
    if (typeof value !== "string" || value === "") continue;
    const renamed = partsOf3(each, repository).resources.find(isFixed);
    if (!renamed) continue;
    const message2 = `This ${field} renames the ${renamed.kind} ${quoted3(renamed.name)}, which is looked for by that name: take it away.`;
    yield { about: each.origin.locate([field], "value"), message: message2 };
  }
}
function isFixed(manifest) {
  if (isConfigMap(manifest)) return manifest.name === joinConfigName;
  if (isJoinToken(manifest)) return true;
  if (isExternalSecret(manifest)) {
    return madeSecretOf(manifest) === joinSecretName && !stringAt(manifest, "spec", "target", "name");
  }
  return manifest.kind === "Secret" && manifest.name === joinSecretName;
}
function* hashedBy(top) {
  const made = groupedBy(generatorsOf2(top), ({ kind: kind2, name }) => `${kind2} ${name}`);
  for (const makers of made.values()) {
    if (!makers.some(makesFixed) || makers.some(keepsName)) continue;
    const { kind: kind2, path, kustomization: own } = makers.at(-1);
    const message2 = `The ${kind2} that this makes gets a hash at the end of its name, so nobody finds it: set disableNameSuffixHash: true, or write it as a resource.`;
    yield { about: own.origin.locate([...path, "name"], "value"), message: message2 };
  }
}
function makesFixed({ kind: kind2, name, entry: { type } }) {
  return kind2 === "ConfigMap" ? name === joinConfigName : name === joinSecretName || type === joinTokenType;
}
function keepsName({ entry, kustomization: own }) {
  return [own.object.generatorOptions, entry.options].some(hasNoHash);
}
function hasNoHash(options) {
  return isObject(options) && options.disableNameSuffixHash === true;
}

// src/rules/shared-clusters.ts
function onThePrimary(fleet) {
  const secondaries = secondariesBySite(fleet);
  return fleet.primaries.flatMap((primary) => {
    const parts = [...primary.bootstraps, ...primary.joinTokens, ...primary.pushSecrets];
    const charts = new Set(primary.charts.map(({ source }) => source.target.manifest));
    const byChart = primary.site.deliveries.filter(({ application }) => application && charts.has(application.manifest));
    const own = /* @__PURE__ */ new Set([...parts.map(({ delivery }) => delivery), ...byChart]);
    const before = [...own].find(isByApplication);
    const others3 = deliveriesOf2(secondaries.get(primary.site) ?? []).filter((delivery) => !own.has(delivery));
    return before ? others3.map((delivery) => ({ delivery, before })) : [];
  });
}
function onAnotherSecondary(fleet) {
  const primaries = new Set(fleet.primaries.map(({ site }) => site));
  return [...secondariesBySite(fleet)].flatMap(([site, secondaries]) => {
    if (primaries.has(site)) return [];
    const [before, ...others3] = configDeliveriesOf(secondaries);
    return before ? others3.map((delivery) => ({ delivery, before })) : [];
  });
}
function destinationOf2({ application }) {
  const { server, name } = application.destination;
  return server ?? name ?? { manifest: application.manifest, path: ["spec", "destination"], part: "key" };
}
function secondariesBySite({ secondaries }) {
  return groupedBy(secondaries, ({ site }) => site);
}
function deliveriesOf2(secondaries) {
  const parts = secondaries.flatMap(({ config, joins: joins2, literals }) => [
    ...config ? [config] : [],
    ...joins2,
    ...literals
  ]);
  return distinct(parts.map(({ delivery }) => delivery));
}
function configDeliveriesOf(secondaries) {
  return distinct(secondaries.flatMap(({ config }) => config ? [config.delivery] : []));
}
function distinct(deliveries) {
  return [...new Set(deliveries)].filter(isByApplication);
}

// src/rules/argocd/namespace-has-one-owner.ts
var namespaceHasOneOwner = {
  id: "namespace-has-one-owner",
  severity: "warning",
  title: "A namespace of a cluster is declared by one Application.",
  why: "Two Applications that declare one Namespace show `SharedResourceWarning` and undo each other; the one that drops it with `prune`, or is deleted with its finalizer, deletes the namespace with all that is in it. `managedNamespaceMetadata` on a namespace that another Application declares is the same fight over labels and annotations.",
  fix: "Declare the Namespace in one Application. The others can have the sync option `CreateNamespace=true`, which makes it when it is missing and owns nothing.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#create-namespace",
  rows: [118],
  bad: [],
  good: [],
  *check(fleet) {
    const judged = new Set([...onThePrimary(fleet), ...onAnotherSecondary(fleet)].map(({ delivery }) => delivery));
    for (const site of fleet.sites) {
      if (site.deliveries.length < 2) continue;
      const owners = ownersOn(site, judged, bringingDeliveriesOf(fleet));
      for (const [first2, ...others3] of owners.values()) yield* sharedComplaints(first2, others3, fleet);
      for (const delivery of site.deliveries.filter(isByApplication)) yield* managedComplaint(delivery, owners, fleet);
    }
  }
};
function ownersOn(site, judged, bringing) {
  const owners = /* @__PURE__ */ new Map();
  for (const { manifest, delivery } of site.objects) {
    if (!isNamespace(manifest) || !isByApplication(delivery) || judged.has(delivery)) continue;
    const others3 = owners.get(manifest.name);
    if (!others3) owners.set(manifest.name, [{ delivery, manifest }]);
    else if (others3.some((other) => other.delivery === delivery)) continue;
    else if (bringing.has(delivery)) others3.unshift({ delivery, manifest });
    else others3.push({ delivery, manifest });
  }
  return owners;
}
function isConcerned(fleet, ...deliveries) {
  return deliveries.some((delivery) => fleet.concerned.has(delivery));
}
function sharedComplaints(first2, others3, fleet) {
  return others3.filter(({ delivery, manifest }) => manifest !== first2.manifest && isConcerned(fleet, delivery, first2.delivery)).map(({ delivery, manifest }) => ({
    about: whole(manifest),
    message: `${quoted3(delivery.application.name)} and ${quoted3(first2.delivery.application.name)} both declare the namespace ${quoted3(manifest.name)} of one cluster: declare it in one of them.`,
    related: [{ about: whole(first2.manifest), message: "declared here too" }]
  }));
}
function managedComplaint(delivery, owners, fleet) {
  const { application, namespace } = delivery;
  const metadata = at(application.manifest, "spec", "syncPolicy", "managedNamespaceMetadata");
  if (!metadata || !switchedOn(application, "CreateNamespace")) return [];
  const owner2 = owners.get(namespace ?? "")?.[0];
  if (!owner2 || owner2.delivery === delivery || !isConcerned(fleet, owner2.delivery, delivery)) return [];
  const message2 = `${quoted3(owner2.delivery.application.name)} declares the namespace ${quoted3(namespace)}, and this sets other metadata on it: keep one of the two.`;
  return [
    {
      about: { ...metadata, part: "key" },
      message: message2,
      related: [{ about: whole(owner2.manifest), message: "declared here" }]
    }
  ];
}

// src/rules/argocd/objects-are-declared-once.ts
var objectsAreDeclaredOnce = {
  id: "objects-are-declared-once",
  severity: "error",
  title: "An Application has each object once.",
  why: "When two manifests of an Application are the same object, Argo CD applies the last one, in the order of the files, and drops the other with `RepeatedResourceWarning`. What the first says never reaches the cluster.",
  fix: "Remove one of the two, or give it a name of its own.",
  source: "argoproj/argo-cd: controller/state.go DeduplicateTargetObjects",
  rows: [105],
  bad: [],
  good: [],
  *check(fleet) {
    for (const delivery of bringingDeliveriesOf(fleet)) if (isRead(delivery, fleet)) yield* repeatedIn(delivery);
  }
};
function isRead(delivery, fleet) {
  return delivery.application !== void 0 && fleet.concerned.has(delivery);
}
function repeatedIn(delivery) {
  const first2 = /* @__PURE__ */ new Map();
  return deliveredBy(delivery).flatMap(({ manifest, namespace }) => {
    const key4 = objectKeyOf(manifest, namespace);
    const before = key4 === void 0 ? void 0 : first2.get(key4);
    if (key4 !== void 0) first2.set(key4, manifest);
    return before && before !== manifest ? [complaintOf5(before, manifest, namespace)] : [];
  });
}
function complaintOf5(before, manifest, namespace) {
  const same2 = saySame(before, manifest);
  const what = same2 ? "Argo CD warns of it" : "Argo CD applies this one alone";
  return {
    about: whole(manifest),
    message: `The Application has ${objectName(manifest, namespace)} twice, and ${what}: remove one of the two.`,
    related: [{ about: whole(before), message: same2 ? "the same object" : "never applied" }],
    severity: same2 ? "notice" : "error"
  };
}

// src/rules/argocd/objects-have-one-owner.ts
var objectsHaveOneOwner = {
  id: "objects-have-one-owner",
  severity: "error",
  title: "An object of a cluster is delivered by one Application.",
  why: "Both Applications show `SharedResourceWarning`, the last sync wins, and the first of the two that no longer has the object prunes it while the other still needs it.",
  fix: "Deliver the object by one Application: change the `path` or the `destination` of the other. The sync option `FailOnSharedResource=true` makes Argo CD refuse the second one.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#fail-the-sync-if-a-shared-resource-is-found",
  rows: [105],
  bad: [],
  good: [],
  *check(fleet) {
    const judged = new Set([...onThePrimary(fleet), ...onAnotherSecondary(fleet)].map(({ delivery }) => delivery));
    for (const site of sharedSites(fleet)) {
      const deliveries = site.deliveries.filter(isByApplication).filter((delivery) => !judged.has(delivery));
      for (const shared2 of sharedBy(deliveries)) {
        if (fleet.concerned.has(shared2.before) || fleet.concerned.has(shared2.delivery)) yield complaintOf6(shared2);
      }
    }
  }
};
function sharedSites({ sites, concerned }) {
  return sites.filter(({ deliveries }) => deliveries.length > 1 && deliveries.some((delivery) => concerned.has(delivery)));
}
function sharedBy(deliveries) {
  const owners = /* @__PURE__ */ new Map();
  const shared2 = /* @__PURE__ */ new Map();
  for (const [index, delivery] of deliveries.entries()) {
    for (const manifest of delivery.manifests) {
      const namespace = isClusterScoped(manifest) ? void 0 : namespaceIn(manifest, delivery);
      const key4 = isJudged(manifest) ? objectKeyOf(manifest, namespace) : void 0;
      if (key4 === void 0) continue;
      const owner2 = owners.get(key4);
      if (!owner2) owners.set(key4, { delivery, manifest });
      else if (owner2.delivery !== delivery) {
        const pair2 = `${index} ${deliveries.indexOf(owner2.delivery)}`;
        if (!shared2.has(pair2)) shared2.set(pair2, { before: owner2.delivery, delivery, objects: [] });
        shared2.get(pair2).objects.push({ name: objectName(manifest, namespace), mine: manifest, other: owner2.manifest });
      }
    }
  }
  return [...shared2.values()].filter(({ objects }) => !objects.some(isSecondPrimary));
}
function isJudged(manifest) {
  return !isNamespace(manifest) && !isApplication(manifest);
}
function isSecondPrimary({ mine, other }) {
  return isBootstrap(mine) && mine !== other;
}
function complaintOf6({ before, delivery, objects }) {
  const [first2, ...rest] = objects;
  const more = rest.length > 0 ? ` and ${rest.length} more` : "";
  return {
    about: destinationOf2(delivery),
    message: `${quoted3(delivery.application.name)} delivers ${first2.name}${more} to a cluster that has it from ${quoted3(before.application.name)}: let one Application deliver it.`,
    related: [
      { about: whole(first2.mine), message: "delivered by this Application" },
      { about: destinationOf2(before), message: "the other Application" }
    ],
    severity: objects.every(({ mine, other }) => saySame(mine, other)) ? "warning" : "error"
  };
}

// src/rules/argocd/one-secondary-per-cluster.ts
var oneSecondaryPerCluster = {
  id: "one-secondary-per-cluster",
  severity: "error",
  title: "No two Applications make a secondary of one cluster.",
  why: "A cluster has one `mc-join-config`. Of two Applications that write it the last sync wins, again and again, with `SharedResourceWarning` on both; the cluster that the other one was meant for never joins.",
  fix: "Write another cluster in `destination`, or remove one of the two Applications.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#fail-the-sync-if-a-shared-resource-is-found",
  rows: [104],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { delivery, before } of onAnotherSecondary(fleet)) {
      yield {
        about: destinationOf2(delivery),
        message: `${quoted3(delivery.application.name)} and ${quoted3(before.application.name)} make a secondary of the same cluster: write another destination in one of them.`,
        related: [{ about: destinationOf2(before), message: "the same cluster" }]
      };
    }
  }
};

// src/rules/once.ts
var joins = /* @__PURE__ */ new WeakMap();
var configs = /* @__PURE__ */ new WeakMap();
function joinsOf({ secondaries }) {
  return remembered2(joins, secondaries, () => once(secondaries, (secondary) => secondary.joins));
}
function configsOf({ secondaries }) {
  return remembered2(configs, secondaries, () => once(secondaries, ({ config }) => config ? [config] : []));
}
function remembered2(known10, secondaries, gather) {
  const before = known10.get(secondaries);
  if (before !== void 0) return before;
  const found4 = gather();
  known10.set(secondaries, found4);
  return found4;
}
function once(secondaries, objectsOf5) {
  const found4 = /* @__PURE__ */ new Map();
  for (const secondary of secondaries) {
    for (const object of objectsOf5(secondary)) {
      const known10 = found4.get(object.manifest);
      if (known10) known10.labels.push(secondary.label);
      else found4.set(object.manifest, { object, secondary, labels: [secondary.label] });
    }
  }
  return [...found4.values()].map(({ labels, ...rest }) => ({ ...rest, clusters: severalOf(labels) }));
}
function severalOf(labels) {
  const distinct2 = [...new Set(labels)];
  return distinct2.length > 1 ? distinct2 : [];
}
function gathered(said) {
  const found4 = /* @__PURE__ */ new Map();
  for (const [complaint2, { label }] of said) {
    const object = "manifest" in complaint2.about ? complaint2.about.manifest : complaint2.about;
    const byMessage = found4.get(object) ?? /* @__PURE__ */ new Map();
    const labels = byMessage.get(complaint2.message)?.labels ?? [];
    labels.push(label);
    found4.set(object, byMessage.set(complaint2.message, { complaint: complaint2, labels }));
  }
  const all = [...found4.values()].flatMap((byMessage) => [...byMessage.values()]);
  return all.map(({ complaint: complaint2, labels }) => ({ ...complaint2, clusters: severalOf(labels) }));
}

// src/rules/argocd/operators-are-installed.ts
var operatorsAreInstalled = {
  id: "operators-are-installed",
  severity: "notice",
  title: "An operator that the repository installs on most clusters of the fleet is installed on all.",
  why: 'Without External Secrets Operator the sync ends with `no matches for kind "ExternalSecret"`; without Kasten nothing reads `mc-join`.',
  fix: "Add the Application that installs it there, or see that somebody else does.",
  source: "https://external-secrets.io/latest/introduction/getting-started/",
  rows: [124],
  bad: [],
  good: [],
  *check(fleet) {
    if (!knowsAllApplications(fleet)) return;
    for (const [chart, title] of operators2) yield* complaintsFor(chart, title, fleet);
  }
};
var operators2 = /* @__PURE__ */ new Map([
  ["external-secrets", "External Secrets Operator"],
  ["k10", "Kasten"]
]);
function complaintsFor(chart, title, fleet) {
  const members = membersOf(fleet);
  const installs = (site) => site.charts.some((use) => use.chart === chart);
  const without2 = members.filter(({ site }) => !installs(site));
  const [first2] = without2;
  if (!first2 || without2.length * 3 > members.length - without2.length || !isComparable(fleet)) return [];
  if (without2.some(({ site }) => !site.complete)) return [];
  const { application } = first2.object.delivery;
  return [
    {
      about: application ? keyOf({ manifest: application.manifest, path: ["spec", "destination"] }) : whole(first2.object.manifest),
      message: `The repository installs ${title} on most clusters of the fleet, but not on this one: add an Application with the chart ${chart}, unless it is there already.`,
      clusters: severalOf(without2.map(({ site }) => siteLabel(site)))
    }
  ];
}
function membersOf({ primaries, secondaries }) {
  const bySite = /* @__PURE__ */ new Map();
  for (const { site, bootstraps, joinTokens } of primaries) {
    const object = bootstraps[0] ?? joinTokens[0];
    if (object) bySite.set(site, object);
  }
  for (const { site, config, joins: joins2 } of secondaries) {
    const object = config ?? joins2[0];
    if (object && !bySite.has(site)) bySite.set(site, object);
  }
  return [...bySite].filter(([site]) => site.folder === void 0).map(([site, object]) => ({ site, object }));
}
function isComparable({ applications }) {
  const names3 = applications.filter(({ destination }) => destination.name).length;
  return names3 === 0 || names3 === applications.length;
}

// src/rules/argocd/parent-keeps-secondaries.ts
var parentKeepsSecondaries = {
  id: "parent-keeps-secondaries",
  severity: "notice",
  title: "A removed file does not delete a secondary's join objects while the primary still has the cluster.",
  why: "The parent prunes the Application, whose finalizer deletes `mc-join` and `mc-join-config`. The primary is not told: its `Cluster` object stays, unreachable, until somebody disconnects it.",
  fix: "Disconnect the cluster on the primary before its file is removed. To be asked first, put `argocd.argoproj.io/sync-options: Prune=confirm` on the Applications; without the finalizer nothing on the cluster is deleted.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/",
  rows: [115, 116],
  bad: [],
  good: [],
  *check(fleet) {
    const children = secondaryApplicationsOf(fleet);
    for (const parent of fleet.concerned) {
      if (!isByApplication(parent) || !parent.application.automated?.prune) continue;
      const lost3 = parent.manifests.filter(isApplication).flatMap((manifest) => lostWith(manifest, parent, children));
      const [first2] = lost3;
      if (!first2) continue;
      const { target } = parent.application.automated;
      yield {
        about: { manifest: target.manifest, path: [...target.path, "prune"] },
        message: `This prunes Applications of secondaries whose finalizer deletes mc-join and mc-join-config, while the primary keeps the cluster: disconnect a cluster before its file is removed.`,
        related: [{ about: first2.cascades ?? whole(first2.manifest), message: "the finalizer" }],
        clusters: severalOf(lost3.map(({ name }) => name))
      };
    }
  }
};
function secondaryApplicationsOf({ secondaries }) {
  const parts = secondaries.flatMap(({ config, joins: joins2 }) => [...config ? [config] : [], ...joins2]);
  return new Map(
    parts.flatMap(
      ({ delivery: { application } }) => application ? [[application.manifest, application]] : []
    )
  );
}
function lostWith(manifest, parent, children) {
  const child = children.get(manifest);
  const option = parent.application && syncOptionOf(parent.application, "Prune");
  const kept = ["Prune=false", "Prune=confirm"].some((each) => each === option || objectOptionOf(manifest, each));
  return child?.cascades && !kept ? [child] : [];
}

// src/model/project-permissions.ts
function permissionsOf({ manifest }) {
  const list = (key4) => {
    const value = valueAt(manifest.object, ["spec", key4]);
    return Array.isArray(value) ? value : void 0;
  };
  const repositories = (list("sourceRepos") ?? []).filter((item) => typeof item === "string").map(repositoryPattern);
  const destinations = (list("destinations") ?? []).filter(isObject).map(destinationPattern);
  const [namespaced2, notNamespaced] = [list("namespaceResourceWhitelist"), list("namespaceResourceBlacklist")];
  const [clusterWide, notClusterWide] = [list("clusterResourceWhitelist"), list("clusterResourceBlacklist")];
  return {
    source: (repoURL) => permits(repositories.map(({ deny, glob }) => ({ deny, matches: glob(normalizedGitUrl(repoURL)) }))),
    destination: (destination, namespace) => permitsDestination(destinations, destination, namespace),
    kind(group2, kind2, name, isNamespaced) {
      const allowed = isNamespaced ? namespaced2 : clusterWide;
      const denied2 = isNamespaced ? notNamespaced : notClusterWide;
      const isListed = (items) => items.some((item) => coversKind(item, group2, kind2, name));
      return (allowed === void 0 ? isNamespaced : isListed(allowed)) && !isListed(denied2 ?? []);
    }
  };
}
function patternOf2(text2, separator) {
  const deny = text2.startsWith("!");
  const body = deny ? text2.slice(1) : text2;
  const glob = body === "*" ? () => true : gobwasGlob(body, separator) ?? (() => false);
  return { text: text2, deny, glob };
}
function repositoryPattern(text2) {
  return text2.startsWith("!") ? patternOf2(`!${normalizedGitUrl(text2.slice(1))}`, "/") : patternOf2(normalizedGitUrl(text2), "/");
}
function permits(answers) {
  return !answers.some(({ deny, matches: matches4 }) => deny && matches4) && answers.some(({ deny, matches: matches4 }) => deny !== matches4);
}
function destinationPattern(item) {
  const text2 = (key4) => {
    const value = isObject(item) ? item[key4] : void 0;
    return typeof value === "string" ? value : "";
  };
  return { server: patternOf2(text2("server")), name: patternOf2(text2("name")), namespace: patternOf2(text2("namespace")) };
}
function permitsDestination(patterns, destination, namespace) {
  const known10 = bothOf(destination);
  let permitted = false;
  for (const pattern2 of patterns) {
    const inNamespace = pattern2.namespace.glob(namespace) !== pattern2.namespace.deny;
    const [server, name] = [answerOf(pattern2.server, known10.server), answerOf(pattern2.name, known10.name)];
    const deniesCluster = pattern2.name.deny && name === "no" || pattern2.server.deny && server === "no" && inNamespace;
    if (inNamespace && (server !== "no" || name !== "no")) permitted = true;
    else if (deniesCluster || pattern2.namespace.deny && !inNamespace && server === "yes") return false;
  }
  return permitted;
}
function answerOf({ text: text2, deny, glob }, value) {
  if (value === void 0) return text2 === "" ? "no" : text2 === "*" ? "yes" : "unknown";
  return value !== "" && glob(value) !== deny ? "yes" : "no";
}
function bothOf({ server, name }) {
  if (name?.value === inClusterName) return { server: inClusterServer, name: inClusterName };
  if (server && serverKeyOf(server.value) === inClusterKey) return { server: inClusterServer, name: inClusterName };
  return { server: server?.value.replace(/\/+$/, ""), name: name?.value };
}
function coversKind(item, group2, kind2, name) {
  if (!isObject(item)) return false;
  const covers2 = (key4, value) => {
    const pattern2 = item[key4];
    return pathMatch(typeof pattern2 === "string" ? pattern2 : "")?.(value) ?? false;
  };
  return covers2("kind", kind2) && covers2("group", group2) && (!item.name || covers2("name", name));
}

// src/rules/rule.ts
var mostShown = 10;

// src/rules/argocd/project-allows-the-fleet.ts
var projectAllowsTheFleet = {
  id: "project-allows-the-fleet",
  severity: "error",
  title: "The AppProject of the fleet's Applications allows their sources, destinations and kinds.",
  why: "Argo CD refuses what the project does not allow: `application repo \u2026 is not permitted in project`, `do not match any of the allowed destinations in project`, `resource external-secrets.io:ClusterSecretStore is not permitted in project`. The Application is not synced.",
  fix: `In the AppProject

\`\`\`yaml
spec:
  sourceRepos:
    - <URL of this repository>
  destinations:
    - server: '*'
      namespace: kasten-io*
  clusterResourceWhitelist:
    - group: ''
      kind: Namespace
    - group: external-secrets.io
      kind: ClusterSecretStore
\`\`\`

https and ssh URLs of one repository are two to a project.`,
  source: "argoproj/argo-cd: pkg/apis/application/v1alpha1/app_project_types.go",
  rows: [119],
  bad: [],
  good: [],
  *check(fleet) {
    if (fleet.manifests.some(isGlobalProjectsSetting)) return;
    const members = membersOf2(fleet);
    for (const declared of fleet.projects) {
      const deliveries = members.get(declared.name) ?? [];
      if (deliveries.length === 0 || !isTheOnly(declared, fleet)) continue;
      const permissions = permissionsOf(declared);
      yield* refusedSources(declared, permissions, deliveries);
      yield* refusedDestinations(declared, permissions, deliveries);
      yield* refusedKinds(declared, permissions, deliveries);
    }
  }
};
function isGlobalProjectsSetting(manifest) {
  return manifest.name === "argocd-cm" && at(manifest, "data", "globalProjects") !== void 0;
}
function membersOf2(fleet) {
  return groupedBy(fleetDeliveriesOf(fleet), ({ application }) => application.project);
}
function isTheOnly({ manifest, name }, fleet) {
  return isAppliedAsWritten(manifest, fleet) && fleet.projects.filter((other) => other.name === name).length === 1;
}
function refusedSources(declared, permissions, deliveries) {
  const refused3 = deliveries.flatMap(
    ({ application }) => application.sources.flatMap(
      ({ repoURL }) => repoURL && !permissions.source(repoURL.value) ? [{ what: quoted3(repoURL.value), about: repoURL, application: application.name }] : []
    )
  );
  return complaintOf7(declared, "sourceRepos", "the repository", refused3);
}
function refusedDestinations(declared, permissions, deliveries) {
  const refused3 = deliveries.flatMap((delivery) => {
    const { destination, name } = delivery.application;
    if (delivery.cluster === void 0) return [];
    const namespaces = /* @__PURE__ */ new Set([delivery.namespace ?? "", ...namespacesIn(delivery)]);
    const cluster = destination.server?.value ?? destination.name.value;
    return [...namespaces].filter((namespace) => !permissions.destination(destination, namespace)).map((namespace) => ({
      what: `${quoted3(namespace)} on ${quoted3(cluster)}`,
      about: destinationOf2(delivery),
      application: name
    }));
  });
  return complaintOf7(declared, "destinations", "the namespace", refused3);
}
function namespacesIn(delivery) {
  return delivery.manifests.flatMap(
    (manifest) => isClusterScoped(manifest) ? [] : namespaceIn(manifest, delivery) ?? []
  );
}
function refusedKinds(declared, permissions, deliveries) {
  const wide = [];
  const namespaced2 = [];
  for (const { manifests, application } of deliveries) {
    for (const manifest of manifests) {
      const inNamespace = !isClusterScoped(manifest);
      if (permissions.kind(groupOf(manifest), manifest.kind, manifest.name, inNamespace)) continue;
      const refusal = { what: manifest.kind, about: whole(manifest), application: application.name };
      if (inNamespace) namespaced2.push(refusal);
      else if (isSurelyClusterScoped(manifest.kind)) wide.push(refusal);
    }
  }
  const denies = (key4) => at(declared.manifest, "spec", key4) !== void 0;
  const list = denies("namespaceResourceWhitelist") ? "namespaceResourceWhitelist" : "namespaceResourceBlacklist";
  return [
    ...complaintOf7(declared, "clusterResourceWhitelist", "the cluster-scoped kind", wide),
    ...complaintOf7(declared, list, "the kind", namespaced2)
  ];
}
function isSurelyClusterScoped(kind2) {
  return kind2 === "Namespace" || kind2 === "ClusterSecretStore";
}
function complaintOf7({ manifest, name }, key4, what, refused3) {
  const [first2] = refused3;
  if (!first2) return [];
  const others3 = new Set(refused3.map((refusal) => refusal.what)).size - 1;
  const list = at(manifest, "spec", key4);
  return [
    {
      about: list ? keyOf(list) : keyOf({ manifest, path: ["spec"] }),
      message: `The project ${quoted3(name)} does not allow ${what} ${first2.what}${others3 > 0 ? ` and ${others3} more` : ""}: add it to ${key4 === "namespaceResourceBlacklist" ? "what is allowed" : key4}.`,
      related: refused3.slice(0, mostShown).map(({ about }) => ({ about, message: "not allowed" })),
      clusters: severalOf(refused3.map(({ application }) => application))
    }
  ];
}

// src/rules/argocd/revision-is-followed.ts
var revisionIsFollowed = {
  id: "revision-is-followed",
  severity: "notice",
  title: "The Applications of the fleet name the branch or tag they follow.",
  why: "`HEAD`, or no `targetRevision`, is whatever the repository's default branch is at the moment. Whoever changes the default branch re-deploys the whole fleet.",
  fix: "Write the branch: `targetRevision: <branch>`.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/",
  rows: [109],
  bad: [],
  good: [],
  *check(fleet) {
    const headless = fleetDeliveriesOf(fleet).flatMap(
      ({ application, manifests }) => application.sources.filter((source) => manifests.length > 0 && followsHead(source)).map((source) => ({ application, source }))
    );
    const [first2] = headless;
    if (!first2) return;
    yield {
      about: placeFor(first2.source),
      message: `This Application follows whatever the default branch is${others2(headless.length - 1)}: write the branch as targetRevision.`,
      related: headless.slice(1, mostShown + 1).map(({ source }) => ({ about: placeFor(source), message: "here too" })),
      clusters: severalOf(headless.map(({ application }) => application.name))
    };
  }
};
function others2(count) {
  return count === 0 ? "" : `, and ${count} more ${count === 1 ? "does" : "do"}`;
}
function followsHead({ target, path, chart, targetRevision }) {
  if (!path || chart) return false;
  if (targetRevision) return targetRevision.value === "HEAD";
  const written2 = below(target, "targetRevision")?.value ?? "";
  return written2 === "" && misspeltKey(target, "targetRevision") === void 0;
}
function placeFor({ targetRevision, target }) {
  return targetRevision ?? keyOf(target);
}

// src/rules/argocd/secondary-is-not-the-primarys-cluster.ts
var secondaryIsNotThePrimarysCluster = {
  id: "secondary-is-not-the-primarys-cluster",
  severity: "error",
  title: "A secondary's Application goes to a cluster other than the primary's.",
  why: "The primary's Kasten finds `mc-join` and `mc-join-config` in its own namespace and tries to join itself, while the cluster that was meant gets nothing and never joins.",
  fix: `Write the cluster that joins, as Argo CD knows it

\`\`\`yaml
destination:
  server: <URL of its API server>
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [98, 103],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { delivery, before } of onThePrimary(fleet)) {
      const { application } = delivery;
      yield {
        about: destinationOf2(delivery),
        message: `The secondary's Application ${quoted3(application.name)} goes to the cluster of the primary, as ${quoted3(before.application.name)} does: write the cluster that joins.`,
        related: [{ about: destinationOf2(before), message: "the primary goes here" }]
      };
    }
  }
};

// src/rules/argocd/source-is-this-repository.ts
var sourceIsThisRepository = {
  id: "source-is-this-repository",
  severity: "warning",
  title: "The Applications of a copied repository deploy the copy.",
  why: "In a fork or copy the Applications still name the original. Argo CD then deploys somebody else's manifests: what is changed here never arrives, and what the other owner changes does.",
  fix: "Write the URL of this repository in `repoURL`.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/",
  rows: [108],
  bad: [],
  good: [],
  *check(fleet) {
    const { repository } = fleet.settings;
    const name = repository === void 0 ? void 0 : addressOf2(repository);
    if (fleet.own.adopted) yield* adopted(fleet);
    if (fleet.own.adopted || repository === void 0 || name === void 0) return;
    for (const { sources } of fleet.applications) {
      for (const source of sources) yield* complaintOf8(source, repository, name, fleet);
    }
  }
};
function* adopted({ applications, settings, own, concerned }) {
  const ours = new Set([...concerned].map(({ application }) => application));
  const first2 = applications.filter((each) => ours.has(each)).flatMap(({ sources }) => sources.flatMap((each) => each.repoURL ?? []))[0];
  if (!first2 || first2.value !== own.url) return;
  const message2 = `The Applications deploy ${quoted3(first2.value)}, and this repository, ${quoted3(settings.repository ?? "")}, has all their folders: if it is a copy, write its own URL in each.`;
  yield { about: first2, message: message2, severity: "notice" };
}
function addressOf2(url) {
  const parts = /^(?:(?:https?|ssh):\/\/)?(?:[^@/]+@)?([^:/]+)(?::\d+)?[:/]([^/:]+)\/([^/]+?)(?:\.git)?\/?$/i.exec(
    url.trim()
  );
  if (!parts) return void 0;
  const [, host, owner2, name] = parts.map((part) => part.toLowerCase());
  return { host, owner: owner2, name };
}
function complaintOf8(source, own, mine, fleet) {
  const { repoURL, path } = source;
  if (!repoURL || !path || sameRepository(repoURL.value, own)) return [];
  const theirs = addressOf2(repoURL.value);
  if (theirs?.name !== mine.name || theirs.host !== mine.host || theirs.owner === mine.owner) return [];
  const folder = folderIn(source, fleet);
  if (folder === void 0 || folder === "" || !holdsFleet(folder, fleet)) return [];
  const message2 = `The source is ${quoted3(repoURL.value)}, but this repository is ${quoted3(own)} and has the folder ${quoted3(path.value)}: if it is a copy, write its own URL.`;
  return [{ about: repoURL, message: message2 }];
}
var markedFolders = /* @__PURE__ */ new WeakMap();
function holdsFleet(folder, fleet) {
  let marked = markedFolders.get(fleet);
  if (!marked) markedFolders.set(fleet, marked = foldersOf2(fleet));
  return marked.has(folder);
}
function foldersOf2({ manifests }) {
  const folders = /* @__PURE__ */ new Set();
  for (const { origin } of manifests.filter(isFleetObject)) {
    for (let folder = folderOf(origin.file); folder !== ""; folder = folderOf(folder)) folders.add(folder);
  }
  return folders;
}

// src/rules/argocd/source-is-valid.ts
var sourceIsValid = {
  id: "source-is-valid",
  severity: "error",
  title: "The sources of an Application are ones that Argo CD accepts.",
  why: "Argo CD answers with `InvalidSpecError` (`spec.source.repoURL and either spec.source.path or spec.source.chart are required`) or a `ComparisonError` (`multiple application sources defined`) and deploys nothing. The CRD lets most of these through.",
  fix: `A source has a \`repoURL\` and a \`path\`, or a \`chart\` with its \`targetRevision\`; it configures one tool at most

\`\`\`yaml
source:
  repoURL: <URL of the repository>
  targetRevision: <branch>
  path: <folder>
\`\`\`

Of several \`sources\`, one with a \`ref\` may have neither; each \`ref\` is there once, of letters, digits, \`-\` and \`_\`.`,
  source: "argoproj/argo-cd: util/argo/argo.go validateSourcePermissions, GetRefSources",
  rows: [107, 110],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { application } of fleetDeliveriesOf(fleet)) {
      if (isAppliedAsWritten(application.manifest, fleet)) yield* complaintsOf4(application);
    }
  }
};
function complaintsOf4(application) {
  const { manifest, sources } = application;
  if (sources.length === 0) return noSource(application);
  const several = itemsAt(manifest, "spec", "sources").length > 0;
  return [
    ...several ? ignoredSource(application) : [],
    ...sources.flatMap((source) => [...lacks(source, several), ...toolsOf(source)]),
    ...refsOf(sources)
  ];
}
function noSource({ manifest }) {
  const spec = at(manifest, "spec");
  if (!spec || at(manifest, "spec", "sourceHydrator") || ["source", "sources"].some((key4) => misspeltKey(spec, key4)))
    return [];
  return [
    {
      about: keyOf(spec),
      message: "The Application has no source: write source with repoURL, targetRevision and path."
    }
  ];
}
function ignoredSource({ manifest }) {
  const source = at(manifest, "spec", "source");
  const message2 = "Argo CD ignores source when there are sources: remove one of the two.";
  return source ? [{ about: keyOf(source), message: message2, severity: "warning" }] : [];
}
function lacks({ target, repoURL, path, chart, ref, targetRevision }, several) {
  const place = placeOf4(target);
  if (!repoURL)
    return isMeant2(target, "repoURL") ? [] : [{ about: place, message: "The source has no repoURL: write the URL of the repository." }];
  if (!path && !chart && !(several && ref)) {
    if (isMeant2(target, "path") || isMeant2(target, "chart")) return [];
    return [
      {
        about: place,
        message: `The source has no path and no chart${several ? ", nor a ref" : ""}: write the folder to deploy.`
      }
    ];
  }
  if (!chart || targetRevision || isMeant2(target, "targetRevision")) return [];
  return [
    {
      about: chart,
      message: `The chart ${quoted3(chart.value)} has no targetRevision, which Argo CD asks for: write its version.`
    }
  ];
}
function isMeant2(target, key4) {
  return misspeltKey(target, key4) !== void 0 || typeof (at(target.manifest, ...target.path, key4)?.value ?? "") !== "string";
}
function placeOf4(target) {
  return typeof target.path.at(-1) === "number" ? target : keyOf(target);
}
function toolsOf({ target, tools: tools2 }) {
  const [first2, second] = tools2;
  if (!first2 || !second) return [];
  const about = keyOf({ manifest: target.manifest, path: [...target.path, second] });
  return [
    { about, message: `The source configures ${first2} and ${second}, and Argo CD accepts one tool alone: remove one.` }
  ];
}
function refsOf(sources) {
  const seen = /* @__PURE__ */ new Set();
  return sources.flatMap(({ ref, chart }) => {
    if (!ref) return [];
    const twice = seen.has(ref.value);
    seen.add(ref.value);
    if (twice)
      return [
        { about: ref, message: `Two sources have the ref ${quoted3(ref.value)}, which Argo CD refuses: rename one.` }
      ];
    if (!/^[\w-]+$/.test(ref.value)) {
      return [{ about: ref, message: `The ref ${quoted3(ref.value)} may hold only letters, digits, "-" and "_".` }];
    }
    if (!chart) return [];
    return [
      {
        about: ref,
        message: "A source with a chart cannot be a ref: write a source of its own for it.",
        severity: "warning"
      }
    ];
  });
}

// src/rules/argocd/source-path-exists.ts
var sourcePathExists = {
  id: "source-path-exists",
  severity: "error",
  title: "The path of an Application's source is a folder of the repository with manifests in it.",
  why: "Argo CD cannot compare what it cannot read: `ComparisonError`, `app path does not exist`, `app path is absolute`. What is on the cluster stays as it was, and nothing new arrives. From a folder without manifests it deploys nothing.",
  fix: "Write the folder as it is called in the repository, relative to its root: `path: <folder>`; `.` is the root itself.",
  source: "argoproj/argo-cd: util/app/path/path.go",
  rows: [107],
  bad: [],
  good: [],
  *check(fleet) {
    const suggestion = suggestionsIn(fleet);
    for (const delivery of fleetDeliveriesOf(fleet)) {
      for (const trouble of delivery.troubles) yield* complaintOf9(trouble, delivery, fleet, suggestion);
    }
  }
};
function complaintOf9({ about, problem }, delivery, fleet, suggestion) {
  if (problem === "bad-pattern") return badPatterns(about);
  const path = stringAt(about.manifest, ...about.path)?.value ?? "";
  if (problem === "absolute") {
    const message2 = `The path ${quoted3(path)} begins with a slash, which Argo CD refuses: write it relative to the repository's root.`;
    return [{ about, message: message2 }];
  }
  if (problem === "leaves")
    return [{ about, message: `The path ${quoted3(path)} leaves the repository, which Argo CD refuses.` }];
  if (problem === "empty") return emptyFolder(about, path, delivery, fleet);
  return isSurelyHere(about, fleet) ? [{ about, message: missingText(path, problem, suggestion) }] : [];
}
function missingText(path, problem, suggestion) {
  if (problem === "file")
    return `The path ${quoted3(path)} is a file, and Argo CD wants a folder: write its folder, with directory.include for the file.`;
  const meant = suggestion(path);
  return `The repository has no folder ${quoted3(path)}${meant === void 0 ? ": write one that exists." : `, did you mean ${quoted3(meant)}?`}`;
}
function suggestionsIn({ folders }) {
  const known10 = /* @__PURE__ */ new Map();
  return (path) => {
    const parent = folderOf(cleaned(path) ?? "");
    if (!known10.has(parent)) known10.set(parent, subfoldersOf(parent, folders.filesIn(parent, true)));
    const candidates = known10.get(parent);
    return candidates.size > mostCompared ? void 0 : nearest(cleaned(path) ?? path, candidates);
  };
}
var mostCompared = 500;
function subfoldersOf(parent, files) {
  const from = parent === "" ? 0 : parent.length + 1;
  const ends = files.map((file) => ({ file, end: file.indexOf("/", from) }));
  return new Set(ends.filter(({ end }) => end > 0).map(({ file, end }) => file.slice(0, end)));
}
function isSurelyHere(about, { own, settings }) {
  if (own.url === void 0) return false;
  const source = { manifest: about.manifest, path: about.path.slice(0, -1) };
  const revision = stringBelow(source, "targetRevision")?.value ?? "HEAD";
  return revision === "" || revision === "HEAD" || settings.revisions.length > 0;
}
function emptyFolder(about, path, delivery, fleet) {
  const folder = cleaned(path) ?? "";
  const files = fleet.folders.filesIn(folder, true);
  const inside = files.flatMap((file) => fleet.repository.files.get(file)?.manifests ?? []);
  if (inside.some(isFleetObject) || !isSurelyHere(about, fleet)) return [];
  const advice3 = inside.length > 0 ? "below it there are some: set directory.recurse: true." : "put some there, or write another path.";
  const { manifest, automated } = delivery.application;
  const wipes = automated?.prune === true && at(manifest, "spec", "syncPolicy", "automated", "allowEmpty")?.value === true;
  const message2 = `Argo CD reads no manifest in ${quoted3(path)}; ${advice3}`;
  return [{ about, message: message2, severity: wipes ? "error" : "warning" }];
}
function badPatterns(about) {
  return ["include", "exclude"].flatMap((key4) => {
    const pattern2 = below(about, key4);
    if (typeof pattern2?.value !== "string" || pattern2.value === "" || gobwasGlob(pattern2.value)) return [];
    const effect = key4 === "include" ? "reads no file at all" : "excludes nothing";
    const message2 = `The pattern ${quoted3(pattern2.value)} is none that Argo CD understands, so it ${effect}.`;
    return [{ about: pattern2, message: message2, severity: key4 === "include" ? "error" : "warning" }];
  });
}

// src/rules/argocd/sources-can-be-built.ts
var sourcesCanBeBuilt = {
  id: "sources-can-be-built",
  severity: "error",
  title: "What the fleet's Applications and ApplicationSets name can be built.",
  why: "Argo CD can neither compare nor sync what it cannot build: the Application says `ComparisonError`, and its cluster stays as it was. An ApplicationSet that fails for one element creates and changes no Application at all.",
  fix: "Mend the line: write the file or folder as it is called in the repository, the field as kustomize calls it, the parameter that every element must have.",
  source: "kubernetes-sigs/kustomize: api/internal/target/kusttarget.go; argoproj/argo-cd: applicationset/controllers/applicationset_controller.go",
  rows: [],
  bad: [],
  good: [],
  *check(fleet) {
    const failing2 = unjudgedOf(fleet).filter(({ failsAt }) => failsAt !== void 0);
    const sets = failing2.filter(({ manifest }) => manifest.kind === "ApplicationSet");
    for (const { manifest, about, reason, element } of sets) {
      const message2 = `Argo CD refuses this, so the ApplicationSet ${quoted3(manifest.name)} creates and changes no Application: ${reason}.`;
      yield { about, message: message2, ...element && { related: [{ about: element, message: "for this element" }] } };
    }
    const byPlace2 = groupedBy(
      failing2.filter(({ manifest }) => manifest.kind === "Application"),
      ({ failsAt, reason }) => `${JSON.stringify(failsAt)} ${reason}`
    );
    for (const [first2, ...others3] of byPlace2.values()) {
      const names3 = someOf2([first2, ...others3].map(({ manifest }) => quoted3(manifest.name)));
      yield { about: first2.failsAt, message: `Argo CD can't build this, and so not sync ${names3}: ${first2.reason}.` };
    }
  }
};
function someOf2(names3) {
  const more = names3.length - 3;
  return more > 0 ? `${names3.slice(0, 3).join(", ")} and ${more} more` : names3.join(", ");
}

// src/rules/argocd/ssh-and-https-are-not-mixed.ts
var sshAndHttpsAreNotMixed = {
  id: "ssh-and-https-are-not-mixed",
  severity: "notice",
  title: "The Applications of the fleet name one repository by one kind of URL.",
  why: "To Argo CD the ssh and the https URL are two repositories: each needs credentials of its own, and an AppProject that allows one does not allow the other.",
  fix: "Write the same URL in all Applications.",
  source: "argoproj/argo-cd: util/git/git.go NormalizeGitURL",
  rows: [119],
  bad: [],
  good: [],
  *check(fleet) {
    const uses = ownUrlsIn(fleet);
    const ssh = uses.filter(({ url }) => isSshUrl(url.value));
    const https = uses.filter(({ url }) => !isSshUrl(url.value));
    const [few, many] = ssh.length <= https.length ? [ssh, https] : [https, ssh];
    const [first2] = few;
    if (!first2) return;
    yield {
      about: first2.url,
      message: `This is ${quoted3(first2.url.value)}, and ${quoted3(many[0].url.value)} elsewhere, which Argo CD takes for another repository: write one of them everywhere.`,
      related: [
        { about: many[0].url, message: "the other kind of URL" },
        ...few.slice(1, 10).map(({ url }) => ({ about: url, message: "here too" }))
      ],
      clusters: severalOf(few.map(({ application }) => application.name))
    };
  }
};
function ownUrlsIn(fleet) {
  const { url: own } = fleet.own;
  if (own === void 0) return [];
  const isOwn = ({ repoURL }) => repoURL !== void 0 && sameRepository(repoURL.value, own);
  return fleetDeliveriesOf(fleet).flatMap(
    ({ application }) => application.sources.filter(isOwn).map(({ repoURL }) => ({ application, url: repoURL }))
  );
}

// src/rules/argocd/sync-is-retried.ts
var retry = `    retry:
      limit: 10
      backoff:
        duration: 10s
        factor: 2
        maxDuration: 5m
`;
var syncIsRetried = {
  id: "sync-is-retried",
  severity: "notice",
  title: "A sync of the fleet that fails is tried again, for long enough.",
  why: "On a new cluster the first sync may come before Kasten or External Secrets Operator are there, and waves do not wait for the Bootstrap, which has no health check. Without `retry` Argo CD tries a commit five times more, within about three minutes, and then waits for the next commit; with `limit: 0` not even that.",
  fix: `\`\`\`yaml
syncPolicy:
${retry}\`\`\``,
  source: "argoproj/argo-cd: controller/appcontroller.go autoSync",
  rows: [14, 122],
  bad: [],
  good: [],
  *check(fleet) {
    const judged = besideOperators(fleet);
    for (const delivery of bringingDeliveriesOf(fleet)) {
      if (isByApplication(delivery) && !judged.has(delivery)) yield* complaintOf10(delivery.application);
    }
  }
};
function isOperator({ chart }) {
  return chart === "external-secrets" || chart === "k10";
}
function besideOperators({ sites }) {
  return new Set(sites.filter(({ charts }) => charts.some(isOperator)).flatMap(({ deliveries }) => deliveries));
}
function complaintOf10({ manifest, automated }) {
  if (!automated || automated.selfHeal) return [];
  const retried = at(manifest, "spec", "syncPolicy", "retry");
  const limit2 = retried && below(retried, "limit");
  if (!retried) return [told(keyOf(automated.target), "gives up on a commit after about three minutes")];
  return limit2?.value === 0 ? [told(limit2, "does not try a commit again")] : [];
}
function told(about, what) {
  return {
    about,
    message: `When a sync fails, Argo CD ${what}, and a new cluster may need longer: add a retry with limit and backoff.`
  };
}

// src/rules/argocd/sync-options-are-known.ts
var syncOptionsAreKnown = {
  id: "sync-options-are-known",
  severity: "warning",
  title: "Sync options are written as Argo CD reads them.",
  why: "Argo CD compares sync options letter by letter and passes over what it does not know: with `createNamespace=true` no namespace is made, and with `Prune=False` nothing is protected.",
  fix: "Write them as `CreateNamespace=true`, `Prune=false`: the key in this case, the value in small letters, no spaces.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/",
  rows: [117],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { application } of fleetDeliveriesOf(fleet)) {
      for (const option of application.syncOptions) yield* complaintOf11(option, option.value);
    }
    for (const manifest of objectsOf3(fleet)) {
      const options = annotationOf(manifest, "argocd.argoproj.io/sync-options");
      for (const option of options?.value.split(",") ?? []) yield* complaintOf11(options, option.trim());
    }
  }
};
function objectsOf3(fleet) {
  return new Set([...bringingDeliveriesOf(fleet)].flatMap(({ manifests }) => manifests));
}
var switches = ["true", "false"];
var protections = ["false", "confirm", "true"];
var known6 = new Map([
  ...[
    "ApplyOutOfSyncOnly",
    "ClientSideApplyMigration",
    "CreateNamespace",
    "FailOnSharedResource",
    "Force",
    "PruneLast",
    "Replace",
    "RespectIgnoreDifferences",
    "ServerSideApply",
    "SkipDryRunOnMissingResource",
    "Validate"
  ].map((key4) => [key4, switches]),
  ["Delete", protections],
  ["Prune", protections],
  ["PrunePropagationPolicy", ["foreground", "background", "orphan"]]
]);
function complaintOf11(about, option) {
  const [key4 = "", value = ""] = option.split("=", 2).map((part) => part.trim());
  const rightKey = known6.has(key4) ? key4 : nearest(key4, known6.keys());
  if (rightKey === void 0) return [];
  const values = known6.get(rightKey);
  const rightValue = values.includes(value) ? value : nearest(value, values) ?? (value === "" ? values[0] : void 0);
  const right = rightValue === void 0 ? void 0 : `${rightKey}=${rightValue}`;
  if (right === option || rightValue === void 0 && rightKey === key4 && /[{$<]/.test(value)) return [];
  const advice3 = right === void 0 ? `it takes ${values.join(", ")}.` : `did you mean ${quoted3(right)}?`;
  return [{ about, message: `Argo CD does not read the sync option ${quoted3(option)}: ${advice3}` }];
}

// src/rules/argocd/value-files-exist.ts
var valueFilesExist = {
  id: "value-files-exist",
  severity: "error",
  title: "The value files that a Helm source names are there.",
  why: "Argo CD cannot render the chart: `ComparisonError`, `no such file or directory`. A `$ref` that no source has is taken for an ordinary path, so the message names a file and not the mistake.",
  fix: `A path is relative to the chart; \`/\` is the repository's root; \`$values\` the root of the source that has \`ref: values\`

\`\`\`yaml
sources:
  - repoURL: <URL of the repository>
    targetRevision: <branch>
    path: <folder of the chart>
    helm:
      valueFiles:
        - $values/<path of the file>
  - repoURL: <URL of the repository>
    targetRevision: <branch>
    ref: values
\`\`\``,
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/#helm-value-files-from-external-git-repository",
  rows: [110],
  bad: [],
  good: [],
  *check(fleet) {
    for (const delivery of fleetDeliveriesOf(fleet)) {
      for (const source of delivery.application.sources) yield* complaintsOf5(source, delivery, fleet);
    }
  }
};
function complaintsOf5(source, delivery, fleet) {
  const { manifest, path } = source.target;
  const optional = below(source.target, "helm", "ignoreMissingValueFiles")?.value === true;
  return itemsAt(manifest, ...path, "helm", "valueFiles").flatMap((file) => {
    const value = typeof file.value === "string" ? file.value : "";
    const message2 = escapedText(value) ?? unknownRefText(value, delivery.application) ?? missingText2(value, optional, source, delivery, fleet);
    return message2 === void 0 ? [] : [{ about: file, message: message2 }];
  });
}
function escapedText(value) {
  if (!value.startsWith("\\$")) return void 0;
  return `${quoted3(value)} begins with a backslash, so it is no reference: write ${quoted3(value.slice(1))}.`;
}
var reference = /^\$([\w-]+)\//;
function unknownRefText(value, { sources }) {
  const name = reference.exec(value)?.[1];
  if (name === void 0 || name.startsWith("ARGOCD_") || sources.some(({ ref }) => ref?.value === name))
    return void 0;
  return `No source of this Application has the ref ${quoted3(name)} of ${quoted3(value)}: add one with ref: ${name}, or correct the name.`;
}
function missingText2(value, optional, source, delivery, fleet) {
  if (optional || value === "" || value.includes("://") || /[*?[{]/.test(value)) return void 0;
  const path = pathIn(value, source, delivery, fleet);
  if (path === void 0 || fleet.folders.isFile(path) || fleet.folders.isInSubmodule(path)) return void 0;
  return `The repository has no file ${quoted3(path)}, which ${quoted3(value)} means: write one that exists.`;
}
function pathIn(value, source, delivery, fleet) {
  const name = reference.exec(value)?.[1];
  const from = name === void 0 ? source : delivery.application.sources.find(({ ref }) => ref?.value === name);
  const rest = name === void 0 ? value : value.slice(name.length + 2);
  if (!from || rest.includes("$") || !isHere3(from, fleet)) return void 0;
  if (name !== void 0 || rest.startsWith("/")) return cleaned(rest);
  const chart = source.chart ? void 0 : folderIn(source, fleet);
  return chart === void 0 ? void 0 : cleaned(`${chart}/${rest}`);
}
function isHere3({ repoURL, targetRevision, chart }, { own, settings }) {
  if (chart || !repoURL || own.url === void 0 || !sameRepository(repoURL.value, own.url)) return false;
  const revision = targetRevision?.value ?? "HEAD";
  return revision === "HEAD" || settings.revisions.includes(revision.replace(/^refs\/heads\//, ""));
}

// src/rules/argocd/values-are-given-once.ts
var valuesAreGivenOnce = {
  id: "values-are-given-once",
  severity: "warning",
  title: "A Helm source has its inline values in values or in valuesObject, not in both.",
  why: "Argo CD does not merge the two: `valuesObject` wins, and what `values` says never reaches the chart.",
  fix: "Move everything to `valuesObject` and remove `values`.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/helm/#helm-value-precedence",
  rows: [112],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { application } of fleetDeliveriesOf(fleet)) yield* application.sources.flatMap(complaintOf12);
  }
};
function complaintOf12({ target }) {
  const values = below(target, "helm", "values");
  const object = below(target, "helm", "valuesObject");
  if (!values || values.value === "" || !object || !isObject(object.value) || Object.keys(object.value).length === 0)
    return [];
  return [
    {
      about: keyOf(values),
      message: "The source has values and valuesObject, and Argo CD takes valuesObject alone: move all there.",
      related: [{ about: keyOf(object), message: "this one counts" }]
    }
  ];
}

// src/rules/argocd/waves-are-integers.ts
var wavesAreIntegers = {
  id: "waves-are-integers",
  severity: "warning",
  title: "Sync waves are integers.",
  why: "A wave that is no integer counts as 0, so what was to come last comes among the first.",
  fix: `\`\`\`yaml
metadata:
  annotations:
    argocd.argoproj.io/sync-wave: "2"
\`\`\``,
  source: "argoproj/argo-cd: gitops-engine/pkg/sync/syncwaves/waves.go",
  rows: [13, 123],
  bad: [],
  good: [],
  *check(fleet) {
    const judged = judgedElsewhere(fleet);
    for (const manifest of syncedObjectsOf(fleet)) {
      const wave = waveAnnotationOf(manifest);
      if (!wave || judged.has(manifest) || integerOf3(wave.value) !== void 0) continue;
      const message2 = `The sync wave ${quoted3(wave.value)} is no integer, so Argo CD takes 0: write a quoted integer.`;
      yield { about: wave, message: message2 };
    }
  }
};
function judgedElsewhere({ primaries }) {
  return new Set(
    primaries.flatMap(
      ({ bootstraps, joinTokens, pushSecrets }) => [...bootstraps, ...joinTokens, ...pushSecrets].map(({ manifest }) => manifest)
    )
  );
}
function syncedObjectsOf(fleet) {
  const objects = /* @__PURE__ */ new Set();
  for (const { application } of fleetDeliveriesOf(fleet)) objects.add(application.manifest);
  for (const { manifests } of bringingDeliveriesOf(fleet)) for (const manifest of manifests) objects.add(manifest);
  return objects;
}

// src/rules/argocd/index.ts
var argocdRules = [
  applicationNameFits,
  applicationNamesAreUnique,
  applicationsDoNotWait,
  cleanUpHooksRun,
  cleanUpImagesArePinned,
  destinationIsOneCluster,
  destinationNamespaceFits,
  fleetManifestsAreDelivered,
  hooksAreKnown,
  kustomizeKeepsFixedNames,
  namespaceHasOneOwner,
  objectsAreDeclaredOnce,
  objectsHaveOneOwner,
  oneSecondaryPerCluster,
  operatorsAreInstalled,
  parentKeepsSecondaries,
  projectAllowsTheFleet,
  revisionIsFollowed,
  secondaryIsNotThePrimarysCluster,
  sourceIsThisRepository,
  sourceIsValid,
  sourcePathExists,
  sourcesCanBeBuilt,
  sshAndHttpsAreNotMixed,
  syncIsRetried,
  syncOptionsAreKnown,
  valueFilesExist,
  valuesAreGivenOnce,
  wavesAreIntegers
];

// src/rules/join/cluster-names-are-unique.ts
var clusterNamesAreUnique = {
  id: "cluster-names-are-unique",
  severity: "error",
  title: "No two clusters of a set have one name.",
  why: "The name becomes the name of a `Cluster` object on the primary. The second cluster that comes with it is turned away: its `mc-join-status` says `rejected`.",
  fix: `Give each secondary a \`cluster-name\` of its own, other than the primary's.`,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [73],
  bad: [],
  good: [],
  *check(fleet) {
    for (const set of fleet.sets) {
      for (const [name, holders] of holdersIn(set)) {
        const primary = set.primaries.find((each) => each.name?.value === name)?.name;
        if (primary) yield* holders.map((holder) => likePrimary(holder, primary));
        else yield* likeEachOther(holders);
      }
    }
  }
};
function holdersIn({ secondaries }) {
  const byName2 = /* @__PURE__ */ new Map();
  for (const { name, site } of secondaries) {
    if (!name?.value || placeholderIn(name.value) !== void 0) continue;
    const holders = byName2.get(name.value) ?? /* @__PURE__ */ new Map();
    byName2.set(name.value, holders);
    const known10 = holders.get(name.manifest);
    if (known10) known10.sites.add(site);
    else holders.set(name.manifest, { name, sites: /* @__PURE__ */ new Set([site]) });
  }
  return [...byName2].map(([name, holders]) => [name, [...holders.values()]]);
}
function likePrimary({ name, sites }, primary) {
  return {
    about: name,
    message: `The cluster-name ${quoted3(name.value)} is the primary's own, so this cluster is turned away: give it another.`,
    related: [{ about: primary, message: "the primary" }],
    clusters: severalOf([...sites].map(siteLabel))
  };
}
function deliveredBy2({ name, sites }) {
  const deliveries = [...sites].flatMap(
    (site) => site.objects.find(({ manifest }) => manifest === name.manifest)?.delivery ?? []
  );
  return deliveries.slice(0, mostShown).flatMap(({ application }) => {
    const path = application?.sources.find((source) => source.path)?.path;
    return application && path ? [{ about: path, message: `delivered by ${application.name}` }] : [];
  });
}
function likeEachOther(holders) {
  const count = new Set(holders.flatMap(({ sites }) => [...sites])).size;
  if (count < 2) return [];
  const [first2, second] = holders;
  return holders.map((holder) => {
    const other = holder === first2 ? second : first2;
    return {
      about: holder.name,
      message: `${count} clusters have the cluster-name ${quoted3(holder.name.value)}, and all but the first are turned away: give each its own.`,
      related: other ? [{ about: other.name, message: `also the name of ${siteLabel([...other.sites][0])}` }] : deliveredBy2(holder),
      clusters: severalOf([...holder.sites].map(siteLabel))
    };
  });
}

// src/model/join-config.ts
var joinConfigKeys = [
  "cluster-name",
  "cluster-ingress",
  "primary-ingress",
  "allow-insecure-primary-ingress"
];
var oldPrimaryKey = "primary-endpoint";
var otherWords = /* @__PURE__ */ new Map([
  ["name", "cluster-name"],
  ["cluster", "cluster-name"],
  ["secondary-name", "cluster-name"],
  ["ingress", "cluster-ingress"],
  ["cluster-url", "cluster-ingress"],
  ["cluster-endpoint", "cluster-ingress"],
  ["secondary-url", "cluster-ingress"],
  ["secondary-ingress", "cluster-ingress"],
  [oldPrimaryKey, "primary-ingress"],
  ["primary", "primary-ingress"],
  ["primary-url", "primary-ingress"],
  ["primary-ingress-url", "primary-ingress"],
  ["insecure", "allow-insecure-primary-ingress"],
  ["allow-insecure", "allow-insecure-primary-ingress"],
  ["allow-insecure-ingress", "allow-insecure-primary-ingress"]
]);
function meantKeyOf(key4) {
  const kebab = key4.replace(/([a-z0-9])([A-Z])/g, "$1-$2").replace(/[_. ]+/g, "-");
  return otherWords.get(kebab.toLowerCase()) ?? nearest(kebab, joinConfigKeys);
}
function dataKeysOf(config) {
  const data = valueAt(config.object, ["data"]);
  return isObject(data) ? Object.keys(data) : [];
}
function misspeltKeyOf(config, known10) {
  const keys = dataKeysOf(config);
  if (keys.includes(known10)) return void 0;
  return keys.find((key4) => !joinConfigKeys.includes(key4) && meantKeyOf(key4) === known10);
}
function isNearJoinConfig(manifest) {
  if (!isConfigMap(manifest) || manifest.name === joinConfigName) return false;
  if (manifest.name.startsWith(joinConfigName) || nearest(manifest.name, [joinConfigName])) return true;
  return dataKeysOf(manifest).some((key4) => key4 === "cluster-ingress" || key4 === "primary-ingress");
}

// src/rules/join/config-keys-are-known.ts
var configKeysAreKnown = {
  id: "config-keys-are-known",
  severity: "warning",
  title: "The keys of mc-join-config are those that Kasten reads.",
  why: "A key that Kasten does not know is ignored without a word, and its default holds: a random cluster name, no click-through, the URL of the token. `primary-endpoint` was removed in Kasten 6.5.14; since then it is ignored too.",
  fix: `Kasten reads four keys:

\`\`\`yaml
data:
  cluster-name: <name of this cluster>
  cluster-ingress: <URL of this cluster's dashboard>
  primary-ingress: <URL of the primary's dashboard>
  allow-insecure-primary-ingress: "true" # only for http
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/upgrading.html",
  rows: [70],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { object, secondary, clusters } of configsOf(fleet)) {
      const kasten = fleet.versions.kasten(secondary.site);
      for (const complaint2 of complaintsOf6(object.manifest, kasten)) yield { ...complaint2, clusters };
    }
  }
};
var newKey = "primary-ingress";
var turn = "6.5.14";
function complaintsOf6(config, kasten) {
  const isNew = atLeast(kasten.version, turn);
  const known10 = new Set(isNew ? joinConfigKeys : joinConfigKeys.map((key4) => key4 === newKey ? oldPrimaryKey : key4));
  return dataKeysOf(config).filter((key4) => !known10.has(key4) && !holdsToken.test(key4)).map((key4) => ({
    about: { manifest: config, path: ["data", key4], part: "key" },
    ...isTurned(key4) ? turnedComplaint(key4, kasten) : { message: unknownText(key4, [...known10]) }
  }));
}
var holdsToken = /token$/i;
function isTurned(key4) {
  return key4 === oldPrimaryKey || key4 === newKey;
}
function turnedComplaint(key4, kasten) {
  const [change, right] = key4 === oldPrimaryKey ? ["removed", newKey] : ["added", oldPrimaryKey];
  return {
    message: `The key ${quoted3(key4)} was ${change} in Kasten ${turn}, so ${versionWords("Kasten", kasten)} ignores it: write ${quoted3(right)}.`,
    severity: key4 === oldPrimaryKey ? "error" : "warning",
    related: pinOf(kasten)
  };
}
function unknownText(key4, known10) {
  const meant = meantKeyOf(key4);
  const advice3 = meant && known10.includes(meant) ? `did you mean ${quoted3(meant)}?` : `it reads ${known10.map(quoted3).join(", ")}.`;
  return `Kasten ignores the key ${quoted3(key4)}: ${advice3}`;
}

// src/rules/join/config-values-are-strings.ts
var configValuesAreStrings = {
  id: "config-values-are-strings",
  severity: "error",
  title: "The values of mc-join-config are strings.",
  why: `A ConfigMap holds strings. A bare \`true\` or a number is refused: the sync fails with \`cannot unmarshal bool into Go struct field ConfigMap.data of type string\`, and nothing of the Application is applied. Kasten's own page shows \`allow-insecure-primary-ingress: true\` without quotes.`,
  fix: `Quote the value:

\`\`\`yaml
data:
  <key>: "<value>"
\`\`\``,
  source: "https://kubernetes.io/docs/concepts/configuration/configmap/",
  rows: [69],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { object, clusters } of configsOf(fleet)) {
      for (const complaint2 of complaintsOf7(object.manifest)) yield { ...complaint2, clusters };
    }
  }
};
function complaintsOf7(config) {
  const data = valueAt(config.object, ["data"]);
  if (!isObject(data)) return [];
  return Object.entries(data).filter(([, value]) => typeof value !== "string" && value !== null).map(([key4, value]) => ({ about: { manifest: config, path: ["data", key4] }, message: messageOf(key4, value) }));
}
function messageOf(key4, value) {
  if (typeof value === "object")
    return `${quoted3(key4)} is not a string, so Kubernetes refuses the ConfigMap: write text.`;
  return `${quoted3(key4)} is the ${typeof value} ${value}, so Kubernetes refuses the ConfigMap: write it in quotes, "${value}".`;
}

// src/rules/served-versions.ts
var group = "external-secrets.io";
var ofSecrets = {
  v1: { from: "0.16.0" },
  v1beta1: { from: "0.5.0", before: "0.17.0" },
  v1alpha1: { from: "0.1.0", before: "0.16.0" }
};
var ofPushSecrets = { v1alpha1: { from: "0.7.0" } };
var servedOf = /* @__PURE__ */ new Map([
  ["ExternalSecret", ofSecrets],
  ["SecretStore", ofSecrets],
  ["ClusterSecretStore", ofSecrets],
  ["PushSecret", ofPushSecrets]
]);
function servedVersionComplaint(manifest, site, fleet) {
  const served2 = servedOf.get(manifest.kind);
  if (!served2 || groupOf(manifest) !== group) return void 0;
  const known10 = fleet.versions.eso(site);
  const written2 = manifest.apiVersion.slice(group.length + 1);
  const range = Object.hasOwn(served2, written2) ? served2[written2] : void 0;
  if (range && isWithin(known10.version, range)) return void 0;
  if (range && known10.from === "elsewhere" && isWithin(fleet.versions.currentEso, range)) return void 0;
  if (written2 === "v1beta1" && range && servesBetaAgain(known10, fleet)) return void 0;
  const right = Object.keys(served2).find((version2) => isWithin(known10.version, served2[version2]));
  const advice3 = right ? `write ${group}/${right}` : `update ESO`;
  return {
    about: { manifest, path: ["apiVersion"] },
    message: `${quoted3(manifest.apiVersion)} is no version of ${manifest.kind} that ${versionWords("ESO", known10)} serves: ${advice3}.`,
    related: pinOf(known10)
  };
}
function isWithin(version2, { from, before }) {
  return atLeast(version2, from) && (before === void 0 || !atLeast(version2, before));
}
function servesBetaAgain({ chart }, { repository }) {
  const option = chart && chartValuesOf(chart.values, repository).find("crds", "unsafeServeV1Beta1");
  return option?.value === true || option?.value === "true";
}

// src/rules/join/external-secret-version-is-served.ts
var externalSecretVersionIsServed = {
  id: "external-secret-version-is-served",
  severity: "error",
  title: "The ExternalSecret of a secondary has an API version that ESO serves.",
  why: 'ESO 0.16 brought `external-secrets.io/v1`, and 0.17 stopped to serve `v1beta1`. With a version that is not served the sync of that cluster fails: `no matches for kind "ExternalSecret" in version "external-secrets.io/v1beta1"`, and there is no token to join with.',
  fix: `\`\`\`yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
\`\`\`

For an older ESO say so: \`eso-version: <version>\`.`,
  source: "external-secrets/external-secrets: config/crds/bases/external-secrets.io_externalsecrets.yaml",
  rows: [82],
  bad: [],
  good: [],
  check: (fleet) => gathered(fleet.secondaries.flatMap((secondary) => complaintsOf8(secondary, fleet)))
};
function complaintsOf8(secondary, fleet) {
  const complaints = secondary.joins.flatMap(
    ({ manifest }) => servedVersionComplaint(manifest, secondary.site, fleet) ?? []
  );
  return complaints.map((complaint2) => [complaint2, secondary]);
}

// src/rules/join/insecure-primary-is-allowed.ts
var insecurePrimaryIsAllowed = {
  id: "insecure-primary-is-allowed",
  severity: "error",
  title: "A secondary says so when it joins over http, and only then.",
  why: 'Kasten refuses to join a primary whose URL is `http://` unless `allow-insecure-primary-ingress` is the string `"true"`: `mc-join-status` says `rejected`. With an https URL the setting does nothing but wait for the day the URL is not.',
  fix: `Best give the primary an https URL. Else allow it on every secondary:

\`\`\`yaml
data:
  allow-insecure-primary-ingress: "true"
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/how-tos/http_primary_ingress_connection.html",
  rows: [78, 79],
  bad: [],
  good: [],
  *check(fleet) {
    for (const set of fleet.sets) {
      for (const secondary of set.secondaries) yield* ownComplaints(secondary, set);
      yield* inheritedComplaint(set);
    }
  }
};
var key = "allow-insecure-primary-ingress";
var advice = `write ${key}: "true", or use https.`;
function tokenUrlOf({ primaries }) {
  return primaries.find(({ ingress }) => ingress)?.ingress;
}
function isOf(protocol, url) {
  return url !== void 0 && urlOf(url.value)?.protocol === protocol;
}
function forbids({ config, allowInsecure }) {
  if (!config || allowInsecure?.value === "true") return false;
  if (allowInsecure) return true;
  return at(config.manifest, "data", key) === void 0 && misspeltKeyOf(config.manifest, key) === void 0;
}
function ownComplaints(secondary, set) {
  const { primaryIngress, allowInsecure } = secondary;
  if (isOf("http:", primaryIngress) && forbids(secondary)) {
    const message3 = `primary-ingress ${quoted3(primaryIngress.value)} is http, which Kasten refuses unless it is allowed: ${advice}`;
    return [{ about: allowInsecure ?? primaryIngress, message: message3 }];
  }
  const url = primaryIngress ?? tokenUrlOf(set);
  if (allowInsecure?.value !== "true" || !isOf("https:", url)) return [];
  const message2 = `The primary's URL is https, so ${key} does nothing now, and lets http through later: remove it.`;
  return [{ about: allowInsecure, message: message2, severity: "warning", related: [{ about: url, message: "https" }] }];
}
function inheritedComplaint(set) {
  const url = tokenUrlOf(set);
  if (!isOf("http:", url)) return [];
  const refused3 = set.secondaries.filter((secondary) => !secondary.primaryIngress && forbids(secondary));
  const [first2] = refused3;
  if (!first2) return [];
  return [
    {
      about: first2.allowInsecure ?? dataOf(first2.config.manifest),
      message: `The primary's URL ${quoted3(url.value)} is http, which Kasten refuses unless it is allowed: ${advice}`,
      related: [{ about: url, message: "the primary's URL" }],
      clusters: severalOf(refused3.map(({ label }) => label))
    }
  ];
}
function dataOf(config) {
  const data = objectAt(config, "data");
  return data ? keyOf(data) : whole(config);
}

// src/model/pushed-token.ts
function pushedIn(set) {
  const tokens = [];
  const others3 = [];
  for (const push of set.primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
    for (const { secretKey, remoteKey } of push.matches) {
      if (!remoteKey?.value) continue;
      const into = secretKey?.value === tokenKey ? tokens : others3;
      into.push({ push, remoteKey });
    }
  }
  return [...tokens, ...others3];
}
function pushesUnseen(push) {
  return at(push.manifest, "spec", "dataTo") !== void 0;
}
function tokenEntriesOf(join) {
  const own = join.entries.filter(({ secretKey }) => secretKey?.value === tokenKey);
  return own.length > 0 || join.entries.length > 1 ? own : join.entries;
}
function comparableKeyOf(remoteKey) {
  const slash = remoteKey.indexOf("/");
  const type = slash < 0 ? "secret" : remoteKey.slice(0, slash);
  return type === "secret" ? secretKeyOf(remoteKey) : remoteKey.toLowerCase();
}

// src/rules/refresh-interval.ts
var hour = 36e5;
function refreshIntervalComplaint(manifest, longest6, never) {
  const interval = at(manifest, "spec", "refreshInterval");
  if (!interval)
    return hour > longest6 ? tooLong(whole(manifest), 'the default refreshInterval "1h"', longest6) : void 0;
  if (typeof interval.value !== "string") return void 0;
  const duration = durationOf(interval.value);
  if (duration === void 0) return invalid2(interval, interval.value, longest6);
  if (duration <= 0) {
    const message2 = `refreshInterval ${quoted3(interval.value)} means that ${manifest.kind} ${quoted3(manifest.name)} never looks again after the first time: write a time such as "${durationText(longest6)}".`;
    return { about: interval, message: message2, severity: never };
  }
  return duration > longest6 ? tooLong(interval, `refreshInterval ${quoted3(interval.value)}`, longest6) : void 0;
}
function invalid2(about, text2, longest6) {
  const meant = humanDuration(text2.replaceAll(" ", "").toLowerCase());
  const within2 = durationText(Math.min(meant ?? hour, longest6));
  const advice3 = meant === void 0 ? `write hours, minutes and seconds, such as "${within2}"` : `write "${within2}"`;
  return {
    about,
    message: `refreshInterval ${quoted3(text2)} is no duration for Kubernetes: ${advice3}.`,
    severity: "error"
  };
}
function tooLong(about, what, longest6) {
  const message2 = `${what} is longer than "${durationText(longest6)}" (max-refresh): a new token may wait that long before it goes on.`;
  return { about, message: message2, severity: "warning" };
}

// src/rules/join/join-follows-rotation.ts
var joinFollowsRotation = {
  id: "join-follows-rotation",
  severity: "warning",
  title: "A rotated token reaches the secondary.",
  why: "ESO looks into the vault every `refreshInterval`, one hour unless it says otherwise. A secondary that looks once, or holds on to one version of the vault secret, keeps the old token after a rotation: joining again ends with `Invalid join token`.",
  fix: `\`\`\`yaml
spec:
  refreshInterval: 10m
  data:
    - secretKey: token
      remoteRef:
        key: <remoteKey of the PushSecret> # no version
\`\`\``,
  source: "external-secrets/external-secrets: pkg/controllers/externalsecret/externalsecret_controller.go",
  rows: [89, 93],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { object, clusters } of joinsOf(fleet)) {
      const complaints = [...whenComplaints(object.manifest, fleet.settings.maxRefresh), ...pinComplaints(object)];
      for (const complaint2 of complaints) yield { ...complaint2, clusters };
    }
  }
};
function whenComplaints(manifest, longest6) {
  const policy = stringAt(manifest, "spec", "refreshPolicy");
  const once2 = policy?.value === "CreatedOnce" || policy?.value === "OnChange";
  const interval = refreshIntervalComplaint(manifest, longest6, "warning");
  const complaints = interval && (!once2 || interval.severity === "error") ? [interval] : [];
  if (!once2) return complaints;
  const message2 = `With refreshPolicy ${quoted3(policy.value)} a rotated token never comes: remove it, or write "Periodic".`;
  return [...complaints, { about: policy, message: message2 }];
}
function pinComplaints(join) {
  return tokenEntriesOf(join).flatMap(({ version: version2 }) => {
    if (!version2 || version2.value === "") return [];
    return [
      {
        about: version2,
        message: "This holds on to one version of the vault secret, so a rotated token never comes: remove version."
      }
    ];
  });
}

// src/rules/join/join-is-not-blocked-by-sync-windows.ts
var joinIsNotBlockedBySyncWindows = {
  id: "join-is-not-blocked-by-sync-windows",
  severity: "notice",
  title: "Sync windows leave room for a new token.",
  why: "Outside of the windows that `syncWindows` allows, and inside of those it denies, ESO does not look into the vault: a rotated token waits until the window is over.",
  fix: "Leave `syncWindows` out of the ExternalSecret that makes `mc-join`, or keep it shorter than `max-refresh`.",
  source: "external-secrets/external-secrets: pkg/controllers/externalsecret/externalsecret_controller.go",
  rows: [99],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { object, secondary, clusters } of joinsOf(fleet)) {
      const { manifest } = object;
      const policy = stringAt(manifest, "spec", "refreshPolicy")?.value ?? "Periodic";
      if (policy !== "Periodic" || !atLeast(fleet.versions.eso(secondary.site).version, "2.7.0")) continue;
      const complaint2 = complaintOf13(manifest, fleet.settings.maxRefresh);
      if (complaint2) yield { ...complaint2, clusters };
    }
  }
};
function complaintOf13(manifest, longest6) {
  const kind2 = stringAt(manifest, "spec", "syncWindows", "kind")?.value;
  const windows = itemsAt(manifest, "spec", "syncWindows", "windows");
  if (kind2 === "deny") return windows.map((window) => denied(window, longest6)).find((complaint2) => complaint2);
  return kind2 === "allow" && windows.length === 1 ? between(windows[0], longest6) : void 0;
}
function denied(window, longest6) {
  const duration = stringBelow(window, "duration");
  if (!duration || (durationOf(duration.value) ?? 0) <= longest6) return void 0;
  const message2 = `For ${quoted3(duration.value)} at a time ESO does not look for a new token: longer than ${quoted3(durationText(longest6))} (max-refresh).`;
  return { about: duration, message: message2 };
}
function between(window, longest6) {
  const schedule = stringBelow(window, "schedule");
  const open = durationOf(stringBelow(window, "duration")?.value ?? "");
  const every = schedule && leastPeriodOf(schedule.value);
  if (open === void 0 || every === void 0 || every - open <= longest6) return void 0;
  const message2 = `ESO looks for a new token in this window alone (${quoted3(schedule.value)}), and waits ${quoted3(durationText(every - open))} in between: longer than ${quoted3(durationText(longest6))} (max-refresh).`;
  return { about: schedule, message: message2 };
}
var hour2 = 36e5;
var names2 = /* @__PURE__ */ new Map([
  ["@hourly", hour2],
  ["@daily", 24 * hour2],
  ["@midnight", 24 * hour2],
  ["@weekly", 7 * 24 * hour2],
  ["@monthly", 28 * 24 * hour2],
  ["@yearly", 365 * 24 * hour2],
  ["@annually", 365 * 24 * hour2]
]);
function leastPeriodOf(schedule) {
  if (schedule.startsWith("@every ")) return durationOf(schedule.slice("@every ".length).trim());
  const [minute = "", hours = ""] = schedule.split(" ");
  if (/^\d+$/.test(hours)) return 24 * hour2;
  return names2.get(schedule) ?? (/^\d+$/.test(minute) && hours === "*" ? hour2 : void 0);
}

// src/rules/push/remote-key-is-a-vault-name.ts
var remoteKeyIsAVaultName = {
  id: "remote-key-is-a-vault-name",
  severity: "error",
  title: "A remote key is a name that Key Vault accepts.",
  why: `Key Vault takes letters, digits and hyphens, at most 127 of them: anything else is answered with \`400 BadParameter\` and the token is never pushed. ESO reads what stands before a slash as the type of the object, and drops what follows a second one: \`kasten/prod/token\` is an unknown type, \`secret/a/b\` is written under the name \`a\`.`,
  fix: `\`\`\`yaml
remoteRef:
  remoteKey: <name of the secret in the vault>
\`\`\``,
  source: "external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go",
  rows: [38, 39],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      if (!push.storeRefs.every(mayBeKeyVault)) continue;
      for (const { target } of push.matches) {
        const remoteKey = at(target.manifest, ...target.path, "match", "remoteRef", "remoteKey");
        const wrong = typeof remoteKey?.value === "string" ? wrongWithRemoteKey(remoteKey.value) : void 0;
        if (remoteKey && wrong) yield { about: remoteKey, message: wrong };
      }
    }
  }
};
var vaultName = /^[0-9A-Za-z-]{1,127}$/;
function wrongWithRemoteKey(remoteKey) {
  if (remoteKey === "") return "The remoteKey is empty: name the secret in the vault.";
  if (placeholderIn(remoteKey)) return void 0;
  const [type, name = "", ...rest] = remoteKey.includes("/") ? remoteKey.split("/") : ["secret", remoteKey];
  if (type !== "secret") {
    return `The remoteKey ${quoted3(remoteKey)} asks for an object of type ${quoted3(type)}, which ESO can't write a token to: write the bare name of the secret.`;
  }
  if (rest.length > 0)
    return `ESO writes the remoteKey ${quoted3(remoteKey)} under the name ${quoted3(name)} and drops the rest: write one name.`;
  return vaultName.test(name) ? void 0 : `Key Vault refuses the name ${quoted3(name)}: use letters, digits and hyphens only, at most 127.`;
}

// src/rules/join/join-key-agrees.ts
var joinKeyAgrees = {
  id: "join-key-agrees",
  severity: "error",
  title: "The key that is pulled is the key that is pushed.",
  why: "The token travels through one secret of the vault. A secondary that pulls another gets nothing (`SecretSyncedError`, `Secret does not exist`), or the token of another fleet or of long ago, and its `mc-join-status` says `rejected`, `Invalid join token`.",
  fix: `Write the \`remoteKey\` of the PushSecret:

\`\`\`yaml
remoteRef:
  key: <remoteKey of the PushSecret>
\`\`\``,
  source: "external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go",
  rows: [85],
  bad: [],
  good: [],
  *check(fleet) {
    for (const set of fleet.sets) {
      const pushed = pushedIn(set).filter(isNamed);
      if (pushed.length === 0 || set.primaries.some(({ pushSecrets }) => pushSecrets.some(pushesUnseen))) continue;
      yield* disagreementsIn(set, pushed);
    }
  }
};
function isNamed({ push, remoteKey }) {
  if (placeholderIn(remoteKey.value) !== void 0) return false;
  return !push.storeRefs.every(mayBeKeyVault) || wrongWithRemoteKey(remoteKey.value) === void 0;
}
function disagreementsIn(set, pushed) {
  const exact = new Set(pushed.map(({ remoteKey }) => secretNameOf(remoteKey.value)));
  const comparable = new Map(pushed.toReversed().map((each) => [comparableKeyOf(each.remoteKey.value), each]));
  const isPushed = ({ key: { value } }) => comparable.has(comparableKeyOf(value)) && exact.has(secretNameOf(value));
  const strangers = set.secondaries.flatMap(pullsOf).filter((pull) => !isPushed(pull));
  return [...groupedBy(strangers, ({ key: key4 }) => key4.value).values()].map((pulls) => {
    const same2 = comparable.get(comparableKeyOf(pulls[0].key.value));
    return same2 ? caseComplaint(pulls, same2) : strangerComplaint(pulls, pushed);
  });
}
function pullsOf({ joins: joins2, label }) {
  return joins2.flatMap(tokenEntriesOf).flatMap(({ remoteKey, store }) => {
    if (!remoteKey?.value || placeholderIn(remoteKey.value) !== void 0) return [];
    return !store || mayBeKeyVault(store) ? [{ key: remoteKey, label }] : [];
  });
}
function strangerComplaint(pulls, pushed) {
  const message2 = `The join token is pulled from ${quoted3(pulls[0].key.value)}, but pushed to ${quoted3(pushed[0].remoteKey.value)}: write one key in both.`;
  return { ...shared(pulls, pushed), message: message2 };
}
function caseComplaint(pulls, same2) {
  const message2 = `The key ${quoted3(pulls[0].key.value)} differs from ${quoted3(same2.remoteKey.value)}, which is pushed, in its case: Key Vault does not mind, people and rules that compare do. Write it alike.`;
  return { ...shared(pulls, [same2]), message: message2, severity: "warning" };
}
function shared(pulls, pushed) {
  const [first2, ...others3] = [...new Map(pulls.map((pull) => [pull.key.manifest, pull])).values()];
  return {
    about: first2.key,
    related: [
      ...pushed.slice(0, mostShown).map(({ remoteKey }) => ({ about: remoteKey, message: "pushed here" })),
      ...others3.slice(0, mostShown).map(({ key: key4 }) => ({ about: key4, message: "pulled from the same key here" }))
    ],
    clusters: severalOf(pulls.map(({ label }) => label))
  };
}

// src/rules/join/join-objects-share-kastens-namespace.ts
var joinObjectsShareKastensNamespace = {
  id: "join-objects-share-kastens-namespace",
  severity: "error",
  title: "The Secret mc-join and the ConfigMap mc-join-config are both in Kasten's namespace.",
  why: "Kasten looks for `mc-join` and `mc-join-config` in its own namespace, `kasten-io` unless it is installed elsewhere. What lies in another namespace is not seen: the cluster never starts to join, and nothing says why.",
  fix: "Write the same `metadata.namespace` in both, the one Kasten runs in: `namespace: <namespace of Kasten>`.",
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [68],
  bad: [],
  good: [],
  *check(fleet) {
    for (const set of fleet.sets) {
      const usual = usualNamespacesOf(set);
      for (const secondary of set.secondaries) yield* complaintsOf9(secondary, usual);
    }
  }
};
function usualNamespacesOf({ primaries }) {
  return /* @__PURE__ */ new Set([defaultKastenNamespace, ...primaries.map(({ kastenNamespace }) => kastenNamespace)]);
}
function complaintsOf9(secondary, usual) {
  const secrets = [...secondary.joins, ...secondary.literals];
  const parts = [...secondary.config ? [secondary.config] : [], ...secrets];
  const known10 = secondary.kastenNamespace;
  const allowed = known10 === void 0 ? usual : /* @__PURE__ */ new Set([known10]);
  const strays = parts.filter(({ namespace }) => namespace !== void 0 && !allowed.has(namespace));
  if (strays.length === 0) return apartComplaint(secondary.config, secrets);
  const together2 = new Set(parts.map(({ namespace }) => namespace)).size === 1;
  return strays.map((stray) => ({
    about: namespaceTarget(stray),
    message: `${nameOf5(stray)} is in the namespace ${quoted3(stray.namespace)}, but Kasten runs in ${quoted3(expectedNamespaceOf(secondary))} and looks there alone: write that namespace.`,
    severity: together2 && known10 === void 0 && mayHoldKasten(stray.namespace, usual) ? "warning" : "error"
  }));
}
function apartComplaint(config, secrets) {
  const home2 = config?.namespace;
  if (!config || home2 === void 0 || secrets.length === 0) return [];
  if (secrets.some(({ namespace }) => namespace === void 0 || namespace === home2)) return [];
  const message2 = `The ConfigMap "${joinConfigName}" is in the namespace ${quoted3(home2)} and the Secret "${joinSecretName}" in ${quoted3(secrets[0].namespace)}: Kasten needs both in its own.`;
  return [
    {
      about: namespaceTarget(config),
      message: message2,
      related: [{ about: namespaceTarget(secrets[0]), message: "the Secret is made here" }]
    }
  ];
}
var neverKastens = /* @__PURE__ */ new Set([primaryNamespace, "default", "argocd", "external-secrets", "kube-system", "kube-public"]);
function mayHoldKasten(namespace, usual) {
  return !neverKastens.has(namespace) && nearest(namespace, usual) === void 0;
}
function nameOf5({ manifest }) {
  return manifest.kind === "ConfigMap" ? `The ConfigMap "${joinConfigName}"` : `The Secret "${joinSecretName}"`;
}
function namespaceTarget({ manifest, delivery }) {
  return stringAt(manifest, "metadata", "namespace") ?? delivery.application?.destination.namespace ?? whole(manifest);
}

// src/rules/join/join-pulls-the-raw-value.ts
var joinPullsTheRawValue = {
  id: "join-pulls-the-raw-value",
  severity: "error",
  title: "A secondary pulls the token as it was pushed.",
  why: "The value in the vault is the token itself. `property` looks for a field of JSON in it and fails with `property \u2026 does not exist in key \u2026`; `metadataPolicy: Fetch` gives the tags of the vault secret instead; a `decodingStrategy` decodes what was never encoded. The cluster has no token, or a broken one.",
  fix: `A bare key is all it takes:

\`\`\`yaml
remoteRef:
  key: <remoteKey of the PushSecret>
\`\`\``,
  source: "external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go",
  rows: [88, 90],
  bad: [],
  good: [],
  *check(fleet) {
    const pushes = waysOfPushing(fleet);
    for (const { object, clusters } of joinsOf(fleet)) {
      const complaints = tokenEntriesOf(object).flatMap((entry) => complaintsOf10(entry, pushes));
      for (const complaint2 of complaints) yield { ...complaint2, clusters };
    }
  }
};
function waysOfPushing({ primaries }) {
  const pushes = primaries.flatMap(({ pushSecrets }) => pushSecrets);
  return {
    namesProperties: pushes.some(({ matches: matches4 }) => matches4.some(({ property }) => property)),
    usesTemplates: pushes.some(({ manifest }) => at(manifest, "spec", "template"))
  };
}
function complaintsOf10(entry, { namesProperties, usesTemplates }) {
  if (!entry.store || !mayBeKeyVault(entry.store)) return [];
  const complaints = [];
  const { property } = entry;
  if (property && property.value !== "" && (entry.store.store || !namesProperties)) {
    complaints.push({ about: keyOf(property), message: noProperty });
  }
  const metadata = stringBelow(entry.target, "remoteRef", "metadataPolicy");
  if (metadata?.value === "Fetch") complaints.push({ about: metadata, message: tags });
  const decoding = stringBelow(entry.target, "remoteRef", "decodingStrategy");
  if (decoding && decodes.has(decoding.value) && !usesTemplates) {
    const message2 = `decodingStrategy ${quoted3(decoding.value)} decodes a token that is not encoded: remove it.`;
    complaints.push({ about: decoding, message: message2 });
  }
  return complaints;
}
var noProperty = "The value in the vault is the token itself, without properties, so this line finds nothing: remove it.";
var tags = 'metadataPolicy "Fetch" gives the tags of the vault secret, not the token: remove it.';
var decodes = /* @__PURE__ */ new Set(["Auto", "Base64", "Base64URL"]);

// src/rules/join/join-secret-can-be-written.ts
var joinSecretCanBeWritten = {
  id: "join-secret-can-be-written",
  severity: "error",
  title: "ESO makes the Secret mc-join, and keeps it up to date.",
  why: "With `creationPolicy: None` or `Merge` ESO makes no Secret: the ExternalSecret is Ready and Healthy (`SecretMissing` at most), and there is nothing to join with. With `immutable: true` the first token can never be replaced; with `target.manifest` something else is made in its place.",
  fix: `\`\`\`yaml
target:
  name: mc-join
  creationPolicy: Owner
\`\`\``,
  source: "external-secrets/external-secrets: apis/externalsecrets/v1/externalsecret_types.go",
  rows: [91, 94],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { object, secondary, clusters } of joinsOf(fleet)) {
      const { manifest } = object;
      const complaints = [
        policyComplaint(manifest, secondary, fleet.versions.eso(secondary.site)),
        immutableComplaint(manifest),
        manifestComplaint(manifest),
        typeComplaint(manifest)
      ];
      for (const complaint2 of complaints) if (complaint2) yield { ...complaint2, clusters };
    }
  }
};
var owner = 'write "Owner".';
function policyComplaint(manifest, secondary, eso) {
  const policy = stringAt(manifest, "spec", "target", "creationPolicy");
  if (policy?.value === "None")
    return { about: policy, message: `With creationPolicy "None" ESO never makes mc-join: ${owner}` };
  if (policy?.value === "Merge") return mergeComplaint(policy, secondary);
  if (policy?.value === "Orphan") {
    const message2 = `With creationPolicy "Orphan" nothing puts mc-join back when it is changed by hand, and it outlives the ExternalSecret: ${owner}`;
    return { about: policy, message: message2, severity: "warning" };
  }
  return policy?.value === "CreateOrMerge" ? createOrMergeComplaint(policy, eso) : void 0;
}
function mergeComplaint(about, { literals, otherSources, site }) {
  if (literals.length + otherSources.length > 0) return void 0;
  const message2 = `With creationPolicy "Merge" ESO waits for somebody else to make mc-join, and nobody does: ${owner}`;
  return { about, message: message2, severity: site.complete ? "error" : "warning" };
}
function createOrMergeComplaint(about, eso) {
  if (!atLeast(eso.version, "2.8.0")) {
    const message3 = `creationPolicy "CreateOrMerge" exists since ESO 2.8.0, and ${versionWords("ESO", eso)} refuses it: ${owner}`;
    return { about, message: message3, related: pinOf(eso) };
  }
  const message2 = `With creationPolicy "CreateOrMerge" mc-join outlives the ExternalSecret, token and all: ${owner}`;
  return { about, message: message2, severity: "warning" };
}
function immutableComplaint(manifest) {
  const immutable = at(manifest, "spec", "target", "immutable");
  if (immutable?.value !== true) return void 0;
  const message2 = "With immutable: true a rotated token can never replace the first one in mc-join: remove it.";
  return { about: immutable, message: message2, severity: "warning" };
}
function manifestComplaint(manifest) {
  const kind2 = stringAt(manifest, "spec", "target", "manifest", "kind");
  if (!kind2 || kind2.value === "Secret") return void 0;
  return {
    about: kind2,
    message: `This makes a ${quoted3(kind2.value)} with the token, not the Secret mc-join: remove target.manifest.`
  };
}
function typeComplaint(manifest) {
  const type = stringAt(manifest, "spec", "target", "template", "type");
  if (!type?.value || type.value === "Opaque") return void 0;
  const message2 = `The type ${quoted3(type.value)} asks for keys that mc-join does not have, or means nothing to Kasten: remove it.`;
  return { about: type, message: message2, severity: "warning" };
}

// src/rules/join/join-secret-has-one-owner.ts
var joinSecretHasOneOwner = {
  id: "join-secret-has-one-owner",
  severity: "error",
  title: "One object alone makes mc-join.",
  why: "Two that write one Secret overwrite each other for ever. Of two ExternalSecrets ESO lets one have it, and the other says `target is owned by another ExternalSecret`. A Secret in Git beside an ExternalSecret makes Argo CD and ESO fight: the Application is OutOfSync, and the token comes and goes.",
  fix: "Keep the ExternalSecret and remove the other.",
  source: "external-secrets/external-secrets: pkg/controllers/externalsecret/externalsecret_controller.go",
  rows: [96],
  bad: [],
  good: [],
  *check(fleet) {
    const sites = new Map(fleet.secondaries.map((secondary) => [secondary.site, secondary]));
    for (const secondary of sites.values()) {
      const firsts = /* @__PURE__ */ new Map();
      for (const maker of makersOf3(secondary)) {
        const first2 = firsts.get(maker.delivered.namespace);
        if (first2) yield complaintOf14(maker, first2);
        else firsts.set(maker.delivered.namespace, maker);
      }
    }
  }
};
function makersOf3({ joins: joins2, literals, otherSources }) {
  const others3 = [...literals, ...otherSources].filter(({ manifest }) => manifest.kind !== "ClusterExternalSecret");
  const makers = [
    ...joins2.toSorted(byOwnName).map((join) => ({ delivered: join, about: join.makesAt })),
    ...others3.map((delivered) => ({ delivered, about: whole(delivered.manifest) }))
  ];
  return [...new Map(makers.map((maker) => [identityOf(maker.delivered), maker])).values()];
}
function byOwnName(a, b) {
  return Number(b.manifest.name === joinSecretName) - Number(a.manifest.name === joinSecretName);
}
function identityOf({ manifest, namespace }) {
  return `${manifest.kind} ${namespace ?? ""} ${manifest.name}`;
}
function complaintOf14(maker, first2) {
  const { manifest } = maker.delivered;
  const what = manifest.kind === "Secret" ? "A Secret in Git" : `The ${manifest.kind} ${quoted3(manifest.name)}`;
  const owner2 = `the ${first2.delivered.manifest.kind} ${quoted3(first2.delivered.manifest.name)}`;
  return {
    about: maker.about,
    message: `${what} makes mc-join, and so does ${owner2}: they fight over it. Remove this one.`,
    related: [{ about: first2.about, message: "mc-join is made here too" }]
  };
}

// src/rules/join/join-secret-has-the-token.ts
var joinSecretHasTheToken = {
  id: "join-secret-has-the-token",
  severity: "error",
  title: "The Secret mc-join has the token under the key token.",
  why: "Kasten reads the key `token` of `mc-join` and nothing else. A Secret with another key is as good as none. `dataFrom.extract` takes the value apart as JSON, which a token is not: the ExternalSecret says `SecretSyncedError`, `error unmarshalling json data`.",
  fix: `\`\`\`yaml
data:
  - secretKey: token
    remoteRef:
      key: <remoteKey of the PushSecret>
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [84, 94, 95],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { object, clusters } of joinsOf(fleet)) {
      const complaint2 = complaintOf15(object);
      if (complaint2) yield { ...complaint2, clusters };
    }
  }
};
function complaintOf15(join) {
  const { manifest } = join;
  const many = itemsAt(manifest, "spec", "dataFrom");
  if (many.length > 0) return mayBeVaults(join) ? many.map(wrongWay).find((complaint2) => complaint2) : void 0;
  if (at(manifest, "spec", "target", "template", "templateFrom")) return void 0;
  const data = objectAt(manifest, "spec", "target", "template", "data");
  if (!data) return lacksToken(join);
  const token2 = stringBelow(data, tokenKey);
  if (token2) return changedComplaint(token2);
  const merges = at(manifest, "spec", "target", "template", "mergePolicy")?.value === "Merge";
  return merges ? lacksToken(join) : { about: keyOf(data), message: lost };
}
function mayBeVaults({ storeRef }) {
  return storeRef !== void 0 && mayBeKeyVault(storeRef);
}
function wrongWay(item) {
  if (below(item, "sourceRef")) return void 0;
  const extract = below(item, "extract");
  if (extract && !below(extract, "metadataPolicy")) return { about: keyOf(extract), message: extracted };
  const find = below(item, "find");
  return find && !below(item, "rewrite") ? { about: keyOf(find), message: found2 } : void 0;
}
var instead = `pull it with data and secretKey: ${tokenKey}.`;
var extracted = `dataFrom.extract reads the value as JSON, and the token is not JSON: ${instead}`;
var found2 = `dataFrom.find names keys after the secrets it finds, not ${quoted3(tokenKey)}: ${instead}`;
var lost = `This template leaves no key ${quoted3(tokenKey)} in ${joinSecretName}: add it as "{{ .${tokenKey} }}", or remove the template.`;
function lacksToken({ manifest, entries }) {
  const [first2] = entries;
  if (!first2) return { about: whole(manifest), message: `This ExternalSecret pulls nothing: ${instead}` };
  if (!first2.secretKey || entries.some(({ secretKey }) => secretKey?.value === tokenKey)) return void 0;
  const message2 = `The token is put under the key ${quoted3(first2.secretKey.value)}, but Kasten reads ${quoted3(tokenKey)}: write secretKey: ${tokenKey}.`;
  return { about: first2.secretKey, message: message2 };
}
var unchanged = /^\s*\{\{-?\s*(?:\.\w+|index \. "[^"]+")(?:\s*\|\s*(?:toString|trim))*\s*-?\}\}\s*$/;
var changes = /\b(?:b64enc|b64dec|b32enc|b32dec|upper|lower|title|quote|squote|toJson|sha\d+sum|urlquery)\b/;
function changedComplaint(token2) {
  if (unchanged.test(token2.value)) return void 0;
  const message2 = `This template changes the token on its way into ${joinSecretName}: write "{{ .${tokenKey} }}".`;
  return { about: token2, message: message2, severity: changes.test(token2.value) ? "error" : "warning" };
}

// src/rules/misnamed-joins.ts
function hasJoinSecret({ joins: joins2, literals, otherSources }) {
  return joins2.length + literals.length + otherSources.length > 0;
}
function pushedKeysOf(set) {
  return new Set(pushedIn(set).map(({ remoteKey }) => comparableKeyOf(remoteKey.value)));
}
function misnamedJoinsOf(secondary, pushed, stores) {
  const { site } = secondary;
  if (!secondary.config || hasJoinSecret(secondary)) return [];
  return site.objects.filter(({ manifest }) => isExternalSecret(manifest)).map((delivered) => externalSecretOf(delivered, site, stores)).filter((made) => pullsAny(made, pushed) || site.complete && isNear(made));
}
function pullsAny({ entries }, pushed) {
  return entries.some(({ remoteKey }) => remoteKey && pushed.has(comparableKeyOf(remoteKey.value)));
}
function isNear({ makes, manifest }) {
  return manifest.name === joinSecretName || /^mc[-_]?join/i.test(makes) || nearest(makes, [joinSecretName]) !== void 0;
}

// src/rules/join/join-secret-is-named-mc-join.ts
var joinSecretIsNamedMcJoin = {
  id: "join-secret-is-named-mc-join",
  severity: "error",
  title: "The Secret that the token is pulled into is named mc-join.",
  why: "Kasten reads the Secret `mc-join` and no other. An ExternalSecret that makes one of another name is Ready and Healthy, and the cluster never starts to join.",
  fix: "Write `spec.target.name: mc-join`; without `target.name` the Secret is named like the ExternalSecret.",
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [83],
  bad: [],
  good: [],
  *check(fleet) {
    for (const set of fleet.sets) {
      const pushed = pushedKeysOf(set);
      for (const secondary of set.secondaries) {
        for (const { makes, makesAt } of misnamedJoinsOf(secondary, pushed, fleet.stores)) {
          const message2 = `The token is pulled into the Secret ${quoted3(makes)}, but Kasten joins with "${joinSecretName}" alone: write target.name: ${joinSecretName}.`;
          yield { about: makesAt, message: message2 };
        }
      }
    }
  }
};

// src/rules/join/join-secret-outlives-the-vault.ts
var joinSecretOutlivesTheVault = {
  id: "join-secret-outlives-the-vault",
  severity: "warning",
  title: "mc-join stays when the vault secret is gone.",
  why: "With `target.deletionPolicy: Delete` ESO deletes `mc-join` as soon as the vault secret is gone, and says `Ready=True`, `SecretDeleted`: Argo CD shows Healthy while the token has vanished. `Merge` takes the key out of the Secret, as quietly. With `Retain` the Secret stays, and the ExternalSecret says what is wrong.",
  fix: `\`\`\`yaml
target:
  name: mc-join
  deletionPolicy: Retain
\`\`\``,
  source: "external-secrets/external-secrets: apis/externalsecrets/v1/externalsecret_types.go",
  rows: [92],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { object, clusters } of joinsOf(fleet)) {
      const policy = stringAt(object.manifest, "spec", "target", "deletionPolicy");
      if (policy?.value !== "Delete" && policy?.value !== "Merge") continue;
      const message2 = `With deletionPolicy ${quoted3(policy.value)} the token vanishes from mc-join when the vault secret is gone, and all looks healthy: write "Retain".`;
      yield { about: policy, message: message2, clusters };
    }
  }
};

// src/model/used-stores.ts
var known7 = /* @__PURE__ */ new WeakMap();
function storeUsesOf(fleet) {
  let uses = known7.get(fleet);
  if (!uses) known7.set(fleet, uses = usesIn(fleet));
  return uses;
}
function usesIn(fleet) {
  const pushed = fleet.primaries.flatMap(
    ({ site, name, pushSecrets }) => pushSecrets.flatMap(
      ({ storeRefs, namespace }) => storeRefs.map((ref) => ({
        ref,
        site,
        namespace,
        belongsIn: primaryNamespace,
        pushes: true,
        cluster: name?.value ?? ""
      }))
    )
  );
  const pulled = fleet.secondaries.flatMap(
    ({ site, label, config, joins: joins2 }) => joins2.flatMap(
      ({ entries, storeRef, namespace }) => refsOf2(
        storeRef,
        entries.map((entry) => entry.store)
      ).map((ref) => ({ ref, site, namespace, belongsIn: config?.namespace ?? namespace, pushes: false, cluster: label }))
    )
  );
  return [...pushed, ...pulled];
}
function refsOf2(own, others3) {
  return [...new Set([own, ...others3].filter((ref) => ref !== void 0))];
}
function usedStoresOf(fleet) {
  const stores = groupedBy(storeUsesOf(fleet), ({ ref }) => ref.store);
  return [...stores].map(([store, uses]) => ({ store, uses }));
}

// src/rules/store-kind.ts
function wrongKindComplaint(ref, stores) {
  const { name, kind: kind2, kindWritten, store, target } = ref;
  if (!name || store) return void 0;
  const other = kind2 === "SecretStore" ? "ClusterSecretStore" : "SecretStore";
  const meant = stores.all.find((each) => each.kind === other && each.name === name.value);
  if (!meant || stores.all.some((each) => each.kind === kind2 && each.name === name.value)) return void 0;
  const written2 = kindWritten ? `The kind is ${quoted3(kind2)}` : "Without a kind, ESO looks for a SecretStore";
  return {
    about: kindWritten ?? name ?? keyOf(target),
    message: `${written2}, but ${quoted3(name.value)} is a ${other}: write kind: ${other}.`,
    related: [{ about: whole(meant), message: "the store" }]
  };
}
function clusterStoresUsed(fleet) {
  const used = /* @__PURE__ */ new Map();
  const namespaced2 = new Set(fleet.stores.all.filter(({ kind: kind2 }) => kind2 === "SecretStore").map(({ name }) => name));
  for (const { ref } of storeUsesOf(fleet)) {
    if (!ref.name || !ref.kindWritten) continue;
    if (ref.kind === "SecretStore") namespaced2.add(ref.name.value);
    else if (!used.has(ref.name.value)) used.set(ref.name.value, ref);
  }
  for (const name of namespaced2) used.delete(name);
  return used;
}
function otherKindComplaint(ref, used) {
  const other = ref.name && !ref.kindWritten && !ref.store ? used.get(ref.name.value) : void 0;
  if (!other) return void 0;
  return {
    about: ref.name,
    message: `Without a kind, ESO looks for a SecretStore ${quoted3(ref.name.value)}, which elsewhere is a ClusterSecretStore: write kind: ClusterSecretStore.`,
    related: [{ about: other.kindWritten, message: "a ClusterSecretStore here" }],
    severity: "warning"
  };
}

// src/rules/join/join-store-names-its-kind.ts
var joinStoreNamesItsKind = {
  id: "join-store-names-its-kind",
  severity: "error",
  title: "The ExternalSecret of a secondary names its store, with the kind that is meant.",
  why: "Without `kind` ESO looks for a SecretStore in the namespace of the ExternalSecret, not for a ClusterSecretStore. The ExternalSecret then says `SecretSyncedError`, `could not get SecretStore \u2026 not found`, and there is no token to join with.",
  fix: `\`\`\`yaml
secretStoreRef:
  name: <name of the store>
  kind: ClusterSecretStore
\`\`\``,
  source: "external-secrets/external-secrets: apis/externalsecrets/v1/externalsecret_types.go",
  rows: [86],
  bad: [],
  good: [],
  *check(fleet) {
    const elsewhere = clusterStoresUsed(fleet);
    for (const { object, clusters } of joinsOf(fleet)) {
      for (const ref of refsOf3(object)) {
        const complaint2 = unnamed(ref) ?? wrongKindComplaint(ref, fleet.stores) ?? otherKindComplaint(ref, elsewhere);
        if (complaint2) yield { ...complaint2, clusters };
      }
      if (namesNone(object)) yield { about: whole(object.manifest), message: none2, clusters };
    }
  }
};
var none2 = "This ExternalSecret names no store to pull the token from: add secretStoreRef.";
function refsOf3({ storeRef, entries }) {
  return [.../* @__PURE__ */ new Set([storeRef, ...entries.map(({ store }) => store)])].filter((ref) => ref !== void 0);
}
function namesNone({ manifest, entries }) {
  return itemsAt(manifest, "spec", "dataFrom").length === 0 && entries.some(({ store }) => !store);
}
function unnamed({ name, target }) {
  if (name) return void 0;
  return { about: keyOf(target), message: "This reference names no store: give it a name and a kind." };
}

// src/rules/store/vault-url-is-a-key-vault.ts
var vaultUrlIsAKeyVault = {
  id: "vault-url-is-a-key-vault",
  severity: "error",
  title: "`vaultUrl` is the address of a Key Vault.",
  why: `ESO speaks to \`https://<name>.vault.azure.net\` (or its counterpart of another cloud). With a path, a port, plain http or another host the store is accepted and every push and pull fails at its first use, since \`Ready\` of the store proves nothing.`,
  fix: `\`\`\`yaml
provider:
  azurekv:
    vaultUrl: https://<vault>.vault.azure.net
\`\`\``,
  source: "https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates",
  rows: [54],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { store } of usedStoresOf(fleet)) {
      const vaultUrl = vaultUrlOf(store);
      const wrong = vaultUrl && wrongWithVaultUrl(vaultUrl);
      if (wrong) yield { about: vaultUrl, ...wrong };
    }
  }
};
function wrongWithVaultUrl({ value, manifest }) {
  return placeholderIn(value) !== void 0 || hasOwnCloud(manifest) ? void 0 : wrongWith(value);
}
function hasOwnCloud(store) {
  return at(store, "spec", "provider", "azurekv", "environmentType")?.value === "AzureStackCloud";
}
function wrongWith(text2) {
  const url = urlOf(text2);
  const vault = cloudOf(text2);
  if (!url) return { message: `The vaultUrl ${quoted3(text2)} is no URL: write https://<name>.vault.azure.net.` };
  if (url.protocol !== "https:")
    return { message: `The vaultUrl ${quoted3(text2)} is not https: Key Vault speaks nothing else.` };
  if (url.port !== "" || url.pathname !== "/" || url.search !== "" || url.hash !== "" || url.username !== "") {
    return { message: `The vaultUrl ${quoted3(text2)} is more than a host: write https://${url.hostname}.` };
  }
  if (!vault) {
    return {
      severity: "warning",
      message: `The host of the vaultUrl ${quoted3(text2)} ends in no suffix of Key Vault (${suffixes.join(", ")}).`
    };
  }
  return vaultName2.test(vault.name) ? void 0 : { message: `${quoted3(vault.name)} is no name of a vault: 3 to 24 letters, digits and single hyphens.` };
}
var vaultName2 = /^(?=.{3,24}$)[0-9a-z]+(?:-[0-9a-z]+)*$/i;

// src/rules/join/join-vault-agrees.ts
var joinVaultAgrees = {
  id: "join-vault-agrees",
  severity: "error",
  title: "The vault that is pulled from is the vault that is pushed to.",
  why: "Each cluster has stores of its own, and two of one name can be two vaults. When the token is pushed to one vault and pulled from another, both sides look healthy by themselves and the ExternalSecret says `SecretSyncedError`, `Secret does not exist`.",
  fix: "Write the same `vaultUrl` in the store the PushSecret uses and in the store the ExternalSecret uses.",
  source: "external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go",
  rows: [65, 87],
  bad: [],
  good: [],
  *check(fleet) {
    for (const set of fleet.sets) yield* disagreementsIn2(set);
  }
};
function disagreementsIn2(set) {
  const refs = storesByKey(set);
  const strays = set.secondaries.flatMap(
    (secondary) => secondary.joins.flatMap(tokenEntriesOf).flatMap((entry) => strayOf(entry, secondary, refs))
  );
  const byVaults = groupedBy(strays, ({ pulled, pushed }) => JSON.stringify([pulled.value, pushed.value]));
  return [...byVaults.values()].map(complaintOf16);
}
function storesByKey(set) {
  const refs = /* @__PURE__ */ new Map();
  for (const { push, remoteKey } of pushedIn(set)) {
    const key4 = comparableKeyOf(remoteKey.value);
    refs.set(key4, [...refs.get(key4) ?? [], ...push.storeRefs]);
  }
  return refs;
}
function strayOf({ store, remoteKey }, { label }, byKey) {
  const pulled = store?.vaultUrl;
  const refs = (remoteKey && byKey.get(comparableKeyOf(remoteKey.value))) ?? [];
  const pushed = refs.flatMap(({ vaultUrl }) => vaultUrl ?? []);
  if (!pulled || pushed.length === 0 || pushed.length < refs.length) return [];
  if ([pulled, ...pushed].some(isNoVault)) return [];
  const vaults = new Set(pushed.map(({ value }) => vaultKeyOf(value)));
  return vaults.has(vaultKeyOf(pulled.value)) ? [] : [{ pulled, pushed: pushed[0], store, label }];
}
function isNoVault(vaultUrl) {
  const fault = wrongWithVaultUrl(vaultUrl);
  return placeholderIn(vaultUrl.value) !== void 0 || fault !== void 0 && fault.severity !== "warning";
}
function complaintOf16(pulls) {
  const [first2, ...others3] = [...new Map(pulls.map((pull) => [pull.pulled.manifest, pull])).values()];
  const { pulled, pushed, store } = first2;
  return {
    about: pulled,
    message: `The token is pulled from the vault ${quoted3(pulled.value)}, but pushed to ${quoted3(pushed.value)}: write one vault in both stores.`,
    related: [
      { about: pushed, message: "pushed to this vault" },
      { about: store.name ?? store.target, message: "pulled through this store" },
      ...others3.slice(0, mostShown).map((each) => ({ about: each.pulled, message: "pulled from the same vault here" }))
    ],
    clusters: [...new Set(pulls.map(({ label }) => label))]
  };
}

// src/rules/join/kasten-versions-can-join.ts
var kastenVersionsCanJoin = {
  id: "kasten-versions-can-join",
  severity: "error",
  title: "The primary and its secondaries run versions of Kasten that join each other.",
  why: "Kasten 6.5.14 changed join tokens: a primary of that version or newer refuses secondaries of an older one, and newer secondaries cannot use the tokens of older primaries (`mc-join-status` says `rejected`). Before 6.5.0 there are no join tokens at all.",
  fix: "Update the older side to 6.5.14 or newer; the token is made anew by that, and has to be pushed again.",
  source: "https://docs.kasten.io/latest/multicluster/upgrading.html",
  rows: [100],
  bad: [],
  good: [],
  check: (fleet) => gathered(complaintsIn(fleet))
};
var turn2 = "6.5.14";
var first = "6.5.0";
function* complaintsIn({ sets, versions }) {
  for (const { primaries, secondaries } of sets) {
    const [primary] = primaries;
    if (!primary) continue;
    const ofPrimary = versions.kasten(primary.site);
    for (const secondary of secondaries) {
      const complaint2 = complaintOf17(ofPrimary, versions.kasten(secondary.site));
      if (complaint2) yield [complaint2, secondary];
    }
  }
}
function complaintOf17(primary, secondary) {
  if (primary.from === "assumed" || secondary.from === "assumed") return void 0;
  const older = atLeast(primary.version, turn2) ? secondary : primary;
  const other = older === primary ? secondary : primary;
  const about = older.chart?.pinned;
  if (!about) return void 0;
  const sides = older === primary ? "the primary" : "a secondary";
  if (!atLeast(older.version, first)) {
    return {
      about,
      message: `${versionWords("Kasten", older)} has no join tokens, which came with ${first}: update it to ${turn2} or newer.`
    };
  }
  if (atLeast(older.version, turn2) || !atLeast(other.version, turn2)) return void 0;
  const message2 = `${versionWords("Kasten", older)} on ${sides} cannot join with ${versionWords("Kasten", other)}: tokens changed in ${turn2}. Update it.`;
  return { about, message: message2, related: pinOf(other) };
}

// src/rules/join/primary-does-not-join-itself.ts
var primaryDoesNotJoinItself = {
  id: "primary-does-not-join-itself",
  severity: "error",
  title: `The primary's cluster gets no join objects.`,
  why: `An Application that delivers the primary's objects and \`mc-join-config\` together makes the primary join itself. A cluster is one or the other: the join is rejected, and a secondary cannot be made a primary before it is disconnected.`,
  fix: `Keep the primary's objects and each secondary's in folders of their own, each with an Application of its own.`,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [98],
  bad: [],
  good: [],
  *check(fleet) {
    const primaries = objectsOfPrimaries(fleet);
    for (const { config, joins: joins2 } of fleet.secondaries) {
      const object = config ?? joins2[0];
      const primary = object?.delivery.application && primaries.get(object.delivery);
      if (!primary) continue;
      yield {
        about: stringAt(object.manifest, "metadata", "name") ?? whole(object.manifest),
        message: "This is delivered to the primary's own cluster, which would join itself: move it out of this folder.",
        related: [{ about: whole(primary), message: "the primary" }]
      };
    }
  }
};
function objectsOfPrimaries({ primaries }) {
  const objects = primaries.flatMap(({ joinTokens, bootstraps }) => [...joinTokens, ...bootstraps]);
  return new Map(objects.map(({ delivery, manifest }) => [delivery, manifest]));
}

// src/rules/dashboards.ts
var absolute = /^https?:\/\/[^\s/?#]+\S*$/i;
function absoluteUrlOf(text2) {
  return absolute.test(text2) ? urlOf(text2) : void 0;
}
function dashboardsOf(fleet) {
  return fleet.sets.flatMap(ofSet).filter(({ url }) => url.value !== "" && placeholderIn(url.value) === void 0);
}
function ofSet({ primaries, secondaries }) {
  const own = primaries.flatMap(({ ingress }) => ingress ?? []);
  const inherit = secondaries.filter(({ primaryIngress }) => !primaryIngress);
  const said = new Set(own.map(({ value }) => value));
  const isNews = ({ value }) => own.length === 0 || !said.has(value) && normalisedUrl(value) === void 0;
  return [
    ...own.map((url) => ({ url, title: "the primary's URL", joins: true, allowsHttp: inherit.every(allowsHttp) })),
    ...secondaries.flatMap((secondary) => {
      const { ingress, primaryIngress } = secondary;
      return [
        ...ingress ? [{ url: ingress, title: "cluster-ingress", joins: false, allowsHttp: true }] : [],
        ...primaryIngress && isNews(primaryIngress) ? [{ url: primaryIngress, title: "primary-ingress", joins: true, allowsHttp: allowsHttp(secondary) }] : []
      ];
    })
  ];
}
function allowsHttp({ allowInsecure }) {
  return allowInsecure?.value === "true";
}

// src/rules/primary/ingress-host-is-reachable.ts
var ingressHostIsReachable = {
  id: "ingress-host-is-reachable",
  severity: "error",
  title: "A dashboard URL has a host that other clusters can reach.",
  why: `A secondary calls the primary's URL from its own cluster. \`localhost\` and names of services mean something else there, or nothing;
\`example.com\` belongs to nobody's Kasten. The join ends with a connection error.`,
  fix: "The public or corporate name of the dashboard's ingress, which DNS resolves on every cluster of the set.",
  source: "https://docs.kasten.io/latest/multicluster/concepts/overview.html",
  rows: [11, 77],
  bad: [],
  good: [],
  *check(fleet) {
    for (const dashboard of dashboardsOf(fleet)) {
      const wrong = wrongWithHost(dashboard);
      if (wrong) yield { about: dashboard.url, ...wrong };
    }
  }
};
var hosts = [
  { form: /^(?:(?:.*\.)?localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/, is: "the cluster itself", certain: true },
  { form: /\.(?:svc|cluster\.local)$/, is: "a name that only its own cluster knows", certain: true },
  {
    form: /(?:^|\.)(?:example\.(?:com|net|org)|example|invalid)$/,
    is: "a domain reserved for examples",
    certain: true
  },
  { form: /^(?:\d+\.\d+\.\d+\.\d+|\[.*\])$/, is: "an address, for which certificates are rare", certain: false }
];
function wrongWithHost({ url, title, joins: joins2 }) {
  const host = absoluteUrlOf(url.value)?.hostname;
  const wrong = host && hosts.find(({ form: form2 }) => form2.test(host));
  if (!host || !wrong) return void 0;
  return {
    message: `The host of ${title}, ${quoted3(host)}, is ${wrong.is}: use the name by which the other clusters reach the dashboard.`,
    severity: wrong.certain && joins2 ? "error" : "warning"
  };
}

// src/rules/primary/ingress-has-a-path.ts
var ingressHasAPath = {
  id: "ingress-has-a-path",
  severity: "error",
  title: "A dashboard URL has the dashboard's path, and nothing behind it.",
  why: `Kasten serves its dashboard and the join below a path, by default the name of its Helm release. A URL without it meets the ingress
controller's 404, and \`mc-join-status\` never becomes \`joined\`.`,
  fix: "`https://<host>/<path>`: the path of the dashboard, no query, no fragment, no user.",
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [10, 75, 77],
  bad: [],
  good: [],
  *check(fleet) {
    for (const dashboard of dashboardsOf(fleet)) {
      const message2 = wrongWithPath(dashboard);
      if (message2 !== void 0)
        yield { about: dashboard.url, message: message2, severity: dashboard.joins ? "error" : "warning" };
    }
  }
};
function wrongWithPath({ url: { value }, title }) {
  const url = absoluteUrlOf(value);
  if (!url) return void 0;
  if (url.username !== "" || url.password !== "") {
    return `A user or password stands in ${title}: Kasten has no use for it, and it is in Git for all to read. Remove it, and change it where it is valid.`;
  }
  if (/^\/*$/.test(url.pathname))
    return `${quoted3(value)}, ${title}, has no path: add the dashboard's, by default the Helm release's name ("/k10").`;
  return url.search === "" && url.hash === "" ? void 0 : `${quoted3(value)}, ${title}, goes on behind the path: end it with the path.`;
}

// src/rules/join/primary-ingress-agrees.ts
var primaryIngressAgrees = {
  id: "primary-ingress-agrees",
  severity: "warning",
  title: "Secondaries go to the URL that the primary has.",
  why: `The primary's URL is in every join token, and \`primary-ingress\` overrides it. When the two differ, one of them is out of date: either this secondary calls a host that is no longer the primary, or every secondary without the override does.`,
  fix: "Write the URL of the Bootstrap, or leave `primary-ingress` out: the token has it.",
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [80, 81],
  bad: [],
  good: [],
  *check(fleet) {
    for (const set of fleet.sets) {
      const overrides = overridesIn(set);
      const own = set.primaries.flatMap(({ ingress }) => ingress && isRight(ingress, set, overrides) ? [ingress] : []);
      const right = own.length > 0 ? own : mostCommon(overrides);
      const known10 = new Set(right.map(comparableOf));
      for (const [url, uses] of overrides) {
        if (!known10.has(url) && !isRefusedAnyway(url, uses, known10)) yield complaintOf18(uses, right[0], own.length > 0);
      }
    }
  }
};
function isRight(ingress, { secondaries }, overrides) {
  const url = comparableOf(ingress);
  if (url === void 0) return false;
  const dashboard = { url: ingress, title: "", joins: true };
  const host = wrongWithHost(dashboard);
  if (wrongWithPath(dashboard) !== void 0 || host?.severity === "error") return false;
  const isMeant3 = overrides.has(url) || secondaries.some(({ primaryIngress }) => !primaryIngress);
  return isMeant3 || host === void 0 && !url.startsWith("http:");
}
function isRefusedAnyway(url, uses, known10) {
  return known10.has(url.replace(/^http:/, "https:")) && !uses.some(({ insecure }) => insecure);
}
function overridesIn({ secondaries }) {
  const overrides = secondaries.flatMap(
    ({ primaryIngress, allowInsecure, label }) => primaryIngress ? [{ url: primaryIngress, label, insecure: allowInsecure?.value === "true" }] : []
  );
  return groupedBy(overrides, ({ url }) => comparableOf(url));
}
function comparableOf({ value }) {
  return placeholderIn(value) === void 0 ? normalisedUrl(value) : void 0;
}
function mostCommon(overrides) {
  const [most] = [...overrides.values()].toSorted((a, b) => b.length - a.length);
  return most ? [most[0].url] : [];
}
function complaintOf18(uses, right, isPrimarys) {
  const [first2, ...others3] = uses;
  const whose = isPrimarys ? "the primary's URL is" : "other secondaries of this set say";
  return {
    about: first2.url,
    message: `primary-ingress is ${quoted3(first2.url.value)}, but ${whose} ${quoted3(right.value)}: write one of them in both places.`,
    related: [
      { about: right, message: isPrimarys ? "the primary's URL" : "what others say" },
      ...others3.slice(0, mostShown).map(({ url }) => ({ about: url, message: "the same here" }))
    ],
    clusters: severalOf(uses.map(({ label }) => label))
  };
}

// src/rules/join/secondary-has-a-join-config.ts
var secondaryHasAJoinConfig = {
  id: "secondary-has-a-join-config",
  severity: "error",
  title: "A secondary has a ConfigMap named mc-join-config.",
  why: "Kasten starts to join only when both the Secret `mc-join` and the ConfigMap `mc-join-config` are there. Without the ConfigMap, or with one of another name, nothing happens at all: no `mc-join-status`, no error, no cluster on the primary.",
  fix: `Deliver the ConfigMap beside the Secret; it may even be empty:

\`\`\`yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: <namespace of Kasten>
data:
  cluster-name: <name of this cluster>
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [67],
  bad: [],
  good: [],
  *check(fleet) {
    const primaries = new Set(fleet.primaries.map(({ site }) => site));
    for (const secondary of fleet.secondaries) {
      const source = (secondary.joins[0] ?? secondary.literals[0])?.manifest;
      if (secondary.config || !source || primaries.has(secondary.site)) continue;
      const complaint2 = complaintOf19(secondary, whole(source));
      if (complaint2) yield complaint2;
    }
  }
};
function complaintOf19({ site }, source) {
  const near = site.objects.find(({ manifest }) => isNearJoinConfig(manifest))?.manifest;
  if (near && /^mc-join-config-[a-z0-9]{10}$/.test(near.name)) return void 0;
  if (near) {
    return {
      about: stringAt(near, "metadata", "name") ?? whole(near),
      message: `The ConfigMap is named ${quoted3(near.name)}, but Kasten reads "${joinConfigName}" alone, so this cluster never joins: rename it.`,
      related: [{ about: source, message: "the token to join with is pulled here" }]
    };
  }
  if (!site.complete) return void 0;
  const message2 = `This cluster gets the Secret "${joinSecretName}" but no ConfigMap "${joinConfigName}", so Kasten never starts to join: add one, even an empty one.`;
  return { about: source, message: message2 };
}

// src/rules/join/secondary-has-a-join-secret.ts
var secondaryHasAJoinSecret = {
  id: "secondary-has-a-join-secret",
  severity: "error",
  title: "A secondary has something that makes the Secret mc-join.",
  why: "Kasten starts to join only when both the ConfigMap `mc-join-config` and the Secret `mc-join` are there. Without the Secret nothing happens at all: no `mc-join-status`, no error, no cluster on the primary.",
  fix: `Deliver an ExternalSecret that pulls the token:

\`\`\`yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: <namespace of Kasten>
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: <name of the store>
    kind: ClusterSecretStore
  target:
    name: mc-join
  data:
    - secretKey: token
      remoteRef:
        key: <remoteKey of the PushSecret>
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [67],
  bad: [],
  good: [],
  *check(fleet) {
    const primaries = new Set(fleet.primaries.map(({ site }) => site));
    for (const set of fleet.sets) {
      const lacking = set.secondaries.filter((secondary) => isLacking(secondary) && !primaries.has(secondary.site));
      if (lacking.length === 0) continue;
      const keys = pushedKeysOf(set);
      const pushed = pushedIn(set)[0];
      for (const secondary of lacking) {
        if (misnamedJoinsOf(secondary, keys, fleet.stores).length > 0) continue;
        if (secondary.site.folder !== void 0 && (isUnfilled(secondary) || makesElsewhere(fleet))) continue;
        yield complaintOf20(secondary.config.manifest, pushed);
      }
    }
  }
};
function isLacking(secondary) {
  return secondary.config !== void 0 && secondary.site.complete && !hasJoinSecret(secondary);
}
function isUnfilled({ name, ingress, primaryIngress }) {
  return [name, ingress, primaryIngress].some((value) => value && placeholderIn(value.value) !== void 0);
}
function makesElsewhere({ manifests, secondaries }) {
  const placed = new Set(secondaries.flatMap(({ joins: joins2 }) => joins2.map(({ manifest }) => manifest)));
  return manifests.some(
    (manifest) => isExternalSecret(manifest) && madeSecretOf(manifest) === joinSecretName && !placed.has(manifest)
  );
}
function complaintOf20(config, pushed) {
  return {
    about: stringAt(config, "metadata", "name") ?? whole(config),
    message: `This cluster gets the ConfigMap "${joinConfigName}", but nothing makes the Secret "${joinSecretName}" with the token, so Kasten never starts to join: add an ExternalSecret that pulls it.`,
    related: pushed ? [{ about: pushed.remoteKey, message: "the token is pushed here" }] : []
  };
}

// src/rules/join/secondary-has-a-name.ts
var secondaryHasAName = {
  id: "secondary-has-a-name",
  severity: "warning",
  title: "A secondary says what it is called.",
  why: "Without `cluster-name` the primary makes up a name: the new entry in its list of clusters cannot be traced to this repository, and joining again may make a second one.",
  fix: `\`\`\`yaml
data:
  cluster-name: <name of this cluster>
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [71],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { object, clusters } of configsOf(fleet)) {
      const { manifest } = object;
      if (at(manifest, "data", key2) || misspeltKeyOf(manifest, key2)) continue;
      yield { about: dataOf2(manifest), message, clusters };
    }
  }
};
var key2 = "cluster-name";
var message = `This secondary has no ${key2}, so the primary makes one up: name it.`;
function dataOf2(config) {
  return objectAt(config, "data") ? { manifest: config, path: ["data", key2] } : whole(config);
}

// src/rules/join/secondary-ingress-is-its-own.ts
var secondaryIngressIsItsOwn = {
  id: "secondary-ingress-is-its-own",
  severity: "warning",
  title: "The dashboard URL of a secondary is its own.",
  why: "`cluster-ingress` is where the primary sends people who click on this cluster. With the URL of another cluster they see, and change, the wrong one. Without it the join works, but the cluster cannot be opened from the primary.",
  fix: `\`\`\`yaml
data:
  cluster-ingress: <URL of this cluster's dashboard>
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [75, 76],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { object, clusters } of configsOf(fleet)) {
      const { manifest } = object;
      if (at(manifest, "data", key3) || misspeltKeyOf(manifest, key3)) continue;
      const about = objectAt(manifest, "data") ? { manifest, path: ["data", key3] } : whole(manifest);
      yield { about, message: absent, clusters, severity: "notice" };
    }
    for (const set of fleet.sets) yield* copiedIn(set);
  }
};
var key3 = "cluster-ingress";
var absent = `This secondary has no ${key3}: it joins, but cannot be opened from the primary's dashboard.`;
function copiedIn(set) {
  const owners = ownersOf(set.secondaries);
  const known10 = set.primaries.flatMap(({ ingress }) => ingress ?? []);
  return set.secondaries.flatMap((secondary) => {
    const url = comparableOf2(secondary.ingress);
    if (url === void 0) return [];
    const primary = (known10.length > 0 ? known10 : [secondary.primaryIngress]).find(
      (ingress) => comparableOf2(ingress) === url
    );
    if (primary) return complaint(secondary.ingress, "the primary's", primary);
    const { first: first2, other } = owners.get(url);
    const twin = [first2, other].find((each) => each && isTwin(each, secondary));
    return twin ? complaint(secondary.ingress, `that of ${quoted3(twin.label)} too`, twin.ingress) : [];
  });
}
function ownersOf(secondaries) {
  const owners = /* @__PURE__ */ new Map();
  for (const secondary of secondaries) {
    const url = comparableOf2(secondary.ingress);
    if (url === void 0) continue;
    const known10 = owners.get(url);
    if (!known10) owners.set(url, { first: secondary, other: void 0 });
    else if (!known10.other && isTwin(known10.first, secondary)) owners.set(url, { ...known10, other: secondary });
  }
  return owners;
}
function isTwin(a, b) {
  return a.site !== b.site && a.config?.manifest !== b.config?.manifest;
}
function comparableOf2(url) {
  return url && placeholderIn(url.value) === void 0 ? normalisedUrl(url.value) : void 0;
}
function complaint(about, whose, other) {
  const message2 = `The ${key3} ${quoted3(about.value)} is ${whose}: the dashboard would show the wrong cluster. Write this cluster's own URL.`;
  return [{ about, message: message2, related: [{ about: other, message: "the same URL" }] }];
}

// src/rules/join/token-comes-before-the-config.ts
var tokenComesBeforeTheConfig = {
  id: "token-comes-before-the-config",
  severity: "notice",
  title: "The token comes before mc-join-config.",
  why: `Kasten starts to join when both objects are there, in any order. When the ConfigMap comes a wave earlier, it waits for the ExternalSecret's wave, and the first attempt may be made without a token.`,
  fix: "Put both into one wave, or the ExternalSecret into the earlier one.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/",
  rows: [97],
  bad: [],
  good: [],
  check: ({ secondaries }) => gathered(secondaries.flatMap((each) => complaintsOf11(each).map((complaint2) => [complaint2, each])))
};
function complaintsOf11({ config, joins: joins2 }) {
  if (!config?.delivery.application) return [];
  const wave = waveOf(config.manifest);
  const late = joins2.filter((join) => join.delivery === config.delivery && waveOf(join.manifest) > wave);
  return late.map(({ manifest }) => ({
    about: waveAnnotationOf(manifest) ?? whole(manifest),
    message: `The token comes in wave ${waveOf(manifest)}, after mc-join-config in wave ${wave}: put it into wave ${wave}.`,
    related: [{ about: waveAnnotationOf(config.manifest) ?? whole(config.manifest), message: "mc-join-config" }]
  }));
}

// src/rules/join/index.ts
var joinRules = [
  clusterNamesAreUnique,
  configKeysAreKnown,
  configValuesAreStrings,
  externalSecretVersionIsServed,
  insecurePrimaryIsAllowed,
  joinFollowsRotation,
  joinIsNotBlockedBySyncWindows,
  joinKeyAgrees,
  joinObjectsShareKastensNamespace,
  joinPullsTheRawValue,
  joinSecretCanBeWritten,
  joinSecretHasOneOwner,
  joinSecretHasTheToken,
  joinSecretIsNamedMcJoin,
  joinSecretOutlivesTheVault,
  joinStoreNamesItsKind,
  joinVaultAgrees,
  kastenVersionsCanJoin,
  primaryDoesNotJoinItself,
  primaryIngressAgrees,
  secondaryHasAJoinConfig,
  secondaryHasAJoinSecret,
  secondaryHasAName,
  secondaryIngressIsItsOwn,
  tokenComesBeforeTheConfig
];

// src/rules/primary/bootstrap-matches-the-kasten-install.ts
var bootstrapMatchesTheKastenInstall = {
  id: "bootstrap-matches-the-kasten-install",
  severity: "warning",
  title: "A Bootstrap says of Kasten what its installation says.",
  why: `Kasten finds itself by \`k10.namespace\` and \`k10.releaseName\`. When they name another release than the one that runs, the bootstrap
fails and no \`Cluster\` of type primary appears; when the URL ends with another path than the dashboard's, secondaries meet a 404.`,
  fix: `Take the Helm release's namespace and name over into the Bootstrap

\`\`\`yaml
k10:
  namespace: <namespace of the release>
  releaseName: <name of the release>
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [7, 10],
  bad: [],
  good: [],
  *check({ primaries, repository }) {
    for (const { site, entries } of primaries) {
      const install = installOn(site);
      if (install) for (const entry of entries) yield* disagreements(entry, install, repository);
    }
  }
};
function installOn(site) {
  const [use, ...others3] = site.charts.filter(({ chart }) => chart === "k10");
  return others3.length > 0 ? void 0 : use;
}
function disagreements(entry, install, repository) {
  const { kastenNamespace, releaseName, ingress } = entry;
  const { namespace, release } = install;
  const told2 = (about, rest) => ({
    about,
    message: `The Bootstrap says ${quoted3(about.value)}, but ${rest}.`,
    related: [{ about: install.at, message: "installed here" }]
  });
  const found4 = [];
  if (kastenNamespace && namespace !== void 0 && kastenNamespace.value !== namespace) {
    found4.push(told2(kastenNamespace, `Kasten is installed in the namespace ${quoted3(namespace)}`));
  }
  if (releaseName && release !== void 0 && releaseName.value !== release) {
    found4.push(told2(releaseName, `Kasten is installed as the release ${quoted3(release)}`));
  }
  const path = ingress && pathOf(ingress.value) !== void 0 ? dashboardPathOf(install, repository) : void 0;
  if (ingress && path !== void 0 && lastStep(pathOf(ingress.value)) !== lastStep(path)) {
    found4.push(told2(ingress, `the dashboard is installed at the path ${quoted3(`/${path}`)}`));
  }
  return found4;
}
function dashboardPathOf({ values: origin, release }, repository) {
  const values = chartValuesOf(origin, repository);
  const isOn = (...path) => values.find(...path)?.value === true;
  if (!values.complete) return void 0;
  const written2 = isOn("ingress", "create") ? values.find("ingress", "urlPath")?.value ?? release : isOn("route", "enabled") && (values.find("route", "path")?.value ?? release);
  return typeof written2 === "string" ? written2.replace(/^\/+|\/+$/g, "") : void 0;
}
function pathOf(url) {
  const path = urlOf(url)?.pathname.replace(/^\/+|\/+$/g, "");
  return path === "" ? void 0 : path;
}
function lastStep(path) {
  return path?.split("/").at(-1);
}

// src/rules/primary/bootstrap-names-one-primary.ts
var bootstrapNamesOnePrimary = {
  id: "bootstrap-names-one-primary",
  severity: "warning",
  title: "A Bootstrap marks one of its clusters as the primary.",
  why: `The entry of \`spec.clusters\` with \`primary: true\` is the cluster that Kasten makes the primary. Without one, no \`Cluster\` with the
label \`dist.kio.kasten.io/cluster-type: primary\` appears and the join token stays empty.`,
  fix: `\`\`\`yaml
spec:
  clusters:
    <key of the primary>:
      name: <name of the primary>
      primary: true
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [5],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const primary of primaries) {
      for (const { manifest } of primary.bootstraps) yield* complaintsAbout(manifest, entriesIn2(manifest, primary));
    }
  }
};
function entriesIn2(manifest, { entries }) {
  return entries.filter(({ bootstrap }) => bootstrap.manifest === manifest);
}
function complaintsAbout(manifest, entries) {
  const clusters = at(manifest, "spec", "clusters");
  if (clusters && !isObject(clusters.value)) return [];
  if (entries.some(({ primary }) => primary && typeof primary.value !== "boolean")) return [];
  const [first2, ...others3] = entries.flatMap(({ primary }) => primary?.value === true ? [primary] : []);
  if (!first2) {
    const about = clusters ? { ...clusters, part: "key" } : whole(manifest);
    return [
      { about, message: `No cluster of this Bootstrap has "primary: true": add it to the one that is the primary.` }
    ];
  }
  const key4 = quoted3(String(first2.path[2]));
  return others3.map((about) => ({
    about,
    message: `This Bootstrap has a primary already, ${key4}: keep "primary: true" on one of them.`,
    related: [{ about: first2, message: "the first one" }]
  }));
}

// src/rules/primary/bootstrap-version-is-served.ts
var served = "dist.kio.kasten.io/v1alpha1";
var bootstrapVersionIsServed = {
  id: "bootstrap-version-is-served",
  severity: "error",
  title: "A Bootstrap is of the version that Kasten serves.",
  why: `Kasten serves \`Bootstrap\` as \`${served}\` and nothing else. Argo CD refuses the whole sync with
\`no matches for kind "Bootstrap"\`, so neither the primary nor its join token comes to be.`,
  fix: `\`\`\`yaml
apiVersion: ${served}
kind: Bootstrap
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [2],
  bad: [],
  good: [],
  *check({ manifests, primaries }) {
    for (const { manifest } of primaries.flatMap(({ bootstraps }) => bootstraps)) {
      if (manifest.apiVersion === served) continue;
      yield {
        about: { manifest, path: ["apiVersion"] },
        message: `Kasten serves Bootstrap as ${quoted3(served)}, not as ${quoted3(manifest.apiVersion)}: write the former.`
      };
    }
    for (const manifest of manifests) {
      if (!isMisspelt(manifest)) continue;
      yield { about: whole(manifest), message: `Kasten has no kind ${quoted3(manifest.kind)}: write "Bootstrap".` };
    }
  }
};
function isMisspelt(manifest) {
  return isDistribution(manifest) && !isBootstrap(manifest) && /^bootstraps?$/i.test(manifest.kind);
}

// src/rules/primary/cluster-name-is-valid.ts
var subdomain2 = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
var longestName = 253;
var longestLabel = 63;
var clusterNameIsValid = {
  id: "cluster-name-is-valid",
  severity: "error",
  title: "The name of a cluster is one that Kubernetes accepts.",
  why: `The name becomes the name of a \`Cluster\` object on the primary. One with capitals, underscores or spaces is refused by the Kubernetes
API: the primary is never made, or the secondary's \`mc-join-status\` says \`rejected\`. The primary's name is a label value too, and those end
at ${longestLabel} characters.`,
  fix: "Use small letters, digits, `-` and `.`, with a letter or digit first and last.",
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [6, 72],
  bad: [],
  good: [],
  *check({ primaries, secondaries }) {
    for (const name of namesOf2(primaries)) if (name.value !== "") yield* invalid3(name) ?? tooLongForLabel(name);
    for (const name of namesOf2(secondaries)) yield* invalid3(name) ?? [];
  }
};
function namesOf2(clusters) {
  const names3 = clusters.flatMap(({ name }) => name ?? []);
  return names3.filter(({ value }) => placeholderIn(value) === void 0);
}
function invalid3(name) {
  if (name.value.length > longestName) {
    return [
      {
        about: name,
        message: `The cluster name has ${name.value.length} characters; Kubernetes allows ${longestName}.`
      }
    ];
  }
  if (subdomain2.test(name.value)) return void 0;
  const message2 = `${quoted3(name.value)} is no name for a cluster: use small letters, digits, "-" and ".", with a letter or digit first and last.`;
  return [{ about: name, message: message2, severity: name.value === "" ? "warning" : "error" }];
}
function tooLongForLabel(name) {
  if (name.value.length <= longestLabel) return [];
  const message2 = `The primary's name has ${name.value.length} characters; Kasten uses it as a label value too, and those end at ${longestLabel}.`;
  return [{ about: name, message: message2, severity: "warning" }];
}

// src/rules/primary/ingress-is-https.ts
var ingressIsHttps = {
  id: "ingress-is-https",
  severity: "error",
  title: "A dashboard URL is absolute and https.",
  why: `The primary's URL is written into every join token as it stands; one without a scheme leads nowhere. Under \`http://\` a secondary
refuses to join unless its \`mc-join-config\` says \`allow-insecure-primary-ingress: "true"\`, the dashboard cannot join one at all, and tokens
cross the network in the clear.`,
  fix: "`https://<host>/<path>`: scheme, host and path.",
  source: "https://docs.kasten.io/latest/multicluster/how-tos/http_primary_ingress_connection.html",
  rows: [9, 75, 77],
  bad: [],
  good: [],
  *check(fleet) {
    for (const dashboard of dashboardsOf(fleet)) yield* complaintsAbout2(dashboard);
  }
};
function complaintsAbout2({ url, title, joins: joins2, allowsHttp: allowsHttp2 }) {
  const { value } = url;
  if (!absoluteUrlOf(value)) {
    return [
      {
        about: url,
        message: `${capital(title)} is ${quoted3(value)}, which is no absolute URL: write https://<host>/<path>.`
      }
    ];
  }
  if (!/^http:/i.test(value) || !allowsHttp2) return [];
  const message2 = joins2 ? `${capital(title)} is http: every secondary has to allow that, and tokens cross the network in the clear. Use https.` : `${capital(title)} is http: sessions of the primary's dashboard reach this cluster in the clear. Use https.`;
  return [{ about: url, message: message2, severity: "warning" }];
}
function capital(title) {
  return title.startsWith("the") ? `T${title.slice(1)}` : title;
}

// src/rules/primary/kasten-owns-its-clusters.ts
var kastenOwnsItsClusters = {
  id: "kasten-owns-its-clusters",
  severity: "warning",
  title: "Cluster objects are Kasten's own and are not in Git.",
  why: `Kasten makes a \`Cluster\` object for the primary and for each secondary that joins, and keeps its identity, connection and finalizer in
it. One that Argo CD applies as well is written by two: it stays \`OutOfSync\`, and pruning it disconnects the cluster.`,
  fix: "Remove the `Cluster` from Git: the Bootstrap makes the primary's, a join makes a secondary's.",
  source: "https://docs.kasten.io/latest/multicluster/how-tos/disconnect.html",
  rows: [17],
  bad: [],
  good: [],
  *check({ sites }) {
    for (const { manifest } of sites.flatMap(({ objects }) => objects)) {
      if (manifest.kind !== "Cluster" || !isDistribution(manifest)) continue;
      yield {
        about: whole(manifest),
        message: `Kasten makes and keeps the Cluster ${quoted3(manifest.name)} itself: remove it from Git.`
      };
    }
  }
};

// src/rules/primary/multicluster-is-enabled.ts
var multiclusterIsEnabled = {
  id: "multicluster-is-enabled",
  severity: "error",
  title: "Kasten's multi-cluster feature is on wherever it is used.",
  why: `With \`multicluster.enabled: false\` the Bootstrap, \`mc-join\` and \`mc-join-config\` have no effect at all, and no status says so. On a
cluster that has joined already, the upgrade of the k10 chart fails.`,
  fix: `Remove the setting, whose default is true, from the values of the k10 chart, or

\`\`\`yaml
multicluster:
  enabled: true
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/how-tos/disable.html",
  rows: [20],
  bad: [],
  good: [],
  *check({ primaries, secondaries, repository }) {
    const sites = new Set([...primaries, ...secondaries].map(({ site }) => site));
    for (const site of sites) {
      for (const { chart, values } of site.charts) {
        const enabled = chart === "k10" ? chartValuesOf(values, repository).find("multicluster", "enabled") : void 0;
        if (!enabled || !isOff2(enabled)) continue;
        yield {
          about: enabled,
          message: "Multi-cluster is switched off where this cluster is to join a set: remove the setting, or set it to true."
        };
      }
    }
  }
};
function isOff2({ value, path }) {
  return value === false || value === "false" && path.includes("parameters");
}

// src/rules/primary/names-are-fixed.ts
var namesAreFixed = {
  id: "names-are-fixed",
  severity: "error",
  title: "What the token passes through has a fixed name.",
  why: `Kasten's documentation creates the join token with \`generateName\`, for \`kubectl create\`. Argo CD applies: it refuses an object without
a name, or makes another one at each sync, and a PushSecret selects its Secret by name.`,
  fix: `\`\`\`yaml
metadata:
  name: <a fixed name>
\`\`\``,
  source: "https://kubernetes.io/docs/reference/using-api/api-concepts/#generated-values",
  rows: [19, 22, 52],
  bad: [],
  good: [],
  *check(fleet) {
    for (const manifest of passedThrough(fleet)) {
      const generated3 = stringAt(manifest, "metadata", "generateName");
      if (!generated3 || manifest.name !== "") continue;
      yield {
        about: generated3,
        message: `This ${manifest.kind} has a generateName and no name, which Argo CD cannot apply: give it a name.`,
        severity: isBootstrap(manifest) ? "warning" : "error"
      };
    }
  }
};
function passedThrough({ primaries, secondaries }) {
  const onPrimaries = primaries.flatMap((each) => [...each.bootstraps, ...each.joinTokens, ...each.pushSecrets]);
  const joins2 = secondaries.flatMap((each) => each.joins);
  return new Set([...onPrimaries, ...joins2].map(({ manifest }) => manifest));
}

// src/rules/primary/no-placeholder-left.ts
var noPlaceholderLeft = {
  id: "no-placeholder-left",
  severity: "error",
  title: "No placeholder is left where a value belongs.",
  why: `Argo CD applies plain manifests as they are: nobody fills in \`<\u2026>\`, \`{{ \u2026 }}\` or \`\${\u2026}\` on the way. The secondary then calls a host that
does not exist, or asks Key Vault for a name that it refuses with \`BadParameter\`.`,
  fix: "Write the value, or let Helm, Kustomize or a plugin render the folder.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/directory/",
  rows: [12],
  bad: [],
  good: [],
  *check(fleet) {
    const bare = ![...fleet.concerned].some(({ application }) => application);
    for (const { site, values } of valuesIn(fleet)) {
      const delivered = site?.folder === void 0;
      if (delivered || bare) for (const value of values) yield* complaintsAbout3(value, delivered);
    }
  }
};
function complaintsAbout3(about, delivered) {
  const placeholder = placeholderIn(about.value);
  if (placeholder === void 0 || !delivered && /^[{$]/.test(placeholder)) return [];
  const message2 = `${quoted3(placeholder)} is a placeholder that nothing fills in: write the value.`;
  return [{ about, message: message2, severity: delivered ? "error" : "warning" }];
}
function* valuesIn({ primaries, secondaries, concerned }) {
  const stores = /* @__PURE__ */ new Set();
  for (const primary of primaries) yield { site: primary.site, values: valuesOfPrimary(primary, stores) };
  for (const secondary of secondaries) yield { site: secondary.site, values: valuesOfSecondary(secondary, stores) };
  for (const store of stores) yield { values: valuesOfStore(store) };
  for (const { application } of concerned) if (application) yield { values: valuesOfApplication(application) };
}
function valuesOfPrimary({ entries, charts, joinTokens, pushSecrets }, stores) {
  return [
    ...entries.flatMap((entry) => present2(entry.name, entry.ingress, entry.kastenNamespace, entry.releaseName)),
    ...charts.flatMap((chart) => present2(chart.name, chart.ingress)),
    ...joinTokens.flatMap(({ manifest }) => namesOf3(manifest)),
    ...pushSecrets.flatMap((push) => [
      ...namesOf3(push.manifest),
      ...present2(push.selects),
      ...push.matches.flatMap(({ remoteKey }) => present2(remoteKey)),
      ...push.storeRefs.flatMap((ref) => valuesOfRef(ref, stores))
    ])
  ];
}
function valuesOfSecondary({ name, ingress, primaryIngress, config, joins: joins2 }, stores) {
  return [
    ...present2(name, ingress, primaryIngress),
    ...config ? namesOf3(config.manifest) : [],
    ...joins2.flatMap(({ manifest, storeRef, entries }) => [
      ...namesOf3(manifest),
      ...entries.flatMap(({ remoteKey }) => present2(remoteKey)),
      ...storeRef ? valuesOfRef(storeRef, stores) : []
    ])
  ];
}
function valuesOfRef(ref, stores) {
  if (ref.store) stores.add(ref.store);
  return present2(ref.name);
}
function valuesOfStore(store) {
  return present2(vaultUrlOf(store), stringAt(store, "spec", "provider", "azurekv", "tenantId"));
}
function valuesOfApplication({ destination, sources }) {
  const { server, name, namespace } = destination;
  return [...present2(server, name, namespace), ...sources.flatMap(({ repoURL, path }) => present2(repoURL, path))];
}
function namesOf3(manifest) {
  if ([manifest.name, manifest.namespace ?? ""].every((name) => placeholderIn(name) === void 0)) return [];
  return present2(stringAt(manifest, "metadata", "name"), stringAt(manifest, "metadata", "namespace"));
}
function present2(...values) {
  return values.filter((value) => value !== void 0);
}

// src/rules/primary/one-primary-per-set.ts
var onePrimaryPerSet = {
  id: "one-primary-per-set",
  severity: "error",
  title: "A multi-cluster set has one primary.",
  why: `Two Bootstraps, or a Bootstrap and a k10 chart with \`multicluster.primary.create\`, are two owners of the same \`Cluster\` object: each
sets the name and URL that the other has just replaced. Two clusters that call themselves primary under one URL issue tokens that only one
of them accepts, and secondaries end with \`rejected\` and \`Invalid join token\`.`,
  fix: `Keep one of them. Either the Bootstrap, or in the values of the k10 chart

\`\`\`yaml
multicluster:
  primary:
    create: true
    name: <name of the primary>
    ingressURL: <URL of its dashboard>
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [1],
  bad: [],
  good: [],
  *check({ sets }) {
    for (const { primaries } of sets) {
      const [first2, ...others3] = primaries.flatMap(declarationsOf2);
      if (first2) {
        for (const other of others3) if (clash(first2, other)) yield complaintOf21(first2, other);
      }
    }
  }
};
function declarationsOf2(primary) {
  const found4 = /* @__PURE__ */ new Map();
  for (const { bootstrap, primary: flag, target } of primary.entries) {
    const { manifest } = bootstrap;
    if (flag?.value === true && !found4.has(manifest)) found4.set(manifest, { primary, manifest, target });
  }
  const charts = primary.charts.map(({ create }) => ({ primary, manifest: create.manifest, target: create }));
  return [...found4.values(), ...charts];
}
function clash(a, b) {
  return a.primary === b.primary || urlOf2(a.primary) === urlOf2(b.primary);
}
function urlOf2({ ingress }) {
  return ingress && normalisedUrl(ingress.value);
}
function complaintOf21(first2, other) {
  const name = quoted3(first2.primary.name?.value || siteLabel(first2.primary.site));
  if (first2.manifest === other.manifest) {
    return {
      about: destinationOf3(other),
      message: `The same primary, ${name}, is delivered to a second cluster: keep one of the two Applications.`,
      related: [{ about: destinationOf3(first2), message: "delivered here too" }]
    };
  }
  return {
    about: { ...other.target, ...other.target.path.at(-1) === "create" ? {} : { part: "key" } },
    message: `The set has a primary already, ${name}: keep one of the two.`,
    related: [{ about: first2.target, message: "made a primary here" }]
  };
}
function destinationOf3({ primary, manifest }) {
  const { deliveries } = primary.site;
  const application = deliveries.find((delivery) => delivery.manifests.includes(manifest))?.application;
  return application ? { manifest: application.manifest, path: ["spec", "destination"], part: "key" } : whole(manifest);
}

// src/rules/declared-without.ts
function declaredWithout({ entries, charts }, ofChart, ofEntry) {
  const bootstraps = entries.filter(({ primary, target }) => primary?.value === true && isMissing(target, ofEntry)).map(({ target }) => ({ ...target, part: "key" }));
  const installs = charts.filter((chart) => chart.complete && !chart[ofChart]?.value);
  return [...bootstraps, ...installs.map(({ create }) => create)];
}
function isMissing({ manifest, path }, below2) {
  const found4 = at(manifest, ...path, ...below2);
  return found4 === void 0 || found4.value === "";
}

// src/rules/primary/primary-has-a-name.ts
var primaryHasAName = {
  id: "primary-has-a-name",
  severity: "error",
  title: "A primary has a name.",
  why: `Kasten creates the primary's \`Cluster\` object under this name. Without it there is nothing to create, and the k10 chart with
\`multicluster.primary.create\` does not even render.`,
  fix: `\`\`\`yaml
spec:
  clusters:
    <key of the primary>:
      name: <name of the primary>
\`\`\`

or, in the values of the k10 chart, \`multicluster.primary.name: <name of the primary>\`.`,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [6],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const about of primaries.flatMap((primary) => declaredWithout(primary, "name", ["name"]))) {
      yield {
        about,
        message: "The primary has no name: give it one, which tells it from the other clusters of the set."
      };
    }
  }
};

// src/rules/primary/primary-has-an-ingress.ts
var primaryHasAnIngress = {
  id: "primary-has-an-ingress",
  severity: "error",
  title: "A primary has the URL of its dashboard.",
  why: `The URL is written into every join token: it is where a secondary calls when it joins. Without it a token leads nowhere and no
secondary can join, unless each has a \`primary-ingress\` of its own.`,
  fix: `\`\`\`yaml
spec:
  clusters:
    <key of the primary>:
      k10:
        ingress:
          url: <URL of its dashboard>
\`\`\`

or, in the values of the k10 chart, \`multicluster.primary.ingressURL\`.`,
  source: "https://docs.kasten.io/latest/multicluster/upgrading.html",
  rows: [8],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const about of primaries.flatMap((primary) => declaredWithout(primary, "ingress", ["k10", "ingress", "url"]))) {
      yield {
        about,
        message: "The primary's dashboard URL is missing: set it to where secondaries reach Kasten, path included."
      };
    }
  }
};

// src/rules/primary/primary-namespace-is-created.ts
var primaryNamespaceIsCreated = {
  id: "primary-namespace-is-created",
  severity: "warning",
  title: "The primary's namespace is created.",
  why: `Kasten does not create \`kasten-io-mc\` by itself. On a cluster where nobody did so by hand, Argo CD's sync ends with
\`namespaces "kasten-io-mc" not found\`, and nothing of the primary is applied.`,
  fix: `Add the namespace to the primary's manifests

\`\`\`yaml
apiVersion: v1
kind: Namespace
metadata:
  name: kasten-io-mc
\`\`\`

or let the Application create it: \`destination.namespace: kasten-io-mc\` and the sync option \`CreateNamespace=true\`.`,
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#create-namespace",
  rows: [4],
  bad: [],
  good: [],
  *check({ primaries, manifests, deliveries }) {
    if (manifests.some(isPrimaryNamespace) || deliveries.some(creates)) return;
    for (const primary of primaries) {
      const first2 = firstIn(primary);
      if (!first2 || !isWholeAndDelivered(primary)) continue;
      yield {
        about: whole(first2.manifest),
        message: `Nothing creates the namespace "${primaryNamespace}" that this ${first2.manifest.kind} lives in: add a Namespace, or CreateNamespace=true to the Application.`
      };
    }
  }
};
function isPrimaryNamespace(manifest) {
  return isNamespace(manifest) && manifest.name === primaryNamespace;
}
function creates({ application, namespace, manifests }) {
  if (manifests.some(isPrimaryNamespace)) return true;
  return namespace === primaryNamespace && application !== void 0 && !!switchedOn(application, "CreateNamespace");
}
function firstIn({ bootstraps, joinTokens, pushSecrets }) {
  return [...bootstraps, ...joinTokens, ...pushSecrets].find(inPrimaryNamespace);
}
function isWholeAndDelivered({ site }) {
  return site.complete && site.folder === void 0;
}

// src/rules/primary/primary-objects-live-in-kasten-io-mc.ts
var primaryObjectsLiveInKastenIoMc = {
  id: "primary-objects-live-in-kasten-io-mc",
  severity: "error",
  title: "Bootstrap and join token live in the namespace kasten-io-mc.",
  why: `Kasten looks for them in \`kasten-io-mc\` alone. A Bootstrap elsewhere makes no primary, and a join token elsewhere stays empty: the
PushSecret then fails with \`secret key token does not exist\` and no secondary gets a token.`,
  fix: `\`\`\`yaml
metadata:
  namespace: kasten-io-mc
\`\`\``,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [3],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const primary of primaries) yield* primaryObjectsOf(primary).flatMap(complaintsAbout4);
  }
};
function primaryObjectsOf({ bootstraps, joinTokens }) {
  return [...bootstraps, ...joinTokens.filter(({ manifest }) => isJoinToken(manifest))];
}
function complaintsAbout4({ manifest }) {
  const namespace = stringAt(manifest, "metadata", "namespace");
  if (!namespace?.value || namespace.value === primaryNamespace) return [];
  const message2 = `The ${manifest.kind} ${quoted3(manifest.name)} is in ${quoted3(namespace.value)}, where Kasten does not look: write "${primaryNamespace}".`;
  return [{ about: namespace, message: message2 }];
}

// src/rules/primary/primary-survives-pruning.ts
var primarySurvivesPruning = {
  id: "primary-survives-pruning",
  severity: "warning",
  title: "Namespace, Bootstrap and join token are protected where their Application prunes or cascades.",
  why: `With \`prune: true\` one commit that moves or empties the folder deletes them; with the finalizer
\`resources-finalizer.argocd.argoproj.io\` the deletion of the Application does. A deleted join token is revoked; a deleted \`kasten-io-mc\`
takes every \`Cluster\` object with it, which disconnects all secondaries and leaves the namespace \`Terminating\` over their finalizers.`,
  fix: `On the Namespace, the Bootstrap and the join token

\`\`\`yaml
metadata:
  annotations:
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
\`\`\`

\`Prune=confirm,Delete=confirm\` does as well: Argo CD then asks.`,
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#no-prune-resources",
  rows: [16],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const primary of primaries) {
      for (const [{ application }, precious] of preciousOn(primary)) {
        if (application) yield* complaintsAbout5(application, precious);
      }
    }
  }
};
function preciousOn({ site, bootstraps, joinTokens }) {
  const namespaces = site.objects.filter(({ manifest }) => isNamespace(manifest) && manifest.name === primaryNamespace);
  const precious = /* @__PURE__ */ new Map();
  for (const { manifest, delivery } of [...namespaces, ...bootstraps, ...joinTokens]) {
    precious.set(delivery, [...precious.get(delivery) ?? [], manifest]);
  }
  return precious;
}
function complaintsAbout5(application, precious) {
  const pruned = application.automated?.prune ? precious.filter((each) => !isKept(each, application, "Prune")) : [];
  const cascaded = application.cascades ? precious.filter((each) => !isKept(each, application, "Delete")) : [];
  const lost3 = [.../* @__PURE__ */ new Set([...pruned, ...cascaded])];
  if (lost3.length === 0) return [];
  const names3 = [...new Set(lost3.map(({ kind: kind2 }) => kind2))].join(", ");
  const doing = pruned.length > 0 ? "prunes" : "deletes what it deployed when it is deleted";
  const option = pruned.length > 0 ? "Prune=false" : "Delete=false";
  const message2 = `This Application ${doing}, and nothing protects its ${names3}, which every secondary hangs on: give them the sync option ${option}.`;
  return [{ about: settingIn(application, pruned.length > 0), message: message2, related: lost3.map(relatedTo) }];
}
function isKept(manifest, application, key4) {
  const ofAll = syncOptionOf(application, key4);
  const options = [`${key4}=false`, `${key4}=confirm`];
  return options.some((option) => option === ofAll || objectOptionOf(manifest, option) !== void 0) || annotationOf(manifest, "helm.sh/resource-policy")?.value === "keep";
}
function settingIn({ automated, cascades }, prunes) {
  return prunes || !cascades ? { ...automated.target, path: [...automated.target.path, "prune"] } : cascades;
}
function relatedTo(manifest) {
  return { about: whole(manifest), message: "not protected" };
}

// src/rules/primary/waves-follow-the-token.ts
var wavesFollowTheToken = {
  id: "waves-follow-the-token",
  severity: "warning",
  title: "Sync waves follow the token: Bootstrap, join token, and last of all the PushSecret.",
  why: `Argo CD begins a wave when all of the one before is healthy. A PushSecret whose Secret has no token yet is Degraded, which ends the sync
there: what comes in a later wave is not applied. When that is the Bootstrap or the join token itself, the sync never gets past it.`,
  fix: `Number them in their order, as quoted integers, and leave nothing behind the PushSecret

\`\`\`yaml
metadata:
  annotations:
    argocd.argoproj.io/sync-wave: "3"
\`\`\``,
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/",
  rows: [13],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const primary of primaries) {
      for (const push of primary.pushSecrets.filter(isSynced)) yield* aboutPush(push, primary);
      for (const token2 of primary.joinTokens.filter(isSynced)) yield* aboutToken(token2, primary);
      yield* aboutNamespaces(primary);
      yield* aboutAnnotations(primary);
    }
  }
};
function isSynced({ manifest }) {
  return hookOf(manifest) === void 0;
}
function together(one, others3) {
  return others3.filter((other) => other.delivery === one.delivery && isSynced(other));
}
function aboutPush(push, { bootstraps, joinTokens }) {
  const wave = waveOf(push.manifest);
  const selected = joinTokens.filter(({ manifest }) => manifest.name === push.selects?.value);
  const needed = together(push, [...bootstraps, ...selected]).find(({ manifest }) => waveOf(manifest) > wave);
  if (needed) {
    const message3 = `The PushSecret is in wave ${wave}, before the ${needed.manifest.kind} it waits for, in wave ${waveOf(needed.manifest)}: the sync stops at it. Give it the last wave.`;
    return [{ about: wavePlace(push.manifest), message: message3, severity: "error", related: relatedTo2(needed.manifest) }];
  }
  const behind2 = push.delivery.manifests.find((manifest) => waveOf(manifest) > wave && !hookOf(manifest));
  if (!behind2) return [];
  const message2 = `The PushSecret is in wave ${wave}, and wave ${waveOf(behind2)} follows: the first sync ends at it, while the token is still missing. Give it the last wave.`;
  return [{ about: wavePlace(push.manifest), message: message2, related: relatedTo2(behind2) }];
}
function aboutToken(token2, { bootstraps }) {
  const wave = waveOf(token2.manifest);
  const later = together(token2, bootstraps).find(({ manifest }) => waveOf(manifest) > wave);
  if (!later) return [];
  const message2 = `The join token is in wave ${wave}, before the Bootstrap, in wave ${waveOf(later.manifest)}: give it that wave or a later one.`;
  return [{ about: wavePlace(token2.manifest), message: message2, severity: "notice", related: relatedTo2(later.manifest) }];
}
function aboutNamespaces({ site, bootstraps, joinTokens }) {
  const namespaces = site.objects.filter(({ manifest }) => isNamespace(manifest) && manifest.name === primaryNamespace);
  return namespaces.flatMap((namespace) => {
    const wave = waveOf(namespace.manifest);
    const inIt = together(namespace, [...bootstraps, ...joinTokens]);
    const earlier = inIt.find(({ manifest }) => waveOf(manifest) < wave);
    if (!earlier || namespace.delivery.namespace === primaryNamespace) return [];
    const message2 = `The Namespace is in wave ${wave}, after the ${earlier.manifest.kind} that lives in it, in wave ${waveOf(earlier.manifest)}: give it the first wave.`;
    return [{ about: wavePlace(namespace.manifest), message: message2, related: relatedTo2(earlier.manifest) }];
  });
}
function aboutAnnotations({ bootstraps, joinTokens, pushSecrets }) {
  return [...bootstraps, ...joinTokens, ...pushSecrets].flatMap(({ manifest }) => {
    const wave = waveAnnotationOf(manifest);
    if (!wave || integerOf3(wave.value) !== void 0) return [];
    return [
      {
        about: wave,
        message: `The sync wave ${quoted3(wave.value)} is no integer, so Argo CD takes 0: write a quoted integer.`
      }
    ];
  });
}
function wavePlace(manifest) {
  return waveAnnotationOf(manifest) ?? whole(manifest);
}
function relatedTo2(manifest) {
  return [{ about: wavePlace(manifest), message: `wave ${waveOf(manifest)}` }];
}

// src/rules/primary/index.ts
var primaryRules = [
  bootstrapMatchesTheKastenInstall,
  bootstrapNamesOnePrimary,
  bootstrapVersionIsServed,
  clusterNameIsValid,
  ingressHasAPath,
  ingressHostIsReachable,
  ingressIsHttps,
  kastenOwnsItsClusters,
  multiclusterIsEnabled,
  namesAreFixed,
  noPlaceholderLeft,
  onePrimaryPerSet,
  primaryHasAName,
  primaryHasAnIngress,
  primaryNamespaceIsCreated,
  primaryObjectsLiveInKastenIoMc,
  primarySurvivesPruning,
  wavesFollowTheToken
];

// src/rules/push/data-to-is-served-and-plain.ts
var dataToIsServedAndPlain = {
  id: "data-to-is-served-and-plain",
  severity: "warning",
  title: "`dataTo` is used where ESO knows it, and not beside `data` for the same key.",
  why: `ESO before 2.3.0 does not know \`dataTo\` and pushes nothing by it. With \`remoteKey\` it bundles all keys of the Secret as one JSON object, which no secondary can join with.`,
  fix: `Use \`data\`:

\`\`\`yaml
data:
  - match:
      secretKey: token
      remoteRef:
        remoteKey: <name of the secret in the vault>
\`\`\``,
  source: "external-secrets/external-secrets: apis/externalsecrets/v1alpha1/pushsecret_types.go",
  rows: [49],
  bad: [],
  good: [],
  *check({ primaries, versions }) {
    for (const { pushSecrets, site } of primaries) {
      const eso = versions.eso(site);
      for (const { manifest } of pushSecrets) {
        const dataTo = at(manifest, "spec", "dataTo");
        if (dataTo && !atLeast(eso.version, "2.3.0")) {
          yield {
            about: keyOf(dataTo),
            message: `${versionWords("ESO", eso)} does not know dataTo, which came with 2.3.0: use data.`
          };
        } else yield* bundles(manifest);
      }
    }
  }
};
function bundles(manifest) {
  return itemsAt(manifest, "spec", "dataTo").flatMap((item) => {
    const remoteKey = stringBelow(item, "remoteKey");
    return remoteKey ? [
      {
        about: remoteKey,
        message: "A dataTo with remoteKey pushes all keys as one JSON object, which is no join token: use data."
      }
    ] : [];
  });
}

// src/rules/push/push-follows-rotation.ts
var pushFollowsRotation = {
  id: "push-follows-rotation",
  severity: "error",
  title: "A PushSecret pushes again when the token changes.",
  why: `ESO does not watch the Secret it pushes: it looks again every \`refreshInterval\`. With \`0\`, or with \`updatePolicy: IfNotExists\`, a new token never reaches the vault while the PushSecret stays \`Ready\`; secondaries that join later are refused with \`Invalid join token\`.`,
  fix: `\`\`\`yaml
spec:
  refreshInterval: 10m
  updatePolicy: Replace
\`\`\``,
  source: "external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go",
  rows: [44, 46],
  bad: [],
  good: [],
  *check({ primaries, settings }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      const interval = refreshIntervalComplaint(push.manifest, settings.maxRefresh, "error");
      if (interval) yield interval;
      const { updatePolicy } = push;
      if (updatePolicy?.value === "IfNotExists") yield { about: updatePolicy, message: neverAgain };
    }
  }
};
var neverAgain = 'With updatePolicy "IfNotExists" a rotated token never replaces the one in the vault: write "Replace".';

// src/rules/push/push-metadata-is-valid.ts
var pushMetadataIsValid = {
  id: "push-metadata-is-valid",
  severity: "error",
  title: "The metadata of a push is what Key Vault gets.",
  why: `ESO reads \`metadata\` as a PushSecretMetadata: with another kind or a date it can't read the PushSecret is Errored and nothing is pushed. The tag \`managed-by\` is ESO's own. With \`useAzureSDK: true\` on the store, \`expirationDate\` is ignored.`,
  fix: `\`\`\`yaml
metadata:
  apiVersion: kubernetes.external-secrets.io/v1alpha1
  kind: PushSecretMetadata
  spec:
    expirationDate: "<time to come, such as 2027-06-30T00:00:00Z>"
\`\`\``,
  source: "external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go",
  rows: [50],
  bad: [],
  good: [],
  *check({ primaries, settings }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      if (!push.storeRefs.every(mayBeKeyVault)) continue;
      for (const { target } of push.matches) {
        const metadata = objectAt(target.manifest, ...target.path, "metadata");
        if (metadata) yield* complaintsAbout6(metadata, push, settings.now);
      }
    }
  }
};
var kind = "PushSecretMetadata";
var version = "kubernetes.external-secrets.io/v1alpha1";
function* complaintsAbout6(metadata, push, now) {
  const wrongKind = [stringBelow(metadata, "kind"), stringBelow(metadata, "apiVersion")].find(
    (found4, index) => found4 && found4.value !== (index === 0 ? kind : version)
  );
  if (wrongKind)
    yield {
      about: wrongKind,
      message: `ESO reads metadata of kind ${kind} in ${version} only, not ${quoted3(wrongKind.value)}.`
    };
  const managedBy = below(metadata, "spec", "tags", "managed-by");
  if (managedBy)
    yield { about: keyOf(managedBy), message: 'ESO refuses the tag "managed-by", which is its own: remove it.' };
  const expiry = stringBelow(metadata, "spec", "expirationDate");
  const complaint2 = expiry && expiryComplaint(expiry, push, now);
  if (complaint2) yield complaint2;
}
var rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[-+]\d{2}:\d{2})$/;
function expiryComplaint(expiry, push, now) {
  const time = rfc3339.test(expiry.value) ? Date.parse(expiry.value) : Number.NaN;
  if (Number.isNaN(time)) {
    return {
      about: expiry,
      message: `The expirationDate ${quoted3(expiry.value)} is no time in RFC 3339: write it like "2027-06-30T00:00:00Z".`
    };
  }
  if (time <= now) {
    return {
      about: expiry,
      severity: "warning",
      message: `The expirationDate ${quoted3(expiry.value)} has passed: each push writes a secret that is expired already.`
    };
  }
  const ignored = push.storeRefs.some(
    ({ store }) => store && at(store, "spec", "provider", "azurekv", "useAzureSDK")?.value === true
  );
  return ignored ? {
    about: keyOf(expiry),
    severity: "warning",
    message: "A store with useAzureSDK ignores the expirationDate: the secret gets none."
  } : void 0;
}

// src/rules/push/push-names-no-property.ts
var pushNamesNoProperty = {
  id: "push-names-no-property",
  severity: "warning",
  title: "A PushSecret to Key Vault names no property.",
  why: `A Key Vault secret is one value. ESO's Azure provider ignores \`remoteRef.property\` when it pushes, while an ExternalSecret with the same property looks for it inside the value and fails: \`property \u2026 does not exist in key \u2026\`.`,
  fix: `Remove the line \`property: \u2026\`.`,
  source: "external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go",
  rows: [40],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      if (!push.storeRefs.every(mayBeKeyVault)) continue;
      for (const { property } of push.matches) {
        if (property)
          yield {
            about: keyOf(property),
            message: "Key Vault secrets have no properties: ESO ignores this line. Remove it."
          };
      }
    }
  }
};

// src/rules/push/push-secret-reads-the-token.ts
var pushSecretReadsTheToken = {
  id: "push-secret-reads-the-token",
  severity: "error",
  title: "A PushSecret reads the join token of its own namespace.",
  why: `ESO reads the Secret that \`selector.secret.name\` names, in the namespace of the PushSecret. When there is none the PushSecret says \`could not get source secret\` and the vault never gets a token; a \`generatorRef\` would push a random value instead of the token.`,
  fix: `\`\`\`yaml
metadata:
  namespace: kasten-io-mc
spec:
  selector:
    secret:
      name: <name of the token> # the Secret of type dist.kio.kasten.io/join-token
\`\`\``,
  source: "external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go",
  rows: [33, 34, 35],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const primary of primaries) {
      for (const push of primary.pushSecrets) {
        const complaint2 = generated2(push) ?? notThere(push, primary);
        if (complaint2) yield complaint2;
      }
    }
  }
};
function generated2({ manifest }) {
  const generator = at(manifest, "spec", "selector", "generatorRef");
  return generator && { about: keyOf(generator), message: generatorMessage };
}
var generatorMessage = "A generatorRef pushes a value of its own making instead of the join token: select the Secret that Kasten fills, by selector.secret.name.";
function notThere(push, { joinTokens, site }) {
  const { selects, namespace } = push;
  const named4 = joinTokens.filter(({ manifest }) => manifest.name === selects?.value);
  if (!selects || named4.some((token2) => token2.namespace === namespace)) return void 0;
  const elsewhere = named4[0];
  if (elsewhere && isMisplaced(elsewhere) && namespace === primaryNamespace) return void 0;
  if (elsewhere) {
    const message2 = `The PushSecret is in namespace ${quoted3(namespace ?? "")}, the Secret ${quoted3(selects.value)} in ${quoted3(elsewhere.namespace ?? "")}: ESO reads the PushSecret's own namespace only, so put both in "${primaryNamespace}".`;
    return { about: selects, message: message2, related: [{ about: whole(elsewhere.manifest), message: "the Secret" }] };
  }
  return site.complete ? unknownSecret(selects, joinTokens) : void 0;
}
function isMisplaced({ manifest }) {
  return isJoinToken(manifest) && ![void 0, primaryNamespace].includes(manifest.namespace);
}
function unknownSecret(selects, joinTokens) {
  const token2 = joinTokens[0];
  const advice3 = token2 ? `select ${quoted3(token2.manifest.name)}` : `add a Secret of type ${joinTokenType}`;
  return {
    about: selects,
    message: `No Secret ${quoted3(selects.value)} is delivered with this PushSecret, so nothing is pushed: ${advice3}.`,
    related: token2 ? [{ about: whole(token2.manifest), message: "the join token" }] : []
  };
}

// src/rules/push/push-secret-sends-the-token.ts
var pushSecretSendsTheToken = {
  id: "push-secret-sends-the-token",
  severity: "error",
  title: "A PushSecret sends the key `token`, and names it.",
  why: `Kasten writes the token to the key \`token\`. Another key gives \`secret key \u2026 does not exist\` and nothing is pushed. Without a \`secretKey\` ESO pushes the whole Secret as a JSON object: the secondaries then join with that text and are refused with \`Invalid join token\`.`,
  fix: `\`\`\`yaml
data:
  - match:
      secretKey: token
      remoteRef:
        remoteKey: <name of the secret in the vault>
\`\`\``,
  source: "external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go",
  rows: [36, 37],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      if (push.matches.length === 0 && !at(push.manifest, "spec", "dataTo")) yield nothingSent(push);
      for (const match2 of push.matches) {
        const complaint2 = wrongKey(match2);
        if (complaint2) yield complaint2;
      }
    }
  }
};
function nothingSent({ manifest }) {
  const about = { manifest, path: ["spec"], part: "key" };
  return {
    about,
    message: `This PushSecret has no data, so it pushes nothing: match the key "${tokenKey}" to a remoteKey.`
  };
}
function wrongKey({ target, secretKey }) {
  if (secretKey?.value === tokenKey) return void 0;
  if (secretKey?.value) {
    const message2 = `The key ${quoted3(secretKey.value)} is pushed, but Kasten writes the token to the key "${tokenKey}": write secretKey: ${tokenKey}.`;
    return { about: secretKey, message: message2 };
  }
  const about = { ...target, path: [...target.path, "match"], part: "key" };
  return {
    about,
    message: `Without a secretKey the whole Secret is pushed as JSON, which no secondary can join with: write secretKey: ${tokenKey}.`
  };
}

// src/rules/push/push-secret-version-is-served.ts
var pushSecretVersionIsServed = {
  id: "push-secret-version-is-served",
  severity: "error",
  title: "PushSecret has an API version that ESO serves.",
  why: `PushSecret exists as \`external-secrets.io/v1alpha1\` and nothing else, in every release of ESO. With another version the sync fails: \`no matches for kind "PushSecret" in version "external-secrets.io/v1"\`, and the token is never pushed.`,
  fix: `\`\`\`yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
\`\`\``,
  source: "external-secrets/external-secrets: config/crds/bases/external-secrets.io_pushsecrets.yaml",
  rows: [32],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { site, pushSecrets } of fleet.primaries) {
      for (const { manifest } of pushSecrets) {
        const complaint2 = servedVersionComplaint(manifest, site, fleet);
        if (complaint2) yield complaint2;
      }
    }
  }
};

// src/rules/push/push-store-names-its-kind.ts
var pushStoreNamesItsKind = {
  id: "push-store-names-its-kind",
  severity: "error",
  title: "A PushSecret names its stores, with the kind that is meant.",
  why: `Without \`kind\` ESO looks for a SecretStore in the namespace of the PushSecret, not for a ClusterSecretStore. The PushSecret then says \`could not get SecretStore \u2026 not found\` and nothing is pushed.`,
  fix: `\`\`\`yaml
secretStoreRefs:
  - name: <name of the store>
    kind: ClusterSecretStore
\`\`\``,
  source: "external-secrets/external-secrets: apis/externalsecrets/v1alpha1/pushsecret_types.go",
  rows: [41],
  bad: [],
  good: [],
  *check({ primaries, stores }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      if (push.storeRefs.length === 0) yield noStore(push);
      for (const ref of push.storeRefs) {
        const complaint2 = unnamed2(ref) ?? wrongKindComplaint(ref, stores);
        if (complaint2) yield complaint2;
      }
    }
  }
};
function noStore({ manifest }) {
  const about = { manifest, path: ["spec", "secretStoreRefs"] };
  return { about, message: "This PushSecret names no store, so the token goes nowhere: name one in secretStoreRefs." };
}
function unnamed2({ target, name }) {
  if (name || at(target.manifest, ...target.path, "labelSelector")) return void 0;
  return { about: target, message: "This reference names no store: give it a name, or a labelSelector." };
}

// src/rules/push/push-template-keeps-the-token.ts
var pushTemplateKeepsTheToken = {
  id: "push-template-keeps-the-token",
  severity: "error",
  title: "A template of a PushSecret keeps the token as it is.",
  why: `A \`template\` with \`data\` replaces the keys of the Secret before ESO pushes: when it has no \`token\`, ESO says \`secret key token does not exist\`; when it changes the value, the vault gets something that no secondary can join with.`,
  fix: `Remove \`template\`, or keep the key:

\`\`\`yaml
template:
  data:
    token: "{{ .token }}"
\`\`\``,
  source: "external-secrets/external-secrets: apis/externalsecrets/v1alpha1/pushsecret_types.go",
  rows: [48],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const { manifest } of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      const data = objectAt(manifest, "spec", "template", "data");
      const merged3 = at(manifest, "spec", "template", "mergePolicy")?.value === "Merge";
      const token2 = data && stringBelow(data, tokenKey);
      if (data && !token2 && !merged3) yield { about: keyOf(data), message: lost2 };
      if (token2 && !unchanged2.test(token2.value)) yield { about: token2, message: changed2 };
    }
  }
};
var unchanged2 = /^\s*\{\{-?\s*\.token(?:\s*\|\s*toString)?\s*-?\}\}\s*$/;
var lost2 = `This template leaves no key "${tokenKey}" to push: add it as "{{ .${tokenKey} }}", or remove the template.`;
var changed2 = `This template changes the token on its way to the vault: write "{{ .${tokenKey} }}".`;

// src/rules/push/token-goes-to-one-vault.ts
var tokenGoesToOneVault = {
  id: "token-goes-to-one-vault",
  severity: "warning",
  title: "A join token goes to one vault.",
  why: `Every store that a PushSecret names gets a copy of the token. A copy in a vault that nobody meant is a credential that nobody watches: whoever may read it can join a cluster to the fleet.`,
  fix: `Name one store in \`secretStoreRefs\`, or take the copies to one PushSecret each and say why in a comment.`,
  source: "external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go",
  rows: [43],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      const vaults = /* @__PURE__ */ new Map();
      for (const ref of push.storeRefs)
        if (ref.name) vaults.set(vaultOf(ref, ref.name.value), vaults.get(vaultOf(ref, ref.name.value)) ?? ref);
      const [first2, ...others3] = [...vaults.values()];
      for (const ref of others3) yield complaintOf22(ref, first2);
    }
  }
};
function vaultOf({ kind: kind2, vaultUrl }, name) {
  return vaultUrl ? vaultKeyOf(vaultUrl.value) : `${kind2} ${name}`;
}
function complaintOf22({ name }, first2) {
  return {
    about: name,
    message: `The token goes to the store ${quoted3(first2.name.value)} and to ${quoted3(name.value)} too: a second copy of a credential. Push to one vault, unless this is meant.`,
    related: [{ about: first2.name, message: "the first store" }]
  };
}

// src/rules/push/vault-secret-outlives-the-push.ts
var vaultSecretOutlivesThePush = {
  id: "vault-secret-outlives-the-push",
  severity: "warning",
  title: "The secret in the vault outlives the PushSecret.",
  why: `With \`deletionPolicy: Delete\` ESO deletes the vault secret when the PushSecret goes, and from ESO 2.3.0 on also when the join-token Secret goes. Key Vault keeps a deleted name blocked for up to 90 days (soft delete can't be switched off): the next push gets \`409 ObjectIsDeletedButRecoverable\` and stays Errored until a person recovers or purges the secret.`,
  fix: `\`\`\`yaml
spec:
  deletionPolicy: None
\`\`\``,
  source: "https://github.com/external-secrets/external-secrets/issues/3519",
  rows: [45],
  bad: [],
  good: [],
  *check({ primaries, versions }) {
    for (const { pushSecrets, site } of primaries) {
      const eso = versions.eso(site);
      for (const { deletionPolicy, storeRefs } of pushSecrets) {
        if (deletionPolicy?.value !== "Delete" || !storeRefs.every(mayBeKeyVault)) continue;
        yield complaintOf23(deletionPolicy, eso);
      }
    }
  }
};
function complaintOf23(about, eso) {
  const springs = atLeast(eso.version, "2.3.0");
  const when = springs ? "when the PushSecret or the join-token Secret goes" : "when the PushSecret goes";
  return {
    about,
    message: `${versionWords("ESO", eso)} deletes the vault secret ${when}, and Key Vault then blocks its name for up to 90 days: write deletionPolicy "None".`,
    ...springs && eso.from !== "assumed" && { severity: "error" }
  };
}

// src/rules/push/index.ts
var pushRules = [
  dataToIsServedAndPlain,
  pushFollowsRotation,
  pushMetadataIsValid,
  pushNamesNoProperty,
  pushSecretReadsTheToken,
  pushSecretSendsTheToken,
  pushSecretVersionIsServed,
  pushStoreNamesItsKind,
  pushTemplateKeepsTheToken,
  remoteKeyIsAVaultName,
  tokenGoesToOneVault,
  vaultSecretOutlivesThePush
];

// src/rules/repository/ignore-has-a-reason.ts
var ignoreHasAReason = (ids) => ({
  id: "ignore-has-a-reason",
  severity: "warning",
  title: "A comment that silences a finding names a rule and says why.",
  why: "Without a reason, or with a rule that does not exist, the comment silences nothing; and nobody knows later whether the finding still has to be silenced.",
  fix: `\`\`\`yaml
# kasten-multicluster-ignore ingress-is-https: the lab has no certificates
\`\`\``,
  source: "docs/rules/ignore-has-a-reason.md",
  rows: [],
  bad: [],
  good: [],
  *check({ repository }) {
    for (const { path, text: text2 } of repository.files.values()) {
      for (const ignore of ignoresIn(path, text2)) {
        const message2 = messageOf2(ignore, ids);
        if (message2 !== void 0) yield { about: { ...ignore, endLine: ignore.line }, message: message2 };
      }
    }
  }
});
function messageOf2({ rule, reason }, ids) {
  if (rule === "") return "This comment silences nothing: it names no rule. Write the rule, a colon and the reason.";
  if (!ids.has(rule)) {
    const meant = nearest(rule, ids);
    return `There is no rule ${quoted3(rule)}, so this comment silences nothing${meant === void 0 ? "." : `; did you mean ${quoted3(meant)}?`}`;
  }
  return reason === "" ? `This comment silences nothing: write the reason after "${rule}:".` : void 0;
}

// src/rules/file-problems.ts
function problemsOf({ repository }) {
  return [...repository.files.values()].flatMap(({ problems }) => problems);
}

// src/rules/repository/documents-are-separated.ts
var documentsAreSeparated = {
  id: "documents-are-separated",
  severity: "error",
  title: "The line that separates two documents has nothing else on it.",
  why: "Kubernetes splits a file at lines that begin with `---` and drops what else is on such a line. An object or a key that begins there is lost, or its first line is.",
  fix: "Put what follows `---` on a line of its own.",
  source: "https://pkg.go.dev/k8s.io/apimachinery/pkg/util/yaml#YAMLReader",
  rows: [123],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { kind: kind2, message: message2, place } of problemsOf(fleet)) {
      if (kind2 !== "separator" || !fileIsOfTheFleet(fleet, place.file)) continue;
      yield { about: place, message: `${message2[0].toUpperCase()}${message2.slice(1)}.` };
    }
  }
};

// src/model/schema/native.ts
var strings2 = { type: "object", values: "string" };
var nativeDefinitions = () => ({
  ObjectMeta: {
    type: "object",
    properties: {
      name: "string",
      generateName: "string",
      namespace: "string",
      labels: strings2,
      annotations: strings2,
      finalizers: { type: "array", items: "string" },
      ownerReferences: { type: "array", items: "OwnerReference" },
      creationTimestamp: "string",
      deletionTimestamp: "string",
      deletionGracePeriodSeconds: "integer",
      generation: "integer",
      managedFields: { type: "array", items: "any" },
      resourceVersion: "string",
      selfLink: "string",
      uid: "string"
    }
  },
  OwnerReference: {
    type: "object",
    required: ["apiVersion", "kind", "name", "uid"],
    properties: {
      apiVersion: "string",
      kind: "string",
      name: "string",
      uid: "string",
      controller: "boolean",
      blockOwnerDeletion: "boolean"
    }
  },
  "v1/Namespace": kindOf3({
    spec: { type: "object", properties: { finalizers: { type: "array", items: "string" } } },
    status: "any"
  }),
  "v1/Secret": kindOf3({ type: "string", immutable: "boolean", data: strings2, stringData: strings2 }),
  "v1/ConfigMap": kindOf3({ immutable: "boolean", data: strings2, binaryData: strings2 })
});
var kindOf3 = (properties) => ({
  type: "object",
  required: ["metadata"],
  properties: { apiVersion: "string", kind: "string", metadata: "ObjectMeta", ...properties }
});

// src/model/schema/kasten.ts
var apiVersion = "dist.kio.kasten.io/v1alpha1";
var isOurReading = (kind2) => kind2.startsWith(`${apiVersion}/`);
var kastenDefinitions = () => ({
  [`${apiVersion}/Bootstrap`]: kindOf3({
    spec: {
      type: "object",
      properties: {
        clusters: { type: "object", values: { type: "object", properties: { name: "string", ...member() } } }
      }
    },
    status: "any"
  }),
  [`${apiVersion}/Cluster`]: kindOf3({ spec: { type: "object", properties: member() }, status: "any" })
});
var member = () => ({
  primary: "boolean",
  k10: {
    type: "object",
    properties: {
      namespace: "string",
      releaseName: "string",
      ingress: { type: "object", properties: { url: "string" } }
    }
  }
});

// src/model/schema/written.ts
var plainTypes = ["any", "boolean", "intOrString", "integer", "number", "string"];

// src/model/schema/linked.ts
var linkerOf = (definitions) => {
  const written2 = new Map(Object.entries(definitions));
  const linked = new Map(plainTypes.map((type) => [type, schemaOf({ type }, unlinkable)]));
  const named4 = (name) => {
    const known10 = linked.get(name);
    const description = known10 ? void 0 : written2.get(name);
    if (!description) return known10;
    const schema = schemaOf(description, link);
    linked.set(name, schema);
    return schema;
  };
  const link = (part) => {
    const schema = typeof part === "string" ? named4(part) : schemaOf(part, link);
    return schema ?? unlinkable(part);
  };
  return named4;
};
var unlinkable = (part) => {
  throw new Error(`no schema definition is named ${JSON.stringify(part)}`);
};
var schemaOf = (written2, link) => ({
  type: written2.type,
  properties: new Map(Object.entries(written2.properties ?? {}).map(([key4, part]) => [key4, link(part)])),
  values: written2.values === void 0 ? void 0 : link(written2.values),
  required: written2.required ?? [],
  items: written2.items === void 0 ? void 0 : link(written2.items),
  enum: written2.enum,
  pattern: written2.pattern === void 0 ? void 0 : new RegExp(written2.pattern),
  min: written2.min ?? -Infinity,
  max: written2.max ?? Infinity
});

// src/model/schema/upstream.generated.ts
var upstreams = [
  {
    name: "Argo CD",
    repository: "argoproj/argo-cd",
    version: "3.6.0-dev",
    commit: "37ee0097cf851bc2dd7665fc081bbce61a7e836e"
  },
  {
    name: "External Secrets Operator",
    repository: "external-secrets/external-secrets",
    version: "2.9.0",
    commit: "cc5bfbc2234ace9cb0caff4ea89c435cf517b27b"
  }
];
var upstreamDefinitions = () => ({
  "argoproj.io/v1alpha1/AppProject": {
    type: "object",
    required: ["metadata", "spec"],
    properties: {
      apiVersion: "string",
      kind: "string",
      metadata: "ObjectMeta",
      spec: {
        type: "object",
        properties: {
          clusterResourceBlacklist: "v1alpha1.AppProject.spec.clusterResourceBlacklist",
          clusterResourceWhitelist: "v1alpha1.AppProject.spec.clusterResourceBlacklist",
          description: { type: "string", max: 255 },
          destinationServiceAccounts: {
            type: "array",
            items: {
              type: "object",
              required: ["defaultServiceAccount", "server"],
              properties: { defaultServiceAccount: "string", namespace: "string", server: "string" }
            }
          },
          destinations: { type: "array", items: "v1alpha1.Application.spec.destination" },
          namespaceResourceBlacklist: "v1alpha1.AppProject.spec.namespaceResourceBlacklist",
          namespaceResourceWhitelist: "v1alpha1.AppProject.spec.namespaceResourceBlacklist",
          orphanedResources: {
            type: "object",
            properties: {
              ignore: {
                type: "array",
                items: { type: "object", properties: { group: "string", kind: "string", name: "string" } }
              },
              warn: "boolean"
            }
          },
          permitOnlyProjectScopedClusters: "boolean",
          roles: {
            type: "array",
            items: {
              type: "object",
              required: ["name"],
              properties: {
                description: "string",
                groups: "v1alpha1.Application.operation.sync.manifests",
                jwtTokens: {
                  type: "array",
                  items: {
                    type: "object",
                    required: ["iat"],
                    properties: { exp: "integer", iat: "integer", id: "string" }
                  }
                },
                name: "string",
                policies: "v1alpha1.Application.operation.sync.manifests"
              }
            }
          },
          signatureKeys: {
            type: "array",
            items: { type: "object", required: ["keyID"], properties: { keyID: "string" } }
          },
          sourceIntegrity: {
            type: "object",
            required: ["git"],
            properties: {
              git: {
                type: "object",
                required: ["policies"],
                properties: {
                  policies: {
                    type: "array",
                    items: {
                      type: "object",
                      required: ["gpg", "repos"],
                      properties: {
                        gpg: {
                          type: "object",
                          required: ["keys", "mode"],
                          properties: { keys: "v1alpha1.Application.operation.sync.manifests", mode: "string" }
                        },
                        repos: {
                          type: "array",
                          items: { type: "object", required: ["url"], properties: { url: "string" } }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          sourceNamespaces: "v1alpha1.Application.operation.sync.manifests",
          sourceRepos: "v1alpha1.Application.operation.sync.manifests",
          syncWindows: {
            type: "array",
            items: {
              type: "object",
              properties: {
                andOperator: "boolean",
                applications: "v1alpha1.Application.operation.sync.manifests",
                clusters: "v1alpha1.Application.operation.sync.manifests",
                description: "string",
                duration: "string",
                kind: "string",
                manualSync: "boolean",
                namespaces: "v1alpha1.Application.operation.sync.manifests",
                schedule: "string",
                syncOverrun: "boolean",
                timeZone: "string"
              }
            }
          }
        }
      },
      status: "any"
    }
  },
  "argoproj.io/v1alpha1/Application": {
    type: "object",
    required: ["metadata", "spec"],
    properties: {
      apiVersion: "string",
      kind: "string",
      metadata: "ObjectMeta",
      operation: {
        type: "object",
        properties: {
          info: "v1alpha1.Application.operation.info",
          initiatedBy: { type: "object", properties: { automated: "boolean", username: "string" } },
          retry: "v1alpha1.Application.operation.retry",
          sync: {
            type: "object",
            properties: {
              autoHealAttemptsCount: "integer",
              dryRun: "boolean",
              manifests: "v1alpha1.Application.operation.sync.manifests",
              prune: "boolean",
              resources: {
                type: "array",
                items: {
                  type: "object",
                  required: ["kind", "name"],
                  properties: { group: "string", kind: "string", name: "string", namespace: "string" }
                }
              },
              revision: "string",
              revisions: "v1alpha1.Application.operation.sync.manifests",
              source: "v1alpha1.Application.operation.sync.source",
              sources: "v1alpha1.Application.operation.sync.sources",
              syncOptions: "v1alpha1.Application.operation.sync.manifests",
              syncStrategy: {
                type: "object",
                properties: {
                  apply: "v1alpha1.Application.operation.sync.syncStrategy.apply",
                  hook: "v1alpha1.Application.operation.sync.syncStrategy.apply"
                }
              }
            }
          }
        }
      },
      spec: "v1alpha1.Application.spec",
      status: "any"
    }
  },
  "argoproj.io/v1alpha1/ApplicationSet": {
    type: "object",
    required: ["metadata", "spec"],
    properties: {
      apiVersion: "string",
      kind: "string",
      metadata: "ObjectMeta",
      spec: {
        type: "object",
        required: ["generators", "template"],
        properties: {
          applyNestedSelectors: "boolean",
          generators: {
            type: "array",
            items: {
              type: "object",
              properties: {
                clusterDecisionResource: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource",
                clusters: "v1alpha1.ApplicationSet.spec.generators[].clusters",
                git: "v1alpha1.ApplicationSet.spec.generators[].git",
                list: "v1alpha1.ApplicationSet.spec.generators[].list",
                matrix: {
                  type: "object",
                  required: ["generators"],
                  properties: {
                    generators: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators",
                    template: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template"
                  }
                },
                merge: {
                  type: "object",
                  required: ["generators", "mergeKeys"],
                  properties: {
                    generators: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators",
                    mergeKeys: "v1alpha1.Application.operation.sync.manifests",
                    template: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template"
                  }
                },
                plugin: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].plugin",
                pullRequest: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest",
                scmProvider: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].scmProvider",
                selector: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector"
              }
            }
          },
          goTemplate: "boolean",
          goTemplateOptions: "v1alpha1.Application.operation.sync.manifests",
          ignoreApplicationDifferences: {
            type: "array",
            items: {
              type: "object",
              properties: {
                jqPathExpressions: "v1alpha1.Application.operation.sync.manifests",
                jsonPointers: "v1alpha1.Application.operation.sync.manifests",
                name: "string"
              }
            }
          },
          preservedFields: {
            type: "object",
            properties: {
              annotations: "v1alpha1.Application.operation.sync.manifests",
              labels: "v1alpha1.Application.operation.sync.manifests"
            }
          },
          strategy: {
            type: "object",
            properties: {
              deletionOrder: "string",
              rollingSync: {
                type: "object",
                properties: {
                  steps: {
                    type: "array",
                    items: {
                      type: "object",
                      properties: {
                        matchExpressions: {
                          type: "array",
                          items: {
                            type: "object",
                            properties: {
                              key: "string",
                              operator: "string",
                              values: "v1alpha1.Application.operation.sync.manifests"
                            }
                          }
                        },
                        maxUpdate: "intOrString"
                      }
                    }
                  }
                }
              },
              type: "string"
            }
          },
          syncPolicy: {
            type: "object",
            properties: {
              applicationsSync: { type: "string", enum: ["create-only", "create-update", "create-delete", "sync"] },
              preserveResourcesOnDeletion: "boolean"
            }
          },
          template: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template",
          templatePatch: "string"
        }
      },
      status: "any"
    }
  },
  "external-secrets.io/v1/ClusterSecretStore": {
    type: "object",
    properties: {
      apiVersion: "string",
      kind: "string",
      metadata: "ObjectMeta",
      spec: {
        type: "object",
        required: ["provider"],
        properties: {
          conditions: "v1.SecretStore.spec.conditions",
          controller: "string",
          provider: {
            type: "object",
            properties: {
              akeyless: "any",
              aws: "any",
              azurekv: {
                type: "object",
                required: ["vaultUrl"],
                properties: {
                  authSecretRef: "v1.SecretStore.spec.provider.azurekv.authSecretRef",
                  authType: "v1.SecretStore.spec.provider.azurekv.authType",
                  customCloudConfig: {
                    type: "object",
                    required: ["activeDirectoryEndpoint"],
                    properties: {
                      activeDirectoryEndpoint: "string",
                      keyVaultDNSSuffix: "string",
                      keyVaultEndpoint: "string",
                      resourceManagerEndpoint: "string"
                    }
                  },
                  environmentType: {
                    type: "string",
                    enum: ["PublicCloud", "USGovernmentCloud", "ChinaCloud", "GermanCloud", "AzureStackCloud"]
                  },
                  identityId: "string",
                  serviceAccountRef: "v1.SecretStore.spec.provider.azurekv.serviceAccountRef",
                  tenantId: "string",
                  useAzureSDK: "boolean",
                  vaultUrl: "string"
                }
              },
              barbican: "any",
              beyondtrust: "any",
              beyondtrustworkloadcredentials: "any",
              bitwardensecretsmanager: "any",
              chef: "any",
              cloudrusm: "any",
              conjur: "any",
              crd: "any",
              delinea: "any",
              doppler: "any",
              dvls: "any",
              fake: "any",
              fortanix: "any",
              gcpsm: "any",
              github: "any",
              gitlab: "any",
              ibm: "any",
              infisical: "any",
              keepersecurity: "any",
              kubernetes: "any",
              nebiusmysterybox: "any",
              ngrok: "any",
              onboardbase: "any",
              onepassword: "any",
              onepasswordSDK: "any",
              openBao: "any",
              oracle: "any",
              ovh: "any",
              passbolt: "any",
              passworddepot: "any",
              previder: "any",
              pulumi: "any",
              scaleway: "any",
              secretserver: "any",
              senhasegura: "any",
              vault: "any",
              volcengine: "any",
              webhook: "any",
              yandexcertificatemanager: "any",
              yandexlockbox: "any"
            },
            min: 1,
            max: 1
          },
          refreshInterval: "intOrString",
          retrySettings: "v1.SecretStore.spec.retrySettings"
        }
      },
      status: "any"
    }
  },
  "external-secrets.io/v1/ExternalSecret": {
    type: "object",
    properties: {
      apiVersion: "string",
      kind: "string",
      metadata: "ObjectMeta",
      spec: {
        type: "object",
        properties: {
          data: {
            type: "array",
            items: {
              type: "object",
              required: ["remoteRef", "secretKey"],
              properties: {
                remoteRef: "v1.ExternalSecret.spec.data[].remoteRef",
                secretKey: "v1.ExternalSecret.spec.data[].secretKey",
                sourceRef: "v1.ExternalSecret.spec.data[].sourceRef"
              }
            }
          },
          dataFrom: {
            type: "array",
            items: {
              type: "object",
              properties: {
                extract: "v1.ExternalSecret.spec.data[].remoteRef",
                find: {
                  type: "object",
                  properties: {
                    conversionStrategy: "v1.ExternalSecret.spec.data[].remoteRef.conversionStrategy",
                    decodingStrategy: "v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy",
                    name: "v1.ExternalSecret.spec.dataFrom[].find.name",
                    nullBytePolicy: "v1.ExternalSecret.spec.data[].remoteRef.nullBytePolicy",
                    path: "string",
                    tags: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations"
                  }
                },
                rewrite: {
                  type: "array",
                  items: {
                    type: "object",
                    properties: {
                      merge: {
                        type: "object",
                        properties: {
                          conflictPolicy: { type: "string", enum: ["Ignore", "Error"] },
                          into: "string",
                          priority: "v1alpha1.Application.operation.sync.manifests",
                          priorityPolicy: { type: "string", enum: ["IgnoreNotFound", "Strict"] },
                          strategy: { type: "string", enum: ["Extract", "JSON"] }
                        }
                      },
                      regexp: "v1.ExternalSecret.spec.dataFrom[].rewrite[].regexp",
                      transform: "v1.ExternalSecret.spec.dataFrom[].rewrite[].transform"
                    },
                    min: 1,
                    max: 1
                  }
                },
                sourceRef: "v1.ExternalSecret.spec.data[].sourceRef"
              }
            }
          },
          refreshInterval: "string",
          refreshPolicy: "v1.ExternalSecret.spec.refreshPolicy",
          secretStoreRef: "v1.ExternalSecret.spec.data[].sourceRef.storeRef",
          syncWindows: {
            type: "object",
            required: ["kind", "windows"],
            properties: {
              kind: { type: "string", enum: ["allow", "deny"] },
              windows: {
                type: "array",
                items: {
                  type: "object",
                  required: ["duration", "schedule"],
                  properties: {
                    duration: "string",
                    schedule: {
                      type: "string",
                      min: 1,
                      pattern: "^(@(annually|yearly|monthly|weekly|daily|midnight|hourly)|@every [^\\s]+.*|[^\\s]+( [^\\s]+){4})$"
                    }
                  }
                },
                min: 1
              }
            }
          },
          target: {
            type: "object",
            properties: {
              creationPolicy: { type: "string", enum: ["Owner", "Orphan", "Merge", "None", "CreateOrMerge"] },
              deletionPolicy: "v1.ExternalSecret.spec.target.deletionPolicy",
              immutable: "boolean",
              manifest: {
                type: "object",
                required: ["apiVersion", "kind"],
                properties: {
                  apiVersion: "v1.ExternalSecret.spec.target.manifest.apiVersion",
                  kind: "v1.ExternalSecret.spec.target.manifest.apiVersion"
                }
              },
              name: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name",
              template: "v1.ExternalSecret.spec.target.template"
            }
          }
        }
      },
      status: "any"
    }
  },
  "external-secrets.io/v1/SecretStore": {
    type: "object",
    properties: {
      apiVersion: "string",
      kind: "string",
      metadata: "ObjectMeta",
      spec: {
        type: "object",
        required: ["provider"],
        properties: {
          conditions: "v1.SecretStore.spec.conditions",
          controller: "string",
          provider: {
            type: "object",
            properties: {
              akeyless: "any",
              aws: "any",
              azurekv: {
                type: "object",
                required: ["vaultUrl"],
                properties: {
                  authSecretRef: "v1.SecretStore.spec.provider.azurekv.authSecretRef",
                  authType: "v1.SecretStore.spec.provider.azurekv.authType",
                  customCloudConfig: {
                    type: "object",
                    required: ["activeDirectoryEndpoint"],
                    properties: {
                      activeDirectoryEndpoint: "string",
                      keyVaultDNSSuffix: "string",
                      keyVaultEndpoint: "string",
                      resourceManagerEndpoint: "string"
                    }
                  },
                  environmentType: {
                    type: "string",
                    enum: ["PublicCloud", "USGovernmentCloud", "ChinaCloud", "GermanCloud", "AzureStackCloud"]
                  },
                  identityId: "string",
                  serviceAccountRef: "v1.SecretStore.spec.provider.azurekv.serviceAccountRef",
                  tenantId: "string",
                  useAzureSDK: "boolean",
                  vaultUrl: "string"
                }
              },
              barbican: "any",
              beyondtrust: "any",
              beyondtrustworkloadcredentials: "any",
              bitwardensecretsmanager: "any",
              chef: "any",
              cloudrusm: "any",
              conjur: "any",
              crd: "any",
              delinea: "any",
              doppler: "any",
              dvls: "any",
              fake: "any",
              fortanix: "any",
              gcpsm: "any",
              github: "any",
              gitlab: "any",
              ibm: "any",
              infisical: "any",
              keepersecurity: "any",
              kubernetes: "any",
              nebiusmysterybox: "any",
              ngrok: "any",
              onboardbase: "any",
              onepassword: "any",
              onepasswordSDK: "any",
              openBao: "any",
              oracle: "any",
              ovh: "any",
              passbolt: "any",
              passworddepot: "any",
              previder: "any",
              pulumi: "any",
              scaleway: "any",
              secretserver: "any",
              senhasegura: "any",
              vault: "any",
              volcengine: "any",
              webhook: "any",
              yandexcertificatemanager: "any",
              yandexlockbox: "any"
            },
            min: 1,
            max: 1
          },
          refreshInterval: "intOrString",
          retrySettings: "v1.SecretStore.spec.retrySettings"
        }
      },
      status: "any"
    }
  },
  "external-secrets.io/v1alpha1/PushSecret": {
    type: "object",
    properties: {
      apiVersion: "string",
      kind: "string",
      metadata: "ObjectMeta",
      spec: {
        type: "object",
        required: ["secretStoreRefs", "selector"],
        properties: {
          data: {
            type: "array",
            items: {
              type: "object",
              required: ["match"],
              properties: {
                conversionStrategy: "v1alpha1.PushSecret.spec.data[].conversionStrategy",
                match: {
                  type: "object",
                  required: ["remoteRef"],
                  properties: {
                    remoteRef: {
                      type: "object",
                      required: ["remoteKey"],
                      properties: { property: "string", remoteKey: "string" }
                    },
                    secretKey: "string"
                  }
                },
                metadata: "any"
              }
            }
          },
          dataTo: {
            type: "array",
            items: {
              type: "object",
              properties: {
                conversionStrategy: "v1alpha1.PushSecret.spec.data[].conversionStrategy",
                match: "v1.ExternalSecret.spec.dataFrom[].find.name",
                metadata: "any",
                remoteKey: "string",
                rewrite: {
                  type: "array",
                  items: {
                    type: "object",
                    properties: {
                      regexp: "v1.ExternalSecret.spec.dataFrom[].rewrite[].regexp",
                      transform: "v1.ExternalSecret.spec.dataFrom[].rewrite[].transform"
                    }
                  }
                },
                storeRef: "v1alpha1.PushSecret.spec.dataTo[].storeRef"
              }
            }
          },
          deletionPolicy: { type: "string", enum: ["Delete", "None"] },
          refreshInterval: "string",
          secretStoreRefs: { type: "array", items: "v1alpha1.PushSecret.spec.dataTo[].storeRef" },
          selector: {
            type: "object",
            properties: {
              generatorRef: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef",
              secret: {
                type: "object",
                properties: {
                  name: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name",
                  selector: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector"
                }
              }
            },
            min: 1,
            max: 1
          },
          template: "v1.ExternalSecret.spec.target.template",
          updatePolicy: { type: "string", enum: ["Replace", "IfNotExists"] }
        }
      },
      status: "any"
    }
  },
  "external-secrets.io/v1beta1/ClusterSecretStore": {
    type: "object",
    properties: {
      apiVersion: "string",
      kind: "string",
      metadata: "ObjectMeta",
      spec: {
        type: "object",
        required: ["provider"],
        properties: {
          conditions: "v1.SecretStore.spec.conditions",
          controller: "string",
          provider: {
            type: "object",
            properties: {
              akeyless: "any",
              alibaba: "any",
              aws: "any",
              azurekv: {
                type: "object",
                required: ["vaultUrl"],
                properties: {
                  authSecretRef: "v1.SecretStore.spec.provider.azurekv.authSecretRef",
                  authType: "v1.SecretStore.spec.provider.azurekv.authType",
                  environmentType: {
                    type: "string",
                    enum: ["PublicCloud", "USGovernmentCloud", "ChinaCloud", "GermanCloud"]
                  },
                  identityId: "string",
                  serviceAccountRef: "v1.SecretStore.spec.provider.azurekv.serviceAccountRef",
                  tenantId: "string",
                  vaultUrl: "string"
                }
              },
              beyondtrust: "any",
              bitwardensecretsmanager: "any",
              chef: "any",
              cloudrusm: "any",
              conjur: "any",
              delinea: "any",
              device42: "any",
              doppler: "any",
              fake: "any",
              fortanix: "any",
              gcpsm: "any",
              github: "any",
              gitlab: "any",
              ibm: "any",
              infisical: "any",
              keepersecurity: "any",
              kubernetes: "any",
              onboardbase: "any",
              onepassword: "any",
              oracle: "any",
              passbolt: "any",
              passworddepot: "any",
              previder: "any",
              pulumi: "any",
              scaleway: "any",
              secretserver: "any",
              senhasegura: "any",
              vault: "any",
              webhook: "any",
              yandexcertificatemanager: "any",
              yandexlockbox: "any"
            },
            min: 1,
            max: 1
          },
          refreshInterval: "integer",
          retrySettings: "v1.SecretStore.spec.retrySettings"
        }
      },
      status: "any"
    }
  },
  "external-secrets.io/v1beta1/ExternalSecret": {
    type: "object",
    properties: {
      apiVersion: "string",
      kind: "string",
      metadata: "ObjectMeta",
      spec: {
        type: "object",
        properties: {
          data: {
            type: "array",
            items: {
              type: "object",
              required: ["remoteRef", "secretKey"],
              properties: {
                remoteRef: "v1beta1.ExternalSecret.spec.data[].remoteRef",
                secretKey: "v1.ExternalSecret.spec.data[].secretKey",
                sourceRef: "v1beta1.ExternalSecret.spec.data[].sourceRef"
              }
            }
          },
          dataFrom: {
            type: "array",
            items: {
              type: "object",
              properties: {
                extract: "v1beta1.ExternalSecret.spec.data[].remoteRef",
                find: {
                  type: "object",
                  properties: {
                    conversionStrategy: "v1.ExternalSecret.spec.data[].remoteRef.conversionStrategy",
                    decodingStrategy: "v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy",
                    name: "v1.ExternalSecret.spec.dataFrom[].find.name",
                    path: "string",
                    tags: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations"
                  }
                },
                rewrite: {
                  type: "array",
                  items: {
                    type: "object",
                    properties: {
                      regexp: "v1.ExternalSecret.spec.dataFrom[].rewrite[].regexp",
                      transform: "v1.ExternalSecret.spec.dataFrom[].rewrite[].transform"
                    },
                    min: 1,
                    max: 1
                  }
                },
                sourceRef: "v1beta1.ExternalSecret.spec.data[].sourceRef"
              }
            }
          },
          refreshInterval: "string",
          refreshPolicy: "v1.ExternalSecret.spec.refreshPolicy",
          secretStoreRef: "v1.ExternalSecret.spec.data[].sourceRef.storeRef",
          target: {
            type: "object",
            properties: {
              creationPolicy: { type: "string", enum: ["Owner", "Orphan", "Merge", "None"] },
              deletionPolicy: "v1.ExternalSecret.spec.target.deletionPolicy",
              immutable: "boolean",
              name: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name",
              template: {
                type: "object",
                properties: {
                  data: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations",
                  engineVersion: "v1.ExternalSecret.spec.target.template.engineVersion",
                  mergePolicy: "v1.ExternalSecret.spec.target.template.mergePolicy",
                  metadata: "v1alpha1.Application.spec.syncPolicy.managedNamespaceMetadata",
                  templateFrom: {
                    type: "array",
                    items: {
                      type: "object",
                      properties: {
                        configMap: "v1.ExternalSecret.spec.target.template.templateFrom[].configMap",
                        literal: "string",
                        secret: "v1.ExternalSecret.spec.target.template.templateFrom[].configMap",
                        target: { type: "string", enum: ["Data", "Annotations", "Labels"] }
                      }
                    }
                  },
                  type: "string"
                }
              }
            }
          }
        }
      },
      status: "any"
    }
  },
  "external-secrets.io/v1beta1/SecretStore": {
    type: "object",
    properties: {
      apiVersion: "string",
      kind: "string",
      metadata: "ObjectMeta",
      spec: {
        type: "object",
        required: ["provider"],
        properties: {
          conditions: "v1.SecretStore.spec.conditions",
          controller: "string",
          provider: {
            type: "object",
            properties: {
              akeyless: "any",
              alibaba: "any",
              aws: "any",
              azurekv: {
                type: "object",
                required: ["vaultUrl"],
                properties: {
                  authSecretRef: "v1.SecretStore.spec.provider.azurekv.authSecretRef",
                  authType: "v1.SecretStore.spec.provider.azurekv.authType",
                  environmentType: {
                    type: "string",
                    enum: ["PublicCloud", "USGovernmentCloud", "ChinaCloud", "GermanCloud"]
                  },
                  identityId: "string",
                  serviceAccountRef: "v1.SecretStore.spec.provider.azurekv.serviceAccountRef",
                  tenantId: "string",
                  vaultUrl: "string"
                }
              },
              beyondtrust: "any",
              bitwardensecretsmanager: "any",
              chef: "any",
              cloudrusm: "any",
              conjur: "any",
              delinea: "any",
              device42: "any",
              doppler: "any",
              fake: "any",
              fortanix: "any",
              gcpsm: "any",
              github: "any",
              gitlab: "any",
              ibm: "any",
              infisical: "any",
              keepersecurity: "any",
              kubernetes: "any",
              onboardbase: "any",
              onepassword: "any",
              oracle: "any",
              passbolt: "any",
              passworddepot: "any",
              previder: "any",
              pulumi: "any",
              scaleway: "any",
              secretserver: "any",
              senhasegura: "any",
              vault: "any",
              webhook: "any",
              yandexcertificatemanager: "any",
              yandexlockbox: "any"
            },
            min: 1,
            max: 1
          },
          refreshInterval: "integer",
          retrySettings: "v1.SecretStore.spec.retrySettings"
        }
      },
      status: "any"
    }
  },
  "v1.ExternalSecret.spec.dataFrom[].find.name": { type: "object", properties: { regexp: "string" } },
  "v1.ExternalSecret.spec.dataFrom[].rewrite[].regexp": {
    type: "object",
    required: ["source", "target"],
    properties: { source: "string", target: "string" }
  },
  "v1.ExternalSecret.spec.dataFrom[].rewrite[].transform": {
    type: "object",
    required: ["template"],
    properties: { template: "string" }
  },
  "v1.ExternalSecret.spec.data[].remoteRef": {
    type: "object",
    required: ["key"],
    properties: {
      conversionStrategy: "v1.ExternalSecret.spec.data[].remoteRef.conversionStrategy",
      decodingStrategy: "v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy",
      key: "string",
      metadataPolicy: "v1.ExternalSecret.spec.data[].remoteRef.metadataPolicy",
      nullBytePolicy: "v1.ExternalSecret.spec.data[].remoteRef.nullBytePolicy",
      property: "string",
      version: "string"
    }
  },
  "v1.ExternalSecret.spec.data[].remoteRef.conversionStrategy": { type: "string", enum: ["Default", "Unicode"] },
  "v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy": {
    type: "string",
    enum: ["Auto", "Base64", "Base64URL", "None"]
  },
  "v1.ExternalSecret.spec.data[].remoteRef.metadataPolicy": { type: "string", enum: ["None", "Fetch"] },
  "v1.ExternalSecret.spec.data[].remoteRef.nullBytePolicy": { type: "string", enum: ["Ignore", "Fail"] },
  "v1.ExternalSecret.spec.data[].secretKey": { type: "string", min: 1, max: 253, pattern: "^[-._a-zA-Z0-9]+$" },
  "v1.ExternalSecret.spec.data[].sourceRef": {
    type: "object",
    properties: {
      generatorRef: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef",
      storeRef: "v1.ExternalSecret.spec.data[].sourceRef.storeRef"
    },
    min: 1,
    max: 1
  },
  "v1.ExternalSecret.spec.data[].sourceRef.generatorRef": {
    type: "object",
    required: ["kind", "name"],
    properties: {
      apiVersion: "string",
      kind: {
        type: "string",
        enum: [
          "ACRAccessToken",
          "BeyondtrustWorkloadCredentialsDynamicSecret",
          "ClusterGenerator",
          "CloudsmithAccessToken",
          "ECRAuthorizationToken",
          "Fake",
          "GCRAccessToken",
          "GithubAccessToken",
          "GitlabDeployToken",
          "QuayAccessToken",
          "Password",
          "SSHKey",
          "STSSessionToken",
          "UUID",
          "VaultDynamicSecret",
          "Webhook",
          "Grafana",
          "MFA"
        ]
      },
      name: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name"
    }
  },
  "v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name": {
    type: "string",
    min: 1,
    max: 253,
    pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
  },
  "v1.ExternalSecret.spec.data[].sourceRef.storeRef": {
    type: "object",
    properties: {
      kind: "v1.ExternalSecret.spec.data[].sourceRef.storeRef.kind",
      name: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name"
    }
  },
  "v1.ExternalSecret.spec.data[].sourceRef.storeRef.kind": {
    type: "string",
    enum: ["SecretStore", "ClusterSecretStore"]
  },
  "v1.ExternalSecret.spec.refreshPolicy": { type: "string", enum: ["CreatedOnce", "Periodic", "OnChange"] },
  "v1.ExternalSecret.spec.target.deletionPolicy": { type: "string", enum: ["Delete", "Merge", "Retain"] },
  "v1.ExternalSecret.spec.target.manifest.apiVersion": { type: "string", min: 1 },
  "v1.ExternalSecret.spec.target.template": {
    type: "object",
    properties: {
      data: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations",
      engineVersion: "v1.ExternalSecret.spec.target.template.engineVersion",
      mergePolicy: "v1.ExternalSecret.spec.target.template.mergePolicy",
      metadata: {
        type: "object",
        properties: {
          annotations: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations",
          finalizers: "v1alpha1.Application.operation.sync.manifests",
          labels: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations"
        }
      },
      templateFrom: {
        type: "array",
        items: {
          type: "object",
          properties: {
            configMap: "v1.ExternalSecret.spec.target.template.templateFrom[].configMap",
            literal: "string",
            secret: "v1.ExternalSecret.spec.target.template.templateFrom[].configMap",
            target: "string",
            valuesDecodingStrategy: "v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy"
          }
        }
      },
      type: "string"
    }
  },
  "v1.ExternalSecret.spec.target.template.engineVersion": { type: "string", enum: ["v2"] },
  "v1.ExternalSecret.spec.target.template.mergePolicy": { type: "string", enum: ["Replace", "Merge"] },
  "v1.ExternalSecret.spec.target.template.templateFrom[].configMap": {
    type: "object",
    required: ["items", "name"],
    properties: {
      items: {
        type: "array",
        items: {
          type: "object",
          required: ["key"],
          properties: {
            key: "v1.ExternalSecret.spec.data[].secretKey",
            templateAs: { type: "string", enum: ["Values", "KeysAndValues"] }
          }
        }
      },
      name: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name"
    }
  },
  "v1.SecretStore.spec.conditions": {
    type: "array",
    items: {
      type: "object",
      properties: {
        namespaceRegexes: "v1alpha1.Application.operation.sync.manifests",
        namespaceSelector: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector",
        namespaces: { type: "array", items: "v1.SecretStore.spec.conditions[].namespaces[]" }
      }
    }
  },
  "v1.SecretStore.spec.conditions[].namespaces[]": {
    type: "string",
    min: 1,
    max: 63,
    pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
  },
  "v1.SecretStore.spec.provider.azurekv.authSecretRef": {
    type: "object",
    properties: {
      clientCertificate: "v1.SecretStore.spec.provider.azurekv.authSecretRef.clientCertificate",
      clientId: "v1.SecretStore.spec.provider.azurekv.authSecretRef.clientCertificate",
      clientSecret: "v1.SecretStore.spec.provider.azurekv.authSecretRef.clientCertificate",
      tenantId: "v1.SecretStore.spec.provider.azurekv.authSecretRef.clientCertificate"
    }
  },
  "v1.SecretStore.spec.provider.azurekv.authSecretRef.clientCertificate": {
    type: "object",
    properties: {
      key: "v1.ExternalSecret.spec.data[].secretKey",
      name: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name",
      namespace: "v1.SecretStore.spec.conditions[].namespaces[]"
    }
  },
  "v1.SecretStore.spec.provider.azurekv.authType": {
    type: "string",
    enum: ["ServicePrincipal", "ManagedIdentity", "WorkloadIdentity"]
  },
  "v1.SecretStore.spec.provider.azurekv.serviceAccountRef": {
    type: "object",
    required: ["name"],
    properties: {
      audiences: "v1alpha1.Application.operation.sync.manifests",
      name: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name",
      namespace: "v1.SecretStore.spec.conditions[].namespaces[]"
    }
  },
  "v1.SecretStore.spec.retrySettings": {
    type: "object",
    properties: { maxRetries: "integer", retryInterval: "string" }
  },
  "v1alpha1.AppProject.spec.clusterResourceBlacklist": {
    type: "array",
    items: {
      type: "object",
      required: ["group", "kind"],
      properties: { group: "string", kind: "string", name: "string" }
    }
  },
  "v1alpha1.AppProject.spec.namespaceResourceBlacklist": {
    type: "array",
    items: { type: "object", required: ["group", "kind"], properties: { group: "string", kind: "string" } }
  },
  "v1alpha1.Application.operation.info": {
    type: "array",
    items: { type: "object", required: ["name", "value"], properties: { name: "string", value: "string" } }
  },
  "v1alpha1.Application.operation.retry": {
    type: "object",
    properties: {
      backoff: { type: "object", properties: { duration: "string", factor: "integer", maxDuration: "string" } },
      limit: "integer",
      refresh: "boolean"
    }
  },
  "v1alpha1.Application.operation.sync.manifests": { type: "array", items: "string" },
  "v1alpha1.Application.operation.sync.source": {
    type: "object",
    required: ["repoURL"],
    properties: {
      chart: "string",
      directory: "v1alpha1.Application.operation.sync.source.directory",
      helm: "v1alpha1.Application.operation.sync.source.helm",
      kustomize: "v1alpha1.Application.operation.sync.source.kustomize",
      name: "string",
      path: "string",
      plugin: "v1alpha1.Application.operation.sync.source.plugin",
      ref: "string",
      repoURL: "string",
      tagPrefix: "string",
      targetRevision: "string"
    }
  },
  "v1alpha1.Application.operation.sync.source.directory": {
    type: "object",
    properties: {
      disableExtensionFilter: "boolean",
      exclude: "string",
      include: "string",
      jsonnet: {
        type: "object",
        properties: {
          extVars: "v1alpha1.Application.operation.sync.source.directory.jsonnet.extVars",
          libs: "v1alpha1.Application.operation.sync.manifests",
          tlas: "v1alpha1.Application.operation.sync.source.directory.jsonnet.extVars"
        }
      },
      recurse: "boolean"
    }
  },
  "v1alpha1.Application.operation.sync.source.directory.jsonnet.extVars": {
    type: "array",
    items: {
      type: "object",
      required: ["name", "value"],
      properties: { code: "boolean", name: "string", value: "string" }
    }
  },
  "v1alpha1.Application.operation.sync.source.helm": {
    type: "object",
    properties: {
      apiVersions: "v1alpha1.Application.operation.sync.manifests",
      fileParameters: { type: "array", items: { type: "object", properties: { name: "string", path: "string" } } },
      ignoreMissingValueFiles: "boolean",
      kubeVersion: "string",
      namespace: "string",
      parameters: {
        type: "array",
        items: { type: "object", properties: { forceString: "boolean", name: "string", value: "string" } }
      },
      passCredentials: "boolean",
      releaseName: "string",
      skipCrds: "boolean",
      skipSchemaValidation: "boolean",
      skipTests: "boolean",
      valueFiles: "v1alpha1.Application.operation.sync.manifests",
      values: "string",
      valuesObject: "v1alpha1.Application.operation.sync.source.helm.valuesObject",
      version: "string"
    }
  },
  "v1alpha1.Application.operation.sync.source.helm.valuesObject": { type: "object", values: "any" },
  "v1alpha1.Application.operation.sync.source.kustomize": {
    type: "object",
    properties: {
      apiVersions: "v1alpha1.Application.operation.sync.manifests",
      commonAnnotations: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations",
      commonAnnotationsEnvsubst: "boolean",
      commonLabels: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations",
      components: "v1alpha1.Application.operation.sync.manifests",
      forceCommonAnnotations: "boolean",
      forceCommonLabels: "boolean",
      ignoreMissingComponents: "boolean",
      images: "v1alpha1.Application.operation.sync.manifests",
      kubeVersion: "string",
      labelIncludeTemplates: "boolean",
      labelWithoutSelector: "boolean",
      namePrefix: "string",
      nameSuffix: "string",
      namespace: "string",
      patches: {
        type: "array",
        items: {
          type: "object",
          properties: {
            options: { type: "object", values: "boolean" },
            patch: "string",
            path: "string",
            target: {
              type: "object",
              properties: {
                annotationSelector: "string",
                group: "string",
                kind: "string",
                labelSelector: "string",
                name: "string",
                namespace: "string",
                version: "string"
              }
            }
          }
        }
      },
      replicas: {
        type: "array",
        items: { type: "object", required: ["count", "name"], properties: { count: "intOrString", name: "string" } }
      },
      version: "string"
    }
  },
  "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations": { type: "object", values: "string" },
  "v1alpha1.Application.operation.sync.source.plugin": {
    type: "object",
    properties: {
      env: "v1alpha1.Application.operation.info",
      name: "string",
      parameters: {
        type: "array",
        items: {
          type: "object",
          properties: {
            array: "v1alpha1.Application.operation.sync.manifests",
            map: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations",
            name: "string",
            string: "string"
          }
        }
      }
    }
  },
  "v1alpha1.Application.operation.sync.sources": { type: "array", items: "v1alpha1.Application.operation.sync.source" },
  "v1alpha1.Application.operation.sync.syncStrategy.apply": { type: "object", properties: { force: "boolean" } },
  "v1alpha1.Application.spec": {
    type: "object",
    required: ["destination", "project"],
    properties: {
      destination: "v1alpha1.Application.spec.destination",
      ignoreDifferences: {
        type: "array",
        items: {
          type: "object",
          required: ["kind"],
          properties: {
            group: "string",
            jqPathExpressions: "v1alpha1.Application.operation.sync.manifests",
            jsonPointers: "v1alpha1.Application.operation.sync.manifests",
            kind: "string",
            managedFieldsManagers: "v1alpha1.Application.operation.sync.manifests",
            name: "string",
            namespace: "string"
          }
        }
      },
      info: "v1alpha1.Application.operation.info",
      project: "string",
      revisionHistoryLimit: "integer",
      source: "v1alpha1.Application.operation.sync.source",
      sourceHydrator: {
        type: "object",
        required: ["drySource", "syncSource"],
        properties: {
          drySource: {
            type: "object",
            required: ["path", "repoURL", "targetRevision"],
            properties: {
              directory: "v1alpha1.Application.operation.sync.source.directory",
              helm: "v1alpha1.Application.operation.sync.source.helm",
              kustomize: "v1alpha1.Application.operation.sync.source.kustomize",
              path: "string",
              plugin: "v1alpha1.Application.operation.sync.source.plugin",
              repoURL: "string",
              targetRevision: "string"
            }
          },
          hydrateTo: { type: "object", required: ["targetBranch"], properties: { targetBranch: "string" } },
          syncSource: {
            type: "object",
            required: ["path", "targetBranch"],
            properties: {
              path: { type: "string", min: 1, pattern: "^.{2,}|[^./]$" },
              repoURL: "string",
              targetBranch: "string"
            }
          }
        }
      },
      sources: "v1alpha1.Application.operation.sync.sources",
      syncPolicy: {
        type: "object",
        properties: {
          automated: {
            type: "object",
            properties: { allowEmpty: "boolean", enabled: "boolean", prune: "boolean", selfHeal: "boolean" }
          },
          managedNamespaceMetadata: "v1alpha1.Application.spec.syncPolicy.managedNamespaceMetadata",
          retry: "v1alpha1.Application.operation.retry",
          syncOptions: "v1alpha1.Application.operation.sync.manifests"
        }
      }
    }
  },
  "v1alpha1.Application.spec.destination": {
    type: "object",
    properties: { name: "string", namespace: "string", server: "string" }
  },
  "v1alpha1.Application.spec.syncPolicy.managedNamespaceMetadata": {
    type: "object",
    properties: {
      annotations: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations",
      labels: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations"
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource": {
    type: "object",
    required: ["configMapRef"],
    properties: {
      configMapRef: "string",
      labelSelector: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector",
      name: "string",
      requeueAfterSeconds: "integer",
      template: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template",
      values: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations"
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector": {
    type: "object",
    properties: {
      matchExpressions: {
        type: "array",
        items: {
          type: "object",
          required: ["key", "operator"],
          properties: { key: "string", operator: "string", values: "v1alpha1.Application.operation.sync.manifests" }
        }
      },
      matchLabels: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations"
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template": {
    type: "object",
    required: ["metadata", "spec"],
    properties: {
      metadata: {
        type: "object",
        properties: {
          annotations: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations",
          finalizers: "v1alpha1.Application.operation.sync.manifests",
          labels: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations",
          name: "string",
          namespace: "string"
        }
      },
      spec: "v1alpha1.Application.spec"
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].clusters": {
    type: "object",
    properties: {
      flatList: "boolean",
      selector: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector",
      template: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template",
      values: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations"
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].git": {
    type: "object",
    required: ["repoURL", "revision"],
    properties: {
      directories: "v1alpha1.ApplicationSet.spec.generators[].git.directories",
      files: "v1alpha1.ApplicationSet.spec.generators[].git.directories",
      pathParamPrefix: "string",
      repoURL: "string",
      requeueAfterSeconds: "integer",
      revision: "string",
      template: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template",
      values: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations"
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].git.directories": {
    type: "array",
    items: { type: "object", required: ["path"], properties: { exclude: "boolean", path: "string" } }
  },
  "v1alpha1.ApplicationSet.spec.generators[].list": {
    type: "object",
    properties: {
      elements: { type: "array", items: "any" },
      elementsYaml: "string",
      template: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template"
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].matrix.generators": {
    type: "array",
    items: {
      type: "object",
      properties: {
        clusterDecisionResource: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource",
        clusters: "v1alpha1.ApplicationSet.spec.generators[].clusters",
        git: "v1alpha1.ApplicationSet.spec.generators[].git",
        list: "v1alpha1.ApplicationSet.spec.generators[].list",
        matrix: "any",
        merge: "any",
        plugin: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].plugin",
        pullRequest: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest",
        scmProvider: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].scmProvider",
        selector: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector"
      }
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].plugin": {
    type: "object",
    required: ["configMapRef"],
    properties: {
      configMapRef: { type: "object", required: ["name"], properties: { name: "string" } },
      input: {
        type: "object",
        properties: { parameters: "v1alpha1.Application.operation.sync.source.helm.valuesObject" }
      },
      requeueAfterSeconds: "integer",
      template: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template",
      values: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations"
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest": {
    type: "object",
    properties: {
      azuredevops: {
        type: "object",
        required: ["organization", "project", "repo"],
        properties: {
          api: "string",
          labels: "v1alpha1.Application.operation.sync.manifests",
          organization: "string",
          project: "string",
          repo: "string",
          tokenRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef"
        }
      },
      bitbucket: {
        type: "object",
        required: ["owner", "repo"],
        properties: {
          api: "string",
          basicAuth: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.basicAuth",
          bearerToken: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.bearerToken",
          owner: "string",
          repo: "string"
        }
      },
      bitbucketServer: {
        type: "object",
        required: ["api", "project", "repo"],
        properties: {
          api: "string",
          basicAuth: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.basicAuth",
          bearerToken: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.bearerToken",
          caRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucketServer.caRef",
          insecure: "boolean",
          project: "string",
          repo: "string"
        }
      },
      continueOnRepoNotFoundError: "boolean",
      filters: {
        type: "array",
        items: {
          type: "object",
          properties: { branchMatch: "string", targetBranchMatch: "string", titleMatch: "string" }
        }
      },
      gitea: {
        type: "object",
        required: ["api", "owner", "repo"],
        properties: {
          api: "string",
          insecure: "boolean",
          labels: "v1alpha1.Application.operation.sync.manifests",
          owner: "string",
          repo: "string",
          tokenRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef"
        }
      },
      github: {
        type: "object",
        required: ["owner", "repo"],
        properties: {
          api: "string",
          appSecretName: "string",
          labels: "v1alpha1.Application.operation.sync.manifests",
          owner: "string",
          repo: "string",
          tokenRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef"
        }
      },
      gitlab: {
        type: "object",
        required: ["project"],
        properties: {
          api: "string",
          caRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucketServer.caRef",
          insecure: "boolean",
          labels: "v1alpha1.Application.operation.sync.manifests",
          project: "string",
          pullRequestState: "string",
          tokenRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef"
        }
      },
      requeueAfterSeconds: "integer",
      template: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template",
      values: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations"
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef": {
    type: "object",
    required: ["key", "secretName"],
    properties: { key: "string", secretName: "string" }
  },
  "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.basicAuth": {
    type: "object",
    required: ["passwordRef", "username"],
    properties: {
      passwordRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef",
      username: "string"
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.bearerToken": {
    type: "object",
    required: ["tokenRef"],
    properties: {
      tokenRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef"
    }
  },
  "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucketServer.caRef": {
    type: "object",
    required: ["configMapName", "key"],
    properties: { configMapName: "string", key: "string" }
  },
  "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].scmProvider": {
    type: "object",
    properties: {
      awsCodeCommit: {
        type: "object",
        properties: {
          allBranches: "boolean",
          region: "string",
          role: "string",
          tagFilters: {
            type: "array",
            items: { type: "object", required: ["key"], properties: { key: "string", value: "string" } }
          }
        }
      },
      azureDevOps: {
        type: "object",
        required: ["accessTokenRef", "organization", "teamProject"],
        properties: {
          accessTokenRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef",
          allBranches: "boolean",
          api: "string",
          organization: "string",
          teamProject: "string"
        }
      },
      bitbucket: {
        type: "object",
        required: ["appPasswordRef", "owner", "user"],
        properties: {
          allBranches: "boolean",
          appPasswordRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef",
          owner: "string",
          user: "string"
        }
      },
      bitbucketServer: {
        type: "object",
        required: ["api", "project"],
        properties: {
          allBranches: "boolean",
          api: "string",
          basicAuth: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.basicAuth",
          bearerToken: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.bearerToken",
          caRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucketServer.caRef",
          insecure: "boolean",
          project: "string"
        }
      },
      cloneProtocol: "string",
      filters: {
        type: "array",
        items: {
          type: "object",
          properties: {
            branchMatch: "string",
            labelMatch: "string",
            pathsDoNotExist: "v1alpha1.Application.operation.sync.manifests",
            pathsExist: "v1alpha1.Application.operation.sync.manifests",
            repositoryMatch: "string"
          }
        }
      },
      gitea: {
        type: "object",
        required: ["api", "owner"],
        properties: {
          allBranches: "boolean",
          api: "string",
          excludeArchivedRepos: "boolean",
          insecure: "boolean",
          owner: "string",
          tokenRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef"
        }
      },
      github: {
        type: "object",
        required: ["organization"],
        properties: {
          allBranches: "boolean",
          api: "string",
          appSecretName: "string",
          excludeArchivedRepos: "boolean",
          organization: "string",
          tokenRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef"
        }
      },
      gitlab: {
        type: "object",
        required: ["group"],
        properties: {
          allBranches: "boolean",
          api: "string",
          caRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucketServer.caRef",
          group: "string",
          includeArchivedRepos: "boolean",
          includeSharedProjects: "boolean",
          includeSubgroups: "boolean",
          insecure: "boolean",
          tokenRef: "v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef",
          topic: "string"
        }
      },
      requeueAfterSeconds: "integer",
      template: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template",
      values: "v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations"
    }
  },
  "v1alpha1.PushSecret.spec.dataTo[].storeRef": {
    type: "object",
    properties: {
      kind: "v1.ExternalSecret.spec.data[].sourceRef.storeRef.kind",
      labelSelector: "v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector",
      name: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name"
    }
  },
  "v1alpha1.PushSecret.spec.data[].conversionStrategy": { type: "string", enum: ["None", "ReverseUnicode"] },
  "v1beta1.ExternalSecret.spec.data[].remoteRef": {
    type: "object",
    required: ["key"],
    properties: {
      conversionStrategy: "v1.ExternalSecret.spec.data[].remoteRef.conversionStrategy",
      decodingStrategy: "v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy",
      key: "string",
      metadataPolicy: "v1.ExternalSecret.spec.data[].remoteRef.metadataPolicy",
      property: "string",
      version: "string"
    }
  },
  "v1beta1.ExternalSecret.spec.data[].sourceRef": {
    type: "object",
    properties: {
      generatorRef: {
        type: "object",
        required: ["kind", "name"],
        properties: {
          apiVersion: "string",
          kind: {
            type: "string",
            enum: [
              "ACRAccessToken",
              "ClusterGenerator",
              "ECRAuthorizationToken",
              "Fake",
              "GCRAccessToken",
              "GithubAccessToken",
              "QuayAccessToken",
              "Password",
              "SSHKey",
              "STSSessionToken",
              "UUID",
              "VaultDynamicSecret",
              "Webhook",
              "Grafana"
            ]
          },
          name: "v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name"
        }
      },
      storeRef: "v1.ExternalSecret.spec.data[].sourceRef.storeRef"
    },
    min: 1,
    max: 1
  }
});

// src/model/schema/wording.ts
var longestShown = 60;
var pathText = (path) => path.reduce((text2, part) => {
  if (typeof part === "number") return `${text2}[${part}]`;
  const key4 = shortened(part);
  if (!/^[\w$-]+$/.test(key4)) return `${text2}[${JSON.stringify(key4)}]`;
  return text2 === "" ? key4 : `${text2}.${key4}`;
}, "");
var unknownText2 = (path, suggestion) => `unknown field ${pathText(path)}${suggestion === void 0 ? "" : `, did you mean ${suggestion}?`}`;
var missingText3 = (path) => `${pathText(path)} is required`;
var typeText2 = (path, schema, value) => {
  const must2 = `${subject(path)} must be ${article(typeWords[schema.type])}`;
  if (schema.type === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return `${must2}, not a ${typeof value}; quote it`;
  }
  if (typeof value !== "string") return `${must2}, not ${kindOfValue(value)}`;
  if (schema.type === "boolean" && /^(true|false|yes|no|on|off)$/i.test(value)) {
    return `${must2}, not the string "${value}"`;
  }
  const isNumber2 = (schema.type === "integer" || schema.type === "number") && /^-?\d+$/.test(value);
  return `${must2}, not a string${isNumber2 ? "; remove the quotes" : ""}`;
};
var enumText = (path, known10, value, mayShow) => {
  const must2 = `${pathText(path)} must be ${known10.length === 1 ? "" : "one of "}${known10.join(", ")}`;
  if (!mayShow || value.length > longestShown || path.some(isSecretKey)) return must2;
  return `${must2}, not ${/^[\w.-]+$/.test(value) ? value : JSON.stringify(value)}`;
};
var patternText = (path, pattern2) => `${pathText(path)} ${patternWords.get(pattern2.source) ?? `must match ${pattern2.source}`}`;
var rangeText = (path, schema, size) => {
  const tooSmall = size < schema.min;
  const limit2 = tooSmall ? schema.min : schema.max;
  if (schema.type === "string" && tooSmall && limit2 === 1) return `${pathText(path)} must not be empty`;
  const bound = schema.min === schema.max ? "exactly" : tooSmall ? "at least" : "at most";
  return `${pathText(path)} must ${rangeWords(schema, bound, limit2)}`;
};
var rangeWords = ({ type, properties }, bound, limit2) => {
  const nouns = countedWords[type];
  if (!nouns) return `be ${bound} ${limit2}`;
  const isChoice = properties.size > 0 && properties.size <= 4;
  const what = isChoice ? `of ${[...properties.keys()].join(", ")}` : nouns[limit2 === 1 ? 0 : 1];
  return `have ${bound} ${limit2 === 1 ? "one" : limit2} ${what}`;
};
var shortened = (key4) => key4.length <= longestShown ? key4 : `${key4.slice(0, longestShown)}\u2026`;
var isSecretKey = (part) => typeof part === "string" && /token|passw|credential|private|client_?secret|secret_?value/i.test(part);
var subject = (path) => {
  const [root, map, key4] = path;
  const isNote = root === "metadata" && (map === "annotations" || map === "labels") && typeof key4 === "string";
  return isNote ? `${map.slice(0, -1)} ${shortened(key4)}` : pathText(path);
};
var typeWords = {
  any: "value",
  array: "list",
  boolean: "boolean",
  intOrString: "integer or a string",
  integer: "integer",
  number: "number",
  object: "map",
  string: "string"
};
var article = (noun) => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
var kindOfValue = (value) => {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a map" : `a ${typeof value}`;
};
var countedWords = {
  array: ["item", "items"],
  object: ["entry", "entries"],
  string: ["character", "characters"]
};
var patternWords = /* @__PURE__ */ new Map([
  ["^[-._a-zA-Z0-9]+$", 'may hold only letters, digits, "-", "_" and "."'],
  ["^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", 'may hold only a-z, 0-9 and "-", and must begin and end with a letter or digit'],
  [
    "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
    'may hold only a-z, 0-9, "-" and ".", and must begin and end with a letter or digit'
  ],
  ["^.{2,}|[^./]$", "must not be the root of the repository"]
]);

// src/model/schema/walk.ts
var mostMismatches = 100;
var longestMatched = 1e3;
var disagreements2 = (schema, object, mayShow) => {
  if (isObject(object.sops)) return [];
  const walk = { path: [], found: [], mayShow };
  checkObject(walk, schema, object);
  return walk.found.filter((one, _, all) => !isMisspeltElsewhere(one, all));
};
var isMisspeltElsewhere = (missing3, all) => {
  if (missing3.problem !== "missing") return false;
  const parent = missing3.path.slice(0, -1);
  return all.some(
    ({ problem, suggestion, path }) => problem === "unknown" && suggestion === missing3.path.at(-1) && path.length === missing3.path.length && parent.every((part, index) => part === path[index])
  );
};
var check = (walk, schema, value) => {
  switch (schema.type) {
    case "any":
      return;
    case "object":
      return isObject(value) ? checkObject(walk, schema, value) : noteType(walk, schema, value);
    case "array":
      return Array.isArray(value) ? checkArray(walk, schema, value) : noteType(walk, schema, value);
    case "string":
      return typeof value === "string" ? checkString(walk, schema, value) : noteType(walk, schema, value);
    case "boolean":
      return typeof value === "boolean" ? void 0 : noteType(walk, schema, value);
    case "number":
    case "integer":
      return isNumber(schema, value) ? checkSize(walk, schema, value) : noteType(walk, schema, value);
    case "intOrString":
      return typeof value === "string" || Number.isInteger(value) ? void 0 : noteType(walk, schema, value);
  }
};
var isNumber = (schema, value) => schema.type === "integer" ? Number.isInteger(value) : typeof value === "number";
var checkObject = (walk, schema, object) => {
  let size = 0;
  let isWhole = true;
  for (const key4 in object) {
    const value = object[key4] ?? null;
    if (value !== null) size++;
    const part = schema.properties.get(key4) ?? schema.values;
    if (part === void 0) isWhole = noteUnknown(walk, schema, key4) && isWhole;
    else if (value !== null && part.type !== "any") checkAt(walk, part, value, key4);
  }
  if (!isWhole) return;
  for (const key4 of schema.required) if ((object[key4] ?? null) === null) noteMissing(walk, key4);
  checkSize(walk, schema, size);
};
var checkArray = (walk, schema, list) => {
  const { items } = schema;
  if (items) for (let index = 0; index < list.length; index++) checkAt(walk, items, list[index] ?? null, index);
  checkSize(walk, schema, list.length);
};
var checkAt = (walk, schema, value, key4) => {
  walk.path.push(key4);
  check(walk, schema, value);
  walk.path.pop();
};
var checkString = (walk, schema, value) => {
  if (schema.enum && !schema.enum.includes(value)) noteEnum(walk, schema.enum, value);
  if (schema.min > value.length || schema.max < value.length) noteLength(walk, schema, value);
  else if (schema.pattern && value.length <= longestMatched && !schema.pattern.test(value)) {
    notePattern(walk, schema.pattern, value);
  }
};
var noteLength = (walk, schema, value) => {
  if (isTemplated(value)) return;
  checkSize(walk, schema, value.length / 2 > schema.max ? value.length : Array.from(value).length);
};
var checkSize = (walk, schema, size) => {
  if (size >= schema.min && size <= schema.max) return;
  note(walk, { ...valueAt3(walk), problem: "range", message: rangeText(walk.path, schema, size) });
};
var noteType = (walk, schema, value) => {
  if (typeof value === "string" && isTemplated(value)) return;
  note(walk, { ...valueAt3(walk), problem: "type", message: typeText2(walk.path, schema, value) });
};
var noteEnum = (walk, known10, value) => {
  if (isTemplated(value)) return;
  const message2 = enumText(walk.path, known10, value, walk.mayShow);
  note(walk, { ...valueAt3(walk), problem: "enum", message: message2 }, suggestionFor(value, known10));
};
var notePattern = (walk, pattern2, value) => {
  if (isTemplated(value)) return;
  note(walk, { ...valueAt3(walk), problem: "pattern", message: patternText(walk.path, pattern2) });
};
var noteMissing = (walk, key4) => {
  const path = [...walk.path, key4];
  note(walk, { path, part: "key", problem: "missing", message: missingText3(path) });
};
var noteUnknown = (walk, schema, key4) => {
  if (key4.startsWith("$") || isTemplated(key4)) return false;
  if (isFull(walk)) return true;
  const suggestion = suggestionFor(key4, schema.properties.keys()) ?? placeBelow(schema, key4);
  const path = [...walk.path, key4];
  note(walk, { path, part: "key", problem: "unknown", message: unknownText2(path, suggestion) }, suggestion);
  return true;
};
var placeBelow = (schema, key4) => {
  const parents = [...schema.properties].filter(([, part]) => part.properties.has(key4));
  return parents.length === 1 && parents[0] ? `${parents[0][0]}.${key4}` : void 0;
};
var valueAt3 = (walk) => ({ path: [...walk.path], part: "value" });
var isFull = (walk) => walk.found.length >= mostMismatches;
var note = (walk, mismatch, suggestion) => {
  if (isFull(walk)) return;
  walk.found.push(suggestion === void 0 ? mismatch : { ...mismatch, suggestion });
};
var isTemplated = (text2) => /\{\{|\$\{|\$\(|^<.*>$/s.test(text2);

// src/model/schema/schema.ts
var linker;
var schemaNamed = (kind2) => {
  linker ??= linkerOf({ ...upstreamDefinitions(), ...nativeDefinitions(), ...kastenDefinitions() });
  return linker(kind2);
};
var mismatchesOf = (apiVersion2, kind2, object) => {
  const name = `${apiVersion2}/${kind2}`;
  const schema = schemaNamed(name);
  if (!schema) return [];
  const guessed = isOurReading(name);
  return disagreements2(schema, object, kind2 !== "Secret").map((found4) => ({
    ...found4,
    certain: !guessed || found4.path[0] === "metadata"
  }));
};

// src/rules/judged-elsewhere.ts
var absence = ["missing", "unknown"];
var judgedElsewhere2 = [
  {
    kind: "Application",
    paths: ["spec.source.repoURL", "spec.sources.*.repoURL"],
    problems: ["missing"],
    by: "source-is-valid"
  },
  { kind: "Application", paths: ["spec.destination"], problems: ["missing"], by: "destination-is-one-cluster" },
  {
    kind: "Bootstrap",
    paths: ["spec", "spec.clusters", "spec.clusters.*.primary"],
    problems: absence,
    by: "bootstrap-names-one-primary"
  },
  { kind: "Bootstrap", paths: ["spec.clusters.*.name"], problems: absence, by: "primary-has-a-name" },
  {
    kind: "Bootstrap",
    paths: ["spec.clusters.*.k10", "spec.clusters.*.k10.ingress", "spec.clusters.*.k10.ingress.url"],
    problems: absence,
    by: "primary-has-an-ingress"
  },
  { kind: "ConfigMap", name: "mc-join-config", paths: ["data.*"], problems: ["type"], by: "config-values-are-strings" },
  { kind: "Secret", paths: ["type"], problems: absence, by: "join-token-type-is-exact" },
  {
    kind: "PushSecret",
    paths: ["spec.secretStoreRefs", "spec.secretStoreRefs.*.name", "spec.secretStoreRefs.*.kind"],
    problems: absence,
    by: "push-store-names-its-kind"
  },
  {
    kind: "PushSecret",
    paths: ["spec.data", "spec.data.*.match", "spec.data.*.match.secretKey"],
    problems: absence,
    by: "push-secret-sends-the-token"
  },
  { kind: "PushSecret", paths: ["spec.selector.secret.name"], problems: ["range"], by: "push-secret-reads-the-token" },
  {
    kind: "ExternalSecret",
    paths: ["spec.secretStoreRef", "spec.secretStoreRef.name", "spec.secretStoreRef.kind"],
    problems: absence,
    by: "join-store-names-its-kind"
  },
  { kind: "ExternalSecret", paths: ["spec.data"], problems: absence, by: "join-secret-has-the-token" },
  { kind: "ExternalSecret", paths: ["spec.data.*.secretKey"], problems: ["range"], by: "join-secret-has-the-token" },
  ...["SecretStore", "ClusterSecretStore"].flatMap((kind2) => [
    {
      kind: kind2,
      paths: ["spec.conditions.*.namespaces"],
      problems: [...absence, "type"],
      by: "store-admits-its-users"
    },
    {
      kind: kind2,
      paths: ["spec.provider.azurekv.authType"],
      problems: [...absence, "enum"],
      by: "store-credentials-are-complete"
    },
    {
      kind: kind2,
      paths: ["spec.provider.azurekv.serviceAccountRef.namespace"],
      problems: absence,
      by: "store-refs-name-their-namespace"
    }
  ])
];
function isJudgedElsewhere({ kind: kind2, name }, { path, problem, suggestion }) {
  const meant = problem === "unknown" && suggestion !== void 0 ? [...path.slice(0, -1), suggestion] : path;
  return judgedElsewhere2.some(
    (judged) => judged.kind === kind2 && (judged.name === void 0 || judged.name === name) && judged.problems.includes(problem) && judged.paths.some((pattern2) => covers(pattern2.split("."), meant))
  );
}
function covers(pattern2, path) {
  return pattern2.length === path.length && pattern2.every((step, index) => step === "*" || step === path[index]);
}

// src/rules/fleet-mismatches.ts
var known8 = /* @__PURE__ */ new WeakMap();
function mismatchesIn(fleet) {
  let mismatches = known8.get(fleet);
  if (!mismatches) known8.set(fleet, mismatches = [...found3(fleet)]);
  return mismatches;
}
function* found3(fleet) {
  for (const [manifest, site] of objectsOf4(fleet)) {
    for (const mismatch of mismatchesOf(manifest.apiVersion, manifest.kind, manifest.object)) {
      if (isJudgedElsewhere(manifest, mismatch) || mayBeRight(manifest, mismatch, site, fleet)) continue;
      yield { manifest, mismatch };
    }
  }
}
function objectsOf4(fleet) {
  const objects = /* @__PURE__ */ new Map();
  const bringing = bringingDeliveriesOf(fleet);
  for (const site of fleet.sites) {
    for (const delivery of site.deliveries) {
      if (bringing.has(delivery)) for (const { manifest } of deliveredBy(delivery)) objects.set(manifest, site);
    }
  }
  for (const { ref, site } of storeUsesOf(fleet)) if (ref.store && !objects.has(ref.store)) objects.set(ref.store, site);
  const applications = fleetDeliveriesOf(fleet).map(({ application }) => application);
  for (const { manifest } of applications) objects.set(manifest, void 0);
  const projects = new Set(applications.map(({ project }) => project));
  for (const { manifest, name } of fleet.projects) if (projects.has(name)) objects.set(manifest, void 0);
  return objects;
}
function mayBeRight(manifest, { problem, suggestion }, site, fleet) {
  if (problem === "missing") return !isAppliedAsWritten(manifest, fleet);
  return problem === "unknown" && suggestion === void 0 && isNewer(manifest, site, fleet);
}
function isNewer(manifest, site, { versions }) {
  const group2 = groupOf(manifest);
  if (group2 === "argoproj.io") return isAfter(versions.argocd, "argoproj/argo-cd");
  return group2 === "external-secrets.io" && site !== void 0 && isAfter(versions.eso(site), "external-secrets/external-secrets");
}
function isAfter({ version: version2 }, repository) {
  const pinned = versionOf(upstreams.find((upstream) => upstream.repository === repository).version);
  return pinned !== void 0 && compareVersions({ ...version2, prerelease: "" }, { ...pinned, prerelease: "" }) > 0;
}
function mismatchCheck(problems, complaintOf31) {
  return function* check2(fleet) {
    for (const each of mismatchesIn(fleet)) {
      const { manifest, mismatch } = each;
      if (!problems.includes(mismatch.problem)) continue;
      const guess = mismatch.certain ? {} : { severity: "warning" };
      yield { about: { manifest, path: mismatch.path, part: mismatch.part }, ...complaintOf31(each), ...guess };
    }
  };
}
function sentenceOf({ manifest, mismatch }) {
  return `${manifest.kind}: ${mismatch.message}${mismatch.message.endsWith("?") ? "" : "."}`;
}
function hasBeside(target, key4) {
  const around = valueAt(target.manifest.object, target.path.slice(0, -1));
  return isObject(around) && Object.hasOwn(around, key4);
}

// src/rules/repository/field-has-the-right-type.ts
var fieldHasTheRightType = {
  id: "field-has-the-right-type",
  severity: "error",
  title: "The values of the fleet's objects have the types that their kinds ask for.",
  why: "The API server refuses the object, `cannot unmarshal number into Go struct field ObjectMeta.metadata.annotations of type string` or `must be of type boolean`, and with it the sync of the whole Application. In YAML `1`, `true`, `yes` and `1e3` are no strings unless they are quoted.",
  fix: `Quote what must be a string, and only that

\`\`\`yaml
metadata:
  annotations:
    argocd.argoproj.io/sync-wave: "1"
\`\`\``,
  source: "https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation",
  rows: [123],
  bad: [],
  good: [],
  check: mismatchCheck(["type"], (found4) => ({ message: sentenceOf(found4) }))
};

// src/rules/repository/field-is-known.ts
var fieldIsKnown = {
  id: "field-is-known",
  severity: "warning",
  title: "The fields of the fleet's objects are ones that their kinds have.",
  why: "The API server drops a field that the CRD does not have, and applies the rest: `targetRevison` follows the default branch, `selfheal` heals nothing, and the sync is green. Where the field was needed, the object is refused or does nothing.",
  fix: "Write the field as the message suggests, in the same case. If it is newer than what is assumed, say so: `eso-version`, `argocd-version`.",
  source: "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-pruning",
  rows: [123],
  bad: [],
  good: [],
  check: mismatchCheck(["unknown"], (found4) => ({ message: messageOf3(found4), ...graver(found4) }))
};
function messageOf3(found4) {
  const isGuess = !found4.mismatch.certain;
  return `${sentenceOf(found4)} ${isGuess ? "Kasten's documentation has no such field." : "Kubernetes drops it without a word."}`;
}
var indispensable = new Set(
  [
    ["destination", "source", "sources", "repoURL", "path", "server"],
    ["secretStoreRef", "secretStoreRefs", "selector", "data", "match", "secretKey", "remoteRef", "remoteKey", "key"],
    ["provider", "azurekv", "vaultUrl", "spec", "metadata"]
  ].flat()
);
function graver({ manifest, mismatch: { path, suggestion, certain } }) {
  const isMissed = suggestion !== void 0 && indispensable.has(suggestion) && !hasBeside({ manifest, path }, suggestion);
  return certain && isMissed ? { severity: "error" } : {};
}

// src/rules/repository/keys-are-unique.ts
var keysAreUnique = {
  id: "keys-are-unique",
  severity: "warning",
  title: "No key is written twice in one map.",
  why: "Argo CD takes the last one and drops what the others say; other tools, Kustomize among them, refuse the file. Whoever reads the file sees the first.",
  fix: "Remove one of the two.",
  source: "https://yaml.org/spec/1.2.2/#3213-node-comparison",
  rows: [123],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { kind: kind2, message: message2, place } of problemsOf(fleet)) {
      if (kind2 !== "duplicate-key" || !fileIsOfTheFleet(fleet, place.file)) continue;
      yield { about: place, message: `${message2[0].toUpperCase()}${message2.slice(1)}.` };
    }
  }
};

// src/rules/repository/required-field-is-set.ts
var requiredFieldIsSet = {
  id: "required-field-is-set",
  severity: "error",
  title: "The objects of the fleet have the fields that their kinds require.",
  why: "The API server refuses the object, `spec.data[0].remoteRef.key: Required value`, and with it the sync of the Application.",
  fix: "Write the field; an empty one counts as absent.",
  source: "https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation",
  rows: [107],
  bad: [],
  good: [],
  check: mismatchCheck(["missing"], (found4) => ({ message: sentenceOf(found4) }))
};

// src/rules/repository/value-is-allowed.ts
var valueIsAllowed = {
  id: "value-is-allowed",
  severity: "error",
  title: "The values of the fleet's objects are ones that their kinds allow.",
  why: "The API server refuses the object, `Unsupported value` or `should match`, and with it the sync of the Application.",
  fix: "Write one of the values that the message names.",
  source: "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation",
  rows: [123],
  bad: [],
  good: [],
  check: mismatchCheck(["enum", "pattern", "range"], (found4) => ({ message: sentenceOf(found4) }))
};

// src/rules/repository/yaml-parses.ts
var yamlParses = {
  id: "yaml-parses",
  severity: "error",
  title: "The files of the fleet can be read.",
  why: "Argo CD cannot read the file either: `ComparisonError`, `failed to unmarshal manifest`, with the name of the file and neither its folder nor the line. Nothing of the Application is applied; a file that looks like no manifest is passed over instead, without a word.",
  fix: "Mend the line. Indent with spaces, not with tabs; quote a text that begins with a special character such as `*`, `&`, `@` or `%`, or that holds `: `.",
  source: "argoproj/argo-cd: reposerver/repository/repository.go getObjsFromYAMLOrJSON",
  rows: [123],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { kind: kind2, message: message2, place } of problemsOf(fleet)) {
      if (kind2 === "duplicate-key" || kind2 === "separator" || !fileIsOfTheFleet(fleet, place.file)) continue;
      yield { about: place, message: `The file cannot be read: ${message2}.` };
    }
  }
};

// src/rules/repository/index.ts
var repositoryRules = [
  documentsAreSeparated,
  fieldHasTheRightType,
  fieldIsKnown,
  keysAreUnique,
  requiredFieldIsSet,
  valueIsAllowed,
  yamlParses
];

// src/rules/store/pulling-needs-no-write.ts
var pullingNeedsNoWrite = {
  id: "pulling-needs-no-write",
  severity: "notice",
  title: "Secondaries pull with an identity of their own.",
  why: `The identity that pushes may write secrets. When secondaries pull with the same one, a single compromised secondary can overwrite the token of the whole fleet; pulling needs \`Key Vault Secrets User\` only.`,
  fix: `Give the stores of secondaries an identity with the role \`Key Vault Secrets User\`, and keep \`Key Vault Secrets Officer\` for the store that pushes.`,
  source: "https://learn.microsoft.com/azure/key-vault/general/rbac-guide",
  rows: [66],
  bad: [],
  good: [],
  *check(fleet) {
    const stores = usedStoresOf(fleet);
    const pushing = new Map(
      stores.filter(isPushing).flatMap((used) => identitiesOf(used).map((each) => [each.key, each]))
    );
    for (const used of stores) {
      if (isPushing(used)) continue;
      const shared2 = identitiesOf(used).find(({ key: key4 }) => pushing.has(key4));
      if (shared2) yield complaintOf24(shared2, pushing.get(shared2.key).about, used);
    }
  }
};
function complaintOf24({ about, isKnown }, pushes, { uses }) {
  const same2 = isKnown ? ", which also pushes" : ", as the one that pushes does";
  const unless = isKnown ? "" : "unless these are two identities, ";
  return {
    about,
    message: `This store pulls as ${quoted3(about.value)}${same2}: ${unless}a secondary could overwrite the token of all. Give it an identity that may only read.`,
    related: [{ about: pushes, message: "pushes" }],
    clusters: uses.map(({ cluster }) => cluster)
  };
}
function isPushing({ uses }) {
  return uses.some(({ pushes }) => pushes);
}
function identitiesOf({ store, uses }) {
  const account = objectAt(store, "spec", "provider", "azurekv", "serviceAccountRef");
  const secret = objectAt(store, "spec", "provider", "azurekv", "authSecretRef", "clientId");
  const sites = new Set(uses.map(({ site }) => site));
  return [
    ...account ? [...sites].flatMap((site) => identityOf2(account, clientIdOf(account, site))) : [],
    ...secret ? identityOf2(secret, void 0) : []
  ];
}
function identityOf2(ref, clientId) {
  const about = stringBelow(ref, "name");
  if (!about) return [];
  const named4 = [ref.path, about.value, stringBelow(ref, "namespace")?.value, stringBelow(ref, "key")?.value];
  return [{ key: JSON.stringify(clientId ?? named4), about, isKnown: clientId !== void 0 }];
}
function clientIdOf(ref, { deliveries }) {
  const name = stringBelow(ref, "name")?.value;
  const namespace = stringBelow(ref, "namespace")?.value ?? ref.manifest.namespace;
  for (const delivery of deliveries) {
    const account = delivery.manifests.find(
      (manifest) => manifest.kind === "ServiceAccount" && manifest.name === name && namespaceIn(manifest, delivery) === namespace
    );
    const clientId = account && annotationOf(account, "azure.workload.identity/client-id");
    if (clientId) return clientId.value;
  }
  return void 0;
}

// src/rules/store/store-admits-its-users.ts
var storeAdmitsItsUsers = {
  id: "store-admits-its-users",
  severity: "error",
  title: "A ClusterSecretStore admits the namespaces that use it.",
  why: `\`conditions\` say which namespaces may use a ClusterSecretStore. A PushSecret or ExternalSecret of another one is refused: \`using cluster store "\u2026" is not allowed from namespace "kasten-io": denied by spec.condition\`.`,
  fix: `\`\`\`yaml
spec:
  conditions:
    - namespaces: [<namespace of those who use it>]
\`\`\``,
  source: "external-secrets/external-secrets: pkg/controllers/secretstore/client_manager.go",
  rows: [60],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { store, uses } of usedStoresOf(fleet)) {
      const conditions = itemsAt(store, "spec", "conditions");
      if (store.kind !== "ClusterSecretStore" || conditions.length === 0) continue;
      const refused3 = uses.filter(
        ({ namespace, belongsIn }) => namespace !== void 0 && belongsIn !== void 0 && !conditions.some((each) => admits(each, belongsIn))
      );
      const first2 = refused3[0];
      if (first2) yield complaintOf25(store, refused3, first2.belongsIn);
    }
  }
};
function complaintOf25(store, refused3, namespace) {
  const user = refused3[0].ref.target.manifest;
  return {
    about: { manifest: store, path: ["spec", "conditions"], part: "key" },
    message: `These conditions do not admit the namespace ${quoted3(namespace)}, where ${user.kind} ${quoted3(user.name)} uses this store: add it.`,
    related: [{ about: refused3[0].ref.target, message: "used here" }],
    clusters: refused3.map(({ cluster }) => cluster)
  };
}
function admits(condition, namespace) {
  if (!isObject(condition.value)) return false;
  const { namespaces, namespaceSelector, namespaceRegexes } = condition.value;
  if (Array.isArray(namespaces) && namespaces.includes(namespace)) return true;
  if (isObject(namespaceSelector) && maySelect(namespaceSelector, namespace)) return true;
  return Array.isArray(namespaceRegexes) && namespaceRegexes.some((each) => mayMatch(each, namespace));
}
function maySelect({ matchLabels, matchExpressions }, namespace) {
  if (matchExpressions !== void 0) return true;
  const name = isObject(matchLabels) ? matchLabels["kubernetes.io/metadata.name"] : void 0;
  return name === void 0 || name === namespace;
}
function mayMatch(regex, namespace) {
  if (typeof regex !== "string" || !/^[\^$a-z0-9.*-]{1,100}$/.test(regex) || /\*.*\*.*\*/.test(regex)) return true;
  return new RegExp(regex).test(namespace);
}

// src/rules/store/store-cloud-config-fits.ts
var storeCloudConfigFits = {
  id: "store-cloud-config-fits",
  severity: "error",
  title: "A custom cloud is configured as ESO can use it.",
  why: `ESO's webhook denies a store with \`customCloudConfig\` but without \`useAzureSDK: true\`, and one of \`AzureStackCloud\` without \`customCloudConfig\`. The German cloud was closed in 2021.`,
  fix: `\`\`\`yaml
azurekv:
  environmentType: AzureStackCloud
  useAzureSDK: true
  customCloudConfig:
    activeDirectoryEndpoint: <URL>
\`\`\``,
  source: "external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go",
  rows: [63],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { store } of usedStoresOf(fleet)) {
      const azurekv = objectAt(store, "spec", "provider", "azurekv");
      const complaint2 = azurekv && complaintOf26(azurekv);
      if (complaint2) yield complaint2;
    }
  }
};
function complaintOf26(azurekv) {
  const custom = below(azurekv, "customCloudConfig");
  const environment = stringBelow(azurekv, "environmentType");
  if (custom && below(azurekv, "useAzureSDK")?.value !== true) {
    return { about: keyOf(custom), message: "customCloudConfig works with the new SDK only: add useAzureSDK: true." };
  }
  if (environment?.value === "AzureStackCloud" && !custom) {
    return {
      about: environment,
      message: "AzureStackCloud needs customCloudConfig with its endpoints, which is missing."
    };
  }
  return environment?.value === "GermanCloud" ? { about: environment, message: "The German cloud was closed in October 2021: no vault answers there." } : void 0;
}

// src/rules/store/store-credentials-are-complete.ts
var storeCredentialsAreComplete = {
  id: "store-credentials-are-complete",
  severity: "error",
  title: "A store names all that its way of signing in needs, and nothing else.",
  why: `A ServicePrincipal needs \`tenantId\`, a client id and one of client secret and certificate; without them ESO says \`missing tenantID in store config\` or \`missing clientID/clientSecret\`. Workload identity needs a service account, or credentials mounted into ESO's own pod.`,
  fix: `\`\`\`yaml
azurekv:
  authType: ServicePrincipal
  tenantId: <tenant>
  authSecretRef:
    clientId: { name: <Secret>, namespace: <its namespace>, key: <key> }
    clientSecret: { name: <Secret>, namespace: <its namespace>, key: <key> }
\`\`\``,
  source: "external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go",
  rows: [56, 57, 58],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { store } of usedStoresOf(fleet)) {
      const azurekv = objectAt(store, "spec", "provider", "azurekv");
      if (!azurekv) continue;
      const authType = stringBelow(azurekv, "authType")?.value || "ServicePrincipal";
      if (authType === "ServicePrincipal") yield* servicePrincipal(azurekv);
      const identity = below(azurekv, "identityId");
      if (identity && authType !== "ManagedIdentity") {
        yield {
          about: keyOf(identity),
          severity: "warning",
          message: `identityId has no effect with authType ${quoted3(authType)}: it belongs to "ManagedIdentity".`
        };
      }
    }
  }
};
function* servicePrincipal(azurekv) {
  const auth = below(azurekv, "authSecretRef");
  if (!below(azurekv, "tenantId") && !below(azurekv, "authSecretRef", "tenantId")) {
    yield { about: keyOf(azurekv), message: "A ServicePrincipal needs the tenantId, which is missing." };
  }
  const missing3 = missingIn(auth);
  if (missing3)
    yield {
      about: keyOf(auth ?? azurekv),
      message: `A ServicePrincipal needs ${missing3}, which is missing in authSecretRef.`
    };
  const secret = auth && below(auth, "clientSecret");
  if (secret && below(auth, "clientCertificate")) {
    yield {
      about: keyOf(secret),
      message: "A ServicePrincipal signs in with clientSecret or clientCertificate, not with both: remove one."
    };
  }
}
function missingIn(auth) {
  if (!auth) return "clientId and clientSecret";
  if (!below(auth, "clientId")) return "a clientId";
  return below(auth, "clientSecret") || below(auth, "clientCertificate") ? void 0 : "a clientSecret or a clientCertificate";
}

// src/rules/store/store-is-known.ts
var storeIsKnown = {
  id: "store-is-known",
  severity: "notice",
  title: "A store that a token passes through is known.",
  why: `ESO finds the store by kind and name on the cluster. When the repository has other stores of that kind, a name that none of them has is most likely a slip, and the PushSecret or ExternalSecret is Errored. Stores made by hand are normal: name them in \`known-stores\`.`,
  fix: `Correct the name, or say that the store exists:

\`\`\`yaml
with:
  known-stores: <name of the store>
\`\`\``,
  source: "external-secrets/external-secrets: pkg/controllers/secretstore/client_manager.go",
  rows: [42],
  bad: [],
  good: [],
  *check(fleet) {
    const known10 = new Set(fleet.settings.knownStores);
    const used = clusterStoresUsed(fleet);
    const unknown = groupedBy(storeUsesOf(fleet), ({ ref, pushes }) => {
      const { name, kind: kind2, store } = ref;
      if (!name || store || known10.has(name.value) || placeholderIn(name.value)) return void 0;
      if (wrongKindComplaint(ref, fleet.stores) || !pushes && otherKindComplaint(ref, used)) return void 0;
      return hasSeveral(ref, fleet) ? void 0 : `${kind2} ${name.value}`;
    });
    for (const uses of unknown.values()) yield complaintOf27(uses, fleet);
  }
};
function hasSeveral({ kind: kind2, name }, { stores }) {
  return stores.all.some((store) => store.kind === kind2 && store.name === name?.value);
}
function complaintOf27(uses, { stores }) {
  const { kind: kind2, name } = uses[0].ref;
  const others3 = [...new Set(stores.all.filter((store) => store.kind === kind2).map((store) => store.name))];
  const meant = nearest(name.value, others3);
  const said = `The repository has no ${kind2} ${quoted3(name.value)}`;
  const message2 = others3.length === 0 ? `${said}. If it exists on the cluster, name it in known-stores.` : `${said}${meant ? `; did you mean ${quoted3(meant)}?` : `, though it has others (${others3.slice(0, 3).map(quoted3).join(", ")}).`} If it exists on the cluster, name it in known-stores.`;
  return {
    about: name,
    message: message2,
    ...others3.length > 0 && { severity: "warning" },
    clusters: uses.map(({ cluster }) => cluster)
  };
}

// src/rules/store/store-is-limited.ts
var storeIsLimited = {
  id: "store-is-limited",
  severity: "notice",
  title: "A ClusterSecretStore says who may use it.",
  why: `Without \`conditions\` every namespace of the cluster may use the store, and so read the join token: whoever may create an ExternalSecret anywhere can join a cluster to the fleet.`,
  fix: `\`\`\`yaml
spec:
  conditions:
    - namespaces: [<namespace of those who use it>]
\`\`\``,
  source: "https://external-secrets.io/latest/api/clustersecretstore/",
  rows: [61],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { store, uses } of usedStoresOf(fleet)) {
      if (store.kind !== "ClusterSecretStore" || itemsAt(store, "spec", "conditions").length > 0) continue;
      const namespaces = [...new Set(uses.flatMap(({ namespace }) => namespace ?? []))].sort().join(", ");
      yield {
        about: { manifest: store, path: ["spec"], part: "key" },
        message: `Every namespace may use this store, and read the join token: limit it to ${namespaces || "those that need it"} with conditions.`
      };
    }
  }
};

// src/rules/store/store-is-not-skipped.ts
var storeIsNotSkipped = {
  id: "store-is-not-skipped",
  severity: "notice",
  title: "A store belongs to the ESO that runs.",
  why: `\`spec.controller\` names the ESO installation that looks after a store. An ESO started without that \`--controller-class\` skips the store silently: nothing is pushed or pulled, and no status says so.`,
  fix: `Remove \`controller\`, or start ESO with the same \`--controller-class\`.`,
  source: "https://external-secrets.io/latest/api/clustersecretstore/",
  rows: [64],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { store } of usedStoresOf(fleet)) {
      const controller = stringAt(store, "spec", "controller");
      if (!controller?.value) continue;
      yield {
        about: controller,
        message: `Only an ESO with --controller-class=${quoted3(controller.value)} looks after this store; any other skips it silently.`
      };
    }
  }
};

// src/rules/store/store-refs-name-their-namespace.ts
var storeRefsNameTheirNamespace = {
  id: "store-refs-name-their-namespace",
  severity: "warning",
  title: "References of a ClusterSecretStore name their namespace.",
  why: `A Secret or ServiceAccount that a ClusterSecretStore names without \`namespace\` is looked for in the namespace of whatever uses the store: in \`kasten-io-mc\` on the primary, in \`kasten-io\` on a secondary. It is seldom there, and the store can't be checked: its status stays \`Unknown\`.`,
  fix: `\`\`\`yaml
serviceAccountRef:
  name: <name of the ServiceAccount>
  namespace: <its namespace>
\`\`\``,
  source: "external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go",
  rows: [59],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { store, uses } of usedStoresOf(fleet)) {
      if (store.kind !== "ClusterSecretStore") continue;
      const namespaces = [...new Set(uses.flatMap(({ namespace }) => namespace ?? []))].join(" and ");
      for (const path of references) {
        const ref = objectAt(store, "spec", "provider", "azurekv", ...path);
        if (!ref || below(ref, "namespace")) continue;
        yield {
          about: keyOf(ref),
          message: `${path.at(-1)} names no namespace, so ESO looks for it in ${namespaces || "the namespace of each user"}: add the namespace where it is.`
        };
      }
    }
  }
};
var references = [
  ["serviceAccountRef"],
  ["authSecretRef", "clientId"],
  ["authSecretRef", "clientSecret"],
  ["authSecretRef", "clientCertificate"],
  ["authSecretRef", "tenantId"]
];

// src/rules/store/store-version-is-served.ts
var storeVersionIsServed = {
  id: "store-version-is-served",
  severity: "error",
  title: "A store has an API version that ESO serves.",
  why: `ESO 0.16 brought \`external-secrets.io/v1\`, and 0.17 stopped to serve \`v1beta1\`. With a version that is not served the sync of that cluster fails: \`no matches for kind "ClusterSecretStore" in version "external-secrets.io/v1beta1"\`.`,
  fix: `\`\`\`yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
\`\`\`

For an older ESO say so: \`eso-version: <version>\`.`,
  source: "external-secrets/external-secrets: config/crds/bases/external-secrets.io_clustersecretstores.yaml",
  rows: [53],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { store, uses } of usedStoresOf(fleet)) {
      const complaint2 = servedVersionComplaint(store, uses[0].site, fleet);
      if (complaint2) yield { ...complaint2, clusters: uses.map(({ cluster }) => cluster) };
    }
  }
};

// src/rules/store/vault-cloud-agrees.ts
var vaultCloudAgrees = {
  id: "vault-cloud-agrees",
  severity: "error",
  title: "`environmentType` is the cloud of the vault.",
  why: `ESO asks the Entra ID of the cloud that \`environmentType\` names (PublicCloud when it names none) for a token. A vault of another cloud refuses that token with 401, and every push and pull fails.`,
  fix: `\`\`\`yaml
azurekv:
  environmentType: USGovernmentCloud
  vaultUrl: https://<vault>.vault.usgovcloudapi.net
\`\`\``,
  source: "external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go",
  rows: [55],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { store } of usedStoresOf(fleet)) {
      const vaultUrl = vaultUrlOf(store);
      const vault = vaultUrl && cloudOf(vaultUrl.value);
      if (!vault) continue;
      const written2 = stringAt(store, "spec", "provider", "azurekv", "environmentType");
      const environment = written2?.value ?? "PublicCloud";
      if (environment === vault.environment || environment === "AzureStackCloud") continue;
      yield {
        about: written2 ?? vaultUrl,
        message: `The vault ${quoted3(vaultUrl.value)} is in the ${vault.environment}, environmentType is ${quoted3(environment)}${written2 ? "" : " by default"}: write ${vault.environment}.`,
        ...written2 && { related: [{ about: vaultUrl, message: "the vault" }] }
      };
    }
  }
};

// src/rules/store/index.ts
var storeRules = [
  pullingNeedsNoWrite,
  storeAdmitsItsUsers,
  storeCloudConfigFits,
  storeCredentialsAreComplete,
  storeIsKnown,
  storeIsLimited,
  storeIsNotSkipped,
  storeRefsNameTheirNamespace,
  storeVersionIsServed,
  vaultCloudAgrees,
  vaultUrlIsAKeyVault
];

// src/rules/literal.ts
function literalsOf(secret) {
  if (Object.hasOwn(secret.object, "sops")) return [];
  return ["data", "stringData"].flatMap((field) => {
    const values = valueAt(secret.object, [field]);
    if (!isObject(values)) return [];
    return Object.entries(values).filter(([, value]) => isLiteral(value, field === "data")).map(([key4]) => ({ key: key4, target: { manifest: secret, path: [field, key4] } }));
  });
}
function isLiteral(value, encoded) {
  if (typeof value !== "string") return typeof value === "number" || typeof value === "boolean";
  if (isStandIn(value)) return false;
  return !encoded || !isStandIn(Buffer.from(value, "base64").toString("utf8"));
}
var standIns = [
  /^(?:ENC\[|<path:|ref\+|vault:|op:\/\/|\$)/,
  /^(?:%|__|@@|##?).*(?:%|__|@@|#)$/,
  /^(?:dummy|placeholder|redacted|none|null|nil|empty|n\/a|x{3,}|\*{3,}|\.{3,}|…)$/i
];
function isStandIn(value) {
  const text2 = value.trim();
  return text2 === "" || placeholderIn(text2) !== void 0 || standIns.some((form2) => form2.test(text2));
}
function entryPlaceOf(target) {
  const key4 = placeOf({ ...target, part: "key" });
  const { endLine, endColumn } = placeOf({ ...target, part: "value" });
  const goesOn = endLine > key4.endLine || endLine === key4.endLine && endColumn > key4.endColumn;
  return goesOn ? { ...key4, endLine, endColumn } : key4;
}

// src/rules/token/join-token-carries-no-data.ts
var joinTokenCarriesNoData = {
  id: "join-token-carries-no-data",
  severity: "error",
  title: "The join token's Secret is left for Kasten to fill.",
  why: `Kasten writes \`data.token\` into the live Secret. Argo CD leaves alone what Git never named; with \`data\` in Git, even empty, it shows
\`OutOfSync\` and each sync wipes the token, which reaches the vault and every secondary as a broken one. With \`immutable: true\` Kasten cannot
write it at all.`,
  fix: `Remove \`data\`, \`stringData\` and \`immutable\`; this is all of it

\`\`\`yaml
apiVersion: v1
kind: Secret
metadata:
  name: <the name it has>
  namespace: kasten-io-mc
type: dist.kio.kasten.io/join-token
\`\`\``,
  source: "https://github.com/emberstack/kubernetes-reflector/issues/378",
  rows: [23],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const { manifest } of primaries.flatMap(({ joinTokens }) => joinTokens)) {
      if (isJoinToken(manifest)) yield* complaintsAbout7(manifest);
    }
  }
};
function complaintsAbout7(manifest) {
  const fields3 = ["data", "stringData"].filter((field) => Object.hasOwn(manifest.object, field));
  const spokenOf = literalsOf(manifest).length > 0 || Object.hasOwn(manifest.object, "sops");
  const immutable = at(manifest, "immutable");
  const data = fields3.map((field) => ({
    about: { manifest, path: [field], part: "key" },
    message: `The join token has "${field}" in Git, with which Argo CD overwrites the token: remove it.`
  }));
  return [
    ...spokenOf ? [] : data,
    ...immutable?.value === true ? [{ about: immutable, message: "The join token is immutable, so Kasten cannot fill it: remove this." }] : []
  ];
}

// src/rules/token/join-token-has-one-writer.ts
var joinTokenHasOneWriter = {
  id: "join-token-has-one-writer",
  severity: "warning",
  title: "Kasten alone writes the join token.",
  why: `Kasten makes the token and writes it into the Secret. An ExternalSecret, a SealedSecret or sops that writes the same Secret puts another
value there, and which of the two the PushSecret finds depends on who came last.`,
  fix: `Declare the join token as a plain Secret without data, and remove whatever else makes it. The way of a token is from this Secret to the
vault, never back.`,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [28],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const primary of primaries) {
      const tokens = primary.joinTokens.map(({ manifest }) => manifest).filter(isJoinToken);
      yield* tokens.filter(isEncrypted).map(encrypted);
      yield* writersOf(tokens, primary);
    }
  }
};
function isEncrypted(token2) {
  return Object.hasOwn(token2.object, "sops");
}
function encrypted(token2) {
  const about = { manifest: token2, path: ["sops"], part: "key" };
  return {
    about,
    message: `The join token ${quoted3(token2.name)} comes with data encrypted by sops: declare it without data, for Kasten to fill.`
  };
}
function writersOf(tokens, { site }) {
  const names3 = new Set(tokens.map(({ name }) => name));
  return site.objects.filter(inPrimaryNamespace).flatMap(({ manifest }) => {
    const made = madeBy(manifest);
    if (made === void 0 || !(names3.has(made.name) || made.type === joinTokenType)) return [];
    const message2 = `This ${manifest.kind} writes the join token ${quoted3(made.name)}, which Kasten fills: remove it.`;
    return [{ about: whole(manifest), message: message2 }];
  });
}
function madeBy(manifest) {
  if (isExternalSecret(manifest)) {
    return { name: madeSecretOf(manifest), type: stringAt(manifest, "spec", "target", "template", "type")?.value };
  }
  if (manifest.kind !== "SealedSecret") return void 0;
  return { name: manifest.name, type: stringAt(manifest, "spec", "template", "type")?.value };
}

// src/rules/token/join-token-type-is-exact.ts
var joinTokenTypeIsExact = {
  id: "join-token-type-is-exact",
  severity: "error",
  title: "The Secret that is pushed as the join token has Kasten's own type.",
  why: `Kasten writes a token into Secrets of the type \`${joinTokenType}\` in \`${primaryNamespace}\`, and into no other. Any other Secret stays
empty: the PushSecret fails with \`secret key token does not exist\`, and no secondary gets a token.`,
  fix: `\`\`\`yaml
apiVersion: v1
kind: Secret
metadata:
  name: <the name it has>
  namespace: ${primaryNamespace}
type: ${joinTokenType}
\`\`\`

Kubernetes does not change the type of a Secret that exists: delete that one first.`,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [21],
  bad: [],
  good: [],
  *check({ primaries }) {
    for (const primary of primaries) {
      for (const { manifest } of primary.site.objects.filter(inPrimaryNamespace)) {
        if (isMeantAsToken(manifest, primary)) yield complaintOf28(manifest);
      }
    }
  }
};
function isMeantAsToken(manifest, { pushSecrets }) {
  const type = secretTypeOf(manifest);
  if (!isSecret(manifest) || type === joinTokenType) return false;
  return /join.?token/i.test(type) || pushSecrets.some((push) => pushesAsToken(push, manifest.name));
}
function pushesAsToken({ selects, matches: matches4 }, name) {
  return selects?.value === name && matches4.some(({ secretKey }) => secretKey?.value === tokenKey);
}
function complaintOf28(manifest) {
  const type = stringAt(manifest, "type");
  const is = type?.value ? `the type ${quoted3(type.value)}` : 'no type, which means "Opaque"';
  return {
    about: type ?? whole(manifest),
    message: `The Secret ${quoted3(manifest.name)} has ${is}; Kasten fills only "${joinTokenType}".`
  };
}

// src/rules/token/no-credential-in-git.ts
var noCredentialInGit = {
  id: "no-credential-in-git",
  severity: "error",
  title: "No credential of a store is written out in Git.",
  why: `The client secret of a store's service principal opens the vault: who reads the repository reads every join token, and with the
primary's store writes them. Git keeps it for ever; base64 in \`data\` hides nothing.`,
  fix: `Remove the value from Git and rotate it in Entra ID. Use \`authType: WorkloadIdentity\`, which needs no secret, or create the Secret by
hand, or encrypted by sops or SealedSecrets.`,
  source: "https://external-secrets.io/latest/provider/azure-key-vault/",
  rows: [62],
  bad: [],
  good: [],
  *check(fleet) {
    const refs = credentialRefsIn(fleet);
    if (refs.length === 0) return;
    const secrets = secretsByName(fleet);
    for (const ref of refs) for (const secret of secrets.get(ref.name) ?? []) yield* leaksIn(secret, ref);
  }
};
function credentialRefsIn({ primaries, secondaries }) {
  const refs = [
    ...primaries.flatMap(({ pushSecrets }) => pushSecrets.flatMap(({ storeRefs }) => storeRefs)),
    ...secondaries.flatMap(({ joins: joins2 }) => joins2.map(({ storeRef }) => storeRef))
  ];
  const stores = new Set(refs.flatMap((ref) => ref?.store ?? []));
  return [...stores].flatMap((store) => ["clientSecret", "clientCertificate"].flatMap((field) => refIn(store, field) ?? []));
}
function refIn(store, field) {
  const path = ["spec", "provider", "azurekv", "authSecretRef", field];
  const read = (key5) => stringAt(store, ...path, key5)?.value;
  const name = read("name");
  const key4 = read("key");
  if (!name || !key4) return void 0;
  return { target: { manifest: store, path }, name, key: key4, namespace: read("namespace") ?? store.namespace };
}
function secretsByName({ manifests, sites }) {
  const byName2 = /* @__PURE__ */ new Map();
  const delivered = sites.flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
  for (const manifest of [...manifests, ...delivered].filter(isSecret)) {
    const others3 = byName2.get(manifest.name);
    if (others3) others3.add(manifest);
    else byName2.set(manifest.name, /* @__PURE__ */ new Set([manifest]));
  }
  return byName2;
}
function leaksIn(secret, ref) {
  if (ref.namespace && secret.namespace && ref.namespace !== secret.namespace) return [];
  return literalsOf(secret).filter(({ key: key4 }) => key4 === ref.key).map(({ key: key4, target }) => ({
    about: entryPlaceOf(target),
    message: `The Secret ${quoted3(secret.name)} has the store's credential, ${quoted3(key4)}, in Git. Remove it and rotate it in Entra ID: it opens the vault.`,
    related: [{ about: ref.target, message: "read by the store here" }]
  }));
}

// src/rules/written-token.ts
var longestText = 256 * 1024;
function tokensWrittenIn(fleet) {
  if (isEmpty2(fleet)) return [];
  const { checkout, files } = fleet.repository;
  const prose = checkout.paths.filter((path) => isProse(path, fleet.settings.path));
  const applications = [...fleet.concerned].flatMap(({ application }) => application?.manifest.origin.file ?? []);
  return [.../* @__PURE__ */ new Set([...prose, ...applications])].flatMap((path) => {
    const content = files.get(path) ?? checkout.read(path);
    return "text" in content ? tokensIn(content.text, path) : [];
  });
}
var workflow = /^\.github\/workflows\/[^/]+\.ya?ml$/;
var foreign2 = /(?:^|\/)(?:\.git|node_modules|vendor)\//;
function isProse(path, below2) {
  if (workflow.test(path)) return true;
  return path.endsWith(".md") && liesIn(path, below2) && !foreign2.test(path);
}
var context = /mc[-_]join|join[-_ ]?token/i;
var reach2 = 400;
var shapes = [
  /(?<![\w-])(eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]+)/dg,
  /token["'`]?\s{0,3}[:=]\s{0,3}["'`]?([\w+/-]{40,})/dgi
];
function tokensIn(text2, file) {
  if (text2.length > longestText || !context.test(text2)) return [];
  const positionOf = positionsOf(text2);
  const spans = new Map(shapes.flatMap((shape) => spansOf(text2, shape)));
  return [...spans].map(([start, end]) => {
    const from = positionOf(start);
    const to = positionOf(end);
    return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  });
}
function spansOf(text2, shape) {
  return [...text2.matchAll(shape)].flatMap(({ indices }) => {
    const [start, end] = indices?.[1] ?? [0, 0];
    const isToken = isOpaque(text2.slice(start, end)) && context.test(text2.slice(Math.max(0, start - reach2), start));
    return isToken ? [[start, end]] : [];
  });
}
function isOpaque(text2) {
  let changes2 = 0;
  for (let index = 1; index < text2.length; index++) if (sortOf(text2, index) !== sortOf(text2, index - 1)) changes2++;
  return changes2 >= 0.3 * text2.length && /[A-Z]/.test(text2) && /[a-z]/.test(text2);
}
function sortOf(text2, index) {
  const code = text2.charCodeAt(index);
  if (code >= 97 && code <= 122) return 0;
  if (code >= 65 && code <= 90) return 1;
  return code >= 48 && code <= 57 ? 2 : 3;
}

// src/rules/token/no-token-in-git.ts
var advice2 = "Remove it, and delete the join token on the primary to revoke it: whoever has read this repository can join a cluster.";
var noTokenInGit = {
  id: "no-token-in-git",
  severity: "error",
  title: "No join token is written out in Git.",
  why: `A join token is a credential: with it any cluster can join the set and receive what the primary distributes. Git keeps it for ever, for
all who can read the repository, its forks and its clones. Base64 in \`data\` hides nothing.`,
  fix: `Remove the value from Git, delete the Secret of type \`dist.kio.kasten.io/join-token\` on the primary, which revokes the token, and let it be
made anew. A token reaches a secondary by the vault alone: a PushSecret on the primary, an ExternalSecret on the secondary.`,
  source: "https://docs.kasten.io/latest/multicluster/getting_started.html",
  rows: [24],
  bad: [],
  good: [],
  *check(fleet) {
    for (const { key: key4, target } of literalTokensOf(fleet)) {
      const message2 = `The ${target.manifest.kind} ${quoted3(target.manifest.name)} has a value for ${quoted3(key4)} in Git. ${advice2}`;
      yield { about: entryPlaceOf(target), message: message2 };
    }
    for (const place of tokensWrittenIn(fleet))
      yield { about: place, message: `This looks like a join token. ${advice2}` };
  }
};
function literalTokensOf(fleet) {
  const delivered = fleet.sites.flatMap(({ objects }) => objects.map(({ manifest }) => manifest));
  const secrets = new Set([...fleet.manifests, ...delivered].filter(isTokenSecret));
  const configs2 = new Set(fleet.secondaries.flatMap(({ config }) => config?.manifest ?? []));
  return [
    ...[...secrets].flatMap(literalsOf),
    ...pushedLiterals(fleet).filter(({ target }) => !secrets.has(target.manifest)),
    ...[...configs2].flatMap(tokensOfConfig)
  ];
}
function isTokenSecret(manifest) {
  return isJoinToken(manifest) || isSecret(manifest) && manifest.name === joinSecretName;
}
function pushedLiterals({ primaries }) {
  const pushed = new Set(primaries.flatMap(({ joinTokens }) => joinTokens.map(({ manifest }) => manifest)));
  return [...pushed].flatMap(literalsOf).filter(({ key: key4 }) => key4 === tokenKey);
}
var tokenKeys = /^(?:(?:mc-?)?join-?)?token$/i;
function tokensOfConfig(config) {
  const data = valueAt(config.object, ["data"]);
  if (!isObject(data)) return [];
  return Object.entries(data).filter(([key4, value]) => tokenKeys.test(key4) && typeof value === "string" && !isStandIn(value)).map(([key4]) => ({ key: key4, target: { manifest: config, path: ["data", key4] } }));
}

// src/rules/token/one-token-per-remote-key.ts
var oneTokenPerRemoteKey = {
  id: "one-token-per-remote-key",
  severity: "error",
  title: "One Secret feeds each secret of the vault.",
  why: `Each refresh of a PushSecret writes its value over what is there. Two that write one name put now one token into the vault, now the other;
secondaries that pull the wrong one are \`rejected\` with \`Invalid join token\`, while both PushSecrets say \`Synced\`.`,
  fix: `Keep one of the two, or give each a \`remoteKey\` of its own

\`\`\`yaml
data:
  - match:
      secretKey: token
      remoteRef:
        remoteKey: <name of the secret in the vault>
\`\`\``,
  source: "external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go",
  rows: [31, 47],
  bad: [],
  good: [],
  *check(fleet) {
    const first2 = /* @__PURE__ */ new Map();
    for (const writer of writersIn(fleet)) {
      for (const name of namesOf4(writer)) {
        const other = first2.get(name);
        if (!other) first2.set(name, writer);
        else if (clash2(other, writer)) yield complaintOf29(other, writer);
      }
    }
  }
};
function writersIn({ primaries, stores }) {
  const ours = primaries.flatMap((primary) => primary.pushSecrets.flatMap((push) => writersOf2(push, primary, true)));
  const known10 = new Set(ours.map(({ push }) => push.manifest));
  const others3 = primaries.flatMap(
    (primary) => primary.site.objects.filter(({ manifest }) => isPushSecret(manifest) && !known10.has(manifest)).flatMap((delivered) => writersOf2(pushSecretOf(delivered, primary.site, stores), primary, false))
  );
  return [...ours, ...others3];
}
function writersOf2(push, primary, isOurs2) {
  return push.matches.flatMap(
    (match2) => match2.remoteKey?.value ? [{ primary, push, match: match2, remoteKey: match2.remoteKey, isOurs: isOurs2 }] : []
  );
}
function namesOf4({ primary, push, remoteKey }) {
  const vaults = push.storeRefs.filter(mayBeKeyVault).flatMap((ref) => vaultOf2(ref, push, primary) ?? []);
  return new Set(vaults.map((vault) => `${vault} ${comparableKeyOf(remoteKey.value)}`));
}
function vaultOf2({ vaultUrl, name, kind: kind2 }, { namespace }, { site }) {
  if (vaultUrl) return vaultKeyOf(vaultUrl.value);
  if (!name) return void 0;
  return `${site.key} ${kind2} ${kind2 === "SecretStore" ? namespace : ""} ${name.value}`;
}
function clash2(a, b) {
  if (!a.isOurs && !b.isOurs) return false;
  const delivered = a.push.manifest === b.push.manifest && a.push !== b.push;
  const declared = a.primary !== b.primary && urlOf3(a.primary) === urlOf3(b.primary);
  const parts = a.match.property && b.match.property && a.match.property.value !== b.match.property.value;
  return !delivered && !declared && !parts;
}
function urlOf3({ ingress }) {
  return ingress && normalisedUrl(ingress.value);
}
function complaintOf29(first2, other) {
  const sameSource = sourceOf3(first2) === sourceOf3(other);
  const message2 = `The vault secret ${quoted3(other.remoteKey.value)} is written by ${quoted3(first2.push.manifest.name)} already: keep one of the two, or give this a name of its own.`;
  return {
    about: other.remoteKey,
    message: message2,
    severity: sameSource ? "warning" : "error",
    related: [{ about: first2.remoteKey, message: "written here too" }]
  };
}
function sourceOf3({ primary, push, match: match2 }) {
  return `${primary.site.key} ${push.namespace} ${push.selects?.value} ${match2.secretKey?.value}`;
}

// src/rules/token/token-is-never-replaced.ts
var tokenIsNeverReplaced = {
  id: "token-is-never-replaced",
  severity: "error",
  title: "Argo CD never replaces the join token's Secret.",
  why: `An apply changes what Git names and leaves the token alone. \`Replace=true\` writes the object of Git over the live one, which empties it;
\`Force=true\` deletes and creates it, which revokes the token. The PushSecret then fails or pushes a new token, and joins with the old one are
\`rejected\`.`,
  fix: "Remove `Replace=true` and `Force=true` from the join token, and `Replace=true` from the sync options of its Application; give it to the objects that need it.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#replace-resource-instead-of-applying-changes",
  rows: [26, 117],
  bad: [],
  good: [],
  *check({ primaries }) {
    const tokens = primaries.flatMap(({ joinTokens }) => joinTokens.filter(({ manifest }) => isJoinToken(manifest)));
    for (const token2 of tokens) yield* ownOptions(token2);
    const applications = new Set(tokens.flatMap(({ delivery }) => delivery.application ?? []));
    for (const application of applications) yield* optionsOf(application);
  }
};
function ownOptions({ manifest }) {
  return ["Replace=true", "Force=true"].flatMap((option) => {
    const about = objectOptionOf(manifest, option);
    const message2 = `The join token ${quoted3(manifest.name)} has the sync option ${option}, which takes the token away: remove it.`;
    return about ? [{ about, message: message2 }] : [];
  });
}
function optionsOf(application) {
  const about = switchedOn(application, "Replace");
  if (!about) return [];
  const message2 = `The Application ${quoted3(application.name)} replaces all it delivers, the join token too, which empties it: remove Replace=true.`;
  return [{ about, message: message2 }];
}

// src/rules/token/token-objects-are-no-hooks.ts
var tokenObjectsAreNoHooks = {
  id: "token-objects-are-no-hooks",
  severity: "error",
  title: "What the token passes through is no hook of Argo CD.",
  why: `Argo CD deletes a hook before it creates it again, at every sync. That revokes a join token; it deletes \`mc-join\` with its ExternalSecret;
with \`deletionPolicy: Delete\` a PushSecret takes the vault's secret along. A lost hook is not restored by \`selfHeal\` either. With a value that
Argo CD does not know, or \`Skip\`, the object is never applied.`,
  fix: "Remove the annotation `argocd.argoproj.io/hook` (or `helm.sh/hook`); sync waves order objects without it.",
  source: "https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/",
  rows: [25, 52],
  bad: [],
  good: [],
  *check(fleet) {
    for (const [manifest, severity] of passedThrough2(fleet)) {
      const hook = hookOf(manifest);
      if (hook) yield complaintOf30(manifest, hook, severity);
    }
  }
};
function passedThrough2({ primaries, secondaries }) {
  const all = /* @__PURE__ */ new Map();
  for (const { bootstraps, joinTokens, pushSecrets } of primaries) {
    for (const { manifest } of bootstraps) all.set(manifest, "warning");
    for (const { manifest } of [...joinTokens, ...pushSecrets]) all.set(manifest, "error");
  }
  for (const { config, joins: joins2, literals } of secondaries) {
    for (const { manifest } of [...config ? [config] : [], ...joins2, ...literals]) all.set(manifest, "warning");
  }
  return all;
}
function complaintOf30(manifest, { annotation, phases: phases3 }, severity) {
  const object = `The ${manifest.kind} ${quoted3(manifest.name)}`;
  const never = phases3.every((phase) => phase === "Skip");
  return {
    about: annotation,
    message: never ? `${object} is marked as a hook ${quoted3(annotation.value)}, which Argo CD never applies: remove the annotation.` : `${object} is a hook (${quoted3(annotation.value)}), which Argo CD deletes and creates again at each sync: remove the annotation.`,
    severity: never ? "error" : severity
  };
}

// src/rules/token/index.ts
var tokenRules = [
  joinTokenCarriesNoData,
  joinTokenHasOneWriter,
  joinTokenTypeIsExact,
  noCredentialInGit,
  noTokenInGit,
  oneTokenPerRemoteKey,
  tokenIsNeverReplaced,
  tokenObjectsAreNoHooks
];

// src/rules/index.ts
var rules = [
  ...applicationSetRules,
  ...argocdRules,
  ...joinRules,
  ...primaryRules,
  ...pushRules,
  ...repositoryRules,
  ...storeRules,
  ...tokenRules
];
var known9 = [...rules, ...changeRules, ...liveRules, ...vaultRules];
var fleetRules = [...rules, ignoreHasAReason(new Set(known9.map(({ id }) => id)))];

export {
  severities,
  byPlace,
  counted,
  tally,
  someOf,
  reach,
  countsOf,
  groupedBy,
  isObject,
  plainValueOf,
  locatorOf,
  documentsOf,
  humanDuration,
  versionOf,
  pinnedVersionOf,
  atLeast,
  nearest,
  checkoutOf,
  changedCheckout,
  folderOf,
  foldersAbove,
  liesIn,
  itemsAt,
  placeOf,
  isStore,
  vaultKeyOf,
  siteLabel,
  cleaned,
  inClusterName,
  clusterKeyOf,
  serverKeyOf,
  inClusterKey,
  repositoryOf,
  startOf,
  closureOf,
  secretNameOf,
  secretKeyOf,
  joinFilesOf,
  fleetOf,
  isEmpty2 as isEmpty,
  fileIsOfTheFleet,
  unjudgedOf,
  changeRules,
  withoutIgnored,
  hasJoinSecret,
  liveFleetOf,
  liveRules,
  tokensOf2 as tokensOf,
  vaultRules,
  fleetRules,
  tool,
  helpUrl
};
