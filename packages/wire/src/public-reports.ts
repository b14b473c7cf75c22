/** What there is to read: years of open data, the newest first, and how many reports. */
export interface PublicHoldings {
  readonly years: readonly number[];
  readonly reports: number;
}

/** A yearly report that is public: where one reads it. */
export interface PublicReportRow {
  readonly unit: string;
  readonly name: string;
  readonly year: number;
  readonly publishedOn: string;
  readonly place: string;
  readonly address: string;
  /** Whether it can be read here; otherwise only there. */
  readonly here: boolean;
}

export interface PublicReportFigure {
  readonly code: string;
  readonly name: string;
  /** As it stands in the text. */
  readonly written: string;
  readonly counted: string;
  readonly base: string | null;
  readonly source: 'records' | 'returns' | 'override';
  readonly origin: string;
}

/** A report as it was made public: words and figures as they were settled. */
export interface PublicReport {
  readonly unit: string;
  readonly name: string;
  readonly year: number;
  readonly title: string;
  readonly publishedOn: string;
  readonly address: string;
  readonly digest: string;
  /** The code under which the paper is verified. */
  readonly code: string | null;
  readonly chapters: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
  readonly figures: readonly PublicReportFigure[];
  readonly errata: readonly ReportErratum[];
}

/** What was put right after publication; the text stays as it was published. */
export interface ReportErratum {
  readonly on: string;
  readonly was: string;
  readonly now: string;
  readonly reason: string;
  /** Where it was made known. */
  readonly address: string | null;
}

/** What an indicator is, for everybody, and which reports state it. */
export interface PublicIndicator {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly domain: string;
  readonly counted: string;
  readonly base: string | null;
  /** Computed from records, or collected by returns. */
  readonly source: 'records' | 'returns';
  readonly versions: readonly { readonly version: number; readonly from: string; readonly counted: string }[];
  readonly stated: readonly {
    readonly unit: string;
    readonly name: string;
    readonly year: number;
    readonly written: string;
  }[];
}

export interface PublicIndicatorRow {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly domain: string;
  readonly source: 'records' | 'returns';
}
