import { w } from '../../../locales/desk/cases'
import { type CaseAct, caseKeys } from './shortcuts'

const { rows, groups } = w.shortcuts

const single = (...acts: CaseAct[]) =>
  acts.map((act) => ({ keys: caseKeys[act], text: rows[act], single: true }))

export const shortcutGroups = [
  { heading: groups.walk, rows: single('next', 'previous', 'refresh') },
  {
    heading: groups.act,
    rows: [
      ...single('assign', 'take', 'note'),
      { keys: 'Ctrl+Enter', text: rows.confirmNote, single: false },
    ],
  },
  { heading: groups.many, rows: single('select', 'selectNext', 'selectPrevious', 'selectAll') },
  { heading: groups.desk, rows: [...single('help'), { keys: 'Esc', text: rows.cancel, single: false }] },
]

export const statusHints = [
  { keys: caseKeys.next, text: rows.next },
  { keys: caseKeys.previous, text: rows.previous },
  { keys: caseKeys.note, text: rows.note },
]
