import { For, Show } from 'solid-js'
import type { EnterpriseView } from '../../../worker/contract/enterprises'
import { industries } from '../../../worker/contract/industries'
import { cities } from '../../../worker/contract/regions'
import { formatUscc } from '../../lib/format-uscc'
import { useFrame } from '../frame/frame-context'

/** What an organisation says of itself. */
export function EnterpriseData(props: { enterprise: EnterpriseView }) {
  const { words, domain, language } = useFrame()
  const { enterprise } = words
  const nameOf = (entries: readonly { code: string; zh: string; en: string }[], code: string | null) =>
    entries.find((entry) => entry.code === code)?.[language]
  const facts = (): [string, string | undefined][] => {
    const { uscc, kind, size, ownership, industry, city, contact } = props.enterprise
    const ofEnterprise: [string, string | undefined][] = [
      [enterprise.size, size ? domain.enterpriseSizes[size] : undefined],
      [enterprise.ownership, ownership ? domain.ownerships[ownership] : undefined],
    ]
    return [
      [enterprise.uscc, formatUscc(uscc)],
      [enterprise.kind, domain.kinds[kind]],
      ...(kind === 'enterprise' ? ofEnterprise : []),
      [enterprise.industry, nameOf(industries, industry)],
      [enterprise.city, nameOf(cities, city)],
      [enterprise.contactHeading, contact ? `${contact.name} ${contact.value}` : undefined],
    ]
  }
  return (
    <section aria-labelledby="data-heading">
      <h2 id="data-heading">{enterprise.data}</h2>
      <dl class="facts">
        <For each={facts()}>
          {([label, value]) => (
            <div>
              <dt>{label}</dt>
              <dd>{value ?? enterprise.unknown}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.enterprise.part === 'owner'}>
        <p class="buttons">
          <a class="button-quiet" href="/enterprise/profile">
            {enterprise.edit}
          </a>
        </p>
      </Show>
    </section>
  )
}
