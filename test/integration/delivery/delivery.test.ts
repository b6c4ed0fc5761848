import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '../../../preload/contract/errors.ts'
import type { EmailSettings } from '../../../preload/contract/models/app/delivery.ts'
import { type CertificateAuthority, createAuthority } from '../../support/brokers/certificates.ts'
import { startTlsFront } from '../../support/company-network.ts'
import { startHookServer } from '../../support/delivery/hook-server.ts'
import { MAIL_LOGIN, startMailServer } from '../../support/delivery/mail-server.ts'
import { newDelivery } from '../../support/delivery/new-delivery.ts'
import { OFF, offlineAlert } from '../../support/delivery/samples.ts'
import { FakeTime } from '../../unit/main/devices/scene.ts'

let authority: CertificateAuthority
const ends: (() => Promise<void>)[] = []

beforeAll(async () => {
  authority = await createAuthority()
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

type MailOptions = Parameters<typeof startMailServer>[1]

async function mailServer(options: MailOptions = {}, certificate?: null) {
  const issued = certificate === null ? null : await authority.issueServer()
  const server = await startMailServer(issued, options)
  ends.push(() => server.stop())
  return server
}

async function hookServer() {
  const server = await startHookServer()
  ends.push(() => server.stop())
  return server
}

function mailTo(port: number, changes: Partial<EmailSettings> = {}): EmailSettings {
  return {
    ...OFF.email,
    isOn: true,
    host: '127.0.0.1',
    port,
    user: MAIL_LOGIN.user,
    from: 'waypost@site.example',
    to: ['night@site.example', 'day@site.example'],
    ...changes,
  }
}

const trusting = () => newDelivery({ authority: () => authority.ca })

async function failureOf(pending: Promise<unknown>): Promise<AppError> {
  return pending.then(
    () => Promise.reject(new Error('it should have failed')),
    (error: AppError) => error,
  )
}

describe('a mail', () => {
  it('goes out after STARTTLS with the login, in verified TLS, to every receiver', async () => {
    const server = await mailServer()
    const { delivery } = trusting()
    await delivery.testEmail(mailTo(server.port), MAIL_LOGIN.password)
    expect(server.received).toHaveLength(1)
    expect(server.received[0]).toMatchObject({
      from: 'waypost@site.example',
      to: ['night@site.example', 'day@site.example'],
    })
    expect(server.received[0]?.source).toContain('This is a test message')
    expect(server.received[0]?.source).not.toContain(MAIL_LOGIN.password)
  })

  it('goes out where the server speaks TLS from the first byte', async () => {
    const server = await mailServer({ isTls: true })
    await trusting().delivery.testEmail(mailTo(server.port, { security: 'tls' }), MAIL_LOGIN.password)
    expect(server.received).toHaveLength(1)
  })

  it('goes to no server whose certificate cannot be verified, nor does the password', async () => {
    const server = await mailServer()
    for (const security of ['starttls', 'tls'] as const) {
      const tls = security === 'tls' ? await mailServer({ isTls: true }) : server
      const error = await failureOf(
        newDelivery().delivery.testEmail(mailTo(tls.port, { security }), MAIL_LOGIN.password),
      )
      expect(error).toMatchObject({ code: 'DELIVERY_CERTIFICATE', data: { host: '127.0.0.1' } })
      expect([tls.received, tls.logins]).toEqual([[], []])
    }
  })

  it('goes to no server without encryption', async () => {
    const plain = await mailServer({}, null)
    const { delivery } = trusting()
    for (const security of ['starttls', 'tls'] as const) {
      const error = await failureOf(delivery.testEmail(mailTo(plain.port, { security }), MAIL_LOGIN.password))
      expect(error.code).toBe('DELIVERY_NO_TLS')
    }
    expect([plain.received, plain.logins]).toEqual([[], []])
  })

  it('names a refused login, a refused receiver, a busy server, and nobody at the port', async () => {
    const { delivery } = trusting()
    const server = await mailServer()
    const codeOf = async (port: number, password = MAIL_LOGIN.password) =>
      (await failureOf(delivery.testEmail(mailTo(port), password))).code
    expect(await codeOf(server.port, 'wrong')).toBe('DELIVERY_LOGIN_REFUSED')
    const refusing = (responseCode: number) =>
      mailServer({ onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode })) })
    expect(await codeOf((await refusing(550)).port)).toBe('DELIVERY_REFUSED')
    expect(await codeOf((await refusing(451)).port)).toBe('DELIVERY_UNREACHABLE')
    await server.stop()
    ends.splice(0, 1)
    expect(await failureOf(delivery.testEmail(mailTo(server.port), 'x'))).toMatchObject({
      code: 'DELIVERY_UNREACHABLE',
      data: { systemCode: 'ECONNREFUSED' },
    })
  })

  it('tries no login without its password', async () => {
    const server = await mailServer()
    const error = await failureOf(trusting().delivery.testEmail(mailTo(server.port), undefined))
    expect(error.code).toBe('DELIVERY_SECRET_MISSING')
    expect(server.logins).toEqual([])
  })
})

describe('alerts that were raised together', () => {
  it('become one message by mail and one by webhook, in words of one cause', async () => {
    const mail = await mailServer()
    const hook = await hookServer()
    const time = new FakeTime()
    const { delivery, views } = newDelivery({ authority: () => authority.ca, clock: time.clock, timers: time })
    await delivery.saveEmail(mailTo(mail.port), MAIL_LOGIN.password)
    const webhook = { ...OFF.webhook, isOn: true }
    const { host: _host, ...settings } = webhook
    await delivery.saveWebhook(settings, { url: hook.url, authorization: 'Bearer t0ken' })
    for (let n = 0; n < 12; n++) {
      delivery.tell([offlineAlert(`pump-${n}`, time.now)])
      if (n < 11) time.advance(4_000)
    }
    time.advance(60_000)
    await expect.poll(() => [mail.received.length, hook.received.length], { timeout: 10_000 }).toEqual([1, 1])
    expect(mail.received[0]?.source).toContain('12 devices of tag:roof: offline or lost, within 44 s')
    const [posted] = hook.received
    expect(posted?.headers.authorization).toBe('Bearer t0ken')
    const id = String(posted?.headers['idempotency-key'])
    expect(id).toMatch(/^[0-9a-f-]{36}$/u)
    expect(mail.received[0]?.source).toMatch(/^Message-ID: <[0-9a-f-]{36}@site\.example>$/imu)
    expect(JSON.parse(posted?.body ?? '')).toMatchObject({
      source: 'waypost',
      id,
      severity: 'critical',
      groups: [{ count: 12, tags: ['roof'], link: 'waypost://devices?filter=tag%3Aroof' }],
    })
    await expect.poll(() => views.at(-1)?.status.webhook.lastSentAt ?? null).not.toBeNull()
    for (const secret of [MAIL_LOGIN.password, 't0ken', 'k3y-in-address'])
      expect(JSON.stringify([views, mail.received, hook.received.map(({ body }) => body)])).not.toContain(secret)
  })
})

describe('a webhook', () => {
  const HOOK = { isOn: true, format: 'json', minSeverity: 'info' } as const

  it('is told of by its failure: refused, missing, busy, unreachable, redirected', async () => {
    const hook = await hookServer()
    const { delivery } = newDelivery()
    const codeWith = async (answer: typeof hook.answer) => {
      hook.answer = answer
      return (await failureOf(delivery.testWebhook(HOOK, { url: hook.url }))).code
    }
    expect(await codeWith({ status: 401 })).toBe('DELIVERY_LOGIN_REFUSED')
    expect(await codeWith({ status: 404 })).toBe('DELIVERY_REFUSED')
    expect(await codeWith({ status: 429 })).toBe('DELIVERY_UNREACHABLE')
    expect(await codeWith({ status: 503 })).toBe('DELIVERY_UNREACHABLE')
    expect(await codeWith({ status: 307, headers: { location: 'http://127.0.0.1:1/' } })).toBe('DELIVERY_REFUSED')
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const error = await failureOf(delivery.testWebhook(HOOK, { url: `http://127.0.0.1:${port}/` }))
    expect(error).toMatchObject({ code: 'DELIVERY_UNREACHABLE', data: { systemCode: 'ECONNREFUSED' } })
  })

  it('of a chat service counts as refused where the body says so', async () => {
    const hook = await hookServer()
    const { delivery } = newDelivery({ language: () => 'zh-CN' })
    hook.answer = { body: '{"errcode":310000,"errmsg":"keywords not in content"}' }
    const error = await failureOf(delivery.testWebhook({ ...HOOK, format: 'dingtalk' }, { url: hook.url }))
    expect(error).toMatchObject({ code: 'DELIVERY_REFUSED', data: { status: 310000 } })
    hook.answer = { body: '{"errcode":0}' }
    await delivery.testWebhook({ ...HOOK, format: 'dingtalk' }, { url: hook.url })
    expect(JSON.parse(hook.received.at(-1)?.body ?? '')).toMatchObject({
      msgtype: 'text',
      text: { content: expect.stringContaining('这是一条测试消息') },
    })
    hook.answer = { body: '{"code":0}' }
    await delivery.testWebhook({ ...HOOK, format: 'feishu' }, { url: hook.url })
    await delivery.testWebhook({ ...HOOK, format: 'slack' }, { url: hook.url })
  })

  it('is posted to no server whose certificate cannot be verified', async () => {
    const hook = await hookServer()
    const front = await startTlsFront(await authority.issueServer(), hook.port)
    ends.push(() => front.stop())
    const error = await failureOf(newDelivery().delivery.testWebhook(HOOK, { url: `https://127.0.0.1:${front.port}/` }))
    expect(error.code).toBe('DELIVERY_CERTIFICATE')
    expect(hook.received).toEqual([])
  })
})
