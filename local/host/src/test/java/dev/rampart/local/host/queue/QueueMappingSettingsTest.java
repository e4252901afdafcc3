package dev.rampart.local.host.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.template.source.TemplateException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each property that is read can be wrong, and is then named with its line. */
final class QueueMappingSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'BatchSize':0~BatchSize is not from 1 to 10000",
        "'BatchSize':100~BatchSize is larger than 10 without MaximumBatchingWindowInSeconds",
        "'MaximumBatchingWindowInSeconds':301~MaximumBatchingWindowInSeconds is not from 0 to 300",
        "'Enabled':'maybe'~Enabled is neither true nor false",
        "'ScalingConfig':{'MaximumConcurrency':1}"
            + "~ScalingConfig.MaximumConcurrency is not from 2 to 1000",
        "'FunctionResponseTypes':['All']~FunctionResponseTypes is not [ReportBatchItemFailures]",
        "'FilterCriteria':{}~FilterCriteria is not known to the local run",
      })
  void a_wrong_property_is_named(String property, String message) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> TestQueue.settings("," + property))
        .withMessageContaining("t.yaml:2: Mapping." + message);
  }

  @Test
  void a_large_batch_needs_a_window() {
    QueueMappingSettings settings =
        TestQueue.settings(",'BatchSize':100,'MaximumBatchingWindowInSeconds':1");

    assertThat(settings.batchSize()).isEqualTo(100);
    assertThat(settings.window()).isEqualTo(Duration.ofSeconds(1));
  }
}
