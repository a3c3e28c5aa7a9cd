import { type ComponentType, type ElementType, lazy, useState } from 'react'

export interface LatePage<Props extends object> {
  /** Draws at once what has been fetched; otherwise it waits for it, so a Suspense stands around it. */
  Page: ComponentType<Props>
  /** Fetches the code ahead. */
  load(): Promise<ComponentType<Props>>
}

/** A component whose code comes when it is first asked for. */
export function latePage<Props extends object>(
  fetchPage: () => Promise<ComponentType<Props>>,
): LatePage<Props> {
  let loaded: ComponentType<Props> | undefined
  const load = async () => {
    loaded ??= await fetchPage()
    return loaded
  }
  const Later = lazy(async () => ({ default: await load() }))
  return {
    load,
    Page(props) {
      // Decided once: what is on screen stays what it is.
      const [Own] = useState<ElementType>(() => loaded ?? Later)
      return <Own {...props} />
    },
  }
}
