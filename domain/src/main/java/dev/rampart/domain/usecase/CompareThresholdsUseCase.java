package dev.rampart.domain.usecase;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.tuning.Recording;
import dev.rampart.domain.detection.tuning.ThresholdComparison;
import dev.rampart.domain.port.in.CompareThresholds;
import dev.rampart.domain.port.out.RecordedSignals;

/**
 * {@link CompareThresholds} over what was recorded.
 *
 * @param hash tells apart what signals were after
 */
public record CompareThresholdsUseCase(RecordedSignals recorded, KeyedHash hash)
    implements CompareThresholds {
  /** More take longer than whoever asks can wait: this many take seconds. */
  static final int SIGNALS_MAX = 20_000;

  @Override
  public Compared compare(Command command) {
    Recording recording = recorded.read(command.span()).newest(SIGNALS_MAX);
    return new Compared(
        recording.completeSince(),
        recording.signals().size(),
        ThresholdComparison.of(recording.signals(), command.tried(), hash));
  }
}
