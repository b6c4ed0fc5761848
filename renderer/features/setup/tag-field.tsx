import { TagsInput, type TagsInputProps } from '@mantine/core'

interface TagFieldProps extends Omit<TagsInputProps, 'value' | 'clearable' | 'clearButtonProps' | 'spellCheck'> {
  readonly value: readonly string[]
  /** Name of the button that empties it, for who does not see it. */
  readonly clearLabel: string
}

const SEPARATORS = [',', ';']

/** Takes names, addresses or ids one after the other; the placeholder stands there while it is empty. */
export function TagField({ value, placeholder = '', clearLabel, splitChars = SEPARATORS, ...others }: TagFieldProps) {
  return (
    <TagsInput
      {...others}
      placeholder={value.length === 0 ? placeholder : ''}
      splitChars={splitChars}
      value={[...value]}
      spellCheck={false}
      clearable
      clearButtonProps={{ 'aria-label': clearLabel }}
    />
  )
}
