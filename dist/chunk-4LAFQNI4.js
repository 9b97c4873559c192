import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/source/order.ts
function byText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

export {
  byText
};
