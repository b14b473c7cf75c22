/** @jsxImportSource preact */
import type { PublicLine, PublicSite } from '@fadu/wire';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../api.js';
import { Guide } from '../pages/Guide.js';
import { GuideResult } from '../pages/GuideResult.js';
import { Home } from '../pages/Home.js';
import { Accessibility, Care, NotFound, SiteMap } from '../pages/Plain.js';
import { Track } from '../pages/Track.js';
import { VerifyResult, VerifyStart } from '../pages/Verify.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { Later } from './Later.js';
import { type Address, useAddress } from './router.js';
import { Shell } from './Shell.js';
import { SiteContext, unknownSite } from './site.js';

export function App() {
  const address = useAddress();
  const [site, know] = useState<PublicSite>(unknownSite);
  useEffect(() => {
    // Without an answer the pages work all the same, under a plainer name.
    get<PublicSite>('/public/site').then(know, () => undefined);
  }, []);
  return (
    <SiteContext.Provider value={site}>
      <Shell>{pageAt(address)}</Shell>
    </SiteContext.Provider>
  );
}

/** The page at an address; each has a key of its own, so that nothing of one page stays on the next. */
function pageAt({ path, parts, query }: Address) {
  const [first, second, third] = parts;
  switch (first) {
    case undefined:
      return <Home key={path} />;
    case 'check':
      return second ? <OfLine key={second} code={second} rest={third ?? '1'} page={CheckPage} /> : <NotFound />;
    case 'apply':
      return second ? <OfLine key={second} code={second} rest={third ?? ''} page={ApplyPage} /> : <NotFound />;
    case 'track':
      if (second === 'do' && third) return <Later key={path} page={partyAction} props={{ action: third }} />;
      if (second === 'document' && third) return <Later key={path} page={documentPage} props={{ id: third }} />;
      return second === undefined ? <Track key={path} receipt={query.get('receipt') ?? ''} /> : <NotFound />;
    case 'verify':
      return second ? <VerifyResult key={path} code={second} /> : <VerifyStart key={path} />;
    case 'law': {
      // The long form of an address: /law/L000000-00001/T0048.00/K01.
      const at = query.get('at') ?? parts.slice(2).join('/');
      if (second === undefined) return <Later key={`?${query}`} page={lawSearch} props={lawAsked(query)} />;
      const vs = query.get('vs') ?? '';
      if (vs !== '')
        return (
          <Later
            key={`${second}?${query}`}
            page={lawCompared}
            props={{ code: second, on: query.get('on') ?? '', vs }}
          />
        );
      return <Later key={second} page={lawPage} props={{ code: second, on: query.get('on') ?? '', at }} />;
    }
    case 'reports':
      if (second === undefined) return <Later key={path} page={reports} props={{}} />;
      return third ? <Later key={path} page={reportRead} props={{ unit: second, year: third }} /> : <NotFound />;
    case 'data':
      return second ? (
        <Later key={path} page={indicatorPage} props={{ code: second, report: query.get('report') ?? '' }} />
      ) : (
        <Later key={path} page={openData} props={{ year: query.get('year') ?? '', org: query.get('org') ?? '' }} />
      );
    case 'care':
      return <Care key={path} />;
    case 'accessibility':
      return <Accessibility key={path} />;
    case 'sitemap':
      return <SiteMap key={path} />;
    default:
      return <NotFound key={path} />;
  }
}

interface OfLinePage {
  readonly line: PublicLine;
  readonly rest: string;
}

/** Pages that need the line's description; it is asked for once while one stays with the line. */
function OfLine({ code, rest, page: View }: { code: string; rest: string; page: ComponentType<OfLinePage> }) {
  const asked = useAsk(code, () => get<PublicLine>(`/public/lines/${encodeURIComponent(code)}`));
  if (asked.state !== 'there') return <Waiting asked={asked} title="没有打开" />;
  return <View line={asked.value} rest={rest} />;
}

function CheckPage({ line, rest }: OfLinePage) {
  if (line.publicView.guide.length === 0) return <ApplyPage line={line} rest="" />;
  return rest === 'result' ? <GuideResult line={line} /> : <Guide key={rest} line={line} place={Number(rest) || 1} />;
}

const lawAsked = (query: URLSearchParams) => ({
  q: query.get('q') ?? '',
  kind: query.get('kind') ?? '',
  region: query.get('region') ?? '',
  page: Math.max(1, Number(query.get('page')) || 1),
});

const applying = () => import('../pages/applying.js');
const lawSearch = () => import('../pages/LawSearch.js').then((module) => module.LawSearch);
const lawPage = () => import('../pages/LawPage.js').then((module) => module.LawPage);
const lawCompared = () => import('../pages/LawCompared.js').then((module) => module.LawCompared);
const reports = () => import('../pages/Reports.js').then((module) => module.Reports);
const reportRead = () => import('../pages/ReportRead.js').then((module) => module.ReportRead);
const openData = () => import('../pages/OpenData.js').then((module) => module.OpenDataPage);
const indicatorPage = () => import('../pages/IndicatorPage.js').then((module) => module.IndicatorPage);
const documentPage = () => import('../pages/DocumentPage.js').then((module) => module.DocumentPage);
const partyAction = () => import('../pages/PartyAction.js').then((module) => module.PartyAction);

function ApplyPage({ line, rest }: OfLinePage) {
  const place = Number(rest);
  if (rest === '')
    return <Later key="start" page={() => applying().then((module) => module.ApplyStart)} props={{ line }} />;
  if (rest === 'organ')
    return <Later key={rest} page={() => applying().then((module) => module.ApplyOrgan)} props={{ line }} />;
  if (rest === 'review')
    return <Later key={rest} page={() => applying().then((module) => module.Review)} props={{ line }} />;
  if (rest === 'receipt')
    return (
      <Later key={rest} page={() => applying().then((module) => module.ReceiptPage)} props={{ line: line.code }} />
    );
  if (Number.isInteger(place) && place >= 1 && place <= line.publicView.steps.length)
    return <Later key={rest} page={() => applying().then((module) => module.ApplyStep)} props={{ line, place }} />;
  return <NotFound />;
}
