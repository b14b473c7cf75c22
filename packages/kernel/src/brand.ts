declare const brand: unique symbol;

/** A value that carries its meaning in its type, so that two strings cannot be swapped by mistake. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** UUIDv7, made in the application. */
export type MatterId = Brand<string, 'MatterId'>;
export type OrgId = Brand<string, 'OrgId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type FileId = Brand<string, 'FileId'>;
export type DocumentId = Brand<string, 'DocumentId'>;
/** GB/T 2260 six digits, or nine for a township (GB/T 10114). */
export type RegionCode = Brand<string, 'RegionCode'>;
