import type { RunSummary } from '../../shared/contract/run';
import type { Settings } from '../../shared/contract/settings';
import type { Trash } from '../files/trash';
import type { LaunchProcess } from '../launch/child';

/** The settings, wherever the host keeps them. */
export interface SettingsStore {
  read(): Settings;
  /** @returns all settings after the change. */
  change(change: Partial<Settings>): Settings;
}

/** What a run that trains needs of its host. */
export interface TrainingHost {
  /** Whether the machine is to stay awake, for a run computes. */
  keepAwake(isOn: boolean): void;
  /** A run has ended that nobody stopped. */
  tellEnd(summary: RunSummary): void;
}

/**
 * The program that a studio runs in: a desktop app, or a server. What the window asks of it directly is the table of
 * the contract's host.
 */
export interface Host extends TrainingHost {
  readonly settings: SettingsStore;
  /** Starts the studio's processes. */
  readonly launch: LaunchProcess;
  /** Where runs go that are deleted. */
  readonly trash: Trash;
  /** The settings were changed by somebody who is connected. */
  settingsChanged(settings: Settings): void;
}
