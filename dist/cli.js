#!/usr/bin/env node
import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  annotationsOf,
  commandOf,
  declared,
  exitStatusOf,
  jsonOf,
  keepHeapSmall,
  modes,
  run,
  sarifText,
  terminalOf,
  troubleLines,
  troubleStatus,
  wrapped,
  writeFiles
} from "./chunk-LLS6WMTV.js";
import "./chunk-EJANZUZM.js";
import "./chunk-EDKL7ZO4.js";
import "./chunk-P6E77TTM.js";
import "./chunk-UDVISC2L.js";
import {
  tool
} from "./chunk-LBIPISNP.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-4XSILGPL.js";
import {
  ConfigError
} from "./chunk-B2EAQ3WC.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";

// src/door/terminal.ts
function print(ran, format2, environment, out) {
  const { lookups } = ran.world;
  writeFiles(ran, lookups);
  const { report } = ran;
  const text = {
    json: () => jsonOf(report, lookups.helpUrl),
    sarif: () => sarifText(ran, lookups),
    github: () => annotationsOf(report, lookups.rules, "the log").map((each) => `${commandOf(each)}
`).join(""),
    text: () => terminalOf(report, lookups, { colours: wantsColours(environment, out), width: out.columns ?? 100 })
  };
  out.write(text[format2]());
}
function wantsColours({ NO_COLOR, FORCE_COLOR, TERM }, out) {
  if (NO_COLOR) return false;
  if (FORCE_COLOR && FORCE_COLOR !== "0") return true;
  return out.isTTY && TERM !== "dumb";
}

// src/inputs/arguments.ts
var formats = ["text", "json", "sarif", "github"];
function argumentsOf(words) {
  const given = {};
  const plain = [];
  const rest = [...words];
  let format2 = "text";
  for (let word = rest.shift(); word !== void 0; word = rest.shift()) {
    if (word === "--help" || word === "-h" || word === "help") return helpIn(words);
    if (word === "--version") return { ask: "version" };
    if (!word.startsWith("--")) plain.push(word);
    else {
      const [name, value] = flagOf(word, rest);
      if (name === "format") format2 = value;
      else given[name] = value;
    }
  }
  return { ask: "run", given: withPlain(given, plain), format: formatOf(format2) };
}
function helpIn(words) {
  return { ask: "help", mode: modes.find((mode) => words.includes(mode)) };
}
function flagOf(word, rest) {
  const [, name = "", value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
  if (value !== void 0) return [name, value];
  if (name.startsWith("no-") && isSwitch(name.slice(3))) return [name.slice(3), "false"];
  const next = rest[0];
  if (isSwitch(name) && next?.toLowerCase() !== "true" && next?.toLowerCase() !== "false") return [name, "true"];
  if (next !== void 0 && !next.startsWith("--")) return [name, rest.shift()];
  if (name === "format" || Object.hasOwn(declared, name)) throw new ConfigError(`--${name} needs a value.`);
  return [name, ""];
}
function isSwitch(name) {
  return Object.hasOwn(declared, name) && declared[name].kind.type === "boolean";
}
function withPlain(given, plain) {
  const [mode, path, tooMany] = plain;
  if (tooMany !== void 0)
    throw new ConfigError(
      `"${tooMany}" is one word too many. Usage: kasten-multicluster <mode> [path] [--<input> <value>]...`
    );
  if (mode === void 0 && given.mode === void 0) throw new ConfigError(`Which mode? One of ${modes.join(", ")}.`);
  return { ...mode !== void 0 && { mode }, ...path !== void 0 && { path }, ...given };
}
function formatOf(word) {
  const format2 = formats.find((each) => each === word);
  if (!format2) throw new ConfigError(`--format must be one of ${formats.join(", ")}; "${word}" is not.`);
  return format2;
}

// src/inputs/help.ts
var deeds = {
  validate: "Says, line by line, whether the clusters of a repository will join. Contacts nothing.",
  drift: "Says whether the join token is in the vault, and the fleet is what Git says.",
  onboard: "Opens the pull request that adds secondaries, by the example of one that is there.",
  offboard: "Opens the pull request that removes secondaries.",
  init: "Opens the pull request that sets up the primary of a fresh fleet.",
  doctor: "Tries, without writing, what the other modes need, and says what is missing."
};
var statuses = "Exit status: 0 pass, 1 fail, 2 wrong usage or configuration, 3 could not look.";
function helpText(mode, columns = 80) {
  const width = Math.min(100, Math.max(60, columns));
  return `${(mode === void 0 ? modesHelp(width) : modeHelp(mode, width)).join("\n")}
`;
}
function modesHelp(width) {
  return [
    "Usage: kasten-multicluster <mode> [path] [--<input> <value>]...",
    "       kasten-multicluster <mode> --help",
    "",
    "Modes:",
    ...entriesOf(
      modes.map((mode) => [mode, deeds[mode]]),
      width
    ),
    "",
    ...wrapped(
      'The path is a folder of a checkout, "." when it is left out. Each mode has inputs of its own: its --help lists them.',
      width
    ),
    "",
    statuses
  ];
}
function modeHelp(mode, width) {
  const inputs = Object.entries(declared).filter(
    ([name, { modes: readers }]) => name !== "mode" && name !== "path" && readers.includes(mode)
  );
  const own = inputs.filter(([, input]) => input.modes.length < modes.length).map(entryOf);
  const common = inputs.filter(([, input]) => input.modes.length === modes.length).map(entryOf);
  return [
    `Usage: kasten-multicluster ${mode} [path] [--<input> <value>]...`,
    "",
    ...wrapped(deeds[mode], width),
    "",
    ...wrapped(notation, width),
    ...own.length === 0 ? [] : ["", `Inputs of ${mode}:`, ...entriesOf(own, width)],
    "",
    "Inputs of every mode:",
    ...entriesOf([...common, format], width),
    "",
    statuses
  ];
}
var notation = "Inputs may stand in .github/kasten-multicluster.yaml too. One that is true or false needs no value here: --summary is true, --no-summary is false.";
var format = ["--format", "How to print the report. One of text, json, sarif, github. Default: text."];
function entryOf([name, input]) {
  return [input.kind.type === "boolean" ? `--[no-]${name}` : `--${name}`, meaningOf(input)];
}
function meaningOf(input) {
  const { type, words = [] } = input.kind;
  const allowed = words.length > 0 ? ` One of ${words.filter(Boolean).join(", ")}.` : "";
  const separated = type === "list" ? " Separated by commas." : "";
  const otherwise = defaultOf(input);
  return `${input.meaning}${allowed}${separated}${otherwise === "" ? "" : ` Default: ${otherwise}.`}`.replaceAll(
    "`",
    ""
  );
}
function defaultOf({ otherwise, otherwiseSaid, otherwiseTyped }) {
  return otherwiseTyped ?? otherwiseSaid ?? (otherwise === void 0 ? "" : shown(otherwise));
}
function shown(otherwise) {
  return Array.isArray(otherwise) ? otherwise.join(", ") : JSON.stringify(otherwise).replaceAll('"', "");
}
function entriesOf(entries, width) {
  const column = Math.max(...entries.map(([name]) => name.length)) + 4;
  return entries.flatMap(
    ([name, text]) => wrapped(text, width - column).map((line, index) => (index === 0 ? `  ${name}` : "").padEnd(column) + line)
  );
}

// src/cli.ts
keepHeapSmall();
try {
  const asked = argumentsOf(process.argv.slice(2));
  if (asked.ask === "help") process.stdout.write(helpText(asked.mode, process.stdout.columns));
  else if (asked.ask === "version") process.stdout.write(`${tool.version}
`);
  else {
    const ran = await run(asked.given, process.cwd(), {
      environment: process.env,
      now: Date.now(),
      giver: "the command line",
      progress: (line) => process.stderr.isTTY && process.stderr.write(`${line}
`),
      debug: () => {
      },
      mask: () => {
      }
    });
    print(ran, asked.format, process.env, process.stdout);
    process.exitCode = exitStatusOf(ran);
  }
} catch (error) {
  process.stderr.write(troubleLines(error, "text", process.stderr.columns ?? 100));
  process.exitCode = troubleStatus(error);
}
