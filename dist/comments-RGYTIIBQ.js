import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  comment,
  comments,
  commentsOn
} from "./chunk-ZQL7LXOA.js";
import "./chunk-VW6J6YJO.js";
import "./chunk-YE32QASR.js";
import "./chunk-M733P3FF.js";
import "./chunk-4XSILGPL.js";
import "./chunk-ZO552WHF.js";
import "./chunk-GFVQXI6T.js";
export {
  comment,
  comments,
  commentsOn
};
