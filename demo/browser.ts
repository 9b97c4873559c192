// A headless Chromium: what a page becomes in it, and pictures of its parts.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What became of a page: its document once it has come to rest, and what it said on the console. */
export interface Shown {
  readonly document: string
  readonly console: readonly string[]
}

/** A picture: part of a page (a CSS selector, with `?show`), in pixels, in one of two schemes. */
export interface Picture {
  readonly part: string
  readonly width: number
  readonly height: number
  readonly dark: boolean
}

const names = ['chromium', 'google-chrome', 'chromium-browser', 'chrome']

/** The browser of this machine: `CHROME`, else the first of the usual names on PATH. */
export function browser(): string | undefined {
  return [process.env.CHROME ?? [], names].flat().find(name => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

/** Opens a file and lets its scripts come to rest. */
export async function shown(program: string, file: string): Promise<Shown> {
  const { stdout, stderr } = await run(program, ['--dump-dom', '--enable-logging=stderr', pathToFileURL(file).href])
  return { document: stdout, console: stderr.split('\n').filter(line => line.includes(':CONSOLE')) }
}

/** Takes a picture of a page into a PNG file. */
export async function picture(program: string, file: string, png: string, of: Picture): Promise<void> {
  const page = pathToFileURL(file)
  page.searchParams.set('show', of.part)
  const { stderr } = await run(program, [
    `--screenshot=${png}`,
    `--window-size=${of.width},${of.height}`,
    '--force-device-scale-factor=1.5',
    '--hide-scrollbars',
    `--blink-settings=preferredColorScheme=${of.dark ? 0 : 1}`,
    page.href
  ])
  if (!stderr.includes('bytes written')) throw new Error(`${program} took no picture:\n${stderr}`)
}

/** A page that waits for nothing from outside comes to rest long before this many of its own milliseconds. */
const patience = 60_000

/** Root may not use the sandbox; the pages are ours. */
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', `--virtual-time-budget=${patience}`]

async function run(program: string, args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const profile = mkdtempSync(join(tmpdir(), 'kmc-browser-'))
  try {
    return await new Promise((done, failed) => {
      const child = spawn(program, [...flags, `--user-data-dir=${profile}`, ...args])
      const said = { stdout: '', stderr: '' }
      child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
      child.on('error', failed)
      child.on('close', status =>
        status === 0 ? done(said) : failed(new Error(`${program} ended with ${status}:\n${said.stderr}`))
      )
    })
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
