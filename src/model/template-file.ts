// Tells templates from manifests before anything is parsed: a bare {{ .Values.x }} is valid YAML, and means nothing.
import { folderOf } from '../source/checkout.ts'

/** A line that only a template can have: a directive on its own, or an unquoted value that begins with one. */
const directive = /^[ \t]*(?:- )?\{\{-?[ \t]*(?:if|else|end|range|with|define|block|include|template|\/\*|\$|\.|- )/m
const bareValue = /^[^#'"\n]*:[ \t]+\{\{-?[ \t]*(?:\.|\$|include|template|default|tpl|toYaml|quote|printf|required)/m

/** Whether a text is a Go or Helm template rather than YAML to apply. */
export function isTemplate(text: string): boolean {
  return text.includes('{{') && (directive.test(text) || bareValue.test(text))
}

/**
 * Whether a file is a template of a chart in the repository.
 * @param charts the folders that hold a Chart.yaml
 */
export function isChartTemplate(path: string, charts: ReadonlySet<string>): boolean {
  if (charts.size === 0) return false
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    const parent = folderOf(folder)
    if (folder.endsWith('templates') && charts.has(parent)) return true
  }
  return false
}
