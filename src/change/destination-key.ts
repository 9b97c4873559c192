// Where the example names its cluster by server and the new one has a name, or the other way round, the key changes too.
import { scalar } from './recipes/names.ts'
import type { Renaming } from './renaming.ts'

/** A text of the new one, with its destination written under the key that is meant. */
export function withDestination(text: string, { from, to }: Renaming): string {
  if (from.server !== undefined && from.destinationName === undefined && to.destinationName !== undefined)
    return text.replaceAll(line('server', from.server), written('name', to.destinationName))
  if (from.destinationName !== undefined && from.server === undefined && to.server !== undefined)
    return text.replaceAll(line('name', from.destinationName), written('server', to.server))
  return text
}

/** The new entry, in the quotes of the old one; without any, quoted where YAML would read it otherwise. */
function written(key: string, value: string): (all: string, lead: string, gap: string, quote: string) => string {
  return (_all, lead, gap, quote) => `${lead}${key}:${gap}${quote === '' ? scalar(value) : `${quote}${value}${quote}`}`
}

function line(key: string, value: string): RegExp {
  return new RegExp(
    `(^[ \\t]*(?:- )?|[{,][ \\t]*)${key}:([ \\t]+)(["']?)${value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}\\3(?=\\s|[,}]|$)`,
    'gm'
  )
}
