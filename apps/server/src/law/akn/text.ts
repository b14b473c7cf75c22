/** One version of a law as it stands in an Akoma Ntoso file: what a round trip keeps. */
export interface AknText {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly maker: string | null;
  readonly publishedOn: string | null;
  readonly effectiveOn: string;
  readonly endOn: string | null;
  /** What ended it: a later version, or its repeal or lapse. */
  readonly endType: 'amendment' | 'repeal' | null;
  readonly history: readonly { readonly date: string | null; readonly event: string; readonly text: string }[];
  readonly divisions: readonly { readonly path: string; readonly heading: string }[];
  readonly clauses: readonly AknClause[];
}

export interface AknClause {
  readonly locator: string;
  readonly label: string;
  readonly outline: string;
  readonly body: string;
  readonly inner: readonly (readonly [code: string, from: number, to: number])[];
}
