import type { Json, JsonObject } from '@fadu/kernel';
import { type FieldSpec, isSealed } from '@fadu/procedure';
import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { DayInput } from './DayInput.js';
import { Files } from './Files.js';
import { FormFields, type FormPlace, RADIO_LIMIT } from './FormFields.js';
import { ListInput } from './ListInput.js';
import { MoneyInput } from './MoneyInput.js';
import { MatterInput, OrganizationInput, PersonsInput } from './pickers.js';

interface Props {
  readonly spec: FieldSpec;
  readonly id: string;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly place: FormPlace;
  readonly path: string;
  /** Ids of the hint and the fault. */
  readonly described: string | undefined;
}

/** Room for what is usually written: characters of each kind. */
const WIDTHS = { personName: 160, idNumber: 240, creditCode: 240, phone: 180, docNumber: 280, courtCaseNumber: 280 };

/** One field of a form, drawn from its definition alone. */
export function FieldInput({ spec, id, value, onChange, place, path, described }: Props) {
  const aria = {
    ...(described !== undefined && { 'aria-describedby': described }),
    ...(place.faults[path] !== undefined && { 'aria-invalid': true }),
  };
  if (isSealed(value)) {
    return (
      <span>
        <span className="nb">{value.mask}</span>{' '}
        <Button type="link" onClick={() => onChange(undefined)}>
          重新填写
        </Button>
      </span>
    );
  }
  const text = typeof value === 'string' ? value : '';
  switch (spec.kind) {
    case 'text':
      return spec.multiline ? (
        <Input.TextArea
          id={id}
          {...aria}
          value={text}
          autoSize={{ minRows: 3, maxRows: 14 }}
          maxLength={spec.max}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          id={id}
          {...aria}
          value={text}
          maxLength={spec.max}
          style={{ maxWidth: spec.max < 60 ? 320 : 640 }}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'personName':
    case 'idNumber':
    case 'creditCode':
    case 'phone':
    case 'docNumber':
    case 'courtCaseNumber':
      return (
        <Input
          id={id}
          {...aria}
          value={text}
          style={{ maxWidth: WIDTHS[spec.kind] }}
          autoComplete="off"
          {...(spec.kind === 'phone' && { inputMode: 'tel' as const })}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'choice': {
      const entries = Object.entries(spec.options);
      if (entries.length <= RADIO_LIMIT) {
        return (
          <Radio.Group value={text || undefined} name={id} onChange={(event) => onChange(event.target.value as string)}>
            {entries.map(([key, name], index) => (
              <Radio key={key} value={key} {...(index === 0 && { id })}>
                {name}
              </Radio>
            ))}
          </Radio.Group>
        );
      }
      return (
        <Select
          id={id}
          {...aria}
          value={text || null}
          style={{ width: 360, maxWidth: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          options={entries.map(([key, label]) => ({ value: key, label }))}
          onChange={(chosen) => onChange(chosen ?? undefined)}
          allowClear={spec.optional === true && { label: '清除' }}
        />
      );
    }
    case 'choices':
      return (
        <Checkbox.Group
          value={Array.isArray(value) ? (value as string[]) : []}
          options={Object.entries(spec.options).map(([key, label], index) => ({
            value: key,
            label,
            ...(index === 0 && { id }),
          }))}
          onChange={(chosen) => onChange(chosen as string[])}
        />
      );
    case 'bool':
      return (
        <Checkbox id={id} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {spec.label}
        </Checkbox>
      );
    case 'date':
      return (
        <DayInput id={id} aria={aria} value={text} onChange={onChange} today={place.today} past={spec.past === true} />
      );
    case 'integer':
      return (
        <InputNumber
          id={id}
          {...aria}
          value={typeof value === 'number' ? value : null}
          {...(spec.max !== undefined && { max: spec.max })}
          min={spec.min ?? 0}
          precision={0}
          {...(spec.unit && { suffix: spec.unit })}
          style={{ width: 140 }}
          onChange={(number) => onChange(number ?? undefined)}
        />
      );
    case 'money':
      return (
        <MoneyInput id={id} aria={aria} value={typeof value === 'number' ? value : undefined} onChange={onChange} />
      );
    case 'organization':
      return <OrganizationInput id={id} aria={aria} value={text} onChange={onChange} name={place.names[text]} />;
    case 'persons':
      return (
        <PersonsInput
          id={id}
          aria={aria}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={onChange}
          post={spec.post}
          org={place.organ}
          max={spec.max}
        />
      );
    case 'matter':
      return <MatterInput id={id} aria={aria} value={text} onChange={onChange} line={spec.line} />;
    case 'files':
      return (
        <Files
          id={id}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={onChange}
          names={place.names}
          max={spec.max ?? 20}
        />
      );
    case 'group':
      return (
        <div className="group">
          <FormFields
            fields={spec.of}
            values={(value as JsonObject) ?? {}}
            onChange={onChange}
            place={place}
            path={`${path}.`}
          />
        </div>
      );
    case 'list':
      return (
        <ListInput
          spec={spec}
          id={id}
          value={Array.isArray(value) ? (value as JsonObject[]) : []}
          onChange={onChange}
          place={place}
          path={path}
        />
      );
  }
}
