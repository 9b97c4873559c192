// Calls `helm template` as Argo CD does, on copies of a chart and its value files.
import { posix } from 'node:path'
import type { RenderRequest } from '../../model/rendering.ts'
import { liesIn, type Checkout } from '../../source/checkout.ts'
import { run, type Ran } from './process.ts'
import { inWorkshop, type Workshop } from './workshop.ts'

type HelmRequest = Extract<RenderRequest, { readonly tool: 'helm' }>

/** What helm writes for a request. */
export function helmTemplate(helm: string, request: HelmRequest, checkout: Checkout): Promise<Ran> {
  return inWorkshop(async workshop => {
    const problem = copyChart(workshop, request.folder, checkout)
    if (problem !== undefined) return { notRendered: problem }
    const files = copyFiles(workshop, request, checkout)
    if ('notRendered' in files) return files
    return run(helm, argumentsOf(request, files), workshop.folder, workshop.home)
  })
}

function copyChart(workshop: Workshop, folder: string, checkout: Checkout): string | undefined {
  for (const path of checkout.paths) {
    if (!liesIn(path, folder)) continue
    const name = posix.relative(folder, path)
    const content = checkout.read(path)
    if ('text' in content) workshop.write(`chart/${name}`, content.text)
    else if (/^(?:charts|templates|crds)\//.test(name))
      return `its chart holds ${name}, which is not read here: ${content.refused}`
  }
  return undefined
}

interface Copied {
  readonly values: readonly string[]
  readonly contents: readonly string[]
}

/** Value files get names of our own: one that begins with a dash or holds a comma would be read as something else. */
function copyFiles(
  workshop: Workshop,
  { helm }: HelmRequest,
  checkout: Checkout
): Copied | { readonly notRendered: string } {
  const copied = (path: string, name: string): string | { readonly notRendered: string } => {
    const content = checkout.read(path)
    if ('refused' in content) return { notRendered: `its file ${path} is not read here: ${content.refused}` }
    workshop.write(name, content.text)
    return name
  }
  const values = helm.files.map(({ path }, index) => copied(path, `values/${index}.yaml`))
  const contents = helm.fileParameters.map(({ path }, index) => copied(path, `contents/${index}`))
  if (helm.inline) {
    const { value } = helm.inline
    workshop.write('values/inline.yaml', typeof value === 'string' ? value : JSON.stringify(value))
    values.push('values/inline.yaml')
  }
  const failed = [...values, ...contents].find(file => typeof file !== 'string')
  if (failed) return failed
  const names = (files: typeof values): string[] => files.filter(file => typeof file === 'string')
  return { values: names(values), contents: names(contents) }
}

/** argo-cd: util/helm/cmd.go template. Every value is part of its flag, so that none can be a flag. */
function argumentsOf({ helm }: HelmRequest, files: Copied): string[] {
  const { release, namespace, kubeVersion, apiVersions, parameters, fileParameters } = helm
  const set = parameters.map(
    ({ name, value, forceString }) => `--set${forceString ? '-string' : ''}=${name}=${cleaned(value)}`
  )
  return [
    'template',
    './chart',
    `--name-template=${release.text}`,
    ...(namespace ? [`--namespace=${namespace.text}`] : []),
    ...(kubeVersion ? [`--kube-version=${kubeVersion}`] : []),
    ...set,
    ...fileParameters.map(({ name }, index) => `--set-file=${name}=${files.contents[index]}`),
    ...files.values.map(file => `--values=${file}`),
    ...apiVersions.map(version => `--api-versions=${version}`),
    ...(helm.skipCrds ? [] : ['--include-crds']),
    ...(helm.skipSchemaValidation ? ['--skip-schema-validation'] : []),
    ...(helm.skipTests ? ['--skip-tests'] : [])
  ]
}

/** argo-cd: util/helm/cmd.go cleanSetParameters */
function cleaned(value: string): string {
  return value.startsWith('{') && value.endsWith('}') ? value : value.replace(/(?<!\\),/g, String.raw`\,`)
}
