/** Letters and digits of which none looks like another and none needs quotes in a file or a shell; 56 of them. */
export const PASSWORD_ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Characters of a made password: 21 × log2(56) = 121.95 bits. */
export const PASSWORD_LENGTH = 21

/** Bytes from here on are drawn again, because they would make the first letters of the alphabet likelier. */
const FIRST_BIASED = 256 - (256 % PASSWORD_ALPHABET.length)

/** Makes a password that nobody has to think of, every character equally likely. `randomBytes` must be cryptographic. */
export function drawPassword(randomBytes: (count: number) => Uint8Array): string {
  let password = ''
  while (password.length < PASSWORD_LENGTH) {
    for (const byte of randomBytes(PASSWORD_LENGTH - password.length)) {
      if (byte < FIRST_BIASED) password += PASSWORD_ALPHABET[byte % PASSWORD_ALPHABET.length]
    }
  }
  return password
}
