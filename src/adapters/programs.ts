// Programs on PATH: whether they are there, and which version they are.
import { execFileSync } from 'node:child_process'

const question = { helm: ['version', '--short'], kustomize: ['version'], kubectl: ['version', '--client'] } as const

/** What a program prints of its version, of kubectl that of its Kustomize; undefined when it can't be run. */
export function versionOnPath(name: keyof typeof question, path: string | undefined): string | undefined {
  try {
    const env = { PATH: path ?? '', HOME: '/nonexistent' }
    const said = execFileSync(name, question[name], {
      encoding: 'utf8',
      timeout: 10_000,
      env,
      stdio: ['ignore', 'pipe', 'ignore']
    })
    const lines = said.trim().split('\n')
    return (lines.find(line => line.startsWith('Kustomize Version')) ?? lines[0])?.slice(0, 100)
  } catch {
    return undefined
  }
}
