import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { colors } from '../theme.js';

use([BarChart, GridComponent, AriaComponent, SVGRenderer]);

/** A bar: its height, null where there is no number, and what is written on it instead of the height. */
export interface Bar {
  readonly label: string;
  readonly count: number | null;
  readonly text?: string;
}

/** Bars from 0 with their values on them, drawn as SVG so that they print; returns how to take them away. */
export function drawBars<T extends Bar>(
  box: HTMLElement,
  rows: readonly T[],
  label: string,
  onOpen: (row: T) => void,
): () => void {
  const chart = init(box, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    aria: { enabled: true, label: { description: label }, decal: { show: true } },
    grid: { left: 8, right: 8, top: 24, bottom: 24 },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 },
    xAxis: {
      type: 'category',
      data: rows.map((row) => row.label),
      axisLine: { lineStyle: { color: colors.border } },
      axisTick: { show: false },
      axisLabel: { color: colors.text2, interval: 0, fontSize: 12 },
    },
    yAxis: { type: 'value', min: 0, show: false },
    series: [
      {
        type: 'bar',
        data: rows.map((row) => row.count),
        itemStyle: { color: colors.primary },
        barMaxWidth: 36,
        label: {
          show: true,
          position: 'top',
          color: colors.text,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            rows[dataIndex]?.text ?? String(rows[dataIndex]?.count ?? ''),
        },
      },
    ],
  });
  chart.on('click', (event) => {
    const row = rows[event.dataIndex as number];
    if (row) onOpen(row);
  });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(box);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}
