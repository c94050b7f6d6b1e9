import { installFromLockfile, requireNode } from '../../worker/local/install.mjs'

requireNode()
installFromLockfile()
const { register } = await import('tsx/esm/api')
register()
await import('./main.ts')
