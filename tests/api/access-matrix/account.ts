import { testPassword } from '../../support/known-keys'
import { at, row } from './row'

const signedIn = [401, 200, 200, 200] as const

export const accountRows = [
  row('GET /api/account', signedIn, at('/api/account')),
  row('POST /api/account/password', signedIn, async () => ({
    path: '/api/account/password',
    json: { current: testPassword, password: testPassword },
  })),
  row('POST /api/account/sessions/revoke', signedIn, async () => ({
    path: '/api/account/sessions/revoke',
    json: { session: 'others' },
  })),
  row('POST /api/account/second-factor', signedIn, async () => ({
    path: '/api/account/second-factor',
    json: { password: testPassword },
  })),
  row('POST /api/account/second-factor/confirm', [401, 422, 422, 422], async () => ({
    path: '/api/account/second-factor/confirm',
    json: { code: 'not the authenticator’s' },
  })),
  row('POST /api/account/second-factor/off', [401, 409, 409, 409], async () => ({
    path: '/api/account/second-factor/off',
    json: { password: testPassword },
  })),
  row('POST /api/account/backup-codes', [401, 409, 409, 409], async () => ({
    path: '/api/account/backup-codes',
    json: { password: testPassword },
  })),
]
