import { describe, expect, test } from 'vitest'
import { normalise, originalSpan } from './normalise'
import { recognise, withoutAsides } from './recognise'

/** What a sentence of a report of 2024 claims, as number:kind; 无 where it denies. */
function read(text: string, aboutRequests = true): string[] {
  const prose = withoutAsides(normalise(text))
  return recognise(prose, { year: 2024, organ: '示例区人民政府', aboutRequests }).map(
    ({ digits, value, keys }) => `${digits ? value : '无'}:${keys.join('|')}`,
  )
}

describe('what the number counts', () => {
  test.each<[string, string]>([
    ['办理61件，办结54件，结转7件到下年度。', '61:base 54:outcomeTotal'],
    [
      '受理申请112件，已办结109件，3件结转下一年度办理。',
      '112:received|base 109:outcomeTotal 3:carriedForward',
    ],
    [
      '受理政府信息公开申请3119件，答复3050件（含上年度结转34件，另有103件顺延到下年度）。',
      '3119:received|base 3050:outcomeTotal 34:carriedOver 103:carriedForward',
    ],
    ['上年结转5件，新收40件，共45件。', '5:carriedOver 40:received 45:base'],
    ['2023年度结转的6件申请已全部答复。', '6:carriedOver'],
    ['结转到2025年2件。', '2:carriedForward'],
    [
      '收到申请35件，其中自然人34件，企业1件。',
      '35:received 34:received/naturalPerson 1:received/commercialEnterprise',
    ],
    ['没有现成信息需要另行制作的3件，重复申请1件。', '3:requiresCreation 1:repeated'],
    ['作其他处理（含申请人撤回）9件。', '9:other'],
    ['予以公开及部分公开258件。', '258:grantedOrPartially'],
    ['我街道全年收到依申请公开两件。', '2:received'],
    ['共受理信息公开申请56条。', '56:received|base'],
  ])('%s', (text, claims) => {
    expect(read(text).join(' ')).toBe(claims)
  })

  test.each<[string, string]>([
    ['行政复议、行政诉讼案件共9件。', '9:cases'],
    ['行政复议、行政诉讼案件分别为4件、2件。', '4:review 2:litigation'],
    ['因信息公开引发6件行政复议、3件行政诉讼。', '6:review 3:litigation'],
    [
      '发生行政复议3件，维持1件、纠正1件、撤销复议申请1件。',
      '3:review 1:review/upheld 1:review/corrected 1:review/otherPart',
    ],
    [
      '行政诉讼8件：驳回诉讼请求5件，撤诉2件，审理中1件。',
      '8:litigation 5:litigation/rejected 2:litigation/otherPart 1:litigation/pending',
    ],
    ['行政复议11件，责令重新答复1件，已审结8件。', '11:review 1:review/correctedPart 8:review/closed'],
    ['复议后起诉案件1件，直接起诉案件3件。', '1:after 3:direct'],
  ])('cases: %s', (text, claims) => {
    expect(read(text).join(' ')).toBe(claims)
  })

  test.each<[string, string]>([
    ['制发规章1件、行政规范性文件9件。', '1:regulations.issued 9:issued'],
    ['制定规范性文件8件（县政府5件，部门3件），现行有效61件。', '8:issued 61:inForce'],
    ['制发6件规范性文件。', '6:issued'],
    ['作出行政许可决定2310件、行政处罚决定45件。', '2310:licenses 45:penalties'],
    ['行政事业性收费12.5万元。', '125000:fee'],
  ])('documents and decisions: %s', (text, claims) => {
    expect(read(text, false).join(' ')).toBe(claims)
  })
})

describe('what is denied turns on the head noun', () => {
  test.each<[string, string]>([
    ['未接收受理过政府信息公开申请。', '无:received'],
    ['未收到行政复议和行政诉讼申请。', '无:review 无:litigation'],
    ['没有接到公民、法人和其他组织的政府信息公开申请。', '无:received'],
    ['未发生因政府信息公开申请行政复议、提起行政诉讼的情况。', '无:review 无:litigation'],
    ['未发生行政诉讼案件。', '无:litigation'],
    ['无上年结转申请。', '无:carriedOver'],
    ['依申请公开零投诉、零复议、零诉讼。', '无:review 无:litigation'],
    ['全年政府信息公开申请数为0。', '无:received'],
    ['没有因政府信息公开引发的行政诉讼败诉案件。', ''],
    ['未出现因答复不当被纠错的行政复议案件。', ''],
    ['未收到书面申请。', ''],
    ['除1件复议外，未发生其他行政复议。', ''],
  ])('%s', (text, claims) => {
    expect(read(text).join(' ')).toBe(claims)
  })
})

describe('no claims', () => {
  test.each([
    '受理群众来信23件，办结23件。',
    '12345热线受理群众诉求1820件。',
    '办理人大代表建议8件、政协提案15件。',
    '市公安局全年受理政府信息公开申请88件，答复80件。',
    '区政府办代表区政府受理政府信息公开申请17件。',
    '区政府本级共受理申请16件，各部门受理申请90件。',
    '其中，政府 12 件，部门 33 件。',
    '上半年收到政府信息公开申请15件，办结12件。',
    '历年累计受理政府信息公开申请640件。',
    '第三季度收到申请9件。',
    '同比增加12件。上年同期为33件。',
    '公开规范性文件18件，解读18件，标注废止7件。',
    '以区政府名义印发规范性文件33件。',
    '公开行政许可信息980条。',
    '建立制度2条。',
    '制发公文116件，主动公开96件，依申请公开8件，不予公开12件。',
    '其中，区政府受理申请32件，区政府部门受理申请98件。',
    '对2件申请延长答复期限。',
    '办理应诉案件12件，收到复议答复通知书5件。',
    '做到办结一件申请、解决一个问题。',
    '依法办理行政复议案件206件。',
    '通过信函收到申请6件，通过网站收到申请13件。',
    '地址：示例路39号503房间，邮编：230001，电话：0551-60000000，文号〔2020〕109号，第711号令，100%，“1+X”。',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('the text as it is read', () => {
  test('wrapped lines, spaces, full-width digits and thousands separators', () => {
    expect(read('受理政府信息公开申请 ３１１９ 件，答\n复 3,050\n件。')).toEqual([
      '3119:received|base',
      '3050:outcomeTotal',
    ])
    expect(read('全市新收申请１，２０４件。')).toEqual(['1204:received'])
  })

  test('every stretch is found again in the original', () => {
    const original = '受理 申请\n１，２０４ 件，其中…'
    const prose = normalise(original)
    const at = prose.text.indexOf('1204件')
    expect(original.slice(...originalSpan(prose, at, at + 5))).toBe('１，２０４ 件')
  })

  test('paragraphs and headings stay apart', () => {
    expect(normalise('（一）主要问题\n公开不够。\n（二）措施').text).toBe(
      '(一)主要问题\n公开不够。\n(二)措施',
    )
    expect(normalise('还需要进\n\n一步加强').text).toBe('还需要进一步加强')
  })
})
