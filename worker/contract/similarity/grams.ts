/** The distinct 3-grams of a normal text in ascending order, each as one whole number of 48 bits. */
export function gramsOf(normal: string): Float64Array {
  const all = new Float64Array(Math.max(0, normal.length - 2))
  for (let i = 0; i < all.length; i += 1)
    all[i] =
      normal.charCodeAt(i) * 0x1_0000_0000 + normal.charCodeAt(i + 1) * 0x1_0000 + normal.charCodeAt(i + 2)
  all.sort()
  let count = 0
  for (const gram of all) {
    if (count === 0 || all[count - 1] !== gram) {
      all[count] = gram
      count += 1
    }
  }
  return all.subarray(0, count)
}

/** The share of grams in common (Jaccard): 1 for equal sets, 0 where there are none. */
export function jaccard(a: Float64Array, b: Float64Array): number {
  let common = 0
  let j = 0
  for (const gram of a) {
    while (j < b.length && (b[j] as number) < gram) j += 1
    if (b[j] === gram) common += 1
  }
  const all = a.length + b.length - common
  return all === 0 ? 0 : common / all
}
