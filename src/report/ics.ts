// A calendar of expiry dates, to be subscribed to beside the report.
import { createHash } from 'node:crypto'
import type { VaultSecret } from '../model/vault.ts'
import { plain } from './escape/plain.ts'

/** Octets of a content line, without its end (RFC 5545, section 3.1). */
const lineOctets = 75

/**
 * An iCalendar with one all-day event per secret that expires, with a reminder 30 days before. The same secrets give the same bytes:
 * an event's stamp is the time its secret's newest version was updated.
 */
export function calendarOf(secrets: readonly VaultSecret[]): string {
  const events = secrets.flatMap(secret => (secret.expiresOn === undefined ? [] : [eventOf(secret, secret.expiresOn)]))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kasten-multicluster-gitops//expiry//EN',
    ...events.flat(),
    'END:VCALENDAR'
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

function eventOf({ url, secret, createdOn, updatedOn }: VaultSecret, expiresOn: string): readonly string[] {
  const id = createHash('sha256')
    .update(JSON.stringify([url, secret.toLowerCase()]))
    .digest('hex')
    .slice(0, 32)
  return [
    'BEGIN:VEVENT',
    `UID:${id}@kasten-multicluster-gitops`,
    `DTSTAMP:${stamp(updatedOn ?? createdOn ?? expiresOn)}`,
    `DTSTART;VALUE=DATE:${stamp(expiresOn).slice(0, 8)}`,
    `SUMMARY:${text(`Join token expires: ${secret}`)}`,
    `DESCRIPTION:${text(`The secret ${secret} in ${url} expires on ${expiresOn}. Key Vault still hands it out; renew it before then.`)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P30D',
    `DESCRIPTION:${text(`Join token expires: ${secret}`)}`,
    'END:VALARM',
    'END:VEVENT'
  ]
}

/** `20261224T000000Z`. */
function stamp(time: string): string {
  const date = new Date(time)
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString().replace(/[-:]|\.\d+/g, '')
}

function text(value: string): string {
  return plain(value, 500).replace(/[\\;,]/g, '\\$&')
}

/** Long lines are continued after a blank; never within a character. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let room = lineOctets
  let result = ''
  for (const character of line) {
    const size = encoder.encode(character).length
    if (size > room) {
      result += '\r\n '
      room = lineOctets - 1
    }
    result += character
    room -= size
  }
  return result
}
