/**
 * 0070: reports that others have published, read into figures. A figure stands where it was read (offsets in the text, page);
 * what a person changed is kept step by step; findings are handled on the record. Seen by the organization that brought the
 * file and by those above it.
 */
export const reading = /* sql */ `
create table reading_file (
  region text not null,
  id uuid not null,
  org text not null references org,
  path ltree not null,
  scope text[] not null generated always as (fadu_scope_of(array[org], path)) stored,
  name text not null,
  size bigint not null,
  digest text not null,
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'read', 'refused')),
  tries integer not null default 0,
  alive_at timestamptz,
  pages_done integer,
  pages_all integer,
  refusal text,
  format text,
  notes text[] not null default '{}',
  body text,
  pages integer[],
  title text,
  publisher text,
  publisher_org text references org,
  place text,
  level text check (level in ('nation', 'province', 'city', 'county')),
  within text,
  year integer check (year between 1949 and 2100),
  url text,
  published_on date,
  revision integer not null default 1,
  uploaded_by text not null references person,
  uploaded_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (region, id),
  unique (region, org, digest),
  check ((state = 'refused') = (refusal is not null)),
  check (state <> 'read' or body is not null)
);
comment on table reading_file is '读报：别处公布的报告；原件按摘要（SM3）保存，同一机构的同一文件只存一份';
comment on column reading_file.body is '取出的文字；reading_figure 的起止是其中的 UTF-16 码元，含头不含尾';
comment on column reading_file.pages is '各页在文字中的起点；没有页的文件为空';
comment on column reading_file.publisher_org is '公布机关在本平台的机构；平台没有的为空';
create index reading_file_id on reading_file (id);
create index reading_file_scope on reading_file using gin (scope);
create index reading_file_waiting on reading_file (uploaded_at) where state in ('waiting', 'reading');

create table reading_figure (
  region text not null,
  file uuid not null,
  n integer not null check (n >= 0),
  state text not null default 'open' check (state in ('open', 'confirmed', 'rejected')),
  start integer not null,
  stop integer not null,
  page integer,
  indicator text,
  role text not null,
  confidence real,
  body jsonb not null,
  reasons text[] not null default '{}',
  added_by text references person,
  key text,
  revision integer not null default 1,
  primary key (region, file, n),
  foreign key (region, file) references reading_file (region, id),
  check (start >= 0 and stop > start),
  unique (region, file, key)
);
comment on table reading_figure is '读出的数：待核、已核、不是数字；added_by 有值的是人补的';
comment on column reading_figure.body is '数值、单位、约数、方向、比较基准、对象、动作、范围、所修饰的数、所属的整体';
create index reading_figure_code on reading_figure (indicator, region, file) where indicator is not null;

create table reading_step (
  region text not null,
  file uuid not null,
  seq integer generated always as identity,
  n integer,
  kind text not null check (kind in ('confirm', 'reject', 'reopen', 'correct', 'add', 'describe')),
  person text not null references person,
  post text,
  at timestamptz not null,
  before jsonb,
  after jsonb,
  note text,
  primary key (region, file, seq),
  foreign key (region, file) references reading_file (region, id)
);
comment on table reading_step is '核对记录，只增不改：谁在何时把什么改成什么；n 为空的是对报告本身的登记';

create table reading_finding (
  region text not null,
  org text not null references org,
  path ltree not null,
  scope text[] not null generated always as (fadu_scope_of(array[org], path)) stored,
  key text not null,
  seq integer generated always as identity,
  state text not null check (state in ('explained', 'toCorrect', 'sentBack', 'reopened')),
  note text not null,
  sent_to text,
  person text not null references person,
  post text,
  at timestamptz not null,
  message text not null,
  statements jsonb not null,
  primary key (region, key, seq),
  check ((state = 'sentBack') = (sent_to is not null))
);
comment on table reading_finding is '核查发现的处置，只增不改，最后一条为准；statements 为处置时两处的原文';
create index reading_finding_key on reading_finding (key, seq);

alter table reading_file enable row level security;
create policy reading_file_scope on reading_file using (scope && (select fadu_seen())) with check (scope && (select fadu_seen()));
alter table reading_figure enable row level security;
create policy reading_figure_scope on reading_figure using (
  exists (select 1 from reading_file f where f.region = reading_figure.region and f.id = reading_figure.file));
alter table reading_step enable row level security;
create policy reading_step_scope on reading_step using (
  exists (select 1 from reading_file f where f.region = reading_step.region and f.id = reading_step.file));
alter table reading_finding enable row level security;
create policy reading_finding_scope on reading_finding using (scope && (select fadu_seen())) with check (scope && (select fadu_seen()));

grant select, insert, update on reading_file, reading_figure to fadu_app;
grant select, insert on reading_step, reading_finding to fadu_app;
`;
