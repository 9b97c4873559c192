// The demo as one page: self-contained, light and dark, with everything as GitHub shows it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Scene } from './day.ts'
import type { Annotation, Conversation, Exhibit } from './exhibit.ts'
import { html, markup } from './html.ts'
import type { Html } from './html.ts'
import { diff, markdown } from './markdown.ts'

/** A scene with what it had to show. */
export interface Played {
  readonly scene: Scene
  readonly exhibits: readonly Exhibit[]
}

/** The page's text. It loads nothing: styles, Mermaid and the few lines that call it are in it. */
export const pageOf = (played: readonly Played[]): string =>
  documentOf(
    'A day in the life of a fleet',
    html`<header>
        <h1>A day in the life of a fleet</h1>
        <p>
          Four clusters in Git, joined by Kasten, delivered by Argo CD. The action ran ${played.length} times, against a GitHub, a Key Vault and an Entra ID
          on this machine; this is what its users saw.
        </p>
        <nav>
          ${played.map(({ scene }) => html`<a href="#${scene.id}"><time>${scene.time}</time> ${scene.title}</a>`)}
        </nav>
      </header>
      <main>${played.map(sceneOf)}</main>`
  )

/** A page of ours around some content, with the drawings in it drawn. */
export function documentOf(title: string, content: Html): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${markup(readFileSync(beside('page.css'), 'utf8'))}
        </style>
      </head>
      <body>
        ${content}
        <script>
          ${script(createRequire(import.meta.url).resolve('@mermaid-js/tiny'))}
        </script>
        <script>
          ${script(beside('page.js'))}
        </script>
      </body>
    </html> `
  return page.html
}

const beside = (name: string): string => join(import.meta.dirname, name)

/** A script's text may not contain what ends a script. */
const script = (file: string): Html => markup(readFileSync(file, 'utf8').replaceAll(/<\/(?=script)/gi, '<\\/'))

const sceneOf = ({ scene, exhibits }: Played): Html =>
  html`<section id="${scene.id}">
    <h2><time>${scene.time}</time> ${scene.title}</h2>
    <p class="story">${scene.story}</p>
    ${exhibits.map(exhibitOf)}
  </section>`

type Shown = { readonly [K in Exhibit['kind']]: (exhibit: Extract<Exhibit, { kind: K }>) => Html }

const shown: Shown = {
  change: ({ title, diff: text }) => panel('change', title, diff(text)),
  annotations: ({ annotations }) => panel('annotations', 'Annotations', html`${annotations.map(annotationOf)}`),
  log: ({ text }) => panel('log', 'Log of the step', html`<pre>${text}</pre>`),
  summary: ({ markdown: text }) => panel('summary', 'Job summary', html`<div class="markdown">${markdown(text)}</div>`),
  conversation: conversationOf,
  facts: ({ facts }) =>
    html`<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

const exhibitOf = (exhibit: Exhibit): Html => (shown[exhibit.kind] as (exhibit: Exhibit) => Html)(exhibit)

const panel = (name: string, title: string, content: Html): Html =>
  html`<article class="${name}"><h3>${title}</h3>${content}</article>`

function annotationOf({ level, file, line, title, message, source }: Annotation): Html {
  const lines = source.map(
    each => html`<tr class="${each.number === line ? 'hit' : ''}"><td>${each.number}</td><td>${each.text}</td></tr>`
  )
  return html`<div class="file">
    <h4>${file}</h4>
    <table>${lines}</table>
    <div class="remark ${level}"><strong>${title}</strong><p>${message}</p></div>
  </div>`
}

function conversationOf({ thread, state, pull }: Conversation): Html {
  const where = pull && html`<code>${pull.base}</code> ← <code>${pull.head}</code>`
  const labels = thread.labels.map(label => html`<span class="label">${label}</span>`)
  const posts = [{ author: thread.author, body: thread.body ?? '' }, ...thread.comments]
  return html`<article class="conversation">
    <h3>${thread.title} <span class="number">#${thread.number}</span></h3>
    <p class="state"><span class="${state}">${state}</span> ${where} ${labels}</p>
    ${posts.map(
      ({ author, body }) =>
        html`<div class="post"><h4>${author}</h4><div class="markdown">${markdown(body)}</div></div>`
    )}
    ${pull?.diff ? html`<h4>Files changed</h4>${diff(pull.diff)}` : undefined}
  </article>`
}
