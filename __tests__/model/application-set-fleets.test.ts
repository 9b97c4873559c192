import { readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import type { Fleet } from '../../src/model/fleet.ts'
import { exampleFleet, exampleRepository } from '../../src/rules/example-fleet.ts'
import type { Finding } from '../../src/rules/finding.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { hitClustersOf } from '../../src/rules/hit-clusters.ts'
import { judge, judgementOf } from '../../src/rules/judge.ts'
import { judged } from '../../src/modes/reading.ts'
import { fleetFrom } from './application-set-world.ts'

type Files = Record<string, string>

function filesOf(name: string): Files {
  const root = fileURLToPath(new URL(`../fleets/${name}`, import.meta.url))
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return Object.fromEntries(
    entries.map(entry => {
      const path = `${entry.parentPath}/${entry.name}`
      return [relative(root, path), readFileSync(path, 'utf8')]
    })
  )
}

function fleetWith(files: Files): Promise<Fleet> {
  return fleetFrom(files, { ...exampleRepository, now: Date.UTC(2026, 11, 1) })
}

/** The files with one text of one file written differently; the text has to be there. */
function changed(files: Files, file: string, from: string, to: string): Files {
  expect(files[file]).toContain(from)
  return { ...files, [file]: files[file]!.replace(from, to) }
}

const places = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`))
]

const errors = async (files: Files): Promise<string[]> =>
  places(judge(fleetRules, await fleetWith(files)).filter(({ severity }) => severity === 'error'))

describe.each(['applicationset-git-files', 'applicationset-list'])('%s', name => {
  const files = filesOf(name)

  test('one line of a template for many is pointed at once', async () => {
    const followed = changed(files, 'argocd/secondaries.yaml', 'targetRevision: main', 'targetRevision: HEAD')
    const findings = judge(fleetRules, await fleetWith(followed))
    expect(findings.map(({ rule, related }) => [rule, related])).toEqual([['revision-is-followed', []]])
  })

  test('is a healthy fleet of a primary and two secondaries', async () => {
    const fleet = await fleetWith(files)
    expect(judge(fleetRules, fleet)).toEqual([])
    expect(fleet.expansions.flatMap(({ notExpanded }) => notExpanded)).toEqual([])
    expect(fleet.applications.map(each => each.name)).toEqual(['kasten-primary', 'kasten-east', 'kasten-west'])
    expect(fleet.secondaries.map(({ site }) => site.key)).toEqual([
      'server https://east.k8s.contoso.com:6443',
      'server https://west.k8s.contoso.com:6443'
    ])
    expect(fleet.concerned.size).toBe(3)
  })

  test('delivers the same when an Application delivers the ApplicationSet', async () => {
    const parent = exampleFleet['argocd/east.yaml']!.replace('kasten-east', 'root')
      .replace('secondaries/east', 'argocd')
      .replace('https://east.k8s.contoso.com:6443', 'https://kubernetes.default.svc')
      .replace('namespace: kasten-io', 'namespace: argocd')
    const fleet = await fleetWith({ ...files, 'root.yaml': parent })
    expect(fleet.secondaries).toHaveLength(2)
    expect([...fleet.concerned].flatMap(({ application }) => application?.name ?? []).sort()).toEqual([
      'kasten-east',
      'kasten-primary',
      'kasten-west',
      'root'
    ])
  })

  test('a wrong key is still found in the folder that the ApplicationSet delivers', async () => {
    const wrong = changed(files, 'secondaries/east/join-secret.yaml', 'key: fleet-join-token', 'key: other')
    expect(await errors(wrong)).toEqual(['join-key-agrees secondaries/east/join-secret.yaml:18'])
  })

  test('a mistake in the template is one finding, there, with all the clusters it hits', async () => {
    const wrong = changed(
      files,
      'argocd/secondaries.yaml',
      'selfHeal: true',
      'selfHeal: true\n        syncOptions: [Replac=true]'
    )
    const fleet = await fleetWith(wrong)
    const { findings } = judgementOf(fleetRules, fleet, hitClustersOf(fleet))
    expect(findings).toMatchObject([
      { rule: 'sync-options-are-known', file: 'argocd/secondaries.yaml', clusters: ['east', 'west'] }
    ])
  })
})

test('two config files that name one cluster are found in the file', async () => {
  const files = filesOf('applicationset-git-files')
  const wrong = changed(files, 'clusters/west/config.yaml', 'name: west', 'name: east')
  expect(await errors(wrong)).toContain('generated-names-differ clusters/west/config.yaml:2')
})

test('two elements that name one cluster are found at the element', async () => {
  const files = filesOf('applicationset-list')
  const wrong = changed(files, 'argocd/secondaries.yaml', 'name: west', 'name: east')
  expect(await errors(wrong)).toContain('generated-names-differ argocd/secondaries.yaml:15')
})

test.each([
  ['applicationset-git-files', 'clusters/west/config.yaml', 2],
  ['applicationset-list', 'argocd/secondaries.yaml', 15]
])('%s: a name that is misspelt is found where it is written', async (name, file, line) => {
  const wrong = changed(filesOf(name), file, 'name: west', 'name: wset')
  expect(await errors(wrong)).toEqual([`source-path-exists ${file}:${line}`])
})

test('a mistake in the templatePatch is found on its line', async () => {
  const patch = '  templatePatch: |\n    spec:\n      syncPolicy:\n        syncOptions: [Replac=true]\n'
  const files = filesOf('applicationset-list')
  const set = files['argocd/secondaries.yaml']!
  const findings = judge(fleetRules, await fleetWith({ ...files, 'argocd/secondaries.yaml': set + patch }))
  expect(places(findings)).toEqual([`sync-options-are-known argocd/secondaries.yaml:${set.split('\n').length + 3}`])
})

/** A fleet of many clusters that one ApplicationSet delivers, each from a config file and a folder of its own. */
function manyClusters(count: number): Files {
  const files = filesOf('applicationset-git-files')
  for (const path of Object.keys(files)) if (/^(?:clusters|secondaries)\//.test(path)) delete files[path]
  for (let index = 0; index < count; index++) {
    const name = `c${String(index).padStart(5, '0')}`
    files[`clusters/${name}/config.yaml`] = `name: ${name}\nserver: https://${name}.k8s.contoso.com:6443\n`
    for (const [path, text] of Object.entries(exampleFleet)) {
      if (path.startsWith('secondaries/east/')) files[path.replace('east', name)] = text.replaceAll('east', name)
    }
  }
  return files
}

test('two hundred config files make two hundred healthy secondaries', async () => {
  const fleet = await fleetWith(manyClusters(200))
  expect(fleet.secondaries).toHaveLength(200)
  expect(judge(fleetRules, fleet)).toEqual([])
})

test('a mistake in one of two hundred is one finding', async () => {
  const files = changed(manyClusters(200), 'secondaries/c00123/join-secret.yaml', 'key: fleet-join-token', 'key: other')
  expect(await errors(files)).toEqual(['join-key-agrees secondaries/c00123/join-secret.yaml:18'])
})

test('a copied repository is read as its own, though only an ApplicationSet names the original', async () => {
  const files = filesOf('applicationset-git-files')
  delete files['argocd/primary.yaml']
  const fleet = await fleetFrom(files, { repository: 'https://github.com/fabrikam/copy', revisions: ['main'] })
  expect(fleet.own).toEqual({ url: 'https://github.com/contoso/kasten-fleet', adopted: true })
  expect(fleet.secondaries).toHaveLength(2)
})

test('what cannot be expanded is said, and keeps rules about what is missing silent', async () => {
  const files = changed(
    filesOf('applicationset-list'),
    'argocd/secondaries.yaml',
    '    - list:',
    '    - plugin: {}\n    - list:'
  )
  const { notChecked, findings } = judged(await fleetWith(files))
  expect(findings).toEqual([])
  expect(notChecked).toEqual([
    {
      file: 'argocd/secondaries.yaml',
      reason: 'ApplicationSet kasten-secondaries: its plugin generator asks a service'
    }
  ])
})
