import { createResource, For, Show } from 'solid-js'
import type { ConsultationItem } from '../../../worker/contract/consultations'
import { getConsultations } from '../../api/consultations'
import { consultationPath, within } from '../../lib/links'
import { language, t } from '../../locales/desk'

let asked: Promise<ConsultationItem[]> | undefined

/** Asked for once while the application stands. */
const allConsultations = () => {
  asked ??= getConsultations()
    .then(({ open, upcoming, closed, answered }) => [...open, ...upcoming, ...closed, ...answered])
    .catch(() => {
      asked = undefined
      return []
    })
  return asked
}

const deskOf = ({ key, isCurrent }: ConsultationItem) => `${isCurrent ? '' : consultationPath(key)}/desk`

/** Which consultation the desk is of: it stands in the address, and every act is about it alone. Of a single one nothing is asked. */
export function ConsultationChoice() {
  const [items] = createResource(allConsultations)
  const here = within('/desk')
  const isHere = (item: ConsultationItem) =>
    here === deskOf(item) || here === `${consultationPath(item.key)}/desk`
  const choose = (desk: string) => {
    const { pathname } = window.location
    const screen = pathname.slice(here.length).split('/')[1] ?? ''
    window.location.assign(`${desk}${screen && `/${screen}`}`)
  }
  return (
    <Show when={(items() ?? []).length > 1}>
      <label class="bar-choice">
        <span class="visually-hidden">{t.consultation}</span>
        <select onChange={(event) => choose(event.currentTarget.value)}>
          <For each={items()}>
            {(item) => (
              <option value={deskOf(item)} selected={isHere(item)}>
                {language === 'en' ? item.titleEn : item.title}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  )
}
