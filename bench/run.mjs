// Measures the built action as a user would run it: start-up, and fleets of 10, 1,000 and 10,000 secondaries, beside the floor of reading the bytes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { layouts } from './layouts.mjs'

const dist = resolve(import.meta.dirname, '../dist/index.js')
const sizes = (process.argv[2] ?? '10,1000,10000').split(',').map(Number)
const runs = Number(process.argv[3] ?? 5)
const home = mkdtempSync(join(tmpdir(), 'kmc-bench-'))
const floorScript = join(home, 'floor.mjs')
writeFileSync(
  floorScript,
  `import { readdirSync, readFileSync } from 'node:fs'
const visit = folder => { for (const e of readdirSync(folder, { withFileTypes: true })) e.isDirectory() ? visit(folder + '/' + e.name) : readFileSync(folder + '/' + e.name, 'utf8') }
visit(process.argv[2])`
)

/** Node reads extra certificates at every start, which is no cost of ours. */
const environment = { PATH: process.env.PATH, HOME: home }

/** One run: seconds and MiB. */
function measured(args, env = {}) {
  const time = join(home, 'time.txt')
  const watched = existsSync('/usr/bin/time')
  const command = watched
    ? ['/usr/bin/time', '-f', '%e %M', '-o', time, process.execPath, ...args]
    : [process.execPath, ...args]
  const begun = performance.now()
  const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), {
    env: { ...environment, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  const wall = (performance.now() - begun) / 1000
  if (status !== 0 && status !== 1) throw new Error(`exit status ${status}: ${stderr}${stdout.slice(0, 2000)}`)
  const memory = watched
    ? Number(readFileSync(time, 'utf8').trim().split('\n').at(-1).split(' ')[1]) / 1024
    : Number.NaN
  return { wall, memory, stdout }
}

/** The median of several runs after one that warms the page cache. */
function median(args, env) {
  measured(args, env)
  const all = Array.from({ length: runs }, () => measured(args, env)).sort((a, b) => a.wall - b.wall)
  return all[Math.floor(all.length / 2)]
}

function row(name, { wall, memory }, more = '') {
  console.log(
    `${name.padEnd(44)} ${(wall * 1000).toFixed(0).padStart(7)} ms ${Number.isNaN(memory) ? '' : `${memory.toFixed(0).padStart(5)} MiB`} ${more}`
  )
}

try {
  const nothing = median(['-e', '0'])
  row('node -e 0', nothing)
  const empty = mkdtempSync(join(home, 'empty-'))
  const start = median([dist], { INPUT_MODE: 'validate', GITHUB_WORKSPACE: empty, INPUT_SUMMARY: 'true' })
  row('validate, empty folder', start, `+${((start.wall - nothing.wall) * 1000).toFixed(0)} ms over node`)
  for (const [layout, write] of Object.entries(layouts)) {
    for (const size of sizes) measureFleet(layout, write, size)
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}

function measureFleet(layout, write, size) {
  for (const faulty of [0, 100]) {
    const root = mkdtempSync(join(home, 'fleet-'))
    write(root, size, faulty)
    const env = {
      INPUT_MODE: 'validate',
      GITHUB_WORKSPACE: root,
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'contoso/kasten-fleet',
      GITHUB_REF_NAME: 'main',
      GITHUB_STEP_SUMMARY: join(home, 'summary'),
      GITHUB_OUTPUT: join(home, 'output'),
      'INPUT_REPORT-FILE': join(home, 'report.json')
    }
    for (const file of ['summary', 'output']) writeFileSync(join(home, file), '')
    const floor = median([floorScript, root])
    const ran = median([dist], env)
    const { counts, fleet } = JSON.parse(readFileSync(join(home, 'report.json'), 'utf8'))
    const found = Object.values(counts).reduce((sum, count) => sum + count, 0)
    row(
      `${layout}, ${size} secondaries${faulty ? ', 1 % faulty' : ''}`,
      ran,
      `${fleet.secondaries.length} seen, ${found} findings, ${(ran.wall / floor.wall).toFixed(1)} × reading (${(floor.wall * 1000).toFixed(0)} ms)`
    )
    rmSync(root, { recursive: true, force: true })
  }
}
