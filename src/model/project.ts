// AppProjects: what Applications of a project may deploy, from where and to where.
import { argocdNamespace } from './application.ts'
import type { Manifest } from './manifest.ts'

export interface Project {
  readonly manifest: Manifest
  readonly name: string
  readonly namespace: string
}

export function projectOf(manifest: Manifest): Project {
  return { manifest, name: manifest.name, namespace: manifest.namespace ?? argocdNamespace }
}
