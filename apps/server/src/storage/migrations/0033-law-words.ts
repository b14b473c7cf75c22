/**
 * 0033: the words of a version beside it, packed as the search reads them into memory; until now they stood in each clause
 * with an index of the database, which cost an import more than all else and a search the more, the more common its words.
 */
export const lawWords = /* sql */ `
create table law_version_words (
  version integer primary key references law_version,
  words text not null,
  places bytea not null
);
comment on table law_version_words is '检索用的词：words 为该版本出现的词，places 为各条所含的词和次数；没有的，检索时现切分';
alter table law_version_words alter column places set storage external;
drop table law_word;
drop index if exists law_clause_words;
alter table law_clause drop column words, drop column current, drop column rank;
create trigger law_version_words_changed after insert or update or delete on law_version_words for each statement execute function fadu_law_changed();
grant select on law_version_words to fadu_app;
`;
