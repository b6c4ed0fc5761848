import { expect, it } from 'vitest'
import { newPassword } from '../../../../main/shared/passwords.ts'
import {
  drawPassword,
  PASSWORD_ALPHABET,
  PASSWORD_LENGTH,
} from '../../../../preload/contract/models/safety/password.ts'

it('holds more than 120 bits', () => {
  expect(new Set(PASSWORD_ALPHABET).size).toBe(PASSWORD_ALPHABET.length)
  expect(PASSWORD_LENGTH * Math.log2(PASSWORD_ALPHABET.length)).toBeGreaterThan(121.9)
})

it('draws every letter equally often from evenly spread bytes', () => {
  let next = 0
  const counts = new Map<string, number>()
  const everyByte = (count: number) => Uint8Array.from({ length: count }, () => next++ % 256)
  // 3 · 256 bytes of which 3 · 224 are used: 32 passwords of 21 letters.
  for (let made = 0; made < 32; made++) {
    for (const letter of drawPassword(everyByte)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  expect([...counts.keys()].sort()).toEqual([...PASSWORD_ALPHABET].sort())
  expect(new Set(counts.values())).toEqual(new Set([12]))
})

it('makes passwords that differ and have no letters that look alike', () => {
  const passwords = Array.from({ length: 200 }, newPassword)
  expect(new Set(passwords).size).toBe(200)
  for (const password of passwords) expect(password).toMatch(/^[a-zA-Z2-9]{21}$/)
  expect(passwords.join('')).not.toMatch(/[lIoO01]/)
})
