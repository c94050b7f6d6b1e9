import type { Registration } from '../worker/contract/enterprises'
import type { EnterprisePart } from '../worker/contract/words'

export type DemoEnterprise = Registration & {
  isVerified: boolean
  /** By the addresses of the demo accounts; the first is the owner who registers it. */
  members: [email: string, part: EnterprisePart][]
}

/** Organisations with accounts after a local start: one verified, with three colleagues, and one that is not. */
export const demoEnterprises: DemoEnterprise[] = [
  {
    uscc: '91440101MA5400018Q',
    name: '广州云帆智能装备有限公司',
    kind: 'enterprise',
    size: 'medium',
    ownership: 'private',
    industry: 'C',
    city: '4401',
    contactName: '梁志远',
    contact: '020-38880000',
    isVerified: true,
    members: [
      ['owner@firm.test', 'owner'],
      ['drafter@firm.test', 'drafter'],
      ['approver@firm.test', 'approver'],
    ],
  },
  {
    uscc: '91440101MA5400026K',
    name: '佛山同创新材料有限公司',
    kind: 'enterprise',
    size: 'small',
    ownership: 'private',
    industry: 'C',
    city: '4406',
    contactName: '冯晓',
    contact: 'newcomer@firm.test',
    isVerified: false,
    members: [['newcomer@firm.test', 'owner']],
  },
]
