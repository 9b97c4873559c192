// Placeholders: what an example leaves for people to fill in, and what nobody filled in.

const forms: readonly RegExp[] = [
  /<(?!path:)[A-Za-z][^<>\n]{0,200}>/,
  /\{\{[^{}\n]{0,200}\}\}/,
  /\$\{[A-Za-z_][^{}\n]{0,200}\}/,
  /\b(?:CHANGE|REPLACE|FILL)[-_]?(?:ME|THIS|IN)\b/i,
  /\b(?:TODO|FIXME|TBD)\b/,
  /\bYOUR[-_][A-Z][A-Z_-]*/
]

/** Something of each form: most values have none, and are asked once only. */
const hint = /[<{]|CHANGE|REPLACE|FILL|TODO|FIXME|TBD|YOUR/i

/**
 * The placeholder in a value: `<vault>`, `{{ name }}`, `${NAME}`, `CHANGEME`, `TODO`; undefined when there is none.
 * What a plugin fills in while Argo CD renders (`<path:…>` of argocd-vault-plugin) is none.
 */
export function placeholderIn(value: string): string | undefined {
  if (!hint.test(value)) return undefined
  for (const form of forms) {
    const found = form.exec(value)
    if (found) return found[0]
  }
  return undefined
}
