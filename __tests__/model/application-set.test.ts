import { describe, expect, test } from '@jest/globals'
import type { ClusterSecret } from '../../src/model/cluster-secret.ts'
import type { JsonObject } from '../../src/source/json.ts'
import { expansionFrom, reasons, shown, url, type Recipe } from './application-set-world.ts'

/** What an ApplicationSet is documented, or in Argo CD's own code seen, to come to. */
interface Case {
  readonly title: string
  readonly recipe: Recipe
  readonly gives?: readonly string[]
  readonly not?: readonly (string | RegExp)[]
}

const element = (name: string, more: JsonObject = {}): JsonObject => ({ name, ...more })
const list = (...elements: JsonObject[]): JsonObject => ({ list: { elements } })
const git = (more: JsonObject): JsonObject => ({ git: { repoURL: url, revision: 'HEAD', ...more } })
const yaml = (name: string): string => `name: ${name}\n`
const strict = ['missingkey=error']

const lists: Case[] = [
  {
    title: 'a list gives one for each element, in order',
    recipe: { spec: { generators: [list(element('b'), element('a'))] } },
    gives: ['b', 'a']
  },
  {
    title: 'an unknown name stays as it is written without goTemplate',
    recipe: { spec: { generators: [list(element('a'))] }, annotations: { x: '{{nope}}-{{ name }}' } },
    gives: ['a x={{nope}}-a']
  },
  {
    title: 'values of an element are values.x, flat',
    recipe: { spec: { generators: [list(element('a', { values: { x: '1' } }))] }, annotations: { x: '{{values.x}}' } },
    gives: ['a x=1']
  },
  {
    title: 'without goTemplate a value of an element has to be a string',
    recipe: { spec: { generators: [list(element('a', { port: 1 }))] } },
    not: ['! without goTemplate every value of a list element has to be a string']
  },
  {
    title: 'with goTemplate an element may nest, and a number is a float64',
    recipe: {
      spec: { goTemplate: true, generators: [list(element('a', { port: 1_000_000, k: { l: ['x', 'y'] } }))] },
      annotations: { x: '{{.port}} {{index .k.l 1}}' }
    },
    gives: ['a x=1e+06 y']
  },
  {
    title: 'with goTemplate a missing key is silent',
    recipe: { spec: { goTemplate: true, generators: [list(element('a'))] }, annotations: { x: '{{.nope}}' } },
    gives: ['a x=<no value>']
  },
  {
    title: 'missingkey=error refuses it',
    recipe: {
      spec: { goTemplate: true, goTemplateOptions: strict, generators: [list(element('a'))] },
      annotations: { x: '{{.nope}}' }
    },
    not: [/^! .*nope/]
  },
  {
    title: 'an unknown template option is refused',
    recipe: { spec: { goTemplate: true, goTemplateOptions: ['missingkey=oops'], generators: [list(element('a'))] } },
    not: ['! Go has no such template option']
  },
  {
    title: 'elementsYaml follows the elements',
    recipe: {
      spec: { goTemplate: true, generators: [{ list: { elements: [element('a')], elementsYaml: '- name: b\n' } }] }
    },
    gives: ['a', 'b']
  },
  {
    title: 'keys are rendered as well as values',
    recipe: { spec: { generators: [list(element('a'))] }, annotations: { 'is-{{name}}': 'yes' } },
    gives: ['a is-a=yes']
  },
  {
    title: 'an empty element leaves the template as it is written',
    recipe: { spec: { goTemplate: true, generators: [list({})] }, name: '{{.name}}' },
    gives: ['{{.name}}']
  },
  {
    title: 'a construct that is not supported is named, never guessed',
    recipe: { spec: { goTemplate: true, generators: [list(element('a'))] }, annotations: { x: '{{ now }}' } },
    not: [/now/]
  }
]

const files: Case[] = [
  {
    title: 'git files gives one for each file, sorted by path',
    recipe: {
      spec: { generators: [git({ files: [{ path: 'c/*/config.yaml' }] })] },
      annotations: { p: '{{path}} {{path.basename}} {{path.filename}} {{path[1]}}' },
      files: { 'c/b_B/config.yaml': yaml('b'), 'c/a/config.yaml': yaml('a') }
    },
    gives: ['a p=c/a a config.yaml a', 'b p=c/b_B b_B config.yaml b_B']
  },
  {
    title: 'paths are in the order of their bytes, as Go sorts',
    recipe: {
      spec: { generators: [git({ files: [{ path: 'c/*.yaml' }] })] },
      files: { 'c/\u{1f600}.yaml': yaml('emoji'), 'c/\ufffd.yaml': yaml('replacement') }
    },
    gives: ['replacement', 'emoji']
  },
  {
    title: 'with goTemplate the path is nested',
    recipe: {
      spec: { goTemplate: true, generators: [git({ files: [{ path: 'c/*/config.yaml' }] })] },
      annotations: {
        p: '{{.path.path}} {{.path.basenameNormalized}} {{.path.filenameNormalized}} {{index .path.segments 1}}'
      },
      files: { 'c/b_B/config.yaml': yaml('b') }
    },
    gives: ['b p=c/b_B b-b config.yaml b_B']
  },
  {
    title: 'pathParamPrefix moves the path away',
    recipe: {
      spec: { goTemplate: true, generators: [git({ pathParamPrefix: 'my', files: [{ path: 'c/*.yaml' }] })] },
      annotations: { p: '{{.my.path.path}} {{.path}}' },
      files: { 'c/b.yaml': `${yaml('b')}path: own\n` }
    },
    gives: ['b p=c own']
  },
  {
    title: 'nested keys are flat and dotted without goTemplate, each as Go writes it',
    recipe: {
      spec: { generators: [git({ files: [{ path: 'c/*.yaml' }] })] },
      annotations: { p: '{{a.b}} {{l.1}} {{nil}} {{big}} {{t}}' },
      files: { 'c/b.yaml': `${yaml('b')}a: {b: x}\nl: [1, 2]\nnil: null\nbig: 1000000\nt: yes\n` }
    },
    gives: ['b p=x 2 <nil> 1e+06 true']
  },
  {
    title: 'a file may hold a list, or JSON',
    recipe: {
      spec: { generators: [git({ files: [{ path: 'c/*' }] })] },
      files: { 'c/a.yaml': '- name: a\n- name: b\n', 'c/b.json': '{"name": "c"}' }
    },
    gives: ['a', 'b', 'c']
  },
  {
    title: 'an empty file is one set of parameters, of the path alone',
    recipe: {
      spec: { generators: [git({ files: [{ path: 'c/*' }] })] },
      name: '{{path.filenameNormalized}}',
      files: { 'c/a.yaml': '' }
    },
    gives: ['a.yaml']
  },
  {
    title: 'a scalar is refused, with the file',
    recipe: { spec: { generators: [git({ files: [{ path: 'c/*' }] })] }, files: { 'c/a.yaml': 'hello' } },
    not: [/^! the file c\/a\.yaml .*neither a mapping nor a list/]
  },
  {
    title: 'exclude comes after include, wherever it stands',
    recipe: {
      spec: { generators: [git({ files: [{ path: 'c/b.yaml', exclude: true }, { path: 'c/*.yaml' }] })] },
      files: { 'c/a.yaml': yaml('a'), 'c/b.yaml': yaml('b') }
    },
    gives: ['a']
  },
  {
    title: 'a star crosses slashes: the default glob is a pathspec of Git',
    recipe: {
      spec: { generators: [git({ files: [{ path: 'c/*.yaml' }] })] },
      files: { 'c/a.yaml': yaml('a'), 'c/deep/b.yaml': yaml('b') }
    },
    gives: ['a', 'b']
  },
  {
    title: 'values may use the others, and win over a file that has some',
    recipe: {
      spec: { goTemplate: true, generators: [git({ files: [{ path: 'c/*.yaml' }], values: { v: 'of-{{.name}}' } })] },
      annotations: { v: '{{.values.v}} {{len .values}}' },
      files: { 'c/a.yaml': `${yaml('a')}values: {w: 1, u: 2}\n` }
    },
    gives: ['a v=of-a 1']
  },
  {
    title: 'another repository is not expanded',
    recipe: { spec: { generators: [{ git: { repoURL: 'https://github.com/o/r', files: [{ path: '*' }] } }] } },
    not: ['its git generator: its source is another repository (https://github.com/o/r)']
  },
  {
    title: 'another revision is not expanded',
    recipe: { spec: { generators: [git({ revision: 'v1', files: [{ path: '*' }] })] } },
    not: ['its git generator: its source follows the revision "v1", which is not the one checked out']
  },
  {
    title: 'neither directories nor files is refused',
    recipe: { spec: { generators: [git({})] } },
    not: ['! its git generator names neither directories nor files']
  }
]

const tree = { 'a/one/x': '', 'a/two/y/z': '', 'a/.hidden/x': '', 'a-b/x': '', 'top.txt': '' }

const directories: Case[] = [
  {
    title: 'directories match by path.Match: a star stays within its step, hidden folders are not seen',
    recipe: {
      spec: { generators: [git({ directories: [{ path: 'a/*' }] })] },
      name: '{{path.basename}}',
      annotations: { p: '{{path}} {{path[0]}}' },
      files: tree
    },
    gives: ['one p=a/one a', 'two p=a/two a']
  },
  {
    title: 'two stars are two of one, and folders come as a walk meets them',
    recipe: {
      spec: { generators: [git({ directories: [{ path: 'a/**' }, { path: '*' }] })] },
      name: '{{path}}',
      files: tree
    },
    gives: ['a', 'a/one', 'a/two', 'a-b']
  },
  {
    title: 'exclude wins over include regardless of order',
    recipe: {
      spec: { generators: [git({ directories: [{ path: 'a/one', exclude: true }, { path: 'a/*' }] })] },
      name: '{{path.basename}}',
      files: tree
    },
    gives: ['two']
  },
  {
    title: 'with goTemplate segments is a list',
    recipe: {
      spec: { goTemplate: true, generators: [git({ directories: [{ path: 'a/*' }] })] },
      name: '{{ join "-" .path.segments }}',
      files: tree
    },
    gives: ['a-one', 'a-two']
  }
]

const matrix = (...generators: JsonObject[]): JsonObject => ({ matrix: { generators } })
const merge = (mergeKeys: string[], ...generators: JsonObject[]): JsonObject => ({ merge: { mergeKeys, generators } })

const combinations: Case[] = [
  {
    title: 'a matrix gives every pair',
    recipe: {
      spec: { generators: [matrix(list(element('a'), element('b')), list({ e: 'x' }, { e: 'y' }))] },
      name: '{{name}}-{{e}}'
    },
    gives: ['a-x', 'a-y', 'b-x', 'b-y']
  },
  {
    title: 'the second child may use parameters of the first',
    recipe: {
      spec: {
        goTemplate: true,
        goTemplateOptions: strict,
        generators: [matrix(list(element('a'), element('b')), git({ files: [{ path: 'c/{{.name}}.yaml' }] }))]
      },
      annotations: { x: '{{.of}} {{.path.filename}}' },
      files: { 'c/a.yaml': 'of: one\n', 'c/b.yaml': 'of: two\n' }
    },
    gives: ['a x=one a.yaml', 'b x=two b.yaml']
  },
  {
    title: 'elementsYaml may be rendered from the first child',
    recipe: {
      spec: {
        goTemplate: true,
        generators: [
          matrix(git({ files: [{ path: 'c/*.yaml' }] }), { list: { elementsYaml: '{{ .items | toJson }}' } })
        ]
      },
      name: '{{.name}}-{{.i}}',
      files: { 'c/a.yaml': `${yaml('a')}items: [{i: p}, {i: q}]\n` }
    },
    gives: ['a-p', 'a-q']
  },
  {
    title: 'without goTemplate a key with two values is refused',
    recipe: { spec: { generators: [matrix(list(element('a')), list(element('b')))] } },
    not: ['! both generators of its matrix give the parameter "name", with different values']
  },
  {
    title: 'with goTemplate the first child wins',
    recipe: {
      spec: { goTemplate: true, generators: [matrix(list(element('a')), list(element('b', { x: 1 })))] },
      annotations: { x: '{{.x}}' }
    },
    gives: ['a x=1']
  },
  {
    title: 'with goTemplate maps are merged at any depth',
    recipe: {
      spec: {
        goTemplate: true,
        generators: [matrix(list(element('a', { m: { p: 1, q: 1 } })), list({ m: { q: 2, r: 3 } }))]
      },
      annotations: { m: '{{.m.p}}{{.m.q}}{{.m.r}}' }
    },
    gives: ['a m=113']
  },
  {
    title: 'a matrix takes exactly two',
    recipe: { spec: { generators: [matrix(list(element('a')))] } },
    not: ['! its matrix generator has to have exactly two generators']
  },
  {
    title: 'a matrix may stand in a matrix, once',
    recipe: {
      spec: {
        generators: [matrix(matrix(list(element('a')), list({ e: 'x' })), list({ f: 'y' }))]
      },
      name: '{{name}}{{e}}{{f}}'
    },
    gives: ['axy']
  },
  {
    title: 'deeper than that nothing nests',
    recipe: {
      spec: {
        generators: [matrix(matrix(matrix(list(element('a')), list({ e: 'x' })), list({ f: 'x' })), list({ g: 'y' }))]
      }
    },
    not: ['! a generator inside a matrix or merge generator gives no parameters']
  },
  {
    title: 'values of a child keep a template that only its own parameters can fill',
    recipe: {
      spec: {
        goTemplate: true,
        generators: [
          matrix(
            list(element('a')),
            git({ files: [{ path: 'c/*.yaml' }], values: { own: '{{.path.filename}}', first: '{{.name}}' } })
          )
        ]
      },
      annotations: { v: '{{.values.own}} {{.values.first}}' },
      files: { 'c/x.yaml': 'k: v\n' }
    },
    gives: ['a v=x.yaml a']
  },
  {
    title: 'a merge lays the others over the first where the keys agree',
    recipe: {
      spec: {
        generators: [
          merge(
            ['name'],
            list(element('a', { x: '1' }), element('b', { x: '1' })),
            list(element('b', { x: '2' }), element('c', { x: '3' }))
          )
        ]
      },
      annotations: { x: '{{x}}' }
    },
    gives: ['a x=1', 'b x=2']
  },
  {
    title: 'with goTemplate a nested merge key is none: all sets agree in it',
    recipe: {
      spec: {
        goTemplate: true,
        generators: [
          merge(
            ['values.k'],
            list(element('a', { values: { k: '1' } }), element('b', { values: { k: '2' } })),
            list(element('c', { values: { k: '1' } }))
          )
        ]
      }
    },
    not: ['! several sets of parameters agree in the merge keys values.k']
  },
  {
    title: 'without goTemplate it is the flat name',
    recipe: {
      spec: {
        generators: [
          merge(
            ['values.k'],
            list(element('a', { values: { k: '1' } }), element('b', { values: { k: '2' } })),
            list({ values: { k: '1' }, x: 'y' })
          )
        ]
      },
      annotations: { x: '{{x}}' }
    },
    gives: ['a x=y', 'b x={{x}}']
  },
  {
    title: 'a merge needs keys',
    recipe: { spec: { generators: [merge([], list(element('a')), list(element('a')))] } },
    not: ['! its merge generator has no mergeKeys']
  },
  {
    title: 'a merge needs two',
    recipe: { spec: { generators: [merge(['name'], list(element('a')))] } },
    not: ['! its merge generator has to have two or more generators']
  },
  {
    title: 'more pairs than anybody has are refused',
    recipe: {
      spec: {
        generators: [
          matrix(
            list(...Array.from({ length: 600 }, (_, index) => element(`a${index}`))),
            list(...Array.from({ length: 600 }, (_, index) => ({ e: `b${index}` })))
          )
        ]
      }
    },
    not: ['its generators make too many Applications']
  }
]

const known: ClusterSecret[] = [
  { name: 'west', server: 'https://west', project: 'p', labels: { env: 'prod' }, annotations: { note: 'n' } },
  { name: 'East_1', server: 'https://east', project: '', labels: {}, annotations: {} }
]
const secret = `apiVersion: v1
kind: Secret
metadata:
  name: east
  labels:
    argocd.argoproj.io/secret-type: cluster
    env: test
stringData:
  name: east
data:
  server: aHR0cHM6Ly9lYXN0
`

const externalSecret = (name: string): string => `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: cluster}
spec:
  target:
    template:
      metadata: {labels: {argocd.argoproj.io/secret-type: cluster, env: test}}
      data: {name: ${name}, server: 'https://east', config: '{"bearerToken": "{{ .token }}"}'}
`

const clusters: Case[] = [
  {
    title: 'without knowing the clusters nothing is guessed',
    recipe: { spec: { generators: [{ clusters: {} }] } },
    not: ['its clusters generator: only Argo CD knows the clusters; give them with clusters-file']
  },
  {
    title: 'clusters by name; the one Argo CD runs on is implied, last',
    recipe: {
      spec: { generators: [{ clusters: {} }] },
      annotations: { s: '{{server}} {{nameNormalized}} [{{project}}]' },
      settings: { clusters: known }
    },
    gives: [
      'East_1 s=https://east east-1 []',
      'west s=https://west west [p]',
      'in-cluster s=https://kubernetes.default.svc in-cluster []'
    ]
  },
  {
    title: 'a selector leaves it out',
    recipe: {
      spec: { generators: [{ clusters: { selector: { matchLabels: { env: 'prod' } } } }] },
      annotations: { l: '{{metadata.labels.env}} {{metadata.annotations.note}}' },
      settings: { clusters: known }
    },
    gives: ['west l=prod n']
  },
  {
    title: 'a Secret for it takes its place',
    recipe: {
      spec: { generators: [{ clusters: {} }] },
      settings: {
        clusters: [{ name: 'home', server: 'https://kubernetes.default.svc', project: '', labels: {}, annotations: {} }]
      }
    },
    gives: ['home']
  },
  {
    title: 'Secrets in the repository tell the clusters',
    recipe: {
      spec: {
        goTemplate: true,
        generators: [{ clusters: { selector: { matchExpressions: [{ key: 'env', operator: 'Exists' }] } } }]
      },
      annotations: { s: '{{.server}} {{.metadata.labels.env}}' },
      files: { 'clusters/east.yaml': secret }
    },
    gives: ['east s=https://east test']
  },
  {
    title: 'so does an ExternalSecret that makes one',
    recipe: {
      spec: { generators: [{ clusters: { selector: { matchLabels: { env: 'test' } } } }] },
      annotations: { s: '{{server}}' },
      files: { 'clusters/east.yaml': externalSecret('east') }
    },
    gives: ['east s=https://east']
  },
  {
    title: 'a cluster whose name is filled in elsewhere leaves the list unknown',
    recipe: {
      spec: { generators: [{ clusters: {} }] },
      files: { 'clusters/east.yaml': secret, 'clusters/west.yaml': externalSecret('"{{ .name }}"') }
    },
    not: ['its clusters generator: only Argo CD knows the clusters; give them with clusters-file']
  },
  {
    title: 'flatList gives one Application with all clusters',
    recipe: {
      spec: {
        goTemplate: true,
        generators: [{ clusters: { flatList: true, selector: { matchLabels: { env: 'prod' } } } }]
      },
      name: 'all',
      annotations: { c: '{{range .clusters}}{{.name}} {{index .metadata.labels "env"}};{{end}}' },
      settings: { clusters: known }
    },
    gives: ['all c=west prod;']
  },
  {
    title: 'values of clusters are rendered',
    recipe: {
      spec: { generators: [{ clusters: { values: { v: '{{name}}!' }, selector: { matchLabels: { env: 'prod' } } } }] },
      annotations: { v: '{{values.v}}' },
      settings: { clusters: known }
    },
    gives: ['west v=west!']
  }
]

const selectors: Case[] = [
  {
    title: 'a selector filters any generator by its flat parameters',
    recipe: {
      spec: {
        goTemplate: true,
        generators: [
          {
            ...list(element('a', { m: { env: 'prod' } }), element('b', { m: { env: 'test' } }), element('c')),
            selector: { matchExpressions: [{ key: 'm.env', operator: 'NotIn', values: ['test'] }] }
          }
        ]
      }
    },
    gives: ['a', 'c']
  },
  {
    title: 'it filters children of a matrix, and is not rendered',
    recipe: {
      spec: {
        generators: [
          matrix(list(element('a')), {
            ...list({ e: 'a' }, { e: 'b' }),
            selector: { matchLabels: { e: 'b' } }
          })
        ]
      },
      name: '{{name}}-{{e}}'
    },
    gives: ['a-b']
  },
  {
    title: 'labels that are URLs may be compared',
    recipe: {
      spec: {
        generators: [{ ...list(element('a', { s: 'https://x:1' })), selector: { matchLabels: { s: 'https://x:1' } } }]
      }
    },
    gives: ['a']
  },
  {
    title: 'an operator that is none is refused',
    recipe: {
      spec: {
        generators: [
          { ...list(element('a')), selector: { matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }] } }
        ]
      }
    },
    not: ['! a selector has an operator that is none']
  }
]

const outside: Case[] = ['pullRequest', 'scmProvider', 'plugin', 'clusterDecisionResource'].map(kind => ({
  title: `${kind} is not expanded`,
  recipe: { spec: { generators: [{ [kind]: {} }, list(element('a'))] } },
  gives: ['a'],
  not: [new RegExp(`^its ${kind} generator `)]
}))

const names: Case[] = [
  {
    title: 'of two Applications with one name Argo CD creates none; the first stands for it',
    recipe: { spec: { generators: [list(element('a'), element('a'), element('b'))] } },
    gives: ['a', 'b']
  },
  {
    title: 'an Application without a name is none',
    recipe: { spec: { generators: [list(element(''), element('b'))] } },
    gives: ['b']
  }
]

describe.each(Object.entries({ lists, files, directories, combinations, clusters, selectors, outside, names }))(
  '%s',
  (_group, cases) => {
    test.each(cases.map(each => [each.title, each] as const))(
      '%s',
      async (_title, { recipe, gives = [], not = [] }) => {
        const expansion = await expansionFrom(recipe)
        const said = reasons(expansion)
        expect(said).toHaveLength(not.length)
        not.forEach((reason, index) =>
          typeof reason === 'string' ? expect(said[index]).toBe(reason) : expect(said[index]).toMatch(reason)
        )
        expect(shown(expansion)).toEqual(gives)
      }
    )
  }
)
