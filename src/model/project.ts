// AppProjects: what Applications of a project may deploy, from where and to where.
import { argocdNamespace } from './application.ts'
import type { Manifest } from './manifest.ts'

/** An AppProject of Argo CD. */
export interface Project {
  readonly manifest: Manifest
  readonly name: string
  readonly namespace: string
}

/** Reads an AppProject; without a namespace of its own it lies in Argo CD's. */
export function projectOf(manifest: Manifest): Project {
  return { manifest, name: manifest.name, namespace: manifest.namespace ?? argocdNamespace }
}
