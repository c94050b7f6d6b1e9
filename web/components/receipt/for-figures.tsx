import { For, Show } from 'solid-js'
import { industries } from '../../../worker/contract/industries'
import type { ProfileView, TargetOpinionView } from '../../../worker/contract/opinions'
import { cities } from '../../../worker/contract/regions'
import { useFrame } from '../frame/frame-context'
import { PlannedTarget } from '../ui/planned-target'
import { TargetAnswer } from '../ui/target-answer'

/** What a comment says for the figures and the department alone; nothing where it says nothing. */
export function ForFigures(props: { targets: TargetOpinionView[]; profile: ProfileView | null }) {
  const { words, domain, language } = useFrame()
  const { form, preview } = words
  const said = () => {
    const { size, industry, city } = props.profile ?? {}
    return [
      { label: form.size, value: size && domain.enterpriseSizes[size] },
      { label: form.industry, value: industries.find(({ code }) => code === industry)?.[language] },
      { label: form.city, value: cities.find(({ code }) => code === city)?.[language] },
    ].filter((fact) => fact.value)
  }
  return (
    <Show when={props.targets.length > 0 || said().length > 0}>
      <section class="department-only" aria-labelledby="for-figures">
        <h2 id="for-figures">{preview.countedHeading}</h2>
        <dl class="facts">
          <For each={props.targets}>
            {(target) => (
              <div>
                <dt>
                  <PlannedTarget {...target} />
                </dt>
                <dd>
                  <TargetAnswer {...target} />
                </dd>
              </div>
            )}
          </For>
          <For each={said()}>
            {(fact) => (
              <div>
                <dt>{fact.label}</dt>
                <dd>{fact.value}</dd>
              </div>
            )}
          </For>
        </dl>
      </section>
    </Show>
  )
}
