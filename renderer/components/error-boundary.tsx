import { Component, type ErrorInfo, type ReactNode } from 'react'
import { reportError } from '../lib/errors/report-error.ts'

interface ErrorBoundaryProps {
  /** Names the part in the log. */
  readonly name: string
  readonly children: ReactNode
  /** Stands in for the part that failed; `tryAgain` builds that part anew. */
  readonly fallback: (tryAgain: () => void) => ReactNode
}

/** Keeps a failure to render inside one part of the window, so that the rest goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    reportError(this.props.name, error, componentStack ?? '')
  }

  readonly #tryAgain = () => this.setState({ hasFailed: false })

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback(this.#tryAgain) : this.props.children
  }
}
