// Why a host could not be reached, in words a person can act on.

const untrusted = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED'
]

const proxyHint = 'If this machine reaches the outside through a proxy only, set `HTTPS_PROXY`.'

const reasons: readonly (readonly [readonly string[], (host: string) => string])[] = [
  [
    ['ENOTFOUND', 'EAI_AGAIN'],
    host => `the name ${host} does not resolve: a typing error, or a private name. ${proxyHint}`
  ],
  [['ECONNREFUSED'], host => `${host}, or the proxy on the way to it if there is one, refused the connection`],
  [
    ['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'],
    host => `no way leads from this machine to ${host}. ${proxyHint}`
  ],
  [['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'], host => `the connection to ${host} broke off`],
  [['UND_ERR_ABORTED'], host => `the proxy did not open a way to ${host}`],
  [['CERT_HAS_EXPIRED'], host => `the certificate of ${host} has expired`],
  [['ERR_TLS_CERT_ALTNAME_INVALID'], host => `the certificate that ${host} shows is for another name`],
  [
    untrusted,
    host =>
      `the certificate of ${host} is of an authority that this machine does not trust. ` +
      'For a private authority, set `NODE_EXTRA_CA_CERTS` to the file with its certificate'
  ]
]

/** The reason when the error, or what caused it, is the network's or TLS's; undefined for any other error. */
export function unreachableReason(error: unknown, host: string): string | undefined {
  for (const code of codesOf(error)) {
    const reason = reasons.find(([codes]) => codes.includes(code))?.[1](host)
    if (reason) return reason
    if (/^(?:ERR_SSL_|ERR_TLS_|EPROTO$|CERT_)/.test(code)) return `${host} does not speak TLS as it should (${code})`
  }
  return undefined
}

/** Whether time ran out, or somebody called it off. */
export function isAbort(error: unknown): boolean {
  return chainOf(error).some(({ name }) => name === 'AbortError' || name === 'TimeoutError')
}

/** The codes of an error and of its causes, outermost first. */
export function codesOf(error: unknown): string[] {
  return chainOf(error).flatMap(({ code }) => (typeof code === 'string' ? code : []))
}

/** What an error and its causes say of themselves, outermost first. Told by shape: not all that is thrown is an Error. */
export function chainOf(error: unknown): { name?: unknown; message?: unknown; code?: unknown }[] {
  const chain: { name?: unknown; message?: unknown; code?: unknown }[] = []
  let at = error
  while (typeof at === 'object' && at !== null && chain.length < 8) {
    chain.push(at)
    at = 'cause' in at ? at.cause : undefined
  }
  return chain
}
