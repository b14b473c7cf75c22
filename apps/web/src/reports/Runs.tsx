import type { TextRun } from '@fadu/wire';

/** A difference word by word: came underlined, went struck through; said in words to those who listen. */
export const Runs = ({ runs }: { runs: readonly TextRun[] }) => (
  <div className="report-runs">
    {runs.map((run, index) => {
      const key = `${index}${run.kind}`;
      if (run.kind === 'same') return <span key={key}>{run.text}</span>;
      const [Tag, before, after] =
        run.kind === 'added' ? (['ins', '增加：', '结束'] as const) : (['del', '删除：', '结束'] as const);
      return (
        <Tag key={key}>
          <span className="sr">{before}</span>
          {run.text}
          <span className="sr">{after}</span>
        </Tag>
      );
    })}
  </div>
);
