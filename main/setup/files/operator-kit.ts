import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { hasPasswords, hasTls, hostsForPeople, isMosquitto } from '../plan/plan-traits.ts'
import type { GeneratedFile } from './generated-file.ts'
import { CLIENT_FILES_WHY, folderName } from './kit.ts'

/** Builds what one person gets, under `handover/operators/NAME/`: the login, and the client certificate where the mode asks for one. */
export function operatorKit(plan: SetupPlan, index: number, material: SetupMaterial): GeneratedFile[] {
  const name = plan.operators[index] ?? ''
  const folder = `handover/operators/${folderName(plan.operators, index, 'operator')}`
  const file = (path: string, text: string, isSecret: boolean, why: LocalizedText): GeneratedFile => ({
    path: `${folder}/${path}`,
    target: null,
    mode: isSecret ? 0o600 : 0o644,
    owner: 'you',
    why,
    isSecret,
    text,
  })
  const password = hasPasswords(plan) ? material.passwords.get(name) : undefined
  const client = plan.mode === 'mtls' ? material.clients.get(name) : undefined
  const isTls = hasTls(plan) && material.ca !== null
  return [
    ...(password === undefined ? [] : [file('login.txt', loginText(plan, name, password), true, loginWhy(plan))]),
    ...(material.ca !== null && isTls && (password !== undefined || client !== undefined)
      ? [file('ca.crt', material.ca.certificate, false, CLIENT_FILES_WHY.ca)]
      : []),
    ...(client === undefined
      ? []
      : [
          file('client.crt', client.certificate, false, CLIENT_FILES_WHY.certificate),
          file('client.key', client.key, true, CLIENT_FILES_WHY.key),
        ]),
  ]
}

/** NATS alone keeps the passwords themselves. */
function loginWhy(plan: SetupPlan): LocalizedText {
  return !isMosquitto(plan) && (plan.cluster ?? 'nats') === 'nats' ? LOGIN_WHY_NATS : LOGIN_WHY
}

const LOGIN_WHY_NATS: LocalizedText = {
  en: "The person's login. Hand it over on a safe way and delete the copy.",
  zh: '此人的登录信息。请安全传递并删除副本。',
}

const LOGIN_WHY: LocalizedText = {
  en: "The person's login. Hand it over on a safe way and delete the copy: the broker itself keeps only a hash.",
  zh: '此人的登录信息。请安全传递并删除副本：Broker 本身只保存哈希。',
}

function loginText(plan: SetupPlan, name: string, password: string): string {
  const lines = [
    `${plan.name}`,
    `Address · 地址: ${hostsForPeople(plan).join(', ')}`,
    `Port · 端口: ${plan.port}`,
    `Security · 安全: ${hasTls(plan) ? 'TLS (ca.crt)' : 'none · 无'}`,
    `User name · 用户名: ${name}`,
    `Password · 密码: ${password}`,
  ]
  return `${lines.join('\n')}\n`
}
