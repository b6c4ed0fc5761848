import { Fragment } from 'react'

/** A fingerprint as `AB:CD:…`, which breaks between two bytes and never within one, because people compare it byte by byte. */
export function Fingerprint({ of }: { readonly of: string }) {
  const bytes = of.split(':')
  return bytes.map((byte, index) => (
    // A fingerprint never changes its bytes.
    <Fragment key={`${index} ${byte}`}>
      {byte}
      {index < bytes.length - 1 && (
        <>
          :<wbr />
        </>
      )}
    </Fragment>
  ))
}
