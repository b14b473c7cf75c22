import { PartMissing, part } from '@fadu/client';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { get } from './api/client.js';
import { PartGone } from './shell/PartGone.js';
import { Shell } from './shell/Shell.js';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => (
    <>
      <h1>没有这个页面</h1>
      <p>请核对地址，或者从导航重新进入。</p>
    </>
  ),
  errorComponent: ({ error }) =>
    error instanceof PartMissing ? (
      <PartGone />
    ) : (
      <main className="page">
        <h1>抱歉，页面出了问题</h1>
        <p role="alert">不是操作有误，已填的内容都在。请刷新本页；还不行的，联系本单位系统管理员。</p>
      </main>
    ),
});
const text = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([key, value]) => [key, String(value)]),
  );
const later = (load: () => Promise<Record<string, unknown>>, name: string) =>
  lazyRouteComponent((() => part(load)) as never, name as never);
const route = <P extends string>(path: P, component: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: later(component, name),
    validateSearch: text,
  });

const matter = createRoute({
  getParentRoute: () => root,
  path: '/matters/$id',
  component: later(() => import('./pages/MatterPage.js'), 'MatterPage'),
});
const action = createRoute({
  getParentRoute: () => matter,
  path: '/actions/$action',
  component: later(() => import('./pages/ActionPage.js'), 'ActionPage'),
});
const document = createRoute({
  getParentRoute: () => matter,
  path: '/documents/$document',
  component: later(() => import('./pages/DocumentPage.js'), 'DocumentPage'),
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
  route('/lines/$line/bulk/$action', () => import('./bulk/BulkPage.js'), 'BulkPage'),
  route('/intake', () => import('./pages/Intake.js'), 'Intake'),
  route('/calendar', () => import('./pages/CalendarPage.js'), 'CalendarPage'),
  route('/dashboards', () => import('./dashboard/DashboardPage.js'), 'DashboardPage'),
  route('/dashboards/$key', () => import('./dashboard/DashboardPage.js'), 'DashboardPage'),
  route('/figures', () => import('./figures/FigureList.js'), 'FigureList'),
  route('/figures/$code', () => import('./figures/FigurePage.js'), 'FigurePage'),
  route('/returns', () => import('./returns/ReturnsPage.js'), 'ReturnsPage'),
  route('/returns/$period', () => import('./returns/ReturnPage.js'), 'ReturnPage'),
  route('/reports', () => import('./reports/ReportsPage.js'), 'ReportsPage'),
  route('/reports/disclosure', () => import('./reports/DisclosurePage.js'), 'DisclosurePage'),
  route('/reports/$org/$year', () => import('./reports/ReportPage.js'), 'ReportPage'),
  route('/settings', () => import('./settings/SettingsPage.js'), 'SettingsPage'),
  route('/reports/$org/$year/checks', () => import('./reports/ChecksPage.js'), 'ChecksPage'),
  route('/reports/$org/$year/versions', () => import('./reports/VersionsPage.js'), 'VersionsPage'),
  route('/reading', () => import('./reading/ReadingList.js'), 'ReadingList'),
  route('/reading/findings', () => import('./reading/FindingsPage.js'), 'FindingsPage'),
  route('/reading/$file', () => import('./reading/ReadingDesk.js'), 'ReadingDesk'),
  route('/people', () => import('./people/PeoplePage.js'), 'PeoplePage'),
  route('/compare', () => import('./compare/ComparePage.js'), 'ComparePage'),
  route('/search', () => import('./pages/SearchPage.js'), 'SearchPage'),
  route('/law', () => import('./law/LawSearch.js'), 'LawSearch'),
  route('/law/impact', () => import('./law/LawImpact.js'), 'LawImpact'),
  route('/law/dependents', () => import('./law/LawDependents.js'), 'LawDependents'),
  route('/law/desk', () => import('./law/LawDesk.js'), 'LawDesk'),
  route('/law/desk/$batch', () => import('./law/LawBatchPage.js'), 'LawBatchPage'),
  route('/law/$code', () => import('./law/LawPage.js'), 'LawPage'),
  // The long form of an address: /law/L000000-00001/T0048.00/K01?on=2024-09-25.
  createRoute({
    getParentRoute: () => root,
    path: '/law/$code/$article/$',
    validateSearch: text,
    beforeLoad: ({ params: { code, article, _splat }, search }) => {
      const at = _splat ? `${article}/${_splat}` : article;
      throw redirect({ to: '/law/$code', params: { code }, search: { ...search, at } as never });
    },
  }),
  route('/me', () => import('./pages/MePage.js'), 'MePage'),
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
        <p role="alert">按案号没有找到，或者本岗位不能查看。请核对案号，或者试试当事人姓名。</p>
      </>
    ),
  }),
  matter.addChildren([action, document]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  // Every value is a text, written as a person would type it: ?year=2023, not ?year=%222023%22.
  parseSearch: (typed) => Object.fromEntries(new URLSearchParams(typed)),
  stringifySearch: (search) => {
    const words = new URLSearchParams(text(search)).toString();
    return words === '' ? '' : `?${words}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
