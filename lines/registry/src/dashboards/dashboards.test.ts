import { checkDashboards, type Dashboard, rolledFormulas } from '@fadu/indicator';
import { describe, expect, it } from 'vitest';
import { catalogue, dashboards, formulas, lines } from '../index.js';

const faultsOf = (board: Dashboard): string[] => checkDashboards([board], catalogue, formulas, lines);

describe('boards', () => {
  it('name only indicators there are, and fields their records have', () =>
    expect(checkDashboards(dashboards, catalogue, formulas, lines)).toEqual([]));

  it('have sums kept for every value of the fields by which they divide', () => {
    const panels = dashboards.flatMap(({ panels }) =>
      panels.flatMap((panel) => (panel.kind === 'field' ? [panel] : [])),
    );
    expect(panels.length).toBeGreaterThan(3);
    const { sidesOf } = rolledFormulas(formulas);
    for (const { code, by } of panels)
      for (const version of formulas[code]!)
        for (const { moment } of sidesOf(code, version, 'main')!)
          expect(
            moment.by.map(({ field }) => field),
            `${code} by ${by}`,
          ).toContain(by);
  });

  it('that name what is not there are found when the platform starts', () => {
    const board: Dashboard = {
      key: 'reconsideration',
      name: '样例',
      purpose: '样例。',
      figures: ['no.such'],
      panels: [
        { kind: 'field', code: 'mediation.cases', by: 'kind' },
        { kind: 'field', code: 'reconsideration.accepted', by: 'applicants' },
        { kind: 'field', code: 'reconsideration.accepted', by: 'act.kind' },
      ],
    };
    expect(faultsOf(board)).toEqual([
      'reconsideration: is the address of a line',
      'reconsideration: no indicator no.such',
      'reconsideration: no records behind mediation.cases',
      'reconsideration: reconsideration.accepted is not divided by applicants',
    ]);
    const [first] = dashboards;
    expect(checkDashboards([first!, first!], catalogue, formulas, lines)).toContain('overview: stands twice');
  });
});
