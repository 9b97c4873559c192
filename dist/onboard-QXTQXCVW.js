import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-GLELCUGA.js";
import "./chunk-OHCQA4IX.js";
import "./chunk-6G6KDRDZ.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import "./chunk-B2EAQ3WC.js";
import "./chunk-EZ3CIJAV.js";
import "./chunk-M5Q2ZXZA.js";
import "./chunk-PR23MXLI.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";
export {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
};
