import { For, type JSX } from 'solid-js'
import { t } from '../../../locales/desk'
import { deskPath } from '../return-address'

export type Section = keyof typeof t.coding.sections

const pathOf: Record<Section, string> = {
  sorting: deskPath('coding'),
  suggestions: `${deskPath('coding')}/suggestions`,
  codebook: `${deskPath('coding')}/codebook`,
  samples: `${deskPath('coding')}/samples`,
}
const sections = Object.keys(pathOf) as Section[]

/** A screen of the coding desk under its heading, with the ways to the others. */
export function CodingFrame(props: { section: Section; children: JSX.Element }) {
  document.title = `${t[props.section].heading} · ${t.deskNames.coding} · ${t.product}`
  return (
    <div class="coding">
      <header class="coding-head">
        <h1>{t[props.section].heading}</h1>
        <nav class="coding-sections" aria-label={t.coding.nav}>
          <For each={sections}>
            {(section) => (
              <a href={pathOf[section]} aria-current={section === props.section ? 'page' : undefined}>
                {t.coding.sections[section]}
              </a>
            )}
          </For>
        </nav>
        <p class="coding-intro">{t[props.section].intro}</p>
      </header>
      {props.children}
    </div>
  )
}
