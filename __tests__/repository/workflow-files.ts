import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** What these tests look at in a step of a workflow. */
export interface Step {
  readonly id?: string
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string | number | boolean>>
}

/** A job, with steps of its own or another workflow's. */
export interface Job {
  readonly uses?: string
  readonly steps?: readonly Step[]
  readonly permissions?: Readonly<Record<string, string>>
}

/** A workflow file: where it is, its text, and what these tests look at. */
export interface WorkflowFile {
  readonly path: string
  readonly text: string
  readonly permissions: unknown
  readonly jobs: readonly Job[]
  readonly steps: readonly Step[]
}

const root = new URL('../../', import.meta.url)

/** Our own workflows, and those that people copy. */
export function workflowFiles(): readonly WorkflowFile[] {
  return ['.github/workflows', 'examples/workflows'].flatMap(folder =>
    readdirSync(new URL(folder, root))
      .sort()
      .map(file => workflowAt(`${folder}/${file}`))
  )
}

/** The script of a step, by the step's name. */
export function scriptOf(path: string, name: string): string {
  const script = workflowAt(path).steps.find(step => step.name === name)?.run
  if (script === undefined) throw new Error(`${path} has no script "${name}"`)
  return script
}

/** A text of the repository. */
export function textAt(path: string): string {
  return readFileSync(new URL(path, root), 'utf8')
}

function workflowAt(path: string): WorkflowFile {
  const text = textAt(path)
  const { permissions, jobs }: { permissions?: unknown; jobs: Record<string, Job> } = parse(text)
  const all = Object.values(jobs)
  return { path, text, permissions, jobs: all, steps: all.flatMap(({ steps }) => steps ?? []) }
}
