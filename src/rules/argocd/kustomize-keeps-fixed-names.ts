// Rule: kustomize leaves names alone that Kasten, or a reference it does not know, hangs on.
import type { Application } from '../../model/application.ts'
import { toolOf } from '../../model/delivery.ts'
import { madeSecretOf } from '../../model/external-secret.ts'
import type { Fleet } from '../../model/fleet.ts'
import { configured } from '../../model/kustomize/configured.ts'
import { closureOf, kustomizationOf, type Kustomization } from '../../model/kustomize/kustomization.ts'
import { generatorsOf, type Maker } from '../../model/kustomize/generated.ts'
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
import { groupedBy } from '../../source/grouped.ts'
import { isObject, type Json } from '../../source/json.ts'
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

/** A base makes the ConfigMap, and the cluster's kustomization adds to it. */
const merging = (mark: string, options: string): string => `# removed: secondaries/east/join-config.yaml
# file: base/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
configMapGenerator:
  - name: mc-join-config${mark}
    namespace: kasten-io
    literals:
      - primary-ingress=https://kasten.primary.contoso.com/k10
# file: secondaries/east/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
  - join-secret.yaml
  - store.yaml
configMapGenerator:
  - name: mc-join-config
    namespace: kasten-io
    behavior: merge
    literals:
      - cluster-name=east
${options}`

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
`,
    merging(' # <- here', '')
  ],
  good: [
    kustomization('commonAnnotations:\n  contoso.com/team: backup\n'),
    primary(''),
    merging('', 'generatorOptions:\n  disableNameSuffixHash: true\n'),
    // The stores alone may be renamed, where nothing here names them.
    copied('primary/store.yaml', 'stores/store.yaml', ['name: join-tokens', 'name: others']) +
      '# file: stores/kustomization.yaml\nresources:\n  - store.yaml\nnamePrefix: fleet-\n'
  ],
  *check(fleet) {
    const labels = labelsOf(fleet)
    for (const [top, application] of kustomizationsOf(fleet)) {
      const clusters = labels.get(application.manifest) ?? []
      for (const complaint of complaintsOf(top, fleet)) yield { ...complaint, clusters }
    }
  }
}

/** What the secondaries are called that an Application delivers to. */
function labelsOf({ secondaries }: Fleet): Map<Manifest, string[]> {
  const labels = new Map<Manifest, string[]>()
  for (const { site, label } of secondaries) {
    for (const { application } of site.deliveries) {
      if (application) labels.set(application.manifest, [...(labels.get(application.manifest) ?? []), label])
    }
  }
  return labels
}

/** What Applications build with kustomize. */
function* kustomizationsOf(fleet: Fleet): Generator<readonly [Kustomization, Application]> {
  const { folders, repository } = fleet
  for (const application of fleet.applications) {
    for (const source of application.sources) {
      const folder = folderIn(source, fleet)
      if (folder === undefined || !folders.has(folder) || toolOf(source, folder, folders) !== 'kustomize') continue
      const found = kustomizationOf(folder, repository, folders)
      if (!('wrong' in found)) yield [configured(found, application, source), application]
    }
  }
}

function* complaintsOf(top: Kustomization, fleet: Fleet): Generator<Complaint> {
  for (const each of closureOf(top)) yield* renamedBy(each, fleet)
  yield* hashedBy(top)
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

/** The hash is left out as soon as one of the entries that make and merge a ConfigMap or Secret does without it. */
function* hashedBy(top: Kustomization): Generator<Complaint> {
  const made = groupedBy(generatorsOf(top), ({ kind, name }) => `${kind} ${name}`)
  for (const makers of made.values()) {
    if (!makers.some(makesFixed) || makers.some(keepsName)) continue
    const { kind, path, kustomization: own } = makers.at(-1)!
    const message = `The ${kind} that this makes gets a hash at the end of its name, so nobody finds it: set disableNameSuffixHash: true, or write it as a resource.`
    yield { about: own.origin.locate([...path, 'name'], 'value'), message }
  }
}

function makesFixed({ kind, name, entry: { type } }: Maker): boolean {
  return kind === 'ConfigMap' ? name === joinConfigName : name === joinSecretName || type === joinTokenType
}

function keepsName({ entry, kustomization: own }: Maker): boolean {
  return [own.object.generatorOptions, entry.options].some(hasNoHash)
}

function hasNoHash(options: Json | undefined): boolean {
  return isObject(options) && options.disableNameSuffixHash === true
}
