// Labels of the loopback GitHub: of a repository, and on its threads.
import { invalid, listed, notFound, ok, text } from './github-http.ts'
import type { Call, Routes } from './github-http.ts'
import { labelNamed } from './github-state.ts'
import type { Label, Thread } from './github-state.ts'
import { labelJson, labelNamesOf, writableThread } from './github-threads.ts'

const read = 'issues=read; pull_requests=read'
const write = 'issues=write; pull_requests=write'

export const labelRoutes: Routes = {
  'issues/list-labels-for-repo': { needs: read, reply: listLabels },
  'issues/get-label': { needs: read, reply: getLabel },
  'issues/create-label': { needs: write, reply: createLabel },
  'issues/add-labels': { needs: write, reply: addLabels },
  'issues/remove-label': { needs: write, reply: removeLabel }
}

function listLabels(call: Call) {
  return listed(call, '/labels', [...call.repository.labels.values()], label => labelJson(call, label))
}

function getLabel(call: Call) {
  const label = call.repository.labels.get((call.path['name'] ?? '').toLowerCase())
  if (!label) throw notFound()
  return ok(labelJson(call, label))
}

const longestName = 50

function createLabel(call: Call) {
  const { repository, body } = call
  const name = text(body['name']) ?? ''
  if (name === '' || name.length > longestName) throw invalid('Label', 'name', { code: 'invalid' })
  if (repository.labels.has(name.toLowerCase())) throw invalid('Label', 'name', { code: 'already_exists' })
  const label: Label = {
    id: repository.newId(),
    name,
    color: text(body['color']) ?? 'ededed',
    description: text(body['description']) ?? ''
  }
  repository.labels.set(name.toLowerCase(), label)
  return ok(labelJson(call, label), 201)
}

const labelsJson = (call: Call, thread: Thread) =>
  ok(thread.labels.map(name => labelJson(call, labelNamed(call.repository, name))))

function addLabels(call: Call) {
  const thread = writableThread(call)
  const names = labelNamesOf(call.repository, call.body['labels'])
  if (names.some(name => name.length > longestName)) throw invalid('Label', 'name', { code: 'invalid' })
  thread.labels = [...new Set([...thread.labels, ...names])]
  return labelsJson(call, thread)
}

function removeLabel(call: Call) {
  const thread = writableThread(call)
  const label = thread.labels.find(each => each.toLowerCase() === (call.path['name'] ?? '').toLowerCase())
  if (label === undefined) throw notFound()
  thread.labels = thread.labels.filter(each => each !== label)
  return labelsJson(call, thread)
}
