interface Passage {
  start: number
  end: number
  quote: string
}

/** Whether these words stand there in a text, in UTF-16 offsets, with no character cut in two. */
export function isPassage(text: string, { start, end, quote }: Passage): boolean {
  const cutsCharacter = (at: number) =>
    isSurrogate(text.charCodeAt(at - 1), 0xd800) && isSurrogate(text.charCodeAt(at), 0xdc00)
  return (
    start < end &&
    end <= text.length &&
    text.slice(start, end) === quote &&
    !cutsCharacter(start) &&
    !cutsCharacter(end)
  )
}

const isSurrogate = (unit: number, first: number) => unit >= first && unit < first + 0x400
