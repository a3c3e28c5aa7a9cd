const shapes = {
  block: (
    <>
      <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" />
      <path d="M4.6 8h6.8" stroke="var(--paper)" strokeWidth="2.2" />
    </>
  ),
  verify: (
    <>
      <path d="M8 .9 15.6 15H.4z" fill="currentColor" />
      <path d="M8 5.4v4.4" stroke="var(--paper)" strokeWidth="1.9" />
      <circle cx="8" cy="12.2" r="1.15" fill="var(--paper)" />
    </>
  ),
  note: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 7.2v4.3" stroke="currentColor" strokeWidth="1.7" />
      <circle cx="8" cy="4.8" r="1.05" fill="currentColor" />
    </>
  ),
  blank: (
    <circle
      cx="8"
      cy="8"
      r="6.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.4 2"
    />
  ),
  ok: <path d="M2.5 8.6l3.6 3.6 7.4-8" fill="none" stroke="currentColor" strokeWidth="2" />,
  half: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </>
  ),
  said: (
    <>
      <path d="M1.8 2.3h12.4v9H8.6L5 14.4v-3.1H1.8z" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M5 6.7l2.2 2.2 4-4.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  down: (
    <path d="M8 2v8M4.5 6.8L8 10.3l3.5-3.5M2.5 13.5h11" fill="none" stroke="currentColor" strokeWidth="1.5" />
  ),
  undo: (
    <path
      d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3.5l-3 3 3 3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
  redo: (
    <path
      d="M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M10 3.5l3 3-3 3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
  keyboard: (
    <path
      d="M1.7 4h12.6v8.5H1.7zM4 6.8h1M7.5 6.8h1M11 6.8h1M5 9.8h6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    />
  ),
  search: (
    <path
      d="M6.8 2.3a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.2 10.2l3.9 3.9"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
  previous: <path d="M10 3L5 8l5 5" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  next: <path d="M6 3l5 5-5 5" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  print: (
    <path d="M4 6V2h8v4M4 12H2V6h12v6h-2M4 9.5h8V14H4z" fill="none" stroke="currentColor" strokeWidth="1.3" />
  ),
  file: (
    <path
      d="M3 1.7h6.5L13 5.2v9.1H3zM9.3 1.7v3.7H13M5.5 8.5h5M5.5 11h5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    />
  ),
  web: (
    <path
      d="M1.8 2.8h12.4v10.4H1.8zM1.8 5.8h12.4M4 4.3h.1M6 4.3h.1"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    />
  ),
  grid: (
    <path
      d="M2 2.5h12v11H2zM2 6h12M2 9.7h12M6.5 2.5v11"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    />
  ),
  code: (
    <path
      d="M5.5 2.5C3 2.5 5 7.2 2.5 8 5 8.8 3 13.5 5.5 13.5M10.5 2.5C13 2.5 11 7.2 13.5 8 11 8.8 13 13.5 10.5 13.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    />
  ),
  plus: <path d="M8 2.5v11M2.5 8h11" stroke="currentColor" strokeWidth="1.8" />,
  close: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" stroke="currentColor" strokeWidth="1.5" />,
}

export type IconName = keyof typeof shapes

/** Decoration beside a word that says the same; hidden from assistive technology. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {shapes[name]}
    </svg>
  )
}
