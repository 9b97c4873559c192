// Globs, as Argo CD's parts read them. (A first form: `*` and `?` alone.)

/** gobwas/glob without separators: `*` crosses `/`. Undefined when the pattern does not compile. */
export function gobwasGlob(pattern: string): ((text: string) => boolean) | undefined {
  if (/[[\]{}\\]/.test(pattern)) return undefined
  const parts = pattern.split(/(\*+|\?)/)
  const body = parts.map(part => (part === '?' ? '.' : part.startsWith('*') ? '.*' : part.replace(/[.+^$()|]/g, '\\$&'))).join('')
  const compiled = new RegExp(`^${body}$`, 's')
  return text => compiled.test(text)
}
