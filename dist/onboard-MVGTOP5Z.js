import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-N2P7BWWP.js";
import "./chunk-XCAR2FJP.js";
import "./chunk-AAJNF6UD.js";
import "./chunk-UDVISC2L.js";
import "./chunk-Y7X4HM22.js";
import "./chunk-HD3WB67O.js";
import "./chunk-HJQQ7AOZ.js";
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
