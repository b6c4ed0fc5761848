import fc from 'fast-check'
import { inTurn, rulesInTurn, withNamed } from '../../../../../main/broker/accounts/order.ts'
import {
  ACL_TYPES,
  type AccountClient,
  type AccountGroup,
  type AccountRole,
  type AccountsSnapshot,
  type HeldName,
} from '../../../../../preload/contract/models/broker/accounts.ts'

const LEVELS = ['a', 'b', 'device', '设备', '$SYS', '$CONTROL'] as const
const level = fc.constantFrom(...LEVELS)
const priority = fc.constantFrom(-1, 0, 0, 1, 5)

/** Topics, and filters over the same few levels, so that most of them meet. */
export const topicArb = fc
  .array(fc.oneof(level, fc.constant('')), { minLength: 1, maxLength: 4 })
  .map((levels) => levels.join('/'))
  .filter((topic) => topic !== '')
export const filterArb = fc
  .tuple(fc.array(fc.oneof(level, fc.constant('+')), { minLength: 0, maxLength: 3 }), fc.boolean())
  .map(([levels, isOpen]) => (isOpen || levels.length === 0 ? [...levels, '#'] : levels).join('/'))

const heldArb = (names: readonly string[]): fc.Arbitrary<readonly HeldName[]> =>
  names.length === 0
    ? fc.constant([])
    : fc
        .uniqueArray(fc.record({ name: fc.constantFrom(...names), priority }), {
          selector: ({ name }) => name,
          maxLength: 3,
        })
        .map(inTurn)

const textArb = fc.constantFrom('', '', 'text', '文字')

function roleArb(name: string): fc.Arbitrary<AccountRole> {
  return fc
    .record({
      textName: textArb,
      textDescription: textArb,
      acls: fc.uniqueArray(
        fc.record({ type: fc.constantFrom(...ACL_TYPES), topic: filterArb, priority, isAllowed: fc.boolean() }),
        { selector: ({ type, topic }) => `${type} ${topic}`, maxLength: 8 },
      ),
    })
    .map(({ acls, ...texts }) => ({ name, ...texts, acls: rulesInTurn(acls) }))
}

/** A state with the administrator, who keeps the plugin, beside up to `size` accounts, groups and roles. */
export function snapshotArb(size: number, admin: { readonly client: AccountClient; readonly role: AccountRole }) {
  const names = (kind: string) =>
    fc.subarray(
      Array.from({ length: size }, (_, index) => `${kind}${index}`),
      { minLength: Math.min(2, size) },
    )
  return fc.tuple(names('role'), names('组'), names('user')).chain(([roles, groups, users]) =>
    fc
      .record({
        defaults: fc.record({
          publishClientSend: fc.boolean(),
          publishClientReceive: fc.boolean(),
          subscribe: fc.boolean(),
          unsubscribe: fc.boolean(),
        }),
        roles: fc.tuple(...roles.map(roleArb)),
        groups: fc.tuple(
          ...groups.map((name) =>
            fc
              .record({ textName: textArb, textDescription: textArb, roles: heldArb(roles) })
              .map((group): AccountGroup => ({ name, ...group })),
          ),
        ),
        clients: fc.tuple(
          ...users.map((username) =>
            fc.record<AccountClient>({
              username: fc.constant(username),
              clientId: fc.constant(''),
              textName: textArb,
              textDescription: textArb,
              isDisabled: fc.boolean(),
              roles: heldArb(roles),
              groups: heldArb(groups),
            }),
          ),
        ),
      })
      .map(
        ({ defaults, ...lists }): AccountsSnapshot => ({
          defaults,
          anonymousGroup: '',
          clients: withNamed(lists.clients, admin.client, ({ username }) => username),
          groups: lists.groups,
          roles: withNamed(lists.roles, admin.role, ({ name }) => name),
        }),
      ),
  )
}
