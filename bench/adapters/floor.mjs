import { tableContender } from './byId.mjs'

export default tableContender('floor')
