/** Four characters fit a figure's column: a longer head may break there, 社会公益｜组织, and nowhere else. */
export const breakable = (label: string) =>
  label.length > 4 && label.length < 8 ? (
    <>
      {label.slice(0, 4)}
      <wbr />
      {label.slice(4)}
    </>
  ) : (
    label
  )
