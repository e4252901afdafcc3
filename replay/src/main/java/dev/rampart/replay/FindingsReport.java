package dev.rampart.replay;

import dev.rampart.domain.detection.finding.Threat;

/** Prints what a replay finds, each finding as it opens: none is kept. */
interface FindingsReport {
  /** Prints an incident if it opens. */
  void take(Threat threat);

  /** Prints the sums of a run that is over. */
  void finish(ReplayRun run, ReplayCounts counts);
}
