// Lets only so many jobs run at once; the others wait their turn.

/** Runs a job when its turn comes, and settles as the job does. */
export type InTurn = <Result>(job: () => Promise<Result>) => Promise<Result>

/** At most `places` jobs at once, first come, first served. */
export function atMost(places: number): InTurn {
  const waiting: (() => void)[] = []
  let free = places
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  return async job => {
    if (free > 0) free -= 1
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await job()
    } finally {
      leave()
    }
  }
}
