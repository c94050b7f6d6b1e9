import type { Command } from '../../../components/desk/moderation/command-palette'
import { deskWords, t } from '../../../locales/desk'
import { type ShortcutAct, shortcutKeys } from './shortcuts'

const other = t === deskWords.zh ? deskWords.en : deskWords.zh
const { groups } = t.shortcuts

const groupOf: readonly [string, readonly ShortcutAct[]][] = [
  [
    groups.decide,
    ['publish', 'publishWithNote', 'redact', 'redactAll', 'return', 'reject', 'restore', 'pass', 'undo'],
  ],
  [groups.walk, ['next', 'previous', 'group', 'take', 'refresh']],
  [groups.many, ['select', 'selectAll']],
  [groups.desk, ['help']],
]

export interface Place {
  name: string
  also: string
  path: string
}

/** Everything that a key does, and every queue, by name. */
export function commandsFor(
  onAct: Record<ShortcutAct, () => unknown>,
  places: readonly Place[],
  go: (path: string) => void,
): Command[] {
  const acts = groupOf.flatMap(([group, names]) =>
    names.map((act) => ({
      id: act,
      name: t.shortcuts.rows[act],
      also: other.shortcuts.rows[act],
      group,
      keys: shortcutKeys[act],
      run: () => void onAct[act](),
    })),
  )
  const ways = places.map(({ name, also, path }) => ({
    id: path,
    name,
    also,
    group: t.rail.queues,
    run: () => go(path),
  }))
  return [...acts, ...ways]
}
