// The rules of this folder, sorted by id.
import type { FleetRule } from '../rule.ts'
import { bootstrapMatchesTheKastenInstall } from './bootstrap-matches-the-kasten-install.ts'
import { bootstrapNamesOnePrimary } from './bootstrap-names-one-primary.ts'
import { bootstrapVersionIsServed } from './bootstrap-version-is-served.ts'
import { clusterNameIsValid } from './cluster-name-is-valid.ts'
import { ingressHasAPath } from './ingress-has-a-path.ts'
import { ingressHostIsReachable } from './ingress-host-is-reachable.ts'
import { ingressIsHttps } from './ingress-is-https.ts'
import { kastenOwnsItsClusters } from './kasten-owns-its-clusters.ts'
import { multiclusterIsEnabled } from './multicluster-is-enabled.ts'
import { namesAreFixed } from './names-are-fixed.ts'
import { noPlaceholderLeft } from './no-placeholder-left.ts'
import { onePrimaryPerSet } from './one-primary-per-set.ts'
import { primaryHasAName } from './primary-has-a-name.ts'
import { primaryHasAnIngress } from './primary-has-an-ingress.ts'
import { primaryNamespaceIsCreated } from './primary-namespace-is-created.ts'
import { primaryObjectsLiveInKastenIoMc } from './primary-objects-live-in-kasten-io-mc.ts'
import { primarySurvivesPruning } from './primary-survives-pruning.ts'
import { wavesFollowTheToken } from './waves-follow-the-token.ts'

export const primaryRules: readonly FleetRule[] = [
  bootstrapMatchesTheKastenInstall,
  bootstrapNamesOnePrimary,
  bootstrapVersionIsServed,
  clusterNameIsValid,
  ingressHasAPath,
  ingressHostIsReachable,
  ingressIsHttps,
  kastenOwnsItsClusters,
  multiclusterIsEnabled,
  namesAreFixed,
  noPlaceholderLeft,
  onePrimaryPerSet,
  primaryHasAName,
  primaryHasAnIngress,
  primaryNamespaceIsCreated,
  primaryObjectsLiveInKastenIoMc,
  primarySurvivesPruning,
  wavesFollowTheToken
]
