// The rules of this folder, sorted by id.
import type { FleetRule } from '../rule.ts'
import { applicationNameFits } from './application-name-fits.ts'
import { applicationNamesAreUnique } from './application-names-are-unique.ts'
import { applicationsDoNotWait } from './applications-do-not-wait.ts'
import { cleanUpHooksRun } from './clean-up-hooks-run.ts'
import { cleanUpImagesArePinned } from './clean-up-images-are-pinned.ts'
import { destinationIsOneCluster } from './destination-is-one-cluster.ts'
import { destinationNamespaceFits } from './destination-namespace-fits.ts'
import { fleetManifestsAreDelivered } from './fleet-manifests-are-delivered.ts'
import { hooksAreKnown } from './hooks-are-known.ts'
import { kustomizeKeepsFixedNames } from './kustomize-keeps-fixed-names.ts'
import { namespaceHasOneOwner } from './namespace-has-one-owner.ts'
import { objectsAreDeclaredOnce } from './objects-are-declared-once.ts'
import { objectsHaveOneOwner } from './objects-have-one-owner.ts'
import { oneSecondaryPerCluster } from './one-secondary-per-cluster.ts'
import { operatorsAreInstalled } from './operators-are-installed.ts'
import { parentKeepsSecondaries } from './parent-keeps-secondaries.ts'
import { projectAllowsTheFleet } from './project-allows-the-fleet.ts'
import { revisionIsFollowed } from './revision-is-followed.ts'
import { secondaryIsNotThePrimarysCluster } from './secondary-is-not-the-primarys-cluster.ts'
import { sourceIsThisRepository } from './source-is-this-repository.ts'
import { sourceIsValid } from './source-is-valid.ts'
import { sourcePathExists } from './source-path-exists.ts'
import { sourcesCanBeBuilt } from './sources-can-be-built.ts'
import { sshAndHttpsAreNotMixed } from './ssh-and-https-are-not-mixed.ts'
import { syncIsRetried } from './sync-is-retried.ts'
import { syncOptionsAreKnown } from './sync-options-are-known.ts'
import { valueFilesExist } from './value-files-exist.ts'
import { valuesAreGivenOnce } from './values-are-given-once.ts'
import { wavesAreIntegers } from './waves-are-integers.ts'

export const argocdRules: readonly FleetRule[] = [
  applicationNameFits,
  applicationNamesAreUnique,
  applicationsDoNotWait,
  cleanUpHooksRun,
  cleanUpImagesArePinned,
  destinationIsOneCluster,
  destinationNamespaceFits,
  fleetManifestsAreDelivered,
  hooksAreKnown,
  kustomizeKeepsFixedNames,
  namespaceHasOneOwner,
  objectsAreDeclaredOnce,
  objectsHaveOneOwner,
  oneSecondaryPerCluster,
  operatorsAreInstalled,
  parentKeepsSecondaries,
  projectAllowsTheFleet,
  revisionIsFollowed,
  secondaryIsNotThePrimarysCluster,
  sourceIsThisRepository,
  sourceIsValid,
  sourcePathExists,
  sourcesCanBeBuilt,
  sshAndHttpsAreNotMixed,
  syncIsRetried,
  syncOptionsAreKnown,
  valueFilesExist,
  valuesAreGivenOnce,
  wavesAreIntegers
]
