import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-25NPAYDL.js";
import "./chunk-LJ5VF6B7.js";
import "./chunk-PBQV5SM6.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import "./chunk-B2EAQ3WC.js";
import "./chunk-3GAF4RH5.js";
import "./chunk-ZS7D6FXF.js";
import "./chunk-NDFFBPYQ.js";
import "./chunk-4LAFQNI4.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";
export {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
};
