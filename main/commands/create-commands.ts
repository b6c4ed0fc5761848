import type { Proposal } from '../../preload/contract/models/commands/command.ts'
import type { RolloutAct } from '../../preload/contract/models/commands/rollout.ts'
import { ApprovalService } from '../safety/approval/approval.ts'
import { SqliteGrants } from '../safety/approval/grant-store.ts'
import { ApproveAndRun } from './approval/approve-and-run.ts'
import { EarlierTurns } from './assistance/earlier-turns.ts'
import { Explanations } from './assistance/explanations.ts'
import { Investigations } from './assistance/investigations.ts'
import { Notes } from './assistance/notes.ts'
import { Requests } from './assistance/requests.ts'
import { SentQuestions } from './assistance/sent-questions.ts'
import type { CommandsDeps } from './commands-deps.ts'
import { createStores, type Stores } from './create-stores.ts'
import { createFolding } from './folding/create-folding.ts'
import { History } from './history/history.ts'
import { NO_SIGNING } from './ports.ts'
import { CommandJudge } from './proposals/command-judge.ts'
import { ProposalService } from './proposals/proposal-service.ts'
import { Rejections } from './proposals/rejections.ts'
import { UnaskedReads } from './proposals/unasked-reads.ts'
import { Rollouts } from './rollout/rollouts.ts'
import { Waits } from './rollout/waits.ts'
import { Dispatcher } from './runs/dispatcher.ts'
import { CommandPublisher } from './runs/publisher.ts'
import { RunService } from './runs/run-service.ts'
import { TurnService } from './turns/turn-service.ts'

export type Commands = ReturnType<typeof createCommands>

/** Builds the commands domain, leaf first. Nothing runs before `start()`. */
export function createCommands(deps: CommandsDeps) {
  const stores = createStores(deps)
  const review = createApproval(deps, stores)
  const { approvals, grants, proposals, rollouts, runs, unasked, waits } = review
  const folding = createRunFolding(deps, stores)
  const { notes, turns, ...assistance } = createAssistance(deps, stores, { ...review, folding })
  return {
    turns,
    proposals,
    approvals,
    unasked,
    runs,
    assistance,
    folding,
    history: createHistory(deps, stores),
    /** Returns the request in words that led to a run, or to a turn; null for a typed command and for what is gone. */
    questionOf({ runId, turnId }: { readonly runId: string | null; readonly turnId: string | null }): string | null {
      const id = turnId ?? (runId === null ? null : (stores.store.run(runId)?.turnId ?? null))
      const turn = id === null ? null : stores.turns.find(id)?.turn
      return turn?.mode === 'ask' ? turn.text : null
    },
    /** Does to the rollout of a turn what the operator wants, and shows it. Rejects with why it cannot. */
    async steer(turnId: string, act: RolloutAct): Promise<void> {
      if (act === 'resume' || act === 'go-on') await deps.audit.catchUp()
      const acts: Readonly<Record<RolloutAct, () => void>> = {
        pause: () => rollouts.pause(turnId),
        resume: () => rollouts.resume(turnId),
        'go-on': () => rollouts.goOn(turnId),
        stop: () => rollouts.stop(turnId),
        'stop-waiting': () => waits.stop(turnId),
      }
      acts[act]()
      stores.turns.messages.flush()
    },
    /** Closes what an earlier session left open; its rollouts are paused. Throws when the database cannot. */
    start(): void {
      stores.store.completeBegun()
      for (const adopted of stores.live.adopt()) {
        const wasInterrupted = runs.leaveUnheard(adopted)
        waits.takeUp(adopted)
        rollouts.takeUp(adopted, wasInterrupted)
      }
      runs.start()
      for (const stored of stores.turns.leftOpen()) proposals.expire(stored)
      stores.index.start()
    },
    /** Ends approvals, open proposals and requests, because the operator left the connection. */
    onConnectionLeft(connectionId: string): void {
      unasked.onLeaving(connectionId)
      waits.onLeaving(connectionId)
      rollouts.onLeaving(connectionId)
      grants.cancelAll(connectionId)
      unasked.changed()
      assistance.requests.cancelAll()
      assistance.investigations.stopAll(connectionId)
      runs.onConnectionLost(connectionId)
      for (const stored of stores.turns.open()) {
        if (stored.turn.connectionId === connectionId && !stored.turn.isThinking) proposals.expire(stored)
      }
    },
    /** Pauses rollouts and leaves what was sent without an answer, because the connection broke. */
    onConnectionLost(connectionId: string): void {
      rollouts.onConnectionLost(connectionId)
      runs.onConnectionLost(connectionId)
    },
    async dispose(): Promise<void> {
      assistance.investigations.dispose()
      await assistance.requests.dispose()
      await notes.dispose()
      await approvals.dispose()
      await folding.dispose()
      await rollouts.dispose()
      await waits.dispose()
      runs.dispose()
      stores.turns.messages.dispose()
      stores.index.dispose()
    },
  }
}

function createRunFolding({ devices, log, settings, startMasks }: CommandsDeps, { turns }: Stores): Folding {
  return createFolding({
    runOf: (turnId) => turns.runOf(turnId),
    runNow: (turnId) => turns.runNow(turnId),
    hostNameOf: (connectionId, deviceId) => devices.target(connectionId, deviceId)?.hostName ?? null,
    nameOf: (connectionId, deviceId) => devices.target(connectionId, deviceId)?.name ?? '',
    language: () => settings().language,
    startMasks: startMasks ?? null,
    log,
  })
}

function createHistory({ database, connections = () => [], now }: CommandsDeps, { index, turns }: Stores): History {
  return new History({ database, index, turns, connections, now })
}

function createApproval(deps: CommandsDeps, { live, store, turns }: Stores) {
  const { after, audit, database, devices, encoder, link, log, newId, now, sanitise, settings } = deps
  const grants = new ApprovalService({ now, newId, grants: new SqliteGrants(database) })
  const rejections = new Rejections({ audit, settings, sanitise, now })
  const unasked = new UnaskedReads({ approvals: grants, link, devices, rejections, emit: deps.emitSafety })
  const judge = new CommandJudge(deps.classifier)
  const proposals = new ProposalService({ judge, devices, turns, rejections, link, settings, newId, log })
  const { signing = NO_SIGNING } = deps
  const publisher = new CommandPublisher({ approvals: grants, link, encoder, signing, now })
  const runs = new RunService({ live, store, link, publisher, audit, rejections, signing, devices, now, after })
  const dispatcher = new Dispatcher({ approvals: grants, live, runs, publisher, rejections, now, log })
  const confirm = (turnId: string, deviceIds: readonly string[]) => proposals.confirmPart(turnId, deviceIds)
  const waits: Waits = new Waits({
    approvals: grants,
    audit,
    dispatcher,
    devices,
    link,
    confirm,
    isHeldUp: (turnId) => rollouts.isUnderWay(turnId),
    now,
    after,
    log,
  })
  const rollouts: Rollouts = new Rollouts({
    approvals: grants,
    audit,
    dispatcher,
    store,
    live,
    devices,
    link,
    confirm,
    onEnded: (turnId, state) => waits.onRolloutEnded(turnId, state),
    now,
    after,
    log,
  })
  live.onChanged((turnId) => rollouts.onRunChanged(turnId))
  const approvals = new ApproveAndRun({
    approvals: grants,
    audit,
    proposals,
    unasked,
    rejections,
    turns,
    store,
    live,
    runs,
    dispatcher,
    rollouts,
    waits,
    link,
    settings,
    log,
  })
  return { grants, rejections, unasked, proposals, runs, rollouts, waits, approvals }
}

type Folding = ReturnType<typeof createFolding>

interface Review {
  readonly proposals: ProposalService
  readonly approvals: ApproveAndRun
  readonly rejections: Rejections
  readonly folding: Folding
}

function createAssistance(deps: CommandsDeps, stores: Stores, { approvals, proposals, rejections, folding }: Review) {
  const { after, assistant, brokerLogFindings, database, devices, emitStreamed, link, log, newId, redact, settings } =
    deps
  const { live, store, turns, workingNotes } = stores
  const sanitise = (text: string) => deps.sanitise(text).text
  const runUnasked = (proposal: Proposal) => approvals.runUnasked(proposal)
  const sent = new SentQuestions(database, log)
  const earlier = new EarlierTurns({ turns, store, sanitise: deps.sanitise, redact, settings })
  const foldExactly = folding.exactly
  const requests = new Requests({
    assistant,
    earlier,
    turns,
    proposals,
    rejections,
    sent,
    runUnasked,
    settings,
    sanitise,
    emitStreamed,
    after,
    log,
  })
  const investigations = new Investigations({
    assistant,
    requests,
    turns,
    proposals,
    rejections,
    earlier,
    brokerLogFindings,
    devices,
    link,
    foldExactly,
    settings,
    newId,
    log,
  })
  live.onChanged((turnId) => investigations.onRunChanged(turnId))
  const notes = new Notes({ turns, workingNotes, sent, sanitise, newId, log })
  const explanations = new Explanations({ assistant, turns, notes, sent, link, foldExactly, settings })
  const service = new TurnService({ turns, proposals, requests, assistant, devices, link, runUnasked })
  return { requests, investigations, notes, explanations, turns: service }
}
