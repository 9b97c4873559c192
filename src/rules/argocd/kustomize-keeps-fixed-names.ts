// Rule: kustomize leaves names alone that Kasten, or a reference it does not know, hangs on.
import { toolOf, type Delivery } from '../../model/delivery.ts'
import { madeSecretOf } from '../../model/external-secret.ts'
import type { Fleet } from '../../model/fleet.ts'
import { configured } from '../../model/kustomize/configured.ts'
import { closureOf, isEmpty, kustomizationOf, type Kustomization } from '../../model/kustomize/kustomization.ts'
import { partsOf } from '../../model/kustomize/parts.ts'
import {
  isConfigMap,
  isExternalSecret,
  isJoinToken,
  joinConfigName,
  joinSecretName,
  joinTokenType
} from '../../model/kinds.ts'
import { stringAt, type Manifest } from '../../model/manifest.ts'
import { folderIn } from '../../model/of-the-fleet.ts'
import { isObject, type Json, type Path } from '../../source/json.ts'
import { copied } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

const kustomization = (more: string): string => `
# file: secondaries/east/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - join-config.yaml
  - join-secret.yaml
  - store.yaml
${more}`

const primary = (more: string): string => `
# file: primary/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - namespace.yaml
  - bootstrap.yaml
  - join-token.yaml
  - push-secret.yaml
  - store.yaml
${more}`

export const kustomizeKeepsFixedNames: FleetRule = {
  id: 'kustomize-keeps-fixed-names',
  severity: 'error',
  title: 'Kustomize leaves the names alone that Kasten and the PushSecret look for.',
  why: 'Kasten reads the ConfigMap `mc-join-config` and the Secret `mc-join`, and no others. A prefix, a suffix or the hash of a generator gives them another name, so the cluster never joins; the join token under a new name is a new token, and kustomize does not follow the name into the PushSecret.',
  fix: 'Take the prefix or suffix away, or move these objects into a kustomization without it; write the ConfigMap as a resource, or set `disableNameSuffixHash: true`.',
  source: 'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/nameprefix/',
  rows: [27, 113],
  bad: [
    kustomization('namePrefix: east- # <- here\n'),
    primary('nameSuffix: -hq # <- here\n'),
    `# removed: secondaries/east/join-config.yaml
# file: secondaries/east/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - join-secret.yaml
  - store.yaml
configMapGenerator:
  - name: mc-join-config # <- here
    namespace: kasten-io
    literals:
      - cluster-name=east
`
  ],
  good: [
    kustomization('commonAnnotations:\n  contoso.com/team: backup\n'),
    primary(''),
    // The stores alone may be renamed, where nothing here names them.
    copied('primary/store.yaml', 'stores/store.yaml', ['name: join-tokens', 'name: others']) +
      '# file: stores/kustomization.yaml\nresources:\n  - store.yaml\nnamePrefix: fleet-\n'
  ],
  *check(fleet) {
    const [renaming, generating] = [new Set<string>(), new Set<string>()]
    for (const { top, delivery } of kustomizationsOf(fleet)) {
      for (const each of closureOf(top)) {
        if (!renaming.has(each.file)) yield* renamedBy(each, fleet)
        renaming.add(each.file)
        if (generating.has(each.file) || mayKeepNames(each, top, delivery)) continue
        generating.add(each.file)
        yield* generatedBy(each)
      }
    }
  }
}

/** An overlay may take the hash from what its base generates: what is built of them shows it. */
function mayKeepNames(each: Kustomization, top: Kustomization, { manifests }: Delivery): boolean {
  if (manifests.length === 0) return each.file !== top.file
  return manifests.some(isFixed)
}

/** What Applications build with kustomize, and what comes of it. */
function* kustomizationsOf(fleet: Fleet): Generator<{ top: Kustomization; delivery: Delivery }> {
  const { folders, repository } = fleet
  for (const delivery of fleet.deliveries) {
    const { application } = delivery
    if (!application) continue
    for (const source of application.sources) {
      const folder = folderIn(source, fleet)
      if (folder === undefined || !folders.has(folder) || toolOf(source, folder, folders) !== 'kustomize') continue
      const found = kustomizationOf(folder, repository, folders)
      if (!('wrong' in found)) yield { top: configured(found, application, source), delivery }
    }
  }
}

function* renamedBy(each: Kustomization, { repository }: Fleet): Generator<Complaint> {
  for (const field of ['namePrefix', 'nameSuffix']) {
    const value = each.object[field]
    if (typeof value !== 'string' || value === '') continue
    const renamed = partsOf(each, repository).resources.find(isFixed)
    if (!renamed) continue
    const message = `This ${field} renames the ${renamed.kind} ${quoted(renamed.name)}, which is looked for by that name: take it away.`
    yield { about: each.origin.locate([field], 'value'), message }
  }
}

/** Whether something else finds an object by its name. An ExternalSecret is free where it names its Secret. */
function isFixed(manifest: Manifest): boolean {
  if (isConfigMap(manifest)) return manifest.name === joinConfigName
  if (isJoinToken(manifest)) return true
  if (isExternalSecret(manifest)) {
    return madeSecretOf(manifest) === joinSecretName && !stringAt(manifest, 'spec', 'target', 'name')
  }
  return manifest.kind === 'Secret' && manifest.name === joinSecretName
}

function* generatedBy({ object, origin }: Kustomization): Generator<Complaint> {
  const all = isObject(object.generatorOptions) && object.generatorOptions.disableNameSuffixHash === true
  for (const [field, kind] of [
    ['configMapGenerator', 'ConfigMap'],
    ['secretGenerator', 'Secret']
  ] as const) {
    for (const [index, entry] of listOf(object[field]).entries()) {
      if (!isObject(entry) || !isFixedEntry(field, entry) || all || keepsName(entry)) continue
      const path: Path = [field, index, 'name']
      const message = `The ${kind} that this makes gets a hash at the end of its name, so nobody finds it: set disableNameSuffixHash: true, or write it as a resource.`
      yield { about: origin.locate(path, 'value'), message }
    }
  }
}

function isFixedEntry(field: string, { name, type }: { readonly [key: string]: Json }): boolean {
  return field === 'configMapGenerator' ? name === joinConfigName : name === joinSecretName || type === joinTokenType
}

function keepsName({ options }: { readonly [key: string]: Json }): boolean {
  return isObject(options) && options.disableNameSuffixHash === true
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) && !isEmpty(value) ? value : []
}
