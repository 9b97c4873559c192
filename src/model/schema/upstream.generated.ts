// Schemas generated from the upstream CRDs by scripts/schemas.mjs: change that, never this.
import type { Definitions } from './written.ts'

/** Where the definitions come from. */
export const upstreams = [
  {
    name: 'Argo CD',
    repository: 'argoproj/argo-cd',
    version: '3.6.0-dev',
    commit: '37ee0097cf851bc2dd7665fc081bbce61a7e836e'
  },
  {
    name: 'External Secrets Operator',
    repository: 'external-secrets/external-secrets',
    version: '2.9.0',
    commit: 'cc5bfbc2234ace9cb0caff4ea89c435cf517b27b'
  }
] as const

/** SHA-256 of `upstreams` and the definitions, as JSON, when they were generated. */
export const upstreamDigest = '8fade6733f5e08a3f0258537f9af4ac63ef8558c424023baa2fd96e5d4a3a6e6'

/** The definitions, built when called so that a run that judges nothing pays nothing. */
export const upstreamDefinitions = (): Definitions => ({
  'argoproj.io/v1alpha1/AppProject': {
    type: 'object',
    required: ['metadata', 'spec'],
    properties: {
      apiVersion: 'string',
      kind: 'string',
      metadata: 'ObjectMeta',
      spec: {
        type: 'object',
        properties: {
          clusterResourceBlacklist: 'v1alpha1.AppProject.spec.clusterResourceBlacklist',
          clusterResourceWhitelist: 'v1alpha1.AppProject.spec.clusterResourceBlacklist',
          description: { type: 'string', max: 255 },
          destinationServiceAccounts: {
            type: 'array',
            items: {
              type: 'object',
              required: ['defaultServiceAccount', 'server'],
              properties: { defaultServiceAccount: 'string', namespace: 'string', server: 'string' }
            }
          },
          destinations: { type: 'array', items: 'v1alpha1.Application.spec.destination' },
          namespaceResourceBlacklist: 'v1alpha1.AppProject.spec.namespaceResourceBlacklist',
          namespaceResourceWhitelist: 'v1alpha1.AppProject.spec.namespaceResourceBlacklist',
          orphanedResources: {
            type: 'object',
            properties: {
              ignore: {
                type: 'array',
                items: { type: 'object', properties: { group: 'string', kind: 'string', name: 'string' } }
              },
              warn: 'boolean'
            }
          },
          permitOnlyProjectScopedClusters: 'boolean',
          roles: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name'],
              properties: {
                description: 'string',
                groups: 'v1alpha1.Application.operation.sync.manifests',
                jwtTokens: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['iat'],
                    properties: { exp: 'integer', iat: 'integer', id: 'string' }
                  }
                },
                name: 'string',
                policies: 'v1alpha1.Application.operation.sync.manifests'
              }
            }
          },
          signatureKeys: {
            type: 'array',
            items: { type: 'object', required: ['keyID'], properties: { keyID: 'string' } }
          },
          sourceIntegrity: {
            type: 'object',
            required: ['git'],
            properties: {
              git: {
                type: 'object',
                required: ['policies'],
                properties: {
                  policies: {
                    type: 'array',
                    items: {
                      type: 'object',
                      required: ['gpg', 'repos'],
                      properties: {
                        gpg: {
                          type: 'object',
                          required: ['keys', 'mode'],
                          properties: { keys: 'v1alpha1.Application.operation.sync.manifests', mode: 'string' }
                        },
                        repos: {
                          type: 'array',
                          items: { type: 'object', required: ['url'], properties: { url: 'string' } }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          sourceNamespaces: 'v1alpha1.Application.operation.sync.manifests',
          sourceRepos: 'v1alpha1.Application.operation.sync.manifests',
          syncWindows: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                andOperator: 'boolean',
                applications: 'v1alpha1.Application.operation.sync.manifests',
                clusters: 'v1alpha1.Application.operation.sync.manifests',
                description: 'string',
                duration: 'string',
                kind: 'string',
                manualSync: 'boolean',
                namespaces: 'v1alpha1.Application.operation.sync.manifests',
                schedule: 'string',
                syncOverrun: 'boolean',
                timeZone: 'string'
              }
            }
          }
        }
      },
      status: 'any'
    }
  },
  'argoproj.io/v1alpha1/Application': {
    type: 'object',
    required: ['metadata', 'spec'],
    properties: {
      apiVersion: 'string',
      kind: 'string',
      metadata: 'ObjectMeta',
      operation: {
        type: 'object',
        properties: {
          info: 'v1alpha1.Application.operation.info',
          initiatedBy: { type: 'object', properties: { automated: 'boolean', username: 'string' } },
          retry: 'v1alpha1.Application.operation.retry',
          sync: {
            type: 'object',
            properties: {
              autoHealAttemptsCount: 'integer',
              dryRun: 'boolean',
              manifests: 'v1alpha1.Application.operation.sync.manifests',
              prune: 'boolean',
              resources: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['kind', 'name'],
                  properties: { group: 'string', kind: 'string', name: 'string', namespace: 'string' }
                }
              },
              revision: 'string',
              revisions: 'v1alpha1.Application.operation.sync.manifests',
              source: 'v1alpha1.Application.operation.sync.source',
              sources: 'v1alpha1.Application.operation.sync.sources',
              syncOptions: 'v1alpha1.Application.operation.sync.manifests',
              syncStrategy: {
                type: 'object',
                properties: {
                  apply: 'v1alpha1.Application.operation.sync.syncStrategy.apply',
                  hook: 'v1alpha1.Application.operation.sync.syncStrategy.apply'
                }
              }
            }
          }
        }
      },
      spec: 'v1alpha1.Application.spec',
      status: 'any'
    }
  },
  'argoproj.io/v1alpha1/ApplicationSet': {
    type: 'object',
    required: ['metadata', 'spec'],
    properties: {
      apiVersion: 'string',
      kind: 'string',
      metadata: 'ObjectMeta',
      spec: {
        type: 'object',
        required: ['generators', 'template'],
        properties: {
          applyNestedSelectors: 'boolean',
          generators: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                clusterDecisionResource: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource',
                clusters: 'v1alpha1.ApplicationSet.spec.generators[].clusters',
                git: 'v1alpha1.ApplicationSet.spec.generators[].git',
                list: 'v1alpha1.ApplicationSet.spec.generators[].list',
                matrix: {
                  type: 'object',
                  required: ['generators'],
                  properties: {
                    generators: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators',
                    template: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template'
                  }
                },
                merge: {
                  type: 'object',
                  required: ['generators', 'mergeKeys'],
                  properties: {
                    generators: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators',
                    mergeKeys: 'v1alpha1.Application.operation.sync.manifests',
                    template: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template'
                  }
                },
                plugin: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].plugin',
                pullRequest: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest',
                scmProvider: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].scmProvider',
                selector: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector'
              }
            }
          },
          goTemplate: 'boolean',
          goTemplateOptions: 'v1alpha1.Application.operation.sync.manifests',
          ignoreApplicationDifferences: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                jqPathExpressions: 'v1alpha1.Application.operation.sync.manifests',
                jsonPointers: 'v1alpha1.Application.operation.sync.manifests',
                name: 'string'
              }
            }
          },
          preservedFields: {
            type: 'object',
            properties: {
              annotations: 'v1alpha1.Application.operation.sync.manifests',
              labels: 'v1alpha1.Application.operation.sync.manifests'
            }
          },
          strategy: {
            type: 'object',
            properties: {
              deletionOrder: 'string',
              rollingSync: {
                type: 'object',
                properties: {
                  steps: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: {
                        matchExpressions: {
                          type: 'array',
                          items: {
                            type: 'object',
                            properties: {
                              key: 'string',
                              operator: 'string',
                              values: 'v1alpha1.Application.operation.sync.manifests'
                            }
                          }
                        },
                        maxUpdate: 'intOrString'
                      }
                    }
                  }
                }
              },
              type: 'string'
            }
          },
          syncPolicy: {
            type: 'object',
            properties: {
              applicationsSync: { type: 'string', enum: ['create-only', 'create-update', 'create-delete', 'sync'] },
              preserveResourcesOnDeletion: 'boolean'
            }
          },
          template: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template',
          templatePatch: 'string'
        }
      },
      status: 'any'
    }
  },
  'external-secrets.io/v1/ClusterSecretStore': {
    type: 'object',
    properties: {
      apiVersion: 'string',
      kind: 'string',
      metadata: 'ObjectMeta',
      spec: {
        type: 'object',
        required: ['provider'],
        properties: {
          conditions: 'v1.SecretStore.spec.conditions',
          controller: 'string',
          provider: {
            type: 'object',
            properties: {
              akeyless: 'any',
              aws: 'any',
              azurekv: {
                type: 'object',
                required: ['vaultUrl'],
                properties: {
                  authSecretRef: 'v1.SecretStore.spec.provider.azurekv.authSecretRef',
                  authType: 'v1.SecretStore.spec.provider.azurekv.authType',
                  customCloudConfig: {
                    type: 'object',
                    required: ['activeDirectoryEndpoint'],
                    properties: {
                      activeDirectoryEndpoint: 'string',
                      keyVaultDNSSuffix: 'string',
                      keyVaultEndpoint: 'string',
                      resourceManagerEndpoint: 'string'
                    }
                  },
                  environmentType: {
                    type: 'string',
                    enum: ['PublicCloud', 'USGovernmentCloud', 'ChinaCloud', 'GermanCloud', 'AzureStackCloud']
                  },
                  identityId: 'string',
                  serviceAccountRef: 'v1.SecretStore.spec.provider.azurekv.serviceAccountRef',
                  tenantId: 'string',
                  useAzureSDK: 'boolean',
                  vaultUrl: 'string'
                }
              },
              barbican: 'any',
              beyondtrust: 'any',
              beyondtrustworkloadcredentials: 'any',
              bitwardensecretsmanager: 'any',
              chef: 'any',
              cloudrusm: 'any',
              conjur: 'any',
              crd: 'any',
              delinea: 'any',
              doppler: 'any',
              dvls: 'any',
              fake: 'any',
              fortanix: 'any',
              gcpsm: 'any',
              github: 'any',
              gitlab: 'any',
              ibm: 'any',
              infisical: 'any',
              keepersecurity: 'any',
              kubernetes: 'any',
              nebiusmysterybox: 'any',
              ngrok: 'any',
              onboardbase: 'any',
              onepassword: 'any',
              onepasswordSDK: 'any',
              openBao: 'any',
              oracle: 'any',
              ovh: 'any',
              passbolt: 'any',
              passworddepot: 'any',
              previder: 'any',
              pulumi: 'any',
              scaleway: 'any',
              secretserver: 'any',
              senhasegura: 'any',
              vault: 'any',
              volcengine: 'any',
              webhook: 'any',
              yandexcertificatemanager: 'any',
              yandexlockbox: 'any'
            },
            min: 1,
            max: 1
          },
          refreshInterval: 'intOrString',
          retrySettings: 'v1.SecretStore.spec.retrySettings'
        }
      },
      status: 'any'
    }
  },
  'external-secrets.io/v1/ExternalSecret': {
    type: 'object',
    properties: {
      apiVersion: 'string',
      kind: 'string',
      metadata: 'ObjectMeta',
      spec: {
        type: 'object',
        properties: {
          data: {
            type: 'array',
            items: {
              type: 'object',
              required: ['remoteRef', 'secretKey'],
              properties: {
                remoteRef: 'v1.ExternalSecret.spec.data[].remoteRef',
                secretKey: 'v1.ExternalSecret.spec.data[].secretKey',
                sourceRef: 'v1.ExternalSecret.spec.data[].sourceRef'
              }
            }
          },
          dataFrom: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                extract: 'v1.ExternalSecret.spec.data[].remoteRef',
                find: {
                  type: 'object',
                  properties: {
                    conversionStrategy: 'v1.ExternalSecret.spec.data[].remoteRef.conversionStrategy',
                    decodingStrategy: 'v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy',
                    name: 'v1.ExternalSecret.spec.dataFrom[].find.name',
                    nullBytePolicy: 'v1.ExternalSecret.spec.data[].remoteRef.nullBytePolicy',
                    path: 'string',
                    tags: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations'
                  }
                },
                rewrite: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      merge: {
                        type: 'object',
                        properties: {
                          conflictPolicy: { type: 'string', enum: ['Ignore', 'Error'] },
                          into: 'string',
                          priority: 'v1alpha1.Application.operation.sync.manifests',
                          priorityPolicy: { type: 'string', enum: ['IgnoreNotFound', 'Strict'] },
                          strategy: { type: 'string', enum: ['Extract', 'JSON'] }
                        }
                      },
                      regexp: 'v1.ExternalSecret.spec.dataFrom[].rewrite[].regexp',
                      transform: 'v1.ExternalSecret.spec.dataFrom[].rewrite[].transform'
                    },
                    min: 1,
                    max: 1
                  }
                },
                sourceRef: 'v1.ExternalSecret.spec.data[].sourceRef'
              }
            }
          },
          refreshInterval: 'string',
          refreshPolicy: 'v1.ExternalSecret.spec.refreshPolicy',
          secretStoreRef: 'v1.ExternalSecret.spec.data[].sourceRef.storeRef',
          syncWindows: {
            type: 'object',
            required: ['kind', 'windows'],
            properties: {
              kind: { type: 'string', enum: ['allow', 'deny'] },
              windows: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['duration', 'schedule'],
                  properties: {
                    duration: 'string',
                    schedule: {
                      type: 'string',
                      min: 1,
                      pattern:
                        '^(@(annually|yearly|monthly|weekly|daily|midnight|hourly)|@every [^\\s]+.*|[^\\s]+( [^\\s]+){4})$'
                    }
                  }
                },
                min: 1
              }
            }
          },
          target: {
            type: 'object',
            properties: {
              creationPolicy: { type: 'string', enum: ['Owner', 'Orphan', 'Merge', 'None', 'CreateOrMerge'] },
              deletionPolicy: 'v1.ExternalSecret.spec.target.deletionPolicy',
              immutable: 'boolean',
              manifest: {
                type: 'object',
                required: ['apiVersion', 'kind'],
                properties: {
                  apiVersion: 'v1.ExternalSecret.spec.target.manifest.apiVersion',
                  kind: 'v1.ExternalSecret.spec.target.manifest.apiVersion'
                }
              },
              name: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name',
              template: 'v1.ExternalSecret.spec.target.template'
            }
          }
        }
      },
      status: 'any'
    }
  },
  'external-secrets.io/v1/SecretStore': {
    type: 'object',
    properties: {
      apiVersion: 'string',
      kind: 'string',
      metadata: 'ObjectMeta',
      spec: {
        type: 'object',
        required: ['provider'],
        properties: {
          conditions: 'v1.SecretStore.spec.conditions',
          controller: 'string',
          provider: {
            type: 'object',
            properties: {
              akeyless: 'any',
              aws: 'any',
              azurekv: {
                type: 'object',
                required: ['vaultUrl'],
                properties: {
                  authSecretRef: 'v1.SecretStore.spec.provider.azurekv.authSecretRef',
                  authType: 'v1.SecretStore.spec.provider.azurekv.authType',
                  customCloudConfig: {
                    type: 'object',
                    required: ['activeDirectoryEndpoint'],
                    properties: {
                      activeDirectoryEndpoint: 'string',
                      keyVaultDNSSuffix: 'string',
                      keyVaultEndpoint: 'string',
                      resourceManagerEndpoint: 'string'
                    }
                  },
                  environmentType: {
                    type: 'string',
                    enum: ['PublicCloud', 'USGovernmentCloud', 'ChinaCloud', 'GermanCloud', 'AzureStackCloud']
                  },
                  identityId: 'string',
                  serviceAccountRef: 'v1.SecretStore.spec.provider.azurekv.serviceAccountRef',
                  tenantId: 'string',
                  useAzureSDK: 'boolean',
                  vaultUrl: 'string'
                }
              },
              barbican: 'any',
              beyondtrust: 'any',
              beyondtrustworkloadcredentials: 'any',
              bitwardensecretsmanager: 'any',
              chef: 'any',
              cloudrusm: 'any',
              conjur: 'any',
              crd: 'any',
              delinea: 'any',
              doppler: 'any',
              dvls: 'any',
              fake: 'any',
              fortanix: 'any',
              gcpsm: 'any',
              github: 'any',
              gitlab: 'any',
              ibm: 'any',
              infisical: 'any',
              keepersecurity: 'any',
              kubernetes: 'any',
              nebiusmysterybox: 'any',
              ngrok: 'any',
              onboardbase: 'any',
              onepassword: 'any',
              onepasswordSDK: 'any',
              openBao: 'any',
              oracle: 'any',
              ovh: 'any',
              passbolt: 'any',
              passworddepot: 'any',
              previder: 'any',
              pulumi: 'any',
              scaleway: 'any',
              secretserver: 'any',
              senhasegura: 'any',
              vault: 'any',
              volcengine: 'any',
              webhook: 'any',
              yandexcertificatemanager: 'any',
              yandexlockbox: 'any'
            },
            min: 1,
            max: 1
          },
          refreshInterval: 'intOrString',
          retrySettings: 'v1.SecretStore.spec.retrySettings'
        }
      },
      status: 'any'
    }
  },
  'external-secrets.io/v1alpha1/PushSecret': {
    type: 'object',
    properties: {
      apiVersion: 'string',
      kind: 'string',
      metadata: 'ObjectMeta',
      spec: {
        type: 'object',
        required: ['secretStoreRefs', 'selector'],
        properties: {
          data: {
            type: 'array',
            items: {
              type: 'object',
              required: ['match'],
              properties: {
                conversionStrategy: 'v1alpha1.PushSecret.spec.data[].conversionStrategy',
                match: {
                  type: 'object',
                  required: ['remoteRef'],
                  properties: {
                    remoteRef: {
                      type: 'object',
                      required: ['remoteKey'],
                      properties: { property: 'string', remoteKey: 'string' }
                    },
                    secretKey: 'string'
                  }
                },
                metadata: 'any'
              }
            }
          },
          dataTo: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                conversionStrategy: 'v1alpha1.PushSecret.spec.data[].conversionStrategy',
                match: 'v1.ExternalSecret.spec.dataFrom[].find.name',
                metadata: 'any',
                remoteKey: 'string',
                rewrite: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      regexp: 'v1.ExternalSecret.spec.dataFrom[].rewrite[].regexp',
                      transform: 'v1.ExternalSecret.spec.dataFrom[].rewrite[].transform'
                    }
                  }
                },
                storeRef: 'v1alpha1.PushSecret.spec.dataTo[].storeRef'
              }
            }
          },
          deletionPolicy: { type: 'string', enum: ['Delete', 'None'] },
          refreshInterval: 'string',
          secretStoreRefs: { type: 'array', items: 'v1alpha1.PushSecret.spec.dataTo[].storeRef' },
          selector: {
            type: 'object',
            properties: {
              generatorRef: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef',
              secret: {
                type: 'object',
                properties: {
                  name: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name',
                  selector: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector'
                }
              }
            },
            min: 1,
            max: 1
          },
          template: 'v1.ExternalSecret.spec.target.template',
          updatePolicy: { type: 'string', enum: ['Replace', 'IfNotExists'] }
        }
      },
      status: 'any'
    }
  },
  'external-secrets.io/v1beta1/ClusterSecretStore': {
    type: 'object',
    properties: {
      apiVersion: 'string',
      kind: 'string',
      metadata: 'ObjectMeta',
      spec: {
        type: 'object',
        required: ['provider'],
        properties: {
          conditions: 'v1.SecretStore.spec.conditions',
          controller: 'string',
          provider: {
            type: 'object',
            properties: {
              akeyless: 'any',
              alibaba: 'any',
              aws: 'any',
              azurekv: {
                type: 'object',
                required: ['vaultUrl'],
                properties: {
                  authSecretRef: 'v1.SecretStore.spec.provider.azurekv.authSecretRef',
                  authType: 'v1.SecretStore.spec.provider.azurekv.authType',
                  environmentType: {
                    type: 'string',
                    enum: ['PublicCloud', 'USGovernmentCloud', 'ChinaCloud', 'GermanCloud']
                  },
                  identityId: 'string',
                  serviceAccountRef: 'v1.SecretStore.spec.provider.azurekv.serviceAccountRef',
                  tenantId: 'string',
                  vaultUrl: 'string'
                }
              },
              beyondtrust: 'any',
              bitwardensecretsmanager: 'any',
              chef: 'any',
              cloudrusm: 'any',
              conjur: 'any',
              delinea: 'any',
              device42: 'any',
              doppler: 'any',
              fake: 'any',
              fortanix: 'any',
              gcpsm: 'any',
              github: 'any',
              gitlab: 'any',
              ibm: 'any',
              infisical: 'any',
              keepersecurity: 'any',
              kubernetes: 'any',
              onboardbase: 'any',
              onepassword: 'any',
              oracle: 'any',
              passbolt: 'any',
              passworddepot: 'any',
              previder: 'any',
              pulumi: 'any',
              scaleway: 'any',
              secretserver: 'any',
              senhasegura: 'any',
              vault: 'any',
              webhook: 'any',
              yandexcertificatemanager: 'any',
              yandexlockbox: 'any'
            },
            min: 1,
            max: 1
          },
          refreshInterval: 'integer',
          retrySettings: 'v1.SecretStore.spec.retrySettings'
        }
      },
      status: 'any'
    }
  },
  'external-secrets.io/v1beta1/ExternalSecret': {
    type: 'object',
    properties: {
      apiVersion: 'string',
      kind: 'string',
      metadata: 'ObjectMeta',
      spec: {
        type: 'object',
        properties: {
          data: {
            type: 'array',
            items: {
              type: 'object',
              required: ['remoteRef', 'secretKey'],
              properties: {
                remoteRef: 'v1beta1.ExternalSecret.spec.data[].remoteRef',
                secretKey: 'v1.ExternalSecret.spec.data[].secretKey',
                sourceRef: 'v1beta1.ExternalSecret.spec.data[].sourceRef'
              }
            }
          },
          dataFrom: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                extract: 'v1beta1.ExternalSecret.spec.data[].remoteRef',
                find: {
                  type: 'object',
                  properties: {
                    conversionStrategy: 'v1.ExternalSecret.spec.data[].remoteRef.conversionStrategy',
                    decodingStrategy: 'v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy',
                    name: 'v1.ExternalSecret.spec.dataFrom[].find.name',
                    path: 'string',
                    tags: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations'
                  }
                },
                rewrite: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      regexp: 'v1.ExternalSecret.spec.dataFrom[].rewrite[].regexp',
                      transform: 'v1.ExternalSecret.spec.dataFrom[].rewrite[].transform'
                    },
                    min: 1,
                    max: 1
                  }
                },
                sourceRef: 'v1beta1.ExternalSecret.spec.data[].sourceRef'
              }
            }
          },
          refreshInterval: 'string',
          refreshPolicy: 'v1.ExternalSecret.spec.refreshPolicy',
          secretStoreRef: 'v1.ExternalSecret.spec.data[].sourceRef.storeRef',
          target: {
            type: 'object',
            properties: {
              creationPolicy: { type: 'string', enum: ['Owner', 'Orphan', 'Merge', 'None'] },
              deletionPolicy: 'v1.ExternalSecret.spec.target.deletionPolicy',
              immutable: 'boolean',
              name: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name',
              template: {
                type: 'object',
                properties: {
                  data: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations',
                  engineVersion: 'v1.ExternalSecret.spec.target.template.engineVersion',
                  mergePolicy: 'v1.ExternalSecret.spec.target.template.mergePolicy',
                  metadata: 'v1alpha1.Application.spec.syncPolicy.managedNamespaceMetadata',
                  templateFrom: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: {
                        configMap: 'v1.ExternalSecret.spec.target.template.templateFrom[].configMap',
                        literal: 'string',
                        secret: 'v1.ExternalSecret.spec.target.template.templateFrom[].configMap',
                        target: { type: 'string', enum: ['Data', 'Annotations', 'Labels'] }
                      }
                    }
                  },
                  type: 'string'
                }
              }
            }
          }
        }
      },
      status: 'any'
    }
  },
  'external-secrets.io/v1beta1/SecretStore': {
    type: 'object',
    properties: {
      apiVersion: 'string',
      kind: 'string',
      metadata: 'ObjectMeta',
      spec: {
        type: 'object',
        required: ['provider'],
        properties: {
          conditions: 'v1.SecretStore.spec.conditions',
          controller: 'string',
          provider: {
            type: 'object',
            properties: {
              akeyless: 'any',
              alibaba: 'any',
              aws: 'any',
              azurekv: {
                type: 'object',
                required: ['vaultUrl'],
                properties: {
                  authSecretRef: 'v1.SecretStore.spec.provider.azurekv.authSecretRef',
                  authType: 'v1.SecretStore.spec.provider.azurekv.authType',
                  environmentType: {
                    type: 'string',
                    enum: ['PublicCloud', 'USGovernmentCloud', 'ChinaCloud', 'GermanCloud']
                  },
                  identityId: 'string',
                  serviceAccountRef: 'v1.SecretStore.spec.provider.azurekv.serviceAccountRef',
                  tenantId: 'string',
                  vaultUrl: 'string'
                }
              },
              beyondtrust: 'any',
              bitwardensecretsmanager: 'any',
              chef: 'any',
              cloudrusm: 'any',
              conjur: 'any',
              delinea: 'any',
              device42: 'any',
              doppler: 'any',
              fake: 'any',
              fortanix: 'any',
              gcpsm: 'any',
              github: 'any',
              gitlab: 'any',
              ibm: 'any',
              infisical: 'any',
              keepersecurity: 'any',
              kubernetes: 'any',
              onboardbase: 'any',
              onepassword: 'any',
              oracle: 'any',
              passbolt: 'any',
              passworddepot: 'any',
              previder: 'any',
              pulumi: 'any',
              scaleway: 'any',
              secretserver: 'any',
              senhasegura: 'any',
              vault: 'any',
              webhook: 'any',
              yandexcertificatemanager: 'any',
              yandexlockbox: 'any'
            },
            min: 1,
            max: 1
          },
          refreshInterval: 'integer',
          retrySettings: 'v1.SecretStore.spec.retrySettings'
        }
      },
      status: 'any'
    }
  },
  'v1.ExternalSecret.spec.dataFrom[].find.name': { type: 'object', properties: { regexp: 'string' } },
  'v1.ExternalSecret.spec.dataFrom[].rewrite[].regexp': {
    type: 'object',
    required: ['source', 'target'],
    properties: { source: 'string', target: 'string' }
  },
  'v1.ExternalSecret.spec.dataFrom[].rewrite[].transform': {
    type: 'object',
    required: ['template'],
    properties: { template: 'string' }
  },
  'v1.ExternalSecret.spec.data[].remoteRef': {
    type: 'object',
    required: ['key'],
    properties: {
      conversionStrategy: 'v1.ExternalSecret.spec.data[].remoteRef.conversionStrategy',
      decodingStrategy: 'v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy',
      key: 'string',
      metadataPolicy: 'v1.ExternalSecret.spec.data[].remoteRef.metadataPolicy',
      nullBytePolicy: 'v1.ExternalSecret.spec.data[].remoteRef.nullBytePolicy',
      property: 'string',
      version: 'string'
    }
  },
  'v1.ExternalSecret.spec.data[].remoteRef.conversionStrategy': { type: 'string', enum: ['Default', 'Unicode'] },
  'v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy': {
    type: 'string',
    enum: ['Auto', 'Base64', 'Base64URL', 'None']
  },
  'v1.ExternalSecret.spec.data[].remoteRef.metadataPolicy': { type: 'string', enum: ['None', 'Fetch'] },
  'v1.ExternalSecret.spec.data[].remoteRef.nullBytePolicy': { type: 'string', enum: ['Ignore', 'Fail'] },
  'v1.ExternalSecret.spec.data[].secretKey': { type: 'string', min: 1, max: 253, pattern: '^[-._a-zA-Z0-9]+$' },
  'v1.ExternalSecret.spec.data[].sourceRef': {
    type: 'object',
    properties: {
      generatorRef: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef',
      storeRef: 'v1.ExternalSecret.spec.data[].sourceRef.storeRef'
    },
    min: 1,
    max: 1
  },
  'v1.ExternalSecret.spec.data[].sourceRef.generatorRef': {
    type: 'object',
    required: ['kind', 'name'],
    properties: {
      apiVersion: 'string',
      kind: {
        type: 'string',
        enum: [
          'ACRAccessToken',
          'BeyondtrustWorkloadCredentialsDynamicSecret',
          'ClusterGenerator',
          'CloudsmithAccessToken',
          'ECRAuthorizationToken',
          'Fake',
          'GCRAccessToken',
          'GithubAccessToken',
          'GitlabDeployToken',
          'QuayAccessToken',
          'Password',
          'SSHKey',
          'STSSessionToken',
          'UUID',
          'VaultDynamicSecret',
          'Webhook',
          'Grafana',
          'MFA'
        ]
      },
      name: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name'
    }
  },
  'v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name': {
    type: 'string',
    min: 1,
    max: 253,
    pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$'
  },
  'v1.ExternalSecret.spec.data[].sourceRef.storeRef': {
    type: 'object',
    properties: {
      kind: 'v1.ExternalSecret.spec.data[].sourceRef.storeRef.kind',
      name: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name'
    }
  },
  'v1.ExternalSecret.spec.data[].sourceRef.storeRef.kind': {
    type: 'string',
    enum: ['SecretStore', 'ClusterSecretStore']
  },
  'v1.ExternalSecret.spec.refreshPolicy': { type: 'string', enum: ['CreatedOnce', 'Periodic', 'OnChange'] },
  'v1.ExternalSecret.spec.target.deletionPolicy': { type: 'string', enum: ['Delete', 'Merge', 'Retain'] },
  'v1.ExternalSecret.spec.target.manifest.apiVersion': { type: 'string', min: 1 },
  'v1.ExternalSecret.spec.target.template': {
    type: 'object',
    properties: {
      data: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations',
      engineVersion: 'v1.ExternalSecret.spec.target.template.engineVersion',
      mergePolicy: 'v1.ExternalSecret.spec.target.template.mergePolicy',
      metadata: {
        type: 'object',
        properties: {
          annotations: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations',
          finalizers: 'v1alpha1.Application.operation.sync.manifests',
          labels: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations'
        }
      },
      templateFrom: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            configMap: 'v1.ExternalSecret.spec.target.template.templateFrom[].configMap',
            literal: 'string',
            secret: 'v1.ExternalSecret.spec.target.template.templateFrom[].configMap',
            target: 'string',
            valuesDecodingStrategy: 'v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy'
          }
        }
      },
      type: 'string'
    }
  },
  'v1.ExternalSecret.spec.target.template.engineVersion': { type: 'string', enum: ['v2'] },
  'v1.ExternalSecret.spec.target.template.mergePolicy': { type: 'string', enum: ['Replace', 'Merge'] },
  'v1.ExternalSecret.spec.target.template.templateFrom[].configMap': {
    type: 'object',
    required: ['items', 'name'],
    properties: {
      items: {
        type: 'array',
        items: {
          type: 'object',
          required: ['key'],
          properties: {
            key: 'v1.ExternalSecret.spec.data[].secretKey',
            templateAs: { type: 'string', enum: ['Values', 'KeysAndValues'] }
          }
        }
      },
      name: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name'
    }
  },
  'v1.SecretStore.spec.conditions': {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        namespaceRegexes: 'v1alpha1.Application.operation.sync.manifests',
        namespaceSelector: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector',
        namespaces: { type: 'array', items: 'v1.SecretStore.spec.conditions[].namespaces[]' }
      }
    }
  },
  'v1.SecretStore.spec.conditions[].namespaces[]': {
    type: 'string',
    min: 1,
    max: 63,
    pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'
  },
  'v1.SecretStore.spec.provider.azurekv.authSecretRef': {
    type: 'object',
    properties: {
      clientCertificate: 'v1.SecretStore.spec.provider.azurekv.authSecretRef.clientCertificate',
      clientId: 'v1.SecretStore.spec.provider.azurekv.authSecretRef.clientCertificate',
      clientSecret: 'v1.SecretStore.spec.provider.azurekv.authSecretRef.clientCertificate',
      tenantId: 'v1.SecretStore.spec.provider.azurekv.authSecretRef.clientCertificate'
    }
  },
  'v1.SecretStore.spec.provider.azurekv.authSecretRef.clientCertificate': {
    type: 'object',
    properties: {
      key: 'v1.ExternalSecret.spec.data[].secretKey',
      name: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name',
      namespace: 'v1.SecretStore.spec.conditions[].namespaces[]'
    }
  },
  'v1.SecretStore.spec.provider.azurekv.authType': {
    type: 'string',
    enum: ['ServicePrincipal', 'ManagedIdentity', 'WorkloadIdentity']
  },
  'v1.SecretStore.spec.provider.azurekv.serviceAccountRef': {
    type: 'object',
    required: ['name'],
    properties: {
      audiences: 'v1alpha1.Application.operation.sync.manifests',
      name: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name',
      namespace: 'v1.SecretStore.spec.conditions[].namespaces[]'
    }
  },
  'v1.SecretStore.spec.retrySettings': {
    type: 'object',
    properties: { maxRetries: 'integer', retryInterval: 'string' }
  },
  'v1alpha1.AppProject.spec.clusterResourceBlacklist': {
    type: 'array',
    items: {
      type: 'object',
      required: ['group', 'kind'],
      properties: { group: 'string', kind: 'string', name: 'string' }
    }
  },
  'v1alpha1.AppProject.spec.namespaceResourceBlacklist': {
    type: 'array',
    items: { type: 'object', required: ['group', 'kind'], properties: { group: 'string', kind: 'string' } }
  },
  'v1alpha1.Application.operation.info': {
    type: 'array',
    items: { type: 'object', required: ['name', 'value'], properties: { name: 'string', value: 'string' } }
  },
  'v1alpha1.Application.operation.retry': {
    type: 'object',
    properties: {
      backoff: { type: 'object', properties: { duration: 'string', factor: 'integer', maxDuration: 'string' } },
      limit: 'integer',
      refresh: 'boolean'
    }
  },
  'v1alpha1.Application.operation.sync.manifests': { type: 'array', items: 'string' },
  'v1alpha1.Application.operation.sync.source': {
    type: 'object',
    required: ['repoURL'],
    properties: {
      chart: 'string',
      directory: 'v1alpha1.Application.operation.sync.source.directory',
      helm: 'v1alpha1.Application.operation.sync.source.helm',
      kustomize: 'v1alpha1.Application.operation.sync.source.kustomize',
      name: 'string',
      path: 'string',
      plugin: 'v1alpha1.Application.operation.sync.source.plugin',
      ref: 'string',
      repoURL: 'string',
      tagPrefix: 'string',
      targetRevision: 'string'
    }
  },
  'v1alpha1.Application.operation.sync.source.directory': {
    type: 'object',
    properties: {
      disableExtensionFilter: 'boolean',
      exclude: 'string',
      include: 'string',
      jsonnet: {
        type: 'object',
        properties: {
          extVars: 'v1alpha1.Application.operation.sync.source.directory.jsonnet.extVars',
          libs: 'v1alpha1.Application.operation.sync.manifests',
          tlas: 'v1alpha1.Application.operation.sync.source.directory.jsonnet.extVars'
        }
      },
      recurse: 'boolean'
    }
  },
  'v1alpha1.Application.operation.sync.source.directory.jsonnet.extVars': {
    type: 'array',
    items: {
      type: 'object',
      required: ['name', 'value'],
      properties: { code: 'boolean', name: 'string', value: 'string' }
    }
  },
  'v1alpha1.Application.operation.sync.source.helm': {
    type: 'object',
    properties: {
      apiVersions: 'v1alpha1.Application.operation.sync.manifests',
      fileParameters: { type: 'array', items: { type: 'object', properties: { name: 'string', path: 'string' } } },
      ignoreMissingValueFiles: 'boolean',
      kubeVersion: 'string',
      namespace: 'string',
      parameters: {
        type: 'array',
        items: { type: 'object', properties: { forceString: 'boolean', name: 'string', value: 'string' } }
      },
      passCredentials: 'boolean',
      releaseName: 'string',
      skipCrds: 'boolean',
      skipSchemaValidation: 'boolean',
      skipTests: 'boolean',
      valueFiles: 'v1alpha1.Application.operation.sync.manifests',
      values: 'string',
      valuesObject: 'v1alpha1.Application.operation.sync.source.helm.valuesObject',
      version: 'string'
    }
  },
  'v1alpha1.Application.operation.sync.source.helm.valuesObject': { type: 'object', values: 'any' },
  'v1alpha1.Application.operation.sync.source.kustomize': {
    type: 'object',
    properties: {
      apiVersions: 'v1alpha1.Application.operation.sync.manifests',
      commonAnnotations: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations',
      commonAnnotationsEnvsubst: 'boolean',
      commonLabels: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations',
      components: 'v1alpha1.Application.operation.sync.manifests',
      forceCommonAnnotations: 'boolean',
      forceCommonLabels: 'boolean',
      ignoreMissingComponents: 'boolean',
      images: 'v1alpha1.Application.operation.sync.manifests',
      kubeVersion: 'string',
      labelIncludeTemplates: 'boolean',
      labelWithoutSelector: 'boolean',
      namePrefix: 'string',
      nameSuffix: 'string',
      namespace: 'string',
      patches: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            options: { type: 'object', values: 'boolean' },
            patch: 'string',
            path: 'string',
            target: {
              type: 'object',
              properties: {
                annotationSelector: 'string',
                group: 'string',
                kind: 'string',
                labelSelector: 'string',
                name: 'string',
                namespace: 'string',
                version: 'string'
              }
            }
          }
        }
      },
      replicas: {
        type: 'array',
        items: { type: 'object', required: ['count', 'name'], properties: { count: 'intOrString', name: 'string' } }
      },
      version: 'string'
    }
  },
  'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations': { type: 'object', values: 'string' },
  'v1alpha1.Application.operation.sync.source.plugin': {
    type: 'object',
    properties: {
      env: 'v1alpha1.Application.operation.info',
      name: 'string',
      parameters: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            array: 'v1alpha1.Application.operation.sync.manifests',
            map: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations',
            name: 'string',
            string: 'string'
          }
        }
      }
    }
  },
  'v1alpha1.Application.operation.sync.sources': { type: 'array', items: 'v1alpha1.Application.operation.sync.source' },
  'v1alpha1.Application.operation.sync.syncStrategy.apply': { type: 'object', properties: { force: 'boolean' } },
  'v1alpha1.Application.spec': {
    type: 'object',
    required: ['destination', 'project'],
    properties: {
      destination: 'v1alpha1.Application.spec.destination',
      ignoreDifferences: {
        type: 'array',
        items: {
          type: 'object',
          required: ['kind'],
          properties: {
            group: 'string',
            jqPathExpressions: 'v1alpha1.Application.operation.sync.manifests',
            jsonPointers: 'v1alpha1.Application.operation.sync.manifests',
            kind: 'string',
            managedFieldsManagers: 'v1alpha1.Application.operation.sync.manifests',
            name: 'string',
            namespace: 'string'
          }
        }
      },
      info: 'v1alpha1.Application.operation.info',
      project: 'string',
      revisionHistoryLimit: 'integer',
      source: 'v1alpha1.Application.operation.sync.source',
      sourceHydrator: {
        type: 'object',
        required: ['drySource', 'syncSource'],
        properties: {
          drySource: {
            type: 'object',
            required: ['path', 'repoURL', 'targetRevision'],
            properties: {
              directory: 'v1alpha1.Application.operation.sync.source.directory',
              helm: 'v1alpha1.Application.operation.sync.source.helm',
              kustomize: 'v1alpha1.Application.operation.sync.source.kustomize',
              path: 'string',
              plugin: 'v1alpha1.Application.operation.sync.source.plugin',
              repoURL: 'string',
              targetRevision: 'string'
            }
          },
          hydrateTo: { type: 'object', required: ['targetBranch'], properties: { targetBranch: 'string' } },
          syncSource: {
            type: 'object',
            required: ['path', 'targetBranch'],
            properties: {
              path: { type: 'string', min: 1, pattern: '^.{2,}|[^./]$' },
              repoURL: 'string',
              targetBranch: 'string'
            }
          }
        }
      },
      sources: 'v1alpha1.Application.operation.sync.sources',
      syncPolicy: {
        type: 'object',
        properties: {
          automated: {
            type: 'object',
            properties: { allowEmpty: 'boolean', enabled: 'boolean', prune: 'boolean', selfHeal: 'boolean' }
          },
          managedNamespaceMetadata: 'v1alpha1.Application.spec.syncPolicy.managedNamespaceMetadata',
          retry: 'v1alpha1.Application.operation.retry',
          syncOptions: 'v1alpha1.Application.operation.sync.manifests'
        }
      }
    }
  },
  'v1alpha1.Application.spec.destination': {
    type: 'object',
    properties: { name: 'string', namespace: 'string', server: 'string' }
  },
  'v1alpha1.Application.spec.syncPolicy.managedNamespaceMetadata': {
    type: 'object',
    properties: {
      annotations: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations',
      labels: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations'
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource': {
    type: 'object',
    required: ['configMapRef'],
    properties: {
      configMapRef: 'string',
      labelSelector: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector',
      name: 'string',
      requeueAfterSeconds: 'integer',
      template: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template',
      values: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations'
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector': {
    type: 'object',
    properties: {
      matchExpressions: {
        type: 'array',
        items: {
          type: 'object',
          required: ['key', 'operator'],
          properties: { key: 'string', operator: 'string', values: 'v1alpha1.Application.operation.sync.manifests' }
        }
      },
      matchLabels: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations'
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template': {
    type: 'object',
    required: ['metadata', 'spec'],
    properties: {
      metadata: {
        type: 'object',
        properties: {
          annotations: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations',
          finalizers: 'v1alpha1.Application.operation.sync.manifests',
          labels: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations',
          name: 'string',
          namespace: 'string'
        }
      },
      spec: 'v1alpha1.Application.spec'
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].clusters': {
    type: 'object',
    properties: {
      flatList: 'boolean',
      selector: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector',
      template: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template',
      values: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations'
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].git': {
    type: 'object',
    required: ['repoURL', 'revision'],
    properties: {
      directories: 'v1alpha1.ApplicationSet.spec.generators[].git.directories',
      files: 'v1alpha1.ApplicationSet.spec.generators[].git.directories',
      pathParamPrefix: 'string',
      repoURL: 'string',
      requeueAfterSeconds: 'integer',
      revision: 'string',
      template: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template',
      values: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations'
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].git.directories': {
    type: 'array',
    items: { type: 'object', required: ['path'], properties: { exclude: 'boolean', path: 'string' } }
  },
  'v1alpha1.ApplicationSet.spec.generators[].list': {
    type: 'object',
    properties: {
      elements: { type: 'array', items: 'any' },
      elementsYaml: 'string',
      template: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template'
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].matrix.generators': {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        clusterDecisionResource: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource',
        clusters: 'v1alpha1.ApplicationSet.spec.generators[].clusters',
        git: 'v1alpha1.ApplicationSet.spec.generators[].git',
        list: 'v1alpha1.ApplicationSet.spec.generators[].list',
        matrix: 'any',
        merge: 'any',
        plugin: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].plugin',
        pullRequest: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest',
        scmProvider: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].scmProvider',
        selector: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector'
      }
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].plugin': {
    type: 'object',
    required: ['configMapRef'],
    properties: {
      configMapRef: { type: 'object', required: ['name'], properties: { name: 'string' } },
      input: {
        type: 'object',
        properties: { parameters: 'v1alpha1.Application.operation.sync.source.helm.valuesObject' }
      },
      requeueAfterSeconds: 'integer',
      template: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template',
      values: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations'
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest': {
    type: 'object',
    properties: {
      azuredevops: {
        type: 'object',
        required: ['organization', 'project', 'repo'],
        properties: {
          api: 'string',
          labels: 'v1alpha1.Application.operation.sync.manifests',
          organization: 'string',
          project: 'string',
          repo: 'string',
          tokenRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef'
        }
      },
      bitbucket: {
        type: 'object',
        required: ['owner', 'repo'],
        properties: {
          api: 'string',
          basicAuth: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.basicAuth',
          bearerToken:
            'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.bearerToken',
          owner: 'string',
          repo: 'string'
        }
      },
      bitbucketServer: {
        type: 'object',
        required: ['api', 'project', 'repo'],
        properties: {
          api: 'string',
          basicAuth: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.basicAuth',
          bearerToken:
            'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.bearerToken',
          caRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucketServer.caRef',
          insecure: 'boolean',
          project: 'string',
          repo: 'string'
        }
      },
      continueOnRepoNotFoundError: 'boolean',
      filters: {
        type: 'array',
        items: {
          type: 'object',
          properties: { branchMatch: 'string', targetBranchMatch: 'string', titleMatch: 'string' }
        }
      },
      gitea: {
        type: 'object',
        required: ['api', 'owner', 'repo'],
        properties: {
          api: 'string',
          insecure: 'boolean',
          labels: 'v1alpha1.Application.operation.sync.manifests',
          owner: 'string',
          repo: 'string',
          tokenRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef'
        }
      },
      github: {
        type: 'object',
        required: ['owner', 'repo'],
        properties: {
          api: 'string',
          appSecretName: 'string',
          labels: 'v1alpha1.Application.operation.sync.manifests',
          owner: 'string',
          repo: 'string',
          tokenRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef'
        }
      },
      gitlab: {
        type: 'object',
        required: ['project'],
        properties: {
          api: 'string',
          caRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucketServer.caRef',
          insecure: 'boolean',
          labels: 'v1alpha1.Application.operation.sync.manifests',
          project: 'string',
          pullRequestState: 'string',
          tokenRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef'
        }
      },
      requeueAfterSeconds: 'integer',
      template: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template',
      values: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations'
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef': {
    type: 'object',
    required: ['key', 'secretName'],
    properties: { key: 'string', secretName: 'string' }
  },
  'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.basicAuth': {
    type: 'object',
    required: ['passwordRef', 'username'],
    properties: {
      passwordRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef',
      username: 'string'
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.bearerToken': {
    type: 'object',
    required: ['tokenRef'],
    properties: {
      tokenRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef'
    }
  },
  'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucketServer.caRef': {
    type: 'object',
    required: ['configMapName', 'key'],
    properties: { configMapName: 'string', key: 'string' }
  },
  'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].scmProvider': {
    type: 'object',
    properties: {
      awsCodeCommit: {
        type: 'object',
        properties: {
          allBranches: 'boolean',
          region: 'string',
          role: 'string',
          tagFilters: {
            type: 'array',
            items: { type: 'object', required: ['key'], properties: { key: 'string', value: 'string' } }
          }
        }
      },
      azureDevOps: {
        type: 'object',
        required: ['accessTokenRef', 'organization', 'teamProject'],
        properties: {
          accessTokenRef:
            'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef',
          allBranches: 'boolean',
          api: 'string',
          organization: 'string',
          teamProject: 'string'
        }
      },
      bitbucket: {
        type: 'object',
        required: ['appPasswordRef', 'owner', 'user'],
        properties: {
          allBranches: 'boolean',
          appPasswordRef:
            'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef',
          owner: 'string',
          user: 'string'
        }
      },
      bitbucketServer: {
        type: 'object',
        required: ['api', 'project'],
        properties: {
          allBranches: 'boolean',
          api: 'string',
          basicAuth: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.basicAuth',
          bearerToken:
            'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucket.bearerToken',
          caRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucketServer.caRef',
          insecure: 'boolean',
          project: 'string'
        }
      },
      cloneProtocol: 'string',
      filters: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            branchMatch: 'string',
            labelMatch: 'string',
            pathsDoNotExist: 'v1alpha1.Application.operation.sync.manifests',
            pathsExist: 'v1alpha1.Application.operation.sync.manifests',
            repositoryMatch: 'string'
          }
        }
      },
      gitea: {
        type: 'object',
        required: ['api', 'owner'],
        properties: {
          allBranches: 'boolean',
          api: 'string',
          excludeArchivedRepos: 'boolean',
          insecure: 'boolean',
          owner: 'string',
          tokenRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef'
        }
      },
      github: {
        type: 'object',
        required: ['organization'],
        properties: {
          allBranches: 'boolean',
          api: 'string',
          appSecretName: 'string',
          excludeArchivedRepos: 'boolean',
          organization: 'string',
          tokenRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef'
        }
      },
      gitlab: {
        type: 'object',
        required: ['group'],
        properties: {
          allBranches: 'boolean',
          api: 'string',
          caRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.bitbucketServer.caRef',
          group: 'string',
          includeArchivedRepos: 'boolean',
          includeSharedProjects: 'boolean',
          includeSubgroups: 'boolean',
          insecure: 'boolean',
          tokenRef: 'v1alpha1.ApplicationSet.spec.generators[].matrix.generators[].pullRequest.azuredevops.tokenRef',
          topic: 'string'
        }
      },
      requeueAfterSeconds: 'integer',
      template: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.template',
      values: 'v1alpha1.Application.operation.sync.source.kustomize.commonAnnotations'
    }
  },
  'v1alpha1.PushSecret.spec.dataTo[].storeRef': {
    type: 'object',
    properties: {
      kind: 'v1.ExternalSecret.spec.data[].sourceRef.storeRef.kind',
      labelSelector: 'v1alpha1.ApplicationSet.spec.generators[].clusterDecisionResource.labelSelector',
      name: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name'
    }
  },
  'v1alpha1.PushSecret.spec.data[].conversionStrategy': { type: 'string', enum: ['None', 'ReverseUnicode'] },
  'v1beta1.ExternalSecret.spec.data[].remoteRef': {
    type: 'object',
    required: ['key'],
    properties: {
      conversionStrategy: 'v1.ExternalSecret.spec.data[].remoteRef.conversionStrategy',
      decodingStrategy: 'v1.ExternalSecret.spec.data[].remoteRef.decodingStrategy',
      key: 'string',
      metadataPolicy: 'v1.ExternalSecret.spec.data[].remoteRef.metadataPolicy',
      property: 'string',
      version: 'string'
    }
  },
  'v1beta1.ExternalSecret.spec.data[].sourceRef': {
    type: 'object',
    properties: {
      generatorRef: {
        type: 'object',
        required: ['kind', 'name'],
        properties: {
          apiVersion: 'string',
          kind: {
            type: 'string',
            enum: [
              'ACRAccessToken',
              'ClusterGenerator',
              'ECRAuthorizationToken',
              'Fake',
              'GCRAccessToken',
              'GithubAccessToken',
              'QuayAccessToken',
              'Password',
              'SSHKey',
              'STSSessionToken',
              'UUID',
              'VaultDynamicSecret',
              'Webhook',
              'Grafana'
            ]
          },
          name: 'v1.ExternalSecret.spec.data[].sourceRef.generatorRef.name'
        }
      },
      storeRef: 'v1.ExternalSecret.spec.data[].sourceRef.storeRef'
    },
    min: 1,
    max: 1
  }
})
