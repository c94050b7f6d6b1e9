/** 91440101MA59ABCD6X → 9144 0101 MA59 ABCD 6X, as it is read aloud. */
export function formatUscc(uscc: string): string {
  return uscc.match(/.{1,4}/g)?.join(' ') ?? uscc
}
