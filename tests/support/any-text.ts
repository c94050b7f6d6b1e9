import fc from 'fast-check'

/** Any sequence of code points, halves of pairs and control characters among them. */
export const anyText = fc
  .array(fc.oneof(fc.nat(0x10ffff), fc.nat(0xff), fc.integer({ min: 0x4e00, max: 0x9fff })), {
    maxLength: 40,
  })
  .map((points) => String.fromCodePoint(...points))
