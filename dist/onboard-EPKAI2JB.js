import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
} from "./chunk-74RZZN6Z.js";
import "./chunk-MIFAM5VE.js";
import "./chunk-NIJCNA32.js";
import "./chunk-E47ADXUM.js";
import "./chunk-4XSILGPL.js";
import "./chunk-ZO552WHF.js";
import "./chunk-KPLYZZSK.js";
import "./chunk-BMI54W7T.js";
import "./chunk-N6JNYUFG.js";
import "./chunk-QSZH3Y3J.js";
import "./chunk-GFVQXI6T.js";
export {
  branchOf,
  branchPrefix,
  onboard,
  requestsOf
};
