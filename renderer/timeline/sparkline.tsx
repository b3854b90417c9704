const BAR = 2
const HEIGHT = 14

/** Small bars of counts over equal steps of time, the highest as high as the picture. Words stand beside it. */
export function Sparkline(props: { readonly counts: readonly number[]; readonly title: string }) {
  const { counts } = props
  const most = Math.max(1, ...counts)
  const width = counts.length * BAR
  return (
    <svg
      className="tl-spark"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      aria-hidden="true"
    >
      <title>{props.title}</title>
      {counts.map((count, step) => {
        const height = count === 0 ? 0 : Math.max(1, Math.round((count / most) * HEIGHT))
        const x = step * BAR
        return <rect key={x} x={x} y={HEIGHT - height} width={BAR - 0.5} height={height} />
      })}
    </svg>
  )
}
