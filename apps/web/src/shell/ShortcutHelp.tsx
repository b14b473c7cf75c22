import { useEffect, useRef } from 'react';
import { SHORTCUTS } from './shortcuts.js';

/** The keys, in a dialog of the browser's own: it keeps the focus and closes with Escape. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="keys-title" className="keys">
      <h2 id="keys-title">快捷键</h2>
      <table className="plain">
        <thead>
          <tr>
            <th>按键</th>
            <th>作用</th>
          </tr>
        </thead>
        <tbody>
          {SHORTCUTS.map(([keys, does]) => (
            <tr key={keys}>
              <td>
                <kbd>{keys}</kbd>
              </td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="button" onClick={onClose}>
        关闭
      </button>
    </dialog>
  );
}
