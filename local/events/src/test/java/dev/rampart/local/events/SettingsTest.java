package dev.rampart.local.events;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.events.archive.ArchiveSettings;
import dev.rampart.local.events.bus.ArchiveReader;
import dev.rampart.local.events.bus.BusSettings;
import dev.rampart.local.events.bus.RuleSettings;
import dev.rampart.local.events.queue.QueueSettings;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.source.TemplateException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each property that is read can be wrong, and is then named with its line. */
final class SettingsTest {
  private static final String RULE = "\"EventPattern\":{\"source\":[\"a\"]}";

  private static void read(String type, Properties properties) {
    switch (type) {
      case "AWS::SQS::Queue" -> {
        QueueSettings _ = QueueSettings.read(properties);
      }
      case "AWS::Events::Archive" -> {
        ArchiveSettings _ = ArchiveReader.read(properties);
      }
      case "AWS::Events::EventBus" -> {
        BusSettings _ = BusSettings.read(properties);
      }
      default -> {
        RuleSettings _ = RuleSettings.read(properties);
      }
    }
    properties.end();
  }

  private static void assertFault(String type, String properties, String message) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read(type, Templates.properties(type, "{" + properties + "}")))
        .withMessageMatching("t\\.yaml:[12]: Resource\\." + Pattern.quote(message) + ".*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'QueueName':'a b'~QueueName is 'a b'. Can only include alphanumeric characters",
        "'QueueName':'a.fifo'~QueueName is 'a.fifo'. FIFO queues are no part of the local run.",
        "'FifoQueue':true~FifoQueue is set; FIFO queues are no part of the local run",
        "'DelaySeconds':901~DelaySeconds is not from 0 to 900",
        "'MaximumMessageSize':1~MaximumMessageSize is not from 1024 to 1048576",
        "'MessageRetentionPeriod':59~MessageRetentionPeriod is not from 60 to 1209600",
        "'ReceiveMessageWaitTimeSeconds':21~ReceiveMessageWaitTimeSeconds is not from 0 to 20",
        "'VisibilityTimeout':'soon'~VisibilityTimeout is not a whole number",
        "'RedrivePolicy':'q'~RedrivePolicy is not an object",
        "'RedrivePolicy':{}~RedrivePolicy.deadLetterTargetArn is missing",
        "'RedrivePolicy':{'deadLetterTargetArn':'a'}~RedrivePolicy.maxReceiveCount is missing",
        "'RedrivePolicy':{'deadLetterTargetArn':'a','maxReceiveCount':0}"
            + "~RedrivePolicy.maxReceiveCount is not from 1 to 1000",
        "'RedrivePolicy':{'deadLetterTargetArn':'a','maxReceiveCount':1,'x':1}"
            + "~RedrivePolicy.x is not known to the local run",
        "'Speed':1~Speed is not known to the local run",
      })
  void a_queue(String properties, String message) {
    assertFault("AWS::SQS::Queue", properties.replace('\'', '"'), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'Name':'a b'~Name is not 1 to 64 letters, digits, dots and dashes",
        "'ScheduleExpression':'rate(1 day)'~ScheduleExpression is set; schedules are no part",
        "'State':'ON'~State is not DISABLED or ENABLED",
        "'Targets':{}~Targets is not a list",
        "'Targets':[{}]~Targets.0.Id is missing",
        "'Targets':[{'Id':'a'}]~Targets.0.Arn is missing",
        "'Targets':[{'Id':'a','Arn':'b'}]~Targets.0.Arn is not accepted. Target 'b' is no queue",
        "'Targets':[{'Id':'a','Arn':'arn:aws:sqs:r:1:q','RetryPolicy':{'MaximumRetryAttempts':-1}}]"
            + "~Targets.0.RetryPolicy.MaximumRetryAttempts is not from 0 to 185",
        "'Targets':[{'Id':'a','Arn':'arn:aws:sqs:r:1:q',"
            + "'RetryPolicy':{'MaximumEventAgeInSeconds':1}}]"
            + "~Targets.0.RetryPolicy.MaximumEventAgeInSeconds is not from 60 to 86400",
        "'Targets':[{'Id':'a','Arn':'arn:aws:sqs:r:1:q','DeadLetterConfig':1}]"
            + "~Targets.0.DeadLetterConfig is not an object",
        "'Targets':[{'Id':'a','Arn':'arn:aws:sqs:r:1:q','Input':'x'}]"
            + "~Targets.0.Input is not accepted. Input is not JSON",
        "'Targets':[{'Id':'a','Arn':'arn:aws:sqs:r:1:q','InputTransformer':{'InputTemplate':'x'}}]"
            + "~Targets.0.InputTransformer is not accepted. Invalid InputTemplate",
        "'Targets':[{'Id':'a','Arn':'arn:aws:sqs:r:1:q','HttpParameters':{}}]"
            + "~Targets.0.HttpParameters is not known to the local run",
        "'Targets':[{'Id':'a','Arn':'arn:aws:events:r:1:api-destination/a/b'}]"
            + "~Targets.0.Arn is not accepted. RoleArn is required",
      })
  void a_rule(String properties, String message) {
    assertFault("AWS::Events::Rule", RULE + "," + properties.replace('\'', '"'), message);
  }

  @Test
  void the_pattern_of_a_rule() {
    assertFault("AWS::Events::Rule", "\"Name\":\"a\"", "EventPattern is missing");
    assertFault(
        "AWS::Events::Rule",
        "\"EventPattern\":{\"source\":\"a\"}",
        "EventPattern is not accepted. Event pattern is not valid. Reason: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'RetentionDays':1~SourceArn is missing",
        "'SourceArn':'b','RetentionDays':-1~RetentionDays is not from 0 to",
        "'SourceArn':'b','EventPattern':{}~EventPattern is not accepted.",
        "'SourceArn':'b','EventPattern':{'source':'a'}~EventPattern is not accepted.",
        "'SourceArn':'b','ArchiveName':'a b'~ArchiveName is not 1 to 48 letters",
        "'SourceArn':'b','KmsKeyIdentifier':[]~KmsKeyIdentifier is not a text",
        "'SourceArn':'b','State':'DISABLED'~State is not known to the local run",
      })
  void a_wrong_property_of_an_archive_is_named(String property, String message) {
    assertFault("AWS::Events::Archive", property.replace('\'', '"'), message);
  }

  @Test
  void a_wrong_property_of_a_bus_is_named() {
    assertFault(
        "AWS::Events::EventBus",
        "\"DeadLetterConfig\":{\"Arn\":[]}",
        "DeadLetterConfig.Arn is not a text");
    assertFault(
        "AWS::Events::EventBus",
        "\"EventSourceName\":\"partner\"",
        "EventSourceName is not known to the local run");
  }
}
