// A credential that signs in once for all vaults, masks what it gets, keeps to its tenant, and fails with a reason.
import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity'
import type { Log } from '../web/log.ts'
import { SignInRefusal, lateReason, signInRefusalOf } from './sign-in-refusal.ts'
import type { SignInContext } from './sign-in-refusal.ts'

/** How it was signed in, for the reasons of failures. */
export interface GuardedContext extends SignInContext {
  /** What would have been a better way, told along when the chosen one fails. */
  readonly missed: string | undefined
}

/** The credential that `make` makes, made when first needed. Tokens are shared by all who ask for the same. */
export function guarded(make: () => TokenCredential, context: GuardedContext, log: Log): TokenCredential {
  const tokens = new Map<string, Promise<AccessToken>>()
  let inner: TokenCredential | undefined
  const ask = async (scopes: string | string[], options: GetTokenOptions): Promise<AccessToken> => {
    inner ??= make()
    const token = await inner.getToken(scopes, options)
    if (!token?.token) throw new SignInRefusal('signing in to Azure gave no token')
    log.mask(token.token)
    return token
  }
  return {
    getToken: async (scopes, options = {}) => {
      refuseOtherTenant(options.tenantId, context)
      // The time limit is the asking vault's; the sign-in serves them all and has its own.
      const { abortSignal, ...shared } = options
      const key = JSON.stringify([scopes, shared.tenantId, shared.claims])
      const token = tokens.get(key) ?? ask(scopes, shared).catch(error => fail(error, context, log))
      tokens.set(key, token)
      return orLate(token, abortSignal, context)
    }
  }
}

function fail(error: unknown, context: GuardedContext, log: Log): never {
  const { message } = signInRefusalOf(error, context)
  log.debug(`Azure: signing in by ${context.way} failed`)
  throw new SignInRefusal(context.missed ? `${message}. Also, ${context.missed}` : message)
}

/** A vault names its tenant itself; a token for another tenant than ours is not for it to ask. */
function refuseOtherTenant(wanted: string | undefined, { tenantId }: GuardedContext): void {
  if (!wanted || !tenantId || wanted.toLowerCase() === tenantId.toLowerCase()) return
  const named = /^[0-9a-zA-Z.-]{1,100}$/.test(wanted) ? wanted : 'another one'
  throw new SignInRefusal(
    `wrong tenant: the vault belongs to tenant ${named}, and the sign-in is for ${tenantId}. ` +
      'Give `azure-tenant-id` the id of the vault’s tenant, with a client of that tenant'
  )
}

async function orLate<Value>(
  value: Promise<Value>,
  signal: GetTokenOptions['abortSignal'],
  context: GuardedContext
): Promise<Value> {
  if (!signal) return value
  const late = new Promise<never>((_resolve, reject) => {
    const giveUp = (): void => reject(new SignInRefusal(lateReason(context)))
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp)
  })
  return Promise.race([value, late])
}
