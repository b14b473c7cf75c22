import { fullText, type LawNode } from '../tree/node.js';

export const IGNORED = /[\s\u200b，。；：、！？“”‘’「」《》〈〉（）()〔〕[\],.;:!?"'—…·-]/g;

/** The words of a node as comparisons see them: without punctuation and blanks. */
export const comparable = (source: string, node: LawNode): string => fullText(source, node).replace(IGNORED, '');
