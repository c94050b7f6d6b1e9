import { t } from '../../../locales/desk'

interface ItemNavProps {
  isFirst: boolean
  isLast: boolean
  onBack: () => void
  onStep: (by: 1 | -1) => void
}

/** Where list and item do not fit side by side: back to the list, and on. */
export function ItemNav(props: ItemNavProps) {
  return (
    <div class="item-nav">
      <button type="button" class="button" onClick={() => props.onBack()}>
        {t.queue.back}
      </button>
      <span class="item-nav-steps">
        <button type="button" class="button" aria-disabled={props.isFirst} onClick={() => props.onStep(-1)}>
          {t.queue.previous}
        </button>
        <button type="button" class="button" aria-disabled={props.isLast} onClick={() => props.onStep(1)}>
          {t.queue.next}
        </button>
      </span>
    </div>
  )
}
