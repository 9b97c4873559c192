// Every rule with where it is judged.
import { changeRules } from '../../src/rules/change/index.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { liveRules } from '../../src/rules/live/index.ts'
import { vaultRules } from '../../src/rules/vault/index.ts'

/** What a rule needs, said for its page. */
const families = [
  {
    rules: fleetRules,
    about: 'The repository',
    needs: 'It needs the repository alone, so every mode that reads one judges it.'
  },
  {
    rules: changeRules,
    about: 'A change',
    needs: 'It needs an earlier state of the repository: `validate` judges it on pull requests, or with `compare-with`.'
  },
  { rules: vaultRules, about: 'The vault', needs: 'It needs a look into the vault: `drift` judges it.' },
  {
    rules: liveRules,
    about: 'Argo CD',
    needs: 'It needs a look at Argo CD: `drift` judges it when `argocd-url` is given.'
  }
]

/** Families with their rules sorted by id. */
export const ruleFamilies = families.map(family => ({
  ...family,
  rules: [...family.rules].sort((a, b) => (a.id < b.id ? -1 : 1))
}))
