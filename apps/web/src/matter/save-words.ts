import { clockTime } from '../drafts.js';
import type { SaveState } from './use-draft.js';

/** How a draft stands: 草稿已存09:31. */
export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'none':
      return '';
    case 'dirty':
      return '正在保存';
    case 'kept':
      return `草稿已存${clockTime(state.at)}`;
    case 'failed':
      return '草稿没有存成：本机存储已满或者被关闭';
  }
}
