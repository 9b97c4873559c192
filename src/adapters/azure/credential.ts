// Signs in to Azure: one credential, tokens masked before use, and every failure a reason with advice.
import {
  AzureCliCredential,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential
} from '@azure/identity'
import type { TokenCredential } from '@azure/identity'
import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import { webClient } from '../web/answer.ts'
import type { Log } from '../web/log.ts'
import { audiences, authorityHosts } from './clouds.ts'
import { guarded } from './guarded.ts'
import { claimsOf, idToken } from './id-token.ts'
import { choiceOf, clientOf, idTokenPermission, tenantOf } from './sign-in.ts'
import type { AzureCloud, SignInOptions, Way } from './sign-in.ts'
import { SignInRefusal } from './sign-in-refusal.ts'
import type { Witness } from './sign-in-refusal.ts'

/** How a run signs in. */
export interface SignIn {
  readonly way: Way
  /** Its `getToken` throws SignInRefusal and nothing else but an abort. */
  readonly credential: TokenCredential
  /** Who signs in, when that is known before: an application's id. */
  readonly clientId: string | undefined
  readonly cloud: AzureCloud
}

/** How long signing in may take. */
const signInMs = 30_000

/**
 * The credential for what the workflow gives. Never throws and asks nobody: what is missing or wrong shows when a token
 * is wanted, as a SignInRefusal. No tenant but its own is ever signed in to.
 */
export function credentialOf(options: SignInOptions, log: Log): SignIn {
  const { way, because, missed } = choiceOf(options)
  log.debug(`Azure: signing in by ${way} (${because})`)
  if (missed) log.debug(`Azure: ${missed}`)
  const { cloud = 'public' } = options
  const witness: Witness = {}
  const context = {
    way,
    clientId: clientOf(options),
    tenantId: way === 'cli' ? options.tenantId || undefined : tenantOf(options),
    authority: authorityOf(options).replace(/^https:\/\//, ''),
    witness
  }
  const make = (): TokenCredential => makers[way](options, log, witness)
  const credential = guarded(make, { ...context, missed }, log)
  return { way, credential, clientId: way === 'cli' ? undefined : context.clientId, cloud }
}

type Maker = (options: SignInOptions, log: Log, witness: Witness) => TokenCredential

const makers: Readonly<Record<Way, Maker>> = {
  oidc: (options, log, witness) => {
    const [tenant, client] = [need(tenantOf(options), 'azure-tenant-id'), need(clientOf(options), 'azure-client-id')]
    return new ClientAssertionCredential(
      tenant,
      client,
      assertionOf(options, log, witness),
      clientOptions(options, witness)
    )
  },
  cli: ({ tenantId }) => new AzureCliCredential({ processTimeoutInMs: signInMs, ...(tenantId && { tenantId }) }),
  'workload-identity': (options, _log, witness) =>
    new WorkloadIdentityCredential({
      tenantId: need(tenantOf(options), 'azure-tenant-id or AZURE_TENANT_ID'),
      clientId: need(clientOf(options), 'azure-client-id or AZURE_CLIENT_ID'),
      tokenFilePath: need(options.env?.['AZURE_FEDERATED_TOKEN_FILE'], 'AZURE_FEDERATED_TOKEN_FILE'),
      ...clientOptions(options, witness)
    }),
  'managed-identity': (options, _log, witness) => {
    const clientId = clientOf(options)
    const { additionalPolicies } = clientOptions(options, witness)
    return clientId
      ? new ManagedIdentityCredential({ clientId, additionalPolicies })
      : new ManagedIdentityCredential({ additionalPolicies })
  },
  environment: (options, log, witness) => fromEnvironment(options, log, clientOptions(options, witness))
}

function fromEnvironment(options: SignInOptions, log: Log, entra: ReturnType<typeof clientOptions>): TokenCredential {
  const tenant = need(tenantOf(options), 'AZURE_TENANT_ID')
  const client = need(clientOf(options), 'AZURE_CLIENT_ID')
  const secret = options.env?.['AZURE_CLIENT_SECRET']
  if (secret) {
    log.mask(secret)
    return new ClientSecretCredential(tenant, client, secret, entra)
  }
  const path = options.env?.['AZURE_CLIENT_CERTIFICATE_PATH']
  const certificatePath = need(path, 'AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH')
  const certificatePassword = options.env?.['AZURE_CLIENT_CERTIFICATE_PASSWORD']
  if (certificatePassword) log.mask(certificatePassword)
  const certificate = { certificatePath, ...(certificatePassword && { certificatePassword }) }
  return new ClientCertificateCredential(tenant, client, certificate, entra)
}

function assertionOf(options: SignInOptions, log: Log, witness: Witness): () => Promise<string> {
  const { idTokenUrl: url, idTokenToken: token, cloud = 'public', audience = audiences[cloud] } = options
  if (!url || !token) {
    throw new SignInRefusal(
      `the job may not ask GitHub for an identity token. Add ${idTokenPermission} to the job; ` +
        'runs for pull requests from forks never get one'
    )
  }
  const ask = webClient()
  return async () => {
    try {
      const assertion = await idToken({ url, token, audience, signal: timeLimit(options) }, ask, log)
      const claims = claimsOf(assertion)
      if (claims) witness.claims = claims
      return assertion
    } catch (error) {
      if (error instanceof SignInRefusal) witness.refusal = error
      throw error
    }
  }
}

function need(value: string | undefined, name: string): string {
  if (value) return value
  throw new SignInRefusal(`signing in to Azure needs ${name}, which is not given`)
}

const authorityOf = ({ authorityHost, cloud = 'public' }: SignInOptions): string =>
  authorityHost || authorityHosts[cloud]

const timeLimit = ({ signal }: SignInOptions): AbortSignal =>
  AbortSignal.any([AbortSignal.timeout(signInMs), ...(signal ? [signal] : [])])

/** Entra ID is asked where the workflow says and nowhere else: an authority unknown to MSAL would be looked up at Microsoft's. */
function clientOptions(options: SignInOptions, witness: Witness) {
  const authorityHost = authorityOf(options)
  const known = Object.values(authorityHosts).includes(authorityHost.replace(/\/$/, ''))
  return {
    authorityHost,
    disableInstanceDiscovery: !known,
    retryOptions: { maxRetries: 2, retryDelayInMs: 500, maxRetryDelayInMs: 4000 },
    additionalPolicies: [{ policy: witnessed(options, witness), position: 'perCall' as const }]
  }
}

/** MSAL passes no time limit on, and waits for ever; and of what became of a request it keeps nothing. */
function witnessed(options: SignInOptions, witness: Witness): PipelinePolicy {
  return {
    name: 'witnessed',
    sendRequest: async (request, next) => {
      request.abortSignal = timeLimit(options)
      try {
        const response = await next(request)
        witness.status = response.status
        return response
      } catch (error) {
        witness.error = error
        throw error
      }
    }
  }
}
