// The vault: what was seen of each secret, soonest to expire first; never a value.
import { code, blocks, md, nothing, prose, table } from '../escape/markdown.ts'
import type { Markdown } from '../escape/markdown.ts'
import type { SecretState, VaultSecret } from '../../model/vault.ts'
import { counted } from '../counting.ts'

const signs: Readonly<Record<SecretState, string>> = {
  present: '✅',
  missing: '❌',
  deleted: '❌',
  disabled: '❌',
  expired: '⚠️',
  'not-yet-valid': '⚠️',
  unknown: '❔'
}

/** The table of secrets. `now`, in milliseconds, gives the days left. */
export function vaultBlock(
  secrets: readonly VaultSecret[] | undefined,
  now: number | undefined,
  rows: number
): Markdown {
  if (secrets === undefined || secrets.length === 0) return nothing
  const sorted = secrets.toSorted(byUrgency)
  const more = sorted.length - rows
  return blocks([
    md`### Key Vault`,
    table(
      ['Secret', 'State', 'Expires', 'Newest version', 'Remark'],
      sorted.slice(0, rows).map(secret => rowOf(secret, now))
    ),
    more > 0 ? md`… and ${counted(more, 'more secret')}.` : nothing
  ])
}

function rowOf(secret: VaultSecret, now: number | undefined): readonly Markdown[] {
  return [
    md`${code(secret.secret, 127)} in ${code(hostOf(secret.url), 120)}`,
    md`${signs[secret.state]} ${secret.state.replaceAll('-', ' ')}`,
    prose(expiry(secret, now)),
    prose(day(secret.createdOn) ?? '–'),
    prose(remarkOf(secret), 600)
  ]
}

/** `2026-12-24, in 30 days`. Far off, the days are rough, so that a document which holds them does not change every day. */
function expiry({ expiresOn, state }: VaultSecret, now: number | undefined): string {
  const date = day(expiresOn)
  if (expiresOn === undefined || date === undefined)
    return state === 'present' || state === 'not-yet-valid' ? 'never' : '–'
  return now === undefined ? date : `${date}, ${daysLeft(Date.parse(expiresOn), now)}`
}

const roughly = [365, 180, 90, 60, 30, 21, 14]

/** Days from now until a time, in words: exact below two weeks, else the nearest bound below. */
function daysLeft(time: number, now: number): string {
  const days = Math.floor((time - now) / 86_400_000)
  if (Number.isNaN(days)) return 'unreadable date'
  if (days < 0) return 'expired'
  const bound = roughly.find(least => days >= least)
  return bound === undefined ? `${counted(days, 'day')} left` : `more than ${bound - 1} days left`
}

function remarkOf(secret: VaultSecret): string {
  const remarks = [
    secret.reason,
    secret.deletedOn && `deleted ${day(secret.deletedOn)}`,
    secret.purgeOn && `purged for good on ${day(secret.purgeOn)}`,
    secret.notBefore && secret.state === 'not-yet-valid' && `valid from ${day(secret.notBefore)}`,
    secret.nameInVault && `the vault writes it \`${secret.nameInVault}\``,
    secret.certificate === true && 'backs a certificate, and is no token',
    secret.managedBy !== undefined && secret.managedBy !== 'external-secrets' && `managed by \`${secret.managedBy}\``,
    secret.purgeProtected === true && 'purge protection is on'
  ]
  return remarks.filter(remark => typeof remark === 'string' && remark !== '').join('; ') || '–'
}

function day(time: string | undefined): string | undefined {
  return time?.slice(0, 10)
}

function hostOf(url: string): string {
  return url.replace(/^https:\/\//, '')
}

/** What cannot be used first, then by expiry, then by name. */
function byUrgency(a: VaultSecret, b: VaultSecret): number {
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}

function key({ state, expiresOn, url, secret }: VaultSecret): string {
  const rank = { missing: 0, deleted: 0, disabled: 0, unknown: 1, expired: 2, 'not-yet-valid': 3, present: 4 }[state]
  return JSON.stringify([rank, expiresOn ?? '9999', url, secret])
}
