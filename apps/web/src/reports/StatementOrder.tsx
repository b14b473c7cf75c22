import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { newKey } from '../api/client.js';
import { Trouble } from '../Trouble.js';
import type { PaperChapter } from './Chapter.js';
import { useStudio } from './queries.js';
import { moved, type Order, placeAt, putBack, reworded, sameOrder, without } from './statement-order.js';
import { useHeldPointer } from './use-held-pointer.js';

/** The statements of a chapter one below the other, to be moved by pointer, buttons or arrow keys, or left out. */
export function StatementOrder({
  matter,
  chapter: { key: chapter, figures, leftOut },
  onDone,
}: {
  matter: string;
  chapter: PaperChapter;
  onDone: () => void;
}) {
  const [start] = useState<Order>({
    order: figures.map(({ code }) => code),
    leftOut: leftOut.map(({ code }) => code),
    movements: figures.flatMap(({ code, asMovement }) => (asMovement ? [code] : [])),
  });
  const [past, setPast] = useState<readonly Order[]>([]);
  const [now, setNow] = useState(start);
  const [told, setTold] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<string | null>(null);
  const dragged = useRef<{ readonly code: string; readonly before: Order; now: Order } | null>(null);
  const client = useQueryClient();
  const act = useStudio(matter);
  const wordings = new Map(figures.map((one) => [one.code, one.wordings]));
  const texts = new Map(
    [...figures, ...leftOut].map(({ code, text }) => {
      const told = wordings.get(code);
      return [code, (now.movements.includes(code) ? told?.movement : told?.usual) ?? text];
    }),
  );
  const change = (next: Order, words: string) => {
    if (sameOrder(next, now)) return;
    setPast([...past, now]);
    setNow(next);
    setTold(words);
  };
  const move = (code: string, to: number) => {
    const next = moved(now, code, to);
    focus.current = code;
    change(next, `已移到第${next.order.indexOf(code) + 1}句，共${next.order.length}句`);
  };
  useEffect(() => {
    // A row that changes its place in the page loses the focus.
    if (focus.current) list.current?.querySelector<HTMLElement>(`[data-handle="${focus.current}"]`)?.focus();
    focus.current = null;
  });
  const drag = (y: number) => {
    const held = dragged.current!;
    const rows = [...list.current!.children].map((row) => row.getBoundingClientRect());
    const middles = rows.map(({ top, height }) => top + height / 2);
    held.now = moved(held.now, held.code, placeAt(middles, y));
    setNow(held.now);
  };
  const drop = () => {
    const { code, before, now: left } = dragged.current!;
    dragged.current = null;
    if (sameOrder(before, left)) return;
    setPast([...past, before]);
    setTold(`已移到第${left.order.indexOf(code) + 1}句，共${left.order.length}句`);
  };
  const hold = useHeldPointer({ follow: drag, letGo: drop });
  const undo = () => {
    setNow(past.at(-1)!);
    setPast(past.slice(0, -1));
    setTold('已撤销');
  };
  const save = () =>
    act.mutate(
      { path: `/chapters/${chapter}/order`, body: { seen: start.order, ...now, key: newKey() } },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: ['report'] });
          onDone();
        },
      },
    );
  return (
    <section className="report-order no-print" aria-label="调整各句">
      <p className="hint">
        按住左边的把手拖动，或者用方向键、上移、下移。有上年数的，可以写同比，也可以写由多少升（降）至多少。不写入的数不在报告里，可以放回。
      </p>
      <ol ref={list} className="plain-list">
        {now.order.map((code, index) => (
          <li key={code} className={dragged.current?.code === code ? 'dragged' : undefined}>
            <button
              type="button"
              className="report-handle"
              data-handle={code}
              aria-label={`第${index + 1}句，用方向键移动：${texts.get(code)}`}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
                event.preventDefault();
                move(code, index + (event.key === 'ArrowUp' ? -1 : 1));
              }}
              onPointerDown={({ button, clientY }) => {
                if (button !== 0) return;
                dragged.current = { code, before: now, now };
                hold(clientY);
              }}
            >
              <span aria-hidden="true">⠿</span>
            </button>
            <span className="report-order-text">{texts.get(code)}</span>
            <span className="row-actions">
              <Button size="small" disabled={index === 0} onClick={() => move(code, index - 1)}>
                上移
              </Button>
              <Button size="small" disabled={index === now.order.length - 1} onClick={() => move(code, index + 1)}>
                下移
              </Button>
              {wordings.get(code)?.movement && (
                <Button
                  size="small"
                  onClick={() => {
                    const next = reworded(now, code);
                    change(next, `第${index + 1}句改了写法，可以撤销`);
                  }}
                >
                  {now.movements.includes(code) ? '写同比' : '写“由…至…”'}
                </Button>
              )}
              <Button
                size="small"
                type="text"
                onClick={() => change(without(now, code), `“${texts.get(code)}”不写入，可以撤销`)}
              >
                不写入
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {now.leftOut.length > 0 && (
        <>
          <h3>不写入的数（{now.leftOut.length}）</h3>
          <ul className="plain-list">
            {now.leftOut.map((code) => (
              <li key={code}>
                <span className="report-order-text">{texts.get(code)}</span>
                <Button size="small" onClick={() => change(putBack(now, code), `“${texts.get(code)}”已放回最后一句`)}>
                  放回
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {act.error && <Trouble error={act.error} />}
      <div className="row-actions report-order-foot">
        <Button type="primary" disabled={sameOrder(now, start)} loading={act.isPending} onClick={save}>
          保存调整
        </Button>
        <Button disabled={past.length === 0} onClick={undo}>
          撤销
        </Button>
        <Button type="text" onClick={onDone}>
          不改了
        </Button>
        <span className="meta" role="status">
          {told}
        </span>
      </div>
    </section>
  );
}
