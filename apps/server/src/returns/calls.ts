import { parsePeriod, periodOf, yearBefore } from '@fadu/indicator';
import { dayOf, fail, type JsonObject, ok, type Refusal, type Result, refusal } from '@fadu/kernel';
import { collection, getLine } from '@fadu/lines';
import type { assignReturnsBody, ReturnsDone, remindReturnsBody } from '@fadu/wire';
import type { z } from 'zod';
import { act, open, type Platform, type Unwritten } from '../matters/execute.js';
import { remindOfReturns } from '../notices/returns.js';
import { checksAt, type ReturnViewer } from './viewer.js';

const no = (code: string, message: string): { ok: false; error: Refusal } => fail(refusal(`returns.${code}`, message));

/**
 * Asks units for their returns of a period: opens one in each, so that its day runs and nobody can say it was not asked.
 * Each unit stands for itself: what one refuses does not keep the others from being asked. Sent again under the same key
 * it changes nothing.
 */
export async function assignReturns(
  platform: Platform,
  viewer: ReturnViewer,
  body: z.infer<typeof assignReturnsBody>,
): Promise<Result<ReturnsDone, Refusal>> {
  const { to, dueOn, sections, units, key } = body;
  const period = parsePeriod(body.period);
  if (period === undefined)
    return no('period', `“${body.period}”不是期间。可以写2023、2023H1、2023Q2或者2023-03，请改后再布置。`);
  const receiver = platform.directory.findOrg(to);
  if (receiver === undefined || !checksAt(viewer, to))
    return no('not_yours', '不能布置填报：由接收单位的填报审核人布置。可以转请填报审核人办理。');
  // A department asks the departments of the places below its government.
  const place =
    receiver.kind === 'department' && receiver.parent !== null ? platform.directory.getOrg(receiver.parent) : receiver;
  const today = dayOf(platform.now());
  const { from, to: until } = yearBefore(period);
  const input: JsonObject = {
    to,
    period: period.text,
    before: body.before ?? periodOf(from, until).text,
    openedOn: today,
    dueOn,
    ...(sections.length > 0 && { sections }),
  };
  const refused: { name: string; why: string }[] = [];
  let done = 0;
  for (const id of new Set(units)) {
    const unit = platform.directory.findOrg(id);
    const name = unit?.name ?? id;
    if (unit === undefined || !unit.path.startsWith(`${place.path}.`)) {
      refused.push({ name, why: `不在${place.name}所辖范围内，不能向它布置` });
      continue;
    }
    if (platform.directory.holdersOf(collection.reporter, id, today).length === 0) {
      refused.push({ name, why: '没有在任的填报人，请先由系统管理员设岗' });
      continue;
    }
    const command = { action: collection.assign, input: { ...input, unit: id } };
    const written = await open(platform, getLine(collection.line), id, { ...viewer, key: `${key}:${id}`, command });
    if (written.ok) done += 1;
    else refused.push({ name, why: whyNot(written.error) });
  }
  return ok({ done, refused });
}

/** Reminds units that have not sent theirs: it stands in the record of each return and on the page of who fills it in. */
export async function remindReturns(
  platform: Platform,
  viewer: ReturnViewer,
  { matters, reminder, key }: z.infer<typeof remindReturnsBody>,
): Promise<ReturnsDone> {
  const refused: { name: string; why: string }[] = [];
  let done = 0;
  for (const id of new Set(matters)) {
    const command = { action: collection.remind, input: reminder === undefined ? {} : { reminder } };
    const written = await act(platform, id, null, { ...viewer, key: `${key}:${id}`, command });
    if (written.ok) done += 1;
    else refused.push({ name: id, why: whyNot(written.error) });
  }
  await remindOfReturns(platform);
  return { done, refused };
}

function whyNot(error: Unwritten): string {
  switch (error.kind) {
    case 'declined': {
      const { refusals, faults } = error.decline;
      return refusals[0]?.message ?? faults[0]?.message ?? '填写不完整';
    }
    case 'not-found':
      return '没有找到，或者本岗位不能办理';
    case 'conflict':
    case 'key-reused':
      return '刚刚有人办理过，请刷新后再办';
  }
}
