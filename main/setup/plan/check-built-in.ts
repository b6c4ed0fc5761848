import type { SetupPlan, SetupProblem } from '../../../preload/contract/models/broker/setup.ts'
import { DEVICE_ID } from '../../../preload/contract/models/limits.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/** The built-in broker keeps at most this many accounts. */
const MAX_DEVICES = 499

/** Finds what the built-in broker cannot do and Mosquitto can. */
export function checkBuiltIn(plan: SetupPlan): SetupProblem[] {
  if (plan.platform !== 'builtin') return []
  const problem = (field: SetupProblem['field'], item: string | null, message: LocalizedText, fix: LocalizedText) => ({
    field,
    item,
    message,
    fix,
  })
  const strange = plan.mode === 'anonymous' ? [] : plan.operators.filter((name) => !DEVICE_ID.test(name))
  return [
    ...(plan.mode === 'anonymous' && !plan.isLoopbackOnly
      ? [problem('isLoopbackOnly', null, ANONYMOUS.message, ANONYMOUS.fix)]
      : []),
    ...(plan.mode !== 'anonymous' && plan.operators.length > 1
      ? [problem('operators', plan.operators[1] ?? null, ONE_OPERATOR.message, ONE_OPERATOR.fix)]
      : []),
    ...strange.map((name) => problem('operators', name, PLAIN_NAME.message, PLAIN_NAME.fix)),
    ...(plan.devices.length > MAX_DEVICES ? [problem('devices', null, TOO_MANY.message, TOO_MANY.fix)] : []),
  ]
}

const ANONYMOUS = {
  message: {
    en: 'Without logins the built-in broker stays on this computer.',
    zh: '没有登录时，内置 Broker 只能在本机使用。',
  },
  fix: {
    en: 'Tick this box, or choose a mode with passwords.',
    zh: '请勾选此项，或选择带密码的模式。',
  },
}
const ONE_OPERATOR = {
  message: {
    en: 'The built-in broker has one operator: the one of this app.',
    zh: '内置 Broker 只有一个操作员，即本应用的操作员。',
  },
  fix: { en: 'Remove the others.', zh: '请移除其他人员。' },
}
const PLAIN_NAME = {
  message: {
    en: 'The built-in broker takes letters, digits, dots, hyphens and underscores in names.',
    zh: '内置 Broker 的用户名只能包含字母、数字、点、连字符和下划线。',
  },
  fix: { en: 'Choose such a name, for example operator.', zh: '请换用这样的名称，例如 operator。' },
}
const TOO_MANY = {
  message: {
    en: `The built-in broker is for at most ${MAX_DEVICES} devices.`,
    zh: `内置 Broker 最多支持 ${MAX_DEVICES} 台设备。`,
  },
  fix: { en: 'Choose another platform.', zh: '请选择其他平台。' },
}
