/** Who acts, with the rights held at this moment. Rights come only from posts. */
export type Actor =
  | { readonly kind: 'official'; readonly person: string; readonly name: string; readonly posts: readonly HeldPost[] }
  /** A citizen who showed the query code of this matter, or opens one. */
  | { readonly kind: 'party'; readonly matter?: string }
  | { readonly kind: 'clock' }
  | { readonly kind: 'message'; readonly from: string };

export interface HeldPost {
  readonly post: string;
  readonly org: string;
}

/** The post in which an actor did something, kept with the record. */
export interface ActorRecord {
  readonly kind: Actor['kind'];
  readonly person?: string;
  readonly name?: string;
  readonly post?: string;
  readonly org?: string;
}
