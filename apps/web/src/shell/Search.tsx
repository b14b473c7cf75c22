import type { Me } from '@fadu/wire';
import { KIND_NAMES } from '@fadu/wire/law';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { searchQuery } from '../api/queries.js';
import { grouped, totalWords } from '../words.js';
import { navOf } from './Nav.js';
import { isTyping } from './shortcuts.js';

interface Option {
  readonly group: string;
  readonly label: string;
  readonly href: string;
}

/** Ctrl+K: numbers in any bracket style, verification codes and credit codes open directly; else by kind, five each. */
export function Search({ me }: { me: Me }) {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const { data, isFetching } = useQuery(searchQuery(asked));
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || !event.ctrlKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const fresh = data && asked === typed.trim() ? data : undefined;
  const options = optionsOf(me, typed.trim(), fresh);
  const nothing = fresh && options.length === 0;
  const go = (option: Option, newTab: boolean) => {
    if (newTab) window.open(option.href, '_blank', 'noopener');
    else void navigate({ to: option.href as never });
    setOpen(false);
    setAt(-1);
  };
  return (
    <search className="search">
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label="搜索案号、文书号、核验码、当事人、法规条文"
        aria-expanded={open && options.length > 0}
        aria-controls={list}
        aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
        aria-autocomplete="list"
        aria-keyshortcuts="Control+K"
        autoComplete="off"
        placeholder="搜索案号、文书号、核验码、当事人、法规条文　Ctrl+K"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onKeyDown={(event) => {
          if (isTyping(event.nativeEvent)) return;
          if (event.key === 'Escape') setOpen(false);
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            const by = event.key === 'ArrowDown' ? 1 : -1;
            if (options.length > 0) setAt((at + by + options.length + (at < 0 && by < 0 ? 1 : 0)) % options.length);
          }
          if (event.key === 'Enter' && typed.trim() !== '') {
            const chosen = options[at] ?? (fresh?.exact || fresh?.clause ? options[0] : undefined);
            if (chosen) go(chosen, event.ctrlKey);
            else {
              setOpen(false);
              void navigate({ to: '/search', search: { q: typed.trim() } });
            }
          }
        }}
      />
      {open && typed.trim() !== '' && (
        <div className="search-box">
          <div id={list} role="listbox" aria-label="搜索结果">
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field moves through the options and opens them
              <div
                key={option.group + option.href}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === at}
                tabIndex={-1}
                onClick={(event) => go(option, event.ctrlKey)}
              >
                <span className={options[index - 1]?.group === option.group ? 'sr' : 'search-group'}>
                  {option.group}
                </span>
                {option.label}
              </div>
            ))}
          </div>
          {nothing && (
            <p role="status">
              按{RECOGNISED[fresh.recognised]}没有找到“{fresh.asked}”，或者本岗位不能查看。
              {fresh.recognised === 'words' ? '试试案号或者文书号。' : '试试当事人姓名。'}
            </p>
          )}
          {!fresh && isFetching && <p role="status">正在搜索…</p>}
        </div>
      )}
    </search>
  );
}

/** Address of a law, or of a clause in it. */
const lawHref = (code: string, locator: string | null): string =>
  `/law/${encodeURIComponent(code)}${locator === null ? '' : `?at=${encodeURIComponent(locator)}`}`;

export const RECOGNISED = {
  number: '案号、文书号',
  code: '核验码',
  creditCode: '统一社会信用代码',
  words: '当事人、案由和法规名称',
} as const;

/** The one thing meant, a clause that was named, then matters by line with their counts, laws, pages by name. */
function optionsOf(me: Me, typed: string, found: import('@fadu/wire').SearchResult | undefined): Option[] {
  if (typed === '') return [];
  const options: Option[] = [];
  if (found?.exact) options.push({ group: '打开', label: found.exact.label, href: `/matters/${found.exact.id}` });
  if (found?.clause) {
    const { code, title, label, locator } = found.clause;
    options.push({ group: '条文', label: `${title}${label ?? ''}`, href: lawHref(code, locator) });
  }
  for (const group of found?.groups ?? [])
    for (const row of group.rows)
      if (row.id !== found?.exact?.id)
        options.push({
          group: `${group.name}　${totalWords(group.total, group.exact)}`,
          label: `${row.number} ${row.title}`,
          href: `/matters/${row.id}`,
        });
  for (const { code, title, kind } of found?.laws.rows ?? [])
    options.push({
      group: `法规 ${grouped(found!.laws.total)}部`,
      label: `${title}　${KIND_NAMES[kind] ?? ''}`,
      href: lawHref(code, null),
    });
  const pages = [
    ...navOf(me),
    ...me.lines.map((line) => ({ name: `${line.name}案件`, href: `/lines/${line.code}` })),
    ...me.lines.flatMap((line) =>
      line.opens.map((one) => ({ name: `${one.name}（${line.name}）`, href: `/lines/${line.code}/new/${one.action}` })),
    ),
  ];
  for (const page of pages)
    if (page.name.includes(typed)) options.push({ group: '页面', label: page.name, href: page.href });
  return options;
}
