// What doctor tells to add, in the words of whoever runs it: lines of a workflow, or commands at a terminal.
import type { Giver } from '../inputs/giver.ts'

/** What can be missing and has other words in a workflow than at a terminal. */
export type Lack = 'fleet' | 'history' | 'github' | 'helm' | 'kustomize' | 'identity'

const remedies: Readonly<Record<Giver, Readonly<Record<Lack, string>>>> = {
  'the step': {
    fleet: 'mode: init',
    history: 'with:\n  fetch-depth: 0',
    github: 'github-token: ${{ github.token }}',
    helm: '- uses: azure/setup-helm@v4',
    kustomize: '- uses: azure/setup-kubectl@v4',
    identity: 'permissions:\n  id-token: write'
  },
  'the command line': {
    fleet: 'kasten-multicluster init',
    history: 'git fetch --unshallow',
    github: '--github-token "$(gh auth token)"',
    helm: 'helm on PATH: https://helm.sh/docs/intro/install/',
    kustomize: 'kustomize or kubectl on PATH: https://kubectl.docs.kubernetes.io/installation/kustomize/',
    identity: '--azure-credential cli'
  }
}

/** The lines to add for what is missing. */
export function remedyFor(lack: Lack, giver: Giver): string {
  return remedies[giver][lack]
}
