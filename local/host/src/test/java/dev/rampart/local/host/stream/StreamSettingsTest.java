package dev.rampart.local.host.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.template.source.TemplateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each property that is read can be wrong, and is then named with its line. */
final class StreamSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'BatchSize':0~BatchSize is not from 1 to 10000",
        "'Enabled':1~Enabled is neither true nor false",
        "'MaximumRetryAttempts':-2~MaximumRetryAttempts is not from -1 to 10000",
        "'MaximumRecordAgeInSeconds':'old'~MaximumRecordAgeInSeconds is not a whole number",
        "'BisectBatchOnFunctionError':'yes'~BisectBatchOnFunctionError is neither true nor false",
        "'FunctionResponseTypes':['All']~FunctionResponseTypes is not [ReportBatchItemFailures]",
        "'DestinationConfig':{'OnSuccess':{}}"
            + "~DestinationConfig.OnSuccess is not known to the local run",
        "'DestinationConfig':{'OnFailure':{'Destination':[]}}"
            + "~DestinationConfig.OnFailure.Destination is not a text",
        "'DestinationConfig':{'OnFailure':{'Type':'SNS'}}"
            + "~DestinationConfig.OnFailure.Destination is missing",
        "'DestinationConfig':{'OnFailure':{'Type':'SNS','Destination':'arn:aws:sqs:r:1:q'}}"
            + "~DestinationConfig.OnFailure.Type is not SQS, which the destination is",
        "'DestinationConfig':{'OnFailure':{'Destination':'arn:aws:s3:::bucket'}}"
            + "~DestinationConfig.OnFailure.Destination is not a queue or a topic; other"
            + " destinations are no part of the local run",
        "'DestinationConfig':{'OnFailure':{'Destination':'arn:aws:events:r:1:event-bus/b'}}"
            + "~DestinationConfig.OnFailure.Destination is not a queue or a topic; other"
            + " destinations are no part of the local run",
        "'FilterCriteria':{}~FilterCriteria is not known to the local run",
      })
  void a_wrong_property_is_named(String property, String message) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> Shard.settings("'StartingPosition':'LATEST'," + property))
        .withMessage("t.yaml:2: Mapping." + message);
  }

  @Test
  void the_starting_position_is_one_of_two() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> Shard.settings("'BatchSize':1"))
        .withMessage("t.yaml:1: Mapping.StartingPosition is missing");
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> Shard.settings("'StartingPosition':'FIRST'"))
        .withMessage("t.yaml:2: Mapping.StartingPosition is not LATEST or TRIM_HORIZON");
    assertThat(Shard.settings("'StartingPosition':'LATEST'").latest()).isTrue();
    assertThat(Shard.settings("'StartingPosition':'TRIM_HORIZON'").latest()).isFalse();
  }

  @Test
  void minus_one_is_no_limit() {
    StreamSettings settings =
        Shard.settings("'StartingPosition':'LATEST','MaximumRetryAttempts':-1");

    assertThat(settings.retriesMax()).isEmpty();
    assertThat(settings.ageMax()).isEmpty();
  }
}
