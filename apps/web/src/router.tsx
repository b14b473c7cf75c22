import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { get } from './api/client.js';
import { Shell } from './shell/Shell.js';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => (
    <>
      <h1>没有这个页面</h1>
      <p>请从左边的导航重新进入。</p>
    </>
  ),
});
const text = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([key, value]) => [key, String(value)]),
  );
const route = <P extends string>(path: P, component: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(component as never, name as never),
    validateSearch: text,
  });

const matter = createRoute({
  getParentRoute: () => root,
  path: '/matters/$id',
  component: lazyRouteComponent(() => import('./pages/MatterPage.js'), 'MatterPage'),
});
const action = createRoute({
  getParentRoute: () => matter,
  path: '/actions/$action',
  component: lazyRouteComponent(() => import('./pages/ActionPage.js'), 'ActionPage'),
});

const tree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/todo' });
    },
  }),
  route('/todo', () => import('./pages/Todo.js'), 'Todo'),
  route('/lines/$line', () => import('./pages/MatterList.js'), 'MatterList'),
  route('/lines/$line/new/$action', () => import('./pages/NewMatter.js'), 'NewMatter'),
  route('/dashboards/$line', () => import('./pages/Dashboard.js'), 'Dashboard'),
  createRoute({
    getParentRoute: () => root,
    path: '/no/$number',
    beforeLoad: async ({ params }) => {
      const found = await get<{ id: string }>(`/no/${encodeURIComponent(params.number)}`);
      throw redirect({ to: '/matters/$id', params: { id: found.id } });
    },
    errorComponent: () => (
      <>
        <h1>没有找到</h1>
        <p>按案号没有找到，或者本岗位不能查看。请核对案号，或者试试当事人姓名。</p>
      </>
    ),
  }),
  matter.addChildren([action]),
]);

export const router = createRouter({ routeTree: tree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
