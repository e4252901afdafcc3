package dev.rampart.local.host.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.host.mapping.Destination;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configuration of events that nobody waits for, as templates write it. */
final class AsyncSettingsTest {
  private static AsyncSettings read(String config) {
    String template =
        """
        {"Resources": {"F": {"Type": "AWS::Serverless::Function", "Properties":
        {"EventInvokeConfig": %s}}}}
        """
            .formatted(config.replace('\'', '"'));
    Properties function = Template.read("t.yaml", template).stack(Map.of()).get("F").read();
    AsyncSettings settings = AsyncSettings.read(function.object("EventInvokeConfig"), false);
    function.end();
    return settings;
  }

  @Test
  void what_is_not_said_is_the_most_there_is() {
    AsyncSettings settings = read("{}");

    assertThat(settings.ageMax()).isEqualTo(Duration.ofHours(6));
    assertThat(settings.retriesMax()).isEqualTo(2);
    assertThat(settings.onSuccess()).isEmpty();
    assertThat(settings.onFailure()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "SQS~arn:aws:sqs:eu-west-1:000000000000:q~QUEUE",
        "SNS~arn:aws:sns:eu-west-1:000000000000:t~TOPIC",
        "EventBridge~arn:aws:events:eu-west-1:000000000000:event-bus/b~BUS",
        "Lambda~arn:aws:lambda:eu-west-1:000000000000:function:f:live~FUNCTION"
      })
  void four_kinds_of_destinations_are_known_by_their_arns(
      String type, String arn, Destination.Kind kind) {
    AsyncSettings settings =
        read(
            ("{'DestinationConfig':{'OnSuccess':{'Type':'%s','Destination':'%s'},"
                    + "'OnFailure':{'Destination':'%s'}}}")
                .formatted(type, arn, arn));

    assertThat(settings.onSuccess()).contains(new Destination(kind, arn));
    assertThat(settings.onFailure()).contains(new Destination(kind, arn));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'MaximumRetryAttempts':3~MaximumRetryAttempts is not from 0 to 2",
        "'MaximumEventAgeInSeconds':59~MaximumEventAgeInSeconds is not from 60 to 21600",
        "'Qualifier':'live'~Qualifier is not known to the local run",
        "'DestinationConfig':{'OnFailure':{'Type':'S3','Destination':'arn:aws:s3:::b'}}"
            + "~DestinationConfig.OnFailure.Destination is not a queue or a topic or a bus or a"
            + " function; other destinations are no part of the local run",
        "'DestinationConfig':{'OnSuccess':{'Destination':'arn:aws:events:r:1:rule/r'}}"
            + "~DestinationConfig.OnSuccess.Destination is not a queue or a topic or a bus or a"
            + " function; other destinations are no part of the local run",
        "'DestinationConfig':{'OnSuccess':{'Type':'Lambda','Destination':'arn:aws:sqs:r:1:q'}}"
            + "~DestinationConfig.OnSuccess.Type is not SQS, which the destination is",
        "'DestinationConfig':{'OnSuccess':{'Type':'SQS'}}"
            + "~DestinationConfig.OnSuccess.Destination is missing",
      })
  void a_wrong_property_is_named_with_its_line(String property, String message) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read("{" + property + "}"))
        .withMessage("t.yaml:2: F.EventInvokeConfig." + message);
  }
}
