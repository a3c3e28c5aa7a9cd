import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as 64 hexadecimal digits. Not the browser's own: that is missing on plain http,
 * where intranets live, and answers only later.
 */
export const sha256 = (text: string): string => bytesToHex(digest(utf8ToBytes(text)))
