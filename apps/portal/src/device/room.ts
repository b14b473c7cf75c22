import { useEffect, useState } from 'preact/hooks';

const query = '(min-width: 1024px)';
const roomy = (): boolean => matchMedia(query).matches && !document.documentElement.classList.contains('care');

/** Whether there is room beside the text: a wide window, not in the version for easy reading, which has one column. */
export function useRoom(): boolean {
  const [room, set] = useState(roomy);
  useEffect(() => {
    const list = matchMedia(query);
    const look = () => set(roomy());
    list.addEventListener('change', look);
    // 关怀版 is switched by a class on the root.
    const care = new MutationObserver(look);
    care.observe(document.documentElement, { attributeFilter: ['class'] });
    return () => {
      list.removeEventListener('change', look);
      care.disconnect();
    };
  }, []);
  return room;
}
