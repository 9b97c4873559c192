// Steps around a merge: what must be there first, what to look at afterwards, and the order of parting.
import { code, fenced, joined, list, md, nothing, prose } from './escape/markdown.ts'
import type { Markdown } from './escape/markdown.ts'
import type { ProposalText } from './proposal-text.ts'

/** A name of a Kubernetes object may stand in a command as it is, whatever shell it is pasted into. */
function isWord(name: string): boolean {
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name)
}

/** Anything else is left for the reader to fill in; in angle brackets a shell would read files, and write one. */
function word(name: string, otherwise: Uppercase<string>): string {
  return isWord(name) ? name : otherwise
}

/** What no repository can show, and without which nothing joins. */
export function beforeMerge(kind: 'onboard' | 'init'): readonly Markdown[] {
  const cluster = kind === 'init' ? 'Each cluster' : 'The cluster'
  return [
    md`${cluster} is registered in Argo CD under the destination above`,
    md`Kasten and the External Secrets Operator are installed on it`,
    md`The credentials that its secret store names are on it, and may read the join token in Key Vault`,
    md`It reaches the primary's dashboard over the network`,
    md`It trusts the certificate authority of the primary's dashboard, where that is a private one`,
    md`The primary's Kasten licence has nodes left for it`
  ]
}

/** What to look at, from the hand-over of the token to the join. Shows states, never the token. */
export function afterMerge({ names, clusters, kind }: ProposalText): readonly Markdown[] {
  const kasten = word(names.kastenNamespace, 'KASTEN_NAMESPACE')
  const [only = '', ...others] = clusters.map(({ name }) => name)
  const listed = kind === 'onboard' && others.length === 0 && isWord(only) ? ` ${only}` : ''
  const ready = `-o jsonpath='{range .status.conditions[*]}{.type}={.status} {.reason}: {.message}{"\\n"}{end}'`
  return [
    prose('On the primary, the token is pushed:'),
    fenced(`kubectl -n kasten-io-mc get pushsecret ${word(names.pushSecret, 'PUSH_SECRET')} ${ready}`, 'sh'),
    prose('On the secondary, the token arrives and Kasten joins (`joined`; on `rejected`, `.data.msg` says why):'),
    fenced(
      [
        `kubectl -n ${kasten} get externalsecret ${word(names.externalSecret, 'EXTERNAL_SECRET')} ${ready}`,
        `kubectl -n ${kasten} get secret mc-join-status -o jsonpath='{.data.status}' | base64 -d`
      ].join('\n'),
      'sh'
    ),
    prose(`On the primary, ${others.length === 0 ? 'the secondary is' : 'the secondaries are'} listed:`),
    fenced(`kubectl -n kasten-io-mc get clusters.dist.kio.kasten.io${listed}`, 'sh')
  ]
}

/**
 * The order of disconnecting (https://docs.kasten.io/latest/multicluster/how-tos/disconnect.html): the Cluster object on the primary
 * first, the manifests last.
 */
export function partingSteps({ clusters, names, primary }: ProposalText): readonly Markdown[] {
  const shown = clusters.slice(0, 50).map(({ name }) => word(name, 'CLUSTER_NAME'))
  const kasten = word(names.kastenNamespace, 'KASTEN_NAMESPACE')
  const label = `k10.kasten.io/k10-multi-cluster-sa=${word(primary, 'PRIMARY_NAME')}`
  const stuck = [
    `kubectl -n ${kasten} delete secret mc-cluster-info mc-join mc-join-status --ignore-not-found`,
    `kubectl -n ${kasten} delete serviceaccount -l ${label}`
  ].join('\n')
  return [
    md`**1. Disconnect, on the primary.** Delete the Cluster object and wait until it is gone:`,
    fenced(shown.map(name => `kubectl -n kasten-io-mc delete clusters.dist.kio.kasten.io ${name}`).join('\n'), 'sh'),
    shown.length < clusters.length ? md`… and so for the ${clusters.length - shown.length} others.` : nothing,
    md`**2. Only if that hangs**, clean up on the secondary:`,
    fenced(stuck, 'sh'),
    md`then remove the finalizer ${code('dist.kio.kasten.io/cluster-info')} from the Cluster object on the primary.`,
    md`**3. Merge.** An Application that this takes out of Git goes where its parent prunes, or where an ApplicationSet made it; elsewhere delete it by hand. What that does on the cluster:`,
    list(fatesOf(clusters)),
    md`**What stays in any case:**`,
    list([
      prose('policies and profiles that the primary distributed to the secondary'),
      prose('the licence lease, for up to an hour'),
      md`the join token in Key Vault, which the other secondaries use; to join this cluster again the token has to be rotated`
    ])
  ]
}

/** What becomes of the join configuration with the Application (https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/). */
function fatesOf(clusters: ProposalText['clusters']): readonly Markdown[] {
  const both = md`${code('mc-join-config')} and ${code('mc-join')}`
  return [
    fateOf(clusters, true, md`the resources finalizer is there, so Argo CD deletes ${both}`),
    fateOf(clusters, false, md`without the resources finalizer ${both} stay on the cluster; delete them by hand`),
    fateOf(clusters, undefined, md`no Application in Git delivers it; delete ${both} by hand where they stay`)
  ].flat()
}

function fateOf(
  clusters: ProposalText['clusters'],
  cascades: boolean | undefined,
  fate: Markdown
): readonly Markdown[] {
  const names = clusters
    .filter(each => each.cascades === cascades)
    .map(({ application, name }) => code(application || name, 80))
  const more = names.length > 20 ? [md`${names.length - 20} more`] : []
  return names.length === 0 ? [] : [md`${joined([...names.slice(0, 20), ...more], ', ')}: ${fate}`]
}
