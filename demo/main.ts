// npm run demo: plays a day in the life of a fleet against loopback servers, and writes it down as a page.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { day } from './day.ts'
import { pageOf } from './page.ts'
import type { Played } from './page.ts'
import { opening, told } from './tell.ts'
import { openWorld } from './world.ts'

const say = (text: string): void => void process.stdout.write(text)

const file = resolve(process.argv[2] ?? '.tmp/demo.html')
mkdirSync(dirname(file), { recursive: true })
const world = await openWorld()
try {
  say('GitHub, Key Vault and Entra ID run on this machine. Nothing leaves it.\n')
  const played: Played[] = []
  for (const scene of day) {
    say(opening(scene))
    const exhibits = await scene.play(world)
    played.push({ scene, exhibits })
    for (const exhibit of exhibits) say(told(exhibit))
  }
  writeFileSync(file, pageOf(played))
} finally {
  await world.close()
}
say(`\nAll that a user sees of it, the summaries, the issue and the pull requests, is in this page:\n${file}\n`)
