import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-FO7CEYUQ.js";
import "./chunk-PC7LUKEW.js";
import "./chunk-7YPQ3WQH.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import "./chunk-B2EAQ3WC.js";
import "./chunk-ON5AWJPM.js";
import "./chunk-FBLSDGSB.js";
import "./chunk-SVBANMXQ.js";
import "./chunk-4LAFQNI4.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";
export {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
};
