// Writes every file that is made from a declaration in src/; with --check it writes nothing and fails when one is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { actionTypesYaml, actionYaml } from './generate/action.mjs'
import { codeMap } from './generate/code-map.mjs'
import { coverage } from './generate/coverage.mjs'
import { escaping } from './generate/escaping.mjs'
import { withSections } from './generate/sections.mjs'
import { rulePages } from './generate/rule-pages.mjs'
import { inputsTable, outputsTable, permissionsTable } from './generate/tables.mjs'

const read = path => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

/** Path to the text that belongs there; undefined: no such file may be. */
function wanted() {
  const pages = rulePages()
  const gone = existsSync('docs/rules') ? readdirSync('docs/rules').map(file => `docs/rules/${file}`) : []
  return new Map([
    ...gone.map(path => [path, undefined]),
    ...pages,
    ['action.yml', actionYaml()],
    ['action-types.yml', actionTypesYaml()],
    ['docs/coverage.md', coverage()],
    ['docs/escaping.md', escaping()],
    [
      'README.md',
      withSections('README.md', read('README.md') ?? '', {
        inputs: inputsTable(),
        outputs: outputsTable(),
        permissions: permissionsTable()
      })
    ],
    ['ARCHITECTURE.md', withSections('ARCHITECTURE.md', read('ARCHITECTURE.md') ?? '', { 'code map': codeMap() })]
  ])
}

const stale = [...wanted()].filter(([path, text]) => read(path) !== text)
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.log(`${path} is stale`)
  if (stale.length > 0) console.log('Run: npm run generate')
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true })
    if (text === undefined) rmSync(path)
    else writeFileSync(path, text)
    console.log(`${path} ${text === undefined ? 'removed' : 'written'}`)
  }
}
