/** @jsxImportSource preact */
import type { LawRead, LawVersion } from '@fadu/wire';
import { versionMarks } from '@fadu/wire/law-reading';
import { Link } from '../app/Link.js';
import { go } from '../app/router.js';
import { longDate } from '../words.js';

/**
 * All versions of a law: a slider over those there are, buttons for the one before and after, and below it the list with
 * those that are only told of. Each text can be held against the one before it.
 */
export function LawVersions({
  read,
  address,
}: {
  readonly read: LawRead;
  readonly address: (part: { at?: string; on?: string }) => string;
}) {
  const { versions, version, law } = read;
  const place = versions.findIndex(({ id }) => id === version.id);
  const [before, after] = [versions[place - 1], versions[place + 1]];
  const words = ({ effectiveOn }: LawVersion) => `${longDate(effectiveOn)}起施行`;
  const against = (older: LawVersion, newer: LawVersion) =>
    `/law/${law.code}?on=${newer.effectiveOn}&vs=${older.effectiveOn}`;
  return (
    <section class="law-versions" aria-label="历次文本">
      {versions.length > 1 && (
        <>
          <label for="law-version">
            第{place + 1}个文本，共{versions.length}个
          </label>
          <input
            id="law-version"
            type="range"
            min="0"
            max={versions.length - 1}
            step="1"
            value={place}
            aria-valuetext={words(version)}
            // Not while it is dragged: each step is a page.
            onChange={(event) => go(address({ on: versions[Number(event.currentTarget.value)]!.effectiveOn }))}
          />
          <p class="buttons">
            {before ? (
              <Link to={address({ on: before.effectiveOn })} class="button secondary">
                上一个文本
              </Link>
            ) : (
              <span class="hint">没有更早的文本</span>
            )}
            {after ? (
              <Link to={address({ on: after.effectiveOn })} class="button secondary">
                下一个文本
              </Link>
            ) : (
              <span class="hint">没有更新的文本</span>
            )}
          </p>
          {before && (
            <p>
              <Link to={against(before, version)}>和上一个文本对照，看改了什么</Link>
            </p>
          )}
        </>
      )}
      <ul class="law-list">
        {versionMarks(versions, read.history, version.id).map((mark) =>
          mark.kind === 'told' ? (
            <li key={mark.date}>
              {longDate(mark.date)}
              {mark.event}（只知道有过，没有文本）
            </li>
          ) : (
            <li key={mark.version.id}>
              {mark.read ? (
                <strong>{words(mark.version)}（正在看）</strong>
              ) : (
                <>
                  <Link to={address({ on: mark.version.effectiveOn })}>{words(mark.version)}</Link>{' '}
                  <Link
                    to={
                      mark.version.effectiveOn < version.effectiveOn
                        ? against(mark.version, version)
                        : against(version, mark.version)
                    }
                  >
                    对照
                  </Link>
                </>
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
