import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  severities
} from "./chunk-22DEATKR.js";

// src/report/counting.ts
function counted(count, noun, plural = `${noun}s`) {
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : plural}`;
}
function tally(counts) {
  const words = severities.filter((severity) => counts[severity] > 0).map((severity) => counted(counts[severity], severity));
  return words.length > 0 ? words.join(", ") : "no findings";
}
function someOf(names, limit) {
  const more = names.length - limit;
  return more > 1 ? `${names.slice(0, limit).join(", ")} and ${more.toLocaleString("en-US")} more` : names.join(", ");
}
function reach(clusters, limit = 5) {
  if (clusters.length === 0) return void 0;
  return clusters.length === 1 ? `Affects ${clusters[0]}` : `Affects ${counted(clusters.length, "cluster")}: ${someOf(clusters, limit)}`;
}
function countsOf(findings) {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

export {
  counted,
  tally,
  someOf,
  reach,
  countsOf
};
