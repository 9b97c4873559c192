import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-FBJPE6VJ.js";
import "./chunk-7ZA3L6G3.js";
import "./chunk-X5VIO5LZ.js";
import "./chunk-UDVISC2L.js";
import "./chunk-PFRM26H7.js";
import "./chunk-276ICT2U.js";
import "./chunk-QTBSFVXQ.js";
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
