import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-RL7O4YIU.js";
import "./chunk-JLZIPFH4.js";
import "./chunk-R5FU3NM4.js";
import "./chunk-UDVISC2L.js";
import "./chunk-4XSILGPL.js";
import "./chunk-ZO552WHF.js";
import "./chunk-MGMMQLJG.js";
import "./chunk-IGSLMWVI.js";
import "./chunk-7UFA2TRN.js";
import "./chunk-HBKTN2IO.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";
export {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
};
