import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-T6XYO25Y.js";
import "./chunk-AXWPGY5T.js";
import "./chunk-SJUP7PBF.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import "./chunk-ZO552WHF.js";
import "./chunk-YPAAR4MF.js";
import "./chunk-ZCM7LED2.js";
import "./chunk-BZDLCU7K.js";
import "./chunk-2EOUYRLC.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";
export {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
};
