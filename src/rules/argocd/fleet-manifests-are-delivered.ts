// Rule: what belongs to the fleet is delivered by an Application.
import type { ApplicationSource } from '../../model/application.ts'
import type { Delivery } from '../../model/delivery.ts'
import { knowsAllApplications, type Fleet } from '../../model/fleet.ts'
import { isBootstrap, isJoinConfig } from '../../model/kinds.ts'
import { valueAt, whole, type Manifest } from '../../model/manifest.ts'
import {
  bringingDeliveriesOf,
  fleetDeliveriesOf,
  folderIn,
  isAppliedAsWritten,
  isBelow,
  isByApplication,
  isDelivered,
  isFleetObject,
  type ApplicationDelivery
} from '../../model/of-the-fleet.ts'
import { cleaned } from '../../model/source-path.ts'
import { folderOf } from '../../source/checkout.ts'
import { copied } from '../example-change.ts'
import { objectName } from '../../model/object-key.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const fleetManifestsAreDelivered: FleetRule = {
  id: 'fleet-manifests-are-delivered',
  severity: 'warning',
  title: 'What belongs to the fleet is delivered by an Application.',
  why: 'Argo CD reads the files ending in `.yaml`, `.yml` and `.json` (in small letters) of the folder that `path` names, not below it unless `directory.recurse` is true, and none that `include` and `exclude` leave out. What it does not read never reaches a cluster, and nothing says so.',
  fix: 'Name the file `….yaml`, set `directory.recurse: true`, change `include` or `exclude`, or add the Application that is missing.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/directory/',
  rows: [107],
  bad: [
    // An Application was forgotten.
    [
      copied(
        'secondaries/east/join-config.yaml',
        'secondaries/north/join-config.yaml',
        ['kind: ConfigMap', 'kind: ConfigMap # <- here'],
        ['cluster-name: east', 'cluster-name: north'],
        ['.east.', '.north.']
      ),
      copied('secondaries/east/join-secret.yaml', 'secondaries/north/join-secret.yaml'),
      copied('secondaries/east/store.yaml', 'secondaries/north/store.yaml')
    ].join(''),
    // A file has another ending.
    `# removed: primary/push-secret.yaml
${copied('primary/push-secret.yaml', 'primary/push-secret.YAML', ['kind: PushSecret', 'kind: PushSecret # <- here'])}`,
    // A folder below.
    `# removed: primary/push-secret.yaml
${copied('primary/push-secret.yaml', 'primary/eso/push-secret.yaml', ['kind: PushSecret', 'kind: PushSecret # <- here'])}`
  ],
  good: [
    // An ApplicationSet that is not expanded may deliver it.
    [
      copied(
        'secondaries/east/join-config.yaml',
        'secondaries/north/join-config.yaml',
        ['cluster-name: east', 'cluster-name: north'],
        ['.east.', '.north.']
      ),
      copied('secondaries/east/join-secret.yaml', 'secondaries/north/join-secret.yaml'),
      copied('secondaries/east/store.yaml', 'secondaries/north/store.yaml'),
      '# file: argocd/others.yaml\napiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata:\n  name: others\n  namespace: argocd\nspec:\n  generators: [{clusters: {}}]\n  template:\n    metadata: {}\n    spec: {project: default, destination: {}}\n'
    ].join('')
  ],
  *check(fleet) {
    const loose = fleet.manifests.filter(manifest => isLoose(manifest, fleet))
    if (loose.length === 0 || mayBeDeliveredUnseen(fleet)) return
    const readers = readersIn(fleet)
    const forgotten = forgottenIn(fleet)
    for (const manifest of loose) {
      if (!isAppliedAsWritten(manifest, fleet)) continue
      const complaint = passedOver(manifest, readers, fleet) ?? forgotten(manifest)
      if (complaint) yield complaint
    }
  }
}

function isLoose(manifest: Manifest, fleet: Fleet): boolean {
  return isFleetObject(manifest) && !isDelivered(manifest, fleet) && !fleet.shown.has(manifest)
}

/** A generator that is not expanded, a kustomization, a plugin or a chart may deliver what no Application names. */
function mayBeDeliveredUnseen(fleet: Fleet): boolean {
  return !knowsAllApplications(fleet) || fleet.deliveries.some(isUnseen)
}

function isUnseen({ requests, application }: Delivery): boolean {
  return requests.length > 0 || (application?.sources ?? []).some(({ tools }) => tools.includes('plugin'))
}

/** A plain folder that an Application of the fleet reads. */
interface Reader {
  readonly source: ApplicationSource
  readonly delivery: ApplicationDelivery
}

function readersIn(fleet: Fleet): Map<string, Reader> {
  const bringing = bringingDeliveriesOf(fleet)
  const readers = new Map<string, Reader>()
  for (const delivery of fleetDeliveriesOf(fleet)) {
    const { application, manifests, notRead, troubles } = delivery
    if (
      notRead.length > 0 ||
      troubles.some(({ problem }) => problem !== 'empty') ||
      !(bringing.has(delivery) || manifests.length === 0)
    )
      continue
    for (const source of application.sources) {
      const folder = source.chart ? undefined : folderIn(source, fleet)
      if (folder !== undefined) readers.set(folder, { source, delivery })
    }
  }
  return readers
}

/** What an Application leaves out of the folder it reads; another cluster's part is not its own. */
function passedOver(manifest: Manifest, readers: ReadonlyMap<string, Reader>, fleet: Fleet): Complaint | undefined {
  const { file } = manifest.origin
  let folder = folderOf(file)
  while (folder !== '' && !readers.has(folder)) folder = folderOf(folder)
  const reader = readers.get(folder)
  if (!reader || (isMark(manifest) && reader.delivery.manifests.some(isMark))) return undefined
  const reason = reasonFor(file, folder, reader.source, fleet)
  if (!reason) return undefined
  const { name } = reader.delivery.application
  return {
    about: whole(manifest),
    message: `The Application ${quoted(name)} reads this folder, but not this ${objectName(manifest, undefined)}: ${reason}`,
    related: [{ about: reader.source.path!, message: 'the folder it reads' }]
  }
}

function reasonFor(file: string, folder: string, source: ApplicationSource, fleet: Fleet): string | undefined {
  if (fleet.repository.files.get(file)?.text.includes('+argocd:skip-file-rendering')) return undefined
  if (!/\.(?:yaml|yml|json)$/.test(file))
    return 'the ending of its name must be .yaml, .yml or .json, in small letters.'
  const directory = (key: string): unknown =>
    valueAt(source.target.manifest.object, [...source.target.path, 'directory', key])
  if (folderOf(file) !== folder && directory('recurse') !== true) return 'it lies below; set directory.recurse: true.'
  return directory('include') || directory('exclude') ? 'directory.include or exclude leaves it out.' : undefined
}

function isMark(manifest: Manifest): boolean {
  return isBootstrap(manifest) || isJoinConfig(manifest)
}

function mayMeanAny({ manifests, charts, troubles, notRead }: Delivery): boolean {
  return troubles.length + notRead.length > 0 || manifests.length + charts.length === 0
}

/**
 * Says of a cluster's mark that no Application delivers it, though the folders beside it are delivered; nothing while some
 * Application names a folder that is wrong or elsewhere, since it may be the one.
 */
function forgottenIn(fleet: Fleet): (manifest: Manifest) => Complaint | undefined {
  if (fleetDeliveriesOf(fleet).some(mayMeanAny)) return () => undefined
  const siblings = new Map<string, ApplicationDelivery>()
  for (const delivery of bringingDeliveriesOf(fleet)) {
    if (!isByApplication(delivery)) continue
    const folders = delivery.application.sources.flatMap(source => folderIn(source, fleet) ?? [])
    for (const folder of folders) if (folderOf(folder) !== '') siblings.set(folderOf(folder), delivery)
  }
  const named = new Set(
    fleet.applications.flatMap(({ sources }) => sources.flatMap(({ path }) => cleaned(path?.value ?? '') ?? []))
  )
  return manifest => {
    const folder = folderOf(manifest.origin.file)
    const sibling =
      isMark(manifest) && !isBelow(manifest.origin.file, named) ? siblings.get(folderOf(folder)) : undefined
    if (!sibling) return undefined
    const message = `No Application delivers ${quoted(folder)}, while ${quoted(sibling.application.name)} delivers the folder beside it: add the Application that is missing.`
    return {
      about: whole(manifest),
      message,
      related: [{ about: whole(sibling.application.manifest), message: 'the one beside it' }]
    }
  }
}
