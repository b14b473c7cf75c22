import type { MatterView } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { matterQuery } from '../api/queries.js';

/** Puts the matter on one's own list 我关注, or takes it off; nobody else sees it, and no step is recorded. */
export function Follow({ matter }: { matter: MatterView }) {
  const client = useQueryClient();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState('');
  const toggle = async () => {
    setSending(true);
    setProblem('');
    try {
      await post(`/matters/${matter.id}/follow`, { follow: !matter.followed });
      await client.invalidateQueries({ queryKey: matterQuery(matter.id).queryKey });
      await client.invalidateQueries({ queryKey: ['matters'] });
    } catch (error) {
      setProblem(messageOf(error, '没有记下，请过几分钟再试。'));
    } finally {
      setSending(false);
    }
  };
  return (
    <span className="no-print">
      <Button size="small" aria-pressed={matter.followed} disabled={sending} onClick={() => void toggle()}>
        {matter.followed ? '★ 已关注' : '☆ 关注'}
      </Button>
      {problem && (
        <span role="alert" className="error-text">
          {problem}
        </span>
      )}
    </span>
  );
}
