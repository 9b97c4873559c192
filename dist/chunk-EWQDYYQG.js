import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  byPlace,
  cleaned,
  fileIsOfTheFleet,
  fleetOf,
  fleetRules,
  foldersAbove,
  hasJoinSecret,
  joinFilesOf,
  liesIn,
  nearest,
  placeOf,
  repositoryOf,
  secretKeyOf,
  secretNameOf,
  severities,
  siteLabel,
  tokensOf,
  tool,
  vaultKeyOf,
  withoutIgnored
} from "./chunk-LBIPISNP.js";
import {
  byText
} from "./chunk-B6N4FOWI.js";
import {
  plain
} from "./chunk-4XSILGPL.js";
import {
  ConfigError
} from "./chunk-B2EAQ3WC.js";

// src/rules/judge.ts
function judgementOf(rules, subject, hits = () => []) {
  const findings = [];
  const broken = /* @__PURE__ */ new Set();
  for (const rule of rules) {
    for (const complaint of rule.check(subject)) {
      const finding = findingOf(rule, complaint, hits);
      findings.push(finding);
      if (finding.severity === "error" && "manifest" in complaint.about) broken.add(complaint.about.manifest);
    }
  }
  return { findings: merged(findings), broken };
}
function judge(rules, subject) {
  return judgementOf(rules, subject).findings;
}
function merged(findings) {
  const unique = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = `${finding.rule}\0${finding.file}\0${finding.line}\0${finding.column}\0${finding.message}`;
    const same = unique.get(key);
    unique.set(key, same ? together(same, finding) : finding);
  }
  return [...unique.values()].sort(byPlace);
}
function together(a, b) {
  return { ...a, clusters: [.../* @__PURE__ */ new Set([...a.clusters, ...b.clusters])].sort() };
}
function findingOf(rule, complaint, hits) {
  const said = complaint.clusters ?? [];
  const clusters = said.length === 0 && "manifest" in complaint.about ? hits(complaint.about.manifest) : said;
  const place = placeFor(complaint.about);
  return {
    rule: rule.id,
    severity: complaint.severity ?? rule.severity,
    message: complaint.message,
    ...place,
    related: elsewhere(place, complaint),
    clusters: [...new Set(clusters)].sort()
  };
}
function elsewhere(place, { related = [] }) {
  const told = /* @__PURE__ */ new Set([keyOf(place)]);
  return related.flatMap(({ about, message }) => {
    const other = placeFor(about);
    if (told.has(keyOf(other))) return [];
    told.add(keyOf(other));
    return [{ ...other, message }];
  });
}
function keyOf({ file, line, column }) {
  return `${file}\0${line}\0${column}`;
}
function placeFor(about) {
  return "manifest" in about ? placeOf(about) : about;
}

// src/model/mention.ts
var words = /kasten|mc-join|\bk10\b/i;
var texts = /\.(?:ya?ml|json|tpl|txt|env|properties)$|(?:^|\/)Kustomization$/i;
function speaksOfKasten({ files, checkout }) {
  for (const { path, text } of files.values()) if (words.test(path) || words.test(text)) return true;
  return checkout.paths.some((path) => {
    if (words.test(path)) return true;
    if (!texts.test(path) || files.has(path)) return false;
    const content = checkout.read(path);
    return "text" in content && words.test(content.text);
  });
}

// src/rules/hit-clusters.ts
function hitClustersOf(fleet) {
  let known;
  let owners;
  let written;
  return (manifest) => {
    const labels = (known ??= labelsOf(fleet)).get(manifest) ?? [];
    if (labels.length !== 1 || !(written ??= new Set(fleet.manifests)).has(manifest)) return labels;
    const own = (owners ??= ownersOf(fleet)).get(manifest.origin.file) ?? [];
    return own.length === 1 && own[0] === labels[0] ? [] : labels;
  };
}
function ownersOf({ secondaries }) {
  const owners = /* @__PURE__ */ new Map();
  for (const secondary of secondaries) {
    for (const file of joinFilesOf(secondary)) {
      const others = owners.get(file);
      if (others) others.push(secondary.label);
      else owners.set(file, [secondary.label]);
    }
  }
  return owners;
}
function labelsOf({ secondaries }) {
  const labels = /* @__PURE__ */ new Map();
  const add = (manifest, label) => {
    const others = labels.get(manifest);
    if (!others) labels.set(manifest, [label]);
    else if (others.at(-1) !== label) others.push(label);
  };
  for (const { site, label } of secondaries) {
    for (const { application, manifests } of site.deliveries) {
      if (application) add(application.manifest, label);
      for (const manifest of manifests) add(manifest, label);
    }
  }
  return labels;
}

// src/modes/named-folders.ts
function refuseMissingFolders(checkout, settings) {
  const { primaryPath, secondaryPaths } = settings;
  const named = [
    ...primaryPath === void 0 ? [] : [{ input: "primary-path", asked: primaryPath }],
    ...secondaryPaths.map((asked) => ({ input: "secondary-paths", asked }))
  ];
  if (named.length === 0) return;
  const paths = checkout.paths.filter((path) => liesIn(path, settings.path));
  const missing = named.filter(({ asked }) => !holds(paths, cleaned(asked)));
  if (missing.length === 0) return;
  const below = settings.path === "" ? "in the checkout" : `below ${quoted(settings.path)}, which "path" names`;
  const lines = missing.map(
    ({ input, asked }) => `${quoted(asked)} of "${input}" is no folder ${below}${near(asked, paths)}.`
  );
  throw new ConfigError([...lines, "Name folders from the root of the repository, without patterns."].join("\n"));
}
function holds(paths, folder) {
  return folder !== void 0 && paths.some((path) => liesIn(path, folder));
}
function near(asked, paths) {
  const folder = nearestFolder(cleaned(asked) ?? "", paths);
  return folder === void 0 ? "" : `; the nearest is ${quoted(folder)}`;
}
function nearestFolder(asked, paths) {
  const folders = [...new Set(paths.flatMap(foldersAbove))].filter((folder) => folder !== "");
  const name = lastStep(asked);
  const namesakes = folders.filter((folder) => lastStep(folder) === name);
  const parent = foldersAbove(asked).find((folder) => folders.includes(folder));
  return nearest(asked, folders) ?? namesakes.sort((a, b) => a.length - b.length)[0] ?? parent;
}
var lastStep = (path) => path.slice(path.lastIndexOf("/") + 1);
var quoted = (path) => `"${plain(path, 200)}"`;

// src/modes/reading.ts
function settingsOf({ inputs, surroundings, now }) {
  return {
    repository: surroundings.repository,
    revisions: surroundings.revisions,
    path: surroundings.below,
    primaryPath: inputs["primary-path"],
    secondaryPaths: inputs["secondary-paths"],
    esoVersion: inputs["eso-version"],
    argocdVersion: inputs["argocd-version"],
    kastenVersion: inputs["kasten-version"],
    knownStores: inputs["known-stores"],
    clusters: surroundings.clusters,
    maxRefresh: inputs["max-refresh"],
    now
  };
}
var mostRounds = 10;
async function readFleet(checkout, settings, renderer) {
  const repository = await repositoryOf(checkout, settings.path);
  const renderings = /* @__PURE__ */ new Map();
  for (let round = 0; ; round++) {
    const fleet = fleetOf(repository, settings, renderings);
    const fresh = fleet.requests.filter(({ key }) => !renderings.has(key));
    if (fresh.length === 0 || round === mostRounds) return fleet;
    if (round === 0 && !mayHoldFleet(repository, settings)) return fleetOf(repository, settings, unrendered(fresh));
    for (const [key, rendering] of await renderer.render(fresh, checkout)) renderings.set(key, rendering);
  }
}
function mayHoldFleet(repository, { primaryPath, secondaryPaths }) {
  return primaryPath !== void 0 || secondaryPaths.length > 0 || speaksOfKasten(repository);
}
function unrendered(requests) {
  const notRendered = "nothing in this repository speaks of Kasten, so it was not rendered";
  return new Map(requests.map(({ key }) => [key, { notRendered }]));
}
function judged(fleet) {
  const { findings, broken } = judgementOf(fleetRules, fleet, hitClustersOf(fleet));
  const silenced = withoutIgnored(findings, (file) => textOf(fleet, file));
  return { fleet, broken, ...silenced, notChecked: notCheckedOf(fleet) };
}
function textOf({ repository }, file) {
  const read = repository.files.get(file);
  if (read) return read.text;
  const content = repository.checkout.read(file);
  return "text" in content ? content.text : void 0;
}
var many = 2e3;
async function readAndJudge(world) {
  const { length } = world.checkout.paths;
  if (length > many) world.progress(`Reading ${length.toLocaleString("en-US")} files\u2026`);
  const settings = settingsOf(world);
  refuseMissingFolders(world.checkout, settings);
  return judged(await readFleet(world.checkout, settings, world.renderer));
}
function notCheckedOf(fleet) {
  const unread = fleet.repository.unread.map(({ file, reason }) => ({ file, reason }));
  const broken = [...fleet.repository.files.values()].flatMap((file) => brokenFile(fleet, file) ?? []);
  const sources = fleet.deliveries.flatMap(
    (delivery) => delivery.notRead.map(({ about, reason }) => ({
      file: about.manifest.origin.file,
      reason: `Application ${delivery.application?.name}: ${reason}`
    }))
  );
  const sets = fleet.expansions.flatMap(
    ({ applicationSet: { name, origin }, notExpanded }) => notExpanded.map(({ reason, fails }) => ({
      file: origin.file,
      reason: `ApplicationSet ${name}: ${fails ? "Argo CD would refuse it: " : ""}${reason}`
    }))
  );
  return [...unread, ...shownIn(fleet), ...broken, ...sources, ...sets].sort(
    (a, b) => byText(a.file, b.file) || byText(a.reason, b.reason)
  );
}
function shownIn(fleet) {
  const files = new Set([...fleet.shown].map(({ origin }) => origin.file));
  return [...files].filter((file) => fileIsOfTheFleet(fleet, file)).map((file) => ({ file, reason: "it is in a folder of documents or examples, and no Application delivers it" }));
}
function brokenFile(fleet, { path, problems }) {
  const problem = problems.find(({ kind }) => kind !== "duplicate-key");
  if (!problem || fileIsOfTheFleet(fleet, path)) return void 0;
  return { file: path, reason: `line ${problem.place.line}: ${problem.message}` };
}

// src/model/vault.ts
function isLost({ state }) {
  return state === "missing" || state === "deleted" || state === "disabled";
}

// src/rules/token-way.ts
function tokenWayOf(fleet, broken, seen = []) {
  const drawing = new Drawing(broken, lostOf(seen));
  for (const primary of fleet.primaries) drawing.primary(primary);
  for (const secondary of fleet.secondaries) drawing.secondary(secondary);
  return { stations: [...drawing.stations.values()], handOvers: drawing.handOvers };
}
function lostOf(seen) {
  const had = new Set(seen.filter((secret) => !isLost(secret)).map(({ secret }) => secretKeyOf(secret)));
  const lost = seen.filter(isLost).map(({ secret, state }) => [secretKeyOf(secret), state]);
  return new Map(lost.filter(([name]) => !had.has(name)));
}
var Drawing = class {
  stations = /* @__PURE__ */ new Map();
  handOvers = [];
  #broken;
  #lost;
  #pushed = /* @__PURE__ */ new Set();
  #names = /* @__PURE__ */ new Map();
  constructor(broken, lost) {
    this.#broken = broken;
    this.#lost = lost;
  }
  primary(primary) {
    const cluster = primary.name?.value || siteLabel(primary.site);
    const makers = primary.bootstraps.map(({ manifest }) => this.#station("bootstrap", manifest, cluster));
    for (const chart of primary.charts) makers.push(this.#station("bootstrap", chart.source.target.manifest, cluster));
    const tokens = new Map(
      primary.joinTokens.map(({ manifest }) => [manifest.name, this.#station("join-token", manifest, cluster)])
    );
    for (const maker of makers) for (const token of tokens.values()) this.#handOver(maker, token);
    for (const push of primary.pushSecrets) {
      const station = this.#station("push-secret", push.manifest, cluster);
      const token = tokens.get(push.selects?.value ?? "");
      if (token !== void 0) this.#handOver(token, station);
      for (const { remoteKey } of push.matches) {
        if (!remoteKey) continue;
        for (const ref of push.storeRefs) this.#handOver(station, this.#vaultSecret(remoteKey.value, ref, true));
      }
    }
  }
  secondary(secondary) {
    const cluster = secondary.label;
    const config = secondary.config && this.#station("join-config", secondary.config.manifest, cluster);
    const broken = hasJoinSecret(secondary) ? secondary.joins.length > 1 : secondary.site.complete;
    const made = this.#add({ id: `mc-join ${this.#id(secondary)}`, kind: "mc-join", label: "mc-join", cluster, broken });
    for (const join of secondary.joins) {
      const station = this.#station("external-secret", join.manifest, cluster);
      for (const { remoteKey, store } of join.entries) {
        if (remoteKey) this.#pull(remoteKey.value, this.#vaultSecret(remoteKey.value, store, false), station);
      }
      this.#handOver(station, made);
    }
    const kasten = this.#add({
      id: `kasten ${this.#id(secondary)}`,
      kind: "kasten",
      label: "joins the primary",
      cluster,
      broken: false
    });
    this.#handOver(made, kasten);
    if (config !== void 0) this.#handOver(config, kasten);
  }
  #id(secondary) {
    const known = secondary.config?.manifest ?? secondary.joins[0]?.manifest ?? secondary.literals[0]?.manifest;
    return known ? this.#nameOf(known) : secondary.label;
  }
  /** Objects have no identity in Git but themselves. */
  #nameOf(manifest) {
    const known = this.#names.get(manifest) ?? `${this.#names.size + 1} ${manifest.name}`;
    this.#names.set(manifest, known);
    return known;
  }
  #station(kind, manifest, cluster) {
    const broken = this.#broken.has(manifest);
    return this.#add({ id: `${kind} ${this.#nameOf(manifest)}`, kind, label: manifest.name, cluster, broken });
  }
  /** One station for all vaults with a secret of that name: a pull from another one than was pushed to is marked by its finding. */
  #vaultSecret(remoteKey, ref, pushed) {
    const key = secretKeyOf(remoteKey);
    const id = `vault-secret ${key}`;
    if (pushed) this.#pushed.add(id);
    const vault = ref?.vaultUrl ? vaultKeyOf(ref.vaultUrl.value).replace(/^https:\/\//, "") : void 0;
    const label = vault === void 0 ? secretNameOf(remoteKey) : `${secretNameOf(remoteKey)} in ${vault}`;
    return this.#add({ id, kind: "vault-secret", label, cluster: void 0, broken: this.#lost.has(key) });
  }
  #pull(remoteKey, secret, station) {
    const orphan = this.#pushed.size > 0 && !this.#pushed.has(secret);
    if (orphan) this.stations.set(secret, { ...this.stations.get(secret), broken: true });
    this.#handOver(secret, station, orphan ? "nobody pushes it" : this.#lost.get(secretKeyOf(remoteKey)));
  }
  #add(station) {
    if (!this.stations.has(station.id)) this.stations.set(station.id, station);
    return station.id;
  }
  #handOver(from, to, label) {
    const broken = label !== void 0 || this.stations.get(to).broken || this.stations.get(from).broken;
    this.handOvers.push({ from, to, broken, ...label !== void 0 && { label } });
  }
};

// src/modes/reporting.ts
function fleetReport(judged2, seen = []) {
  const { fleet, broken, notChecked, ignored } = judged2;
  return { tool, fleet: reportedFleet(fleet), way: tokenWayOf(fleet, broken, seen), notChecked, ignored };
}
function verdictOf(findings, failOn) {
  if (failOn === "never") return "pass";
  const gravest = severities.slice(0, severities.indexOf(failOn) + 1);
  return findings.some(({ severity }) => gravest.includes(severity)) ? "fail" : "pass";
}
function reportedFleet(fleet) {
  return {
    primaries: fleet.primaries.map((primary) => ({
      name: primary.name?.value ?? "",
      ingress: primary.ingress?.value ?? "",
      application: applicationOf(primary.site),
      file: primary.bootstraps[0]?.manifest.origin.file ?? primary.charts[0]?.source.target.manifest.origin.file ?? ""
    })),
    secondaries: fleet.secondaries.map((secondary) => ({
      name: secondary.name?.value ?? "",
      label: secondary.label,
      ingress: secondary.ingress?.value ?? "",
      application: applicationOf(secondary.site),
      destination: destinationOf(secondary.site),
      files: joinFilesOf(secondary)
    })),
    tokens: tokensOf(fleet).map(reportedToken)
  };
}
function applicationOf(site) {
  return site.folder === void 0 ? siteLabel(site) : "";
}
function destinationOf({ folder, deliveries }) {
  const to = deliveries.find(({ application }) => application)?.application?.destination;
  return (to?.server ?? to?.name)?.value ?? folder ?? "";
}
function reportedToken({ vaultUrl, secret, pushes, pulls }) {
  return {
    vaultUrl,
    secret,
    pushedBy: [...new Set(pushes.map(({ push }) => push.manifest.name))].sort(),
    pulledBy: [...new Set(pulls.map(({ secondary }) => secondary.label))].sort()
  };
}

export {
  judge,
  merged,
  refuseMissingFolders,
  settingsOf,
  readFleet,
  judged,
  textOf,
  readAndJudge,
  isLost,
  fleetReport,
  verdictOf
};
