// What doctor can try out without writing: GitHub's permissions, and programs on PATH.
import type { Probe } from '../report/report.ts'

/** `shallow`: older commits were left out; `empty`: there is no commit yet. */
export type History = 'whole' | 'shallow' | 'empty' | 'no clone'

/** Tries things out. Never throws: what can't be told is `unknown`, with the reason. */
export interface Probing {
  /** Repository, settings and permissions of the token. Nothing is written: what would write is asked for in a way that can't succeed. */
  github(): Promise<readonly Probe[]>
  /** The version a program on PATH prints; undefined when it is not there. */
  program(name: 'helm' | 'kustomize' | 'kubectl'): string | undefined
  /** How far back the clone goes. */
  readonly history: History
  /** The config file that was read. */
  readonly configFile: string | undefined
  /** Whether the job may ask GitHub for an identity token. */
  readonly mayAskForIdentity: boolean
}
