import { createSignal } from 'solid-js'
import { type CodebookList, type CodeView, codeFields } from '../../../../worker/contract/codebook'
import { ApiError, asApiError } from '../../../api/api-error'
import {
  addCode,
  changeCode,
  discardDraft,
  getCodebook,
  getCodebooks,
  getLint,
  orderCodes,
  publishCodebook,
  retireCode,
  startDraft,
} from '../../../api/coding'
import type { CodeInput } from '../../../components/desk/coding/code-form'
import { t } from '../../../locales/desk'
import { createFaults } from '../create-faults'
import { createLoad } from '../create-load'

/** The versions of the codebook, the one that is looked at, and the changes of the draft. */
export function createCodebook() {
  const [chosen, setChosen] = createSignal<number | null>(null)
  const [busy, setBusy] = createSignal(false)
  const faults = createFaults()
  const [said, setSaid] = createSignal('')
  const versions = createLoad(getCodebooks)
  const shown = createLoad(async () => {
    const { published, draft } = await getCodebooks()
    const version = chosen() ?? draft ?? published
    if (version === null) return null
    const [codebook, lint] = await Promise.all([getCodebook(version), getLint(version)])
    return { codebook, lint }
  })

  async function act<Answer extends { version?: number }>(
    send: () => Promise<Answer>,
    message: (now: Answer) => string,
  ) {
    if (busy()) return false
    setBusy(true)
    faults.clear()
    const now = await send().catch(asApiError)
    if (now instanceof ApiError) {
      setBusy(false)
      faults.take(now)
      if (now.code === 'codebook_draft_changed') void shown.load()
      return false
    }
    setChosen(now.version ?? null)
    await Promise.all([shown.load(), versions.load()])
    setBusy(false)
    setSaid(message(now))
    return true
  }
  const edit = () => shown.data()?.codebook.edit ?? ''
  const wordsOf = (input: CodeInput) => {
    const { theme, name, definition, example, included, excluded } = input
    return { theme, name, definition, example, included, excluded }
  }

  return {
    versions,
    shown,
    busy,
    errors: faults.errors,
    problem: faults.problem,
    typedIn: faults.typedIn,
    said,
    choose(version: number) {
      setChosen(version)
      faults.clear()
      void shown.load()
    },
    clear: faults.clear,
    start: () => act(startDraft, () => ''),
    add: (input: CodeInput) =>
      act(
        () => addCode({ edit: edit(), key: input.key, ...wordsOf(input) }),
        () => t.codebook.saved,
      ),
    change: (code: CodeView, input: CodeInput) =>
      codeFields.every((field) => input[field] === code[field])
        ? Promise.resolve(true)
        : act(
            () => changeCode(code.id, { edit: edit(), ...wordsOf(input) }),
            () => t.codebook.saved,
          ),
    retire: (code: CodeView) =>
      act(
        () => retireCode(code.id, edit()),
        () => t.codebook.retired(code.name),
      ),
    move(code: CodeView, by: 1 | -1) {
      const ids = (shown.data()?.codebook.codes ?? []).map(({ id }) => id)
      const at = ids.indexOf(code.id)
      const other = ids[at + by]
      if (other === undefined) return Promise.resolve(false)
      ids[at + by] = code.id
      ids[at] = other
      return act(
        () => orderCodes({ edit: edit(), codes: ids }),
        () => t.codebook.saved,
      )
    },
    discard: () =>
      act<CodebookList & { version?: never }>(
        () => discardDraft(edit()),
        () => t.codebook.discarded,
      ),
    publish: (note: string) =>
      act(
        () => publishCodebook({ edit: edit(), note }),
        ({ version }) => t.codebook.published(String(version)),
      ),
  }
}
