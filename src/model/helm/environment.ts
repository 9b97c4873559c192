// Argo CD's variables in value files and parameters: $ARGOCD_APP_NAME and the like.
import { argocdNamespace, type Application, type ApplicationSource } from '../application.ts'

/** A text with its variables put in, or the variable that only Argo CD knows when it deploys. */
export type Substituted = { readonly text: string } | { readonly unknown: string }

const shellNames = /\$(?:\{([^}]*)\}|([A-Za-z_][A-Za-z0-9_]*)|([*#$@!?\-0-9]))/g

/**
 * Puts variables in as Argo CD does: `$$` is a dollar, a name it does not know is nothing.
 * argo-cd: pkg/apis/application/v1alpha1/types.go Env.Envsubst, reposerver/repository/repository.go newEnv
 */
export function substituted(text: string, application: Application, source: ApplicationSource): Substituted {
  if (!text.includes('$')) return { text }
  const variables = variablesOf(application, source)
  let unknown: string | undefined
  const result = text.replace(shellNames, (_, braced?: string, plain?: string, special?: string) => {
    const name = braced ?? plain ?? special ?? ''
    if (name === '$') return '$'
    if (/^ARGOCD_APP_REVISION(?:_SHORT(?:_8)?)?$/.test(name)) unknown = name
    return variables.get(name) ?? ''
  })
  return unknown === undefined ? { text: result } : { unknown }
}

function variablesOf(application: Application, source: ApplicationSource): ReadonlyMap<string, string> {
  const { name, namespace } = application
  return new Map([
    ['ARGOCD_APP_NAME', namespace === argocdNamespace ? name : `${namespace}_${name}`],
    ['ARGOCD_APP_NAMESPACE', application.destination.namespace?.value ?? ''],
    ['ARGOCD_APP_PROJECT_NAME', application.project],
    ['ARGOCD_APP_SOURCE_REPO_URL', source.repoURL?.value ?? ''],
    ['ARGOCD_APP_SOURCE_PATH', source.path?.value ?? ''],
    ['ARGOCD_APP_SOURCE_TARGET_REVISION', source.targetRevision?.value ?? '']
  ])
}
