import { expect, test } from 'vitest'
import { blamed } from '../../testing/blamed'

/** A true sentence, or one with what is blamed in it. */
const read = (sentence: string, words: string[] = []) => expect(blamed(sentence), sentence).toEqual(words)

test('what another channel took in has its own answers and its own rest', () => {
  read('收到申请96件，答复94件。市长信箱受理来件310件，办结300件，其中8件跨年办理，另有10件转入下年。')
  read('12345热线全年受理诉求5200件，办结5100件；其中12件跨年办理，另有20件转入下年继续办理。')
  read('市民服务热线承接群众来电4200件，其中转办3000件；办结4100件，尚有88件正在办理。')
  read('领导信箱全年收件77件，答复70件，其余结转下年度办理。')
  read('“我为群众办实事”平台受理42件，办结40件，2件转入2024年。')
  read('通过数字城管平台受理案件1200件，办结率98%；另有24件转下年度办理，上年结转16件。')
  read('12345热线受理5200件，办结5100件；全年收到公开申请81件，办结94件。', ['收到公开申请81件'])
  read('市长信箱收到来信210件，办结200件。收到政府信息公开申请96件，答复87件。', ['答复87件'])
  read('收到申请96件，其中通过市长信箱收到3件、网站93件，答复71件。', ['答复71件'])
  read('不予处理8件，其中信访举报投诉类9件，重复申请2件。', ['信访举报投诉类9件'])
})
