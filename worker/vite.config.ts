import type { InlineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { assetList } from './local/asset-list'
import { built, root } from './local/folders'

export default {
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  plugins: [solid({ ssr: true }), assetList({ from: 'build' })],
  ssr: {
    target: 'webworker',
    noExternal: true,
    resolve: { conditions: ['workerd', 'worker', 'module', 'import', 'default'] },
  },
  build: {
    ssr: 'worker/index.ts',
    outDir: built.worker,
    emptyOutDir: true,
    target: 'es2022',
    minify: true,
    rolldownOptions: {
      checks: { pluginTimings: false },
      external: [/^node:/, /^cloudflare:/],
      // workerd takes what the entry exports for handlers: nothing else may leave it.
      preserveEntrySignatures: 'strict',
      output: { codeSplitting: true, entryFileNames: 'index.js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
} satisfies InlineConfig
