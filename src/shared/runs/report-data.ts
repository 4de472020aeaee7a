import type { Network } from '../network/build';
import type { Evaluation } from '../contract/evaluation';
import type { RunCurves } from '../contract/metrics';
import type { RunConfig, RunSummary } from '../contract/run';

/** All that a report tells of a run. */
export interface ReportData {
  readonly summary: RunSummary;
  readonly config: RunConfig;
  readonly network: Network;
  readonly curves: RunCurves;
  /** Null where the run was not evaluated since it was trained last. */
  readonly evaluation: Evaluation | null;
  /** Where and by which version the report is made. */
  readonly made: {
    readonly at: Date;
    readonly studioVersion: string;
    /** Processor, cores and system. */
    readonly machine: string;
  };
}
