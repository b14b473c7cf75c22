import { benchFigures } from '../../packages/figures/score/bench.js';
import { benchLawtext } from '../../packages/lawtext/score/bench.js';
import type { Measured } from './figure.js';

/** Reading legal texts; needs the reference texts beside the project. */
export const measureLawtext = (): Measured => benchLawtext();

/** Reading published reports, on invented sentences. */
export function measureFigures(): Measured {
  const { bytes, figures, megabytesPerSecond } = benchFigures();
  return {
    title: 'Reading published reports',
    note: `${(bytes / 1e6).toFixed(1)} MB of invented report sentences with ${figures} figures, best of five runs.`,
    figures: [
      {
        name: 'read',
        value: `${megabytesPerSecond.toFixed(1)} MB/s`,
        budget: '≥ 10 MB/s',
        kept: megabytesPerSecond >= 10,
      },
    ],
  };
}
