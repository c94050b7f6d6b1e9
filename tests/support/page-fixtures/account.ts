import type { PublicPage } from '../../../web/page'
import type { EnterpriseView } from '../../../worker/contract/enterprises'
import { usccOf } from '../make-comment'

type PageOf<View extends PublicPage['view']> = Extract<PublicPage, { view: View }>

const well = { errors: {}, refusal: null } as const
const at = '2021-04-01T02:00:00.000Z'

export const enterprise: EnterpriseView = {
  id: 'e1',
  uscc: usccOf(1),
  name: '第一精密制造有限公司',
  kind: 'enterprise',
  size: 'medium',
  ownership: 'private',
  industry: 'C',
  city: '4401',
  state: 'rejected',
  stateAt: at,
  version: 3,
  createdAt: at,
  contact: { name: '钱经理', kind: 'phone', value: '020-81234567' },
  part: 'owner',
  members: [
    { id: 'u1', name: '孙总', email: 'owner@firm.test', part: 'owner', joinedAt: at, isSelf: true },
    { id: 'u2', name: '李文', email: null, part: 'drafter', joinedAt: at, isSelf: false },
  ],
  requests: [{ id: 'r1', name: '周舟', email: 'zhou@firm.test', askedAt: at }],
  awaiting: [{ key: '2021-work-plan', title: '2021年工作安排', titleEn: 'Work plan 2021', isCurrent: true }],
  invitations: [{ id: 'i1', part: 'approver', email: null, invitedBy: '孙总', invitedAt: at, expiresAt: at }],
  history: [
    {
      ...{ number: 1, from: 'unverified', to: 'submitted', means: 'document' },
      ...{ document: '营业执照 S001', file: null, note: null, by: '孙总', isByGone: false, at },
    },
    {
      ...{ number: 2, from: 'submitted', to: 'rejected', means: 'staff' },
      ...{ document: null, file: null, note: '执照不清晰。', by: null, isByGone: false, at },
    },
  ],
}

export const accountPages = {
  'account-sign-in': {
    ...{
      view: 'account-sign-in',
      email: '',
      next: '/enterprise',
      notice: 'asked',
      hasSignOn: true,
      kept: null,
    },
    ...well,
  } as PageOf<'account-sign-in'>,
  'account-sign-up': {
    ...{
      view: 'account-sign-up',
      values: { name: '', email: '', noticeVersion: '1' },
      next: '',
      isMailed: true,
    },
    ...well,
  } as PageOf<'account-sign-up'>,
  'account-sent': { view: 'account-sent', what: 'confirm' } as PageOf<'account-sent'>,
  'account-confirm': { view: 'account-confirm', token: 'abc', ...well } as PageOf<'account-confirm'>,
  'account-password': {
    ...{ view: 'account-password', token: 'abc', email: '', isMailed: true },
    ...well,
  } as PageOf<'account-password'>,
  'account-erase': {
    view: 'account-erase',
    hasPassword: true,
    enterprise: { name: enterprise.name, isAlone: true, mustHandOver: false },
    ...well,
  } as PageOf<'account-erase'>,
  account: {
    ...{ view: 'account', enterprise, request: null, done: 'saved', isMailed: false, hasSignOn: true },
    ...{ changing: null, typed: {} },
    account: {
      ...{ id: 'u1', name: '孙总', email: 'owner@firm.test', isEmailConfirmed: false },
      ...{ hasPassword: true, hasSignOn: false, joinedAt: at, noticeToRead: 2 },
    },
    ...well,
  } as PageOf<'account'>,
  enterprise: {
    ...{ view: 'enterprise', enterprise, request: null, done: null, isMailed: true, typed: {}, claim: null },
    link: 'https://yanlu.example/enterprise/invitation?token=abc',
    ...well,
  } as PageOf<'enterprise'>,
  'enterprise-form': {
    ...{ view: 'enterprise-form', isNew: true, taken: '第一精密制造有限公司', claimNote: null },
    values: {
      ...{ uscc: enterprise.uscc, name: enterprise.name, kind: 'enterprise', size: 'medium' },
      ...{
        ownership: 'private',
        industry: 'C',
        city: '4401',
        contactName: '',
        contact: '',
        version: '',
        noticeVersion: '1',
      },
    },
    ...well,
  } as PageOf<'enterprise-form'>,
  'enterprise-invitation': {
    ...{ view: 'enterprise-invitation', token: 'abc', isSignedIn: false },
    invitation: { enterprise: enterprise.name, part: 'drafter', invitedBy: '孙总', expiresAt: at },
    ...well,
  } as PageOf<'enterprise-invitation'>,
}
