// What the world can tell about secrets in Key Vault: metadata only.
import type { VaultSecret } from '../model/vault.ts'

/** A secret to look for. */
export interface VaultQuestion {
  /** `https://name.vault.azure.net`. */
  readonly url: string
  readonly secret: string
}

/** Looks at secrets. Never throws: what can't be seen is `unknown`, with the reason and the advice. */
export interface VaultWindow {
  /** One answer for each question, in the order asked. */
  look(questions: readonly VaultQuestion[]): Promise<VaultSecret[]>
}
