import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/source/order.ts
function byText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function byCodePoint(left, right) {
  if (/[\ud800-\udfff]/.test(left + right)) return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return left === right ? 0 : left < right ? -1 : 1;
}

// src/model/ingress.ts
function urlOf(text) {
  try {
    return new URL(text);
  } catch {
    return void 0;
  }
}
function normalisedUrl(text) {
  const url = urlOf(text.trim());
  return url && `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, "")}${url.search}`;
}

// src/model/vault-cloud.ts
var clouds = [
  { suffix: ".vault.azure.net", environment: "PublicCloud" },
  { suffix: ".vault.azure.cn", environment: "ChinaCloud" },
  { suffix: ".vault.usgovcloudapi.net", environment: "USGovernmentCloud" }
];
var suffixes = clouds.map(({ suffix }) => suffix);
function cloudOf(vaultUrl) {
  const host = urlOf(vaultUrl)?.hostname;
  const cloud = clouds.find(({ suffix }) => host?.endsWith(suffix));
  return cloud && host !== void 0 ? { name: host.slice(0, -cloud.suffix.length), environment: cloud.environment } : void 0;
}

export {
  byText,
  byCodePoint,
  urlOf,
  normalisedUrl,
  suffixes,
  cloudOf
};
