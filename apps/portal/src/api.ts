import { openClient, saveAs } from '@fadu/client';
import type { FileRow } from '@fadu/wire';

export { ApiError, newKey, saveAs } from '@fadu/client';

const client = openClient('omit', {
  offline: '未联网，没有发出。已填的内容都在本机，联网后再试一次。不会重复。',
  fault: '抱歉，平台出了问题，不是操作有误。已填的内容都在。请10分钟后再试，或者拨打12348。',
});

export const { get, post } = client;

/** @throws ApiError */
export const postText = async (path: string, body: unknown): Promise<string> =>
  (await client.ask('POST', path, body)).text();

/** Fetches a document and hands it to the browser as a download under the name the platform gave it. @throws ApiError */
export async function download(path: string, body: unknown, fallbackName: string): Promise<void> {
  const response = await client.ask(body === undefined ? 'GET' : 'POST', path, body);
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  saveAs(await response.blob(), named ? decodeURIComponent(named) : fallbackName);
}

/** Sends a file with progress from 0 to 1. @throws ApiError */
export const upload = (blob: Blob, name: string, onProgress: (share: number) => void): Promise<FileRow> =>
  client.upload('/public/files', blob, name, onProgress);
