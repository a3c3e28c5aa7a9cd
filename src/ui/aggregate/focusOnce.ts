/** As a `ref`: what appears on a clerk's wish is where the next key goes. One function for all, so that drawing again moves nothing. */
export const focusOnce = (node: HTMLElement | null) => node?.focus()
