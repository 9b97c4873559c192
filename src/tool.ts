// What this tool calls itself in reports and on the web.

/** Name and version; the version is that of package.json, kept equal by a test. */
export const tool = { name: 'kasten-multicluster-gitops', version: '1.0.0' }

/** Where the tool's pages are. */
export const home = 'https://github.com/kasten-multicluster/kasten-multicluster-gitops'

/** The page of a rule. */
export function helpUrl(rule: string): string {
  return `${home}/blob/main/docs/rules/${rule}.md`
}
