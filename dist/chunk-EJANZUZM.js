import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/source/loopback.ts
function isLoopback(hostname) {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

export {
  isLoopback
};
