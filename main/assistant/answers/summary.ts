import { z } from 'zod'
import { AppError } from '../../../preload/contract/errors.ts'
import type { ResultSummary, SummaryRequest } from '../../shared/assistance.ts'
import { changed, marked, markedJson, unmarked } from '../../shared/marked-text.ts'
import type { ModelQuestion } from '../model/model-questions.ts'
import { withoutThinking } from '../model/thinking.ts'
import { asUntrustedData, boundOutputs } from '../prompts/device-output.ts'
import { asJson, DATA_RULE, languageName, SYSTEM_NAMES } from '../prompts/prompt-words.ts'
import type { AnswerShape } from './answer-format.ts'
import { onlyObject } from './answer-text.ts'

const MAX_CHARS = 2000
const MAX_OUTLIERS = 20
const answerSchema = z.strictObject({
  summary: z.string().min(1),
  outliers: z.array(z.strictObject({ device: z.string(), why: z.string() })).max(200),
  next_step: z.string().nullish(),
})

const SCHEMA = {
  type: 'object',
  properties: {
    summary: { type: 'string', description: 'What the results say, with figures; two to four sentences.' },
    outliers: {
      type: 'array',
      items: {
        type: 'object',
        properties: { device: { type: 'string' }, why: { type: 'string' } },
        required: ['device', 'why'],
        additionalProperties: false,
      },
    },
    next_step: { type: ['string', 'null'], description: 'One request in words that would come next, or null.' },
  },
  required: ['summary', 'outliers', 'next_step'],
  additionalProperties: false,
}

const AIMS = {
  summary: 'what the results of a command say. Name devices that differ from the others or failed.',
  difference:
    'in what the groups of answers to a command differ from the largest one. Give the most likely reason of each difference, and say where the data do not tell it. Name the devices.',
  question:
    'what devices answered to one request that takes another command on each system. Say what all of them found, in what they differ, and the most likely reason; that the commands print in other forms is no difference. Name devices that stand out or failed.',
} as const

/** The question of what the results of a command say. Outputs go redacted, bounded and between boundaries. */
export function summaryQuestion(
  request: SummaryRequest,
  context: { readonly profile: 'standard' | 'tiny'; readonly redact: (text: string) => string },
): ModelQuestion<ResultSummary> {
  const { redact, profile } = context
  const isTiny = profile === 'tiny'
  const outputs = boundOutputs(request.groups.map(({ output }) => changed(output, redact)))
  const groups = request.groups.map(({ deviceIds, deviceCount, state, exitCode, of }, index) => ({
    ...(of !== undefined && { system: unmarked(SYSTEM_NAMES[of.system]), command: changed(of.command, redact) }),
    devices: deviceIds.map((deviceId) => unmarked(redact(deviceId))),
    device_count: deviceCount,
    state: unmarked(state),
    exit_code: exitCode,
    output: outputs[index],
  }))
  const devices = new Set(request.groups.flatMap(({ deviceIds }) => deviceIds))
  const data = { counts: request.counts, groups, devices_left_out: request.otherDevices }
  return {
    purpose: 'summarise',
    shape: isTiny ? PROSE_SHAPE : summaryShape(devices),
    messages: (format, boundary) => {
      const aim = AIMS[request.aim ?? 'summary']
      const task = `Tell an operator in ${languageName(request.language)} ${aim} System: ${systemNames(request)}. Use the figures in the data; do not invent any.`
      const form = isTiny
        ? 'Answer in at most four short sentences.'
        : `${asJson(format)}\n{"summary":"…","outliers":[{"device":"…","why":"…"}],"next_step":"…"}\noutliers may be empty; next_step is one request in words that only looks, or null.`
      const command = markedJson(changed(request.command, redact))
      const asked = marked`Request: ${changed(request.request, redact)}\nCommand: ${command}`
      return [
        { role: 'system', content: unmarked([task, DATA_RULE, form].join('\n\n')) },
        { role: 'user', content: marked`${asUntrustedData('RESULTS', data, boundary)}\n\n${asked}` },
      ]
    },
  }
}

function systemNames({ groups, system }: SummaryRequest): string {
  const systems = new Set(groups.map(({ of }) => of?.system ?? system))
  return [...(systems.size === 0 ? [system] : systems)].map((one) => SYSTEM_NAMES[one]).join('; ')
}

function summaryShape(devices: ReadonlySet<string>): AnswerShape<ResultSummary> {
  return {
    name: 'summary',
    schema: SCHEMA,
    parse: (text) => {
      const parsed = answerSchema.safeParse(onlyObject(text))
      if (!parsed.success) throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'wrong-shape' })
      const { summary, outliers, next_step: next } = parsed.data
      return {
        text: summary.trim().slice(0, MAX_CHARS),
        // A device that was not asked is an invention.
        outliers: outliers
          .filter(({ device }) => devices.has(device))
          .slice(0, MAX_OUTLIERS)
          .map(({ device, why }) => ({ deviceId: device, why: why.trim().slice(0, 300) })),
        nextStep: next?.trim().slice(0, 300) || null,
      }
    },
  }
}

const PROSE_SHAPE: AnswerShape<ResultSummary> = {
  name: 'summary',
  schema: SCHEMA,
  parse: (text) => {
    const said = withoutThinking(text).slice(0, MAX_CHARS)
    if (said === '') throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'empty' })
    return { text: said, outliers: [], nextStep: null }
  },
}
