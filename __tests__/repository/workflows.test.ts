import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { declared } from '../../src/inputs/declared.ts'
import { modes } from '../../src/report/report.ts'
import { outputs } from '../../src/inputs/outputs.ts'
import { permissions } from '../../src/inputs/permissions.ts'
import { home } from '../../src/tool.ts'
import { textAt, workflowFiles, type Step } from './workflow-files.ts'

interface Form {
  readonly body: readonly { readonly type: string; readonly attributes: { readonly label: string } }[]
}

const ours = home.replace('https://github.com/', '')
const isOurs = ({ uses }: Step): boolean => uses === '$/' || uses === `${ours}@v1`

describe.each(workflowFiles().map(workflow => [workflow.path, workflow] as const))('%s', (_path, workflow) => {
  test('grants nothing to the workflow, and to each job what it needs', () => {
    expect(workflow.permissions).toEqual({})
    expect(workflow.jobs.filter(({ permissions: granted }) => granted === undefined)).toEqual([])
  })

  test('pins every action to a commit and says which version that is', () => {
    const uses = [...workflow.text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, what]) => what!)
    const allowed = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$|^\$\/$/
    expect(
      uses.filter(what => !allowed.test(what) && !what.startsWith(`${ours}@v1`) && !what.startsWith(`${ours}/`))
    ).toEqual([])
  })

  test('leaves no credential in the checkout', () => {
    const checkouts = workflow.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.filter(step => step.with?.['persist-credentials'] !== false)).toEqual([])
  })

  test('fills no expression into a script', () => {
    expect(workflow.steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  })

  test('gives this action inputs that it has and its mode reads, and reads outputs that it has', () => {
    const steps = workflow.steps.filter(isOurs)
    const unread = steps.flatMap(step => unreadInputs(step.with ?? {}))
    const ids = new Set(steps.map(({ id }) => id))
    const read = [...workflow.text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)].filter(([, id]) => ids.has(id))
    expect({ unread, unset: read.map(([, , name]) => name!).filter(name => !(name in outputs)) }).toEqual({
      unread: [],
      unset: []
    })
  })

  test('grants what the mode needs', () => {
    const missing = workflow.jobs.flatMap(job =>
      (job.steps ?? [])
        .filter(isOurs)
        .flatMap(step => neededBy(step).filter(([scope, level]) => job.permissions?.[scope!] !== level))
    )
    expect(missing).toEqual([])
  })
})

test('the form asks for what the workflow reads', () => {
  const form: Form = parse(textAt('examples/ISSUE_TEMPLATE/new-secondary.yml'))
  const asked = form.body.filter(({ type }) => type === 'input').map(({ attributes }) => attributes.label)
  const read = [...textAt('.github/workflows/onboard-from-issue.yml').matchAll(/\$form\["([^"]+)"\]/g)].map(
    ([, label]) => label
  )
  expect(read).toEqual(asked)
})

function unreadInputs(given: NonNullable<Step['with']>): readonly string[] {
  const inputs: Readonly<Record<string, { readonly modes: readonly string[] }>> = declared
  return Object.keys(given).filter(name => !inputs[name]?.modes.includes(String(given.mode)))
}

/** Scope and level of each permission that the mode always needs, or needs to sign in when it is told to. */
function neededBy(step: Step): readonly (readonly string[])[] {
  const mode = modes.find(each => each === step.with?.mode)!
  const signsIn = step.with?.['azure-credential'] === 'oidc'
  return permissions[mode]
    .filter(({ line, when }) => when === undefined || (signsIn && line === 'id-token: write'))
    .map(({ line }) => line.split(': '))
}
