import { rmSync } from 'node:fs';
import { lines } from '@fadu/lines';
import { type Booted, boot, temporaryData } from '@fadu/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  CITY,
  COUNTIES,
  DEMO_PASSWORD,
  demoAccounts,
  demoDirectory,
  departmentOf,
  leaveDemo,
  loadDemo,
  seedDirectory,
} from './index.js';

describe('the invented organizations and people', () => {
  const { regions, orgs, people } = demoDirectory();

  it('hold the real regions of Jilin down to townships', () => {
    expect(regions.filter((region) => region.code.endsWith('0000'))).toEqual([
      { code: '220000', name: '吉林省', parent: null },
    ]);
    expect(regions.find((region) => region.code === '220821')).toMatchObject({ name: '镇赉县', parent: '220800' });
    const known = new Set(regions.map((region) => region.code));
    expect(regions.filter((region) => region.parent !== null && !known.has(region.parent))).toEqual([]);
    expect(regions.filter((region) => region.code.length === 9).length).toBeGreaterThan(900);
  });

  it('form one tree, each name and each number word once', () => {
    const ids = new Set(orgs.map((org) => org.id));
    expect(ids.size).toBe(orgs.length);
    expect(new Set(orgs.map((org) => org.name)).size).toBe(orgs.length);
    const numbered = orgs.filter((org) => org.kind !== 'township').map((org) => org.short);
    expect(new Set(numbered).size).toBe(numbered.length);
    for (const org of orgs) {
      expect(org.path.split('.').at(-1)).toBe(org.id);
      expect(org.path.split('.').at(-2) ?? null).toBe(org.parent);
      expect(org.path.split('.')[0]).toBe('r');
    }
    expect(new Set(people.map((person) => person.name)).size).toBe(people.length);
  });

  it('fill every post of every line somewhere', () => {
    const held = new Set(people.flatMap((person) => person.posts.map((post) => post.post)));
    for (const line of lines) for (const post of Object.keys(line.posts)) expect(held).toContain(post);
  });

  it('give each county government two handlers and each agency somebody who answers', () => {
    const holders = (post: string, org: string) =>
      people.filter((person) => person.posts.some((one) => one.post === post && one.org === org)).length;
    for (const county of COUNTIES) expect(holders('handler', `g${county}`)).toBe(2);
    for (const org of orgs.filter((one) => one.kind !== 'government')) expect(holders('responder', org.id)).toBe(1);
  });
});

describe('seedDirectory', () => {
  const dataDir = temporaryData('fadu-demo-');
  let booted: Booted;
  beforeAll(async () => {
    booted = await boot({ dataDir, publicUrl: 'http://127.0.0.1/portal', durable: false });
    await seedDirectory(booted);
  });
  afterAll(async () => {
    await booted.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('makes accounts that sign in and are the person they name', async () => {
    const accounts = await demoAccounts(booted);
    expect(accounts.length).toBeGreaterThanOrEqual(12);
    const handler = accounts.find((account) => account.username === 'chengban')!;
    expect(handler.title).toContain('白城市人民政府');
    const signedIn = await booted.accounts.api.signInUsername({
      body: { username: handler.username, password: handler.password },
    });
    const person = booted.platform.directory.personOfUser(signedIn!.user.id)!;
    expect(handler.title.startsWith(person.name)).toBe(true);
    expect(booted.platform.directory.postsOf(person.id, '2023-03-01')).toEqual([
      { person: person.id, post: 'handler', org: CITY, covers: 'own', from: '2022-01-01', to: null },
    ]);
    expect(DEMO_PASSWORD.length).toBeGreaterThanOrEqual(10);
  });

  it('waits for another process that loads, or that was killed while it did', async () => {
    const other = await booted.owner.connect();
    await other.query('select pg_advisory_lock(7309413)');
    const said: string[] = [];
    const loading = loadDemo(booted, (line) => said.push(line));
    await vi.waitFor(() => expect(said).toEqual(['演示数据：另一进程正在载入，等它载完。']));
    await other.query('select pg_advisory_unlock(7309413)');
    other.release();
    expect(await loading).toBeUndefined();
    expect(said.length).toBe(1);
  });

  it('is data: nothing is loaded over it, and a load left behind can be ended', async () => {
    expect(await loadDemo(booted, () => undefined)).toBeUndefined();
    await booted.owner.query("insert into bulk_load (name, as_of) values ('demo', now())");
    await leaveDemo(booted);
    expect(await loadDemo(booted, () => undefined)).toBeUndefined();
    const { rows } = await booted.owner.query('select count(*)::int as matters from matter');
    expect(rows[0].matters).toBe(0);
  });

  it('changes nothing the second time', async () => {
    const count = async () =>
      (
        await booted.owner.query(
          'select (select count(*) from org) o, (select count(*) from person) p, (select count(*) from post) q, (select count(*) from "user") u, (select count(*) from region) r',
        )
      ).rows[0];
    const before = await count();
    await seedDirectory(booted);
    expect(await count()).toEqual(before);
    expect(booted.platform.directory.findOrg(departmentOf('220800', 'scjg'))?.name).toBe('白城市市场监督管理局');
  });
});
