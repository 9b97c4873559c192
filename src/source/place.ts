// Where something is written: a file with lines and columns, as a person and GitHub count them.

/**
 * A stretch of a file. Lines and columns are 1-based; columns count UTF-16 code units; the end column is exclusive.
 * The file is relative to the repository's root, with forward slashes.
 */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The first character of a file: for what concerns it as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 }
}
