const { createHash } = require('node:crypto')

/**
 * Stands in the bundle for a cryptography library written in JavaScript, of which the SSH library's key derivation takes SHA-512
 * alone: writes the hash of the first `length` bytes of `message` into `hash`.
 */
function hash512(hash, message, length) {
  hash.set(createHash('sha512').update(message.subarray(0, length)).digest())
  return 0
}

module.exports = { lowlevel: { crypto_hash: hash512 } }
