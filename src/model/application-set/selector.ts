// Label selectors, on a cluster's labels and on the flat parameters of any generator.
import { isObject, type Json, type JsonObject } from '../../source/json.ts'

/** Whether labels are selected. */
export type Selector = (labels: Readonly<Record<string, string>>) => boolean

/**
 * A selector, or why Kubernetes refuses it. Values are not checked: Argo CD allows any, such as URLs.
 * argo-cd: applicationset/utils/selector.go
 */
export function selectorOf(selector: Json): Selector | { readonly refused: string } {
  if (!isObject(selector)) return { refused: 'a selector is no mapping' }
  const requirements = [...labelRequirements(selector), ...expressionRequirements(selector)]
  const refused = requirements.map(refusalOf).find(reason => reason !== undefined)
  if (refused !== undefined) return { refused }
  return labels => requirements.every(requirement => isMet(requirement, labels))
}

/** Whether a selector asks for anything. */
export function asksForSomething(selector: Json | undefined): boolean {
  if (!isObject(selector)) return false
  return labelRequirements(selector).length + expressionRequirements(selector).length > 0
}

interface Requirement {
  readonly key: string
  readonly operator: string
  readonly values: readonly string[]
}

function labelRequirements({ matchLabels }: JsonObject): Requirement[] {
  if (!isObject(matchLabels)) return []
  return Object.entries(matchLabels).map(([key, value]) => ({ key, operator: 'In', values: [textOr(value)] }))
}

function expressionRequirements({ matchExpressions }: JsonObject): Requirement[] {
  if (!Array.isArray(matchExpressions)) return []
  return matchExpressions.filter(isObject).map(({ key, operator, values }) => ({
    key: textOr(key),
    operator: textOr(operator),
    values: Array.isArray(values) ? values.map(textOr) : []
  }))
}

function textOr(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

const takesValues: Readonly<Record<string, boolean>> = { In: true, NotIn: true, Exists: false, DoesNotExist: false }
const labelKey = /^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/

function refusalOf({ key, operator, values }: Requirement): string | undefined {
  if (!Object.hasOwn(takesValues, operator)) return 'a selector has an operator that is none'
  if (takesValues[operator] !== values.length > 0) return `a selector's ${operator} has the wrong number of values`
  return labelKey.test(key) ? undefined : 'a selector asks for a key that can be no label'
}

function isMet({ key, operator, values }: Requirement, labels: Readonly<Record<string, string>>): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined
  if (operator === 'Exists') return value !== undefined
  if (operator === 'DoesNotExist') return value === undefined
  const isOne = value !== undefined && values.includes(value)
  return operator === 'In' ? isOne : !isOne
}
