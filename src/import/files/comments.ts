import { parseXml } from './xml'

/** A comment on a figure says something of it: whoever checks a report writes there what it should be. */
export const commented = (text: string): string => `来文在这一格批注“${text.trim().slice(0, 60)}”，请对照原文`

/** The texts of the comments of a file, by what names each: its cell in a sheet, its number in a document. */
function textsOf(xml: string, tag: string, key: string): Map<string, string> {
  const texts = new Map<string, string>()
  let name = ''
  let reading = false
  parseXml(xml, {
    onopentag(open, attributes) {
      if (open === tag) name = attributes[key] ?? ''
      else reading = /^(?:w:)?t$/.test(open)
    },
    ontext(part) {
      if (reading) texts.set(name, (texts.get(name) ?? '') + part)
    },
    onclosetag() {
      reading = false
    },
  })
  return texts
}
export const commentsOfWord = (xml = ''): Map<string, string> => textsOf(xml, 'w:comment', 'w:id')

/** The comments on the cells of a sheet, by way of the file that says which comments are its own. */
export function commentsOfSheet(files: ReadonlyMap<string, string>, sheet: string): Map<string, string> {
  const relations = files.get(sheet.replace(/([^/]+)$/, '_rels/$1.rels')) ?? ''
  const target = /Target="(?:\/?xl\/|\.\.\/)?(comments[^"]*)"/.exec(relations)?.[1]
  return textsOf((target && files.get(`xl/${target}`)) || '', 'comment', 'ref')
}
