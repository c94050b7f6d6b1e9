import type { PlanOverlay } from '../../worker/services/plan/overlay'

/** A consultation of the demonstration that has come to its end: its text is invented. */
export const answeredConsultation: PlanOverlay = {
  key: '2020-digital-services',
  code: 'SZ20',
  title: {
    zh: '2020年中小企业数字化服务措施',
    en: 'Digital services for small and medium enterprises, 2020',
  },
  authority: {
    zh: '广东省工业和信息化厅',
    en: 'Department of Industry and Information Technology of Guangdong Province',
  },
  themes: {
    '1': { zh: '让企业用得上', en: 'Within reach' },
    '2': { zh: '让企业用得好', en: 'Of real use' },
  },
  measures: {
    '1.1': { zh: '上云服务券', en: 'Cloud vouchers' },
    '1.2': { zh: '服务商名录', en: 'Directory of providers' },
    '2.1': { zh: '免费诊断', en: 'Free assessments' },
    '2.2': { zh: '数字化培训', en: 'Digital training' },
    '2.3': { zh: '企业数据保护', en: 'Protecting business data' },
  },
}
