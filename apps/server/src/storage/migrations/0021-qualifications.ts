/** 0021: qualifications of people that the law asks for a kind of work. Rows are only added; one that ends gets its last day in another row. */
export const qualifications = /* sql */ `
create table qualification (
  person text not null references person,
  line text not null,
  kind text not null,
  id uuid not null,
  certificate text,
  obtained_on date not null,
  revoked_on date,
  recorded_by text not null references person,
  post text not null,
  org text not null references org,
  at timestamptz not null default now(),
  primary key (person, line, kind, id)
);
comment on table qualification is '人员资格：从事某项业务依法须有的资格；只增不改，后记的为准';
comment on column qualification.revoked_on is '不再具有该资格之日';

grant select, insert on qualification to fadu_app;
`;
