import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github, type ServedGithub } from '../loopback/github.ts'
import { hostileTexts } from '../report/hostile.ts'
import { testWith } from '../repository/linters.ts'
import { stageWith, type Played, type Stage } from '../repository/stage.ts'
import { scriptOf } from '../repository/workflow-files.ts'
import { step } from './runner.ts'

const workflow = '.github/workflows/onboard-from-issue.yml'

/** As GitHub writes the body of an issue that was made with the form. */
const body = ({ name = 'north', server = '_No response_', nameInArgo = '_No response_' } = {}): string =>
  [
    `### Name\n\n${name}`,
    '### Dashboard\n\nhttps://kasten.north.contoso.com/k10',
    `### API server\n\n${server}`,
    `### Name in Argo CD\n\n${nameInArgo}`,
    '### Beforehand\n\n- [x] Argo CD knows the cluster\n- [x] It has a store that reads the vault'
  ].join('\r\n\r\n')

const server = 'https://north.k8s.contoso.com:6443'
const dashboard = { 'cluster-ingress': 'https://kasten.north.contoso.com/k10' }

let stage: Stage

beforeEach(() => {
  stage = stageWith({ gh: '' })
})

afterEach(() => stage.remove())

function read(text: string | null): Played {
  const event = join(stage.folder, 'event.json')
  writeFileSync(event, JSON.stringify({ issue: { number: 7, body: text } }))
  return stage.play(scriptOf(workflow, 'Read the form'), { GITHUB_EVENT_PATH: event })
}

/** What the step gives to the action: the value of its one output. */
function clustersOf({ output }: Played): string {
  expect(output.split('\n')).toHaveLength(2)
  return /^clusters=(.*)\n$/.exec(output)![1]!
}

describe('the form', () => {
  testWith('jq').each([
    ['an API server', { server }, { 'destination-server': server }],
    ['a name in Argo CD', { nameInArgo: 'north-1' }, { 'destination-name': 'north-1' }],
    ['blanks around a name', { name: '  north\t' }, {}]
  ])('with %s is read as the cluster it asks for', (_what, given, destination) => {
    const clusters: unknown = JSON.parse(clustersOf(read(body(given))))
    expect(clusters).toEqual([{ 'cluster-name': 'north', ...dashboard, ...destination }])
  })

  testWith('jq').each([
    ['', '[{}]'],
    [null, '[{}]'],
    ['Please add my cluster.', '[{}]']
  ])('that is none (%j) asks for nothing', (text, clusters) => expect(clustersOf(read(text))).toBe(clusters))

  testWith('jq')('with a heading twice, the second perhaps in a comment that nobody sees, is refused', () => {
    const { status, stderr, output } = read(`${body()}\n<!--\n### Name\n\nevil\n-->`)
    expect(status).not.toBe(0)
    expect({ stderr, output }).toEqual({ stderr: expect.stringContaining('is there twice'), output: '' })
  })

  const shellTexts = [
    '$(touch owned)',
    '`touch owned`',
    "'; touch owned; '",
    '"; touch owned; "',
    '%0Aclusters=x',
    '\\n'
  ]
  testWith('jq').each([...shellTexts, ...hostileTexts].map(text => [text]))('can say %j and stays data', text => {
    const played = read(`### Name\n\n${text}`)
    if (played.status !== 0) return expect(played.output).toBe('')
    const clusters: Record<string, string>[] = JSON.parse(clustersOf(played))
    const said = clusters.flatMap(Object.entries)
    expect(said.filter(([key, value]) => key !== 'cluster-name' || !wellFormed(text).includes(value))).toEqual([])
    expect(stage.play('test ! -e owned').status).toBe(0)
  })

  testWith('jq')('may be as long as GitHub lets it be', () => {
    expect(clustersOf(read(`${body({ server })}\n${'😀'.repeat(32_000)}`))).toContain('"north"')
  })
})

/** JSON cannot say a lone surrogate, and jq reads one as this. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\uFFFD')

describe('the action', () => {
  let github: Github
  let served: ServedGithub

  beforeAll(async () => {
    github = createGithub({ name: 'contoso/kasten-fleet', files: exampleFleet, defaultBranch: 'main' })
    served = await github.serve()
  })

  afterAll(() => served.close())

  const onboard = async (clusters: string) =>
    step({
      files: exampleFleet,
      inputs: { mode: 'onboard', clusters, 'require-token': 'false', 'github-token': actionsToken },
      env: { GITHUB_API_URL: served.url, GITHUB_EVENT_NAME: 'issues', GITHUB_REPOSITORY: 'contoso/kasten-fleet' }
    })

  testWith('jq')('refuses what the form may not ask for, and writes nothing', async () => {
    for (const name of ['../../.github/workflows/x', 'North', '$(id)', "a'b", '-']) {
      const { status, outputs } = await onboard(clustersOf(read(body({ name, server }))))
      expect({ name, status, url: outputs['pull-request-url'] ?? '' }).not.toMatchObject({ name, status: 0 })
      expect(outputs['pull-request-url'] ?? '').toBe('')
    }
    expect(github.requests.filter(({ write }) => write)).toEqual([])
  })

  testWith('jq')('opens the pull request that the form asks for', async () => {
    const { status, outputs } = await onboard(clustersOf(read(body({ server }))))
    expect({ status, operation: outputs['pull-request-operation'] }).toEqual({ status: 0, operation: 'created' })
    expect(github.snapshot().pulls.map(({ title }) => title)).toEqual([expect.stringContaining('north')])
  })
})

describe('the answer', () => {
  const answer = (pull: string): readonly string[] => {
    const env = { ISSUE: '7', PULL: pull, RUN: 'https://run', GITHUB_REPOSITORY: 'acme/fleet' }
    return stage.play(scriptOf(workflow, 'Answer'), env).asked[0]!
  }

  test.each([
    ['https://pull/1', 'https://pull/1 The run says more: https://run'],
    ['', 'Nothing was proposed. The run says more: https://run']
  ])('after %j says %j', (pull, said) => {
    expect(answer(pull)).toEqual(['gh', 'issue', 'comment', '7', '--repo', 'acme/fleet', '--body', said])
  })
})
