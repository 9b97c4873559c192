// Every function a template of an ApplicationSet may call, and the names Argo CD knows beyond those.
import { argoFunctions } from './argo-functions.ts'
import { builtins } from './go-builtins.ts'
import { type GoFunction, fixed } from './go-call.ts'
import { countOf, listFunctions } from './sprig-lists.ts'
import { mapFunctions } from './sprig-maps.ts'
import { numberFunctions } from './sprig-numbers.ts'
import { patternFunctions } from './sprig-patterns.ts'
import { textFunctions } from './sprig-text.ts'
import { valueFunctions } from './sprig-encodings.ts'

const counts: Readonly<Record<string, GoFunction>> = {
  until: fixed(['int'], (run, count) => countOf(run, 0, count, count < 0 ? -1 : 1)),
  untilStep: fixed(['int', 'int', 'int'], (run, start, stop, step) => countOf(run, start, stop, step))
}

/** Names to what we can call exactly as Go does. */
export const functions: ReadonlyMap<string, GoFunction> = new Map(
  [
    builtins,
    textFunctions,
    listFunctions,
    mapFunctions,
    numberFunctions,
    patternFunctions,
    valueFunctions,
    counts,
    argoFunctions
  ].flatMap(group => Object.entries(group))
)

// What Argo CD offers and we do not: sprig without env, expandenv and getHostByName, and Go's own.
const others = `abbrev abbrevboth add1f addf adler32sum ago b32dec b32enc bcrypt buildCustomCert call chunk date
  dateInZone dateModify date_in_zone date_modify decryptAES deepCopy deepEqual derivePassword divf duration durationRound
  encryptAES genCA genCAWithKey genPrivateKey genSelfSignedCert genSelfSignedCertWithKey genSignedCert
  genSignedCertWithKey hello html htmlDate htmlDateInZone htpasswd initials js maxf minf mulf mustChunk mustDateModify
  mustDeepCopy mustRegexFind mustRegexFindAll mustRegexMatch mustRegexReplaceAll mustRegexReplaceAllLiteral mustRegexSplit
  mustToDate mustToPrettyJson must_date_modify now osBase osClean osDir osExt osIsAbs randAlpha randAlphaNum randAscii
  randBytes randInt randNumeric regexFind regexFindAll regexQuoteMeta regexSplit round semver semverCompare seq shuffle
  subf swapcase toDate toDecimal typeIs typeIsLike typeOf unixEpoch urlJoin urlParse urlquery uuidv4 wrap wrapWith`

const known: ReadonlySet<string> = new Set([...functions.keys(), ...others.split(/\s+/)])

/** Whether Argo CD offers a function of that name: a template that names another one does not parse. */
export function isFunction(name: string): boolean {
  return known.has(name)
}
