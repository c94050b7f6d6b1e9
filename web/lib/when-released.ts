let isDown = false
let isWatching = false

/** From the first island on: whether a finger or a button is down. */
export function watchPointer(): void {
  if (isWatching) return
  isWatching = true
  const note = ({ type }: Event) => {
    isDown = type === 'pointerdown'
  }
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) window.addEventListener(type, note, true)
}

/**
 * Acts once the click that is under way has landed: what moves the page between press and release makes it miss. A tap
 * moves the focus and clicks in one task, hence the timeout where nothing is down any more.
 */
export function whenReleased(act: () => void): void {
  if (!isDown) {
    setTimeout(act)
    return
  }
  const release = () => {
    window.removeEventListener('pointerup', release)
    window.removeEventListener('pointercancel', release)
    setTimeout(act)
  }
  window.addEventListener('pointerup', release)
  window.addEventListener('pointercancel', release)
}
