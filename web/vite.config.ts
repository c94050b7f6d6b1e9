import { readdirSync } from 'node:fs'
import { join, parse } from 'node:path'
import type { InlineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { keepManifestPrivate } from '../worker/local/asset-list'
import { built, root } from '../worker/local/folders'

const web = join(root, 'web')
const floor = ['chrome99', 'safari15.4']
const entries = readdirSync(join(web, 'entries'))

/** A client of its own, so that what only the desk needs is in no file that readers load. */
const clientOf = (name: keyof typeof built.manifests): InlineConfig => ({
  root: web,
  configFile: false,
  logLevel: 'warn',
  plugins: [solid({ ssr: true }), keepManifestPrivate(name)],
  build: {
    outDir: built.client,
    emptyOutDir: false,
    manifest: true,
    target: floor,
    cssTarget: floor,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: entries
        .filter((entry) => parse(entry).name === name)
        .map((entry) => join(web, 'entries', entry)),
    },
  },
})

export default [clientOf('site'), clientOf('desk')]
