// Bundles src/ into dist/: two entry points that share chunks, undici apart, and the licences of all that went in.
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'

// @actions/http-client and @actions/github import undici (770 KB) when they load; only a proxy or a request needs it.
const lazyUndici = {
  name: 'lazy-undici',
  setup(bundler) {
    bundler.onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'lazy' }))
    bundler.onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
      loader: 'js',
      resolveDir: process.cwd(),
      contents: `let loaded
const undici = () => (loaded ??= require('./undici.cjs'))
exports.ProxyAgent = class { constructor(...args) { return new (undici().ProxyAgent)(...args) } }
exports.fetch = (...args) => undici().fetch(...args)
exports.request = (...args) => undici().request(...args)`
    }))
  }
}

// The examples of rules are tests and documentation: a third of the bundle that no run needs.
const withoutExamples = {
  name: 'without-examples',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]src[\\/]rules[\\/][^\\/]+[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const contents = text.replace(/\n  bad: .*?\n  (?=\*?check\b)/s, '\n  bad: [],\n  good: [],\n  ')
      if (/\n  bad: /.test(text) && contents === text)
        throw new Error(`${path}: examples not found; they stand before check`)
      return { loader: 'ts', contents }
    })
    bundler.onResolve({ filter: /[\\/]example-(?:fleet|change)\.ts$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      sideEffects: false
    }))
  }
}

// @actions/core brings an HTTP client for identity tokens, which nothing here asks it for: without it a run starts 10 ms earlier.
const withoutCoreClient = {
  name: 'without-core-client',
  setup(bundler) {
    bundler.onResolve({ filter: /[\\/]oidc-utils\.js$/ }, ({ importer }) =>
      importer.includes('@actions/core') ? { path: 'oidc-utils', namespace: 'left-out', sideEffects: false } : undefined
    )
    bundler.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: `export class OidcClient {
  static getIDToken() {
    throw new Error('Identity tokens are asked for in adapters/azure.')
  }
}`
    }))
  }
}

/** Built beside, and put in place when it is whole. */
const fresh = '.tmp/dist'
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  outdir: fresh,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true
}

rmSync(fresh, { recursive: true, force: true })
const main = await build({
  ...common,
  entryPoints: { index: 'src/main.ts', cli: 'src/cli.ts' },
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  mainFields: ['module', 'main'],
  external: ['./undici.cjs'],
  plugins: [lazyUndici, withoutExamples, withoutCoreClient],
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"
  }
})
const undici = await build({
  ...common,
  entryPoints: { undici: 'node_modules/undici/index.js' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' }
})

const examples = 'src/rules/example-fleet.ts'
if (Object.values(main.metafile.outputs).some(({ inputs }) => inputs[examples]?.bytesInOutput > 0))
  throw new Error(`${examples} is in the bundle: a rule makes an example when it is loaded, not in bad or good`)

// A package whose licence text is nowhere in the bundle may not ship.
const folders = new Set()
for (const input of [...Object.keys(main.metafile.inputs), ...Object.keys(undici.metafile.inputs)]) {
  const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)
  if (folder) folders.add(folder[0])
}
const texts = new Map()
for (const folder of folders) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find(each => /^(licen[cs]e|copying)/i.test(each))
  if (!file) throw new Error(`${name}: no licence file`)
  const text = readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim()
  texts.set(`${name}@${version}`, `${name}@${version}\n${license}\n\n${text}\n`)
}
const sorted = [...texts.keys()].sort().map(key => texts.get(key))
writeFileSync(`${fresh}/licenses.txt`, sorted.join(`\n${'-'.repeat(40)}\n\n`))
writeFileSync(`${fresh}/package.json`, '{ "type": "module" }\n')
rmSync('dist', { recursive: true, force: true })
renameSync(fresh, 'dist')
