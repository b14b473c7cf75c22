import { useEffect, useState } from 'react';

/** A line under the head while the device has no network. */
export function Offline() {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    addEventListener('online', update);
    addEventListener('offline', update);
    return () => {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    };
  }, []);
  return online ? null : (
    <p role="status" className="offline">
      未联网：可以接着填，草稿存在本机；联网后再办理。
    </p>
  );
}
