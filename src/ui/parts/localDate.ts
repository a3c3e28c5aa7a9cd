export { localDate } from '../../report/localDate'
