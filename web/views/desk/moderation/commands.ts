import type { Colleague } from '../../../../worker/contract/moderation/hand'
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

interface Sources {
  onAct: Record<ShortcutAct, () => unknown>
  places: readonly Place[]
  /** To whom work can be passed. */
  others: readonly Colleague[]
  go: (path: string) => void
  passTo: (colleague: Colleague) => void
}

/** Everything that a key does, everybody to whom work can be passed, and every queue, by name. */
export function commandsFor({ onAct, places, others, go, passTo }: Sources): Command[] {
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
  const people = others.map((colleague) => ({
    id: colleague.id,
    name: t.shortcuts.passTo(colleague.name),
    also: other.shortcuts.passTo(colleague.name),
    group: groups.decide,
    run: () => passTo(colleague),
  }))
  return [...acts, ...people, ...ways]
}
