import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-MCS2GAIA.js";
import "./chunk-RVANAGJK.js";
import "./chunk-FF74AEQ2.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import "./chunk-B2EAQ3WC.js";
import "./chunk-OLSSZPKA.js";
import "./chunk-JE7SZ6QH.js";
import "./chunk-OAWVOHQP.js";
import "./chunk-B6N4FOWI.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";
export {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
};
