import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError, SIGNED_OUT } from './api/client.js';
import { meQuery } from './api/queries.js';
import { router } from './router.js';
import './styles/base.css';
import './styles/shell.css';
import './styles/lists.css';
import './styles/matter.css';
import './styles/forms.css';
import './styles/phone.css';
import './styles/print.css';
import { theme } from './theme.js';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: true,
      staleTime: 5_000,
      // An answer is an answer; only a lost connection is tried again.
      retry: (count, error) => count < 1 && !(error instanceof ApiError && error.status > 0),
    },
  },
});
addEventListener(SIGNED_OUT, () => void client.invalidateQueries({ queryKey: meQuery.queryKey }));

// The style sheet takes animations away for whoever wants none; what waits for their end must know.
const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches;

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider
      locale={zhCN}
      theme={{ ...theme, token: { ...theme.token, motion } }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
);
