/**
 * Tells which components React draws. It listens where React's own developer tools do, and React looks for them when it is
 * loaded: `page.ts` imports this file before anything else.
 */

/** A component that was drawn, with the properties it was drawn with. */
export interface Drawn {
  name: string
  props: Record<string, unknown>
}

/** What React keeps of a component, as far as its own developer tools look at it. */
interface Fiber {
  type: unknown
  flags: number
  memoizedProps: Record<string, unknown> | null
  alternate: Fiber | null
  child: Fiber | null
  sibling: Fiber | null
}

/** React's mark for “its function has run in this drawing”. */
const PERFORMED_WORK = 1

const nameOf = (type: unknown): string | undefined => {
  const inner = type && typeof type === 'object' && 'type' in type ? type.type : type
  return typeof inner === 'function' ? inner.name : undefined
}

function drawnUnder(fiber: Fiber, found: Drawn[]) {
  // A child that is the same object as in the drawing before was not looked at.
  if (fiber.child === fiber.alternate?.child) return
  for (let child = fiber.child; child; child = child.sibling) {
    const name = nameOf(child.type)
    if (name && child.flags & PERFORMED_WORK) found.push({ name, props: child.memoizedProps ?? {} })
    drawnUnder(child, found)
  }
}

let found: Drawn[] | undefined
Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_: unknown, root: { current: Fiber }) => found && drawnUnder(root.current, found),
    onCommitFiberUnmount() {},
  },
})

/** The components drawn while something is done. */
export function drawnDuring(act: () => void): Drawn[] {
  const own: Drawn[] = []
  found = own
  act()
  found = undefined
  return own
}
