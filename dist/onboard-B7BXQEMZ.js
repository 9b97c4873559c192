import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-E2ATDR4M.js";
import "./chunk-DJJUZPE6.js";
import "./chunk-DVRWTP3Z.js";
import "./chunk-UDVISC2L.js";
import "./chunk-RKGZPCDL.js";
import "./chunk-ZGYUGFLV.js";
import "./chunk-L7AHZNWH.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-4XSILGPL.js";
import "./chunk-B2EAQ3WC.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";
export {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
};
