import { expect, it } from 'vitest'
import { newPassword } from '../../../../renderer/lib/new-password.ts'

it('makes passwords of the browser’s randomness that differ', () => {
  const passwords = Array.from({ length: 200 }, newPassword)
  expect(new Set(passwords).size).toBe(200)
  for (const password of passwords) expect(password).toMatch(/^[a-zA-Z2-9]{21}$/)
})
