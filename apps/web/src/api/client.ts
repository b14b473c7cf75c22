import { ApiError, openClient, saveAs } from '@fadu/client';

export { ApiError, newKey } from '@fadu/client';

/** Told when a request finds that nobody is signed in any more. */
export const SIGNED_OUT = 'fadu:signed-out';

const client = openClient(
  'same-origin',
  {
    offline: '未联网，没有发出。已填的内容都在，联网后再试。',
    fault: '平台暂时没有应答。已填的内容都在，请过几分钟再试。',
  },
  (status, path) => {
    // The question who one is answers by itself.
    if (status === 401 && path !== '/me' && !path.startsWith('/auth/')) dispatchEvent(new Event(SIGNED_OUT));
  },
);

export const { get, post } = client;

/** The words for people of whatever went wrong. */
export const messageOf = (error: unknown, otherwise: string): string =>
  error instanceof ApiError ? error.problem.title : otherwise;

/** Sends a file with progress from 0 to 1. @throws ApiError */
export const upload = <T>(file: File, onProgress: (share: number) => void, path = '/files'): Promise<T> =>
  client.upload(path, file, file.name, onProgress);

/** Asks for a file by what is sent, which is then saved under its name. @throws ApiError */
export async function receive(path: string, body: unknown, name: string): Promise<void> {
  saveAs(await (await client.ask('POST', path, body)).blob(), name);
}

/** Sends a file and gets one back, which is then saved under its name. @throws ApiError */
export async function exchange(file: File, path: string, name: string): Promise<void> {
  const form = new FormData();
  form.append('file', file, file.name);
  saveAs(await (await client.ask('POST', path, form)).blob(), name);
}
