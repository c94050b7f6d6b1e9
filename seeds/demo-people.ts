import type { Role } from '../worker/contract/words'

/** Who can sign in after a local start; their passwords are made then. */
export const demoPeople: { email: string; name: string; role: Role }[] = [
  { email: 'moderator@yanlu.test', name: '王敏', role: 'moderator' },
  { email: 'moderator2@yanlu.test', name: '何立', role: 'moderator' },
  { email: 'senior@yanlu.test', name: '陈静', role: 'senior_moderator' },
  { email: 'staff@yanlu.test', name: '李颖', role: 'staff' },
  { email: 'admin@yanlu.test', name: '周宁', role: 'admin' },
]
