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
  /** What it is compared with: stands beside it, hatched. */
  readonly before?: { readonly count: number | null; readonly text: string };
}

export interface Drawn {
  /** The chart alone, as a picture of its present size. */
  svg(): string;
  remove(): void;
}

/** Beyond so many labels there is no room for a number on each bar of both series. */
const ROOM_FOR_BOTH = 6;
/** Signs of a label beside a lying bar; longer ones break. */
const LABEL_WIDTH = 132;

/**
 * Bars from 0 with their values on them, drawn as SVG so that they print; told apart by pattern, not by colour alone.
 * `lying`: long names stand beside the bars.
 */
export function drawBars<T extends Bar>(
  box: HTMLElement,
  rows: readonly T[],
  label: string,
  onOpen: (row: T) => void,
  { lying = false }: { readonly lying?: boolean } = {},
): Drawn {
  const chart = init(box, null, { renderer: 'svg' });
  const both = rows.some((row) => row.before !== undefined);
  const names = {
    type: 'category' as const,
    data: rows.map((row) => row.label),
    inverse: lying,
    axisLine: { lineStyle: { color: colors.border } },
    axisTick: { show: false },
    axisLabel: {
      color: colors.text2,
      interval: 0,
      fontSize: 12,
      ...(lying && { width: LABEL_WIDTH, overflow: 'break' as const, lineHeight: 14 }),
    },
  };
  const values = { type: 'value' as const, min: 0, show: false };
  const series = (
    of: (row: T) => { readonly count: number | null; readonly text?: string } | undefined,
    main: boolean,
  ) => ({
    type: 'bar' as const,
    data: rows.map((row) => of(row)?.count ?? null),
    itemStyle: main
      ? { color: colors.primary }
      : {
          color: '#fff',
          borderColor: colors.text2,
          borderWidth: 1,
          decal: { symbol: 'rect', color: colors.text2, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 },
        },
    barMaxWidth: lying ? 18 : 36,
    barGap: '10%',
    label: {
      show: main || rows.length <= ROOM_FOR_BOTH || lying,
      position: lying ? ('right' as const) : ('top' as const),
      color: main ? colors.text : colors.text2,
      fontSize: 12,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const row = rows[dataIndex];
        const bar = row && of(row);
        return bar?.text ?? String(bar?.count ?? '');
      },
    },
  });
  chart.setOption({
    animation: false,
    aria: { enabled: true, label: { description: label }, decal: { show: both } },
    grid: lying
      ? { left: 8, right: 64, top: 4, bottom: 4, containLabel: true }
      : { left: 8, right: 8, top: 24, bottom: 24 },
    // Single quotes: the picture puts the names of fonts into an attribute.
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily.replaceAll('"', "'"), fontSize: 12 },
    ...(lying ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values }),
    series: [...(both ? [series((row) => row.before, false)] : []), series((row) => row, true)],
  });
  chart.on('click', (event) => {
    const row = rows[event.dataIndex as number];
    if (row) onOpen(row);
  });
  // A page of paper is narrower than the screen and asks for no other drawing: the picture shrinks with it.
  const scale = () => {
    const svg = box.querySelector('svg');
    if (!svg) return;
    svg.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
    for (const { style } of [svg, svg.parentElement ?? svg]) Object.assign(style, { width: '100%', height: 'auto' });
    svg.style.position = 'static';
  };
  scale();
  const observer = new ResizeObserver(() => {
    chart.resize();
    scale();
  });
  observer.observe(box);
  return {
    svg: () => chart.renderToSVGString(),
    remove: () => {
      observer.disconnect();
      chart.dispose();
    },
  };
}
