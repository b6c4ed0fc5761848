import dgram from 'node:dgram'
import dns from 'node:dns'
import { registerHooks } from 'node:module'
import net from 'node:net'

// Writes a line for every module and every attempt to reach a network; loaded with --import.
const say = (kind, what) => process.stderr.write(`${kind} ${what}\n`)

registerHooks({
  load: (url, context, next) => {
    say('loaded', url)
    return next(url, context)
  },
})
const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...args) {
  say('connects', JSON.stringify(args[0]))
  return connect.apply(this, args)
}
for (const [owner, name] of [
  [dns, 'lookup'],
  [dns.promises, 'lookup'],
  [dgram, 'createSocket'],
]) {
  const original = owner[name]
  owner[name] = (...args) => {
    say('resolves', String(args[0]))
    return original.apply(owner, args)
  }
}
