import type { BasisText } from '@fadu/procedure';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { lineQuery, matterQuery, meQuery } from '../api/queries.js';
import { BasisPanel } from '../matter/BasisPanel.js';
import { BasisContext } from '../matter/basis.js';
import { Clocks } from '../matter/Clocks.js';
import { Doable } from '../matter/Doable.js';
import { Documents } from '../matter/Documents.js';
import { Identity } from '../matter/Identity.js';
import { markSeen } from '../matter/neighbours.js';
import { Pending } from '../matter/Pending.js';
import { PrintFoot } from '../matter/PrintFoot.js';
import { resultQuery } from '../matter/result.js';
import { Section } from '../matter/Section.js';
import { countOf, type ListPart, sectionsOf } from '../matter/sections.js';
import { Timeline } from '../matter/Timeline.js';
import { Undelivered } from '../matter/Undelivered.js';
import { Items, Value, Values } from '../matter/Value.js';
import { usePageTitle } from '../page-title.js';
import { useAltKey } from '../shell/shortcuts.js';
import { Trouble, Waiting } from '../Trouble.js';

/** One scroll with an outline: identity and actions stay in view, everything else is one page that prints. */
export function MatterPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data: matter, error, refetch } = useQuery(matterQuery(id));
  const { data: line } = useQuery({ ...lineQuery(matter?.line ?? ''), enabled: matter !== undefined });
  const { data: me } = useQuery(meQuery);
  const { data: result } = useQuery(resultQuery(id));
  const [panel, setPanel] = useState(() => window.innerWidth >= 1280);
  const [chosen, setChosen] = useState<BasisText | null>(null);
  const openBasis = useCallback((basis: BasisText) => {
    setChosen(basis);
    setPanel(true);
  }, []);
  usePageTitle(matter ? (matter.number ?? `收件${matter.receipt}`) : undefined);
  useEffect(() => markSeen(id), [id]);
  const toDoable = useCallback(() => document.querySelector<HTMLElement>('.actions a, .actions button')?.focus(), []);
  const togglePanel = useCallback(() => setPanel((before) => !before), []);
  useAltKey('KeyA', toDoable);
  useAltKey('KeyB', togglePanel);
  if (error && !matter)
    return (
      <>
        <h1>没有找到</h1>
        <Trouble error={error} onRetry={() => void refetch()} />
        <p>
          <Link to="/todo">回到待办</Link>
        </p>
      </>
    );
  if (!matter || !line || !me) return <Waiting what="打开案件" />;
  const { overview, parties, groups, evidence, records } = sectionsOf(line, matter.data);
  const part = { names: matter.names, matter: id };
  const outline: readonly (readonly [string, string, number?])[] = [
    ...(matter.undelivered.length > 0 ? [['undelivered', '没有送到', matter.undelivered.length] as const] : []),
    ...(matter.pending ? [['pending', '待审批'] as const] : []),
    ['doable', '可办事项', matter.actions.filter((one) => one.status === 'possible').length],
    ['clocks', '期限', matter.clocks.length],
    ['overview', '概况'],
    ...(parties.length > 0 ? [['parties', '当事人', countOf(parties)] as const] : []),
    ...groups.map(({ key, spec }) => [`g-${key}`, spec.label] as const),
    ...(evidence.length > 0 ? [['evidence', '证据', countOf(evidence)] as const] : []),
    ...records.map(({ key, spec, items }) => [`r-${key}`, spec.label, items.length] as const),
    ['documents', '文书', matter.documents.length],
    ['timeline', '办理经过', matter.timeline.length],
    ...(matter.links.length > 0 ? [['links', '关联', matter.links.length] as const] : []),
  ];
  const lists = (parts: readonly ListPart[]) =>
    parts.map(({ key, spec, items }) => (
      <div key={key} className="part">
        <h3>
          {spec.label} {items.length}
        </h3>
        <Items spec={spec} items={items} path={key} {...part} />
      </div>
    ));
  return (
    <BasisContext.Provider value={openBasis}>
      <Identity matter={matter} line={line} me={me} onBases={togglePanel} />
      {error && <Trouble error={error} kept="此前" onRetry={() => void refetch()} />}
      <div className={panel ? 'matter with-panel' : 'matter'}>
        <nav className="outline" aria-label="本页目录">
          {outline.map(([key, name, count]) => (
            <a key={key} href={`#${key}`}>
              {name} {count ?? ''}
            </a>
          ))}
        </nav>
        <div className="matter-body">
          {matter.undelivered.length > 0 && (
            <Section id="undelivered" name={`没有送到其他业务 ${matter.undelivered.length}`} always>
              <Undelivered matter={matter} />
            </Section>
          )}
          {matter.pending && <Pending key={matter.revision} matter={matter} line={line} today={me.today} />}
          <Section id="doable" name="可办事项" always>
            <Doable matter={matter} />
          </Section>
          <Section id="clocks" name={`期限 ${matter.clocks.length}`}>
            <Clocks clocks={matter.clocks} matter={id} today={me.today} />
          </Section>
          <Section id="overview" name="概况">
            <Values fields={overview} data={matter.data} around={matter.data} {...part} />
          </Section>
          {parties.length > 0 && (
            <Section id="parties" name={`当事人 ${countOf(parties)}`}>
              {lists(parties)}
            </Section>
          )}
          {groups.map(({ key, spec, value }) => (
            <Section key={key} id={`g-${key}`} name={spec.label}>
              <Value spec={spec} value={value} path={key} {...part} />
            </Section>
          ))}
          {evidence.length > 0 && (
            <Section id="evidence" name={`证据 ${countOf(evidence)}`}>
              {lists(evidence)}
            </Section>
          )}
          {records.map(({ key, spec, items }) => (
            <Section key={key} id={`r-${key}`} name={`${spec.label} ${items.length}`}>
              <Items spec={spec} items={items} path={key} {...part} />
            </Section>
          ))}
          <Section id="documents" name={`文书 ${matter.documents.length}`}>
            <Documents matter={matter} />
          </Section>
          <Section id="timeline" name={`办理经过 ${matter.timeline.length}`} always>
            <Timeline entries={matter.timeline} matter={id} result={result ?? null} />
          </Section>
          {matter.links.length > 0 && (
            <Section id="links" name="关联">
              <ul className="plain-list">
                {matter.links.map((link) => (
                  <li key={link.id}>
                    <Link to="/matters/$id" params={{ id: link.id }}>
                      {link.lineName} <span className="nb">{link.number ?? ''}</span> {link.title}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
        <BasisPanel matter={matter} chosen={chosen} today={me.today} open={panel} onClose={togglePanel} />
      </div>
      <PrintFoot me={me} name={`案件·${matter.number ?? `收件${matter.receipt}`}`} />
      <Outlet />
    </BasisContext.Provider>
  );
}
