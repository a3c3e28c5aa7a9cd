// One file to fetch.
export { BackupNotice } from './BackupNotice'
export { Keeping } from './Keeping'
