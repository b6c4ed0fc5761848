import type { TFunction } from 'i18next'
import type { ProfileView } from '../../../../preload/contract/models/broker/connection.ts'
import { hasTls, type PasswordMove } from '../../../../preload/contract/models/safety/secret-place.ts'

/** Says where the stored password belongs, and why it has to be typed again. */
export function passwordMoveWords(t: TFunction<'connection'>, saved: ProfileView, move: PasswordMove): string {
  const host = saved.host.includes(':') && !saved.host.startsWith('[') ? `[${saved.host}]` : saved.host
  return t(`form.passwordSaved.${hasTls(saved) ? 'tls' : 'plain'}`, {
    address: `${host}:${saved.port}`,
    again: t(`form.passwordAgain.${move}`),
  })
}
