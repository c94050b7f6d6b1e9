import { t } from '../../../locales/desk'
import { type ShortcutAct, shortcutKeys } from './shortcuts'

const { rows, groups } = t.shortcuts

const single = (...acts: ShortcutAct[]) =>
  acts.map((act) => ({ keys: shortcutKeys[act], text: rows[act], single: act !== 'palette' }))

export const shortcutGroups = [
  { heading: groups.walk, rows: single('next', 'previous', 'group', 'take', 'refresh') },
  {
    heading: groups.decide,
    rows: [
      ...single(
        'publish',
        'publishWithNote',
        'redact',
        'redactAll',
        'return',
        'reject',
        'restore',
        'pass',
        'undo',
      ),
      { keys: '1–9, 0', text: rows.reason, single: true },
      { keys: 'Enter', text: rows.confirm, single: false },
      { keys: 'Ctrl+Enter', text: rows.confirmTyping, single: false },
    ],
  },
  { heading: groups.many, rows: single('select', 'selectNext', 'selectPrevious', 'selectAll') },
  {
    heading: groups.desk,
    rows: [...single('palette', 'help'), { keys: 'Esc', text: rows.cancel, single: false }],
  },
]

export const statusHints = [
  { keys: shortcutKeys.next, text: rows.next },
  { keys: shortcutKeys.previous, text: rows.previous },
]
