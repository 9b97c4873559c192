// Versions as charts and inputs write them, compared by precedence.

/** A version; what is not written is 0. */
export interface Version {
  readonly major: number
  readonly minor: number
  readonly patch: number
  /** What follows a hyphen: `rc1` of `2.9.0-rc1`; '' for a release. */
  readonly prerelease: string
}

const form = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/

/** A version from `v1.2.3`, `1.2`, `2.9.0-rc1`; undefined for ranges, branches and anything else. */
export function versionOf(text: string): Version | undefined {
  const parts = form.exec(text.trim())
  if (parts === null) return undefined
  const [, major, minor = '0', patch = '0', prerelease = ''] = parts
  return { major: Number(major), minor: Number(minor), patch: Number(patch), prerelease }
}

/** As `versionOf`; a range that leaves nothing but the patch open, `0.14.x` or `~2.1.0`, counts as its lowest. */
export function pinnedVersionOf(text: string): Version | undefined {
  const pin = text.trim()
  const range =
    /^[v=]?(\d+\.\d+)\.[x*]$/i.exec(pin) ??
    /^~ ?v?(\d+\.\d+(?:\.\d+)?)$/.exec(pin) ??
    /^\^ ?v?(0\.\d+(?:\.\d+)?)$/.exec(pin)
  return versionOf(range?.[1] ?? pin)
}

/**
 * Negative when `a` comes before `b`, 0 when neither does, positive when it comes after. A pre-release comes before its
 * release; pre-releases compare as in https://semver.org/#spec-item-11.
 */
export function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a.prerelease, b.prerelease)
}

function comparePrereleases(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '')
  const [left, right] = [a.split('.'), b.split('.')]
  for (const [index, word] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    const order = compareWords(word, other)
    if (order !== 0) return order
  }
  return left.length - right.length
}

function compareWords(a: string, b: string): number {
  const [isNumber, isOther] = [a, b].map(word => /^\d+$/.test(word))
  if (isNumber && isOther) return Number(a) - Number(b)
  if (isNumber !== isOther) return isNumber ? -1 : 1
  return a === b ? 0 : a < b ? -1 : 1
}

/**
 * Whether a version is a given one or newer. Pre-releases of it count: they have what it brings.
 * @throws Error when `least` is no version: it is written by us
 */
export function atLeast(version: Version, least: string): boolean {
  const from = versionOf(least)
  if (from === undefined) throw new Error(`not a version: ${least}`)
  return compareVersions({ ...version, prerelease: '' }, from) >= 0
}
