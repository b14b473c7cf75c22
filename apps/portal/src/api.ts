import type { FileRow, Problem } from '@fadu/wire';

/** An answer other than success, with words for people. */
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
  title: '未联网，没有发出。已填的内容都在本机，联网后再试一次。不会重复。',
};
const BROKEN: Problem = {
  type: 'urn:fadu:fault',
  status: 502,
  title: '抱歉，平台出了问题，不是操作有误。已填的内容都在。请10分钟后再试，或者拨打12348。',
};

const problemOf = (status: number, text: string): Problem => {
  try {
    const json = JSON.parse(text) as Problem;
    return typeof json.title === 'string' ? json : { ...BROKEN, status };
  } catch {
    return { ...BROKEN, status };
  }
};

async function ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      credentials: 'omit',
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, OFFLINE);
  }
  if (!response.ok) throw new ApiError(response.status, problemOf(response.status, await response.text()));
  return response;
}

/** @throws ApiError */
export const get = async <T>(path: string): Promise<T> => (await ask('GET', path)).json() as Promise<T>;
export const post = async <T>(path: string, body: unknown): Promise<T> =>
  (await ask('POST', path, body)).json() as Promise<T>;

/** @throws ApiError */
export const postText = async (path: string, body: unknown): Promise<string> => (await ask('POST', path, body)).text();

/** Fetches a document and hands it to the browser as a download under the name the platform gave it. */
export async function download(path: string, body: unknown, fallbackName: string): Promise<void> {
  const response = await ask(body === undefined ? 'GET' : 'POST', path, body);
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  saveAs(await response.blob(), named ? decodeURIComponent(named) : fallbackName);
}

export function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Sends a file with progress from 0 to 1. @throws ApiError */
export function upload(blob: Blob, name: string, onProgress: (share: number) => void): Promise<FileRow> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/public/files');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new ApiError(0, OFFLINE));
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as FileRow);
      else reject(new ApiError(request.status, problemOf(request.status, request.responseText)));
    };
    const form = new FormData();
    form.append('file', blob, name);
    request.send(form);
  });
}

/** A key under which a command has one effect, however often it is sent. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
