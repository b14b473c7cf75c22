/** Stands in for Node's modules in the browser: empty, so that libraries fall back to what the browser has. */
export {};
