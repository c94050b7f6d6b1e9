import { Show } from 'solid-js'
import { industries } from '../../../worker/contract/industries'
import { cities } from '../../../worker/contract/regions'
import { enterpriseSizes, organisationKinds, ownerships } from '../../../worker/contract/words'
import { ActForm, Refusal } from '../../components/account/account-form'
import { ClaimForm } from '../../components/enterprise/claim-form'
import { PrivacyLine } from '../../components/form/privacy-line'
import { useFrame } from '../../components/frame/frame-context'
import { TextField } from '../../components/ui/field'
import { SelectField } from '../../components/ui/select-field'
import type { PublicPage } from '../../page'

type Props = Extract<PublicPage, { view: 'enterprise-form' }>

/** `/enterprise/register` and `/enterprise/profile` */
export function EnterpriseFormView(props: Props) {
  const { enterprise: words } = useFrame().words
  const { uscc, name, kind, size, ownership, industry, city, contactName, contact } = words
  const labels = {
    uscc,
    name,
    kind,
    size,
    ownership,
    industry,
    city,
    contactName,
    contact,
    note: words.claimNote,
    file: words.file,
  }
  return (
    <div class="column own-page">
      <Refusal {...props} labels={labels} />
      <h1>{props.isNew ? words.registerTitle : words.editTitle}</h1>
      <Show when={props.taken === null} fallback={<Taken {...props} />}>
        <Show when={props.isNew}>
          <p class="lead">{words.registerLead}</p>
        </Show>
        <form method="post" action={props.isNew ? '/enterprise/register' : '/enterprise/profile'} novalidate>
          <input type="hidden" name="version" value={props.values.version} />
          <Show when={props.isNew}>
            <TextField
              name="uscc"
              label={uscc}
              hint={words.usccHint}
              class="input-medium input-code"
              autocomplete="off"
              spellcheck={false}
              value={props.values.uscc}
              error={props.errors.uscc}
            />
          </Show>
          <TextField
            name="name"
            label={name}
            hint={words.nameHint}
            autocomplete="organization"
            value={props.values.name}
            error={props.errors.name}
          />
          <Profile {...props} />
          <ContactPerson {...props} />
          <PrivacyLine about="enterpriseContact" version={props.values.noticeVersion} />
          <p class="buttons">
            <button class="button" type="submit">
              {props.isNew ? words.register : words.save}
            </button>
            <a class="button-quiet" href="/enterprise">
              {words.back}
            </a>
          </p>
        </form>
      </Show>
    </div>
  )
}

/** Others hold the code: to join them, to say that it is one's own, or to go back to what was typed. */
function Taken(props: Props) {
  const { enterprise: words } = useFrame().words
  const taken = props.taken ?? ''
  const typed = props.values.name.trim()
  return (
    <>
      <section
        class="notice notice-tall"
        role="status"
        tabindex="-1"
        autofocus
        data-focus
        aria-labelledby="taken-heading"
      >
        <div>
          <h2 id="taken-heading">{words.taken(taken)}</h2>
          <Show when={typed !== '' && typed !== taken}>
            <p>
              <b>{words.takenOtherwise(typed)}</b>
            </p>
          </Show>
          <p>{words.takenText}</p>
        </div>
        <ActForm isMain action="/enterprise/join" label={words.ask} fields={{ uscc: props.values.uscc }} />
        <ActForm
          action="/enterprise/register"
          label={words.otherCode}
          fields={{ ...props.values, step: 'again' }}
        />
      </section>
      <ClaimForm
        fields={{ ...props.values, taken }}
        note={props.claimNote ?? ''}
        errors={props.claimNote === null ? {} : props.errors}
        isOpen={props.claimNote !== null}
      />
      <p class="buttons">
        <a class="button-quiet" href="/enterprise">
          {words.back}
        </a>
      </p>
    </>
  )
}

function Profile(props: Props) {
  const { domain, language, words } = useFrame()
  const { enterprise } = words
  const named = (entries: readonly { code: string; zh: string; en: string }[]) =>
    entries.map((entry) => [entry.code, entry[language]] as const)
  return (
    <div class="own-row">
      <SelectField
        name="kind"
        label={enterprise.kind}
        options={organisationKinds.map((kind) => [kind, domain.kinds[kind]] as const)}
        value={props.values.kind}
        error={props.errors.kind}
      />
      <SelectField
        name="size"
        label={enterprise.size}
        hint={enterprise.sizeHint}
        blank={enterprise.choose}
        options={enterpriseSizes.map((size) => [size, domain.enterpriseSizes[size]] as const)}
        value={props.values.size}
        error={props.errors.size}
      />
      <SelectField
        name="ownership"
        label={enterprise.ownership}
        hint={enterprise.sizeHint}
        blank={enterprise.choose}
        options={ownerships.map((each) => [each, domain.ownerships[each]] as const)}
        value={props.values.ownership}
        error={props.errors.ownership}
      />
      <SelectField
        name="industry"
        label={enterprise.industry}
        blank={enterprise.choose}
        options={named(industries)}
        value={props.values.industry}
        error={props.errors.industry}
      />
      <SelectField
        name="city"
        label={enterprise.city}
        blank={enterprise.choose}
        options={named(cities)}
        value={props.values.city}
        error={props.errors.city}
      />
    </div>
  )
}

function ContactPerson(props: Props) {
  const { words, beside } = useFrame()
  const { enterprise } = words
  return (
    <fieldset class="own-contact">
      <legend>{enterprise.contactHeading}</legend>
      <TextField
        name="contactName"
        label={enterprise.contactName}
        hint={enterprise.contactNameHint + beside('enterpriseContact')}
        class="input-medium"
        autocomplete="name"
        value={props.values.contactName}
        error={props.errors.contactName}
      />
      <TextField
        name="contact"
        label={enterprise.contact}
        hint={enterprise.contactHint}
        class="input-medium"
        autocomplete="off"
        value={props.values.contact}
        error={props.errors.contact}
      />
    </fieldset>
  )
}
