import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOf, decodeAnswers } from '../../../../../main/broker/accounts/control-answers.ts'
import { encodeCommands, maskedCommands, withPasswords } from '../../../../../main/broker/accounts/control-commands.ts'
import { refusalReason } from '../../../../../main/broker/accounts/refusal-reason.ts'

const read = (value: unknown) => decodeAnswers(Buffer.from(JSON.stringify(value)))
const list = (data: unknown) => answerOf('listClients', read({ responses: [{ command: 'listClients', data }] })?.[0])

describe('an answer of the plugin', () => {
  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          for (const answer of decodeAnswers(Buffer.from(bytes)) ?? []) answerOf('listClients', answer)
        },
      ),
    )
  })

  it.each([
    ['text that is no JSON', Buffer.from('{')],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['no list of responses', Buffer.from('{"responses":{}}')],
    ['a response without its command', Buffer.from('{"responses":[{}]}')],
    ['too many responses', Buffer.from(`{"responses":[${Array(3_000).fill('{"command":"x"}').join(',')}]}`)],
  ])('is none where it is %s', (_what, payload) => {
    expect(decodeAnswers(payload)).toBeNull()
  })

  it.each([
    ['a name that is no text', { totalCount: 1, clients: [{ username: 7 }] }],
    [
      'a priority beyond an int',
      { totalCount: 1, clients: [{ username: 'a', roles: [{ rolename: 'r', priority: 1e12 }] }] },
    ],
    ['a count that cannot be', { totalCount: -1, clients: [] }],
    ['names only, as without verbose', { totalCount: 1, clients: ['a'] }],
    ['nothing', undefined],
  ])('is not taken with %s', (_what, data) => {
    expect(list(data)).toBeNull()
  })

  it('with an error is no list', () => {
    const answer = read({ responses: [{ command: 'listClients', error: 'Internal error' }] })?.[0]
    expect([answer?.error, answerOf('listClients', answer)]).toEqual(['Internal error', null])
  })

  it('gives what the plugin leaves out its usual value', () => {
    expect(list({ totalCount: 1, clients: [{ username: '__proto__', roles: [{ rolename: 'r' }] }] })?.clients).toEqual([
      {
        username: '__proto__',
        clientId: '',
        textName: '',
        textDescription: '',
        isDisabled: false,
        roles: [{ name: 'r', priority: -1 }],
        groups: [],
      },
    ])
  })

  it('refused for what nobody knows has words all the same', () => {
    expect(['toString', 'Role not found', 'New in 3.0'].map(refusalReason)).toEqual([
      'plugin-other',
      'role-not-found',
      'plugin-other',
    ])
  })
})

describe('commands', () => {
  const commands = [
    { command: 'createClient', username: 'a' },
    { command: 'setClientPassword', username: 'b', password: '' },
    { command: 'deleteClient', username: 'c' },
  ] as const

  it('carry their own correlation data each', () => {
    const { commands: sent } = JSON.parse(encodeCommands(commands, (index) => `n-${index}`))
    expect(sent.map(({ correlationData }: { correlationData: string }) => correlationData)).toEqual([
      'n-0',
      'n-1',
      'n-2',
    ])
  })

  it('are shown with dots for every password, also where one stood in them', () => {
    const filled = withPasswords(commands, (username) => `secret-of-${username}`)
    expect(JSON.stringify(filled)).toContain('secret-of-b')
    expect(maskedCommands(filled).join()).not.toContain('secret')
    expect(maskedCommands(commands).filter((line) => line.includes('••••'))).toHaveLength(2)
  })
})
