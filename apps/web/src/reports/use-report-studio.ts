import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.js';
import { type ReportAddress, reportPath, studioQuery } from './queries.js';

/** The studio at the address of a report, without its figures; `missing`: nobody has begun it. */
export function useReportStudio(address: ReportAddress) {
  const found = useQuery({
    queryKey: ['report-matter', address.org, address.year],
    queryFn: () => get<{ matter: string | null }>(`${reportPath(address)}/matter`),
    retry: false,
  });
  const matter = found.data?.matter ?? undefined;
  const studio = useQuery({ ...studioQuery(matter ?? ''), enabled: matter !== undefined });
  return {
    studio: studio.data,
    missing: found.data?.matter === null,
    error: found.error ?? studio.error,
  };
}
