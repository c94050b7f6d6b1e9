/** A button for what its `data-copy` holds, where the browser lets a page copy. */
export function startCopying(button: HTMLElement): void {
  const { copy = '', copied = '' } = button.dataset
  if (!navigator.clipboard) return
  button.hidden = false
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(copy).then(
      () => {
        button.textContent = copied
      },
      () => undefined,
    )
  })
}
