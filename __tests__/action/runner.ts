// Runs the built action as a runner would: the untouched dist/index.js in a child process, with a workspace and the runner's files.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** What a step left behind. */
export interface Step {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** The JSON report, when `report-file` was given as report.json. */
  readonly report: any // eslint-disable-line typescript/no-explicit-any -- what scripts read
  readonly workspace: string
  /** Everything the step said, wherever it said it. */
  readonly everything: string
}

export interface StepOptions {
  readonly files?: Readonly<Record<string, string | Buffer>>
  /** What files alone can't say, such as links: called with the workspace before the step. */
  readonly prepare?: (workspace: string) => void
  readonly inputs: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly event?: object
  /** `index.js` or `cli.js`. */
  readonly entry?: string
  readonly args?: readonly string[]
  /** Ends the step as a cancelled job does, without a word. */
  readonly killed?: AbortSignal
}

/** `DIST_NODE=/path/to/node` runs dist/ with another Node than the tests. */
const node = process.env.DIST_NODE ?? process.execPath
const dist = resolve(import.meta.dirname, '../../dist')

/** Runs a step; the workspace is removed afterwards. */
export async function step(options: StepOptions): Promise<Step> {
  const home = mkdtempSync(join(tmpdir(), 'kmc-step-'))
  try {
    return await stepIn(home, options)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

async function stepIn(
  home: string,
  { files = {}, prepare, inputs, env = {}, event, entry = 'index.js', args = [], killed }: StepOptions
): Promise<Step> {
  const workspace = join(home, 'workspace')
  mkdirSync(workspace)
  for (const [path, text] of Object.entries(files)) write(join(workspace, path), text)
  prepare?.(workspace)
  const runner = {
    GITHUB_OUTPUT: join(home, 'output'),
    GITHUB_STEP_SUMMARY: join(home, 'summary'),
    GITHUB_STATE: join(home, 'state'),
    GITHUB_ENV: join(home, 'env'),
    GITHUB_PATH: join(home, 'path')
  }
  for (const file of Object.values(runner)) writeFileSync(file, '')
  if (event) writeFileSync(join(home, 'event.json'), JSON.stringify(event))
  const { PATH = '', HOME = '' } = process.env
  const child = {
    PATH,
    HOME,
    ...(entry === 'index.js' && {
      ...runner,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'contoso/kasten-fleet',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_REF_NAME: 'main',
      GITHUB_EVENT_NAME: 'push'
    }),
    ...(event && { GITHUB_EVENT_PATH: join(home, 'event.json') }),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...env
  }
  const ended = await run([join(dist, entry), ...args], child, workspace, killed)
  // What stands in these files would run in later steps: SECURITY.md promises that no mode writes to them.
  for (const file of [runner.GITHUB_ENV, runner.GITHUB_PATH])
    if (readIfThere(file) !== '') throw new Error(`The step wrote to ${file}.`)
  const report = readIfThere(join(workspace, 'report.json'))
  const outputs = readIfThere(runner.GITHUB_OUTPUT)
  const summary = readIfThere(runner.GITHUB_STEP_SUMMARY)
  return {
    ...ended,
    outputs: outputsIn(outputs),
    summary,
    report: report === '' ? undefined : JSON.parse(report),
    workspace,
    everything: [ended.stdout, ended.stderr, outputs, summary, report, readIfThere(join(workspace, 'log.sarif'))].join(
      '\n'
    )
  }
}

function write(file: string, text: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

async function run(
  args: readonly string[],
  env: Record<string, string>,
  cwd: string,
  killed: AbortSignal | undefined
): Promise<Pick<Step, 'status' | 'stdout' | 'stderr'>> {
  return new Promise((done, failed) => {
    const child = spawn(node, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    killed?.addEventListener('abort', () => child.kill('SIGKILL'))
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
    child.on('error', failed)
    child.on('close', status => done({ status, ...said }))
  })
}

/** `name<<delimiter`, the value, the delimiter: what @actions/core writes. */
function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const [, name, , value] of text.matchAll(/^([^\n<]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)) outputs[name!] = value!
  return outputs
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
