import type { ReportView, StudioView } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { newKey, post } from '../api/client.js';
import { Trouble } from '../Trouble.js';
import { type ReportAddress, reportQuery, studioQuery } from './queries.js';

interface SettleProps {
  readonly report: ReportView;
  readonly studio: StudioView;
  readonly address: ReportAddress;
}

/** Settles words and figures as they are on the screen; what is not in order is said in the words of the rule. */
export function Settle({ report, studio, address }: SettleProps) {
  const { matter } = studio;
  const client = useQueryClient();
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const settle = async () => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await post(`/reports/${matter}/freeze`, {
        key: newKey(),
        seen: { version: studio.version, digest: report.digest },
      });
    } catch (error) {
      setTrouble(error);
    } finally {
      // Also after a refusal: what changed since is then on the screen.
      await client.invalidateQueries({ queryKey: reportQuery(address).queryKey });
      await client.invalidateQueries({ queryKey: studioQuery(matter).queryKey });
      setBusy(false);
    }
  };
  return (
    <section className="board no-print">
      <h2>数据定稿</h2>
      <p>
        定稿后，正文、数据和来源一并存证，交合法性审核和保密审查。此后数据有变动的，报告不跟着变，会在这里标明。公开后只能发更正。
      </p>
      <Button type="primary" loading={busy} onClick={() => void settle()}>
        {busy ? '正在定稿…' : '数据定稿'}
      </Button>
      {trouble !== undefined && <Trouble error={trouble} />}
    </section>
  );
}
