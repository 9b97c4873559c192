import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-L5D6OUU4.js";
import "./chunk-B5PPPMSQ.js";
import "./chunk-65NXW4AE.js";
import "./chunk-UDVISC2L.js";
import "./chunk-C6DEWAXW.js";
import "./chunk-CFZKFTTE.js";
import "./chunk-7SP3M6LF.js";
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
