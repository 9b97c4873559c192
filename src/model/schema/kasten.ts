// Schemas of Kasten's multi-cluster kinds, written from its documentation because none is published.
import { kindOf } from './native.ts'
import type { Definitions, Written } from './written.ts'

const apiVersion = 'dist.kio.kasten.io/v1alpha1'

/** Whether the kind's schema is our reading of documentation rather than the vendor's own word. */
export const isOurReading = (kind: string): boolean => kind.startsWith(`${apiVersion}/`)

/**
 * Bootstrap and Cluster as the getting started page shows them
 * (https://docs.kasten.io/latest/multicluster/getting_started). Nothing is required here: what a join needs is for
 * rules to say.
 */
export const kastenDefinitions = (): Definitions => ({
  [`${apiVersion}/Bootstrap`]: kindOf({
    spec: {
      type: 'object',
      properties: {
        clusters: { type: 'object', values: { type: 'object', properties: { name: 'string', ...member() } } }
      }
    },
    status: 'any'
  }),
  [`${apiVersion}/Cluster`]: kindOf({ spec: { type: 'object', properties: member() }, status: 'any' })
})

const member = (): Record<string, Written> => ({
  primary: 'boolean',
  k10: {
    type: 'object',
    properties: {
      namespace: 'string',
      releaseName: 'string',
      ingress: { type: 'object', properties: { url: 'string' } }
    }
  }
})
