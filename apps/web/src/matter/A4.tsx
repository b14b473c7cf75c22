import { useEffect, useRef, useState } from 'react';

/** Width and height of the sheet in CSS pixels at 96 per inch. */
const SHEET = { width: 794, height: 1123 };

/** A document as its A4 sheet, made as wide as there is room. */
export function A4({ title, src, html }: { title: string; src?: string; html?: string }) {
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const fit = () => setScale(Math.min(1, element.clientWidth / SHEET.width));
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={room} className="sheet-room" style={{ height: SHEET.height * scale }}>
      <iframe
        title={title}
        className="sheet"
        style={{ width: SHEET.width, height: SHEET.height, transform: `scale(${scale})` }}
        {...(src !== undefined && { src })}
        {...(html !== undefined && {
          sandbox: '',
          srcDoc: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body style="margin:0;background:#fff">${html}</body></html>`,
        })}
      />
    </div>
  );
}
