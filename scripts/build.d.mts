/** Builds everything there is; false when a part could not be built. */
export function buildAll(): Promise<boolean>;
