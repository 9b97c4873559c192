// Whether a fleet gets its clusters by their being registered in Argo CD, and not by what Git says.
import type { Fleet } from '../model/fleet.ts'

/** Whether Applications of the fleet come from a cluster generator. */
export function comesByRegistration({ expansions, concerned }: Fleet): boolean {
  const ours = new Set([...concerned].map(({ application }) => application?.manifest))
  return expansions.some(
    ({ applicationSet, applications }) =>
      applications.some(each => ours.has(each)) &&
      /"cluster(?:s|DecisionResource)":/.test(JSON.stringify(applicationSet.object))
  )
}
