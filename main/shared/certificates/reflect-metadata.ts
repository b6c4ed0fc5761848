// tsyringe, inside @peculiar/x509, refuses to load without these functions and finds nothing with them either way.
if (!('getMetadata' in Reflect)) {
  Object.assign(Reflect, {
    getMetadata: () => undefined,
    getOwnMetadata: () => undefined,
    defineMetadata: () => undefined,
  })
}
