import { describe, expect, test } from '@jest/globals'
import { renderFast } from '../../src/source/template/fasttemplate.ts'

const params = { name: 'c1', 'path.basename': 'eu', 'path[0]': 'apps', empty: '', constructor: 'k' }

// What github.com/valyala/fasttemplate gave inside Argo CD's Replace; null where it failed.
const answers: readonly (readonly [string, string | null])[] = [
  ['{{name}}', 'c1'],
  ['{{ name }}', 'c1'],
  ['{{  name\t}}', 'c1'],
  ['a-{{name}}-{{path.basename}}', 'a-c1-eu'],
  ['{{path[0]}}', 'apps'],
  ['{{nope}}', '{{nope}}'],
  ['{{ nope }}', '{{ nope }}'],
  ['{{}}', '{{}}'],
  ['{{ }}', '{{ }}'],
  ['{{empty}}', ''],
  ['plain', 'plain'],
  ['', ''],
  ['{{name', '{{name'],
  ['name}}', 'name}}'],
  ['{{name}} {{', null],
  ['{{name}} }}', 'c1 }}'],
  ['{{na\nme}}', '{{na\nme}}'],
  ['{{\nname\n}}', '{{\nname\n}}'],
  ['{{name}}\n{{name\n}}', 'c1\nc1'],
  ['{{name}}\n{{\nname}}', 'c1\nc1'],
  ['{ {name} }', '{ {name} }'],
  ['{{{name}}}', '{{{name}}}'],
  ['{{{{name}}}}', '{{{{name}}}}'],
  ['{{name}}{{name}}', 'c1c1'],
  ['{{constructor}}', 'k'],
  ['{{name}} {{name', null],
  ['}}{{', '}}{{'],
  ['}}{{name}}', '}}c1'],
  ['{{-name}}', '{{-name}}'],
  ['{{name|upper}}', '{{name|upper}}'],
  ['{{ .name }}', '{{ .name }}'],
  ['é{{name}}é', 'éc1é'],
  ['{{ name }}', 'c1'],
  ['{{﻿name}}', '{{﻿name}}'],
  ['{{ a b }}', '{{ a b }}'],
  ['{{name}}{{', null],
  ['x{{y}}z{{', null],
  ['{{y{{name}}}}', '{{y{{name}}}}']
]

describe('renderFast', () => {
  test.each(answers)('%j', (template, text) => {
    const rendered = renderFast(template, params)
    expect(rendered.ok ? rendered.text : null).toBe(text)
  })

  test('says what was used and what is missing', () => {
    expect(renderFast('{{name}}-{{ name }}-{{nope}}-{{path.basename}}', params)).toMatchObject({
      used: [['name'], ['path.basename']],
      missing: [['nope']]
    })
  })

  test('names of JavaScript’s own are no parameters', () => {
    expect(renderFast('{{toString}}{{__proto__}}', params)).toMatchObject({ text: '{{toString}}{{__proto__}}' })
  })
})
