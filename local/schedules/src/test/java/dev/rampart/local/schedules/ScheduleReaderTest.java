package dev.rampart.local.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.template.source.TemplateException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be done is refused by resource, file and line. */
final class ScheduleReaderTest {
  private static final String GROUP =
      """
        Own:
          Type: AWS::Scheduler::ScheduleGroup
          Properties: {Name: own}
      """;

  @Test
  void schedules_are_read_with_the_defaults_of_the_service() {
    List<ScheduleSettings> schedules = ScheduleBench.read(ScheduleBench.TEMPLATE);

    ScheduleSettings minutely = schedules.getFirst();
    assertThat(minutely.logicalId()).isEqualTo("Minutely");
    assertThat(minutely.arn()).matches("arn:aws:scheduler:.*:schedule/default/minutely");
    assertThat(minutely.every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(minutely.target().retriesMax()).isEqualTo(2);
    assertThat(minutely.target().deadLetterArn()).get().asString().endsWith(":letters");
    ScheduleTarget hourly = schedules.getLast().target();
    assertThat(hourly.retriesMax()).isEqualTo(185);
    assertThat(hourly.ageMax()).isEqualTo(Duration.ofDays(1));
    assertThat(hourly.deadLetterArn()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rate(1 minutes), PT1M",
    "rate(5 minutes), PT5M",
    "rate(1 hour), PT1H",
    "rate(7 days), PT168H",
  })
  void a_rate_is_a_number_of_minutes_hours_or_days(String expression, Duration every) {
    String template = ScheduleBench.TEMPLATE.replace("rate(1 minute)", expression);
    assertThat(ScheduleBench.read(template).getFirst().every()).isEqualTo(every);
  }

  @Test
  void a_schedule_is_in_a_group_of_the_template() {
    String template = ScheduleBench.TEMPLATE.replace("Name: minutely", "GroupName: !Ref Own");

    assertThat(ScheduleBench.read(template + GROUP).getFirst().arn()).contains(":schedule/own/");
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> ScheduleBench.read(template.replace("!Ref Own", "other") + GROUP))
        .withMessageContaining("Minutely.GroupName names no schedule group of the template");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "rate(1 minute) ~ cron(0 10 * * ? *) ~ 12: Minutely.ScheduleExpression is cron(0 10 * * ?"
            + " *); the local run has rates alone",
        "rate(1 minute) ~ at(2026-11-29T12:00:00) ~ 12: Minutely.ScheduleExpression is at(",
        "rate(1 minute) ~ rate(0 minutes) ~ 12: Minutely.ScheduleExpression is no rate of",
        "rate(1 minute) ~ rate(30 seconds) ~ 12: Minutely.ScheduleExpression is no rate of",
        "rate(1 minute) ~ hourly ~ 12: Minutely.ScheduleExpression is no rate of",
        "Mode: 'OFF' ~ Mode: FLEXIBLE ~ 13: Minutely.FlexibleTimeWindow.Mode is not OFF",
        "State: ENABLED ~ State: 'ON' ~ 14: Minutely.State is not DISABLED or ENABLED",
        "State: ENABLED ~ ScheduleExpressionTimezone: Mars/Base ~ 14:"
            + " Minutely.ScheduleExpressionTimezone is no time zone",
        "State: ENABLED ~ EndDate: '2030-01-01T00:00:00Z' ~ 14: Minutely.EndDate is not known",
        "State: ENABLED ~ GroupName: other ~ 14: Minutely.GroupName names no schedule group",
        "Name: minutely ~ Name: a b ~ 11: Minutely.Name is not 1 to 64 letters",
        "Arn: !GetAtt Fn.Arn ~ Arn: !GetAtt Letters.Arn ~ 16: Minutely.Target.Arn names no"
            + " function",
        "Arn: !GetAtt Letters.Arn ~ Arn: !GetAtt Fn.Arn ~ 20: Minutely.Target.DeadLetterConfig.Arn"
            + " names no queue",
        "RoleArn: arn ~ Role: arn ~ 15: Minutely.Target.RoleArn is missing",
        "Input: '{ ~ Text: '{ ~ 15: Minutely.Target.Input is missing",
        "Input: '{ ~ Input: '{x ~ 18: Minutely.Target.Input is no JSON",
        "MaximumRetryAttempts: 2 ~ MaximumRetryAttempts: 186 ~ 19:"
            + " Minutely.Target.RetryPolicy.MaximumRetryAttempts is not from 0 to 185",
        "InSeconds: 60 ~ InSeconds: 59 ~ 19:"
            + " Minutely.Target.RetryPolicy.MaximumEventAgeInSeconds is not from 60 to 86400",
        "Input: '{ ~ `SqsParameters: {}\n        Input: '{` ~ 18: Minutely.Target.SqsParameters is"
            + " not known",
      })
  void what_is_not_supported_is_refused(String part, String other, String message) {
    assertThat(ScheduleBench.TEMPLATE).contains(part);
    int at = ScheduleBench.TEMPLATE.indexOf(part);
    String text =
        ScheduleBench.TEMPLATE.substring(0, at)
            + other
            + ScheduleBench.TEMPLATE.substring(at + part.length());

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> ScheduleBench.read(text))
        .withMessageStartingWith("t.yaml:" + message);
  }
}
