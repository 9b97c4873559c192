// action.yml and action-types.yml, from the declared inputs and outputs.
import { stringify } from 'yaml'
import { declared } from '../../src/inputs/declared.ts'
import { outputs } from '../../src/inputs/outputs.ts'
import { defaultOf, plain } from './tables.mjs'

const header = '# Made from src/inputs by `npm run generate`.\n'
const yamlOf = value => `${header}${stringify(value, { lineWidth: 0 })}`
const mapped = (record, make) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(value, name)]))

/** Defaults live in code: given here, they would win over the config file. The token alone is GitHub's to fill in. */
function actionInput(input, name) {
  const said = name === 'github-token' ? undefined : defaultOf(input)
  return {
    description: `${plain(input.meaning)}${said === undefined ? '' : ` Default: ${plain(said)}.`}`,
    required: name === 'mode',
    ...(name === 'github-token' && { default: '${{ github.token }}' })
  }
}

export function actionYaml() {
  return yamlOf({
    name: 'Kasten multi-cluster GitOps',
    description: 'Validates, watches and onboards Veeam Kasten multi-cluster fleets kept in Git for Argo CD',
    author: 'kasten-multicluster',
    branding: { icon: 'share-2', color: 'green' },
    inputs: mapped(declared, actionInput),
    outputs: mapped(outputs, ({ meaning }) => ({ description: plain(meaning) })),
    runs: { using: 'node24', main: 'dist/index.js' }
  })
}

function inputType({ kind }) {
  if (kind.type === 'enum') return { type: 'enum', 'allowed-values': kind.words.filter(word => word !== '') }
  if (kind.type === 'list') return { type: 'list', separator: ',', 'list-item': { type: 'string' } }
  return { type: kind.type }
}

/** For the typings of github.com/typesafegithub/github-actions-typing. */
export function actionTypesYaml() {
  return yamlOf({ inputs: mapped(declared, inputType), outputs: mapped(outputs, ({ type }) => ({ type })) })
}
