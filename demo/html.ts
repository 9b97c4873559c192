// HTML that was put together safely: what stands in a template is markup, what is put into it is text.

/** Markup. Only `html` and `markup` make it. */
export interface Html {
  readonly html: string
}

type Piece = string | number | Html | undefined | readonly Piece[]

/** A template whose values are escaped, unless they are markup themselves; lists are joined, nothing is nothing. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return markup(texts.map((text, index) => text + (index < pieces.length ? written(pieces[index]) : '')).join(''))
}

/** Says that a text is markup already. */
export const markup = (text: string): Html => ({ html: text })

function written(piece: Piece): string {
  if (piece === undefined) return ''
  if (typeof piece === 'object') return 'html' in piece ? piece.html : piece.map(written).join('')
  return String(piece).replaceAll(/[&<>"']/g, character => `&#${character.codePointAt(0)};`)
}
