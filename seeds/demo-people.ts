import type { Role } from '../worker/contract/words'

export interface DemoPerson {
  email: string
  name: string
  role: Role
  /** The key of the unit that a member of staff belongs to, and whether they approve its answers. */
  unit?: string
  isHead?: boolean
}

/** Who can sign in after a local start; their passwords are made then. */
export const demoPeople: DemoPerson[] = [
  { email: 'moderator@yanlu.test', name: '王敏', role: 'moderator' },
  { email: 'moderator2@yanlu.test', name: '何立', role: 'moderator' },
  { email: 'senior@yanlu.test', name: '陈静', role: 'senior_moderator' },
  { email: 'staff@yanlu.test', name: '李颖', role: 'staff', unit: 'enterprises' },
  { email: 'staff2@yanlu.test', name: '吴昊', role: 'staff', unit: 'digital_industry' },
  { email: 'head@yanlu.test', name: '郑岚', role: 'staff', unit: 'enterprises', isHead: true },
  { email: 'admin@yanlu.test', name: '周宁', role: 'admin' },
  { email: 'owner@firm.test', name: '梁志远', role: 'participant' },
  { email: 'drafter@firm.test', name: '苏婉', role: 'participant' },
  { email: 'approver@firm.test', name: '邓建国', role: 'participant' },
  { email: 'newcomer@firm.test', name: '冯晓', role: 'participant' },
  { email: 'individual@firm.test', name: '朱文秀', role: 'participant' },
]
