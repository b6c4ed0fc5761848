import { z } from 'zod'
import {
  ALERT_SEVERITIES,
  ALERT_STATES,
  type Alert,
  type AlertRule,
  type Maintenance,
} from '../../../preload/contract/models/devices/alert.ts'
import { alertRuleSchema } from '../../../preload/contract/routes/devices/alerts.ts'
import { type Database, prepared, transaction } from '../../shared/sqlite.ts'
import { DEFAULT_RULES } from './default-rules.ts'

/** An alert as it must be on disk. */
const alertSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  deviceId: z.string(),
  ruleId: z.string(),
  ruleName: z.string(),
  watches: alertRuleSchema.shape.watches,
  comparison: alertRuleSchema.shape.comparison,
  threshold: z.number(),
  severity: z.enum(ALERT_SEVERITIES),
  state: z.enum(ALERT_STATES),
  raisedAt: z.number(),
  value: z.number().nullable(),
  occurrences: z.number(),
  acknowledged: z.object({ at: z.number(), by: z.string(), note: z.string() }).nullable(),
  resolvedAt: z.number().nullable(),
  // Missing in alerts of older versions.
  snoozedUntil: z.number().nullable().default(null),
  told: z.enum(['raised', 'over']).optional(),
})

const maintenanceSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  deviceId: z.string().nullable(),
  filter: z.string(),
  until: z.number(),
  note: z.string(),
  by: z.string(),
})

interface Row {
  readonly id: string
  readonly body: string | null
}

/** Rules and alerts in SQLite. Synchronous; throws what the database throws. */
export class AlertStore {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** Returns the defaults as changed by the operator, then the operator's own rules; skips invalid rows. */
  rules(): AlertRule[] {
    const rows = prepared<Row>(this.#db, 'SELECT id, body FROM alert_rules ORDER BY position, id').all()
    const stored = new Map(rows.map(({ id, body }) => [id, body === null ? null : ruleFrom(body)]))
    const defaults = DEFAULT_RULES.flatMap((rule) => {
      const changed = stored.get(rule.id)
      return changed === null ? [] : [changed ?? rule]
    })
    const isDefault = (id: string): boolean => DEFAULT_RULES.some((rule) => rule.id === id)
    const own = [...stored].flatMap(([id, rule]) => (rule && !isDefault(id) ? [rule] : []))
    return [...defaults, ...own]
  }

  saveRule(rule: AlertRule): void {
    this.#upsertRule(rule.id, JSON.stringify(rule))
  }

  removeRule(id: string): void {
    if (DEFAULT_RULES.some((rule) => rule.id === id)) this.#upsertRule(id, null)
    else prepared(this.#db, 'DELETE FROM alert_rules WHERE id = ?').run(id)
  }

  alerts(): Alert[] {
    const rows = prepared<Row>(this.#db, 'SELECT id, body FROM alerts').all()
    return rows.flatMap(({ body }) => readBody(alertSchema, body ?? ''))
  }

  /** Writes in one transaction; throws with nothing written. */
  write(changed: readonly Alert[], removedIds: readonly string[]): void {
    transaction(this.#db, () => {
      const upsert = prepared(
        this.#db,
        `INSERT INTO alerts (id, connection_id, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
      )
      for (const alert of changed) upsert.run(alert.id, alert.connectionId, JSON.stringify(alert))
      const remove = prepared(this.#db, 'DELETE FROM alerts WHERE id = ?')
      for (const id of removedIds) remove.run(id)
    })
  }

  maintenances(): readonly Maintenance[] {
    const rows = prepared<Row>(this.#db, 'SELECT id, body FROM alert_maintenances').all()
    return rows.flatMap(({ body }) => readBody(maintenanceSchema, body ?? ''))
  }

  saveMaintenance(maintenance: Maintenance): void {
    prepared(this.#db, 'INSERT INTO alert_maintenances (id, body) VALUES (?, ?)').run(
      maintenance.id,
      JSON.stringify(maintenance),
    )
  }

  removeMaintenance(id: string): void {
    prepared(this.#db, 'DELETE FROM alert_maintenances WHERE id = ?').run(id)
  }

  #upsertRule(id: string, body: string | null): void {
    prepared(
      this.#db,
      `INSERT INTO alert_rules (id, position, body) VALUES (?, (SELECT count(*) FROM alert_rules), ?)
       ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
    ).run(id, body)
  }
}

function ruleFrom(body: string): AlertRule | undefined {
  try {
    return alertRuleSchema.parse(JSON.parse(body))
  } catch {
    return undefined
  }
}

function readBody<Value>(schema: z.ZodType<Value>, body: string): Value[] {
  try {
    return [schema.parse(JSON.parse(body))]
  } catch {
    return []
  }
}
