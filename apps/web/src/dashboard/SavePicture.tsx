import { Button } from 'antd';
import { type RefObject, useState } from 'react';
import { messageOf } from '../api/client.js';
import { type Frame, framedSvg, savePicture } from './chart-picture.js';
import type { Drawn } from './draw-bars.js';

/** Saves the chart that is drawn, with title, source and as-of around it; `frame` is asked for when it is saved. */
export function SavePicture({ drawn, frame }: { drawn: RefObject<Drawn | null>; frame: () => Frame }) {
  const [trouble, setTrouble] = useState<string>();
  const save = (as: 'svg' | 'png') => {
    if (!drawn.current) return;
    const around = frame();
    const font = getComputedStyle(document.body).fontFamily;
    savePicture(framedSvg(drawn.current.svg(), around, font), around.title, as).then(
      () => setTrouble(undefined),
      (error) => setTrouble(messageOf(error, '图片没有存成。可以改存SVG，或者导出Excel。')),
    );
  };
  return (
    <>
      <p className="no-print panel-save">
        <Button size="small" onClick={() => save('png')}>
          存图（PNG）
        </Button>
        <Button size="small" onClick={() => save('svg')}>
          存图（SVG）
        </Button>
      </p>
      {trouble && (
        <p role="alert" className="error-text">
          {trouble}
        </p>
      )}
    </>
  );
}
