import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-UMWLL7EP.js";
import "./chunk-5BX432J6.js";
import "./chunk-QTN2BKGU.js";
import "./chunk-IPVIUTPI.js";
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
