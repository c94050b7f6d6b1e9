import { join, resolve } from 'node:path'

/** The checkout. */
export const root = resolve(import.meta.dirname, '../..')

const build = join(root, '.build')

/** Everything a build leaves behind. */
export const built = {
  folder: build,
  client: join(build, 'client'),
  worker: join(build, 'worker'),
  /** What each client build wrote: the readers' pages and the desk are built apart. */
  manifests: { site: join(build, 'site-manifest.json'), desk: join(build, 'desk-manifest.json') },
  bindings: join(build, 'bindings.json'),
  inputs: join(build, 'inputs'),
}

/** The migrations, in the order of their names. */
export const migrationsFolder = join(root, 'migrations')
