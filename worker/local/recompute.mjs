import { installFromLockfile, requireNode } from './install.mjs'

requireNode()
installFromLockfile()
const { register } = await import('tsx/esm/api')
register()
await import('./recompute.ts')
