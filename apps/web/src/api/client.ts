import type { Problem } from '@fadu/wire';

/** An answer other than success, with the server's words for people. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.title);
  }
}

const OFFLINE: Problem = {
  type: 'urn:fadu:offline',
  status: 0,
  title: '未联网，没有发出。已填的内容都在，联网后再试。',
};

const UNREADABLE: Problem = {
  type: 'urn:fadu:unreadable',
  status: 502,
  title: '平台暂时没有应答。已填的内容都在，请过几分钟再试。',
};

/** Told when a request finds that nobody is signed in any more. */
export const SIGNED_OUT = 'fadu:signed-out';

/** One request to the platform's API; JSON in, JSON out. @throws ApiError */
async function api<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      credentials: 'same-origin',
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, OFFLINE);
  }
  const json = parse(await response.text());
  if (!response.ok) {
    // The question who one is answers by itself.
    if (response.status === 401 && path !== '/me' && !path.startsWith('/auth/')) dispatchEvent(new Event(SIGNED_OUT));
    throw new ApiError(response.status, (json as Problem | null) ?? UNREADABLE);
  }
  return json as T;
}

/** A proxy in between answers in HTML, which is no answer of ours. */
function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export const get = <T>(path: string): Promise<T> => api<T>('GET', path);
export const post = <T>(path: string, body: unknown): Promise<T> => api<T>('POST', path, body);

/** The words for people of whatever went wrong. */
export const messageOf = (error: unknown, otherwise: string): string =>
  error instanceof ApiError ? error.problem.title : otherwise;

/** Sends a file with progress from 0 to 1. */
export function upload<T>(file: File, onProgress: (share: number) => void, path = '/files'): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new ApiError(0, OFFLINE));
    request.onload = () => {
      const json = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(json as T);
      else reject(new ApiError(request.status, (json as Problem | null) ?? UNREADABLE));
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

/** A key under which a command has one effect, however often it is sent. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
