import type { ReportView } from '@fadu/wire';
import { Button } from 'antd';
import { useState } from 'react';

/** Indicators of the outline that are not in the report, and why; those nobody has reported yet on request. */
export function Missing({ report }: { report: ReportView }) {
  const [all, setAll] = useState(false);
  const shown = all ? report.missing : report.missing.filter(({ why }) => why !== '尚未报送');
  return (
    <section className="board no-print">
      <h2>没有写入的指标</h2>
      <p>
        共{report.missing.length}个，没有数的不写作零。
        {report.missing.length > shown.length && (
          <Button type="link" onClick={() => setAll(true)}>
            连同尚未报送的一起列出
          </Button>
        )}
      </p>
      <ul className="report-gaps">
        {shown.map(({ code, name, why, waiting }) => (
          <li key={code}>
            {name}：{why}
            {waiting.length > 0 && `，等待${waiting.join('、')}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
