/** The product's mark: a signpost with two arms. Decorative; the name stands beside it or in a label. */
export function BrandMark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-harbor-6)" />
      <path d="M16 6v20" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M11 8.6h9.6l3 2.9-3 2.9H11z" fill="#fff" />
      <path d="M20.5 16.4h-8.8L8.9 19l2.8 2.6h8.8z" fill="#fff" fillOpacity="0.72" />
    </svg>
  )
}
