// What the built-in recipes are told: names, addresses, where the files go.

/** Everything the files of a fresh fleet need to know. All of it was checked before: it is written as it stands. */
export interface RecipeNames {
  /** Folder of the repository that the files go to; '' for its root. */
  readonly root: string
  /** The repository as Argo CD is to know it. */
  readonly repoURL: string
  readonly revision: string
  readonly primaryName: string
  readonly primaryIngress: string
  readonly vaultUrl: string
  readonly secretName: string
  readonly storeName: string
  /** The version of external-secrets.io that ESO serves for stores and ExternalSecrets: `v1` or `v1beta1`. */
  readonly esoApi: string
}

/** A path below the root. */
export function below({ root }: Pick<RecipeNames, 'root'>, path: string): string {
  return root === '' ? path : `${root}/${path}`
}

/** A text as a YAML scalar: plain where that means the same text, else in double quotes. */
export function scalar(text: string): string {
  return /^(?:https:\/\/[A-Za-z0-9./_~:-]*[A-Za-z0-9/_~-]|[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9])$/.test(text) &&
    !/^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i.test(text)
    ? text
    : JSON.stringify(text)
}
