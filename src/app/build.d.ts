/** Set by the build: whether this is the one file that is opened by double click. */
declare const __SINGLE_FILE__: boolean

/** The packages that are part of the program; see build/licences.ts. */
declare module 'virtual:licences' {
  const licences: import('../../build/licences').Licence[]
  export default licences
}
