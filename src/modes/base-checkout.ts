// The base branch on GitHub as a tree of files: its tip is the truth, whatever is checked out here.
import type { BaseTree, PullRequests, TreeFile } from '../ports/github.ts'
import { Fault } from '../ports/trouble.ts'
import { liesIn, type Checkout, type FileText } from '../source/checkout.ts'

/** What a proposal may read or copy; other files are listed and not read. */
const readable =
  /\.(?:ya?ml|json|tpl|md|txt|env|properties|toml)$|(?:^|\/)(?:Kustomization|\.helmignore|\.argocd-source[^/]*)$/
const largest = 1024 * 1024
const atOnce = 8

/** @param below the folder to read; everything else is listed only */
export async function baseCheckout(pulls: PullRequests, base: BaseTree, below: string): Promise<Checkout> {
  const regular = base.files.filter(({ mode }) => mode.startsWith('100'))
  const wanted = regular.filter(({ path, size }) => readable.test(path) && size <= largest && liesIn(path, below))
  const texts = new Map<string, FileText>()
  const rest = [...wanted]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let file = rest.pop(); file; file = rest.pop()) texts.set(file.path, await textOf(pulls, file))
    })
  )
  const paths = regular.map(({ path }) => path).sort()
  const links = base.files.filter(({ mode, path }) => mode === '120000' && liesIn(path, below))
  return {
    paths,
    refused: links.map(({ path }) => ({ file: path, reason: 'it is a link, which a proposal does not follow' })),
    read: path => texts.get(path) ?? { refused: 'it is no text that a proposal reads' }
  }
}

/** Somebody's odd file is no reason to give up. */
async function textOf(pulls: PullRequests, file: TreeFile): Promise<FileText> {
  try {
    return { text: await pulls.textOf(file) }
  } catch (error) {
    if (error instanceof Fault && error.code === 'rejected') return { refused: 'it is not UTF-8 text' }
    throw error
  }
}
