// Stands in the bundle for native parts that the SSH library tries to load, and does without where that throws.
throw new Error('Native parts are left out of the bundle.')
