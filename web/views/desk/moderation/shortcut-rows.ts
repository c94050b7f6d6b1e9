import { t } from '../../../locales/desk'
import { shortcutKeys } from './shortcuts'

const { rows } = t.shortcuts

export const shortcutRows = [
  { keys: shortcutKeys.next, text: rows.next, single: true },
  { keys: shortcutKeys.previous, text: rows.previous, single: true },
  { keys: shortcutKeys.publish, text: rows.publish, single: true },
  { keys: shortcutKeys.return, text: rows.return, single: true },
  { keys: shortcutKeys.reject, text: rows.reject, single: true },
  { keys: '1–9, 0', text: rows.reason, single: true },
  { keys: 'Enter', text: rows.confirm, single: false },
  { keys: 'Ctrl+Enter', text: rows.confirmTyping, single: false },
  { keys: 'Esc', text: rows.cancel, single: false },
  { keys: shortcutKeys.refresh, text: rows.refresh, single: true },
  { keys: shortcutKeys.help, text: rows.help, single: true },
]

export const statusHints = [
  { keys: shortcutKeys.next, text: rows.next },
  { keys: shortcutKeys.previous, text: rows.previous },
]
