import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trouble, Waiting } from '../Trouble.js';
import { stepsQuery } from './queries.js';
import { Step } from './StepList.js';

/** Everything that was done about a report, newest first. */
export function DeskRecord({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(stepsQuery(id));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting what="取记录" />;
  if (data.length === 0) return <p className="empty">还没有核对记录。</p>;
  return (
    <section className="board" aria-label="核对记录">
      <ol className="plain-list reading-steps">
        {data.map((step) => (
          <Step
            key={step.seq}
            step={step}
            what={
              step.n === null ? null : (
                <>
                  {' '}
                  <Link to="/reading/$file" params={{ file: id }} search={{ n: String(step.n), show: 'all' } as never}>
                    {step.figure ?? `第${step.n + 1}个`}
                  </Link>
                </>
              )
            }
          />
        ))}
      </ol>
      {data.length >= 200 && <p className="meta">只列最近200条。</p>}
    </section>
  );
}
