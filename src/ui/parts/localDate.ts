export { localDate } from '../../report/deadline'
