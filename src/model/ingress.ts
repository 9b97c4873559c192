// Dashboard URLs: what they must be, and when two of them are the same.

/** A URL parsed; undefined when it is not absolute. */
export function urlOf(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** For comparing: scheme and host in lower case, no default port, no trailing slash; undefined when it is no URL. */
export function normalisedUrl(text: string): string | undefined {
  const url = urlOf(text.trim())
  return url && `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}${url.search}`
}
