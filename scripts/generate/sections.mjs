// Puts generated text between the markers of a page that people write.

/**
 * @param page the page's name, for the error
 * @param text the page, with `<!-- generated: name -->` and `<!-- end: name -->` around each section
 * @param sections section's name to its Markdown
 * @throws Error when a marker is missing
 */
export function withSections(page, text, sections) {
  return Object.entries(sections).reduce((whole, [name, content]) => {
    const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`]
    const from = whole.indexOf(begin)
    const to = whole.indexOf(end)
    if (from < 0 || to < from) throw new Error(`${page}: no "${begin}" … "${end}"`)
    return `${whole.slice(0, from + begin.length)}\n\n${content.trim()}\n\n${whole.slice(to)}`
  }, text)
}
