import type { ChosenFile } from './reading'

/** The files that were dropped, those in folders with their path. */
export async function filesOf({ items, files }: DataTransfer): Promise<ChosenFile[]> {
  // Asked for at once: the list is empty after the event.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  if (!entries.length) return [...files].map((file) => ({ name: file.name, file }))
  return (await Promise.all(entries.map(filesIn))).flat()
}

async function filesIn(entry: FileSystemEntry): Promise<ChosenFile[]> {
  const name = entry.fullPath.replace(/^\//, '')
  try {
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) =>
        (entry as FileSystemFileEntry).file(resolve, reject),
      )
      return [{ name, file }]
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader()
    const inner: FileSystemEntry[] = []
    // A hundred at a time, until there are none.
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      )
      if (!some.length) break
      inner.push(...some)
    }
    return (await Promise.all(inner.map(filesIn))).flat()
  } catch {
    // Read as an empty file, which is then said to be none.
    return [{ name, file: new Blob([]) }]
  }
}
