// Argo CD's templates without goTemplate: `{{name}}` over flattened, dotted parameters.
import type { Path } from '../json.ts'
import { trimSpace } from './go-text.ts'
import type { Rendered } from './rendered.ts'

/**
 * Renders as Argo CD does with `goTemplate: false` (applicationset/utils/utils.go, Replace): the tag's spaces are
 * trimmed, an unknown or empty tag stays as it was written, and a text without a complete tag on one line is left alone.
 * An opening `{{` that is never closed is an error there once the text holds a complete tag.
 * `used` and `missing` hold paths of one key, the flattened name.
 */
export function renderFast(template: string, params: Readonly<Record<string, string>>): Rendered {
  const used = new Set<string>()
  const missing = new Set<string>()
  const parts: string[] = []
  let at = 0
  if (holdsTag(template)) {
    for (let open = template.indexOf('{{'); open >= 0; open = template.indexOf('{{', at)) {
      const close = template.indexOf('}}', open + 2)
      if (close < 0) return { ok: false, kind: 'error', reason: 'a "{{" is never closed' }
      const tag = template.slice(open + 2, close)
      const name = trimSpace(tag)
      const known = name !== '' && Object.hasOwn(params, name)
      parts.push(template.slice(at, open), known ? (params[name] ?? '') : `{{${tag}}}`)
      if (name !== '') (known ? used : missing).add(name)
      at = close + 2
    }
  }
  parts.push(template.slice(at))
  return { ok: true, text: parts.join(''), used: pathsOf(used), missing: pathsOf(missing) }
}

// Argo CD asks `.*{{.*}}.*` first, whose dot stops at a line's end.
function holdsTag(template: string): boolean {
  return template.split('\n').some(line => {
    const open = line.indexOf('{{')
    return open >= 0 && line.indexOf('}}', open + 2) >= 0
  })
}

function pathsOf(names: ReadonlySet<string>): Path[] {
  return [...names].map(name => [name])
}
