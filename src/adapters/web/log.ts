// What an adapter may say while it works: lines for a debug log, and secrets to be masked before anything else is said.

/** The front door decides where a line goes. Nothing below the front door prints. */
export interface Log {
  /** One line that holds no credential, header or body. */
  debug(line: string): void
  /** Hides this text in everything printed from now on. Called before a secret is used for anything. */
  mask(secret: string): void
}
