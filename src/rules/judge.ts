// Runs rules over their subject and turns complaints into findings: stamped, placed, sorted, each once.
import { placeOf, type Manifest, type Target } from '../model/manifest.ts'
import type { Place } from '../source/place.ts'
import { byPlace, type Finding, type Related } from './finding.ts'
import type { HitClusters } from './hit-clusters.ts'
import type { Complaint, Rule } from './rule.ts'

/** What a judgement gives: the findings, and the objects that a finding of severity error points at. */
export interface Judgement {
  /** Sorted, each once. */
  readonly findings: readonly Finding[]
  readonly broken: ReadonlySet<Manifest>
}

/**
 * Runs some rules over one subject.
 * @param hits the clusters that a complaint hits which names none itself
 */
export function judgementOf<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  hits: HitClusters = () => []
): Judgement {
  const findings: Finding[] = []
  const broken = new Set<Manifest>()
  for (const rule of rules) {
    for (const complaint of rule.check(subject)) {
      const finding = findingOf(rule, complaint, hits)
      findings.push(finding)
      if (finding.severity === 'error' && 'manifest' in complaint.about) broken.add(complaint.about.manifest)
    }
  }
  return { findings: merged(findings), broken }
}

/** The findings of some rules over one subject, sorted, each once. */
export function judge<Subject>(rules: readonly Rule<Subject>[], subject: Subject): readonly Finding[] {
  return judgementOf(rules, subject).findings
}

/** Sorted; the same said twice of the same place is said once, for all the clusters it hits. */
export function merged(findings: readonly Finding[]): Finding[] {
  const unique = new Map<string, Finding>()
  for (const finding of findings) {
    const key = `${finding.rule}\0${finding.file}\0${finding.line}\0${finding.column}\0${finding.message}`
    const same = unique.get(key)
    unique.set(key, same ? together(same, finding) : finding)
  }
  return [...unique.values()].sort(byPlace)
}

function together(a: Finding, b: Finding): Finding {
  return { ...a, clusters: [...new Set([...a.clusters, ...b.clusters])].sort() }
}

function findingOf<Subject>(rule: Rule<Subject>, complaint: Complaint, hits: HitClusters): Finding {
  const said = complaint.clusters ?? []
  const clusters = said.length === 0 && 'manifest' in complaint.about ? hits(complaint.about.manifest) : said
  const place = placeFor(complaint.about)
  return {
    rule: rule.id,
    severity: complaint.severity ?? rule.severity,
    message: complaint.message,
    ...place,
    related: elsewhere(place, complaint),
    clusters: [...new Set(clusters)].sort()
  }
}

/** What a template makes for many is written in one place: that is pointed at once. */
function elsewhere(place: Place, { related = [] }: Complaint): Related[] {
  const told = new Set([keyOf(place)])
  return related.flatMap(({ about, message }) => {
    const other = placeFor(about)
    if (told.has(keyOf(other))) return []
    told.add(keyOf(other))
    return [{ ...other, message }]
  })
}

function keyOf({ file, line, column }: Place): string {
  return `${file}\0${line}\0${column}`
}

function placeFor(about: Target | Place): Place {
  return 'manifest' in about ? placeOf(about) : about
}
