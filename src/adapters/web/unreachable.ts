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
  [['ECONNREFUSED'], host => `${host} refused the connection`],
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
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')
}

/** The codes of an error and of its causes, outermost first. */
export function codesOf(error: unknown): string[] {
  const codes: string[] = []
  let at: unknown = error
  for (let depth = 0; at instanceof Error && depth < 8; depth += 1) {
    if ('code' in at && typeof at.code === 'string') codes.push(at.code)
    at = at.cause
  }
  return codes
}
