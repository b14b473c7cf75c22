/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import { changeDraft } from './drafts.js';
import { type FieldProps, Fieldset } from './Field.js';
import { fieldId, useForm } from './form.js';
import { addFile, forget, send, useSending } from './uploads.js';
import { valueIn, withValue } from './values.js';

const KINDS = 'image/jpeg,image/png,image/webp,application/pdf,.pdf,.ofd,.doc,.docx,.xlsx';

/** Photos from the camera or files: several at once, each with its own progress, its own words when refused. */
export function FilesField({ path, spec, max }: FieldProps & { readonly max: number }) {
  const { draft, values, names } = useForm();
  const value = valueIn(values, path);
  const ids: readonly string[] = Array.isArray(value) ? (value as string[]) : [];
  const sending = useSending(draft, path.join('.'));
  const room = max - ids.length - sending.filter((file) => file.state !== 'refused').length;
  const take = (files: FileList | null) => {
    for (const file of [...(files ?? [])].slice(0, room)) addFile(draft, path.join('.'), file);
  };
  const going = sending.filter((file) => file.state === 'sending').length;
  return (
    <Fieldset path={path} spec={spec}>
      <p class="hint">照片、PDF、OFD、Word，每个不超过50 MB，最多{max}个</p>
      <ul class="files">
        {ids.map((id) => (
          <li key={id}>
            <span class="done" aria-hidden="true">
              ✓
            </span>
            <span class="file-name">{names[id] ?? '文件'}</span>
            <button
              type="button"
              class="plain"
              onClick={() =>
                changeDraft(draft, (before) => ({
                  values: withValue(
                    before.values,
                    path,
                    ids.filter((one) => one !== id),
                  ),
                }))
              }
            >
              删除<span class="spoken">{names[id] ?? '文件'}</span>
            </button>
          </li>
        ))}
        {sending.map((file) => (
          <li key={file.id} class={file.state === 'sending' ? '' : 'failed'}>
            {file.state === 'sending' ? (
              <>
                <span class="file-name">{file.name}</span>
                <progress max={1} value={file.share} aria-label={`${file.name}正在上传`} />
                <span>{Math.round(file.share * 100)}%</span>
              </>
            ) : (
              <>
                <span class="file-name" role="alert">
                  ▲ {file.message}
                </span>
                {file.state === 'failed' && (
                  <button type="button" class="plain" onClick={() => void send(file)}>
                    重试
                  </button>
                )}
              </>
            )}
            <button type="button" class="plain" onClick={() => forget(file.id)}>
              {file.state === 'sending' ? '取消' : '知道了'}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" class="hint">
        {going > 0 ? `正在上传${going}个，可以接着填` : ids.length > 0 ? `已上传${ids.length}个` : ''}
      </p>
      {room > 0 && (
        <div class="pick">
          <Pick id={`${fieldId(path)}-camera`} label="拍照" accept="image/*" camera onPick={take} />
          <Pick id={`${fieldId(path)}-pick`} label="选照片或者文件" accept={KINDS} onPick={take} />
        </div>
      )}
    </Fieldset>
  );
}

interface PickProps {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  readonly camera?: boolean;
  readonly onPick: (files: FileList | null) => void;
}

/** The input itself takes the focus and lies over its label: it works by keyboard, and with a file dragged onto it. */
function Pick({ id, label, accept, camera = false, onPick }: PickProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span class="secondary pick-one">
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        multiple={!camera}
        {...(camera && { capture: 'environment' as const })}
        onChange={(event) => {
          onPick(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </span>
  );
}
