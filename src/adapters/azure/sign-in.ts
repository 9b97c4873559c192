// Which way of signing in to Azure is taken, decided from what the workflow gives and the environment holds.

/** The words of the input `azure-credential`. */
export type AzureCredential = 'auto' | Way

/** A way to sign in. */
export type Way = 'oidc' | 'cli' | 'workload-identity' | 'managed-identity' | 'environment'

/** The clouds of Azure that can be signed in to: the input `azure-cloud`. */
export type AzureCloud = 'public' | 'usgovernment' | 'china'

/** What signing in may use. Everything comes from the front door; nothing here reads the environment. */
export interface SignInOptions {
  readonly azureCredential: AzureCredential
  readonly clientId?: string | undefined
  readonly tenantId?: string | undefined
  /** Of GitHub's identity token; by default what the cloud's Entra ID expects. */
  readonly audience?: string | undefined
  readonly cloud?: AzureCloud | undefined
  /** AZURE_AUTHORITY_HOST; wins over `cloud`. */
  readonly authorityHost?: string | undefined
  /** ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN: there when the job has `id-token: write`. */
  readonly idTokenUrl?: string | undefined
  readonly idTokenToken?: string | undefined
  /** The environment's AZURE_* variables: AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET and so on. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  /** Ends the run. */
  readonly signal?: AbortSignal | undefined
}

/** A way, why it was taken, and what would have been better had something not been missing. */
export interface Choice {
  readonly way: Way
  readonly because: string
  readonly missed?: string
}

/** The line of a workflow without which GitHub gives no identity token. */
export const idTokenPermission = '`permissions: id-token: write`'

/**
 * For `auto`, the first of these that has all it needs: GitHub's identity token, workload identity, environment; else
 * the Azure CLI. A managed identity is taken only when named: looking for one where there is none takes long and asks
 * an address that may belong to somebody else.
 */
export function choiceOf(options: SignInOptions): Choice {
  const { azureCredential } = options
  if (azureCredential !== 'auto') return { way: azureCredential, because: 'azure-credential names it' }
  const missed = options.clientId && options.tenantId ? { missed: noIdToken } : {}
  const found = automatic.find(({ has }) => has(options))
  if (found?.way === 'oidc') return { way: 'oidc', because: found.because }
  return { ...missed, ...(found ?? { way: 'cli', because: 'nothing else is set up' }) }
}

const noIdToken =
  `\`azure-client-id\` and \`azure-tenant-id\` are given, but the job has no ${idTokenPermission}, ` +
  'so that no identity token of GitHub can be had'

const automatic: readonly { way: Way; because: string; has: (options: SignInOptions) => boolean }[] = [
  {
    way: 'oidc',
    because: 'client, tenant and an identity token of GitHub are there',
    has: ({ clientId, tenantId, idTokenUrl, idTokenToken }) =>
      Boolean(clientId && tenantId && idTokenUrl && idTokenToken)
  },
  {
    way: 'workload-identity',
    because: 'AZURE_FEDERATED_TOKEN_FILE is set',
    has: options => Boolean(clientOf(options) && tenantOf(options) && options.env?.['AZURE_FEDERATED_TOKEN_FILE'])
  },
  {
    way: 'environment',
    because: 'AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH is set',
    has: options => Boolean(clientOf(options) && tenantOf(options) && hasClientCredential(options))
  }
]

const hasClientCredential = ({ env }: SignInOptions): boolean =>
  Boolean(env?.['AZURE_CLIENT_SECRET'] || env?.['AZURE_CLIENT_CERTIFICATE_PATH'])

/** The application to sign in as: the input, else the environment's. */
export const clientOf = ({ clientId, env }: SignInOptions): string | undefined =>
  clientId || env?.['AZURE_CLIENT_ID'] || undefined

/** The tenant to sign in to: the input, else the environment's. */
export const tenantOf = ({ tenantId, env }: SignInOptions): string | undefined =>
  tenantId || env?.['AZURE_TENANT_ID'] || undefined
