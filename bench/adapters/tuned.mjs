import { tableContender } from './byId.mjs'

export default tableContender('tuned')
