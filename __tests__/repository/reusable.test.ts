import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { textAt, workflowFiles } from './workflow-files.ts'

interface Reusable {
  readonly on: {
    readonly workflow_call: {
      readonly inputs: Readonly<Record<string, object>>
      readonly secrets?: Readonly<Record<string, object>>
    }
  }
  readonly jobs: Readonly<Record<string, { readonly permissions: Readonly<Record<string, string>> }>>
}

const guide = textAt('docs/guides/workflows.md')
const reusable = workflowFiles().filter(({ text }) => text.includes('workflow_call:'))

test.each(reusable.map(({ path, text }) => [path.split('/').at(-1)!, text] as const))(
  'the guide names every input and permission of %s',
  (file, text) => {
    const { on, jobs }: Reusable = parse(text)
    const row = guide.split('\n').find(line => line.startsWith(`| \`${file}\` |`)) ?? ''
    const { inputs, secrets = {} } = on.workflow_call
    const named = [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)
    const wanted = Object.values(jobs).flatMap(({ permissions }) =>
      Object.entries(permissions).map(each => each.join(': '))
    )
    const inherited = row.includes('the same, and')
      ? ['contents: write', 'pull-requests: write', 'id-token: write']
      : []
    expect([...named, ...inherited].sort()).toEqual(
      [file, ...Object.keys(inputs), ...Object.keys(secrets), ...wanted].sort()
    )
  }
)
