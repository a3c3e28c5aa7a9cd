import { tableContender } from '../../adapters/byId.mjs'

export default tableContender('antd')
