// What annotations of an object tell Argo CD about its sync: its wave, whether it is a hook, its options.
import type { Json } from '../source/json.ts'
import { annotationOf, valueAt, type Located, type Manifest } from './manifest.ts'

const waveAnnotation = 'argocd.argoproj.io/sync-wave'
const hookAnnotation = 'argocd.argoproj.io/hook'
const optionsAnnotation = 'argocd.argoproj.io/sync-options'
const helmHook = 'helm.sh/hook'
const helmWeight = 'helm.sh/hook-weight'

/** The annotation that sets the wave, whatever it says. */
export function waveAnnotationOf(manifest: Manifest): Located<string> | undefined {
  return annotationOf(manifest, waveAnnotation)
}

/**
 * The wave an object is synced in. What is no integer counts as the Helm hook's weight, and then as 0.
 * argo-cd: gitops-engine/pkg/sync/syncwaves/waves.go
 */
export function waveOf(manifest: Manifest): number {
  return writtenWave(manifest) ?? integerOf(annotationOf(manifest, helmWeight)?.value) ?? 0
}

/** A bare number, which Kubernetes refuses, is meant as a wave all the same. */
function writtenWave(manifest: Manifest): number | undefined {
  const written = valueAt(manifest.object, ['metadata', 'annotations', waveAnnotation])
  return integerOf(typeof written === 'number' ? String(written) : written)
}

/** An integer as Go's strconv.Atoi reads it; undefined for anything else. */
export function integerOf(text: Json | undefined): number | undefined {
  return typeof text === 'string' && /^[+-]?\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** The annotation that makes an object a hook, and the phases it runs in. */
export interface Hook {
  readonly annotation: Located<string>
  /** Without those that Argo CD does not know; empty: it never runs. */
  readonly phases: readonly string[]
}

const phases = new Set(['PreSync', 'Sync', 'PostSync', 'SyncFail', 'Skip', 'PreDelete', 'PostDelete'])
const helmPhases: ReadonlyMap<string, string> = new Map([
  ['pre-install', 'PreSync'],
  ['pre-upgrade', 'PreSync'],
  ['post-install', 'PostSync'],
  ['post-upgrade', 'PostSync'],
  ['pre-delete', 'PreDelete'],
  ['post-delete', 'PostDelete']
])

/**
 * Whether an object is a hook. An annotation without a known phase makes it one all the same, and it is never applied.
 * argo-cd: gitops-engine/pkg/sync/hook/hook.go, gitops-engine/pkg/sync/hook/helm/hook.go
 */
export function hookOf(manifest: Manifest): Hook | undefined {
  const argo = annotationOf(manifest, hookAnnotation)
  const helm = annotationOf(manifest, helmHook)
  const ofHelm = commaSeparated(helm?.value).flatMap(value => helmPhases.get(value) ?? [])
  if (argo) {
    const own = commaSeparated(argo.value).filter(value => phases.has(value))
    return { annotation: argo, phases: own.length > 0 ? own : ofHelm }
  }
  return helm && helm.value !== 'crd-install' ? { annotation: helm, phases: ofHelm } : undefined
}

/** The annotation with an object's sync options, when it has the option: `Replace=true`. */
export function objectOptionOf(manifest: Manifest, option: string): Located<string> | undefined {
  const options = annotationOf(manifest, optionsAnnotation)
  return commaSeparated(options?.value).includes(option) ? options : undefined
}

function commaSeparated(text: string | undefined): string[] {
  return text === undefined
    ? []
    : text
        .split(',')
        .map(item => item.trim())
        .filter(item => item !== '')
}
