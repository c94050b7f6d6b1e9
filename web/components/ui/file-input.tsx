interface FileInputProps {
  name: string
  /** What its button says; beside it the browser says which file was chosen. */
  choose: string
  buttonClass?: string
  accept?: string
  describedBy?: string | undefined
  isInvalid?: boolean
  onChange?: (input: HTMLInputElement) => void
}

/** A file in the site's own words: a label opens the browser's choice, so that it needs no script. */
export function FileInput(props: FileInputProps) {
  const id = () => `field-${props.name}`
  return (
    <div class="file-pick">
      <label class={props.buttonClass ?? 'button-quiet'} for={id()}>
        {props.choose}
      </label>
      <input
        id={id()}
        name={props.name}
        type="file"
        accept={props.accept}
        aria-describedby={props.describedBy}
        aria-invalid={props.isInvalid ? 'true' : undefined}
        onChange={(event) => props.onChange?.(event.currentTarget)}
      />
    </div>
  )
}
