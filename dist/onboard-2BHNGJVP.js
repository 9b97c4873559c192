import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-PZ7QO33U.js";
import "./chunk-NTP4CHIB.js";
import "./chunk-HJ4IFJPV.js";
import "./chunk-UDVISC2L.js";
import "./chunk-66GV4OSJ.js";
import "./chunk-EWQDYYQG.js";
import "./chunk-LBIPISNP.js";
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
