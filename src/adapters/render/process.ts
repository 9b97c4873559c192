// Runs a tool on hostile input: no shell, no environment of ours, bounded time and output.
import { execFile } from 'node:child_process'
import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { saidIn } from './said.ts'

const longestRun = 30_000
const largestOutput = 32 * 1024 * 1024

/** What a tool wrote, or why it failed: its own first words, without the folders it ran in. */
export type Ran = { readonly text: string } | { readonly notRendered: string }

/** The absolute path of a tool on PATH; relative entries of PATH are skipped, since they may lie in the checkout. */
export function onPath(tool: string, path: string): string | undefined {
  for (const folder of path.split(delimiter)) {
    if (!isAbsolute(folder)) continue
    for (const name of process.platform === 'win32' ? [`${tool}.exe`] : [tool]) {
      if (isExecutable(join(folder, name))) return join(folder, name)
    }
  }
  return undefined
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/**
 * Runs a tool in a folder of its own.
 * @param home an empty folder: all the tool can find of configuration, plugins and other programs
 */
export function run(tool: string, args: readonly string[], folder: string, home: string): Promise<Ran> {
  const options = {
    cwd: folder,
    env: environmentIn(home),
    timeout: longestRun,
    maxBuffer: largestOutput,
    killSignal: 'SIGKILL' as const,
    windowsHide: true
  }
  return new Promise(resolve => {
    execFile(tool, [...args], options, (error, stdout, stderr) => {
      resolve(error ? { notRendered: reasonOf(error, stderr, [folder, home]) } : { text: stdout })
    })
  })
}

/** Nothing of the run's own environment; the proxy that is none makes every request fail at once. */
function environmentIn(home: string): Record<string, string> {
  const inside = (name: string): string => {
    mkdirSync(join(home, name), { recursive: true })
    return join(home, name)
  }
  const nowhere = 'http://127.0.0.1:9'
  const { SystemRoot } = process.env
  return {
    PATH: inside('bin'),
    HOME: home,
    TMPDIR: inside('tmp'),
    XDG_CACHE_HOME: inside('cache'),
    XDG_CONFIG_HOME: inside('config'),
    XDG_DATA_HOME: inside('data'),
    HELM_CACHE_HOME: inside('cache'),
    HELM_CONFIG_HOME: inside('config'),
    HELM_DATA_HOME: inside('data'),
    HELM_PLUGINS: inside('plugins'),
    KUBECONFIG: join(home, 'no-kubeconfig'),
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    NO_PROXY: '',
    ...(SystemRoot && { SystemRoot })
  }
}

function reasonOf(
  error: Error & { killed?: boolean; code?: unknown },
  stderr: string,
  folders: readonly string[]
): string {
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return `it gives more than ${largestOutput / 1024 / 1024} MiB`
  if (error.killed) return `rendering it takes longer than ${longestRun / 1000} s`
  const words = folders.reduce(
    (text, folder) => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.'),
    saidIn(stderr)
  )
  return words === '' ? 'the tool fails without a word' : words
}
