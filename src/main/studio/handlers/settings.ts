import type { Handlers } from '../door';
import type { Host } from '../host';

interface Services {
  host: Pick<Host, 'settings' | 'settingsChanged'>;
  dataFolderInUse: string;
  studioVersion: string;
}

export function settingsHandlers({
  host,
  dataFolderInUse,
  studioVersion,
}: Services): Handlers<'settings.read' | 'settings.change'> {
  return {
    'settings.read': () => ({ ...host.settings.read(), dataFolderInUse, studioVersion }),
    'settings.change': (change) => {
      const now = host.settings.change(change);
      host.settingsChanged(now);
      return now;
    },
  };
}
