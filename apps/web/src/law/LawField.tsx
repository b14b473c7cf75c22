import type { LawSuggestion } from '@fadu/wire';
import { KIND_NAMES } from '@fadu/wire/law';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { isTyping } from '../shell/shortcuts.js';
import { suggestQuery } from './queries.js';

const PAUSE_MS = 120;

/** The field of the law base: names, pinyin initials and clauses are offered while one types; Enter searches the texts. */
export function LawField({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const navigate = useNavigate();
  const list = useId();
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const { data } = useQuery(suggestQuery(asked));
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const options = open && asked === typed.trim() ? (data ?? []) : [];
  const go = (option: LawSuggestion) => {
    setOpen(false);
    void navigate({
      to: '/law/$code',
      params: { code: option.code },
      search: option.locator ? { at: option.locator } : {},
    });
  };
  return (
    <form
      className="law-field"
      onSubmit={(event) => {
        event.preventDefault();
        setOpen(false);
        onSearch(typed.trim());
      }}
    >
      <label htmlFor={`${list}-field`}>法规名称、条号或者条文里的词</label>
      <div className="law-field-row">
        <input
          id={`${list}-field`}
          type="search"
          className="text-input"
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={list}
          aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(true);
            setAt(-1);
          }}
          onBlur={() => setTimeout(() => setOpen(false), 150)}
          onKeyDown={(event) => {
            if (isTyping(event.nativeEvent)) return;
            if (event.key === 'Escape') setOpen(false);
            if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
              event.preventDefault();
              const by = event.key === 'ArrowDown' ? 1 : -1;
              setAt((at + by + options.length + (at < 0 && by < 0 ? 1 : 0)) % options.length);
            }
            const chosen = options[at];
            if (event.key === 'Enter' && chosen) {
              event.preventDefault();
              go(chosen);
            }
          }}
        />
        <button type="submit" className="button primary">
          搜索
        </button>
        {options.length > 0 && (
          <div id={list} role="listbox" aria-label="法规" className="search-box">
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field moves through the options and opens them
              <div
                key={`${option.code}${option.locator ?? ''}`}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === at}
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => go(option)}
              >
                {option.title}
                {option.label} <span className="meta">{option.label ? '打开该条' : KIND_NAMES[option.kind]}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      <p className="meta">可以写：行政复议法、xzfyf（拼音首字母）、复议法48、电动自行车充电</p>
    </form>
  );
}
