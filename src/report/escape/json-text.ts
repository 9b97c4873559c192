// JSON text: deterministic, and harmless on a terminal and in a runner's log.

/**
 * The value as JSON: two spaces, a trailing newline, keys in the order they were written. What a terminal or the runner might
 * obey (`##[`, C1 controls, bidi overrides, line separators) is written as `\uXXXX`, which changes no value.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)
    .replaceAll('##[', '##\\u005b')
    .replace(/[\p{Cf}\p{Zl}\p{Zp}\u007F-\u009F]/gu, coded)}\n`
}

function coded(character: string): string {
  return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map(unit => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('')
}
