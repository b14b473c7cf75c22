import type { QualificationsView, QualifiedPerson } from '@fadu/wire';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../api/client.js';
import { usePageTitle } from '../page-title.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { momentWords } from '../words.js';
import { RecordQualification } from './RecordQualification.js';

const qualificationsQuery = queryOptions({
  queryKey: ['qualifications'],
  queryFn: () => get<QualificationsView>('/people/qualifications'),
});

/** Who of the own organization has what the law asks for a line's work; heads record it. */
export function PeoplePage() {
  const { data, error, refetch } = useQuery(qualificationsQuery);
  const [done, setDone] = useState('');
  usePageTitle('人员资格');
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting what="取人员资格" />;
  const recordable = data.people.filter((one) => one.mayRecord);
  return (
    <>
      <div className="page-head">
        <h1>人员资格</h1>
      </div>
      {data.lines.map((line) => (
        <p className="hint" key={line.code}>
          {line.name}：有下列之一的，才可以指定为承办人——{Object.values(line.kinds).join('；')}（
          <Link to="/law" search={{ q: line.basis.text } as never}>
            {line.basis.text}
          </Link>
          ）。
        </p>
      ))}
      {done && (
        <p role="status" className="note">
          {done}
        </p>
      )}
      {data.people.length === 0 ? (
        <p className="empty">本岗位所在单位没有须有资格的岗位。</p>
      ) : (
        <section className="board">
          <h2>本单位人员</h2>
          <TableScroll name="本单位人员">
            <table className="plain stacked">
              <thead>
                <tr>
                  <th scope="col">姓名</th>
                  <th scope="col">岗位</th>
                  <th scope="col">业务</th>
                  <th scope="col">资格</th>
                  <th scope="col">登记</th>
                </tr>
              </thead>
              <tbody>
                {data.people.map((person) => (
                  <PersonRow key={`${person.id}/${person.line}`} person={person} />
                ))}
              </tbody>
            </table>
          </TableScroll>
        </section>
      )}
      {recordable.length > 0 ? (
        <RecordQualification view={data} people={recordable} onDone={setDone} />
      ) : (
        <p className="hint">资格由本单位的机构负责人登记。</p>
      )}
    </>
  );
}

function PersonRow({ person }: { person: QualifiedPerson }) {
  return (
    <tr>
      <td className="nb">
        <strong>{person.name}</strong>
      </td>
      <td>
        {person.postName}
        <div className="meta">{person.orgName}</div>
      </td>
      <td className="nb" data-label="业务">
        {person.lineName}
      </td>
      <td data-label="资格">
        {person.records.map((one) => (
          <div key={`${one.kind}/${one.at}`}>
            {one.kindName}
            {one.certificate ? `，${one.certificate}` : ''}，<span className="nb">{one.obtainedOn}</span>起
            {one.revokedOn ? (
              <>
                ，<span className="nb">{one.revokedOn}</span>起不再具有
              </>
            ) : null}
          </div>
        ))}
        {!person.qualified && <strong className="error-text">没有有效的资格，不能指定为承办人</strong>}
      </td>
      <td className="meta" data-label="登记">
        {person.records.length === 0 ? <span className="missing">没有登记</span> : null}
        {person.records.map((one) => (
          <div key={`${one.kind}/${one.at}`}>
            {one.byName} <span className="nb">{momentWords(one.at)}</span>
          </div>
        ))}
      </td>
    </tr>
  );
}
