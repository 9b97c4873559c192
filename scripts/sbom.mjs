// Prints the SBOM (SPDX) of what dist/ bundles: exactly the packages of dist/licenses.txt, as the lock file knows them.
// npm's own list would not do: it leaves out what a development dependency shares with the bundle, and names what never ships.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const bundled = new Set(
  readFileSync('dist/licenses.txt', 'utf8')
    .split(/^-{40}\n\n/m)
    .map(section => section.slice(0, section.indexOf('\n')))
)
const everything = JSON.parse(
  execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'spdx'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000
  })
)
const nameOf = ({ name, versionInfo }) => `${name}@${versionInfo}`
const ourselves = everything.documentDescribes
const packages = everything.packages.filter(each => ourselves.includes(each.SPDXID) || bundled.has(nameOf(each)))
const missing = [...bundled].filter(name => !packages.some(each => nameOf(each) === name))
if (missing.length > 0) throw new Error(`Bundled, and not in the lock file: ${missing.join(', ')}`)

const kept = new Set([everything.SPDXID, ...packages.map(({ SPDXID }) => SPDXID)])
const relationships = everything.relationships.filter(
  ({ spdxElementId, relatedSpdxElement }) => kept.has(spdxElementId) && kept.has(relatedSpdxElement)
)
console.log(JSON.stringify({ ...everything, packages, relationships }, undefined, 2))
