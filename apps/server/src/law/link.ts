import type pg from 'pg';

/**
 * After texts were added: names to works (a name that several places share stays with the citing text's own region, else
 * open: never guessed), repeal clauses to the ends of what they repeal, and the indexes a first import went without. A text
 * held before that is now repealed waits for its alerts.
 */
export async function link(client: pg.PoolClient): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`
      update law_citation c set target = found.id from (
        select c.title, own.region as near, (array_agg(l.id order by (l.region = own.region) desc))[1] as id
        from (select distinct title, version from law_citation where target is null) c
        join law_version v on v.id = c.version join law own on own.id = v.law join law l on l.title = c.title
        group by c.title, own.region having count(distinct l.id) = 1 or bool_or(l.region = own.region)) found,
        law_version citing join law home on home.id = citing.law
      where c.target is null and c.version = citing.id and found.title = c.title and found.near = home.region`);
    await client.query(`
      update law_version v set end_on = ended.on, end_kind = 'repealed', ended_by = ended.by, end_alerts = v.linked from (
        select distinct on (v.id) v.id, citing.effective_on as on, citing.title as by
        from law_citation c join law_version citing on citing.id = c.version
        join law_version v on v.law = c.target and v.law <> citing.law and v.effective_on < citing.effective_on and (v.end_on is null or v.end_kind = 'lapsed' and v.end_on > citing.effective_on)
        where c.repeals
        order by v.id, citing.effective_on) ended
      where ended.id = v.id`);
    await client.query(
      'create index if not exists law_citation_articles on law_citation using gin (articles) where target is not null',
    );
    await client.query('create index if not exists law_citation_from on law_citation (version, locator)');
    await client.query('update law_version set linked = true where not linked');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  await client.query('analyze law, law_version, law_clause, law_citation, law_lineage');
}
