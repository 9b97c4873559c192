import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/ports/trouble.ts
var ConfigError = class extends Error {
  name = "ConfigError";
};
function inSentences(error) {
  const what = error.message.endsWith(".") ? error.message : `${error.message}.`;
  return error instanceof Fault && error.advice !== void 0 ? `${what} ${error.advice}` : what;
}
var Fault = class extends Error {
  name = "Fault";
  code;
  /** What a person can do about it: a permission line, a setting, a command. */
  advice;
  constructor(code, message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.code = code;
    this.advice = options.advice;
  }
};

export {
  ConfigError,
  inSentences,
  Fault
};
