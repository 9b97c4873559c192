// Manifests that show how it is done: what lies in a folder of documents or examples, and no Application delivers, is no part of a fleet.
import { liesIn } from '../source/checkout.ts'
import { isBootstrap, isJoinConfig } from './kinds.ts'
import type { Manifest } from './manifest.ts'
import type { Settings } from './settings.ts'
import { cleaned } from './source-path.ts'

const showing = /^(?:docs?|examples?|samples?|templates?|fixtures|testdata)$/i

/**
 * Which of the manifests that no Application delivers are only shown. None where all primaries and secondaries are in such folders: then
 * these are the fleet.
 * @param delivered those that an Application delivers
 */
export function shownManifests(
  loose: readonly Manifest[],
  delivered: Iterable<Manifest>,
  settings: Settings
): ReadonlySet<Manifest> {
  const shown = new Set(loose.filter(manifest => isShown(manifest.origin.file, settings)))
  if (shown.size === 0) return shown
  const others = [...delivered, ...loose.filter(manifest => !shown.has(manifest))]
  return others.some(makesMember) ? shown : new Set()
}

function makesMember(manifest: Manifest): boolean {
  return isBootstrap(manifest) || isJoinConfig(manifest)
}

/** Whether a step of the path below what is read names such a folder; a folder that the settings name is none. */
function isShown(file: string, { path, primaryPath, secondaryPaths }: Settings): boolean {
  const steps = (path === '' ? file : file.slice(path.length + 1)).split('/')
  const isIn = steps.slice(0, -1).some(step => showing.test(step))
  const named = [primaryPath, ...secondaryPaths].flatMap(folder =>
    folder === undefined ? [] : (cleaned(folder) ?? [])
  )
  return isIn && !named.some(folder => liesIn(file, folder))
}
