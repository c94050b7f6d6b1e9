import type { HeadView } from '../../../worker/contract/transparency'
import { writeNotice } from '../../../worker/services/privacy/write-notice'
import type { Pages } from './pages'

export const head: HeadView = { size: 1024, root: 'a1'.repeat(32), sealedAt: '2021-04-06T03:11:00.000Z' }

export const recordPages = {
  privacy: {
    view: 'privacy',
    notice: {
      version: 1,
      effectiveAt: '2021-03-19T16:00:00.000Z',
      sha256: 'c3'.repeat(32),
      changeZh: '首次发布。',
      changeEn: 'First published.',
      text: writeNotice({ zh: '', en: '' }).zh,
      isPresent: true,
      versions: [
        {
          version: 1,
          effectiveAt: '2021-03-19T16:00:00.000Z',
          sha256: 'c3'.repeat(32),
          changeZh: '首次发布。',
          changeEn: 'First published.',
        },
      ],
    },
  },
  transparency: { view: 'transparency', heads: { head, items: [head], next: null } },
  policy: {
    view: 'policy',
    policy: {
      moderation: 'before',
      reviewDays: 2,
      secondLook: 'all',
      reasons: [
        {
          id: 'unclear',
          decision: 'return',
          zh: '请写明您的建议。',
          en: 'Please say what you suggest.',
          mayResubmit: true,
        },
        {
          id: 'off_topic',
          decision: 'reject',
          zh: '与本次征集无关。',
          en: 'Not about this plan.',
          mayResubmit: false,
        },
      ],
    },
  },
  'moderation-log': {
    view: 'moderation-log',
    query: {},
    figures: {
      months: [
        {
          month: '2021-03',
          received: 120,
          published: 96,
          redacted: 4,
          returned: 6,
          rejected: 2,
          rejectedBy: [
            { reason: { id: 'off_topic', zh: '与本次征集无关。', en: 'Not about this plan.' }, count: 2 },
          ],
          overturned: 1,
          medianMinutes: 190,
        },
      ],
    },
    log: {
      items: [
        {
          at: '2021-03-22T02:00:00.000Z',
          publicId: 'GX21-7F3K-92QX',
          measure: { key: '7.1', shortTitle: '企业群', shortTitleEn: 'Groups of enterprises' },
          decision: 'reject',
          reason: { id: 'off_topic', zh: '与本次征集无关。', en: 'Not about this plan.' },
          redactions: [],
          text: '一段无关的话。',
          isPublic: false,
        },
      ],
      next: 'cursor',
    },
  },
} satisfies Partial<Pages>
