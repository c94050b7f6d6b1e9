import { createMemo } from 'solid-js'
import { encode } from 'uqr'

/** Black on white in either theme: cameras read no other. */
export function QrCode(props: { text: string; label: string }) {
  const code = createMemo(() => encode(props.text, { ecc: 'M', border: 4 }))
  const path = () =>
    code()
      .data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('')
  return (
    <svg class="qr" role="img" aria-label={props.label} viewBox={`0 0 ${code().size} ${code().size}`}>
      <path class="qr-ground" d={`M0 0h${code().size}v${code().size}H0z`} />
      <path class="qr-dark" d={path()} shape-rendering="crispEdges" />
    </svg>
  )
}
