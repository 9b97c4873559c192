import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  annotationsOf,
  commandOf,
  exitStatusOf,
  givenOf,
  keepHeapSmall,
  logSafe,
  run,
  terminalOf,
  troubleLines,
  troubleStatus,
  writeFiles
} from "./chunk-LLS6WMTV.js";
import "./chunk-EJANZUZM.js";
import {
  findingsBlock,
  findingsTally,
  secondariesBlock,
  summaryOf,
  verdictBlock,
  warningsBlock
} from "./chunk-Z7OA2KJS.js";
import "./chunk-EDKL7ZO4.js";
import "./chunk-P6E77TTM.js";
import {
  drawingBlock,
  fitted,
  fixed,
  longestBody,
  optional,
  units
} from "./chunk-HJ4IFJPV.js";
import {
  details,
  marker,
  md,
  nothing
} from "./chunk-UDVISC2L.js";
import {
  counted
} from "./chunk-LBIPISNP.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-4XSILGPL.js";
import {
  ConfigError,
  Fault,
  inSentences
} from "./chunk-B2EAQ3WC.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

// src/report/comment.ts
var commentMarker = marker("validate").text;
function commentOf(report, lookups) {
  return fitted(
    [
      fixed(marker("validate")),
      fixed(verdictBlock(report)),
      fixed(warningsBlock(report.warnings.slice(0, 5))),
      { weight: 5, versions: [() => troubled(report, 20), () => troubled(report, 5)] },
      findingsSection(report, lookups),
      optional(1, () => foldedDrawing(report)),
      fixed(elsewhere(report))
    ],
    longestBody,
    units
  );
}
function findingsSection(report, lookups) {
  const of = (places, rules, excerpts) => () => findingsBlock(report, lookups, { places, rules, excerpts });
  return {
    weight: 4,
    versions: [
      of(5, 30, true),
      of(3, 20, true),
      of(2, 20, false),
      of(1, 10, false),
      () => findingsTally(report, lookups)
    ]
  };
}
function troubled(report, rows) {
  return report.findings.length === 0 ? nothing : secondariesBlock(report, rows);
}
function foldedDrawing({ way }) {
  const drawing = drawingBlock(way);
  return drawing === nothing ? nothing : details("The token's way", drawing);
}
function elsewhere({ notChecked }) {
  const unseen = notChecked.length === 0 ? nothing : md`${counted(notChecked.length, "thing")} could not be judged. `;
  return md`${unseen}The job summary has every detail.`;
}

// src/door/outputs.ts
function outputsOf({ report, inputs }) {
  const { counts, drift, change, issue: issue2 } = report;
  const outputs = {
    verdict: report.verdict,
    errors: counts.error,
    warnings: counts.warning,
    notices: counts.notice,
    report: inputs["report-file"],
    sarif: inputs["sarif-file"],
    drift,
    "issue-number": issue2?.number,
    "issue-url": issue2?.url,
    "pull-request-number": change?.number || void 0,
    "pull-request-url": change?.url || void 0,
    "pull-request-operation": change?.operation,
    "compare-url": change?.compareUrl,
    branch: change?.branch,
    "head-sha": change?.headSha || void 0,
    "tree-sha": change?.treeSha || void 0,
    "commit-verified": change?.commitVerified,
    "changed-files": change && JSON.stringify(change.files.map(({ path }) => path))
  };
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([name, value]) => value === void 0 ? [] : [[name, String(value)]])
  );
}

// src/door/runner.ts
async function tell(ran, environment) {
  const { inputs, world } = ran;
  const { lookups } = world;
  const report = await commented(ran, lookups);
  process.stdout.write(terminalOf(report, lookups, { colours: false, width: 120, perRule: 10 }));
  if (inputs.annotations) annotate(report, lookups, environment);
  writeFiles({ ...ran, report }, lookups);
  if (environment.GITHUB_OUTPUT)
    for (const [name, value] of Object.entries(outputsOf({ ...ran, report }))) setOutput(name, value);
  if (inputs.summary && environment.GITHUB_STEP_SUMMARY) await summarise(summaryOf(report, lookups, world.now));
}
async function summarise(summary2) {
  try {
    await summary.addRaw(summary2).write();
  } catch (error) {
    warning(`The job summary could not be written; the log says the same. ${logSafe(String(error)).log}`);
  }
}
function annotate(report, lookups, environment) {
  if (!environment.GITHUB_ACTIONS) return;
  const elsewhere2 = environment.GITHUB_STEP_SUMMARY ? "the job summary" : "the log";
  for (const annotation of annotationsOf(report, lookups.rules, elsewhere2))
    process.stdout.write(`${commandOf(annotation)}
`);
}
async function commented({ report, inputs, world }, lookups) {
  const { pullRequest } = world.surroundings;
  if (!inputs.comment || report.mode !== "validate" || pullRequest === void 0) return report;
  try {
    const comments = await world.comments();
    await comments.keep(pullRequest, commentMarker, commentOf(report, lookups));
    return report;
  } catch (error) {
    if (!(error instanceof Fault || error instanceof ConfigError)) throw error;
    const warning2 = `The comment could not be kept; the summary says the same. ${inSentences(error)}`;
    return { ...report, warnings: [...report.warnings, warning2] };
  }
}

// src/main.ts
keepHeapSmall();
try {
  const ran = await run(givenOf(process.env), process.cwd(), {
    environment: process.env,
    now: Date.now(),
    giver: "the step",
    progress: (line) => process.stdout.write(`${line}
`),
    debug: (line) => debug(line),
    mask: (secret) => setSecret(secret)
  });
  await tell(ran, process.env);
  process.exitCode = exitStatusOf(ran);
} catch (error) {
  process.stdout.write(troubleLines(error, "github"));
  process.exitCode = troubleStatus(error);
}
