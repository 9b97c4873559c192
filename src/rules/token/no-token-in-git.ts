// Rule: no join token is written out in Git.
import { isObject } from '../../source/json.ts'
import type { Fleet } from '../../model/fleet.ts'
import { isJoinToken, isSecret, joinSecretName, tokenKey } from '../../model/kinds.ts'
import { valueAt, type Manifest } from '../../model/manifest.ts'
import { entryPlaceOf, isStandIn, literalsOf, type Literal } from '../literal.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'
import { tokensWrittenIn } from '../written-token.ts'

const advice =
  'Remove it, and delete the join token on the primary to revoke it: whoever has read this repository can join a cluster.'

export const noTokenInGit: FleetRule = {
  id: 'no-token-in-git',
  severity: 'error',
  title: 'No join token is written out in Git.',
  why: `A join token is a credential: with it any cluster can join the set and receive what the primary distributes. Git keeps it for ever, for
all who can read the repository, its forks and its clones. Base64 in \`data\` hides nothing.`,
  fix: `Remove the value from Git, delete the Secret of type \`dist.kio.kasten.io/join-token\` on the primary, which revokes the token, and let it be
made anew. A token reaches a secondary by the vault alone: a PushSecret on the primary, an ExternalSecret on the secondary.`,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [24],
  bad: [
    `
# file: secondaries/east/join-secret.yaml
apiVersion: v1
kind: Secret
metadata:
  name: mc-join
  namespace: kasten-io
stringData:
  token: not-a-real-token-but-it-could-be # <- here
`,
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
type: dist.kio.kasten.io/join-token
data:
  token: | # <- here
    bm90IGEgcmVhbCB0b2tlbg==
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  token: not-a-real-token # <- here
`,
    `
# file: docs/join.md
To join, put the join-token into the Secret:

    kubectl create secret generic mc-join -n kasten-io \\
      --from-literal=token=Tm90QVJlYWxUb2tlbjEyMzQ1Njc4OTBBYkNkRWZHaElqS2xNbk9w # <- here
# file: .github/workflows/join.yml
env:
  MC_JOIN_TOKEN: eyJub3QiOiJhIHJlYWwifQ.eyJ0b2tlbiI6Im5vbmUifQ.c2lnbmVkLWJ5LW5vYm9keQ # <- here
`
  ],
  good: [
    `
# file: docs/join.md
The join token is a JWT such as eyJhbGciOi… and comes from \${{ secrets.JOIN_TOKEN }}:

    echo "--value IamAtestToken" # mc-join
    sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
# file: docs/api.md
    curl -H "Authorization: token=Tm90QVJlYWxUb2tlbjEyMzQ1Njc4OTBBYkNkRWZHaElqS2xNbk9w"
`,
    `
# file: other/token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: api
stringData:
  token: something-of-another-team
`
  ],
  *check(fleet) {
    for (const { key, target } of literalTokensOf(fleet)) {
      const message = `The ${target.manifest.kind} ${quoted(target.manifest.name)} has a value for ${quoted(key)} in Git. ${advice}`
      yield { about: entryPlaceOf(target), message }
    }
    for (const place of tokensWrittenIn(fleet))
      yield { about: place, message: `This looks like a join token. ${advice}` }
  }
}

function literalTokensOf(fleet: Fleet): Literal[] {
  const delivered = fleet.sites.flatMap(({ objects }) => objects.map(({ manifest }) => manifest))
  const secrets = new Set([...fleet.manifests, ...delivered].filter(isTokenSecret))
  const configs = new Set(fleet.secondaries.flatMap(({ config }) => config?.manifest ?? []))
  return [
    ...[...secrets].flatMap(literalsOf),
    ...pushedLiterals(fleet).filter(({ target }) => !secrets.has(target.manifest)),
    ...[...configs].flatMap(tokensOfConfig)
  ]
}

/** Wherever they lie: of these two nobody but Kasten makes use. */
function isTokenSecret(manifest: Manifest): boolean {
  return isJoinToken(manifest) || (isSecret(manifest) && manifest.name === joinSecretName)
}

/** The token in a Secret of another type that is pushed for a join token. */
function pushedLiterals({ primaries }: Fleet): Literal[] {
  const pushed = new Set(primaries.flatMap(({ joinTokens }) => joinTokens.map(({ manifest }) => manifest)))
  return [...pushed].flatMap(literalsOf).filter(({ key }) => key === tokenKey)
}

const tokenKeys = /^(?:(?:mc-?)?join-?)?token$/i

/** A ConfigMap has no place for a token, but people look for one. */
function tokensOfConfig(config: Manifest): Literal[] {
  const data = valueAt(config.object, ['data'])
  if (!isObject(data)) return []
  return Object.entries(data)
    .filter(([key, value]) => tokenKeys.test(key) && typeof value === 'string' && !isStandIn(value))
    .map(([key]) => ({ key, target: { manifest: config, path: ['data', key] } }))
}
