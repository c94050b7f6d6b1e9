import { plainColumn } from '../columns/column'
import type { ReadPage } from '../reading/pages'
import { type LedgerRow, readLedgerRows } from '../reading/read-ledger-rows'
import type { PlanNames } from '../reading/read-plan-names'
import type { ExportScope } from '../scope'
import type { FilledTable, Table } from './table'

export const ledgerTable: Table<LedgerRow> = {
  name: 'ledger',
  zh: '审核处置台账',
  en: 'Ledger of decisions',
  about: {
    zh: '每件意见从提交、审核、申诉到作出采纳情况的每一步，按意见和时间排列；答复的每一步列在最后。',
    en: 'Each step of each comment: submission, decisions, appeal, dispositions, by comment and time; the steps of the responses stand at the end.',
  },
  columns: [
    plainColumn('subject', 'text', ['编号', 'Subject'], 16, {
      zh: '意见的公开编号；答复的为“答复”加序号。',
      en: 'Public id of the comment, or the number of the response.',
    }),
    plainColumn('at', 'datetime', ['时间', 'At'], 20, {
      zh: '该步骤的时间，北京时间。',
      en: 'When, Beijing time.',
    }),
    plainColumn(
      'step',
      'text',
      ['环节', 'Step'],
      11,
      {
        zh: '提交、修改后提交、审核、复核、申诉、申诉审核、采纳情况或者答复。',
        en: 'Submission, resubmission, decision, second look, appeal, decision on it, disposition or response.',
      },
      { repeats: true },
    ),
    plainColumn('version', 'integer', ['版次', 'Version'], 6, {
      zh: '意见文本、采纳情况或者答复的版次。',
      en: 'Version of the text, the disposition or the response.',
    }),
    plainColumn(
      'before',
      'text',
      ['此前状态', 'State before'],
      12,
      {
        zh: '审核之前的状态；其他环节为空白。',
        en: 'State before the decision; blank for other steps.',
      },
      { repeats: true },
    ),
    plainColumn(
      'result',
      'text',
      ['结果', 'Result'],
      12,
      {
        zh: '审核决定、采纳情况或者答复的办理步骤。',
        en: 'The decision, the disposition or what was done with the response.',
      },
      { repeats: true },
    ),
    plainColumn(
      'reasonId',
      'text',
      ['理由代码', 'Reason id'],
      16,
      {
        zh: '审核理由的代码。',
        en: 'Stable id of the reason of a decision.',
      },
      { repeats: true },
    ),
    plainColumn('reason', 'text', ['理由', 'Reason'], 44, {
      zh: '审核理由以当时的措辞为准；采纳情况为其理由；申诉为申诉的内容。',
      en: 'Reason of a decision as it was worded then, of a disposition, or the text of an appeal.',
    }),
    plainColumn('note', 'text', ['说明', 'Note'], 36, {
      zh: '审核员写给参与人的说明，转办的接收单位，或者答复办理中的说明。',
      en: 'Note to the author, who it was passed on to, or a note with a response.',
    }),
    plainColumn('internalNote', 'text', ['内部说明', 'Internal note'], 36, {
      zh: '审核员之间的说明，参与人看不到。',
      en: 'Note among moderators, not shown to the author.',
    }),
    plainColumn('hidden', 'text', ['隐去的内容', 'Hidden'], 20, {
      zh: '该次审核隐去的文字的原因和处数，不含原文。',
      en: 'Reasons and number of the passages that the decision hid, never the words.',
    }),
    plainColumn('waitedMinutes', 'integer', ['等候分钟数', 'Minutes waited'], 8, {
      zh: '从提交到审核的分钟数。',
      en: 'Minutes from submission to decision.',
    }),
    plainColumn(
      'standardText',
      'text',
      ['常用文字', 'Standard text'],
      12,
      {
        zh: '所用常用文字的序号和版次。',
        en: 'Number and version of the standard text that was used.',
      },
      { repeats: true },
    ),
    plainColumn(
      'by',
      'text',
      ['办理人', 'By'],
      10,
      {
        zh: '办理该步骤的工作人员；参与人自己的步骤为空白。',
        en: 'Who did it; blank for what authors did.',
      },
      { repeats: true },
    ),
  ],
}

export const fillLedgerTable = (
  read: ReadPage,
  scope: ExportScope,
  names: PlanNames,
): FilledTable<LedgerRow> => ({ ...ledgerTable, rows: readLedgerRows(read, scope, names) })
