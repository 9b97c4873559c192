// An example of a rule as Markdown: what surrounds it in words, its files as code.

const words = [
  [/^# removed: (\S+)$/, path => `Without \`${path}\`.`],
  [/^# settings: (.*)$/, settings => `With the settings \`${settings}\`.`],
  [/^# vault: (.*)$/, secret => `The vault says \`${secret}\`.`],
  [/^# live: (.*)$/, application => `Argo CD says \`${application}\`.`]
]

/** @returns Markdown, or undefined when the example is but the healthy fleet */
export function exampleMarkdown(text) {
  const { said, files } = partsOf(text)
  const shown = files.filter(({ path }) => path !== 'readme.txt')
  if (said.length === 0 && shown.length === 0) return undefined
  return [...said, ...shown.map(codeOf)].join('\n\n')
}

function partsOf(text) {
  const said = []
  const files = []
  for (const line of text.replace(/^\n/, '').split('\n')) {
    const path = /^# file: (\S+)$/.exec(line)?.[1]
    const word = words.find(([pattern]) => pattern.test(line))
    if (line === '# alone') continue
    if (path !== undefined) files.push({ path, lines: [] })
    else if (word) said.push(word[1](word[0].exec(line)[1]))
    else files.at(-1)?.lines.push(line)
  }
  return { said, files }
}

/** The fence is longer than any run of backticks inside. */
function codeOf({ path, lines }) {
  const content = lines.join('\n').trimEnd()
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const language = /\.(?:ya?ml|json|md|txt|sh)$/.exec(path)?.[0].slice(1).replace('yml', 'yaml') ?? ''
  return `\`${path}\`\n\n${fence}${language}\n${content}\n${fence}`
}
