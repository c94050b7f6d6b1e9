import { register } from 'tsx/esm/api'

register()
const { build } = await import('./build.ts')
await build().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
