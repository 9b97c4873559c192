import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import packageJson from '../../package.json' with { type: 'json' }
import { stageWith, type Played, type Stage } from './stage.ts'
import { scriptOf, textAt } from './workflow-files.ts'

const workflow = '.github/workflows/release.yml'
const root = resolve(import.meta.dirname, '../..')

let stage: Stage | undefined

afterEach(() => {
  stage?.remove()
  stage = undefined
})

describe('the tag', () => {
  const check = scriptOf(workflow, 'It is the version of package.json and of the changelog, on main')
  const git = 'git -c user.name=x -c user.email=x@example.org -c init.defaultBranch=main'
  const repository = `${git} init --quiet && ${git} add . && ${git} commit --quiet --message x`
  const onMain = `${repository} && git update-ref refs/remotes/origin/main HEAD && GITHUB_SHA="$(git rev-parse HEAD)"`
  const besideMain = `${onMain} && ${git} commit --quiet --allow-empty --message y && GITHUB_SHA="$(git rev-parse HEAD)"`

  test.each([
    ['passes', 'v1.2.3', '## 1.2.3', onMain, 0],
    ['is another version', 'v1.2.4', '## 1.2.3\n## 1.2.4', onMain, 1],
    ['is not in the changelog', 'v1.2.3', '## 1.2.2', onMain, 1],
    ['is on a commit beside main', 'v1.2.3', '## 1.2.3', besideMain, 1]
  ])('%s', (_what, tag, changelog, prepare, status) => {
    stage = stageWith({})
    writeFileSync(join(stage.folder, 'package.json'), '{ "version": "1.2.3" }')
    writeFileSync(join(stage.folder, 'CHANGELOG.md'), `# Changelog\n\n${changelog}\n`)
    expect(stage.play(`${prepare}\n${check}`, { GITHUB_REF_NAME: tag }).status).toBe(status)
  })

  test('has notes: what the changelog says of this version, and no more', () => {
    stage = stageWith({ gh: '' })
    writeFileSync(join(stage.folder, 'CHANGELOG.md'), '# Changelog\n\n## 2.0.0\n\n- new\n\n## 1.2.3\n\n- old\n')
    const env = { GITHUB_REF_NAME: 'v2.0.0', GITHUB_REPOSITORY: 'acme/action' }
    const { status, asked } = stage.play(scriptOf(workflow, 'Publish'), env)
    const [words = []] = asked
    expect({ status, notes: words[words.indexOf('--notes') + 1] }).toEqual({ status: 0, notes: '\n- new' })
    expect(words.slice(-3)).toEqual(['kasten-multicluster-gitops-v2.0.0.tar.gz', 'sbom.spdx.json', 'dist/licenses.txt'])
  })
})

describe('the major tag', () => {
  const move = scriptOf(workflow, 'Move the major tag')
  const moved = (tags: readonly string[], patch = 'true'): Played => {
    const lines = tags.map(tag => `refs/tags/${tag}`).join('\\n')
    stage = stageWith({ gh: `case "$*" in *matching-refs*) printf '${lines}\\n' ;; *PATCH*) ${patch} ;; esac` })
    return stage.play(move, { GITHUB_REF_NAME: 'v1.10.0', GITHUB_SHA: 'abc', GITHUB_REPOSITORY: 'acme/action' })
  }
  const writes = ({ asked }: Played) => asked.filter(words => words.includes('--method')).map(words => words[3])

  test('is moved to the newest release', () => {
    const played = moved(['v1.9.0', 'v1.10.0', 'v1.11.0-rc.1'])
    expect({ status: played.status, writes: writes(played) }).toEqual({ status: 0, writes: ['PATCH'] })
    expect(played.asked.at(-1)).toEqual(
      expect.arrayContaining(['repos/acme/action/git/refs/tags/v1', 'sha=abc', 'force=true'])
    )
  })

  test('is made when there is none', () => {
    const played = moved(['v1.10.0'], 'exit 1')
    expect({ status: played.status, writes: writes(played) }).toEqual({ status: 0, writes: ['PATCH', 'POST'] })
  })

  test('stays when an older line is mended', () => {
    const played = moved(['v1.10.0', 'v1.11.0'])
    expect({ status: played.status, writes: writes(played) }).toEqual({ status: 0, writes: [] })
  })
})

interface Sbom {
  readonly documentDescribes: readonly string[]
  readonly packages: readonly { readonly SPDXID: string; readonly name: string; readonly versionInfo: string }[]
}

test('the SBOM names what is bundled, whose licences are in dist, and nothing else', () => {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 } as const
  const { documentDescribes, packages }: Sbom = JSON.parse(execFileSync('node', ['scripts/sbom.mjs'], options))
  const named = packages.map(({ name, versionInfo }) => `${name}@${versionInfo}`)
  const licensed = [...`\n${textAt('dist/licenses.txt')}`.matchAll(/(?:^|-{40}\n)\n(\S+@\S+)\n/g)].map(
    ([, name]) => name
  )
  expect(licensed).toContain('@azure/core-rest-pipeline@1.25.0')
  expect(named.sort()).toEqual([...licensed, `${packageJson.name}@${packageJson.version}`].sort())
  expect(packages.filter(({ SPDXID }) => documentDescribes.includes(SPDXID)).map(({ name }) => name)).toEqual([
    packageJson.name
  ])
})
