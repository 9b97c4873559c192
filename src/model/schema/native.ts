// Schemas of what every Kubernetes object carries and of the core kinds a fleet is made of.
import type { Definitions, WrittenSchema } from './written.ts'

const strings: WrittenSchema = { type: 'object', values: 'string' }

/**
 * ObjectMeta, Namespace, Secret and ConfigMap as the Kubernetes API reference has them
 * (https://kubernetes.io/docs/reference/kubernetes-api/). `status` and what only the server writes is left open.
 */
export const nativeDefinitions = (): Definitions => ({
  ObjectMeta: {
    type: 'object',
    properties: {
      name: 'string',
      generateName: 'string',
      namespace: 'string',
      labels: strings,
      annotations: strings,
      finalizers: { type: 'array', items: 'string' },
      ownerReferences: { type: 'array', items: 'OwnerReference' },
      creationTimestamp: 'string',
      deletionTimestamp: 'string',
      deletionGracePeriodSeconds: 'integer',
      generation: 'integer',
      managedFields: { type: 'array', items: 'any' },
      resourceVersion: 'string',
      selfLink: 'string',
      uid: 'string'
    }
  },
  OwnerReference: {
    type: 'object',
    required: ['apiVersion', 'kind', 'name', 'uid'],
    properties: {
      apiVersion: 'string',
      kind: 'string',
      name: 'string',
      uid: 'string',
      controller: 'boolean',
      blockOwnerDeletion: 'boolean'
    }
  },
  'v1/Namespace': kindOf({
    spec: { type: 'object', properties: { finalizers: { type: 'array', items: 'string' } } },
    status: 'any'
  }),
  'v1/Secret': kindOf({ type: 'string', immutable: 'boolean', data: strings, stringData: strings }),
  'v1/ConfigMap': kindOf({ immutable: 'boolean', data: strings, binaryData: strings })
})

/** A kind's schema: the given properties beside `apiVersion`, `kind` and `metadata`. */
export const kindOf = (properties: WrittenSchema['properties']): WrittenSchema => ({
  type: 'object',
  required: ['metadata'],
  properties: { apiVersion: 'string', kind: 'string', metadata: 'ObjectMeta', ...properties }
})
