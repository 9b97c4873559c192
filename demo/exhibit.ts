// What a scene of the demo has to show: the things a user sees on GitHub after a run.
import type { Step } from '../__tests__/action/runner.ts'
import type { ThreadSnapshot } from '../__tests__/loopback/github-snapshot.ts'

/** One thing to look at. */
export type Exhibit = Change | Annotations | Log | Summary | Conversation | Facts

/** What somebody changed, as a unified diff. */
export interface Change {
  readonly kind: 'change'
  readonly title: string
  readonly diff: string
}

/** Annotations, each on the lines of its file. */
export interface Annotations {
  readonly kind: 'annotations'
  readonly annotations: readonly Annotation[]
}

/** A remark of a run on a line, with the lines around it. */
export interface Annotation {
  readonly level: string
  readonly file: string
  readonly line: number
  readonly title: string
  readonly message: string
  readonly source: readonly { readonly number: number; readonly text: string }[]
}

/** The log of the step. */
export interface Log {
  readonly kind: 'log'
  readonly text: string
}

/** The job summary, Markdown. */
export interface Summary {
  readonly kind: 'summary'
  readonly markdown: string
}

/** An issue, or a pull request with its diff. */
export interface Conversation {
  readonly kind: 'conversation'
  readonly thread: ThreadSnapshot
  /** `open`, `closed` or `merged`. */
  readonly state: string
  readonly pull?: { readonly head: string; readonly base: string; readonly diff: string } | undefined
}

/** Figures of a run, by name. */
export interface Facts {
  readonly kind: 'facts'
  readonly facts: readonly (readonly [name: string, value: string])[]
}

/** The log of a step without the commands to the runner, which it does not show. */
export const logOf = ({ stdout }: Step): Log => ({
  kind: 'log',
  text: stdout
    .split('\n')
    .filter(line => !/^::\w/.test(line))
    .join('\n')
    .trim()
})

/** The annotations of a step, as the runner reads them from its log. */
export function annotationsOf({ stdout }: Step, files: Readonly<Record<string, string>>): Annotations {
  const commands = [...stdout.matchAll(/^::(error|warning|notice) ([^\n]*?file=[^\n]*?)::(.*)$/gm)]
  const annotations = commands.map(([, level = '', given = '', message = '']) => {
    const properties = new Map(given.split(',').map(each => each.split('=', 2) as [string, string]))
    const file = unescaped(properties.get('file') ?? '')
    const line = Number(properties.get('line'))
    const title = unescaped(properties.get('title') ?? '')
    return { level, file, line, title, message: unescaped(message), source: around(files[file] ?? '', line) }
  })
  return { kind: 'annotations', annotations }
}

/** Source: https://github.com/actions/runner, src/Runner.Common/ActionCommand.cs. */
function unescaped(text: string): string {
  const marks: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }
  return text.replaceAll(/%(?:0D|0A|3A|2C|25)/g, mark => marks[mark] ?? mark)
}

function around(text: string, line: number): Annotation['source'] {
  const lines = text.split('\n').map((each, index) => ({ number: index + 1, text: each }))
  return lines.slice(Math.max(0, line - 3), line + 1)
}
