// The world of the demo: a repository on a loopback GitHub, a vault, Entra ID, and what people do in them.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import { step } from '../__tests__/action/runner.ts'
import type { Step } from '../__tests__/action/runner.ts'
import { entra } from '../__tests__/loopback/entra.ts'
import { actionsToken, createGithub } from '../__tests__/loopback/github.ts'
import type { Github } from '../__tests__/loopback/github.ts'
import { keyVault, keyVaultReader } from '../__tests__/loopback/key-vault.ts'
import type { KeyVault, Vault } from '../__tests__/loopback/key-vault.ts'
import { oidc } from '../__tests__/loopback/oidc.ts'
import { internet } from '../__tests__/loopback/proxy-internet.ts'
import { home } from '../src/tool.ts'

type Files = Readonly<Record<string, string>>

/** A run of the built action, with what it asked of the outside. */
export interface Run extends Step {
  readonly github: { readonly requests: number; readonly writes: number }
  readonly vault: { readonly requests: number; readonly valuesRead: number }
}

/** Everything that exists in the demo, until `close`. */
export interface World {
  readonly github: Github
  readonly vault: Vault
  /** Files of a branch, by path. */
  readonly files: (branch?: string) => Files
  /** Somebody commits a change to main. Returns it as a unified diff. */
  readonly push: (change: Readonly<Record<string, string>>, login: string) => string
  /** Runs the action on main as a workflow does, with the permissions the README names. */
  readonly run: (event: string, inputs: Readonly<Record<string, string>>) => Promise<Run>
  readonly close: () => Promise<void>
}

const repository = 'contoso/kasten-fleet'
const tenant = '11111111-1111-1111-1111-111111111111'
const vaultHost = 'contoso-fleet.vault.azure.net'
const subject = `repo:${repository}:ref:refs/heads/main`

/** The files of a folder of `examples/`, as the root of a repository of their own. */
export function example(name: string): Files {
  const folder = resolve(import.meta.dirname, '../examples', name)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path =>
    statSync(join(folder, path)).isFile()
  )
  const moved = (text: string): string =>
    text.replaceAll(`examples/${name}/`, '').replaceAll(home, `https://github.com/${repository}`)
  return Object.fromEntries(
    paths.sort().map(path => [path.replaceAll('\\', '/'), moved(readFileSync(join(folder, path), 'utf8'))])
  )
}

/** What changed from some files to others, as a unified diff. */
export function diffOf(before: Files, after: Files): string {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return paths
    .filter(path => before[path] !== after[path])
    .map(path => {
      const [from, to] = [path in before ? `a/${path}` : '/dev/null', path in after ? `b/${path}` : '/dev/null']
      return createTwoFilesPatch(from, to, before[path] ?? '', after[path] ?? '').replace(/^=+\n/, '')
    })
    .join('')
}

/** Starts the servers. */
export async function openWorld(): Promise<World> {
  const job = oidc(subject)
  const issuer = 'https://token.actions.githubusercontent.com'
  const federated = [{ issuer, subject, audience: 'api://AzureADTokenExchange' }]
  const signIn = entra({ [tenant]: { 'kasten-reader': { federated } } }, job.claimsOf)
  const pushed = { created: '2026-11-01T08:00:00Z', tags: { 'managed-by': 'external-secrets' } }
  const vault: Vault = { tenant, secrets: { 'fleet-join-token': [pushed] }, access: keyVaultReader }
  const vaults = keyVault({ [vaultHost]: vault }, signIn.grantOf)
  const github = createGithub({ name: repository, files: example('healthy'), defaultBranch: 'main' })
  const net = await internet({ ...signIn.sites, ...vaults.sites, ...job.sites, 'api.github.com': github.handler })
  const files = (branch = 'main'): Files => github.snapshot().branches[branch]?.files ?? {}
  const env = { ...net.env, ...job.env }
  return {
    github,
    vault,
    files,
    push(change, login) {
      const before = files()
      github.pushCommit('main', change, login)
      return diffOf(before, files())
    },
    run: async (event, inputs) =>
      counted(github, vaults, async () =>
        step({
          files: files(),
          inputs: { 'github-token': actionsToken, ...inputs },
          env: { ...env, GITHUB_EVENT_NAME: event }
        })
      ),
    async close() {
      await net.close()
      await github.close()
    }
  }
}

/** The inputs with which a workflow may look into the vault. */
export const signedIn = { 'azure-client-id': 'kasten-reader', 'azure-tenant-id': tenant }

async function counted(github: Github, vaults: KeyVault, act: () => Promise<Step>): Promise<Run> {
  const before = { github: github.requests.length, vault: vaults.requests.length, values: vaults.valuesRead.length }
  const ran = await act()
  const asked = github.requests.slice(before.github)
  return {
    ...ran,
    github: { requests: asked.length, writes: asked.filter(({ write }) => write).length },
    vault: {
      requests: vaults.requests.length - before.vault,
      valuesRead: vaults.valuesRead.length - before.values
    }
  }
}
