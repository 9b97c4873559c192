import { createHash } from 'node:crypto'
import { transformSync, version } from 'esbuild'

const options = { loader: 'ts', format: 'esm', target: 'node24', sourcemap: 'inline', sourcesContent: false }
export default {
  getCacheKey: (source, file, o) =>
    createHash('sha256')
      .update([version, JSON.stringify(options), file, o.instrument, o.configString, source].join('\0'))
      .digest('hex'),
  process: (source, file) => ({ code: transformSync(source, { ...options, sourcefile: file }).code })
}
