import type { ImportColumn } from '../../contract/offline'

interface Words {
  zh: string
  en: string
  /** What it takes, for the sheet that explains. */
  hint: string
  isRequired: boolean
  width: number
}

/** The template's headings. A file may have either language's. */
export const columnWords: Record<ImportColumn, Words> = {
  receivedOn: {
    zh: '收到日期',
    en: 'Received on',
    hint: '收到意见的日期，例如 2021-03-19。不得早于征集开始，不得晚于征集截止和今天。',
    isRequired: true,
    width: 13,
  },
  channel: {
    zh: '意见来源',
    en: 'Channel',
    hint: '来信、电子邮件、热线电话、座谈会、其他部门转来，选一种。',
    isRequired: true,
    width: 14,
  },
  reference: {
    zh: '来文编号',
    en: 'Reference',
    hint: '来信、来电或会议记录的编号，便于日后查找，不公开。',
    isRequired: false,
    width: 18,
  },
  measure: {
    zh: '措施编号',
    en: 'Measure',
    hint: '意见针对的措施，例如 7.1。',
    isRequired: true,
    width: 10,
  },
  clause: {
    zh: '条款编号',
    en: 'Clause',
    hint: '针对措施中某一句的，填这一句的编号，例如 7.1.2；针对整项措施的留空。',
    isRequired: false,
    width: 10,
  },
  kind: {
    zh: '参与人类型',
    en: 'Kind of participant',
    hint: '企业、协会、机构、个人，选一种。',
    isRequired: true,
    width: 12,
  },
  name: {
    zh: '姓名或单位名称',
    en: 'Name',
    hint: '单位必填，名称公开；个人可以不填，公开时脱敏，例如朱**。',
    isRequired: false,
    width: 26,
  },
  uscc: {
    zh: '统一社会信用代码',
    en: 'Unified social credit code',
    hint: '单位写明了的填，没有写明的留空。不公开。',
    isRequired: false,
    width: 22,
  },
  stance: {
    zh: '态度',
    en: 'Stance',
    hint: '支持、部分支持、反对、建议，选一种。',
    isRequired: true,
    width: 10,
  },
  body: {
    zh: '意见内容',
    en: 'Comment',
    hint: '意见的原文，最多 5000 字。',
    isRequired: true,
    width: 60,
  },
  wording: {
    zh: '建议条款改为',
    en: 'Suggested wording',
    hint: '来文写明条款应怎样改的，填改后的整句，最多 1000 字；须同时填条款编号，且与原文不同。没有的留空。',
    isRequired: false,
    width: 40,
  },
  publish: {
    zh: '同意公开意见',
    en: 'Consent to publication',
    hint: '来文写明同意公开的填“是”，其余填“否”。填“否”的意见照样办理，但不公开。',
    isRequired: true,
    width: 13,
  },
  showName: {
    zh: '同意公开姓名',
    en: 'Consent to naming',
    hint: '仅适用于个人：来文写明同意公开全名的填“是”，其余填“否”或留空。',
    isRequired: false,
    width: 13,
  },
}
