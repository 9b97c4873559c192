// What a chart's .helmignore leaves out.

/**
 * Whether Helm ignores a file of the chart; undefined when the rules go beyond plain globs.
 * helm: internal/ignore/rules.go
 * @param name from the chart's folder
 */
export function ignores(rules: string, name: string): boolean | undefined {
  const steps = name.split('/')
  const paths = steps.map((_, index) => steps.slice(0, index + 1).join('/'))
  for (const line of rules.split('\n')) {
    const rule = line.trim()
    if (rule === '' || rule.startsWith('#')) continue
    const pattern = patternOf(rule.replace(/\/$/, ''))
    if (!pattern) return undefined
    // A rule for folders only is taken for one for files too: then we ask Helm, which is never wrong.
    if (
      paths.some(path =>
        pattern.test(rule.replace(/\/$/, '').includes('/') ? path : path.slice(path.lastIndexOf('/') + 1))
      )
    )
      return true
  }
  return false
}

/** A glob of Go's path/filepath; undefined for negations, `**`, classes and escapes. */
function patternOf(rule: string): RegExp | undefined {
  if (/^!|\*\*|[[\]\\]/.test(rule)) return undefined
  const source = rule
    .replace(/^\//, '')
    .replace(/[.+^${}()|]/g, String.raw`\$&`)
    .replace(/\*/g, '[^/]*')
    .replace(/\?/g, '[^/]')
  return new RegExp(`^${source}$`)
}
