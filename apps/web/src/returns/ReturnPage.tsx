import type { Me } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { meQuery } from '../api/queries.js';
import { PrintFoot } from '../matter/PrintFoot.js';
import { usePageTitle } from '../page-title.js';
import { StateTag } from '../StateTag.js';
import { Trouble, Waiting } from '../Trouble.js';
import { BeginReturn } from './BeginReturn.js';
import { returnQuery } from './queries.js';
import { ReturnForm, type Told } from './ReturnForm.js';
import { StatusBoard } from './StatusBoard.js';
import './returns.css';

/** Returns of a period: the form of a unit, or for who checks them where all units stand. */
export function ReturnPage() {
  const { period } = useParams({ strict: false }) as { period: string };
  const { unit, org } = useSearch({ strict: false }) as { unit?: string; org?: string };
  const { data: me } = useQuery(meQuery);
  if (!me) return <Waiting what="打开填报表" />;
  const fills = me.returns?.fills[0];
  const checks = me.returns?.checks[0];
  const shown = unit ?? (org === undefined ? fills : undefined);
  if (shown !== undefined)
    return <OneReturn key={`${shown} ${period}`} unit={shown} period={period} me={me} checks={checks} />;
  return <StatusBoard org={org ?? checks ?? me.posts[0]?.org ?? ''} period={period} me={me} />;
}

function OneReturn({ unit, period, me, checks }: { unit: string; period: string; me: Me; checks: string | undefined }) {
  const { data, error, refetch } = useQuery(returnQuery(unit, period));
  const [told, setTold] = useState<Told>();
  usePageTitle('填报', data?.period.name, data?.unit.name);
  return (
    <>
      <div className="page-head">
        <h1>{data ? `${data.unit.name}${data.period.name}填报表` : '填报表'}</h1>
        {data?.matter && <StateTag name={data.matter.stateName} tone={data.matter.tone} />}
        <span className="push meta no-print">
          {checks !== undefined && (
            <Link to="/returns/$period" params={{ period }} search={{ org: checks } as never}>
              各单位报送情况
            </Link>
          )}{' '}
          <Link to="/returns">全部填报表</Link>
        </span>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="读取填报表" />}
      {data?.matter && (
        // What was kept on the device belongs to one revision: another begins anew.
        <ReturnForm
          key={`${data.matter.id} ${data.matter.revision}`}
          view={data}
          matter={data.matter}
          me={me}
          told={told}
          onTold={setTold}
        />
      )}
      {data && !data.matter && (data.mayBegin ? <BeginReturn view={data} me={me} /> : <p>这个单位还没有开始填报。</p>)}
      <PrintFoot me={me} name="填报表" />
    </>
  );
}
