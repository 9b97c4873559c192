// The layouts that are measured, each with how a fleet of it is written.
import { writeFleet } from './fleet.mjs'

export const layouts = { plain: writeFleet }
