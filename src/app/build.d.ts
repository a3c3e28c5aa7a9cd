/** Set by the build: whether this is the one file that is opened by double click. */
declare const __SINGLE_FILE__: boolean
