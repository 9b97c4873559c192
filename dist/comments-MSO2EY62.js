import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  comment,
  comments,
  commentsOn
} from "./chunk-N4NTBT7A.js";
import "./chunk-HVDADZQA.js";
import "./chunk-ZE4R7QCG.js";
import "./chunk-AECNEGQ3.js";
import "./chunk-EJANZUZM.js";
import "./chunk-4XSILGPL.js";
import "./chunk-B2EAQ3WC.js";
import "./chunk-GFVQXI6T.js";
export {
  comment,
  comments,
  commentsOn
};
