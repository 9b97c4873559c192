import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  Refused,
  destinationOf,
  problemsOf,
  proposed,
  recipeFor,
  refusalFindings,
  refuseEvent,
  requestKeyOf,
  scalar
} from "./chunk-NTP4CHIB.js";
import {
  lookIntoVaults
} from "./chunk-66GV4OSJ.js";
import {
  cleaned,
  clusterKeyOf,
  documentsOf,
  folderOf,
  groupedBy,
  isObject,
  isStore,
  itemsAt,
  liesIn,
  locatorOf,
  plainValueOf
} from "./chunk-LBIPISNP.js";
import {
  normalisedUrl,
  urlOf
} from "./chunk-B6N4FOWI.js";
import {
  ConfigError
} from "./chunk-B2EAQ3WC.js";

// src/modes/onboard.ts
import { createHash } from "node:crypto";

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
function mentionsIn({ secondaries }) {
  const known = /* @__PURE__ */ new Map();
  for (const secondary of secondaries)
    for (const word of wordsOf(identityOf(secondary))) {
      const others = known.get(word);
      if (others) others.push(secondary);
      else known.set(word, [secondary]);
    }
  const lengths = [...new Set([...known.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  return (text) => {
    const named = /* @__PURE__ */ new Set();
    for (let at = 0; at < text.length; ) {
      const word = wordAt(text, at, lengths, known);
      for (const secondary of known.get(word) ?? []) named.add(secondary);
      at += word.length || 1;
    }
    return named;
  };
}
function wordAt(text, at, lengths, known) {
  if (isLetter(text, at - 1)) return "";
  for (const length of lengths) {
    const word = text.slice(at, at + length);
    if (word.length === length && known.has(word) && !isLetter(text, at + length)) return word;
  }
  return "";
}
function isLetter(text, at) {
  return /^[A-Za-z0-9]$/.test(text.charAt(at));
}
function wordsOf({ name, ingress, server, destinationName }) {
  const words = [name, ingress.replace(/\/+$/, ""), urlOf(ingress)?.host, server, destinationName];
  return words.filter((word) => word !== void 0 && word !== "");
}
function mentioned(value, mentions) {
  if (typeof value === "string") return new Set(mentions(value));
  if (Array.isArray(value)) return new Set(value.flatMap((item) => [...mentioned(item, mentions)]));
  if (!isObject(value)) return /* @__PURE__ */ new Set();
  return new Set(Object.entries(value).flatMap(([key, inner]) => [...mentions(key), ...mentioned(inner, mentions)]));
}

// src/change/list-items.ts
function speaksOf(fleet, file, group) {
  const tests = testsFor(group, mentionsIn(fleet));
  return documentsIn(fleet, file).some((value) => speaks(value, tests));
}
function speaks(value, tests) {
  if (Array.isArray(value)) return value.some((item) => !tests.isOurs(item) && speaks(item, tests));
  if (!isObject(value)) return tests.isOurs(value);
  return Object.entries(value).some(([key, inner]) => !tests.keyed?.(value, key) && speaks(inner, tests));
}
function listItemsOf(fleet, places, group) {
  const byMention = testsFor(group, mentionsIn(fleet));
  const files = [...new Set(places.map(({ file }) => file))];
  const documents = new Map(files.map((file) => [file, documentsIn(fleet, file)]));
  return places.flatMap(
    ({ file, isMeant, isOurs, isNeeded }) => documents.get(file).flatMap((value, document) => {
      const paths = isMeant(value) ? itemPaths(value, [], isOurs ? { isOurs, keyed: void 0 } : byMention) : [];
      return paths.map((path) => ({ file, document, path, isNeeded }));
    })
  );
}
function documentsIn({ repository }, file) {
  const content = repository.checkout.read(file);
  return "text" in content ? documentsOf(content.text).documents.map(({ value }) => value) : [];
}
function itemPaths(value, path, tests) {
  if (Array.isArray(value)) {
    return value.flatMap(
      (item, index) => path.at(-1) !== "generators" && tests.isOurs(item) ? [[...path, index]] : itemPaths(item, [...path, index], tests)
    );
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(
    ([key, inner]) => tests.keyed?.(value, key) ? [[...path, key]] : itemPaths(inner, [...path, key], tests)
  );
}
function testsFor(group, mentions) {
  const isGroups = (named) => named.size > 0 && [...named].every((secondary) => group.includes(secondary));
  return {
    isOurs: (item) => isGroups(mentioned(item, mentions)),
    keyed(map, key) {
      if (!isGroups(mentions(key))) return false;
      const inside = mentioned(map[key], mentions);
      const keys = Object.keys(map);
      return inside.size > 0 ? isGroups(inside) : keys.length > 1 && keys.every((other) => mentions(other).size > 0);
    }
  };
}

// src/change/value-files.ts
function namedValueFiles({ application }) {
  return application?.sources.flatMap(
    (source) => itemsAt(source.target.manifest, ...source.target.path, "helm", "valueFiles").flatMap(
      ({ value }) => typeof value === "string" ? valueFilePath(value, source.path?.value ?? "") ?? [] : []
    )
  ) ?? [];
}
function chartValueFiles({ folders }, { application }) {
  const charts = application?.sources.flatMap(({ path }) => path ? cleaned(path.value) ?? [] : []) ?? [];
  return charts.filter((chart) => folders.isFile(`${chart}/Chart.yaml`)).map((chart) => `${chart}/values.yaml`);
}
function valueFilePath(written, chart) {
  const fromRoot = /^\$[^/]+\/(.+)$/.exec(written)?.[1] ?? /^\/(.+)$/.exec(written)?.[1];
  return cleaned(fromRoot ?? `${chart}/${written}`);
}

// src/change/list-places.ts
function listPlacesOf(fleet, own, files) {
  const applications = new Set(own.flatMap(({ application }) => application?.manifest ?? []));
  const sets = fleet.expansions.filter((each) => each.applications.some((application) => applications.has(application)));
  const parents = [...fleet.concerned].filter((delivery) => !own.includes(delivery));
  const values = new Set(
    [...fleet.concerned].flatMap((each) => [...namedValueFiles(each), ...chartValueFiles(fleet, each)])
  );
  return [
    ...sets.map(({ applicationSet }) => placeOf(applicationSet, false)),
    ...projectPlaces(fleet, own),
    ...parents.flatMap(({ application }) => application ? [placeOf(application.manifest, false)] : []),
    ...[...values].map((file) => ({ file, isMeant: () => true, isNeeded: false })),
    ...kustomizationPlaces(fleet, files)
  ].filter(({ file }) => !files.has(file));
}
function placeOf({ origin, kind, name }, isNeeded) {
  return {
    file: origin.file,
    isMeant: (document) => isObject(document) && document.kind === kind && isObject(document.metadata) && document.metadata.name === name,
    isNeeded
  };
}
function projectPlaces(fleet, own) {
  const clusters = new Set(own.map(({ cluster }) => cluster));
  const names = new Set(own.map(({ application }) => application?.project));
  const others = fleet.deliveries.filter((each) => !own.includes(each) && clusters.has(each.cluster));
  const needed = new Set(others.map(({ application }) => application?.project));
  return fleet.projects.filter(({ manifest }) => names.has(manifest.name)).map(({ manifest }) => placeOf(manifest, needed.has(manifest.name)));
}
var kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;
function kustomizationPlaces({ repository, folders }, files) {
  const isOurs = (file, item) => {
    const path = typeof item === "string" ? cleaned(`${folderOf(file)}/${item}`) : void 0;
    if (path === void 0 || path === "") return false;
    const inside = folders.filesIn(path, true);
    return files.has(path) || inside.length > 0 && inside.every((each) => files.has(each));
  };
  return repository.checkout.paths.filter((path) => kustomization.test(path)).map((file) => ({ file, isMeant: () => true, isOurs: (item) => isOurs(file, item), isNeeded: false }));
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

// src/change/comments.ts
function commentsOf(text) {
  const scalars = documentsOf(text).documents.flatMap((document) => locatorOf(text, document)?.scalarSpans() ?? []);
  const comments = [];
  let next = 0;
  for (const { index: start } of text.matchAll(/(?<=^|[ \t])#/gm)) {
    while (next < scalars.length && scalars[next].end <= start) next++;
    const isWritten = next < scalars.length && scalars[next].start <= start;
    if (isWritten || start < (comments.at(-1)?.end ?? 0)) continue;
    const end = lineEnd(text, start);
    comments.push({ start, end, text: text.slice(start, end) });
  }
  return comments;
}
function commentsIn(text, { start, end } = { start: 0, end: text.length }) {
  return text.slice(start, end).includes("#") ? commentsOf(text).filter((comment) => comment.start >= start && comment.end <= end) : [];
}
function commentEdits(comments, renaming, sibling) {
  return comments.filter((comment) => renaming.names(comment.text) && isTheirsToo(comment, renaming, sibling)).map(({ start, end, text }) => ({ start, end, text: renaming.text(text) }));
}
function doubtfulComments(comments, renaming, sibling) {
  return comments.filter(({ text }) => renaming.names(text) && !sibling?.comments.includes(text)).filter((comment) => !isTheirsToo(comment, renaming, sibling)).map(({ text }) => text.trimEnd());
}
function isTheirsToo({ text }, { from }, sibling) {
  if (!sibling) return false;
  const words = text.split(from.name);
  return sibling.comments.some((theirs) => theirs !== text && sameBut(words, theirs, sibling));
}
function sameBut(pieces, theirs, sibling) {
  const first = pieces[0];
  const gaps = pieces.length - 1;
  const length = (theirs.length - pieces.join("").length) / gaps;
  const name = theirs.slice(first.length, first.length + length);
  return gaps > 0 && name !== "" && sibling.isCalled(name) && pieces.join(name) === theirs;
}

// src/change/destination-key.ts
function movedDestination({ path, value }, { from, to }) {
  if (!isDestination(path)) return void 0;
  const [key, isTheirs] = [path.at(-1), (old) => old !== void 0 && old === value];
  if (key === "server" && isTheirs(from.server) && to.server === void 0 && to.destinationName !== void 0)
    return { key: "name", value: to.destinationName };
  if (key === "name" && isTheirs(from.destinationName) && to.destinationName === void 0 && to.server !== void 0)
    return { key: "server", value: to.server };
  return void 0;
}
function destinationEdits(text, scalar2, renaming) {
  const { document, path, start, end } = scalar2;
  const moved = movedDestination(scalar2, renaming);
  const part = moved && documentsOf(text).documents.find(({ index }) => index === document);
  const key = part && locatorOf(text, part)?.spanOf(path, "key");
  if (!moved || !key) return [];
  return [
    { ...key, text: inQuotesOf(text.slice(key.start, key.end), moved.key, moved.key) },
    { start, end, text: inQuotesOf(text.slice(start, end), moved.value, scalar(moved.value)) }
  ];
}
function isDestination(path) {
  return path.at(-2) === "destination" || path[0] === "spec" && path[1] === "destinations";
}
function inQuotesOf(old, now, plain) {
  const quote = /^["']/.exec(old)?.[0];
  return quote === void 0 ? plain : `${quote}${now}${quote}`;
}

// src/change/renamed-span.ts
function renamedSpan(text, { start, end, value }, renaming) {
  const wanted = renaming.text(value);
  if (wanted === value) return void 0;
  const now = renaming.text(text.slice(start, end));
  return { start, end, text: says(now, wanted) ? now : JSON.stringify(wanted) };
}
function says(written, wanted) {
  if (/^[|>]/.test(written)) return true;
  if (written.includes("\n")) return false;
  if (written.startsWith('"')) return jsonText(written) === wanted;
  if (written.startsWith("'")) return written.slice(1, -1).replaceAll("''", "'") === wanted;
  return plainValueOf(written) === wanted && written.trim() === written && /^[A-Za-z0-9._/$]/.test(written) && !/[,[\]{}]|: |:$| #/.test(written);
}
function jsonText(written) {
  try {
    return String(JSON.parse(written));
  } catch {
    return void 0;
  }
}

// src/change/named-keys.ts
function namedKeyEdits(text, renaming, sibling) {
  const { name } = renaming.from;
  if (!sibling || !text.includes(name)) return [];
  return documentsOf(text).documents.flatMap((document) => {
    const keys = keysWith(document.value, name, []).filter((path) => sibling.hasKeyLike(document.index, path, name));
    const locator = keys.length > 0 ? locatorOf(text, document) : void 0;
    return keys.flatMap((path) => {
      const span = locator?.spanOf(path, "key");
      return (span && renamedSpan(text, { ...span, value: String(path.at(-1)) }, renaming)) ?? [];
    });
  });
}
function keysWith(value, word, path) {
  if (Array.isArray(value)) return value.flatMap((item, index) => keysWith(item, word, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = keysWith(inner, word, [...path, key]);
    return key.includes(word) ? [[...path, key], ...below] : below;
  });
}

// src/change/scalars.ts
function scalarsOf(text) {
  const seen = /* @__PURE__ */ new Set();
  return documentsOf(text).documents.flatMap((document) => {
    const locator = locatorOf(text, document);
    return scalarValuesIn(document.value, []).flatMap(({ path, value }) => {
      const span = locator?.spanOf(path, "value");
      if (!span || span.end <= span.start || seen.has(span.start)) return [];
      seen.add(span.start);
      return [{ document: document.index, path, value, start: span.start, end: span.end }];
    });
  });
}
function valuesOf(text) {
  return new Map(
    documentsOf(text).documents.flatMap(
      (document) => scalarValuesIn(document.value, []).map(({ path, value }) => [placeKey(document.index, path), value])
    )
  );
}
function placeKey(document, path) {
  return `${document} ${JSON.stringify(path)}`;
}
function scalarValuesIn(value, path) {
  if (Array.isArray(value)) return value.flatMap((item, index) => scalarValuesIn(item, [...path, index]));
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => scalarValuesIn(inner, [...path, key]));
  return [{ path, value }];
}
function keyOf(path) {
  const key = path.findLast((step) => typeof step === "string");
  return typeof key === "string" ? key.slice(key.lastIndexOf("/") + 1) : "";
}
var classes = /(?:^|[-_.])(?:roles?|types?|tiers?|kind|class|regions?|zones?|locations?|areas?|env|environments?|stages?|component|purpose|groups?)$/;
function classifies(path) {
  return classes.test(
    keyOf(path).replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase()
  );
}

// src/change/renaming.ts
function nameOnly({ name }) {
  return { name, ingress: "", server: void 0, destinationName: void 0 };
}
function renamingOf(from, to, folders = /* @__PURE__ */ new Map()) {
  const words = wordsOf2(from, to, folders);
  const pattern = new RegExp(words.map(([old, , bound]) => bound ? bounded(old) : escaped(old)).join("|"), "g");
  const byOld = new Map(words.map(([old, now]) => [old, now]));
  const text = (value) => value.replace(pattern, (found) => byOld.get(found) ?? found);
  const ownName = new RegExp(bounded(from.name), "g");
  return {
    from,
    to,
    text,
    path: (path) => folders.get(path) ?? path.replace(ownName, () => to.name),
    names: (value) => value.search(pattern) >= 0
  };
}
function wordsOf2(from, to, folders) {
  const words = [];
  const url = from.ingress.replace(/\/+$/, "");
  if (url !== "") words.push([url, to.ingress.replace(/\/+$/, ""), false]);
  const [oldHost, newHost] = [urlOf(from.ingress)?.host, urlOf(to.ingress)?.host];
  if (oldHost && newHost) words.push([oldHost, newHost, true]);
  if (from.server !== void 0) words.push([from.server, to.server ?? from.server, false]);
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
  return [
    ...editsOf(text, scalarsOf(text), renaming, sibling),
    ...namedKeyEdits(text, renaming, sibling),
    ...commentEdits(commentsIn(text), renaming, sibling)
  ];
}
function editsOf(text, scalars, renaming, sibling) {
  return scalars.flatMap((scalar2) => {
    const moved = destinationEdits(text, scalar2, renaming);
    if (moved.length > 0) return moved;
    return typeof scalar2.value === "string" && fateOf(scalar2, renaming, sibling) === "renamed" ? renamedSpan(text, { ...scalar2, value: scalar2.value }, renaming) ?? [] : [];
  });
}
function doubtfulIn(scalars, renaming, sibling) {
  return scalars.flatMap(
    (scalar2) => (scalar2.value === renaming.from.name || !classifies(scalar2.path)) && fateOf(scalar2, renaming, sibling) === "doubtful" ? [`${keyOf(scalar2.path)}: ${beginningOf(scalar2.value)}`] : []
  );
}
function beginningOf(value) {
  return value.length > 80 ? `${value.slice(0, 79)}\u2026` : value;
}
function fateOf(scalar2, renaming, sibling) {
  const { value, path } = scalar2;
  if (typeof value !== "string" || isFixed(scalar2) || !renaming.names(value)) return "kept";
  const theirs = sibling?.valueAt(scalar2);
  if (theirs === value) return "kept";
  if (renaming.text(value) === value) return movedDestination(scalar2, renaming) ? "kept" : "doubtful";
  if (classifies(path)) return typeof theirs === "string" && sibling?.isCalled(theirs) ? "renamed" : "doubtful";
  return sibling || mayCarryTheName(scalar2, renaming) ? "renamed" : "doubtful";
}
function isFixed({ path, value }) {
  const key = path.at(-1);
  return key === "apiVersion" || key === "kind" || fixedWords.has(value);
}
var fixedWords = /* @__PURE__ */ new Set(["kasten-io", "kasten-io-mc", "mc-join", "mc-join-config"]);
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

// src/change/belongings.ts
function belongingsOf(fleet, group) {
  const own = [...new Set(group.flatMap((secondary) => ownDeliveries(fleet, secondary)))];
  const others = everyDelivery(fleet).filter((each) => !own.includes(each));
  const folders = ownFolders(fleet, group, own, others);
  const files = /* @__PURE__ */ new Set([
    ...folders.flatMap((folder) => fleet.folders.isFile(folder) ? [folder] : fleet.folders.filesIn(folder, true)),
    ...linksIn(fleet, folders),
    ...looseFiles(fleet, own),
    ...wholeFiles(fleet, applicationsOf(own)),
    ...configFiles(fleet, own, group),
    ...valueFiles(fleet, own, others, group)
  ]);
  const documents = applicationDocuments(fleet, own, files);
  const isTaken = (item) => documents.some(({ file, document }) => file === item.file && document === item.document);
  const items = listItemsOf(fleet, listPlacesOf(fleet, own, files), group);
  return {
    files: [...files].sort(),
    folders: folders.filter((folder) => !fleet.folders.isFile(folder)),
    documents,
    items: distinct(items.filter((item) => !isTaken(item)))
  };
}
function distinct(items) {
  const keyOf2 = ({ file, document, path }) => `${file} ${document} ${JSON.stringify(path)}`;
  return [...new Map(items.map((item) => [keyOf2(item), item])).values()];
}
function ownDeliveries({ concerned }, { site, joins }) {
  const stores = new Set(joins.flatMap(({ storeRef }) => storeRef?.name?.value ?? []));
  return site.deliveries.filter(
    (delivery) => concerned.has(delivery) || delivery.application === void 0 || delivery.manifests.length > 0 && delivery.manifests.every((each) => isStore(each) && stores.has(each.name))
  );
}
function everyDelivery({ deliveries, sites }) {
  return [.../* @__PURE__ */ new Set([...deliveries, ...sites.flatMap((site) => site.deliveries)])];
}
function applicationsOf(deliveries) {
  return deliveries.flatMap(({ application }) => application?.manifest ?? []);
}
function ownFolders({ folders, repository }, group, own, others) {
  const elsewhere = [...new Set(others.flatMap(sourceFolders))].filter((folder) => folder !== "");
  const foreign = [...new Set(others.flatMap(({ manifests }) => manifests.map(({ origin }) => origin.file)))];
  const isForeign = (folder) => [...elsewhere, ...foreign].some((path) => liesIn(path, folder));
  const isCommonChart = (folder) => folders.isFile(`${folder}/Chart.yaml`) && !group.some((each) => isAbout(repository.checkout, each, folder));
  const loose = group.flatMap(({ site }) => site.folder ?? []);
  return [.../* @__PURE__ */ new Set([...own.flatMap(sourceFolders), ...loose])].filter(
    (folder) => folder !== "" && folder !== "." && !isCommonChart(folder) && !isForeign(folder)
  );
}
function linksIn({ repository }, folders) {
  const { refused } = repository.checkout;
  return refused.map(({ file }) => file).filter((file) => folders.some((folder) => liesIn(file, folder)));
}
function isCalledLike(secondary, path) {
  const identity = identityOf(secondary);
  return renamingOf(identity, { ...identity, name: "" }).path(path) !== path;
}
function isAbout(checkout, secondary, chart) {
  const host = urlOf(secondary.ingress?.value ?? "")?.host;
  if (!isCalledLike(secondary, chart)) return false;
  return host === void 0 || checkout.paths.some((path) => {
    const content = liesIn(path, chart) ? checkout.read(path) : void 0;
    return content !== void 0 && "text" in content && content.text.includes(host);
  });
}
function sourceFolders({ application }) {
  return application?.sources.flatMap(({ path }) => path ? cleaned(path.value) ?? [] : []) ?? [];
}
function looseFiles(fleet, own) {
  return wholeFiles(
    fleet,
    own.filter(({ application }) => !application).flatMap(({ manifests }) => manifests)
  );
}
function wholeFiles({ repository }, manifests) {
  const own = new Set(manifests);
  const files = new Set(manifests.map(({ origin }) => origin.file));
  return [...files].filter((file) => repository.files.get(file)?.manifests.every((manifest) => own.has(manifest)) ?? false);
}
function configFiles(fleet, own, group) {
  const sites = new Set(group.flatMap(({ site }) => site.deliveries));
  const others = fleet.deliveries.filter((each) => !sites.has(each));
  const elsewhere = new Set([...applicationsOf(others), ...fleet.applicationSets].map(({ origin }) => origin.file));
  const files = new Set(applicationsOf(own).map(({ origin }) => origin.file));
  const holdsNothingElse = (file) => (fleet.repository.files.get(file)?.manifests.length ?? 0) === 0;
  const isCommonTemplate = (file) => template.test(file) && !group.some((each) => isCalledLike(each, file.slice(folderOf(file).length)));
  return [...files].filter(
    (file) => !elsewhere.has(file) && fleet.folders.isFile(file) && holdsNothingElse(file) && !isCommonTemplate(file)
  );
}
var template = /(?:^|\/)templates\//;
function valueFiles(fleet, own, others, group) {
  const elsewhere = new Set(others.flatMap(namedValueFiles));
  const areAlone = fleet.secondaries.every((each) => group.includes(each));
  const isOurs = (file) => !areAlone || group.some((each) => isCalledLike(each, file.slice(folderOf(file).length))) || speaksOf(fleet, file, group);
  return own.flatMap(namedValueFiles).filter((file) => !elsewhere.has(file) && fleet.folders.isFile(file) && isOurs(file));
}
function applicationDocuments(fleet, own, files) {
  const byFile = groupedBy(applicationsOf(own), ({ origin }) => origin.file);
  return [...byFile].flatMap(([path, manifests]) => {
    const file = fleet.repository.files.get(path);
    if (!file || files.has(path)) return [];
    const texts = documentsOf(file.text).documents.map(({ value }) => JSON.stringify(value));
    return manifests.filter((manifest) => file.manifests.includes(manifest)).map(({ object }) => ({ file: path, document: texts.indexOf(JSON.stringify(object)) })).filter(({ document }) => document >= 0);
  });
}

// src/change/containers.ts
function containerOf(text, document, path) {
  const part = documentsOf(text).documents[document];
  const locator = part && locatorOf(text, part);
  if (!locator) return void 0;
  const outer = path.slice(0, -1);
  const value = valueAt(part.value, outer);
  if (Array.isArray(value)) {
    const items2 = listed(locator, outer);
    return { part, value, isBlock: text[items2[0]?.span.start ?? -1] === "-", items: items2 };
  }
  if (value === void 0 || !isObject(value)) return void 0;
  const { start, end } = locator.spanOf(outer, "value");
  const items = mapped(locator, outer, value).filter(({ span }) => span.start >= start && span.end <= end);
  return { part, value, isBlock: text[start] !== "{", items };
}
function listed(locator, list) {
  const items = [];
  for (let key = 0; ; key++) {
    const span = locator.entrySpanOf([...list, key]);
    if (!span || items.length > 0 && span.start <= items.at(-1).span.start) return items;
    items.push({ key, span, keySpan: void 0 });
  }
}
function mapped(locator, map, value) {
  return Object.keys(value).flatMap((key) => {
    const span = locator.entrySpanOf([...map, key]);
    return span ? [{ key, span, keySpan: locator.spanOf([...map, key], "key") }] : [];
  }).sort((a, b) => a.span.start - b.span.start);
}
function valueAt(value, path) {
  return path.reduce((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)];
    return inner !== void 0 && isObject(inner) && Object.hasOwn(inner, step) ? inner[step] : void 0;
  }, value);
}
function between(text, one, next) {
  return text.slice(lineEnd(text, one.span.end), lineStart(text, next.span.start));
}
function blankBehind(text, one, next) {
  if (!one || !next) return void 0;
  const lines = between(text, one, next).split("\n").slice(1);
  const blank = lines.findIndex((line) => line.trim() !== "");
  return Math.max(blank < 0 ? lines.length - 1 : blank, 0);
}

// src/change/siblings.ts
function siblingText(text, name) {
  const values = valuesOf(text);
  const documents = new Map(documentsOf(text).documents.map(({ index, value }) => [index, value]));
  return {
    valueAt: ({ document, path }) => values.get(placeKey(document, path)),
    isCalled: (word) => word === name,
    hasKeyLike(document, path, otherName) {
      const own = String(path.at(-1)).replaceAll(otherName, () => name);
      return own !== path.at(-1) && hasKey(documents.get(document), path.slice(0, -1), own);
    },
    comments: commentsIn(text).map((comment) => comment.text)
  };
}
function siblingItem(item, path, isSecondarys, comments) {
  const words = scalarValuesIn(item, path.slice(0, -1));
  return {
    valueAt: (scalar2) => valueAt(item, scalar2.path.slice(path.length)),
    isCalled: (word) => isSecondarys && words.some(({ path: place, value }) => value === word && !classifies(place)),
    hasKeyLike: () => false,
    comments
  };
}
function hasKey(value, path, key) {
  const map = value === void 0 ? void 0 : valueAt(value, path);
  return map !== void 0 && isObject(map) && Object.hasOwn(map, key);
}

// src/change/copied-files.ts
function copiedFiles(fleet, example, files, renaming) {
  const siblingOf = siblingFinder(fleet, example);
  return files.map((file) => {
    const content = fleet.repository.checkout.read(file);
    const path = renaming.path(file);
    if (!("text" in content)) return { path, becomes: { sameAs: file }, doubtful: [], asItIs: "no text" };
    return { path, ...copiedText(file, content.text, renaming, siblingOf) };
  });
}
function copiedText(file, text, renaming, siblingOf) {
  if (!/\.(?:ya?ml|json)$/.test(file)) {
    const asItIs = renaming.names(text) ? { asItIs: "text that names the example" } : {};
    return { becomes: { sameAs: file }, doubtful: [], ...asItIs };
  }
  const sibling = siblingOf(file);
  return {
    becomes: edited(text, renamedEdits(text, renaming, sibling)),
    doubtful: [
      ...doubtfulIn(scalarsOf(text), renaming, sibling),
      ...doubtfulComments(commentsIn(text), renaming, sibling)
    ]
  };
}
function siblingFinder(fleet, example) {
  const { name } = identityOf(example);
  const others = fleet.secondaries.filter((each) => each !== example && each.name && each.name.value !== name);
  const renamings = others.slice(0, 20).map((other) => renamingOf(nameOnly(identityOf(example)), nameOnly(identityOf(other))));
  return (file) => {
    for (const renaming of renamings) {
      const path = renaming.path(file);
      const content = path === file ? void 0 : fleet.repository.checkout.read(path);
      if (content && "text" in content) return siblingText(content.text, renaming.to.name);
    }
    return void 0;
  };
}

// src/change/copy-notes.ts
var mostNamed = 10;
function copyNotes(copied, name) {
  const doubtful = copied.flatMap(
    ({ path, doubtful: words }) => words.length === 0 ? [] : [
      `In ${path}, ${[...new Set(words)].map((word) => JSON.stringify(word)).join(" and ")} was kept: it may say what a cluster is or where, and not which one. Change it if it names the cluster.`
    ]
  );
  const speaking = pathsOf(copied, "text that names the example");
  const opaque = pathsOf(copied, "no text");
  return [
    ...shortened(doubtful),
    ...speaking.length > 0 ? [`Copied as they are, though they name "${name}": ${listed2(speaking)}.`] : [],
    ...opaque.length > 0 ? [`Copied to the byte, without a look inside: ${listed2(opaque)}.`] : []
  ];
}
function pathsOf(copied, asItIs) {
  return copied.filter((each) => each.asItIs === asItIs).map(({ path }) => path);
}
function shortened(notes) {
  const more = notes.length - mostNamed;
  return more > 0 ? [...notes.slice(0, mostNamed), `The same goes for ${more} more files.`] : [...notes];
}
function listed2(paths) {
  const more = paths.length - mostNamed;
  return more > 0 ? `${paths.slice(0, mostNamed).join(", ")} and ${more} more` : paths.join(", ");
}

// src/change/registration.ts
function comesByRegistration({ expansions, concerned }) {
  const ours = new Set([...concerned].map(({ application }) => application?.manifest));
  return expansions.some(
    ({ applicationSet, applications }) => applications.some((each) => ours.has(each)) && /"cluster(?:s|DecisionResource)":/.test(JSON.stringify(applicationSet.object))
  );
}

// src/change/documents.ts
function documentCopyEdits(text, document, renamings, beside) {
  const own = documentText(text, document);
  const part = documentsOf(text).documents[document];
  if (own === void 0 || !part) return [];
  const lineBreak = lineBreakOf(text);
  const sibling = besideIt(text, beside);
  const gap = own === "" || own.endsWith("\n") ? "" : lineBreak;
  return renamings.map((renaming) => {
    const copy = edited(own, renamedEdits(own, renaming, sibling)).replace(/^\uFEFF/, "");
    return { start: part.end, end: part.end, text: `${gap}---${lineBreak}${copy}` };
  });
}
function doubtfulInDocument(text, document, renaming, beside) {
  const own = documentText(text, document) ?? "";
  const sibling = besideIt(text, beside);
  return [...doubtfulIn(scalarsOf(own), renaming, sibling), ...doubtfulComments(commentsIn(own), renaming, sibling)];
}
function besideIt(text, beside) {
  const other = beside && documentText(text, beside.document);
  return other === void 0 ? void 0 : siblingText(other, beside.name);
}
function documentText(text, document) {
  const part = documentsOf(text).documents[document];
  return part && text.slice(part.start, part.end);
}
function documentRemovalEdits(text, leaving) {
  const parts = documentsOf(text).documents;
  const gone = new Set(leaving);
  return parts.flatMap((part, index) => {
    if (!gone.has(index)) return [];
    const staysBefore = parts[0].start > 0 || parts.some((_, other) => other < index && !gone.has(other));
    return staysBefore ? [{ start: separatorBefore(text, part), end: part.end, text: "" }] : [{ start: part.start, end: parts[index + 1]?.start ?? part.end, text: "" }];
  });
}
function separatorBefore(text, { start, end }) {
  const separator = lineStart(text, start - 1);
  if (text.slice(start, end).endsWith("\n")) return separator;
  return separator - (/\r?\n$/.exec(text.slice(0, separator))?.[0].length ?? 0);
}

// src/change/list-copies.ts
function copiesOf(text, { document, path }, renamings, isSecondarys) {
  const container = containerOf(text, document, path);
  const item = container?.items.find(({ key }) => key === path.at(-1));
  if (!container || !item) return { edits: [], doubtful: [] };
  const { span } = item;
  const scalars = scalarsOf(text).filter(
    (scalar2) => scalar2.document === container.part.index && scalar2.start >= span.start && scalar2.end <= span.end
  );
  const comments = commentsIn(text, span);
  const sibling = siblingIn(text, container, path, isSecondarys);
  const copies = renamings.map((renaming) => {
    const edits = [
      ...keyEdits(text, item, renaming),
      ...editsOf(text, scalars, renaming, sibling),
      ...commentEdits(comments, renaming, sibling)
    ];
    const own = edits.map((edit) => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }));
    const copy = edited(text.slice(span.start, span.end), own);
    return { text: copy, word: typeof item.key === "string" ? renaming.text(item.key) : copy };
  });
  return {
    edits: container.isBlock ? blockEdits(text, container.items, rankOf(container, item, isSecondarys), copies) : flowEdits(text, span, copies),
    doubtful: renamings.slice(0, 1).flatMap((renaming) => [
      ...doubtfulIn(scalars, renaming, sibling),
      ...doubtfulComments(comments, renaming, sibling)
    ])
  };
}
function keyEdits(text, { key, keySpan }, renaming) {
  const edit = keySpan && renamedSpan(text, { ...keySpan, value: String(key) }, renaming);
  return edit ? [edit] : [];
}
function siblingIn(text, { value, items }, path, isSecondarys) {
  const own = String(path.at(-1));
  const isObjectToo = isObject(valueAt(value, [own]));
  const others = Object.entries(value).filter(([key, item]) => key !== own && isObject(item) === isObjectToo).map(([key, item]) => ({ key, item, isSecondarys: isSecondarys({ [key]: item }) }));
  const other = others.findLast((each) => each.isSecondarys) ?? others.at(-1);
  const there = items.find(({ key }) => String(key) === other?.key);
  const comments = there ? commentsIn(text, there.span).map((comment) => comment.text) : [];
  return other && siblingItem(other.item, path, other.isSecondarys, comments);
}
function flowEdits(text, { start, end }, copies) {
  const lead = text.slice(lineStart(text, start), start);
  const gap = lead !== "" && lead.trim() === "" ? `${lineBreakOf(text)}${lead}` : " ";
  return copies.map((copy) => ({ start: end, end, text: `,${gap}${copy.text}` }));
}
function rankOf({ value, items }, own, isSecondarys) {
  const isOne = ({ key }) => isSecondarys({ [key]: valueAt(value, [key]) });
  return { own, secondaries: items.filter((item) => item === own || isOne(item)) };
}
function blockEdits(text, items, { own, secondaries }, copies) {
  const indent = text.slice(lineStart(text, own.span.start), own.span.start).replace(/\S/g, " ");
  const lineBreak = gapAround(text, items, own);
  const wordOf = ({ key, span }) => typeof key === "string" ? key : text.slice(span.start, span.end);
  const words = secondaries.map(wordOf);
  const isSorted = words.length > 1 && isAscending(items.map(wordOf));
  const ordered = isSorted ? [...copies].sort((a, b) => a.word < b.word ? -1 : 1) : copies;
  return ordered.map((copy) => {
    const smaller = isSorted ? words.filter((word) => word < copy.word).length : -1;
    const { start } = secondaries[0].span;
    if (smaller === 0) return { start, end: start, text: `${copy.text}${lineBreak}${indent}` };
    const end = lineEnd(text, (secondaries[smaller - 1] ?? own).span.end);
    return { start: end, end, text: `${lineBreak}${indent}${copy.text}` };
  });
}
function gapAround(text, items, own) {
  const index = items.indexOf(own);
  const blank = blankBehind(text, own, items[index + 1]) ?? blankBehind(text, items[index - 1], own) ?? 0;
  return lineBreakOf(text).repeat(blank + 1);
}
function isAscending(words) {
  return words.every((word, index) => index === 0 || word >= words[index - 1]);
}

// src/change/onboarding.ts
function onboardingOf(fleet, example, ...requests) {
  const belongings = belongingsOf(fleet, [example]);
  const identity = identityOf(example);
  if (belongings.files.length + belongings.items.length + belongings.documents.length === 0) {
    const advice = comesByRegistration(fleet) ? " Its Application comes from a cluster generator: register the new cluster in Argo CD with the labels that the generator selects, and no pull request is needed." : "";
    return {
      problems: [`Nothing in the repository belongs to "${identity.name}" alone, so there is nothing to copy.${advice}`]
    };
  }
  const renamings = requests.map(({ name, ingress, server, destinationName }) => {
    const target = { name, ingress, server, destinationName };
    return renamingOf(identity, target, newPlaces(belongings, identity, target));
  });
  const taken = renamings.flatMap(
    (renaming) => belongings.files.map((file) => renaming.path(file)).filter((path) => fleet.folders.isFile(path))
  );
  if (taken.length > 0) return { problems: taken.map((path) => `The file ${path} exists already.`) };
  const copied = [
    ...renamings.flatMap((renaming) => copiedFiles(fleet, example, belongings.files, renaming)),
    ...sharedFiles(fleet, example, belongings, renamings)
  ];
  return {
    changes: new Map(copied.map(({ path, becomes }) => [path, becomes])),
    notes: copyNotes(copied, identity.name)
  };
}
function newPlaces({ files, folders }, from, to) {
  const plain = renamingOf(nameOnly(from), nameOnly(to));
  const places = /* @__PURE__ */ new Map();
  const nameless = folders.filter((folder) => plain.path(folder) === folder);
  for (const folder of nameless) places.set(folder, `${parentOf(folder)}${to.name}`);
  for (const file of files) {
    const folder = nameless.findLast((each) => liesIn(file, each));
    if (folder !== void 0) places.set(file, `${parentOf(folder)}${to.name}${file.slice(folder.length)}`);
    else if (plain.path(file) === file) places.set(file, besideFile(file, to.name));
  }
  return places;
}
function parentOf(path) {
  const parent = folderOf(path);
  return parent === "" ? "" : `${parent}/`;
}
function besideFile(file, name) {
  const extension = /\.[^./]+$/.exec(file)?.[0] ?? "";
  return `${parentOf(file)}${name}${extension}`;
}
function sharedFiles(fleet, example, { items, documents }, renamings) {
  const mentions = mentionsIn(fleet);
  const isSecondarys = (item) => [...mentioned(item, mentions)].some((each) => each !== example);
  return [...new Set([...items, ...documents].map((each) => each.file))].flatMap((file) => {
    const content = fleet.repository.checkout.read(file);
    if (!("text" in content)) return [];
    const { text } = content;
    const whole = documents.filter((each) => each.file === file).map(({ document }) => document);
    const beside = whole.length > 0 ? documentOfAnother(fleet, example, file) : void 0;
    const copies = whole.flatMap((document) => documentCopyEdits(text, document, renamings, beside));
    const elements = items.filter((item) => item.file === file).map((item) => copiesOf(text, item, renamings, isSecondarys));
    const doubtful = [
      ...whole.flatMap((document) => doubtfulInDocument(text, document, renamings[0], beside)),
      ...elements.flatMap((each) => each.doubtful)
    ];
    return [{ path: file, becomes: edited(text, [...copies, ...elements.flatMap(({ edits }) => edits)]), doubtful }];
  });
}
function documentOfAnother(fleet, example, file) {
  for (const other of fleet.secondaries.filter((each) => each !== example).slice(-20)) {
    const found = belongingsOf(fleet, [other]).documents.find((each) => each.file === file);
    if (found) return { document: found.document, name: identityOf(other).name };
  }
  return void 0;
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
  const key = requestKeyOf(request);
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
function amongThemselves(request, other) {
  const same = [];
  if (request.name === other.name) same.push(`the name "${request.name}"`);
  if (normalisedUrl(request.ingress) === normalisedUrl(other.ingress) && request.ingress !== "")
    same.push(`the ingress ${request.ingress}`);
  if (requestKeyOf(request) !== void 0 && requestKeyOf(request) === requestKeyOf(other))
    same.push(`the destination ${destinationOf(request)}`);
  return same.map((what) => ({ message: `Two entries of "clusters" have ${what}.` }));
}

// src/modes/as-asked.ts
function isThere({ secondaries }, request) {
  const isDelivered = secondaries.some(hasApplication);
  return secondaries.some(
    (each) => each.name?.value === request.name && differencesOf(each, request).length === 0 && (hasApplication(each) || !isDelivered)
  );
}
function notAsAsked(before, after, requests) {
  const asked = new Set(requests.map(({ name }) => name));
  const byName = new Map(after.secondaries.map((each) => [each.name?.value, each]));
  const known = new Set(before.secondaries.map(({ label }) => label));
  const left = new Set(after.secondaries.map(({ label }) => label));
  const extra = [...left].filter((label) => !known.has(label) && !asked.has(label));
  const lost = [...known].filter((label) => !left.has(label));
  return [
    ...requests.flatMap((request) => wrongWith(request, byName.get(request.name), before)),
    ...extra.map((label) => ({ message: `The change would add "${label}" as well, which nobody asked for.` })),
    ...lost.map((label) => ({ message: `The change would take "${label}" away.` }))
  ];
}
function wrongWith(request, made, before) {
  if (!made || !hasApplication(made) && before.secondaries.some(hasApplication))
    return [
      {
        message: `The copy would not make "${request.name}" a secondary: ${comesByRegistration(before) ? `the others' Applications come from a cluster generator, which sees no such cluster. Register it in Argo CD with the labels that the generator selects, add it to clusters-file, and run this again.` : `something it needs is written in a way that can't be copied. Name another secondary with "like", or add it by hand.`}`
      }
    ];
  return differencesOf(made, request).map((difference) => ({
    message: `The copy would not be what was asked: of "${request.name}", the ${difference}. Where the example names its cluster by server, give destination-server, and where by name, destination-name; or name another secondary with "like".`
  }));
}
function hasApplication({ site }) {
  return site.deliveries.some(({ application }) => application);
}
function differencesOf({ ingress, site }, request) {
  const { destination } = site.deliveries.find(({ application }) => application)?.application ?? {};
  const url = ingress?.value ?? "";
  const differences = [];
  if ((normalisedUrl(url) ?? url) !== (normalisedUrl(request.ingress) ?? request.ingress))
    differences.push(`cluster-ingress would be ${JSON.stringify(url.slice(0, 200))}`);
  if (destination && clusterKeyOf(destination) !== requestKeyOf(request))
    differences.push(
      `destination would be ${JSON.stringify((destination.server ?? destination.name)?.value ?? "")} and not ${JSON.stringify(destinationOf(request))}`
    );
  return differences;
}

// src/modes/example.ts
function exampleOf({ fleet, findings: all }, like, names) {
  const { secondaries } = fleet;
  const toCome = new RegExp(`(?<![A-Za-z0-9.-])(?:${names.map(escaped2).join("|")})(?![A-Za-z0-9.-])`);
  const findings = all.filter(({ message }) => !toCome.test(message));
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
function escaped2(name) {
  return name.replaceAll(".", "\\.");
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
  const wording = {
    kind: "onboard",
    clustersIn: (_before, after) => requests.map((request) => clusterOf(request, after)),
    key,
    branch,
    vault: []
  };
  return proposed(world, "onboard", wording, {
    async changesOf(before) {
      const fresh = requests.filter((request) => !isThere(before.fleet, request));
      if (fresh.length === 0) return { changes: /* @__PURE__ */ new Map(), notes: [] };
      const asked = [
        ...problems(fresh),
        ...standsAgainst(before.fleet, fresh),
        ...await openProposals(pulls, world.inputs.branch ?? branch, fresh)
      ];
      const seen = await lookIntoVaults(world, before.fleet);
      wording.vault.splice(0, wording.vault.length, ...seen);
      const reasons = [...asked, ...tokenReasons(world, before.fleet, seen)];
      const example = reasons.length > 0 ? void 0 : exampleOf(
        before,
        world.inputs.like,
        fresh.map(({ name }) => name)
      );
      if (example && "reasons" in example) reasons.push(...example.reasons);
      refuse(reasons, before);
      return planOf(world, before, example && "secondary" in example ? example.secondary : void 0, fresh);
    },
    reasonsAgainst: (before, after) => notAsAsked(before.fleet, after.fleet, requests)
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
function clusterOf(request, { secondaries }) {
  const deliveries = secondaries.find(({ label }) => label === request.name)?.site.deliveries ?? [];
  const application = deliveries.find((each) => each.application)?.application?.name ?? "";
  return { name: request.name, ingress: request.ingress, destination: destinationOf(request), application };
}
function branchOf(requests, prefix = branchPrefix) {
  const names = requests.map(({ name }) => name).sort();
  const safe = (name) => name.replace(/[^a-z0-9.-]/gi, "-").replace(/\.{2,}|\.lock$|^[.-]+|[.-]+$/g, "-").slice(0, 63);
  if (names.length === 1) return `${prefix}${safe(names[0])}`;
  const fingerprint = createHash("sha256").update(names.join("\n")).digest("hex").slice(0, 8);
  return `${prefix}${safe(names[0])}-and-${names.length - 1}-more-${fingerprint}`;
}
async function openProposals(pulls, own, requests) {
  const open = await pulls.openWith("");
  return open.filter(({ branch }) => branch !== own).flatMap(({ number, body }) => {
    const names = proposedNames(body);
    const both = requests.filter(({ name }) => names.has(name)).map(({ name }) => `"${name}"`);
    return both.length === 0 ? [] : [
      {
        message: `The open pull request #${number} proposes ${both.join(", ")} already: merge or close it first.`
      }
    ];
  });
}
function proposedNames(body) {
  const [, key = ""] = /<!-- kasten-multicluster:proposal onboard ([^>]*?) ?-->/.exec(body) ?? [];
  return new Set(key.replaceAll("_", "-").split(" "));
}
function tokenReasons({ inputs }, { primaries }, seen) {
  if (!inputs["require-token"]) return [];
  const lost = seen.filter(({ state }) => ["missing", "deleted", "disabled", "unknown"].includes(state));
  const pushed = primaries.flatMap(({ pushSecrets }) => pushSecrets.flatMap(({ matches }) => matches));
  return lost.map(({ secret, url, state, reason }) => ({
    about: pushed.find(({ remoteKey }) => remoteKey?.value === secret)?.remoteKey,
    message: state === "unknown" ? `Could not look whether the join token "${secret}" is in the vault${url && ` ${url}`}: ${reason ?? "no reason is known"} (require-token: false proposes all the same)` : `The join token "${secret}" in ${url} is ${state}, so the cluster could not join (rule token-is-in-the-vault; require-token: false proposes all the same).`
  }));
}
function planOf(world, before, example, requests) {
  const { fleet } = before;
  const plans = example ? [onboardingOf(fleet, example, ...requests)] : requests.map((request) => recipeFor(world, fleet, request));
  const reasons = plans.flatMap((plan) => "problems" in plan ? plan.problems.map((message) => ({ message })) : []);
  refuse(reasons, before);
  const made = plans.flatMap((plan) => "changes" in plan ? [plan] : []);
  return {
    changes: new Map(made.flatMap(({ changes }) => [...changes])),
    notes: made.flatMap(({ notes }) => [...notes])
  };
}

export {
  edited,
  lineStart,
  lineEnd,
  belongingsOf,
  containerOf,
  between,
  blankBehind,
  comesByRegistration,
  documentRemovalEdits,
  branchPrefix,
  onboard,
  requestsOf,
  branchOf
};
