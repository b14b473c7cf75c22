import { grouped } from '../words.js';

/** Pages of a list; nothing when one is enough. */
export function Pages({
  page,
  total,
  size,
  unit,
  onPage,
}: {
  /** From 1. */
  page: number;
  total: number;
  size: number;
  unit: string;
  onPage: (page: number) => void;
}) {
  const pages = Math.max(1, Math.ceil(total / size));
  if (pages <= 1 && page <= 1) return null;
  return (
    <nav className="law-pages" aria-label="翻页">
      <button type="button" className="button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        前一页
      </button>
      <span className="meta" role="status">
        第{page}页，共{pages}页{grouped(total)}
        {unit}
      </span>
      <button type="button" className="button" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        后一页
      </button>
    </nav>
  );
}
