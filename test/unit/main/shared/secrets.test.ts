import { describe, expect, it } from 'vitest'
import { type Secrets, secretsUnder } from '../../../../main/shared/secrets.ts'

function storeOf(values: Map<string, string>): Secrets {
  return {
    has: (name) => values.has(name),
    isLost: () => false,
    get: async (name) => values.get(name) ?? null,
    set: async (name, value) => void values.set(name, value),
    delete: async (name) => void values.delete(name),
  }
}

describe('the secrets of a domain', () => {
  it('are those under its own names, in the one store', async () => {
    const values = new Map([['profile/a/password', 'x']])
    const own = secretsUnder(storeOf(values), 'profile/', 'audit-key')
    expect(await own.get('profile/a/password')).toBe('x')
    await own.set('audit-key', 'k')
    expect(values.get('audit-key')).toBe('k')
    await own.delete('profile/a/password')
    expect(own.has('profile/a/password')).toBe(false)
  })

  it.each(['assistant/key', 'profile', 'profiles/a', 'audit-key/2', 'audit-key2', '', '../profile/a'])(
    'never are %j, in whatever way it is asked for',
    async (name) => {
      const values = new Map([[name, 'x']])
      const own = secretsUnder(storeOf(values), 'profile/', 'audit-key')
      expect(() => own.has(name)).toThrow('another domain')
      expect(() => own.isLost(name)).toThrow('another domain')
      await expect(own.get(name)).rejects.toThrow('another domain')
      await expect(own.set(name, 'y')).rejects.toThrow('another domain')
      await expect(own.delete(name)).rejects.toThrow('another domain')
      expect(values.get(name)).toBe('x')
    },
  )
})
