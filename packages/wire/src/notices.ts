/** What reaches a person beside their duties, until they have taken note. */
export interface NoticeView {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  /** Who reminds; null: the platform, by the day. */
  readonly from: string | null;
  /** Address within the workbench. */
  readonly link: string;
  readonly at: string;
}
