import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../../../main/broker/diagnosis/diagnose.ts'
import type { Fault } from '../../../../../main/broker/diagnosis/fault.ts'
import { faultAt } from '../../../../../main/broker/session/session-fault.ts'
import type { Profile } from '../../../../../preload/contract/models/broker/connection.ts'
import { newTarget } from '../new-target.ts'
import { fault, LOCAL } from './new-fault.ts'

const refused = (change: Partial<Fault>) => diagnose(fault({ reasonCode: 0x87, ...change }), LOCAL).failure

describe('a refused login', () => {
  it('speaks of a wrong user name or password only where a user name was sent, and of nobody without a login', () => {
    const { message, fix, brokerHint } = refused({ hasLogin: true })
    expect(message).toEqual({
      en: 'The broker refused the login: wrong user name or password.',
      zh: 'Broker 拒绝登录：用户名或密码错误。',
    })
    expect(fix.en).toBe(
      'Enter user name and password again (capitals count). The app does not try again by itself, so that the account is not locked.',
    )
    expect(brokerHint?.en).not.toContain('allow_anonymous')
  })

  it('says to whom came without one that the broker wants one, and nothing of a wrong one', () => {
    const { message, fix, brokerHint } = refused({})
    expect(message).toEqual({
      en: 'The broker refused the login: it lets nobody in without a user name and password.',
      zh: 'Broker 拒绝登录：没有用户名和密码的客户端不能接入。',
    })
    expect(fix.zh).toBe('请填写在 Broker 上为你设置的用户名和密码。')
    expect(brokerHint?.en).toContain('allow_anonymous')
  })

  it('speaks of the certificate where one was all that was shown', () => {
    const { message, brokerHint } = refused({ hasCertificate: true })
    expect(message.zh).toBe('Broker 拒绝登录：它不认识这张证书对应的账户，或者还要求用户名和密码。')
    expect(brokerHint?.en).toContain('use_identity_as_username')
    expect(refused({ hasCertificate: true, hasLogin: true }).message.zh).toBe('Broker 拒绝登录：用户名或密码错误。')
  })

  it.each<[Partial<Profile>, Pick<Fault, 'hasLogin' | 'hasCertificate'>]>([
    [
      { security: 'anonymous', username: 'kept-in-the-form' },
      { hasLogin: false, hasCertificate: false },
    ],
    [
      { security: 'password', username: 'operator' },
      { hasLogin: true, hasCertificate: false },
    ],
    [
      { security: 'tls', username: null },
      { hasLogin: false, hasCertificate: false },
    ],
    [
      { security: 'mtls', username: null },
      { hasLogin: false, hasCertificate: true },
    ],
  ])('knows of %j what was sent', (profile, sent) => {
    expect(faultAt('connack', newTarget(profile))).toMatchObject(sent)
  })
})
