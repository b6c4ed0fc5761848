import { ACL_TYPES, type AccountAcl, type HeldName } from '../../../preload/contract/models/broker/accounts.ts'

/** Compares names as the plugin does (strcmp): by the bytes of their UTF-8. */
function byBytes(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/** Puts one more in a list by name. */
export function withNamed<T>(list: readonly T[], item: T, nameOf: (item: T) => string): readonly T[] {
  return [...list, item].sort((a, b) => byBytes(nameOf(a), nameOf(b)))
}

/** Orders roles or groups as the plugin asks them: the highest priority first, then by name. */
export function inTurn(held: readonly HeldName[]): readonly HeldName[] {
  return held.toSorted((a, b) => b.priority - a.priority || byBytes(a.name, b.name))
}

/** Orders rules as the plugin asks them: the highest priority of a type first; equal ones keep the order in which they came. */
export function rulesInTurn(acls: readonly AccountAcl[]): readonly AccountAcl[] {
  return ACL_TYPES.flatMap((type) => acls.filter((acl) => acl.type === type).sort((a, b) => b.priority - a.priority))
}
