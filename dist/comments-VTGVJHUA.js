import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  comment,
  comments,
  commentsOn
} from "./chunk-GS5D75R5.js";
import "./chunk-7IGMG6RX.js";
import "./chunk-LM2YTLL2.js";
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
