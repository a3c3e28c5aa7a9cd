/** localStorage holds about 5.2 million characters, whatever the disk has. */
const CAPACITY = 5_200_000

/** How much of it some characters take, whole per cent, rounded up. */
export const shareOf = (characters: number): number => Math.ceil((characters / CAPACITY) * 100)
