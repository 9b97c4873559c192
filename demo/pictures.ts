// Takes the README's pictures of the demo's page: node demo/pictures.ts, after npm run demo.
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { browser, picture } from './browser.ts'

const root = resolve(import.meta.dirname, '..')

/** What is shown, by the name of the picture; each is taken in both schemes. */
const pictures = {
  annotation: { part: '#fault .annotations .file:last-child', width: 1000, height: 270 },
  drift: { part: '#drift .conversation', width: 1000, height: 1000 },
  onboarding: { part: '#onboarding .conversation', width: 1000, height: 1000 }
}

const program = browser()
if (program === undefined) throw new Error('There is no browser: scripts/browser.sh installs one, CHROME names one.')
mkdirSync(resolve(root, 'docs/pictures'), { recursive: true })
for (const [name, of] of Object.entries(pictures)) {
  for (const scheme of ['light', 'dark']) {
    const png = resolve(root, `docs/pictures/${name}-${scheme}.png`)
    await picture(program, resolve(root, '.tmp/demo.html'), png, { ...of, dark: scheme === 'dark' })
  }
}
