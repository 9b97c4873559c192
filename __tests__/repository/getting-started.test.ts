import { expect, test } from '@jest/globals'
import { storeText } from '../../src/change/recipes/manifests.ts'
import { textAt } from './workflow-files.ts'

const guide = textAt('docs/getting-started.md')

test.each([
  ['push', 'Key Vault Secrets Officer'],
  ['pull', 'Key Vault Secrets User']
] as const)('the identity that is made to %s is the one that the store of init names', (use, role) => {
  const store = storeText(use, 'kasten-join-tokens', 'https://example-join-tokens.vault.azure.net', { esoApi: 'v1' })
  const [, name = ''] = /serviceAccountRef:.*\n\s+name: (\S+)/.exec(store) ?? []
  const [, namespace = ''] = /serviceAccountRef:.*\n.*\n\s+namespace: (\S+)/.exec(store) ?? []
  expect(store).toContain(role)
  expect(guide).toContain(`identity ${name} '${role}'`)
  expect(guide).toMatch(new RegExp(`^account "\\$(PRIMARY|SECONDARY)" ${name}$`, 'm'))
  expect(guide).toContain(`system:serviceaccount:${namespace}:$1`)
  for (const annotation of store.match(/azure\.workload\.identity\/[\w-]+/g)!) expect(guide).toContain(`${annotation}=`)
})

test('the vault and its group are those of the drift guide', () => {
  const drift = textAt('docs/guides/drift.md')
  for (const name of ['RESOURCE_GROUP', 'KEYVAULT_NAME']) {
    const [given] = new RegExp(`^${name}=\\S+`, 'm').exec(guide)!
    expect(drift).toContain(given)
  }
})
