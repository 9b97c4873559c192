// Workflow commands: the line that makes the runner annotate, with every value escaped.
import type { Severity } from '../../rules/finding.ts'

/** Properties of an annotation command, in the order they are written; undefined and zero are left out. */
export type Properties = Readonly<Record<string, string | number | undefined>>

/**
 * `::error file=…,line=…::message`. The escapes are those the runner undoes
 * (https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts).
 */
export function commandLine(command: Severity, properties: Properties, message: string): string {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== 0 && value !== '')
    .map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${command}${written.length > 0 ? ` ${written.join(',')}` : ''}::${data(message)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
