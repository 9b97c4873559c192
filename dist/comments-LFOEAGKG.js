import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  comment,
  comments,
  commentsOn
} from "./chunk-NQTW7Z74.js";
import "./chunk-F7PEPXB6.js";
import "./chunk-637DTLUO.js";
import "./chunk-M733P3FF.js";
import "./chunk-4XSILGPL.js";
import "./chunk-B2EAQ3WC.js";
import "./chunk-GFVQXI6T.js";
export {
  comment,
  comments,
  commentsOn
};
