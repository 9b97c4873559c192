// Keeps the heap of a short run small.
import { setFlagsFromString } from 'node:v8'

/**
 * Most of what reading makes is garbage at once, and V8's young generation would grow to hold it: a third of a large run's peak, for no gain
 * in time (docs/performance.md). Called first thing by both front doors.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--max-semi-space-size=4')
  setFlagsFromString('--semi-space-growth-factor=1')
}
