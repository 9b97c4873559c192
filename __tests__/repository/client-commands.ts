// Commands of other people's clients that the documentation and our own texts use, with the flags they take: recorded from their own help.

/** Flags that stand alone; all others are followed by a value. */
const alone = new Set('--all --core --create-namespace --current --dry-run --ignore-not-found --versions'.split(' '))

/**
 * az 2.91, kubectl 1.34, argocd 3.5, helm 4.2, gh 2.83. Only what pages and texts use: a new flag is looked up in `<command> --help`
 * and written down here.
 */
const flagsOf: Readonly<Record<string, string>> = {
  'az account get-access-token': '',
  'az account show': '--query --output',
  'az ad app federated-credential create': '--id --parameters',
  'az aks show': '--name --resource-group --query --output',
  'az aks update': '--name --resource-group --enable-oidc-issuer',
  'az group create': '--name --location',
  'az identity create': '--name --resource-group',
  'az identity federated-credential create': '--name --identity-name --resource-group --issuer --subject --audiences',
  'az identity show': '--name --resource-group --query --output',
  'az keyvault create': '--name --resource-group --location --enable-rbac-authorization --enable-purge-protection',
  'az keyvault network-rule add': '--name --subnet --ip-address',
  'az keyvault secret recover': '--vault-name --name',
  'az keyvault secret set': '--vault-name --name --value --expires',
  'az keyvault secret set-attributes': '--vault-name --name --enabled --tags',
  'az keyvault set-policy': '--name --object-id --spn --secret-permissions',
  'az keyvault show': '--name --query --output',
  'az login': '',
  'az role assignment create': '--role --scope --assignee --assignee-object-id --assignee-principal-type',
  'argocd app diff': '',
  'argocd app sync': '',
  'argocd cluster add': '--name',
  'argocd cluster list': '',
  'argocd login': '--core',
  'argocd repo add': '--username --password',
  'gh api': '--jq',
  'gh attestation verify': '--repo',
  'gh auth token': '',
  'git pull': '',
  'helm install': '--kube-context --namespace --create-namespace --version --values --wait',
  'helm repo add': '',
  'helm search repo': '--versions',
  'helm template': '',
  'kubectl annotate': '--context --namespace',
  'kubectl apply': '--context --namespace --filename -n -f',
  'kubectl config set-context': '--current --namespace',
  'kubectl config use-context': '',
  'kubectl create': '--context --namespace',
  'kubectl create serviceaccount': '--context --namespace',
  'kubectl delete': '--context --namespace --all --ignore-not-found -n -l',
  'kubectl describe': '--context --namespace -n',
  'kubectl get': '--context --namespace --output -n -o',
  'kubectl kustomize': '',
  'kubectl patch': '--context --namespace --type -n -p',
  'npm cit': '',
  'npm run': ''
}

/** The clients that are known. */
export const clients: readonly string[] = [...new Set(Object.keys(flagsOf).map(command => command.split(' ')[0]!))]

/** What a client would refuse of these words; nothing when it knows them all. */
export function unknownIn(words: readonly string[]): readonly string[] {
  const { flags, others } = parted(words)
  const command = Object.keys(flagsOf)
    .filter(each => `${others.join(' ')} `.startsWith(`${each} `))
    .sort((a, b) => b.length - a.length)[0]
  if (command === undefined) return [others.join(' ')]
  const known = flagsOf[command]!.split(' ')
  return flags.filter(flag => !known.includes(flag)).map(flag => `${command} ${flag}`)
}

function parted(words: readonly string[]): { readonly flags: readonly string[]; readonly others: readonly string[] } {
  const flags: string[] = []
  const others: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (!word.startsWith('-')) others.push(word)
    else flags.push(word.split('=')[0]!)
    if (word.startsWith('-') && !word.includes('=') && !alone.has(word)) at++
  }
  return { flags, others }
}
