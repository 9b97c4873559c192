// What a chart's .helmignore leaves out.
import { pathMatch } from '../../source/glob.ts'

/**
 * Whether Helm ignores a file of the chart; undefined when the rules go beyond plain globs. A rule for folders only is taken
 * for one for files too: then Helm is asked, which knows. helm: internal/ignore/rules.go
 * @param name from the chart's folder
 */
export function ignores(rules: string, name: string): boolean | undefined {
  const steps = name.split('/')
  const paths = steps.map((_, index) => steps.slice(0, index + 1).join('/'))
  for (const line of rules.split('\n')) {
    const rule = line.trim().replace(/\/$/, '')
    if (rule === '' || rule.startsWith('#')) continue
    const matches = /^!|\*\*/.test(rule) ? undefined : pathMatch(rule.replace(/^\//, ''))
    if (!matches) return undefined
    if ((rule.includes('/') ? paths : steps).some(matches)) return true
  }
  return false
}
