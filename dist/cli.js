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
  writeFiles
} from "./chunk-WN7JLSHM.js";
import "./chunk-EJANZUZM.js";
import "./chunk-3RTUPHWG.js";
import "./chunk-P6E77TTM.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import {
  ConfigError
} from "./chunk-B2EAQ3WC.js";
import {
  tool
} from "./chunk-FKY6MPBI.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";

// src/door/terminal.ts
function print(ran, format, environment, out) {
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
  out.write(text[format]());
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
  let format = "text";
  for (let word = rest.shift(); word !== void 0; word = rest.shift()) {
    if (word === "--help" || word === "-h" || word === "help") return { ask: "help" };
    if (word === "--version") return { ask: "version" };
    if (!word.startsWith("--")) plain.push(word);
    else {
      const [name, value] = flagOf(word, rest);
      if (name === "format") format = value;
      else given[name] = value;
    }
  }
  return { ask: "run", given: withPlain(given, plain), format: formatOf(format) };
}
function flagOf(word, rest) {
  const [, name = "", value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
  if (value !== void 0) return [name, value];
  const next = rest[0];
  if (isSwitch(name) && next?.toLowerCase() !== "true" && next?.toLowerCase() !== "false") return [name, "true"];
  if (next === void 0) throw new ConfigError(`The flag --${name} needs a value.`);
  return [name, rest.shift()];
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
  const format = formats.find((each) => each === word);
  if (!format) throw new ConfigError(`--format must be one of ${formats.join(", ")}; "${word}" is not.`);
  return format;
}

// src/inputs/help.ts
function helpText() {
  const rows = Object.entries(declared).filter(([name]) => name !== "mode" && name !== "path").map(([name, input]) => [`  --${name}`, `${plainText(input.meaning)}${defaultOf(input)}`]);
  const width = Math.max(...rows.map(([flag]) => flag.length)) + 2;
  return [
    "Usage: kasten-multicluster <mode> [path] [--<input> <value>]...",
    "",
    `Modes: ${modes.join(", ")}`,
    "",
    "Inputs, also from .github/kasten-multicluster.yaml:",
    ...rows.map(([flag, meaning]) => `${flag.padEnd(width)}${meaning}`),
    `${"  --format".padEnd(width)}text, json, sarif or github (text).`,
    "",
    "Exit status: 0 pass, 1 fail, 2 wrong usage or configuration, 3 it could not look.",
    ""
  ].join("\n");
}
function defaultOf({ otherwise, otherwiseSaid }) {
  const said = otherwiseSaid === void 0 ? otherwise === void 0 || otherwise === "" ? void 0 : shownDefault(otherwise) : plainText(otherwiseSaid);
  return said === void 0 ? "" : ` (${said})`;
}
function shownDefault(otherwise) {
  return Array.isArray(otherwise) ? otherwise.join(", ") : JSON.stringify(otherwise).replaceAll('"', "");
}
function plainText(markdown) {
  return markdown.replaceAll("`", "");
}

// src/cli.ts
keepHeapSmall();
try {
  const asked = argumentsOf(process.argv.slice(2));
  if (asked.ask === "help") process.stdout.write(helpText());
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
  process.stderr.write(troubleLines(error, "text"));
  process.exitCode = troubleStatus(error);
}
