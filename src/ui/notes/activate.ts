import type { MouseEvent } from 'react'

/**
 * Whether a click is meant for the finding as a whole: not for a control inside it, and not the end of selecting text.
 * The keyboard has the link or button in the finding that says where it stands.
 */
export const isForFinding = ({ target, currentTarget }: MouseEvent<HTMLElement>): boolean =>
  target instanceof Element &&
  currentTarget.contains(target) &&
  !target.closest('a, button, input, label, textarea, summary') &&
  window.getSelection()?.isCollapsed !== false
