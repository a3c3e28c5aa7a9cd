import { Parser } from 'htmlparser2'

/** Reads XML tag by tag; names keep their case. */
export function parseXml(xml: string, handler: ConstructorParameters<typeof Parser>[0]) {
  const parser = new Parser(handler, { xmlMode: true })
  parser.write(xml)
  parser.end()
}
