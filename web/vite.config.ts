import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { keepManifestPrivate } from '../worker/local/asset-list'
import { built, root } from '../worker/local/folders'

const web = join(root, 'web')
const floor = ['chrome99', 'safari15.4']
const entries = readdirSync(join(web, 'entries'), { withFileTypes: true })

export default {
  root: web,
  configFile: false,
  logLevel: 'warn',
  plugins: [solid({ ssr: true }), keepManifestPrivate()],
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
      input: entries.filter((entry) => entry.isFile()).map(({ name }) => join(web, 'entries', name)),
    },
  },
} satisfies InlineConfig
