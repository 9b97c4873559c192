import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  Refused,
  destinationOf,
  problemsOf,
  proposed,
  recipeFor,
  refusalFindings,
  refuseEvent,
  scalar
} from "./chunk-SIKUMF5D.js";
import {
  ConfigError
} from "./chunk-ZO552WHF.js";
import {
  lookIntoVaults
} from "./chunk-ZV3MNGBF.js";
import {
  settingsOf
} from "./chunk-RALPYOM7.js";
import {
  changedCheckout,
  cleaned,
  documentsOf,
  entrySpanOf,
  fleetOf,
  folderOf,
  isObject,
  itemsAt,
  liesIn,
  normalisedUrl,
  plainValueOf,
  repositoryOf,
  serverKeyOf,
  spanOf,
  urlOf
} from "./chunk-SPCQEQVU.js";

// src/modes/onboard.ts
import { createHash } from "node:crypto";

// src/change/scalars.ts
function scalarsOf(text) {
  const seen = /* @__PURE__ */ new Set();
  return documentsOf(text).documents.flatMap(
    (document) => pathsIn(document.value, []).flatMap(({ path, value }) => {
      const span = spanOf(text, document, path, "value");
      if (!span || span.end <= span.start || seen.has(span.start)) return [];
      seen.add(span.start);
      return [{ document: document.index, path, value, start: span.start, end: span.end }];
    })
  );
}
function valuesOf(text) {
  return new Map(
    documentsOf(text).documents.flatMap(
      (document) => pathsIn(document.value, []).map(({ path, value }) => [placeKey(document.index, path), value])
    )
  );
}
function placeKey(document, path) {
  return `${document} ${JSON.stringify(path)}`;
}
function pathsIn(value, path) {
  if (Array.isArray(value)) return value.flatMap((item, index) => pathsIn(item, [...path, index]));
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]));
  return [{ path, value }];
}

// src/change/renaming.ts
function renamingOf(from, to, folders = /* @__PURE__ */ new Map()) {
  const words = wordsOf(from, to, folders);
  const pattern = new RegExp(words.map(([old, , bound]) => bound ? bounded(old) : escaped(old)).join("|"), "g");
  const byOld = new Map(words.map(([old, now]) => [old, now]));
  const text = (value) => value.replace(pattern, (found) => byOld.get(found) ?? found);
  const nameOnly2 = new RegExp(bounded(from.name), "g");
  return {
    from,
    to,
    text,
    path: (path) => folders.get(path) ?? path.replace(nameOnly2, to.name),
    names: (value) => value.search(pattern) >= 0
  };
}
function wordsOf(from, to, folders) {
  const words = [];
  const url = from.ingress.replace(/\/+$/, "");
  if (url !== "") words.push([url, to.ingress.replace(/\/+$/, ""), false]);
  const [oldHost, newHost] = [urlOf(from.ingress)?.host, urlOf(to.ingress)?.host];
  if (oldHost && newHost) words.push([oldHost, newHost, true]);
  if (from.server !== void 0 && to.server !== void 0) words.push([from.server, to.server, false]);
  if (from.destinationName !== void 0 && to.destinationName !== void 0) {
    words.push([from.destinationName, to.destinationName, true]);
  }
  for (const [old, now] of folders) words.push([old, now, true]);
  words.push([from.name, to.name, true]);
  return words.filter(([old]) => old !== "").sort((a, b) => b[0].length - a[0].length);
}
function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
function bounded(text) {
  return `(?<![A-Za-z0-9])${escaped(text)}(?![A-Za-z0-9])`;
}
function renamedEdits(text, renaming, sibling) {
  const shared = sibling === void 0 ? void 0 : valuesOf(sibling);
  return scalarsOf(text).flatMap((scalar2) => {
    if (typeof scalar2.value !== "string" || !renaming.names(scalar2.value)) return [];
    if (shared?.get(placeKey(scalar2.document, scalar2.path)) === scalar2.value) return [];
    if (shared === void 0 && !mayCarryTheName(scalar2, renaming)) return [];
    return editOf(text, scalar2, renaming) ?? [];
  });
}
var namingKeys = /* @__PURE__ */ new Set([
  "name",
  "path",
  "releaseName",
  "cluster-name",
  "namePrefix",
  "nameSuffix",
  "targetPath",
  "cluster",
  "host",
  "valueFiles",
  "resources",
  "fullnameOverride",
  "nameOverride"
]);
function mayCarryTheName({ path, value }, { from }) {
  const text = value;
  if (text === from.name || holds(text, from.ingress.replace(/\/+$/, "")) || holds(text, from.server) || text === from.destinationName)
    return true;
  if (urlOf(from.ingress)?.host !== void 0 && holds(text, urlOf(from.ingress).host)) return true;
  return path.some(
    (step) => typeof step === "string" && (namingKeys.has(step) || step === "labels" || step === "annotations")
  ) && !text.includes("://");
}
function holds(text, part) {
  return part !== void 0 && part !== "" && text.includes(part);
}
function editOf(text, scalar2, renaming) {
  const written2 = text.slice(scalar2.start, scalar2.end);
  const wanted = renaming.text(scalar2.value);
  const now = renaming.text(written2);
  if (now === written2 && wanted === scalar2.value) return void 0;
  const plain = !/^["'|>&*!]/.test(written2);
  const safe = !plain || plainValueOf(now) === wanted && now.trim() === now && /^[A-Za-z0-9._/$]/.test(now) && !/[,[\]{}]|: |:$| #/.test(now);
  return {
    start: scalar2.start,
    end: scalar2.end,
    text: safe && !written2.includes("\n") ? now : plain ? JSON.stringify(wanted) : now
  };
}

// src/change/identity.ts
function identityOf(secondary) {
  const applications = secondary.site.deliveries.flatMap(({ application }) => application ?? []);
  return {
    name: secondary.name?.value ?? secondary.label,
    ingress: secondary.ingress?.value ?? "",
    server: applications.find(({ destination }) => destination.server)?.destination.server?.value,
    destinationName: applications.find(({ destination }) => destination.name)?.destination.name?.value
  };
}
function recogniserOf(secondary) {
  const identity = identityOf(secondary);
  return renamingOf(identity, identity);
}

// src/change/edits.ts
function edited(text, edits) {
  let result = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
function lineStart(text, offset) {
  return text.lastIndexOf("\n", offset - 1) + 1;
}
function lineEnd(text, offset) {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end > offset ? end - 1 : end;
}
function lineBreakOf(text) {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

// src/change/list-items.ts
function listItemsOf(fleet, file, secondary) {
  const content = fleet.repository.checkout.read(file);
  if (!("text" in content)) return [];
  const own = recogniserOf(secondary);
  const others = fleet.secondaries.filter(
    (each) => each !== secondary && identityOf(each).name !== identityOf(secondary).name
  );
  const recognisers = others.filter((each) => content.text.includes(identityOf(each).name)).map(recogniserOf);
  const isOnlyOurs = (value) => mentions(value, own) && !recognisers.some((other) => mentions(value, other));
  return documentsOf(content.text).documents.flatMap(
    (document, index) => itemPaths(document.value, [], isOnlyOurs).map((path) => ({ file, document: index, path }))
  );
}
function itemPaths(value, path, isOurs) {
  if (Array.isArray(value)) {
    return value.flatMap(
      (item, index) => isOurs(item) ? [[...path, index]] : itemPaths(item, [...path, index], isOurs)
    );
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => itemPaths(inner, [...path, key], isOurs));
}
function mentions(value, renaming) {
  if (typeof value === "string") return renaming.names(value);
  if (Array.isArray(value)) return value.some((item) => mentions(item, renaming));
  return isObject(value) && Object.entries(value).some(([key, inner]) => renaming.names(key) || mentions(inner, renaming));
}
function copyEdit(text, { document, path }, renaming) {
  const part = documentsOf(text).documents[document];
  const span = part && entrySpanOf(text, part, path);
  if (!part || !span) return void 0;
  const copy = renaming.text(text.slice(span.start, span.end));
  return text[span.start] === "-" ? blockEdit(text, part, path, span, copy) : { start: span.end, end: span.end, text: `, ${copy}` };
}
function blockEdit(text, part, path, span, copy) {
  const indent = text.slice(lineStart(text, span.start), span.start);
  const lineBreak = lineBreakOf(text);
  const before = siblingBefore(text, part, path, copy);
  if (before === "first") {
    const first = entrySpanOf(text, part, [...path.slice(0, -1), 0]);
    return { start: first.start, end: first.start, text: `${copy}${lineBreak}${indent}` };
  }
  const end = lineEnd(text, (before ?? span).end);
  return { start: end, end, text: `${lineBreak}${indent}${copy}` };
}
function siblingBefore(text, part, path, copy) {
  const spans = [];
  for (let index = 0; ; index++) {
    const span = entrySpanOf(text, part, [...path.slice(0, -1), index]);
    if (!span || spans.length > 0 && span.start <= spans.at(-1).start) break;
    spans.push(span);
  }
  const words = spans.map(({ start, end }) => text.slice(start, end));
  if (spans.length < 2 || words.some((word, index) => index > 0 && word < words[index - 1])) return void 0;
  const smaller = words.filter((word) => word < copy).length;
  return smaller === 0 ? "first" : spans[smaller - 1];
}
function removalEdit(text, { document, path }) {
  const part = documentsOf(text).documents[document];
  const span = part && entrySpanOf(text, part, path);
  if (!part || !span) return void 0;
  if (text[span.start] !== "-") return flowRemoval(text, span);
  const from = lineStart(text, span.start);
  const startsLine = text.slice(from, span.start).trim() === "";
  const end = lineEnd(text, span.end);
  if (!startsLine) return { start: span.start, end, text: "" };
  const lineBreak = text[from - 2] === "\r" ? 2 : 1;
  return from === 0 ? { start: 0, end: Math.min(end + 1, text.length), text: "" } : { start: from - lineBreak, end, text: "" };
}
function flowRemoval(text, { start, end }) {
  const before = /,[ \t]*$/.exec(text.slice(0, start));
  if (before) return { start: before.index, end, text: "" };
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(end));
  return { start, end: end + (after?.[0].length ?? 0), text: "" };
}

// src/change/belongings.ts
function belongingsOf(fleet, secondary) {
  const files = ownFiles(fleet, secondary);
  const isOwn = (file) => files.has(file);
  const applications = applicationDocuments(fleet, secondary, isOwn);
  const items = listFiles(fleet, secondary, isOwn).flatMap((file) => listItemsOf(fleet, file, secondary));
  const inDocuments = new Set(applications.map(({ file }) => file));
  return {
    files: [...files].sort(),
    documents: applications,
    items: items.filter(({ file }) => !inDocuments.has(file))
  };
}
function ownFiles(fleet, secondary) {
  const { site } = secondary;
  const files = /* @__PURE__ */ new Set();
  for (const delivery of site.deliveries) for (const file of deliveredAlone(fleet, secondary, delivery)) files.add(file);
  for (const file of applicationFiles(fleet, secondary)) files.add(file);
  for (const file of valueFiles(fleet, secondary)) files.add(file);
  for (const file of namedFiles(fleet, secondary)) files.add(file);
  return files;
}
function deliveredAlone(fleet, { site }, delivery) {
  const folders = delivery.application ? sourceFolders(delivery) : site.folder !== void 0 && site.folder !== "." ? [site.folder] : [];
  const others = fleet.deliveries.filter((each) => !site.deliveries.includes(each)).flatMap(sourceFolders);
  return folders.filter(
    (folder) => folder !== "" && !isChart(fleet, folder) && !others.some((other) => other === "" || liesIn(other, folder) || liesIn(folder, other))
  ).flatMap((folder) => fleet.folders.isFile(folder) ? [folder] : fleet.folders.filesIn(folder, true));
}
function sourceFolders({ application }) {
  return application?.sources.flatMap(({ path }) => path ? cleaned(path.value) ?? [] : []) ?? [];
}
function isChart(fleet, folder) {
  return fleet.folders.isFile(`${folder}/Chart.yaml`);
}
function applicationFiles(fleet, { site }) {
  const own = new Set(site.deliveries.flatMap(({ application }) => application?.manifest ?? []));
  const files = new Set([...own].map(({ origin }) => origin.file));
  return [...files].filter(
    (file) => fleet.repository.files.get(file)?.manifests.every((manifest) => own.has(manifest)) ?? false
  );
}
function valueFiles(fleet, { site }) {
  const others = new Set(fleet.deliveries.filter((each) => !site.deliveries.includes(each)).flatMap(namedValueFiles));
  return site.deliveries.flatMap(namedValueFiles).filter((file) => !others.has(file) && fleet.folders.isFile(file));
}
function namedValueFiles({ application }) {
  return application?.sources.flatMap(
    (source) => itemsAt(source.target.manifest, ...source.target.path, "helm", "valueFiles").flatMap(
      ({ value }) => typeof value === "string" ? valueFilePath(value, source.path?.value ?? "") ?? [] : []
    )
  ) ?? [];
}
function valueFilePath(written2, chart) {
  const fromRoot = /^\$[^/]+\/(.+)$/.exec(written2)?.[1] ?? /^\/(.+)$/.exec(written2)?.[1];
  return cleaned(fromRoot ?? `${chart}/${written2}`);
}
function namedFiles(fleet, secondary) {
  const { name } = identityOf(secondary);
  const others = fleet.secondaries.filter((each) => each !== secondary && each.name && each.name.value !== name);
  return fleet.repository.checkout.paths.filter((path) => {
    if (!/\.(?:ya?ml|json)$/.test(path) || !hasStep(path, name)) return false;
    const own = renamingOf(
      { name, ingress: "", server: void 0, destinationName: void 0 },
      { name, ingress: "", server: void 0, destinationName: void 0 }
    );
    return own.names(path) && others.some((other) => fleet.folders.isFile(renamedPath(path, name, other.name.value)));
  });
}
function hasStep(path, name) {
  return path.includes(name);
}
function renamedPath(path, from, to) {
  const none = { ingress: "", server: void 0, destinationName: void 0 };
  return renamingOf({ name: from, ...none }, { name: to, ...none }).path(path);
}
function applicationDocuments(fleet, { site }, isOwn) {
  return site.deliveries.flatMap(({ application }) => {
    const file = application && fleet.repository.files.get(application.manifest.origin.file);
    if (!application || !file || isOwn(file.path)) return [];
    const document = file.manifests.indexOf(application.manifest);
    return document < 0 ? [] : [{ file: file.path, document }];
  });
}
var kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;
function listFiles(fleet, secondary, isOwn) {
  const argo = [
    ...fleet.applicationSets,
    ...fleet.projects.map(({ manifest }) => manifest),
    ...fleet.applications.map(({ manifest }) => manifest)
  ];
  const kustomizations = fleet.repository.checkout.paths.filter((path) => kustomization.test(path));
  const values = [...fleet.concerned].flatMap(namedValueFiles);
  const recogniser = recogniserOf(secondary);
  return [.../* @__PURE__ */ new Set([...argo.map(({ origin }) => origin.file), ...kustomizations, ...values])].filter((file) => !isOwn(file) && !file.startsWith(".github/") && folderOf(file) !== ".git").filter((file) => {
    const content = fleet.repository.checkout.read(file);
    return "text" in content && recogniser.names(content.text);
  }).sort();
}

// src/change/documents.ts
function documentCopyEdit(text, document, renaming) {
  const parts = documentsOf(text).documents;
  const part = parts[document];
  if (!part) return void 0;
  const lineBreak = lineBreakOf(text);
  const own = text.slice(part.start, part.end);
  const sibling = parts.find((_, index) => index !== document);
  const copy = edited(own, renamedEdits(own, renaming, sibling && text.slice(sibling.start, sibling.end)));
  const gap = own === "" || own.endsWith("\n") ? "" : lineBreak;
  return { start: part.end, end: part.end, text: `${gap}---${lineBreak}${copy.replace(/^\uFEFF/, "")}` };
}
function documentRemovalEdit(text, document) {
  const parts = documentsOf(text).documents;
  const part = parts[document];
  if (!part) return void 0;
  const before = parts[document - 1];
  if (before) {
    const gapless = text.slice(part.start, part.end).endsWith("\n") || !text.slice(before.start, before.end).endsWith("\n");
    const kept = !gapless && /\r?\n$/.exec(text.slice(before.start, before.end))?.[0].length;
    return { start: before.end - (kept || 0), end: part.end, text: "" };
  }
  return { start: part.start, end: parts[document + 1]?.start ?? part.end, text: "" };
}

// src/change/onboarding.ts
function onboardingOf(fleet, example, request) {
  const belongings = belongingsOf(fleet, example);
  const identity = identityOf(example);
  const target = {
    name: request.name,
    ingress: request.ingress,
    server: request.server,
    destinationName: request.destinationName
  };
  const folders = newPlaces(belongings, identity, target);
  const renaming = renamingOf(identity, likeTheExample(identity, target), folders);
  const taken = belongings.files.map((file) => renaming.path(file)).filter((path) => fleet.folders.isFile(path));
  if (taken.length > 0) return { problems: taken.map((path) => `The file ${path} exists already.`) };
  if (belongings.files.length + belongings.items.length + belongings.documents.length === 0) {
    return { problems: [`Nothing in the repository belongs to "${identity.name}" alone, so there is nothing to copy.`] };
  }
  const changes = /* @__PURE__ */ new Map();
  copyFiles(fleet, example, belongings, renaming, changes);
  editShared(fleet, belongings, renaming, changes);
  return { changes };
}
function likeTheExample(from, to) {
  return { ...to, server: to.server ?? from.server, destinationName: to.destinationName ?? from.destinationName };
}
function newPlaces({ files }, from, to) {
  const plain = renamingOf(nameOnly(from), nameOnly(to));
  const places = /* @__PURE__ */ new Map();
  const unchanged = files.filter((file) => plain.path(file) === file);
  for (const file of unchanged) {
    const folder = topFolder(file, files);
    const inFolder = folder !== void 0 && folder !== "";
    const old = inFolder ? folder : file;
    places.set(old, inFolder ? `${parentOf(folder)}${to.name}` : besideFile(file, to.name));
    if (inFolder) places.set(file, `${parentOf(folder)}${to.name}${file.slice(folder.length)}`);
  }
  return places;
}
function nameOnly({ name }) {
  return { name, ingress: "", server: void 0, destinationName: void 0 };
}
function topFolder(file, files) {
  const folder = folderOf(file);
  return files.filter((other) => folderOf(other) === folder).length > 1 ? folder : void 0;
}
function parentOf(folder) {
  const parent = folderOf(folder);
  return parent === "" ? "" : `${parent}/`;
}
function besideFile(file, name) {
  const folder = folderOf(file);
  const extension = /\.[^./]+$/.exec(file)?.[0] ?? "";
  return `${folder === "" ? "" : `${folder}/`}${name}${extension}`;
}
function copyFiles(fleet, example, { files }, renaming, changes) {
  const { checkout } = fleet.repository;
  const siblingOf = siblingFinder(fleet, example);
  for (const file of files) {
    const content = checkout.read(file);
    if (!("text" in content)) continue;
    const readable = /\.(?:ya?ml|json)$/.test(file);
    const text = readable ? edited(content.text, renamedEdits(content.text, renaming, siblingOf(file))) : content.text;
    changes.set(renaming.path(file), withDestination(text, renaming));
  }
}
function siblingFinder(fleet, example) {
  const { name } = identityOf(example);
  const others = fleet.secondaries.filter((each) => each !== example && each.name && each.name.value !== name);
  const renamings = others.slice(0, 20).map((other) => renamingOf(nameOnly(identityOf(example)), nameOnly(identityOf(other))));
  return (file) => {
    for (const renaming of renamings) {
      const path = renaming.path(file);
      const content = path === file ? void 0 : fleet.repository.checkout.read(path);
      if (content && "text" in content) return content.text;
    }
    return void 0;
  };
}
function withDestination(text, { from, to }) {
  const wantsName = to.destinationName !== void 0 && from.destinationName === void 0 && from.server !== void 0;
  const wantsServer = to.server !== void 0 && to.server !== from.server && from.server === void 0;
  if (wantsName) return text.replaceAll(line("server", from.server), written("name", to.destinationName));
  return wantsServer ? text.replaceAll(line("name", from.destinationName), written("server", to.server)) : text;
}
function written(key, value) {
  return (_all, lead, gap, quote) => `${lead}${key}:${gap}${quote === "" ? scalar(value) : `${quote}${value}${quote}`}`;
}
function line(key, value) {
  return new RegExp(
    `(^[ \\t]*(?:- )?|[{,][ \\t]*)${key}:([ \\t]+)(["']?)${value.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}\\3(?=\\s|[,}]|$)`,
    "gm"
  );
}
function editShared(fleet, { items, documents }, renaming, changes) {
  for (const file of new Set([...items, ...documents].map((each) => each.file))) {
    const content = fleet.repository.checkout.read(file);
    if (!("text" in content)) continue;
    const edits = [
      ...items.filter((item) => item.file === file).map((item) => copyEdit(content.text, item, renaming)),
      ...documents.filter((each) => each.file === file).map((each) => documentCopyEdit(content.text, each.document, renaming))
    ];
    const copies = edits.filter((edit) => edit !== void 0).map((edit) => ({ ...edit, text: withDestination(edit.text, renaming) }));
    changes.set(file, edited(content.text, copies));
  }
}

// src/modes/collisions.ts
function standsAgainst(fleet, requests) {
  const taken = takenIn(fleet);
  return requests.flatMap((request, index) => [
    ...reasonsFor(request, taken),
    ...requests.slice(0, index).flatMap((other) => amongThemselves(request, other))
  ]);
}
function takenIn(fleet) {
  const parts = [...fleet.primaries, ...fleet.secondaries];
  const destinations = parts.flatMap(
    ({ site }) => site.deliveries.flatMap(({ cluster, application }) => {
      const about = application?.destination.server ?? application?.destination.name;
      return cluster !== void 0 && about ? [[cluster, about]] : [];
    })
  );
  return {
    names: new Map(parts.flatMap(({ name }) => name ? [[name.value, name]] : [])),
    urls: new Map(
      parts.flatMap(
        ({ ingress }) => ingress ? [[normalisedUrl(ingress.value) ?? ingress.value, ingress]] : []
      )
    ),
    clusters: new Map(destinations),
    primaries: new Set(fleet.primaries.map(({ site }) => site.key))
  };
}
function reasonsFor(request, { names, urls, clusters, primaries }) {
  const reasons = [];
  const name = names.get(request.name);
  if (name)
    reasons.push({
      message: `The name "${request.name}" is taken: Kasten refuses a second cluster of that name (rule cluster-names-are-unique).`,
      about: name
    });
  const url = urls.get(normalisedUrl(request.ingress) ?? request.ingress);
  if (url)
    reasons.push({
      message: `The ingress ${request.ingress} is taken by another cluster (rule secondary-ingress-is-its-own).`,
      about: url
    });
  const key = keyOf(request);
  const cluster = key === void 0 ? void 0 : clusters.get(key);
  if (cluster && primaries.has(key))
    reasons.push({
      message: `The destination ${destinationOf(request)} is the primary's own cluster (rule secondary-is-not-the-primarys-cluster).`,
      about: cluster
    });
  else if (cluster)
    reasons.push({
      message: `The destination ${destinationOf(request)} has a secondary already (rule one-secondary-per-cluster).`,
      about: cluster
    });
  return reasons;
}
function keyOf({ server, destinationName }) {
  if (server !== void 0) return serverKeyOf(server);
  if (destinationName === "in-cluster") return serverKeyOf("https://kubernetes.default.svc");
  return destinationName === void 0 ? void 0 : `name ${destinationName}`;
}
function amongThemselves(request, other) {
  const same = [];
  if (request.name === other.name) same.push(`the name "${request.name}"`);
  if (normalisedUrl(request.ingress) === normalisedUrl(other.ingress) && request.ingress !== "")
    same.push(`the ingress ${request.ingress}`);
  if (keyOf(request) !== void 0 && keyOf(request) === keyOf(other))
    same.push(`the destination ${destinationOf(request)}`);
  return same.map((what) => ({ message: `Two entries of "clusters" have ${what}.` }));
}

// src/modes/example.ts
function exampleOf({ fleet, findings }, like) {
  const { secondaries } = fleet;
  if (like !== void 0) {
    const named = secondaries.find(({ label }) => label === like);
    if (!named)
      return {
        reasons: [
          {
            message: `"like" names "${like}", which is no secondary of the fleet (${secondaries.slice(0, 10).map(({ label }) => label).join(", ")}).`
          }
        ]
      };
    const errors = hitting(named, findings).filter(({ severity }) => severity === "error");
    return errors.length === 0 ? { secondary: named } : { reasons: [inherited(named, errors)] };
  }
  if (secondaries.length === 0) return void 0;
  const clean = secondaries.findLast((each) => hitting(each, findings).every(({ severity }) => severity === "notice"));
  const usable = clean ?? secondaries.findLast((each) => hitting(each, findings).every(({ severity }) => severity !== "error"));
  if (usable) return { secondary: usable };
  return {
    reasons: [
      inherited(
        secondaries.at(-1),
        hitting(secondaries.at(-1), findings).filter(({ severity }) => severity === "error")
      )
    ]
  };
}
function hitting({ config, joins, literals, site, label }, findings) {
  const files = new Set(
    [...config ? [config] : [], ...joins, ...literals].map(({ manifest }) => manifest.origin.file)
  );
  for (const { application } of site.deliveries) if (application) files.add(application.manifest.origin.file);
  return findings.filter(({ file, clusters }) => files.has(file) || clusters.includes(label));
}
function inherited({ label }, errors) {
  const first = errors[0];
  const where = first ? ` (${first.file}:${first.line}: ${first.message})` : "";
  return {
    message: `A copy of "${label}" would inherit ${errors.length === 1 ? "its error" : "its errors"}${where}. Mend it first, or name another secondary with "like".`
  };
}

// src/modes/onboard.ts
var branchPrefix = "kasten-multicluster/onboard-";
async function onboard(world) {
  refuseEvent(world, "onboard");
  const requests = requestsOf(world);
  const pulls = await world.pullRequests();
  const key = `onboard ${requests.map(({ name }) => name).sort().join(" ")}`;
  const branch = branchOf(requests);
  const vault = /* @__PURE__ */ new Map();
  const wording = {
    kind: "onboard",
    clusters: requests.map(clusterOf),
    key,
    branch,
    vault: []
  };
  return proposed(world, "onboard", wording, async (before, checkout) => {
    const fresh = requests.filter((request) => !isThere(before.fleet, request));
    if (fresh.length === 0) return /* @__PURE__ */ new Map();
    const asked = [
      ...problems(fresh),
      ...standsAgainst(before.fleet, fresh),
      ...await openProposals(pulls, world.inputs.branch ?? branch, fresh)
    ];
    const seen = vault.get(before.fleet) ?? await lookIntoVaults(world, before.fleet);
    vault.set(before.fleet, seen);
    wording.vault.splice(0, wording.vault.length, ...seen);
    const reasons = [...asked, ...tokenReasons(world, seen)];
    const example = reasons.length > 0 ? void 0 : exampleOf(before, world.inputs.like);
    if (example && "reasons" in example) reasons.push(...example.reasons);
    refuse(reasons, before);
    return planOf(world, before, checkout, example && "secondary" in example ? example.secondary : void 0, fresh);
  });
}
function refuse(reasons, before) {
  const file = before.fleet.primaries[0]?.bootstraps[0]?.manifest.origin.file ?? before.fleet.repository.checkout.paths[0] ?? ".";
  if (reasons.length > 0) throw new Refused(refusalFindings("onboard", reasons, file), before);
}
function requestsOf({ inputs }) {
  const { clusters, "cluster-name": name } = inputs;
  if (clusters && name !== void 0) throw new ConfigError('Give "clusters" or "cluster-name", not both.');
  if (!clusters) {
    if (name === void 0)
      throw new ConfigError(
        'Which cluster? Give "cluster-name", "cluster-ingress" and "destination-server" or "destination-name", or a list in "clusters".'
      );
    return [
      {
        name,
        ingress: inputs["cluster-ingress"] ?? "",
        server: inputs["destination-server"],
        destinationName: inputs["destination-name"]
      }
    ];
  }
  if (clusters.length === 0) throw new ConfigError('"clusters" is empty.');
  return clusters.map((row, index) => requestIn(row, index));
}
var columns = ["cluster-name", "cluster-ingress", "destination-server", "destination-name"];
function requestIn(row, index) {
  const unknown = Object.keys(row).find((column) => !columns.includes(column));
  if (unknown !== void 0)
    throw new ConfigError(
      `Entry ${index + 1} of "clusters" has the unknown key "${unknown.slice(0, 60)}"; known are ${columns.join(", ")}.`
    );
  return {
    name: row["cluster-name"] ?? "",
    ingress: row["cluster-ingress"] ?? "",
    server: row["destination-server"],
    destinationName: row["destination-name"]
  };
}
function problems(requests) {
  return requests.flatMap((request) => problemsOf(request).map((message) => ({ message })));
}
function clusterOf(request) {
  return { name: request.name, ingress: request.ingress, destination: destinationOf(request), application: "" };
}
function branchOf(requests, prefix = branchPrefix) {
  const names = requests.map(({ name }) => name).sort();
  const safe = (name) => name.replace(/[^a-z0-9.-]/gi, "-").replace(/\.{2,}|\.lock$|^[.-]+|[.-]+$/g, "-").slice(0, 63);
  if (names.length === 1) return `${prefix}${safe(names[0])}`;
  const fingerprint = createHash("sha256").update(names.join("\n")).digest("hex").slice(0, 8);
  return `${prefix}${safe(names[0])}-and-${names.length - 1}-more-${fingerprint}`;
}
function isThere(fleet, request) {
  return fleet.secondaries.some(({ name, ingress, site }) => {
    if (name?.value !== request.name || ingress?.value !== request.ingress) return false;
    const destination = site.deliveries.find(({ application }) => application)?.application?.destination;
    return (destination?.server ?? destination?.name)?.value === destinationOf(request);
  });
}
async function openProposals(pulls, own, requests) {
  const open = await pulls.openWith(branchPrefix);
  return open.filter(({ branch }) => branch !== own).flatMap(({ number, body }) => {
    const names = /<!-- kasten-multicluster:proposal onboard ([^>]*?) ?-->/.exec(body)?.[1]?.split(" ") ?? [];
    const both = requests.filter(({ name }) => names.includes(name)).map(({ name }) => `"${name}"`);
    return both.length === 0 ? [] : [
      {
        message: `The open pull request #${number} proposes ${both.join(", ")} already: merge or close it first.`
      }
    ];
  });
}
function tokenReasons({ inputs }, seen) {
  if (!inputs["require-token"]) return [];
  const lost = seen.filter(({ state }) => ["missing", "deleted", "disabled", "unknown"].includes(state));
  return lost.map(({ secret, url, state, reason }) => ({
    message: state === "unknown" ? `Could not look whether the join token "${secret}" is in the vault${url && ` ${url}`}: ${reason ?? "no reason is known"} (require-token: false proposes all the same)` : `The join token "${secret}" in ${url} is ${state}, so the cluster could not join (require-token: false proposes all the same).`
  }));
}
async function planOf(world, before, checkout, example, requests) {
  const all = /* @__PURE__ */ new Map();
  const reasons = [];
  let fleet = before.fleet;
  for (const [index, request] of requests.entries()) {
    const like = example && fleet.secondaries.find(({ label }) => label === example.label);
    const plan = like ? onboardingOf(fleet, like, request) : recipeFor(world, fleet, request);
    if ("problems" in plan) reasons.push(...plan.problems.map((message) => ({ message })));
    else for (const [path, text] of plan.changes) all.set(path, text);
    const more = index + 1 < requests.length && "changes" in plan && [...plan.changes.keys()].some((path) => fleet.folders.isFile(path));
    if (more)
      fleet = fleetOf(await repositoryOf(changedCheckout(checkout, all), settingsOf(world).path), settingsOf(world));
  }
  refuse(reasons, before);
  return all;
}

export {
  edited,
  removalEdit,
  belongingsOf,
  documentRemovalEdit,
  branchPrefix,
  onboard,
  requestsOf,
  branchOf
};
