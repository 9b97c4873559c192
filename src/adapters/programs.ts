// Programs on PATH: whether they are there, and which version they are.
import { execFileSync } from 'node:child_process'

const question = { helm: ['version', '--short'], kustomize: ['version'], kubectl: ['version', '--client'] } as const

/** The first line that a program prints of its version; undefined when it can't be run. */
export function versionOnPath(name: keyof typeof question, path: string | undefined): string | undefined {
  try {
    const env = { PATH: path ?? '', HOME: '/nonexistent' }
    const said = execFileSync(name, question[name], {
      encoding: 'utf8',
      timeout: 10_000,
      env,
      stdio: ['ignore', 'pipe', 'ignore']
    })
    return said.trim().split('\n')[0]?.slice(0, 100)
  } catch {
    return undefined
  }
}
