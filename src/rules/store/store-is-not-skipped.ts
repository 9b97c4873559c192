// Rule: a store belongs to the ESO that runs.
import { stringAt } from '../../model/manifest.ts'
import { usedStoresOf } from '../../model/used-stores.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

export const storeIsNotSkipped: FleetRule = {
  id: 'store-is-not-skipped',
  severity: 'notice',
  title: 'A store belongs to the ESO that runs.',
  why: `\`spec.controller\` names the ESO installation that looks after a store. An ESO started without that \`--controller-class\` skips the store silently: nothing is pushed or pulled, and no status says so.`,
  fix: `Remove \`controller\`, or start ESO with the same \`--controller-class\`.`,
  source: 'https://external-secrets.io/latest/api/clustersecretstore/',
  rows: [64],
  bad: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  controller: prod # <- here
  conditions:
    - namespaces: [kasten-io-mc]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
        namespace: external-secrets
`
  ],
  good: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  controller: ""
  conditions:
    - namespaces: [kasten-io-mc]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
        namespace: external-secrets
`
  ],
  *check(fleet) {
    for (const { store } of usedStoresOf(fleet)) {
      const controller = stringAt(store, 'spec', 'controller')
      if (!controller?.value) continue
      yield {
        about: controller,
        message: `Only an ESO with --controller-class=${quoted(controller.value)} looks after this store; any other skips it silently.`
      }
    }
  }
}
