import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../../../main/platform/database/database.ts'
import { SCHEMA } from '../../../../../main/platform/database/schema.ts'
import type { Run } from '../../../../../preload/contract/models/commands/command.ts'
import { ConsoleScene, SITE, TYPED } from '../scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
  scene.commands.start()
})
afterEach(() => scene.remove())

const query = (filter: string, limit = 50) => scene.commands.history.query(filter, 0, limit)
const texts = (filter: string) => query(filter).entries.map(({ text }) => text)
/** Lets the index take over what happened. */
const settle = () => scene.time.advance(60_000)

async function answered(command: string, stdout: string, deviceIds: readonly string[] = ['rpi_001']): Promise<Run> {
  const run = await scene.run(command, deviceIds)
  for (const record of run.commands) scene.commands.runs.answers.onResult(SITE, scene.result(record, { stdout }))
  scene.time.advance(1_000)
  return run
}

async function rejected(command: string): Promise<void> {
  const turn = scene.console.type(['rpi_002'], command, 30, TYPED)
  scene.console.reject(turn.proposal?.id ?? '')
  scene.time.advance(1_000)
}

describe('the history', () => {
  it('lists what ran, was turned down and is open, newest first, at once', async () => {
    await answered('uptime', 'up 3 days\n')
    await rejected('reboot')
    scene.console.type(['rpi_001'], 'df -h', 30, TYPED)
    const { entries, total } = query('')
    expect(total).toBe(3)
    expect(entries.map(({ text, outcome }) => [text, outcome])).toEqual([
      ['df -h', 'open'],
      ['reboot', 'rejected'],
      ['uptime', 'ran'],
    ])
    expect(entries[2]).toMatchObject({
      operator: 'Li',
      class: 'read',
      source: 'typed',
      deviceIds: ['rpi_001'],
      deviceCount: 1,
      run: { counts: [{ state: 'succeeded', count: 1 }] },
    })
  })

  it('tells what was not understood from what was refused, asked back and answered', async () => {
    const text = { en: 'words', zh: '文字' }
    const source = { kind: 'phrasebook', name: '1' } as const
    for (const kind of ['decline', 'refuse', 'question', 'answer'] as const) {
      scene.ask = async () => ({ kind, text, source })
      scene.console.ask(['rpi_001'], kind, TYPED)
      await scene.settle()
      scene.time.advance(1_000)
    }
    expect(query('').entries.map(({ text: asked, outcome }) => [asked, outcome])).toEqual([
      ['answer', 'answered'],
      ['question', 'asked-back'],
      ['refuse', 'declined'],
      ['decline', 'not-understood'],
    ])
    expect(texts('outcome:not-understood')).toEqual(['decline'])
    expect(texts('结果:没有理解')).toEqual(['decline'])
  })

  it('finds by key and by text in commands, requests and outputs, in Chinese and English', async () => {
    await answered('vcgencmd measure_temp', 'temp=47.8C 温度正常\n')
    await answered('cat /etc/os-release', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n', ['rpi_001', 'rpi_002'])
    await rejected('reboot')
    settle()
    expect(texts('温度')).toEqual(['vcgencmd measure_temp'])
    expect(texts('bookworm')).toEqual(['cat /etc/os-release'])
    expect(texts('debi')).toEqual(['cat /etc/os-release'])
    expect(texts('device=rpi_002')).toEqual(['reboot', 'cat /etc/os-release'])
    expect(texts('outcome:rejected')).toEqual(['reboot'])
    expect(texts('-outcome:rejected temp')).toEqual(['vcgencmd measure_temp'])
    expect(texts('outcome:succeeded debian os-release')).toEqual(['cat /etc/os-release'])
    expect(texts('-"bookworm" outcome:ran')).toEqual(['vcgencmd measure_temp'])
    expect(texts('operator:li class:read source:typed')).toHaveLength(3)
    expect(texts('operator:somebody')).toEqual([])
    expect(query('').pending).toBe(0)
  })

  it('finds by the time of this computer', async () => {
    await answered('uptime', 'up\n')
    scene.time.advance(3 * 86_400_000)
    await answered('hostname', 'pi\n')
    expect(texts('after:1d')).toEqual(['hostname'])
    expect(texts('before:1d')).toEqual(['uptime'])
    expect(texts('on:today')).toEqual(['hostname'])
  })

  it('refuses a filter with a mistake, and runs hostile text as text', () => {
    expect(() => query('colour:red')).toThrow(expect.objectContaining({ code: 'FILTER_INVALID' }))
    for (const text of ['" OR 1=1 --"', '*', 'NEAR(a b)', '{a}', "'; DROP TABLE history; --", '\u0000', '^a', 'a"b"c'])
      expect(() => query(text)).not.toThrow()
  })

  it('counts the states of a run, and finds one of several', async () => {
    const run = await scene.run('apt update', ['rpi_001', 'rpi_002'])
    const [first, second] = run.commands
    if (first === undefined || second === undefined) throw new Error('two commands')
    scene.commands.runs.answers.onResult(SITE, scene.result(first))
    scene.commands.runs.answers.onResult(SITE, scene.result(second, { isSuccess: false, stderr: 'E: 锁定\n' }))
    settle()
    expect(query('outcome:failed').entries[0]?.run?.counts).toEqual([
      { state: 'failed', count: 1 },
      { state: 'succeeded', count: 1 },
    ])
    expect(texts('锁定')).toEqual(['apt update'])
  })

  it('finds a late answer too', async () => {
    const run = await scene.run('hostname')
    scene.time.advance(60_000)
    expect(texts('outcome:silent')).toEqual(['hostname'])
    const [command] = run.commands
    if (command === undefined) throw new Error('one command')
    scene.commands.runs.answers.onResult(SITE, scene.result(command, { stdout: 'greenhouse\n' }))
    settle()
    expect(texts('greenhouse outcome:succeeded')).toEqual(['hostname'])
    expect(texts('outcome:silent')).toEqual([])
  })

  it('forgets a run that was not sent, and shows its proposal as open again', async () => {
    scene.auditError = new Error('disk')
    await expect(scene.run('uptime')).rejects.toThrow()
    settle()
    expect(query('').entries).toMatchObject([{ text: 'uptime', outcome: 'open', run: null }])
    expect(texts('outcome:ran')).toEqual([])
  })

  it('opens an exchange as it was, and names earlier runs of the same command', async () => {
    const first = await answered('df -h', 'one\n')
    const second = await answered('df -h', 'two\n')
    await answered('df', 'three\n')
    settle()
    expect(scene.commands.history.turn(first.turnId).run?.commands[0]?.stdout).toBe('one\n')
    expect(scene.commands.history.sameCommand(second.turnId).map(({ turnId }) => turnId)).toEqual([first.turnId])
    expect(() => scene.commands.history.turn('none')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(() => scene.commands.history.sameCommand('none')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })

  it('takes over after a crash what was not in the index yet', async () => {
    const run = await scene.run('journalctl -n 1')
    for (const record of run.commands)
      scene.commands.runs.answers.onResult(SITE, scene.result(record, { stdout: 'kernel panic\n' }))
    scene.time.advance(25)
    scene.restart()
    expect(texts('panic')).toEqual([])
    expect(query('').pending).toBe(1)
    settle()
    expect(texts('panic')).toEqual(['journalctl -n 1'])
  })

  it('leaves out a row of another shape and goes on with the others', async () => {
    await rejected('reboot')
    await rejected('uptime')
    scene.database.exec(`UPDATE turns SET body = json_set(body, '$.turn.answer', json('{"kind":"answer"}'))
      WHERE body ->> '$.turn.text' = 'reboot'`)
    await rejected('hostname')
    settle()
    expect(texts('hostname')).toEqual(['hostname'])
  })

  it('is brought up to date with a long run a few times while its answers come, and whole at its end', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `gw-${String(index).padStart(3, '0')}`)
    for (const id of ids) scene.addDevice(id)
    const run = await scene.run('uptime', ids)
    scene.database.exec(`CREATE TABLE taken_over (at); CREATE TRIGGER count_taken AFTER UPDATE OF outcomes ON history
      BEGIN INSERT INTO taken_over VALUES (new.at); END`)
    for (const record of run.commands) {
      scene.commands.runs.answers.onResult(SITE, scene.result(record, { stdout: 'up\n' }))
      scene.time.advance(70)
    }
    const taken = () => Number(scene.database.prepare('SELECT count(*) AS n FROM taken_over').get()?.n)
    // 300 answers in 21 s.
    expect(taken()).toBeGreaterThan(1)
    expect(taken()).toBeLessThanOrEqual(6)
    await answered('hostname', 'pi\n')
    expect(texts('hostname')).toEqual(['hostname'])
    settle()
    expect(query('uptime').entries[0]?.run?.counts).toEqual([{ state: 'succeeded', count: 300 }])
  })

  it('indexes equal outputs of a run once', async () => {
    await answered('hostname', 'same\n', ['rpi_001', 'rpi_002'])
    settle()
    const count = scene.database.prepare('SELECT sum(output_parts) AS parts FROM history').get()
    expect(count).toEqual({ parts: 1 })
  })
})

describe('the budget of outputs', () => {
  it('drops the oldest outputs from runs and index, keeps the records and the newest, and says so', async () => {
    scene.outputLimitBytes = 40_000
    const old = await answered('cat old.log', `ancient ${'x'.repeat(10_000)}\n`)
    await answered('cat new.log', `recent ${'y'.repeat(10_000)}\n`)
    settle()
    expect(texts('ancient')).toEqual([])
    expect(texts('recent')).toEqual(['cat new.log'])
    expect(query('outcome:succeeded').entries.map(({ hasDroppedOutputs }) => hasDroppedOutputs)).toEqual([false, true])
    const [record] = scene.commands.history.turn(old.turnId).run?.commands ?? []
    expect(record).toMatchObject({ state: 'succeeded', stdout: '', outputBytes: 10_009 })
    expect(record?.marks).toContain('output-dropped')
    const left = scene.database.prepare('SELECT count(*) AS n FROM outputs').get()
    expect(left).toEqual({ n: 1 })
  })
})

describe('a history of an earlier version', () => {
  it('is told apart anew where one outcome has become several', () => {
    const file = `${scene.folder}/older.db`
    const before = SCHEMA.findIndex((entry) => entry.includes("outcomes IN (' declined '"))
    const old = openDatabase(file, SCHEMA.slice(0, before))
    const add =
      old.prepare(`INSERT INTO history (turn_id, connection_id, at, operator, class, source, outcomes, text_sha, body)
      VALUES (?, 'c', 1, '', '', '', ?, '', '{}')`)
    add.run('t1', ' declined ')
    add.run('t2', ' ran succeeded ')
    old.close()
    const brought = openDatabase(file)
    expect(brought.prepare('SELECT turn_id FROM history_changed_turns').all()).toEqual([{ turn_id: 't1' }])
    brought.close()
  })

  it('is taken over whole', async () => {
    await answered('uptime', 'up 3 days, load average\n')
    const file = `${scene.folder}/old.db`
    const before = SCHEMA.findIndex((entry) => entry.includes('CREATE TABLE history ('))
    const old = openDatabase(file, SCHEMA.slice(0, before))
    for (const table of ['turns', 'runs', 'commands', 'outputs']) {
      const rows = scene.database.prepare(`SELECT * FROM ${table}`).all() as Record<string, string>[]
      for (const row of rows) {
        const columns = Object.keys(row)
        const places = columns.map(() => '?').join(', ')
        old.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(...Object.values(row))
      }
    }
    old.close()
    const brought = openDatabase(file)
    expect(brought.prepare('SELECT count(*) AS n FROM history_changed_outputs').get()).toEqual({ n: 1 })
    expect(brought.prepare('SELECT count(*) AS n FROM history_changed_turns').get()).toEqual({ n: 1 })
    brought.close()
  })
})
