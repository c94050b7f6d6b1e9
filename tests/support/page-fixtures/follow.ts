import type { Pages } from './pages'
import { plan } from './plan'

export const followPages = {
  follow: {
    view: 'follow',
    plan,
    isMailed: true,
    values: { email: '', frequency: 'daily', subjects: ['measure:7.1'], noticeVersion: '1' },
    errors: {},
    refusal: null,
  },
  'follow-sent': { view: 'follow-sent', email: 'zhu@example.org' },
  'follow-manage': {
    view: 'follow-manage',
    token: 'a'.repeat(75),
    follow: {
      consultation: '2021-work-plan',
      email: 'z***@example.org',
      frequency: 'daily',
      isConfirmed: true,
      subjects: [
        { subject: 'all', kind: 'all', title: null, titleEn: null, isConfirmed: true },
        { subject: 'measure:7.1', kind: 'measure', title: '企业群', titleEn: 'Groups', isConfirmed: false },
      ],
      endsAt: null,
    },
    plan,
    done: null,
    errors: {},
    refusal: null,
  },
  'follow-end': { view: 'follow-end', token: 'a'.repeat(75), isEnded: false },
} satisfies Partial<Pages>
