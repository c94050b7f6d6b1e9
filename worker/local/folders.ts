import { join, resolve } from 'node:path'

/** The checkout. */
export const root = resolve(import.meta.dirname, '../..')

const build = join(root, '.build')

/** Everything a build leaves behind. */
export const built = {
  folder: build,
  client: join(build, 'client'),
  worker: join(build, 'worker'),
  manifest: join(build, 'client-manifest.json'),
  bindings: join(build, 'bindings.json'),
  inputs: join(build, 'inputs'),
}

/** The migrations, in the order of their names. */
export const migrationsFolder = join(root, 'migrations')
