// Writes a line to WAYPOST_NETWORK_LOG for every attempt to reach a network; loaded with NODE_OPTIONS=--require.
const { appendFileSync } = require('node:fs')
const dgram = require('node:dgram')
const dns = require('node:dns')
const net = require('node:net')

const log = process.env.WAYPOST_NETWORK_LOG
const note = (what) => log && appendFileSync(log, `${what}\n`)

note('watching')
const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...args) {
  const target = Array.isArray(args[0]) ? args[0][0] : args[0]
  // A path is a pipe of this computer.
  if (!target?.path) note(`connect ${target?.host ?? ''}:${target?.port ?? target}`)
  return connect.apply(this, args)
}
for (const [owner, name] of [
  [dns, 'lookup'],
  [dns.promises, 'lookup'],
  [dgram, 'createSocket'],
]) {
  const original = owner[name]
  owner[name] = (...args) => {
    note(`${name} ${String(args[0])}`)
    return original.apply(owner, args)
  }
}
