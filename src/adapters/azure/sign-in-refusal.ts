// Why signing in to Azure failed, turned from an SDK's error into a reason with advice.
import { chainOf, isAbort, unreachableReason } from '../web/unreachable.ts'
import type { Way } from './sign-in.ts'

/** Signing in failed. The message is a reason to be shown; nothing of the SDK's text is in it, which may quote what az printed. */
export class SignInRefusal extends Error {
  override readonly name = 'SignInRefusal'
}

/** What Entra ID compares with its federated credentials. */
export interface IdClaims {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
}

/** What is known while signing in. */
export interface SignInContext {
  readonly way: Way
  readonly clientId: string | undefined
  readonly tenantId: string | undefined
  /** The host of Entra ID. */
  readonly authority: string
  readonly witness: Witness
}

/** What was seen on the way, which MSAL does not pass on: it makes one and the same error of whatever the network says. */
export interface Witness {
  /** What GitHub's identity token said. */
  claims?: IdClaims
  /** Why there was no identity token. */
  refusal?: SignInRefusal
  /** How Entra ID answered last. */
  status?: number
  /** Why Entra ID did not answer. */
  error?: unknown
}

/** The refusal for whatever a credential threw. */
export function signInRefusalOf(error: unknown, context: SignInContext): SignInRefusal {
  if (error instanceof SignInRefusal) return error
  if (context.witness.refusal) return context.witness.refusal
  const text = textOf(error)
  const code = /AADSTS(\d+)/.exec(text)?.[1]
  if (code) return new SignInRefusal(`Entra ID refused the sign-in (AADSTS${code}): ${entraReason(code, context)}`)
  return new SignInRefusal(
    localReasons[context.way](text) ?? networkReason(text, context) ?? failedReasons[context.way]
  )
}

/** The texts of an error and of its causes: MSAL hides the one that matters at varying depth. Never shown. */
const textOf = (error: unknown): string =>
  chainOf(error)
    .map(({ name, message }) => `${String(name)}: ${String(message)}`)
    .join('\n')

/** Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
function entraReason(code: string, { clientId, tenantId, witness }: SignInContext): string {
  const client = clientId ?? 'this client'
  const tenant = tenantId ?? 'this tenant'
  const subject = ['70021', '700211', '700212', '700213', '7002138']
  if (subject.includes(code)) return federationReason(clientId, witness.claims)
  const texts: Readonly<Record<string, string>> = {
    '90002': `there is no tenant ${tenant}. Check \`azure-tenant-id\`, and \`azure-cloud\` for a sovereign cloud`,
    '900023': `${tenant} is no tenant id. Check \`azure-tenant-id\``,
    '700016': `tenant ${tenant} has no application ${client}. Check \`azure-client-id\` and \`azure-tenant-id\``,
    '7000215': `the client secret of ${client} is wrong. AZURE_CLIENT_SECRET takes the secret's value, not its id`,
    '7000222': `the client secret of ${client} has expired. Make a new one, or sign in by OIDC, which needs none`,
    '700024': 'the identity token is not valid at this time. Check the clock of the runner',
    '700027': `the signature of the certificate or token of ${client} was not accepted`,
    '500011': `tenant ${tenant} does not know Key Vault of this cloud. Check \`azure-cloud\``,
    '53003': `a Conditional Access policy forbids ${client} to sign in from here`
  }
  return texts[code] ?? `see https://login.microsoftonline.com/error?code=${code}`
}

function federationReason(clientId: string | undefined, claims: IdClaims | undefined): string {
  const client = clientId ?? 'this client'
  if (!claims) return `no federated credential of ${client} fits the token`
  const { issuer, subject, audience } = claims
  const parameters = { name: 'kasten-multicluster', issuer, subject, audiences: [audience] }
  const command = `az ad app federated-credential create --id ${clientId ?? 'CLIENT_ID'} --parameters '${JSON.stringify(parameters)}'`
  // A branch's name may hold a quote; then the line would not mean what it says once it is pasted into a shell.
  const line = /^[\w:/.@+#=-]+$/.test(subject) ? `: \`${command}\`` : ''
  return (
    `no federated credential of ${client} fits this workflow. Letter for letter, it needs the subject ` +
    `\`${subject}\`, the issuer \`${issuer}\` and the audience \`${audience}\`${line}`
  )
}

/** The reason when time ran out. */
export const lateReason = ({ way, authority }: SignInContext): string =>
  `${way === 'cli' ? '`az account get-access-token`' : `Entra ID (${authority})`} did not answer in time`

function networkReason(text: string, context: SignInContext): string | undefined {
  const { authority, witness } = context
  const { error, status } = witness
  if (isAbort(error)) return lateReason(context)
  const why = unreachableReason(error, authority)
  if (why) return `could not sign in to Entra ID: ${why}`
  if (status !== undefined)
    return `Entra ID (${authority}), or a proxy on the way to it, answered ${status} and gave no token`
  return /must use the 'https'/.test(text) ? 'AZURE_AUTHORITY_HOST is no https URL' : undefined
}

const cliMissing =
  'the Azure CLI is not on this machine. Sign in by OIDC instead (`azure-client-id`, `azure-tenant-id` and ' +
  '`permissions: id-token: write`), or install `az`'
const cliSignedOut =
  'the Azure CLI is not signed in. Put a step `azure/login` before this one, or sign in by OIDC ' +
  '(`azure-client-id`, `azure-tenant-id` and `permissions: id-token: write`)'

/** What can be told from the text alone, by way. */
const localReasons: Readonly<Record<Way, (text: string) => string | undefined>> = {
  cli: text => {
    if (/could not be found/.test(text)) return cliMissing
    return /az login|az account|AADSTS/.test(text) ? cliSignedOut : undefined
  },
  oidc: () => undefined,
  environment: text =>
    /ENOENT|PEM|certificate/i.test(text) ? 'AZURE_CLIENT_CERTIFICATE_PATH holds no certificate with a key' : undefined,
  'workload-identity': text =>
    /ENOENT|No file content/.test(text) ? 'the file that AZURE_FEDERATED_TOKEN_FILE names cannot be read' : undefined,
  'managed-identity': () => undefined
}

/** What is said when nothing better is known, by way. */
const failedReasons: Readonly<Record<Way, string>> = {
  cli:
    '`az account get-access-token` gave no token. Run it in a step before this one to see why; ' +
    'AZURE_CORE_ONLY_SHOW_ERRORS=true keeps its warnings out of its answer',
  oidc: 'signing in to Azure with the identity token of GitHub failed',
  environment: 'signing in to Azure with the AZURE_* variables failed',
  'workload-identity': 'signing in to Azure by workload identity failed',
  'managed-identity': 'no managed identity answered on this machine'
}
