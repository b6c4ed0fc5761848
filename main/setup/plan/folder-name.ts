/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i

/**
 * Name of the folder for one of several accounts: the account's own name where every file system takes it and tells it
 * from the others, else `kind-N`. An account may be called `..`.
 */
export function folderName(accounts: readonly string[], index: number, kind: string): string {
  const name = accounts[index] ?? ''
  const isPlain = /^[A-Za-z0-9_-][\w.-]*$/.test(name) && !name.endsWith('.') && !RESERVED.test(name)
  const isTaken = accounts.slice(0, index).some((other) => other.toLowerCase() === name.toLowerCase())
  return isPlain && !isTaken ? name : `${kind}-${index + 1}`
}
