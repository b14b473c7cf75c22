import type { ClockView } from '@fadu/wire';
import { Link } from '@tanstack/react-router';

/** The points the law leaves open on which a clock rests, each with its value and the way to it. */
export function RestsOn({ clock }: { clock: Pick<ClockView, 'rests'> }) {
  return clock.rests.map(({ code, name, value }) => (
    <span className="meta rests-on" key={code}>
      {' '}
      ※
      <Link to="/settings" search={{ code } as never}>
        {name}
      </Link>
      ：{value}
    </span>
  ));
}
