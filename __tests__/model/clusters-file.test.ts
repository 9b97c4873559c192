import { describe, expect, test } from '@jest/globals'
import { clustersFileOf } from '../../src/model/clusters-file.ts'

describe('a clusters-file', () => {
  test('lists clusters with what Argo CD knows of each', () => {
    const text =
      '- name: east\n  server: https://east\n  labels: {env: prod}\n- {name: west, server: https://west, project: p}\n'
    expect(clustersFileOf(text)).toEqual({
      clusters: [
        { name: 'east', server: 'https://east', project: '', labels: { env: 'prod' }, annotations: {} },
        { name: 'west', server: 'https://west', project: 'p', labels: {}, annotations: {} }
      ]
    })
  })

  test.each([
    ['name: east', 'it has to be one list of clusters'],
    ['- server: https://east', 'its cluster 1 has no name'],
    ['- {name: a, server: s}\n- {name: b}', 'its cluster 2 has no server'],
    [
      '- {name: a, server: s, config: hush}',
      'its cluster 1 has a key other than name, server, project, labels and annotations'
    ],
    ['- {name: a, server: s, labels: {n: 1}}', 'its cluster 1 has a value that is no text'],
    ['- east', 'its cluster 1 is no mapping']
  ])('%j is refused', (text, wrong) => {
    expect(clustersFileOf(text)).toEqual({ wrong })
  })
})
