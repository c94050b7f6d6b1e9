const bandCount = 16
const rowsPerBand = 4

/** Fixed for good: the bands that are stored rest on them. */
const seeds = Uint32Array.from({ length: bandCount * rowsPerBand * 2 }, (_, i) => mix(i + 0x59_4c) | 1)

/**
 * The MinHash bands of a set of 3-grams, one whole number below 2^53 for each. Sets that share 70 % have a band in
 * common in 99 of 100 cases.
 */
export function bandsOf(grams: Float64Array): number[] {
  const least = new Uint32Array(bandCount * rowsPerBand).fill(0xffff_ffff)
  for (const gram of grams) {
    const hash = mix((gram >>> 0) ^ Math.imul(Math.floor(gram / 0x1_0000_0000), 0x9e37_79b1))
    for (let i = 0; i < least.length; i += 1) {
      const spread = Math.imul(hash ^ (seeds[2 * i] as number), seeds[2 * i + 1] as number)
      const value = (spread ^ (spread >>> 15)) >>> 0
      if (value < (least[i] as number)) least[i] = value
    }
  }
  return Array.from({ length: bandCount }, (_, band) =>
    foldBand(least.subarray(band * rowsPerBand, (band + 1) * rowsPerBand)),
  )
}

function foldBand(rows: Uint32Array): number {
  let high = 0
  let low = 0
  for (const row of rows) {
    high = mix(high ^ row)
    low = mix(low + row)
  }
  return (high & 0x1f_ffff) * 0x1_0000_0000 + low
}

/** Spreads 32 bits over 32 bits (the finalizer of MurmurHash3). */
function mix(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
