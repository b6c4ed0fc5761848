import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileSecret, ProfileView } from '../../../../preload/contract/models/broker/connection.ts'
import { request } from '../../../lib/api.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import { type Form, useForm } from '../../../lib/use-form.ts'
import { useConnectionTest } from '../check/use-connection-check.ts'
import { passwordMoveWords } from './password-move-words.ts'
import {
  draftOf,
  emptyDraft,
  isOtherConnection,
  movedPassword,
  type ProfileDraft,
  profileInput,
} from './profile-draft.ts'
import { DRAFT_FIELDS, type DraftField, draftErrors, fieldOfError, fieldOfTest } from './profile-errors.ts'

export type ProfileFormFields = Form<ProfileDraft>
export type StoredSecrets = Readonly<Record<ProfileSecret, boolean>>

const NONE_STORED: StoredSecrets = { password: false, clientKey: false, passphrase: false }

interface Options {
  readonly profile: ProfileView | null
  readonly onDirtyChange: (isDirty: boolean) => void
  readonly onSaved: () => void
}

/** The connection form's values, errors, test and saving. */
export function useProfileForm({ profile, onDirtyChange, onSaved }: Options) {
  const { t, i18n } = useTranslation('connection')
  const stored = profile?.secrets ?? NONE_STORED
  const moveOf = (values: ProfileDraft) => movedPassword(values, profile)
  /** The words of each field that is wrong. */
  const errorsOf = (values: ProfileDraft): Partial<Record<DraftField, string>> => {
    const move = moveOf(values)
    const inWords = (key: string) =>
      key === 'passwordElsewhere' && profile && move ? passwordMoveWords(t, profile, move) : t(`form.errors.${key}`)
    const errors = Object.entries(draftErrors(values, stored, move))
    return Object.fromEntries(errors.map(([field, key]) => [field, inWords(key)]))
  }
  const { test, start, cancel } = useConnectionTest()
  const form = useForm<ProfileDraft>(
    () => (profile ? draftOf(profile) : emptyDraft(crypto.randomUUID())),
    (values, before) => {
      if (isOtherConnection(values, before)) cancel()
      if (moveOf(before) !== null && moveOf(values) === null) form.setError('password', null)
    },
  )
  const { isDirty } = form
  useEffect(() => onDirtyChange(isDirty), [isDirty, onDirtyChange])

  /** Checks some of the fields, and points at the first that is wrong. */
  const check = (fields: readonly DraftField[]): boolean => {
    const errors = errorsOf(form.getValues())
    const wrong = fields.filter((field) => errors[field])
    for (const field of wrong) form.setError(field, errors[field] ?? null)
    focusFirst(wrong)
    return wrong.length === 0
  }
  /** The checked input, or null after showing the errors. */
  const checked = () => {
    const errors = errorsOf(form.getValues())
    form.setErrors(errors)
    const wrong = DRAFT_FIELDS.filter((field) => errors[field])
    if (wrong.length === 0) return profileInput(form.getValues())
    focusFirst(wrong)
    return null
  }
  const takeError = (error: unknown): boolean => {
    const field = fieldOfError(error)
    if (!field) return false
    form.setError(field, t('form.errors.refused'))
    focusFirst([field])
    return true
  }

  const runTest = useAction(async () => {
    const input = checked()
    if (!input) return
    const outcome = await start(input)
    const field = outcome ? fieldOfTest(outcome) : null
    if (field && outcome?.failure) form.setError(field, localized(outcome.failure.message, i18n.language))
  }, takeError)

  const save = useAction(async (andConnect: boolean) => {
    const input = checked()
    if (!input) return
    const saved = await request('profiles.save', input)
    onSaved()
    if (andConnect) await request('connection.connect', { profileId: saved.id })
  }, takeError)

  const move = moveOf(form.values)
  const passwordHint = profile && move ? passwordMoveWords(t, profile, move) : null

  return { form, stored, passwordHint, test, cancelTest: cancel, runTest, save, check }
}

/** Moves the focus to the first of these inputs. */
export function focusFirst(fields: readonly DraftField[]): void {
  const name = fields[0]
  // After the next paint: the field may be in a part that only now opens.
  if (name) requestAnimationFrame(() => document.querySelector<HTMLElement>(`form [name="${name}"]`)?.focus())
}
