// A folder for one rendering, with copies of the files it may read and nothing else, gone when it is done.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The folders of one rendering: where the tool runs, and its empty home. */
export interface Workshop {
  readonly folder: string
  readonly home: string
  /** Writes a file below the folder. */
  write(path: string, text: string): void
}

/** Opens a workshop for some work and clears it away. */
export async function inWorkshop<T>(work: (workshop: Workshop) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(await realpath(tmpdir()), 'render-'))
  const folder = join(root, 'work')
  const home = join(root, 'home')
  for (const path of [folder, home]) mkdirSync(path)
  try {
    return await work({
      folder,
      home,
      write(path, text) {
        const file = join(folder, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, text)
      }
    })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
