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

  @Override
  public Compared compare(Command command) {
    Recording recording = recorded.read(command.span());
    return new Compared(
        recording.completeSince(),
        recording.signals().size(),
        ThresholdComparison.of(recording.signals(), command.tried(), hash));
  }
}
