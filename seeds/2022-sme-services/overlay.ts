import type { PlanOverlay } from '../../worker/services/plan/overlay'

/** A second consultation for the demonstration: its text is invented. */
export const demoConsultation: PlanOverlay = {
  key: '2022-sme-services',
  code: 'ZX22',
  title: { zh: '2022年中小企业服务工作要点', en: 'Services for small and medium enterprises, 2022' },
  authority: {
    zh: '广东省工业和信息化厅',
    en: 'Department of Industry and Information Technology of Guangdong Province',
  },
  themes: {
    '1': { zh: '服务供给', en: 'Services' },
    '2': { zh: '融资环境', en: 'Finance' },
  },
  measures: {
    '1.1': { zh: '公共服务平台', en: 'Public service platforms' },
    '1.2': { zh: '专家诊断', en: 'Expert advice on site' },
    '1.3': { zh: '经营管理人才', en: 'Training managers' },
    '2.1': { zh: '合同融资', en: 'Contract financing' },
    '2.2': { zh: '清理拖欠账款', en: 'Overdue payments' },
  },
}
