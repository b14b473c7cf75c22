import type { NoticeView } from '@fadu/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { messageOf, post } from '../api/client.js';
import { noticesQuery } from '../api/queries.js';
import { momentWords } from '../words.js';

/** Reminders that have reached this person, until they take note. */
export function Notices() {
  const { data } = useQuery(noticesQuery);
  const client = useQueryClient();
  const seen = useMutation({
    mutationFn: (id: string) => post<NoticeView[]>(`/notices/${id}/seen`, {}),
    onSuccess: (rest) => {
      client.setQueryData(noticesQuery.queryKey, rest);
      void client.invalidateQueries({ queryKey: ['me'] });
      void client.invalidateQueries({ queryKey: ['reports'] });
    },
  });
  if (!data || data.length === 0) return null;
  return (
    <section className="board" aria-labelledby="notices-title">
      <h2 id="notices-title">提醒 {data.length}</h2>
      <ul className="plain-list notice-list">
        {data.map(({ id, title, message, from, link, at }) => (
          <li key={id}>
            <div>
              <Link to={link as never}>{title}</Link>：{message}
              <div className="meta">
                {from === null ? '平台按期限提醒' : `${from}提醒`} <span className="nb">{momentWords(at)}</span>
              </div>
            </div>
            <button
              type="button"
              className="button"
              disabled={seen.isPending}
              aria-label={`${title}：知道了`}
              onClick={() => seen.mutate(id)}
            >
              知道了
            </button>
          </li>
        ))}
      </ul>
      {seen.error && (
        <p role="alert" className="error-text">
          {messageOf(seen.error, '没有记下，请再试。')}
        </p>
      )}
    </section>
  );
}
