import type { MatterList } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { countQuery, type ListFilter, listParams } from '../api/queries.js';
import { totalWords } from '../words.js';

/** How many there are; where the platform did not count to the end, the exact number on request. */
export function Total({ list, filter }: { list: Pick<MatterList, 'total' | 'exact'>; filter: ListFilter }) {
  const [askedFor, setAskedFor] = useState('');
  const which = listParams(filter);
  const counted = useQuery({ ...countQuery(filter), enabled: !list.exact && askedFor === which });
  if (counted.data) return totalWords(counted.data.total, true);
  return (
    <>
      {totalWords(list.total, list.exact)}
      {!list.exact && (
        <Button type="link" size="small" loading={counted.isFetching} onClick={() => setAskedFor(which)}>
          {counted.error ? '没有数成，再试一次' : '看准确件数'}
        </Button>
      )}
    </>
  );
}
