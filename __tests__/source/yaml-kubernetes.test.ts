// What Kubernetes reads from YAML: answers of k8s.io/apimachinery and sigs.k8s.io/yaml, recorded, and ours beside them.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { documentsOf, type Problem } from '../../src/source/yaml.ts'

interface Answer {
  json?: unknown
  error?: string
  strictError?: string
}

interface Case {
  name: string
  yaml: string
  documents: Answer[]
}

const cases: Case[] = JSON.parse(readFileSync(new URL('kubernetes-yaml-cases.json', import.meta.url), 'utf8'))

/** Where Kubernetes drops the rest of a document without a word, we say that something is wrong. */
const refusedOnPurpose = new Set(['qKeyNoSp', 'root indented more'])
/** Recorded from a release that did not yet refuse lines which begin with --- and go on. */
const refusedByNow = new Set(['docInline', 'dashDoc'])
/** Strict decoding calls it a repeated key when a merge brings in a key that is there; the YAML specification does not. */
const merges = /<</
/** To Kubernetes 1 and "1" are two keys until they become JSON, where either may win. */
const sameOnlyAsJson = new Set(['dupType'])

const isFatal = ({ kind, message }: Problem): boolean => kind !== 'duplicate-key' && !message.startsWith('what follows')

describe('a document means what it means to Kubernetes', () => {
  const judged = cases.filter(({ name }) => !refusedOnPurpose.has(name) && !refusedByNow.has(name))

  test.each(judged)('$name', ({ yaml, documents, name }) => {
    const reading = documentsOf(yaml)
    const values = documents.map((_, index) => reading.documents.find(document => document.index === index)?.value)
    const refused = documents.map((_, index) =>
      reading.problems.some(problem => problem.document === index && isFatal(problem))
    )
    const repeated = reading.problems.some(({ kind }) => kind === 'duplicate-key')

    expect(values).toEqual(documents.map(({ json }) => json ?? undefined))
    expect(refused).toEqual(documents.map(({ error }) => error !== undefined))
    if (!merges.test(yaml) && !sameOnlyAsJson.has(name)) {
      expect(repeated).toBe(documents.some(({ strictError }) => strictError !== undefined))
    }
  })

  test.each(cases.filter(({ name }) => refusedOnPurpose.has(name)))('refused on purpose: $name', ({ yaml }) => {
    expect(documentsOf(yaml).problems).toMatchObject([{ kind: 'syntax' }])
  })

  test.each(cases.filter(({ name }) => refusedByNow.has(name)))('refused by now: $name', ({ yaml }) => {
    const { documents, problems } = documentsOf(yaml)
    expect(documents).toHaveLength(1)
    expect(problems).toMatchObject([{ kind: 'separator', document: 1 }])
  })
})
