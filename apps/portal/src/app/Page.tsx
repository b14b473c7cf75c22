/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Pieces } from '../parts/Pieces.js';
import { Link } from './Link.js';
import { useSite } from './site.js';

interface PageProps {
  readonly title: string;
  /** The page one came from; absent: no way back is offered. */
  readonly back?: string;
  /** Small line over the title: which matter this belongs to. */
  readonly over?: string;
  /** Problems on the page, counted in the window's title. */
  readonly faults?: number;
  /** Room for a side column on wide screens. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

let first = true;

/** The frame of every page: its title in the window and as the one h1, which takes the focus when the page changes. */
export function Page({ title, back, over, faults = 0, wide = false, children }: PageProps) {
  const site = useSite();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${faults > 0 ? `有${faults}处需要修改：` : ''}${title}${over ? `·${over}` : ''} - ${site.name}`;
  }, [title, over, faults, site.name]);
  // The title names the page: when it changes, so has the page. At once, not after it was painted: whoever is quick to
  // press something on the new page would have it moved away under the finger.
  useLayoutEffect(() => {
    if (!first) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    first = false;
  }, [title, over]);
  return (
    <div class={wide ? 'frame wide' : 'frame'}>
      <main id="main" class="wrap">
        {back !== undefined && (
          <p class="way">
            <Link to={back} class="back">
              <span aria-hidden="true">‹ </span>返回
            </Link>
          </p>
        )}
        {over && <p class="over">{over}</p>}
        <h1 tabIndex={-1} ref={heading}>
          <Pieces text={title} />
        </h1>
        {children}
      </main>
      {!wide && <Help />}
    </div>
  );
}

/** Beside the column where there is room; the foot says the same everywhere. */
function Help() {
  const site = useSite();
  return (
    <aside class="help" aria-label="需要帮助">
      <h2>需要帮助</h2>
      <p>
        法律服务热线
        <br />
        <a href="tel:12348">12348</a>，24小时
      </p>
      {site.phone && (
        <p>
          {site.host ?? site.name}
          <br />
          <a href={`tel:${site.phone}`}>{site.phone}</a>
        </p>
      )}
    </aside>
  );
}
