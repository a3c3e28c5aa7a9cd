import { cellsOf } from './cells'
import { fieldsOf } from './names'
import type { Address, Edition } from './types'

const orders = new WeakMap<Edition, Map<Address, number>>()

/** Printed order of all addresses, computed cells included: 基本信息, then each section with its texts and cells. */
export function printedOrder(edition: Edition): Map<Address, number> {
  let order = orders.get(edition)
  if (!order) {
    const addresses = [
      ...fieldsOf(edition).map((field) => field.address),
      ...edition.sections.flatMap((section) => [
        ...(section.texts ?? []).map((text) => text.address),
        ...cellsOf(edition)
          .filter((cell) => cell.section === section)
          .map((cell) => cell.address),
      ]),
    ]
    order = new Map(addresses.map((address, index) => [address, index]))
    orders.set(edition, order)
  }
  return order
}
