// Who gives the inputs of a run, and what an input is called there: `"fail-on"` of a step, `--fail-on` at a terminal.

/** Who gives the inputs that stand above the config file. */
export type Giver = 'the step' | 'the command line'

/** An input as its giver writes it. @param giver one of them, or the name of the config file */
export function called(input: string, giver: string): string {
  return giver === 'the command line' ? `--${input}` : `"${input}"`
}

/** The subject of a sentence about an input. */
export function subject(input: string, giver: string): string {
  if (giver !== 'the command line') return `The input "${input}" of ${giver}`
  return input === 'mode' || input === 'path' ? `The ${input}` : called(input, giver)
}
