import type { BoardBar } from '@fadu/wire';

const [WIDTH, HEIGHT, GAP] = [120, 22, 2];

/** The course of a figure, small: bars from 0, a dot where there is no number. The panel and its table say it in numbers. */
export function Sparkline({ bars }: { bars: readonly BoardBar[] }) {
  const known = bars.flatMap(({ height }) => (height === null ? [] : [height]));
  const most = Math.max(...known, 0);
  if (known.length < 2 || most === 0) return null;
  const step = WIDTH / bars.length;
  const words = bars.map(({ label, text }) => `${label}${text}`).join('，');
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`走势：${words}`}>
      <title>{words}</title>
      {bars.map(({ label, height }, index) =>
        height === null ? (
          <circle key={label} cx={index * step + step / 2} cy={HEIGHT - 1.5} r={1} />
        ) : (
          <rect
            key={label}
            x={index * step}
            y={HEIGHT - Math.max(1, (height / most) * HEIGHT)}
            width={step - GAP}
            height={Math.max(1, (height / most) * HEIGHT)}
          />
        ),
      )}
    </svg>
  );
}
