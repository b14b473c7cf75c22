import type { SettingPreview, SettingsView } from '@fadu/wire';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client.js';

export const settingsQuery = (region: string | undefined) =>
  queryOptions({
    queryKey: ['settings', region ?? ''],
    queryFn: () => get<SettingsView>(`/settings${region ? `?region=${region}` : ''}`),
    placeholderData: (before: SettingsView | undefined) => before,
  });

export const previewQuery = (asked: { code: string; region: string; value: string; on: string }, enabled: boolean) =>
  queryOptions({
    queryKey: ['settings-preview', asked],
    queryFn: () => get<SettingPreview>(`/settings/preview?${new URLSearchParams(asked)}`),
    enabled,
    retry: false,
  });
