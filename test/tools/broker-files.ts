import { text } from 'node:stream/consumers'
import { completeMaterial, NO_MATERIAL } from '../../main/setup/certificates/material.ts'
import { buildArtifacts } from '../../main/setup/files/artifacts.ts'
import { octal } from '../../main/setup/files/generated-file.ts'
import { writeFiles } from '../../main/setup/files/write-files.ts'
import { checkPlan } from '../../main/setup/plan/check-plan.ts'
import { hasPasswords, hasTls } from '../../main/setup/plan/plan-traits.ts'
import { planWarnings } from '../../main/setup/plan/plan-warnings.ts'
import { newPassword } from '../../main/shared/passwords.ts'
import { AppError } from '../../preload/contract/errors.ts'
import type { SetupPlan, SetupProblem, SetupWarning } from '../../preload/contract/models/broker/setup.ts'
import { readOrder, USAGE, UsageError } from '../support/brokers/broker-files-options.ts'

/** Exit codes. 0: written, 1: an invalid value or an existing file (nothing is written), 2: bad usage. */
async function main(): Promise<number> {
  const order = readOrder(process.argv.slice(2))
  const given = passwordsIn(await input(order.plan))
  const { passwords, warnings } = passwordsFor(order.plan, given)
  const problems = checkPlan(order.plan, passwords)
  if (problems.length > 0) return refuse(problems)
  const material = await completeMaterial(order.plan, { ...NO_MATERIAL, passwords }, Date.now())
  const { files: all, commands } = buildArtifacts(order.plan, material)
  // The caller gave the passwords of people and has them; they are in no file but as a hash.
  const files = all.filter(({ path }) => !/^handover\/operators\/[^/]+\/login\.txt$/.test(path))
  try {
    await writeFiles(order.out, files, order.canReplace)
  } catch (error) {
    const problem = folderProblem(error)
    if (problem === null) throw error
    return refuse([problem])
  }
  print({
    files: files.map(({ path, target, mode, owner, isSecret, why }) => ({
      path,
      target,
      mode: octal(mode),
      owner,
      isSecret,
      why,
    })),
    commands,
    warnings: [...planWarnings(order.plan, material), ...warnings, ...(hasTls(order.plan) ? [CA_KEY_DROPPED] : [])],
  })
  return 0
}

/** Reads passwords from stdin; reads nothing if no account has one, because an open stdin would block. */
async function input(plan: SetupPlan): Promise<string> {
  return !hasPasswords(plan) || process.stdin.isTTY ? '' : text(process.stdin)
}

function passwordsIn(input: string): Map<string, string> {
  if (input.trim() === '') return new Map()
  let value: unknown
  try {
    value = JSON.parse(input)
  } catch {
    throw new UsageError('stdin is not JSON: {"user": "password"} is expected')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError('stdin is not an object: {"user": "password"} is expected')
  }
  const entries = Object.entries(value)
  const wrong = entries.find(([, password]) => typeof password !== 'string')
  if (wrong) throw new UsageError(`the password of ${JSON.stringify(wrong[0])} is not a text`)
  return new Map(entries.map(([account, password]) => [account, String(password)]))
}

/** Makes a password for a device without one, which its kit holds; an operator has to know theirs. */
function passwordsFor(
  plan: SetupPlan,
  given: ReadonlyMap<string, string>,
): { passwords: Map<string, string>; warnings: SetupWarning[] } {
  const accounts = new Set([...plan.operators, ...plan.devices])
  const unused = [...given.keys()].filter((account) => !accounts.has(account))
  const lacking = hasPasswords(plan) ? plan.devices.filter((id) => !given.has(id)) : []
  const passwords = new Map([...given].filter(([account]) => accounts.has(account)))
  for (const id of lacking) passwords.set(id, newPassword())
  return {
    passwords,
    warnings: [
      ...(lacking.length === 0
        ? []
        : [
            warning(
              'password-made',
              `No password was given for ${lacking.join(', ')}: one was made and stands in the kit.`,
              `未提供 ${lacking.join('、')} 的密码：已自动生成并写入交付包。`,
            ),
          ]),
      ...(unused.length === 0
        ? []
        : [
            warning(
              'password-unused',
              `Not used: the password of ${unused.join(', ')}.`,
              `未使用：${unused.join('、')} 的密码。`,
            ),
          ]),
    ],
  }
}

const CA_KEY_DROPPED = warning(
  'ca-key-dropped',
  "The authority's private key is not written: make a set-up that is to be extended, renewed or rid of a device in the window.",
  '颁发机构的私钥没有写出：需要扩展、续签或移除设备的设置请在窗口中创建。',
)

function warning(id: string, en: string, zh: string): SetupWarning {
  return { id, text: { en, zh } }
}

function folderProblem(error: unknown): SetupProblem | null {
  if (!(error instanceof AppError)) return null
  const { path, first, reason } = error.data
  if (error.code === 'FILES_EXIST') {
    return {
      field: 'folder',
      item: String(path),
      message: { en: `${first} is in ${path} already.`, zh: `${path} 中已有 ${first}。` },
      fix: {
        en: 'Choose an empty folder, or add --replace to overwrite what is there.',
        zh: '请选择空文件夹，或加 --replace 覆盖已有文件。',
      },
    }
  }
  return {
    field: 'folder',
    item: String(path),
    message: { en: `${path} cannot be written (${reason}).`, zh: `无法写入 ${path}（${reason}）。` },
    fix: { en: 'Choose a folder that you may write to.', zh: '请选择您有写入权限的文件夹。' },
  }
}

function refuse(problems: readonly SetupProblem[]): number {
  for (const { field, message, fix } of problems) process.stderr.write(`${field}: ${message.en} ${fix.en}\n`)
  print({ files: [], commands: [], warnings: [], problems })
  return 1
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n${USAGE}`)
  process.exitCode = 2
}
