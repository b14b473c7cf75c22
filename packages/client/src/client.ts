import type { Problem } from '@fadu/wire';

/** An answer other than success, with words for people. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.title);
  }
}

/** What a screen says where the platform itself said nothing. */
export interface ClientWords {
  /** Nothing was sent: no network. */
  readonly offline: string;
  /** An answer that is none of ours: a proxy's page, a server that fell. */
  readonly fault: string;
}

export interface Client {
  /** The answer as it came, for texts and files; a body is JSON, or a form with a file. @throws ApiError */
  ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response>;
  /** @throws ApiError */
  get<T>(path: string): Promise<T>;
  /** @throws ApiError */
  post<T>(path: string, body: unknown): Promise<T>;
  /** Sends a file with progress from 0 to 1. @throws ApiError */
  upload<T>(path: string, file: Blob, name: string, onProgress: (share: number) => void): Promise<T>;
}

/**
 * Requests from a screen to the platform, JSON in and out.
 * @param onRefused told of every answer that is no success, before it is thrown.
 */
export function openClient(
  credentials: RequestCredentials,
  words: ClientWords,
  onRefused: (status: number, path: string) => void = () => undefined,
): Client {
  const offline = () => new ApiError(0, { type: 'urn:fadu:offline', status: 0, title: words.offline });
  const refused = (status: number, path: string, text: string): ApiError => {
    onRefused(status, path);
    const problem = parse(text) as Problem | undefined;
    const title = typeof problem?.title === 'string';
    return new ApiError(status, title ? problem! : { type: 'urn:fadu:fault', status, title: words.fault });
  };
  const read = <T>(status: number, text: string): T => {
    const json = text === '' ? null : parse(text);
    if (json === undefined) throw new ApiError(status, { type: 'urn:fadu:fault', status: 502, title: words.fault });
    return json as T;
  };

  async function ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(`/api${path}`, {
        method,
        credentials,
        ...(body instanceof FormData
          ? { body }
          : body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
    } catch {
      throw offline();
    }
    if (!response.ok) throw refused(response.status, path, await response.text());
    return response;
  }

  async function asked<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const response = await ask(method, path, body);
    return read(response.status, await response.text());
  }

  return {
    ask,
    get: (path) => asked('GET', path),
    post: (path, body) => asked('POST', path, body),
    upload: <T>(path: string, file: Blob, name: string, onProgress: (share: number) => void) =>
      new Promise<T>((resolve, reject) => {
        // fetch tells nothing of how much has been sent.
        const request = new XMLHttpRequest();
        request.open('POST', `/api${path}`);
        request.withCredentials = credentials === 'include';
        request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
        request.onerror = () => reject(offline());
        request.onload = () => {
          const { status, responseText } = request;
          try {
            if (status < 200 || status >= 300) throw refused(status, path, responseText);
            resolve(read<T>(status, responseText));
          } catch (error) {
            reject(error);
          }
        };
        const form = new FormData();
        form.append('file', file, name);
        request.send(form);
      }),
  };
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
