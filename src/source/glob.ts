// The globs of Argo CD's fields, each compiled once: which pattern language a field speaks differs from field to field.
export { doublestar } from './glob-doublestar.ts'
export { gobwasGlob, isTrustedGobwas } from './glob-gobwas.ts'
export { pathMatch } from './glob-path-match.ts'
export { gitPathspec } from './glob-pathspec.ts'
export type { Glob } from './glob-parts.ts'
