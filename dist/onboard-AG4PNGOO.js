import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-W7RM3BCF.js";
import "./chunk-SIKUMF5D.js";
import "./chunk-MMXI34ZO.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import "./chunk-ZO552WHF.js";
import "./chunk-ZV3MNGBF.js";
import "./chunk-BXG54OZP.js";
import "./chunk-RALPYOM7.js";
import "./chunk-SPCQEQVU.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";
export {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
};
