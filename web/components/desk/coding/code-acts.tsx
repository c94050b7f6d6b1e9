import { t } from '../../../locales/desk'

interface CodeActsProps {
  name: string
  onEdit: () => void
  onMove: (by: 1 | -1) => void
  onRetire: () => void
}

/** What can be done with a code of the draft. */
export function CodeActs(props: CodeActsProps) {
  const acts = () => [
    { name: t.codebook.edit(props.name), short: t.codebook.editShort, act: props.onEdit },
    { name: t.codebook.up(props.name), short: t.codebook.upShort, act: () => props.onMove(-1) },
    { name: t.codebook.down(props.name), short: t.codebook.downShort, act: () => props.onMove(1) },
    { name: t.codebook.retire(props.name), short: t.codebook.retireShort, act: props.onRetire },
  ]
  return (
    <div class="code-acts">
      {acts().map(({ name, short, act }) => (
        <button type="button" class="button button-quiet" aria-label={name} onClick={act}>
          {short}
        </button>
      ))}
    </div>
  )
}
