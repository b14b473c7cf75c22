import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { usePageTitle } from '../page-title.js';
import { Findings } from '../reading/Findings.js';
import { findingsQuery } from '../reading/queries.js';
import { Trouble } from '../Trouble.js';
import { ReportHead } from './ReportHead.js';
import { Sources } from './Sources.js';
import { useReportStudio } from './use-report-studio.js';
import './reports.css';

/** What does not agree in a report: with itself, its data, last year, the superior, reports that were read. */
export function ChecksPage() {
  const address = useParams({ strict: false }) as { org: string; year: string };
  const { studio, error } = useReportStudio(address);
  const client = useQueryClient();
  usePageTitle('核查', studio?.unit.name);
  const of = `report:${address.org}/${address.year}`;
  return (
    <>
      <ReportHead address={address} studio={studio} page="checks" />
      {error && <Trouble error={error} />}
      {studio && (
        <Sources
          studio={studio}
          onChange={() => void client.invalidateQueries({ queryKey: findingsQuery(of).queryKey })}
        />
      )}
      {studio?.may.write && (
        <p className="hint">“错误”是不可能的数，要修改，或者说明不改的理由，才能定稿。“存疑”的请核对。</p>
      )}
      {!error && <Findings of={of} />}
    </>
  );
}
