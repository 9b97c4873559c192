// Linters that .ci/run installs: where they are, what they say, and what happens to their tests where they are not.
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { test } from '@jest/globals'
import { onPath } from '../../src/adapters/render/process.ts'

const installed = join(import.meta.dirname, '../../.tmp/bin')
const path = [installed, process.env.PATH].join(delimiter)

/** A test that a machine without the tool leaves out, and says so; on GitHub the tool has to be there. */
export const testWith = (tool: string): typeof test =>
  onPath(tool, path) === undefined && !process.env.GITHUB_ACTIONS ? (test.skip as typeof test) : test

/** What a tool says of a text: nothing when it is content. */
export function complaints(tool: string, words: readonly string[], input: string): string {
  const { error, status, stdout, stderr } = spawnSync(onPath(tool, path) ?? tool, words, { input, encoding: 'utf8' })
  if (error) throw error
  return status === 0 ? '' : stdout + stderr
}
