// Tells templates from manifests before anything is parsed: a bare {{ .Values.x }} is valid YAML, and means nothing.
import { folderOf } from '../source/checkout.ts'

/** A line that only a template can have: a directive on its own, or an unquoted value that begins with one. */
const directive = /^[ \t]*(?:- )?\{\{-?[ \t]*(?:if|else|end|range|with|define|block|include|template|\/\*|\$|\.|- )/m
const bareValue = /^[^#'"\n]*:[ \t]+\{\{-?[ \t]*(?:\.|\$|include|template|default|tpl|toYaml|quote|printf|required)/m

/**
 * Whether a text is a Go or Helm template rather than YAML to apply. A block of text may hold a template of its own: the templatePatch of
 * an ApplicationSet, the template of an ExternalSecret.
 */
export function isTemplate(text: string): boolean {
  return text.includes('{{') && hasDirective(text) && hasDirective(outsideBlocks(text))
}

function hasDirective(text: string): boolean {
  return directive.test(text) || bareValue.test(text)
}

/** A line that ends with the mark of a block of text (`|` or `>`): its spaces, dashes, and key. */
const blockStart = /^( *)((?:- +)*)(?:([^#\s][^#]*:) +)?(?:[!&]\S+ +)*[|>][-+0-9]*[ \t]*(?:#.*)?$/

/** How far the text of the block that a line begins is indented at least, less one; undefined when it begins none. */
function blockIndentOf(line: string): number | undefined {
  const found = blockStart.exec(line)
  if (!found) return undefined
  const [, spaces = '', dashes = '', key] = found
  return spaces.length + (key === undefined ? 0 : dashes.length)
}

/** A text without its blocks of text. */
function outsideBlocks(text: string): string {
  let block: number | undefined
  const lines = text.split('\n').filter(line => {
    const indent = line.search(/\S/)
    if (block !== undefined && (indent < 0 || indent > block)) return false
    block = blockIndentOf(line)
    return true
  })
  return lines.join('\n')
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
