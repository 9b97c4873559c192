import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-GIFCW52P.js";
import "./chunk-MFLXWY2G.js";
import "./chunk-FHYPZJBT.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import "./chunk-B2EAQ3WC.js";
import "./chunk-4RJWXNFG.js";
import "./chunk-VXZOHEFS.js";
import "./chunk-FKY6MPBI.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";
export {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
};
