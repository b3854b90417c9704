/** Grey bars in place of rows. Show them only when a call takes longer than 300 ms (`CallState.slow`). */
export function SkeletonRows(props: { readonly rows: number; readonly height?: number }) {
  return (
    <div className="ui-skeleton" aria-hidden="true">
      {Array.from({ length: props.rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={index} style={{ height: props.height ?? 26 }}>
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}
