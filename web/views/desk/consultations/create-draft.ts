import { batch, createMemo, createSignal } from 'solid-js'
import type { DraftContent, PlanPreview } from '../../../../worker/contract/consultations'
import { checkDraft, type discardDraft, getDraft, previewPlan, saveDraft } from '../../../api/consultations'
import { keepFields } from '../../../lib/kept-text'
import { findOtherVersion } from '../../../lib/kept-versions'
import { createForm } from '../account/create-form'
import { createKept } from '../create-kept'

const blank: DraftContent = {
  code: '',
  title: '',
  titleEn: '',
  authority: '',
  authorityEn: '',
  source: '',
  opensOn: '',
  closesOn: '',
  shortPeriodReason: '',
  shortPeriodReasonEn: '',
  participants: 'everybody',
  hasReplies: true,
  moderation: 'before',
  names: {},
  units: {},
}

type Fields = DraftContent & { key: string }

export interface Opened {
  version: number | undefined
  fields: Fields
  preview: PlanPreview | undefined
}

/** What the server has of a draft; nothing of a new one. */
export async function openDraft(key: string | null): Promise<Opened> {
  if (key === null) return { version: undefined, fields: { ...blank, key: '' }, preview: undefined }
  const { version, content } = await getDraft(key)
  return { version, fields: { ...content, key }, preview: await previewPlan(content.source) }
}

/** A draft as it is typed: kept on the device until it is saved, saved as it was seen. */
export function createDraft(opened: Opened) {
  const form = createForm()
  const [version, setVersion] = createSignal(opened.version)
  const [saved, setSaved] = createSignal(opened.fields)
  const [isJustSaved, setJustSaved] = createSignal(false)
  const kept = createKept<Fields>(() => `consultation-${nameOf(saved().key, version())}`, opened.fields)
  const isUnsaved = createMemo(() => !isAlike(kept.fields, saved()))
  const [isRecalled, setRecalled] = createSignal(isUnsaved())
  const [otherVersion, setOtherVersion] = createSignal(findOther(opened))
  const dropOther = () => {
    keepFields(localStorage, otherVersion()?.key ?? '', {}, Date.now())
    setOtherVersion(null)
  }

  return {
    form,
    fields: kept.fields,
    version,
    isUnsaved,
    isJustSaved,
    /** Whether it shows what an earlier visit left unsaved. */
    isRecalled,
    /** What was left unsaved when somebody else, or another tab, had saved a newer version. */
    otherVersion,
    dropOther,
    takeOther() {
      const other = otherVersion()
      if (!other) return
      kept.type(other.fields)
      setJustSaved(false)
      dropOther()
    },
    type(change: Partial<Fields>) {
      kept.type(change)
      setJustSaved(false)
    },
    /** Back to what the server has. */
    forget() {
      kept.clear()
      setRecalled(false)
    },
    save() {
      setJustSaved(false)
      return form.send({}, async () => {
        const { key, ...content } = kept.fields
        const draft = await saveDraft({ key, version: version(), content })
        batch(() => {
          kept.clear()
          setVersion(draft.version)
          setSaved({ ...draft.content, key })
          kept.type(saved())
          setRecalled(false)
          setJustSaved(true)
        })
      })
    },
    /** Whether it could be published as it is; what speaks against it stands in the form's problem. */
    check() {
      setJustSaved(false)
      return form.send({}, () => checkDraft(refOf(saved().key, version())))
    },
    /** Ends it, published or thrown away. */
    async settle(act: typeof discardDraft) {
      const isDone = await form.send({}, () => act(refOf(saved().key, version())))
      if (isDone)
        batch(() => {
          kept.clear()
          setSaved(opened.fields)
        })
      return isDone
    },
  }
}

const findOther = ({ version, fields }: Opened) =>
  version === undefined
    ? null
    : findOtherVersion(localStorage, `consultation-${fields.key}`, version, fields, Date.now())

const nameOf = (key: string, version: number | undefined) => (version ? `${key}-${version}` : 'new')

const refOf = (key: string, version = 0) => ({ key, version })

const isAlike = (one: Fields, other: Fields) =>
  (Object.keys(other) as (keyof Fields)[]).every(
    (name) => JSON.stringify(one[name]) === JSON.stringify(other[name]),
  )
