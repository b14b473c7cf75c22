/** Seen by those who see the matter of the report, and by organizations that were asked for one of its chapters. */
const seen = (table: string): string => `
create policy ${table}_scope on ${table} using (
  exists (select 1 from matter m where m.region = ${table}.region and m.id = ${table}.matter)
  or exists (select 1 from report_chapter c where c.region = ${table}.region and c.matter = ${table}.matter
             and array[c.org] && (select fadu_seen())));
alter table ${table} enable row level security;`;

/** 0060: what is written beside the figures of a yearly report, by whom, and what is said of it before it is settled. */
export const reportStudio = /* sql */ `
create table report_chapter (
  region text not null,
  matter uuid not null,
  chapter text not null,
  org text references org,
  post text,
  due_on date,
  asked_by text references person,
  asked_at timestamptz,
  submitted integer,
  submitted_by text references person,
  submitted_at timestamptz,
  confirmed integer,
  confirmed_by text references person,
  confirmed_at timestamptz,
  returned_reason text,
  primary key (region, matter, chapter)
);
comment on table report_chapter is '年度报告一章由谁供稿、交到哪一版、确认到哪一版；post 为空则该机构任一岗位都可以写';
create index report_chapter_org on report_chapter (org) where org is not null;

create table report_text (
  region text not null,
  matter uuid not null,
  version integer not null check (version > 0),
  chapter text not null,
  base integer not null,
  body text not null,
  person text not null references person,
  org text not null references org,
  at timestamptz not null,
  key text not null,
  primary key (region, matter, version),
  unique (region, matter, key)
);
comment on table report_text is '年度报告的文字：只增不改，一次保存一版，版次为整份报告连续编号；base 为写的时候所见的本章版次';

create table report_comment (
  region text not null,
  matter uuid not null,
  id uuid not null,
  chapter text not null,
  code text,
  answers uuid,
  body text not null,
  person text not null references person,
  org text not null references org,
  at timestamptz not null,
  resolved_by text references person,
  resolved_at timestamptz,
  primary key (region, matter, id)
);
comment on table report_comment is '批注：对一章，或者对其中一个数（code）；answers 为所答复的批注';

create table report_source (
  region text not null,
  matter uuid not null,
  id uuid not null,
  role text not null check (role in ('before', 'superior')),
  name text not null,
  body text not null,
  digest text not null,
  person text not null references person,
  at timestamptz not null,
  primary key (region, matter, id)
);
comment on table report_source is '用来核对的报告：上年的（before）、上级的（superior）；只存所读出的文字';

create table report_finding (
  region text not null,
  matter uuid not null,
  finding text not null,
  reason text not null,
  person text not null references person,
  at timestamptz not null,
  primary key (region, matter, finding)
);
comment on table report_finding is '核查出的问题不改的理由；finding 为问题类别和两句原文的摘要，句子一改就要重新说明';

create policy report_chapter_scope on report_chapter using (
  exists (select 1 from matter m where m.region = report_chapter.region and m.id = report_chapter.matter)
  or array[org] && (select fadu_seen()));
alter table report_chapter enable row level security;
${['report_text', 'report_comment', 'report_source', 'report_finding'].map(seen).join('\n')}

grant select, insert, update on report_chapter, report_finding to fadu_app;
grant select, insert on report_text to fadu_app;
grant select, insert, update (resolved_by, resolved_at) on report_comment to fadu_app;
grant select, insert, delete on report_source to fadu_app;
`;
