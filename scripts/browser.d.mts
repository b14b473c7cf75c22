export interface FoundBrowser {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
}
export const BROWSER_FLAGS: readonly string[];
export function findBrowser(): Promise<FoundBrowser>;
