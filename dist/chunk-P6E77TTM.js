import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  wellFormed
} from "./chunk-4XSILGPL.js";

// src/report/escape/uri.ts
function uri(path) {
  return wellFormed(path).split("/").map(segment).join("/");
}
function segment(text) {
  return encodeURIComponent(text).replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

export {
  uri
};
