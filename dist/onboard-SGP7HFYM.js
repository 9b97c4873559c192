import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-SS3TH6H5.js";
import "./chunk-4BXZIIJL.js";
import "./chunk-ZSL5DKYU.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import "./chunk-ZO552WHF.js";
import "./chunk-EPPHDZRK.js";
import "./chunk-RHX6VY54.js";
import "./chunk-EJIQMC4C.js";
import "./chunk-22DEATKR.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";
export {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
};
