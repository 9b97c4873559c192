// Rule: the join token's Secret is left for Kasten to fill.
import { isJoinToken } from '../../model/kinds.ts'
import { at, type Manifest } from '../../model/manifest.ts'
import { literalsOf } from '../literal.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const joinTokenCarriesNoData: FleetRule = {
  id: 'join-token-carries-no-data',
  severity: 'error',
  title: "The join token's Secret is left for Kasten to fill.",
  why: `Kasten writes \`data.token\` into the live Secret. Argo CD leaves alone what Git never named; with \`data\` in Git, even empty, it shows
\`OutOfSync\` and each sync wipes the token, which reaches the vault and every secondary as a broken one. With \`immutable: true\` Kasten cannot
write it at all.`,
  fix: `Remove \`data\`, \`stringData\` and \`immutable\`; this is all of it

\`\`\`yaml
apiVersion: v1
kind: Secret
metadata:
  name: <the name it has>
  namespace: kasten-io-mc
type: dist.kio.kasten.io/join-token
\`\`\``,
  source: 'https://github.com/emberstack/kubernetes-reflector/issues/378',
  rows: [23],
  bad: [
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
type: dist.kio.kasten.io/join-token
immutable: true # <- here
data: # <- here
`,
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
type: dist.kio.kasten.io/join-token
stringData: # <- here
  token: ""
`
  ],
  good: [
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "2"
type: dist.kio.kasten.io/join-token
immutable: false
`
  ],
  *check({ primaries }) {
    for (const { manifest } of primaries.flatMap(({ joinTokens }) => joinTokens)) {
      if (isJoinToken(manifest)) yield* complaintsAbout(manifest)
    }
  }
}

/** A value in it is a leak before all else, and one that sops encrypts is a second writer: rules of their own. */
function complaintsAbout(manifest: Manifest): Complaint[] {
  const fields = ['data', 'stringData'].filter(field => Object.hasOwn(manifest.object, field))
  const spokenOf = literalsOf(manifest).length > 0 || Object.hasOwn(manifest.object, 'sops')
  const immutable = at(manifest, 'immutable')
  const data: Complaint[] = fields.map(field => ({
    about: { manifest, path: [field], part: 'key' },
    message: `The join token has "${field}" in Git, with which Argo CD overwrites the token: remove it.`
  }))
  return [
    ...(spokenOf ? [] : data),
    ...(immutable?.value === true
      ? [{ about: immutable, message: 'The join token is immutable, so Kasten cannot fill it: remove this.' }]
      : [])
  ]
}
