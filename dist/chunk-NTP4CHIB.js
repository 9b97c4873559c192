import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  drawingBlock,
  filesTable,
  fitted,
  fixed,
  longestBody,
  optional,
  units,
  vaultBlock
} from "./chunk-HJ4IFJPV.js";
import {
  blocks,
  code,
  details,
  fenced,
  joined,
  list,
  marker,
  md,
  nothing,
  prose,
  table
} from "./chunk-UDVISC2L.js";
import {
  fleetReport,
  judged,
  readFleet,
  refuseMissingFolders,
  settingsOf
} from "./chunk-EWQDYYQG.js";
import {
  atLeast,
  changedCheckout,
  counted,
  countsOf,
  fleetRules,
  inClusterKey,
  inClusterName,
  liesIn,
  placeOf,
  serverKeyOf,
  someOf,
  startOf,
  tool,
  versionOf
} from "./chunk-LBIPISNP.js";
import {
  urlOf
} from "./chunk-B6N4FOWI.js";
import {
  capped,
  plain
} from "./chunk-4XSILGPL.js";
import {
  ConfigError,
  Fault
} from "./chunk-B2EAQ3WC.js";

// src/change/cluster-request.ts
function destinationOf({ server, destinationName }) {
  return server ?? destinationName ?? "";
}
function requestKeyOf({ server, destinationName }) {
  if (server !== void 0) return serverKeyOf(server);
  if (destinationName === void 0) return void 0;
  return destinationName === inClusterName ? inClusterKey : `name ${destinationName}`;
}
var label = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
var dnsName = new RegExp(`^${label}(?:\\.${label})*$`);
var urlText = /^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._~/-]*)?$/;
function problemsOf(request) {
  return [nameProblem(request), ingressProblem(request), destinationProblem(request)].filter(
    (problem) => problem !== void 0
  );
}
function nameProblem({ name }) {
  if (name === "") return "cluster-name is missing.";
  if (name.length > 63)
    return `The cluster-name ${shown(name)} is longer than 63 characters (rule cluster-name-is-valid).`;
  return dnsName.test(name) ? void 0 : `The cluster-name ${shown(name)} is no DNS-1123 name: use a to z, 0 to 9 and hyphens, beginning and ending with a letter or digit (rule cluster-name-is-valid).`;
}
function ingressProblem({ name, ingress }) {
  const of = `The cluster-ingress of ${shown(name)}`;
  if (ingress === "") return `${of} is missing: give the URL of its Kasten dashboard.`;
  const url = urlOf(ingress);
  if (url?.protocol !== "https:") return `${of}, ${shown(ingress)}, must be an https:// URL (rule ingress-is-https).`;
  if (!urlText.test(ingress))
    return `${of}, ${shown(ingress)}, must be a plain URL: no user, query, fragment or unusual characters.`;
  return url.pathname.replaceAll("/", "") === "" ? `${of}, ${shown(ingress)}, has no path: add the dashboard's, by default "/k10" (rule ingress-has-a-path).` : void 0;
}
var serverText = /^https:\/\/[A-Za-z0-9.[\]:-]+(?:\/[A-Za-z0-9._~/-]*)?$/;
var destinationText = /^[A-Za-z0-9](?:[A-Za-z0-9._:@/ -]{0,251}[A-Za-z0-9])?$/;
function destinationProblem({ name, server, destinationName }) {
  if (server !== void 0 && destinationName !== void 0)
    return `Give destination-server or destination-name for ${shown(name)}, not both (rule destination-is-one-cluster).`;
  if (server === void 0 && destinationName === void 0)
    return `The destination of ${shown(name)} is missing: give destination-server or destination-name, as Argo CD knows the cluster.`;
  if (server !== void 0 && (!serverText.test(server) || !urlOf(server)))
    return `The destination-server of ${shown(name)}, ${shown(server)}, must be the https:// URL of an API server.`;
  if (destinationName !== void 0 && !destinationText.test(destinationName))
    return `The destination-name of ${shown(name)}, ${shown(destinationName)}, holds characters that Argo CD's cluster names do not have.`;
  return void 0;
}
function shown(value2) {
  return JSON.stringify(value2.length > 80 ? `${value2.slice(0, 79)}\u2026` : value2);
}

// src/change/recipes/names.ts
function below({ root }, path) {
  return root === "" ? path : `${root}/${path}`;
}
function scalar(text) {
  return /^(?:https:\/\/[A-Za-z0-9./_~:-]*[A-Za-z0-9/_~-]|[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9])$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i.test(text) ? text : JSON.stringify(text);
}

// src/change/recipes/application.ts
function applicationText(name, comment, to, source, names) {
  const cluster = to.server === void 0 ? `name: ${scalar(to.destinationName ?? "")}` : `server: ${scalar(to.server)}`;
  return `# ${comment}
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${scalar(name)}
  namespace: argocd
spec:
  project: default
  destination:
    ${cluster}
    namespace: ${to.namespace}
  source:
    repoURL: ${scalar(names.repoURL)}
    targetRevision: ${scalar(names.revision)}
${source}  syncPolicy:
    automated:
      selfHeal: true # no prune: what must not vanish does not
    retry: # the first sync races with Kasten and with External Secrets Operator; without retry it fails for good
      limit: 10
      backoff:
        duration: 10s
        factor: 2
        maxDuration: 5m
`;
}

// src/change/recipes/manifests.ts
function bootstrapText({ name, ingress }) {
  return `# Makes this cluster the primary. The URL goes into every join token.
apiVersion: v1
kind: Namespace
metadata:
  name: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "0"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false # losing it disconnects every secondary
---
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "1"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
spec:
  clusters:
    primary:
      name: ${name}
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: ${ingress}
`;
}
var joinTokenText = `# Kasten fills this Secret. It has no data in Git, and never may have.
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "2"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false # deleting it revokes the token
type: dist.kio.kasten.io/join-token
`;
function pushText({ storeName, secretName }) {
  return `# Carries the token to Azure Key Vault, again every ten minutes.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  refreshInterval: 10m
  deletionPolicy: None # a deleted secret keeps its name blocked in Key Vault for up to 90 days
  updatePolicy: Replace
  secretStoreRefs:
    - name: ${storeName}
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: ${secretName}
`;
}
function storeText(use, storeName, vaultUrl, { esoApi }) {
  const wave = use === "push" ? '\n  annotations:\n    argocd.argoproj.io/sync-wave: "2"' : "";
  const role = use === "push" ? "Key Vault Secrets Officer" : "Key Vault Secrets User";
  return `# The vault, by workload identity: the service account's identity has the role "${role}".
apiVersion: external-secrets.io/${esoApi}
kind: ClusterSecretStore
metadata:
  name: ${storeName}${wave}
spec:
  conditions: # nobody else may use it
    - namespaces: [${use === "push" ? "kasten-io-mc" : "kasten-io"}]
  provider:
    azurekv:
      authType: WorkloadIdentity
      vaultUrl: ${vaultUrl}
      serviceAccountRef: # annotated with azure.workload.identity/client-id and azure.workload.identity/tenant-id
        name: ${use}-join-tokens
        namespace: external-secrets
`;
}
function joinText({ name, ingress, primaryIngress, storeName, secretName }, { esoApi }) {
  return `# Kasten starts to join when both mc-join and mc-join-config are there.
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: ${name}
  cluster-ingress: ${ingress}
  primary-ingress: ${primaryIngress}
---
apiVersion: external-secrets.io/${esoApi}
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: ${storeName}
    kind: ClusterSecretStore
  target:
    name: mc-join
    creationPolicy: Owner
    deletionPolicy: Retain # a missing vault secret must not take mc-join away
  data:
    - secretKey: token
      remoteRef:
        key: ${secretName}
`;
}
function plainValues(values) {
  return Object.fromEntries(Object.entries(values).map(([key, value2]) => [key, scalar(value2)]));
}

// src/change/recipes/helm.ts
var value = (name) => `{{ .Values.${name} | quote }}`;
var secondaryChart = "charts/kasten-secondary";
function helmPrimary(names) {
  const values = {
    name: value("name"),
    ingress: value("ingress"),
    secretName: value("secretName"),
    storeName: value("storeName")
  };
  const join = {
    name: value("name"),
    ingress: value("ingress"),
    primaryIngress: value("primaryIngress"),
    secretName: value("secretName"),
    storeName: value("storeName")
  };
  const destination = {
    server: "https://kubernetes.default.svc",
    destinationName: void 0,
    namespace: "kasten-io-mc"
  };
  const primary = below(names, "charts/kasten-primary");
  const secondary = below(names, secondaryChart);
  return /* @__PURE__ */ new Map([
    [
      below(names, "argocd/kasten-primary.yaml"),
      helmApplication(
        "kasten-primary",
        "The primary is the cluster that Argo CD runs on.",
        destination,
        primary,
        "primary",
        names
      )
    ],
    [
      below(names, "values/primary.yaml"),
      valuesText({ name: names.primaryName, ingress: names.primaryIngress, ...shared(names) })
    ],
    [
      `${primary}/Chart.yaml`,
      chartText("kasten-primary", "Makes a cluster the primary of Kasten multi-cluster, and pushes its join token")
    ],
    [`${primary}/templates/1-bootstrap.yaml`, bootstrapText(values)],
    [`${primary}/templates/2-join-token.yaml`, joinTokenText],
    [`${primary}/templates/3-push.yaml`, pushText(values)],
    [`${primary}/templates/store.yaml`, storeText("push", value("storeName"), value("vaultUrl"), names)],
    [
      `${secondary}/Chart.yaml`,
      chartText("kasten-secondary", "Joins a cluster to the primary of Kasten multi-cluster")
    ],
    [`${secondary}/templates/join.yaml`, joinText(join, names)],
    [`${secondary}/templates/store.yaml`, storeText("pull", value("storeName"), value("vaultUrl"), names)]
  ]);
}
function helmSecondary(request, names) {
  const { name, ingress, server, destinationName } = request;
  const destination = { server, destinationName, namespace: "kasten-io" };
  const comment = "A secondary. Its cluster is registered in Argo CD under this destination.";
  return /* @__PURE__ */ new Map([
    [
      below(names, `argocd/kasten-${name}.yaml`),
      helmApplication(`kasten-${name}`, comment, destination, below(names, secondaryChart), name, names)
    ],
    [
      below(names, `values/${name}.yaml`),
      valuesText({ name, ingress, primaryIngress: names.primaryIngress, ...shared(names) })
    ]
  ]);
}
function shared({ secretName, storeName, vaultUrl }) {
  return { secretName, storeName, vaultUrl };
}
function helmApplication(name, comment, to, chart, values, names) {
  const file = `/${below(names, `values/${values}.yaml`)}`;
  return applicationText(
    name,
    comment,
    to,
    `    path: ${scalar(chart)}
    helm:
      valueFiles:
        - ${JSON.stringify(file)}
`,
    names
  );
}
function chartText(name, description) {
  return `apiVersion: v2
name: ${name}
description: ${description}
type: application
version: 0.1.0
`;
}
function valuesText(values) {
  return Object.entries(values).map(([key, text]) => `${key}: ${scalar(text)}
`).join("");
}

// src/change/recipes/plain.ts
function plainPrimary(names) {
  const values = plainValues({
    name: names.primaryName,
    ingress: names.primaryIngress,
    secretName: names.secretName,
    storeName: names.storeName
  });
  const destination = {
    server: "https://kubernetes.default.svc",
    destinationName: void 0,
    namespace: "kasten-io-mc"
  };
  const source = `    path: ${scalar(below(names, "primary"))}
`;
  return /* @__PURE__ */ new Map([
    [
      below(names, "argocd/kasten-primary.yaml"),
      applicationText("kasten-primary", "The primary is the cluster that Argo CD runs on.", destination, source, names)
    ],
    [below(names, "primary/1-bootstrap.yaml"), bootstrapText(values)],
    [below(names, "primary/2-join-token.yaml"), joinTokenText],
    [below(names, "primary/3-push.yaml"), pushText(values)],
    [below(names, "primary/store.yaml"), storeText("push", values.storeName, scalar(names.vaultUrl), names)]
  ]);
}
function plainSecondary(request, names, withStore) {
  const { name, ingress, server, destinationName } = request;
  const values = plainValues({
    name,
    ingress,
    primaryIngress: names.primaryIngress,
    secretName: names.secretName,
    storeName: names.storeName
  });
  const destination = { server, destinationName, namespace: "kasten-io" };
  const source = `    path: ${scalar(below(names, `secondaries/${name}`))}
`;
  const files = /* @__PURE__ */ new Map([
    [
      below(names, `argocd/kasten-${name}.yaml`),
      applicationText(
        `kasten-${name}`,
        "A secondary. Its cluster is registered in Argo CD under this destination.",
        destination,
        source,
        names
      )
    ],
    [below(names, `secondaries/${name}/join.yaml`), joinText(values, names)]
  ]);
  if (withStore)
    files.set(
      below(names, `secondaries/${name}/store.yaml`),
      storeText("pull", values.storeName, scalar(names.vaultUrl), names)
    );
  return files;
}

// src/modes/joining-recipe.ts
function recipeFor(world, fleet, request) {
  const primary = fleet.primaries[0];
  const push = primary?.pushSecrets[0];
  const ref = push?.storeRefs[0];
  const remoteKey = push?.matches[0]?.remoteKey;
  if (!primary?.ingress || !ref?.name || !remoteKey) {
    return {
      problems: [
        "The fleet has no primary with a URL and a PushSecret yet, so nothing says what a secondary joins. Start with mode: init."
      ]
    };
  }
  const vaultUrl = ref.vaultUrl?.value ?? world.inputs["vault-url"];
  const names = {
    root: world.surroundings.below,
    repoURL: fleet.own.url ?? primary.site.deliveries.flatMap(({ application }) => application?.sources ?? [])[0]?.repoURL?.value ?? "",
    revision: primary.site.deliveries.flatMap(({ application }) => application?.sources ?? [])[0]?.targetRevision?.value ?? "HEAD",
    primaryName: primary.name?.value ?? "",
    primaryIngress: primary.ingress.value,
    vaultUrl: vaultUrl ?? "",
    secretName: remoteKey.value,
    storeName: ref.name.value,
    esoApi: esoApiOf(fleet.versions.eso(primary.site).text)
  };
  if (names.repoURL === "")
    return {
      problems: ["It is not known which repository this is, and an Application must name it. Set GITHUB_REPOSITORY."]
    };
  const helm = fleet.folders.has(below(names, secondaryChart));
  const changes = helm ? helmSecondary(request, names) : plainSecondary(request, names, vaultUrl !== void 0);
  const taken = [...changes.keys()].filter((path) => fleet.folders.isFile(path));
  return taken.length > 0 ? { problems: taken.map((path) => `The file ${path} exists already.`) } : { changes, notes: [] };
}
function esoApiOf(eso) {
  const version = versionOf(eso);
  return version && !atLeast(version, "0.16.0") ? "v1beta1" : "v1";
}

// src/modes/refused.ts
var Refused = class extends Error {
  name = "Refused";
  findings;
  /** The fleet as it is, when it was read before the refusal. */
  before;
  constructor(findings, before) {
    super("refused");
    this.findings = findings;
    this.before = before;
  }
};
function refusalFindings(mode, reasons, file) {
  return reasons.map(({ message, about }) => {
    const place = about ? placeOf(about) : startOf(file);
    return { rule: `${mode}-refused`, severity: "error", message, ...place, related: [], clusters: [] };
  });
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value2) => {
      value2 = this.postProcess(value2, options);
      if (callback) {
        setTimeout(function() {
          callback(value2);
        }, 0);
        return void 0;
      } else {
        return value2;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value2, options) {
    return value2;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value2, options) {
    return Array.from(value2);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value2 = newTokens.slice(newPos, newPos + component.count);
          value2 = value2.map(function(value3, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value3.length ? oldValue : value3;
          });
          component.value = this.join(value2);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value2, options) {
  if (options.stripTrailingCr) {
    value2 = value2.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value2.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line;
    } else {
      retLines.push(line);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/patch/create.js
function needsQuoting(s) {
  for (let i = 0; i < s.length; i++) {
    if (s[i] < " " || s[i] > "~" || s[i] === '"' || s[i] === "\\") {
      return true;
    }
  }
  return false;
}
function quoteFileNameIfNeeded(s) {
  if (!needsQuoting(s)) {
    return s;
  }
  let result = '"';
  const bytes = new TextEncoder().encode(s);
  let i = 0;
  while (i < bytes.length) {
    const b = bytes[i];
    if (b === 7) {
      result += "\\a";
    } else if (b === 8) {
      result += "\\b";
    } else if (b === 9) {
      result += "\\t";
    } else if (b === 10) {
      result += "\\n";
    } else if (b === 11) {
      result += "\\v";
    } else if (b === 12) {
      result += "\\f";
    } else if (b === 13) {
      result += "\\r";
    } else if (b === 34) {
      result += '\\"';
    } else if (b === 92) {
      result += "\\\\";
    } else if (b >= 32 && b <= 126) {
      result += String.fromCharCode(b);
    } else {
      result += "\\" + b.toString(8).padStart(3, "0");
    }
    i++;
  }
  result += '"';
  return result;
}
var INCLUDE_HEADERS = {
  includeIndex: true,
  includeUnderline: true,
  includeFileHeaders: true
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line of lines) {
          curRange.push((current.added ? "+" : "-") + line);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context * 2 && i < diff.length - 2) {
            for (const line of contextLines(lines)) {
              curRange.push(line);
            }
          } else {
            const contextSize = Math.min(lines.length, context);
            for (const line of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function formatPatch(patch, headerOptions) {
  var _a, _b, _c, _d, _e, _f;
  if (!headerOptions) {
    headerOptions = INCLUDE_HEADERS;
  }
  if (Array.isArray(patch)) {
    if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every((p) => p.isGit)) {
      throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
    }
    return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
  }
  const ret = [];
  if (patch.isGit) {
    headerOptions = INCLUDE_HEADERS;
    if (!patch.oldFileName) {
      throw new Error("oldFileName must be specified for Git patches");
    }
    if (!patch.newFileName) {
      throw new Error("newFileName must be specified for Git patches");
    }
    let gitOldName = patch.oldFileName;
    let gitNewName = patch.newFileName;
    if (patch.isCreate && gitOldName === "/dev/null") {
      gitOldName = gitNewName.replace(/^b\//, "a/");
    } else if (patch.isDelete && gitNewName === "/dev/null") {
      gitNewName = gitOldName.replace(/^a\//, "b/");
    }
    ret.push("diff --git " + quoteFileNameIfNeeded(gitOldName) + " " + quoteFileNameIfNeeded(gitNewName));
    if (patch.isDelete) {
      ret.push("deleted file mode " + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : "100644"));
    }
    if (patch.isCreate) {
      ret.push("new file mode " + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : "100644"));
    }
    if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
      ret.push("old mode " + patch.oldMode);
      ret.push("new mode " + patch.newMode);
    }
    if (patch.isRename) {
      ret.push("rename from " + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : "").replace(/^a\//, "")));
      ret.push("rename to " + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : "").replace(/^b\//, "")));
    }
    if (patch.isCopy) {
      ret.push("copy from " + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : "").replace(/^a\//, "")));
      ret.push("copy to " + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : "").replace(/^b\//, "")));
    }
  } else {
    if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== void 0) {
      ret.push("Index: " + patch.oldFileName);
    }
    if (headerOptions.includeUnderline) {
      ret.push("===================================================================");
    }
  }
  const hasHunks = patch.hunks.length > 0;
  if (headerOptions.includeFileHeaders && patch.oldFileName !== void 0 && patch.newFileName !== void 0 && (!patch.isGit || hasHunks)) {
    ret.push("--- " + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? "	" + patch.oldHeader : ""));
    ret.push("+++ " + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? "	" + patch.newHeader : ""));
  }
  for (let i = 0; i < patch.hunks.length; i++) {
    const hunk = patch.hunks[i];
    const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
    const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
    ret.push("@@ -" + oldStart + "," + hunk.oldLines + " +" + newStart + "," + hunk.newLines + " @@");
    for (const line of hunk.lines) {
      ret.push(line);
    }
  }
  return ret.join("\n") + "\n";
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  if (typeof options === "function") {
    options = { callback: options };
  }
  if (!(options === null || options === void 0 ? void 0 : options.callback)) {
    const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
    if (!patchObj) {
      return;
    }
    return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
  } else {
    const { callback } = options;
    structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: (patchObj) => {
      if (!patchObj) {
        callback(void 0);
      } else {
        callback(formatPatch(patchObj, options.headerOptions));
      }
    } }));
  }
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line) => line + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/change/changeset.ts
function changedFilesOf(changes, before) {
  const there = /* @__PURE__ */ new Set([...before.paths, ...before.refused.map(({ file }) => file)]);
  return [...changes.keys()].sort().flatMap((path) => {
    const text = changes.get(path);
    if (!there.has(path)) return text === void 0 ? [] : [{ path, status: "added" }];
    if (text === void 0) return [{ path, status: "removed" }];
    return textOf(before, path) === text ? [] : [{ path, status: "modified" }];
  });
}
function diffOf(changes, before) {
  return changedFilesOf(changes, before).map((file) => fileDiff(file, changes, before)).join("");
}
function fileDiff({ path, status }, changes, before) {
  const from = status === "added" ? "/dev/null" : `a/${path}`;
  const to = status === "removed" ? "/dev/null" : `b/${path}`;
  const head = `diff --git a/${path} b/${path}
`;
  const change = changes.get(path);
  if (typeof change === "object") return `${head}similarity index 100%
copy from ${change.sameAs}
copy to ${path}
`;
  if (status === "removed" && "refused" in before.read(path)) return `${head}Binary files ${from} and ${to} differ
`;
  const old = status === "added" ? "" : textOf(before, path);
  const patch = createTwoFilesPatch(from, to, old, change ?? "", "", "", { context: 3 });
  return `${head}${patch.replace(/^=+\n/, "").replace(/^(--- .*?)\t$/m, "$1").replace(/^(\+\+\+ .*?)\t$/m, "$1")}`;
}
function textOf(checkout, path) {
  const content = checkout.read(path);
  return "text" in content ? content.text : "";
}

// src/report/steps.ts
function isWord(name) {
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name);
}
function word(name, otherwise) {
  return isWord(name) ? name : otherwise;
}
function beforeMerge(kind) {
  const cluster = kind === "init" ? "Each cluster" : "The cluster";
  return [
    md`${cluster} is registered in Argo CD under the destination above`,
    md`Kasten and the External Secrets Operator are installed on it`,
    md`The credentials that its secret store names are on it, and may read the join token in Key Vault`,
    md`It reaches the primary's dashboard over the network`,
    md`It trusts the certificate authority of the primary's dashboard, where that is a private one`,
    md`The primary's Kasten licence has nodes left for it`
  ];
}
function afterMerge({ names, clusters, kind }) {
  const kasten = word(names.kastenNamespace, "KASTEN_NAMESPACE");
  const [only = "", ...others] = clusters.map(({ name }) => name);
  const listed = kind === "onboard" && others.length === 0 && isWord(only) ? ` ${only}` : "";
  const ready = `-o jsonpath='{range .status.conditions[*]}{.type}={.status} {.reason}: {.message}{"\\n"}{end}'`;
  return [
    prose("On the primary, the token is pushed:"),
    fenced(`kubectl -n kasten-io-mc get pushsecret ${word(names.pushSecret, "PUSH_SECRET")} ${ready}`, "sh"),
    prose("On the secondary, the token arrives and Kasten joins (`joined`; on `rejected`, `.data.msg` says why):"),
    fenced(
      [
        `kubectl -n ${kasten} get externalsecret ${word(names.externalSecret, "EXTERNAL_SECRET")} ${ready}`,
        `kubectl -n ${kasten} get secret mc-join-status -o jsonpath='{.data.status}' | base64 -d`
      ].join("\n"),
      "sh"
    ),
    prose(`On the primary, ${others.length === 0 ? "the secondary is" : "the secondaries are"} listed:`),
    fenced(`kubectl -n kasten-io-mc get clusters.dist.kio.kasten.io${listed}`, "sh")
  ];
}
function partingSteps({ clusters, names, primary }) {
  const shown2 = clusters.slice(0, 50).map(({ name }) => word(name, "CLUSTER_NAME"));
  const kasten = word(names.kastenNamespace, "KASTEN_NAMESPACE");
  const label2 = `k10.kasten.io/k10-multi-cluster-sa=${word(primary, "PRIMARY_NAME")}`;
  const stuck = [
    `kubectl -n ${kasten} delete secret mc-cluster-info mc-join mc-join-status --ignore-not-found`,
    `kubectl -n ${kasten} delete serviceaccount -l ${label2}`
  ].join("\n");
  return [
    md`**1. Disconnect, on the primary.** Delete the Cluster object and wait until it is gone:`,
    fenced(shown2.map((name) => `kubectl -n kasten-io-mc delete clusters.dist.kio.kasten.io ${name}`).join("\n"), "sh"),
    shown2.length < clusters.length ? md`… and so for the ${clusters.length - shown2.length} others.` : nothing,
    md`**2. Only if that hangs**, clean up on the secondary:`,
    fenced(stuck, "sh"),
    md`then remove the finalizer ${code("dist.kio.kasten.io/cluster-info")} from the Cluster object on the primary.`,
    md`**3. Merge.** An Application that this takes out of Git goes where its parent prunes, or where an ApplicationSet made it; elsewhere delete it by hand. What that does on the cluster:`,
    list(fatesOf(clusters)),
    md`**What stays in any case:**`,
    list([
      prose("policies and profiles that the primary distributed to the secondary"),
      prose("the licence lease, for up to an hour"),
      md`the join token in Key Vault, which the other secondaries use; to join this cluster again the token has to be rotated`
    ])
  ];
}
function fatesOf(clusters) {
  const both = md`${code("mc-join-config")} and ${code("mc-join")}`;
  return [
    fateOf(clusters, true, md`the resources finalizer is there, so Argo CD deletes ${both}`),
    fateOf(clusters, false, md`without the resources finalizer ${both} stay on the cluster; delete them by hand`),
    fateOf(clusters, void 0, md`no Application in Git delivers it; delete ${both} by hand where they stay`)
  ].flat();
}
function fateOf(clusters, cascades, fate) {
  const names = clusters.filter((each) => each.cascades === cascades).map(({ application, name }) => code(application || name, 80));
  const more = names.length > 20 ? [md`${names.length - 20} more`] : [];
  return names.length === 0 ? [] : [md`${joined([...names.slice(0, 20), ...more], ", ")}: ${fate}`];
}

// src/report/pull-request.ts
function proposalTitle({
  kind,
  clusters,
  primary
}) {
  const names = someOf(
    clusters.map(({ name }) => name),
    3
  );
  const what = clusters.length === 1 ? `secondary ${names}` : `${counted(clusters.length, "secondary", "secondaries")}: ${names}`;
  const title = {
    onboard: `Join ${what}`,
    offboard: `Remove ${what}`,
    init: `Set up Kasten multi-cluster with primary ${primary}`
  }[kind];
  return capped(plain(title), 250);
}
function proposalBody(text) {
  return fitted(
    [
      fixed(marker(`proposal ${text.key}`)),
      fixed(opening(text)),
      { weight: 6, versions: [() => clustersTable(text, 200), () => clustersTable(text, 30)] },
      fixed(stepsBlock(text)),
      { weight: 4, versions: [() => checks(text, 100), () => checks(text, 0)] },
      { weight: 5, versions: [() => vaultBlock(text.vault, text.now, 40), () => vaultBlock(text.vault, text.now, 5)] },
      optional(1, () => drawing(text)),
      { weight: 3, versions: [() => filesBlock(text, 300), () => filesBlock(text, 40)] },
      { weight: 2, versions: [() => notesBlock(text.notes, 20), () => notesBlock(text.notes, 5)] }
    ],
    longestBody,
    units
  );
}
function opening({ kind, clusters, primary }) {
  const set = primary === "" ? md`the multi-cluster set` : md`the primary ${code(primary, 80)}`;
  const which = clusters.length === 1 ? md`${code(clusters[0]?.name ?? "", 80)}` : md`${counted(clusters.length, "secondary", "secondaries")}`;
  if (kind === "init")
    return md`Sets up Kasten multi-cluster with ${set}: once merged, Argo CD delivers it and Kasten issues the join token.`;
  if (kind === "onboard")
    return md`Joins ${which} to ${set}. Once merged, Argo CD delivers the join configuration and the join token, and Kasten joins by itself.`;
  return md`Removes what Git holds of ${which}. **Merging does not disconnect a cluster from ${set}:** follow the order below.`;
}
function clustersTable({ clusters }, rows) {
  if (clusters.length === 0) return nothing;
  const more = clusters.length - rows;
  const cells = clusters.slice(0, rows).map(({ name, ingress, destination, application }) => [name, ingress, destination, application].map(cell));
  return blocks([
    table(["Secondary", "Dashboard", "Argo CD destination", "Application"], cells),
    more > 0 ? md`… and ${counted(more, "more secondary", "more secondaries")}.` : nothing
  ]);
}
function cell(text) {
  return text === "" ? prose("\u2013") : code(text, 200);
}
function stepsBlock(text) {
  if (text.kind === "offboard") return blocks([md`### In this order`, ...partingSteps(text)]);
  const first = [...beforeMerge(text.kind), ...text.prerequisites.slice(0, 10).map((line) => prose(line, 300))];
  return blocks([
    md`### Before the merge`,
    md`This pull request cannot see the cluster. It joins when all of this is true:`,
    list(first.map((line) => md`[ ] ${line}`)),
    md`### After the merge`,
    ...afterMerge(text)
  ]);
}
function checks({ checksPassed }, limit) {
  if (checksPassed.length === 0) return nothing;
  const words = `\u2705 ${counted(checksPassed.length, "check")} passed on the tree as it will be after the merge`;
  return limit === 0 ? prose(words) : details(words, list(checksPassed.slice(0, limit).map((title) => prose(title, 300))));
}
function filesBlock({ files }, limit) {
  return files.length === 0 ? nothing : blocks([md`### ${counted(files.length, "file")}`, filesTable({ files }, limit)]);
}
function drawing({ way, kind, clusters }) {
  const heading = kind === "offboard" ? "The token's way, afterwards" : "The token's way";
  return drawingBlock(way, heading, new Set(clusters.map(({ name }) => name)));
}
function notesBlock(notes, limit) {
  if (notes.length === 0) return nothing;
  const more = notes.length - limit;
  return blocks([
    md`### To know`,
    list(notes.slice(0, limit).map((note) => prose(note, 600))),
    more > 0 ? md`… and ${more} more.` : nothing
  ]);
}

// src/modes/base-checkout.ts
var readable = /\.(?:ya?ml|json|tpl|md|txt|env|properties|toml)$|(?:^|\/)(?:Kustomization|\.helmignore|\.argocd-source[^/]*)$/;
var largest = 1024 * 1024;
var atOnce = 8;
async function baseCheckout(pulls, base, below2) {
  const regular = base.files.filter(({ mode }) => mode.startsWith("100"));
  const wanted = regular.filter(({ path, size }) => readable.test(path) && size <= largest && liesIn(path, below2));
  const texts = /* @__PURE__ */ new Map();
  const rest = [...wanted];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let file = rest.pop(); file; file = rest.pop()) texts.set(file.path, await textOf2(pulls, file));
    })
  );
  const paths = regular.map(({ path }) => path).sort();
  const links = base.files.filter(({ mode, path }) => mode === "120000" && liesIn(path, below2));
  return {
    paths,
    refused: links.map(({ path }) => ({ file: path, reason: "it is a link, which a proposal does not follow" })),
    read: (path) => texts.get(path) ?? { refused: "it is no text that a proposal reads" }
  };
}
async function textOf2(pulls, file) {
  try {
    return { text: await pulls.textOf(file) };
  } catch (error) {
    if (error instanceof Fault && error.code === "rejected") return { refused: "it is not UTF-8 text" };
    throw error;
  }
}

// src/modes/proposal-report.ts
function proposalReport(world, mode, wording, draft, outcome, base, pulls) {
  const { inputs } = world;
  const branch = inputs.branch ?? wording.branch;
  const files = outcome.changes.length > 0 ? outcome.changes : changedFilesOf(draft.changes, draft.checkout);
  const change = {
    base,
    branch,
    treeSha: outcome.treeSha ?? "",
    headSha: outcome.headSha ?? "",
    operation: outcome.operation,
    number: outcome.number ?? 0,
    url: outcome.url ?? "",
    compareUrl: outcome.compareUrl,
    ...outcome.commitVerified !== void 0 && { commitVerified: outcome.commitVerified },
    files,
    diff: diffOf(draft.changes, draft.checkout),
    isDry: inputs["dry-run"],
    requests: pulls.requests
  };
  return {
    ...fleetReport(draft.after),
    mode,
    verdict: "pass",
    headline: headlineOf(
      outcome,
      wording.kind,
      wording.clustersIn(draft.before.fleet, draft.after.fleet),
      inputs["dry-run"]
    ),
    failOn: "error",
    counts: { error: 0, warning: 0, notice: 0 },
    findings: [],
    ...wording.vault && { vault: wording.vault },
    change,
    warnings: [...draft.notes, ...outcome.warnings, ...inputs["dry-run"] ? [] : approvalNote(outcome)]
  };
}
var happened = {
  created: "A pull request proposes",
  updated: "The pull request was updated and proposes",
  unchanged: "The pull request already proposes",
  "branch-only": "A branch holds, since this token may not open pull requests:",
  none: "Nothing to propose:"
};
var wouldHappen = {
  ...happened,
  created: "Dry run, nothing was written: a pull request would propose",
  updated: "Dry run, nothing was written: the pull request would be updated to propose"
};
function headlineOf({ operation, number }, kind, clusters, isDry) {
  const names = someOf(
    clusters.map(({ name }) => name),
    3
  );
  if (operation === "none")
    return kind === "onboard" ? `Nothing to propose: ${names} is in the fleet already, just so.` : "Nothing to propose: the base has all of it already.";
  const what = { onboard: `to join ${names}`, offboard: `to remove ${names}`, init: "to set up the fleet" }[kind];
  const said2 = (isDry ? wouldHappen : happened)[operation];
  return `${said2} ${what}${number === void 0 ? "" : ` (#${number})`}.`;
}
function approvalNote({ operation, author }) {
  const isWritten = operation === "created" || operation === "updated";
  return isWritten && author === "github-actions[bot]" ? [
    'A pull request made by GITHUB_TOKEN gets its checks held until somebody with write access clicks "Approve workflows to run"; one made by a GitHub App of your own or a personal access token does not.'
  ] : [];
}
function refusedReport(world, mode, { findings, before }) {
  const base = world.inputs.base ?? "";
  return {
    ...before ? fleetReport(before) : nothingRead,
    mode,
    verdict: "fail",
    headline: `Refused: nothing was written. ${findings.length === 1 ? "One thing stands" : `${findings.length} things stand`} against it.`,
    failOn: "error",
    counts: countsOf(findings),
    findings,
    change: { base, branch: "", treeSha: "", headSha: "", operation: "none", number: 0, url: "", files: [] },
    warnings: []
  };
}
var nothingRead = {
  tool,
  fleet: { primaries: [], secondaries: [], tokens: [] },
  way: { stations: [], handOvers: [] },
  notChecked: [],
  ignored: 0
};

// src/modes/proposing.ts
var dangerous = /* @__PURE__ */ new Set(["pull_request_target", "workflow_run"]);
function refuseEvent({ surroundings }, mode) {
  if (surroundings.event === void 0 || !dangerous.has(surroundings.event)) return;
  throw new ConfigError(
    `mode ${mode} does not run on ${surroundings.event}: it writes, and that event can be started by strangers. Use workflow_dispatch.`
  );
}
var noBranch = /[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|(?:^|\/)\.|\.lock(?:\/|$)|^[-/]|[/.]$|^@$|^refs\//;
function refuseBranch(branch, base) {
  if (branch === void 0) return;
  if (noBranch.test(branch))
    throw new ConfigError(`"branch" must be a name that Git allows; ${JSON.stringify(branch.slice(0, 80))} is not.`);
  if (branch === base) throw new ConfigError(`"branch" is the base itself, ${JSON.stringify(base.slice(0, 80))}.`);
}
async function proposed(world, mode, wording, drafting) {
  const pulls = await world.pullRequests();
  const { inputs } = world;
  const base = inputs.base ?? await pulls.defaultBranch();
  refuseBranch(inputs.branch, base);
  try {
    const drafts = [await draftFor(world, pulls, await pulls.treeOf(base), drafting)];
    const outcome = await send(world, pulls, base, wording, drafting, drafts);
    return proposalReport(world, mode, wording, drafts.at(-1), outcome, base, pulls);
  } catch (error) {
    if (error instanceof Refused) return refusedReport(world, mode, error);
    throw error;
  }
}
async function draftFor(world, pulls, tree, drafting) {
  const settings = settingsOf(world);
  const checkout = await baseCheckout(pulls, tree, world.surroundings.below);
  refuseMissingFolders(checkout, settings);
  const before = judged(await readFleet(checkout, settings, world.renderer));
  const { changes, notes } = await drafting.changesOf(before);
  const draft = { baseSha: tree.commitSha, checkout, before, changes, notes };
  if (changes.size === 0) return { ...draft, after: before };
  const after = judged(await readFleet(changedCheckout(checkout, changes), settings, world.renderer));
  const file = changes.keys().next().value ?? ".";
  const wrong = refusalFindings(world.inputs.mode ?? "onboard", drafting.reasonsAgainst(before, after), file);
  const worse = [...wrong, ...newFindings(before, after, "error")];
  if (worse.length > 0) throw new Refused(worse, before);
  const warnings = newFindings(before, after, "warning").map(said);
  return { ...draft, notes: [...notes, ...warnings.slice(0, mostNotes)], after };
}
var mostNotes = 20;
function newFindings(before, after, severity) {
  const known = new Set(before.findings.map(keyOf));
  return after.findings.filter((finding) => finding.severity === severity && !known.has(keyOf(finding)));
}
function said({ file, line, message }) {
  return `${file}:${line}: ${message}`;
}
function keyOf({ rule, file, message }) {
  return `${rule}\0${file}\0${message}`;
}
async function send(world, pulls, base, wording, drafting, drafts) {
  const { inputs } = world;
  const title = inputs.title ?? titleOf(wording, drafts[0]);
  return pulls.propose({
    base,
    branch: inputs.branch ?? wording.branch,
    async changesFor(tree) {
      if (drafts.at(-1).baseSha !== tree.commitSha) drafts.push(await draftFor(world, pulls, tree, drafting));
      return drafts.at(-1).changes;
    },
    commitMessage: title,
    title,
    get body() {
      return proposalBody(textOf3(world, wording, drafts.at(-1)));
    },
    labels: inputs.labels,
    assignees: inputs.assignees,
    reviewers: inputs.reviewers,
    teamReviewers: inputs["team-reviewers"],
    draft: inputs.draft,
    autoMerge: inputs["auto-merge"] === "" ? void 0 : inputs["auto-merge"],
    overwrite: inputs.overwrite,
    dryRun: inputs["dry-run"]
  });
}
function titleOf(wording, { before, after }) {
  const clusters = wording.clustersIn(before.fleet, after.fleet);
  return proposalTitle({ kind: wording.kind, clusters, primary: primaryName(after.fleet) });
}
function textOf3({ now }, wording, { checkout, before, changes, notes, after }) {
  const { kind, key, vault } = wording;
  return {
    kind,
    clusters: wording.clustersIn(before.fleet, after.fleet),
    key,
    primary: primaryName(after.fleet),
    files: changedFilesOf(changes, checkout),
    checksPassed: passedOf(after),
    notes: [
      ...notes,
      ...after.findings.filter(({ severity }) => severity === "error").slice(0, mostNotes).map(said)
    ],
    ...vault && { vault },
    way: fleetReport(after).way,
    prerequisites: [],
    names: namesOf(after.fleet),
    now
  };
}
function passedOf({ findings }) {
  const failed = new Set(findings.map(({ rule }) => rule));
  return fleetRules.filter(({ id }) => !failed.has(id)).map(({ title }) => title);
}
function primaryName(fleet) {
  return fleet.primaries[0]?.name?.value ?? "";
}
function namesOf(fleet) {
  return {
    kastenNamespace: fleet.secondaries[0]?.config?.namespace ?? "kasten-io",
    pushSecret: fleet.primaries[0]?.pushSecrets[0]?.manifest.name ?? "",
    externalSecret: fleet.secondaries[0]?.joins[0]?.manifest.name ?? "mc-join"
  };
}

export {
  destinationOf,
  requestKeyOf,
  problemsOf,
  scalar,
  helmPrimary,
  plainPrimary,
  recipeFor,
  esoApiOf,
  Refused,
  refusalFindings,
  refuseEvent,
  proposed
};
