import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-SBVLTZLB.js";
import "./chunk-LTHOBNCQ.js";
import "./chunk-WKKRFEXO.js";
import "./chunk-UDVISC2L.js";
import "./chunk-JUEIY3EG.js";
import "./chunk-QTZ7APPH.js";
import "./chunk-ZJPTIUZE.js";
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
