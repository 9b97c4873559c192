import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Locally a stale file is written anew; in CI it fails, so that nothing stale is merged. */
test('generated files are fresh', () => {
  const words = [
    '--disable-warning=ExperimentalWarning',
    'scripts/generate.mjs',
    ...(process.env.CI ? ['--check'] : [])
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
  expect({ status, stderr, said: process.env.CI ? stdout : '' }).toEqual({ status: 0, stderr: '', said: '' })
})
