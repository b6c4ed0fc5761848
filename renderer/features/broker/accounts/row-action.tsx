import { ActionIcon } from '@mantine/core'
import type { ReactNode } from 'react'

interface RowActionProps {
  readonly label: string
  readonly icon: ReactNode
  readonly isDisabled?: boolean
  readonly onClick: () => void
}

/** One act on a row, by its icon; the label names the row too, as a plain title, because a list has hundreds of these. */
export function RowAction({ label, icon, isDisabled = false, onClick }: RowActionProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      title={label}
      aria-label={label}
      disabled={isDisabled}
      onClick={onClick}
    >
      {icon}
    </ActionIcon>
  )
}
