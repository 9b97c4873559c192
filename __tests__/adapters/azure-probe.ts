// A process of its own that signs in and looks at one secret, as the front door does; prints what it saw and what was said.
import { env } from 'node:process'

const { credentialOf } = await import('../../src/adapters/azure/credential.ts')
const { vaultWindow } = await import('../../src/adapters/azure/vault-window.ts')

const given = JSON.parse(process.argv[2] ?? '{}')
const said: string[] = []
const masked: string[] = []
const log = { debug: (line: string) => void said.push(line), mask: (secret: string) => void masked.push(secret) }

const signIn = credentialOf({ azureCredential: 'auto', env, ...given.signIn }, log)
const window = vaultWindow({ signIn, now: new Date(), log, allowed: given.allowed, deadlineMs: 4000 })
const found = await window.look(given.questions ?? [{ url: 'https://kv1.vault.azure.net', secret: 'join' }])
process.stdout.write(JSON.stringify({ found, said, masked: masked.length }))
process.exit(0)
