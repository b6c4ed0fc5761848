import type { CommandRecord, Proposal, Run, Turn } from '../../../../preload/contract/models/commands/command.ts'

const NOON = Date.UTC(2026, 0, 5, 12)

export function makeTurn(change: Partial<Turn> = {}): Turn {
  return {
    id: 'turn-1',
    connectionId: 'site-a',
    createdAt: NOON,
    mode: 'ask',
    deviceIds: ['pump-1'],
    text: 'how full is the disk',
    isFromDeviceOutput: false,
    isThinking: false,
    answer: null,
    proposal: null,
    decision: 'open',
    run: null,
    failure: null,
    ...change,
  }
}

export function makeProposal(change: Partial<Proposal> = {}): Proposal {
  return {
    id: 'proposal-1',
    turnId: 'turn-1',
    connectionId: 'site-a',
    deviceIds: ['pump-1'],
    system: 'linux',
    command: 'df -h',
    explanation: null,
    timeoutS: 30,
    source: { kind: 'typed', name: '' },
    isEdited: false,
    isFromDeviceOutput: false,
    classification: {
      class: 'read',
      reasons: [],
      options: [],
      rules: [],
      cutsOff: false,
      endless: false,
      tableVersion: '1',
    },
    warnings: [],
    confirmation: null,
    isSendable: true,
    ...change,
  }
}

export function makeRecord(change: Partial<CommandRecord> = {}): CommandRecord {
  return {
    commandId: 'command-1',
    runId: 'run-1',
    deviceId: 'pump-1',
    state: 'sent',
    marks: [],
    sentAt: NOON,
    finishedAt: null,
    durationMs: null,
    stdout: '',
    stderr: '',
    exitCode: null,
    outputBytes: 0,
    shownBytes: 0,
    reason: null,
    ...change,
  }
}

export function makeRun(change: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    turnId: 'turn-1',
    connectionId: 'site-a',
    approvalId: 'approval-1',
    command: 'df -h',
    timeoutS: 30,
    approvedBy: 'Li Wei',
    approvedAt: NOON - 500,
    commands: [makeRecord()],
    ...change,
  }
}
