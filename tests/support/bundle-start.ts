import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { built, root } from '../../worker/local/folders'

const name = 'start.mjs'

/**
 * Makes one program of what `npm start` runs: to load its modules one by one takes longer than all the rest of a start.
 * Its folder, which the caller removes, lies as deep in the checkout as the sources, so that it finds all they find.
 */
export async function bundleStart(): Promise<{ folder: string; program: string }> {
  const folder = mkdtempSync(join(built.folder, 'start-'))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { extensions: ['.ts', '.mjs', '.js', '.json'] },
    ssr: { noExternal: true, external: ['libsql', 'miniflare', 'vite', 'wrangler'] },
    build: {
      ssr: 'worker/local/main.ts',
      outDir: folder,
      target: 'node20',
      rolldownOptions: {
        external: './watch',
        checks: { pluginTimings: false },
        output: { entryFileNames: name, chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  // A start builds anew where sources changed, by the script that lies beside it.
  writeFileSync(join(folder, 'build.mjs'), "import '../../worker/local/build.mjs'\n")
  return { folder, program: join(folder, name) }
}
