/** Longer than any name that the program makes, short enough for every file system. */
const LONGEST = 180

/**
 * A name as file systems take it: characters that they refuse become “_”, and so do those that would hide in a name. One that is too
 * long is cut before its ending.
 */
export function safeFileName(name: string, longest = LONGEST): string {
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}\u200b-\u200f\u202a-\u202e]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '_')
  if (safe.length <= longest) return safe
  const ending = /\.[^.]{1,10}$/.exec(safe)?.[0] ?? ''
  return safe.slice(0, longest - ending.length) + ending
}
