import { type ChangeEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'

type Changed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>
type Errors<Values> = Readonly<Partial<Record<keyof Values, string>>>

/** Props of a control that shows and changes one field. */
interface FieldProps<Value> {
  readonly value: Value
  readonly error: string | undefined
  readonly onChange: (next: Value | Changed) => void
}

const NO_ERRORS = {}

export interface Form<Values extends object> {
  readonly values: Values
  /** Words at the fields that are wrong. */
  readonly errors: Errors<Values>
  /** The newest values, also before they are rendered. */
  readonly getValues: () => Values
  /** Changes one field and takes its error away. */
  readonly set: <Field extends keyof Values>(field: Field, value: Values[Field]) => void
  /** Changes all fields and takes every error away. */
  readonly setAll: (values: Values) => void
  /** Starts over from these values: unchanged, without errors, and unseen by `onChange`. */
  readonly reset: (values: Values) => void
  readonly setErrors: (errors: Errors<Values>) => void
  /** Adds an error, or with null takes it away. */
  readonly setError: (field: keyof Values, text: string | null) => void
  /** For inputs, selects and number fields. */
  readonly field: <Field extends keyof Values>(field: Field) => FieldProps<Values[Field]>
  /** For boxes and switches. */
  readonly checkbox: (field: FlagOf<Values>) => {
    readonly checked: boolean
    readonly onChange: (event: Changed) => void
  }
  readonly isDirty: boolean
}

type FlagOf<Values> = { [Field in keyof Values]: Values[Field] extends boolean ? Field : never }[keyof Values]

/** Typed input of the operator with its errors. `onChange` sees every change before it is rendered. */
export function useForm<Values extends object>(
  initial: Values | (() => Values),
  onChange?: (values: Values, before: Values) => void,
): Form<Values> {
  const [start, setStart] = useState(initial)
  const [values, setValues] = useState(start)
  const [errors, setErrors] = useState(NO_ERRORS as Errors<Values>)
  const newest = useRef(start)
  const listener = useRef(onChange)
  useEffect(() => {
    listener.current = onChange
  })

  const getValues = useCallback(() => newest.current, [])
  const take = useCallback((next: Values) => {
    const before = newest.current
    newest.current = next
    setValues(next)
    listener.current?.(next, before)
  }, [])
  const setError = useCallback((field: keyof Values, text: string | null) => {
    setErrors(
      ({ [field]: _gone, ...others }) => (text === null ? others : { ...others, [field]: text }) as Errors<Values>,
    )
  }, [])
  const set = useCallback(
    <Field extends keyof Values>(field: Field, value: Values[Field]) => {
      setError(field, null)
      take({ ...newest.current, [field]: value })
    },
    [take, setError],
  )
  const setAll = useCallback(
    (next: Values) => {
      setErrors(NO_ERRORS as Errors<Values>)
      take(next)
    },
    [take],
  )
  const reset = useCallback((next: Values) => {
    newest.current = next
    setStart(() => next)
    setValues(() => next)
    setErrors(NO_ERRORS as Errors<Values>)
  }, [])
  return useMemo(
    () => ({
      values,
      errors,
      getValues,
      set,
      setAll,
      reset,
      setErrors,
      setError,
      field: <Field extends keyof Values>(field: Field): FieldProps<Values[Field]> => ({
        value: values[field],
        error: errors[field],
        onChange: (next) => set(field, (isEvent(next) ? next.currentTarget.value : next) as Values[Field]),
      }),
      checkbox: (field) => ({
        checked: values[field] === true,
        onChange: ({ currentTarget }) =>
          set(field, ('checked' in currentTarget && currentTarget.checked) as Values[typeof field]),
      }),
      isDirty: (Object.keys(start) as (keyof Values)[]).some((field) => values[field] !== start[field]),
    }),
    [values, errors, getValues, set, setAll, reset, setError, start],
  )
}

function isEvent(next: unknown): next is Changed {
  return typeof next === 'object' && next !== null && 'currentTarget' in next
}
