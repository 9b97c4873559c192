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
  if (!parts) return undefined
  const [, major, minor = '0', patch = '0', prerelease = ''] = parts
  return { major: Number(major), minor: Number(minor), patch: Number(patch), prerelease }
}

/** Negative when `a` comes before `b`, 0 when they are equal, positive when it comes after; a pre-release comes before its release. */
export function compareVersions(a: Version, b: Version): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    Number(a.prerelease === '') - Number(b.prerelease === '') ||
    (a.prerelease < b.prerelease ? -1 : a.prerelease > b.prerelease ? 1 : 0)
  )
}

/**
 * Whether a version is a given one or newer. Pre-releases of it count: they have what it brings.
 * @throws Error when `least` is no version: it is written by us
 */
export function atLeast(version: Version, least: string): boolean {
  const from = versionOf(least)
  if (!from) throw new Error(`not a version: ${least}`)
  return compareVersions({ ...version, prerelease: '' }, from) >= 0
}
