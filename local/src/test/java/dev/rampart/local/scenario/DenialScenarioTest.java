package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.stack.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template, changed in its roles and policies alone: what callers see of it. */
final class DenialScenarioTest {
  /** Up to the service that a statement of a topic's policy is for. */
  private static final Pattern ALARMS_PUBLISH =
      Pattern.compile(
          "(AlarmsOfThisAccount\\s+Effect: Allow\\s+Principal: [{]Service: )[a-z.]+"
              + "(?=[}]\\s+Action: 'sns:Publish'\\s+Resource: !Ref SecurityTopic)");

  @TempDir private Path folder;

  @Test
  void what_a_role_lacks_fails_and_is_named_with_its_place() throws IOException {
    String written = "Action: [dynamodb:PutItem, dynamodb:GetItem, dynamodb:UpdateItem]";
    try (Running run =
        Running.start(
            changed(written, "Action: [dynamodb:PutItem, dynamodb:UpdateItem]"), Set.of(503))) {
      Reply created = run.ann.submit(good());
      assertThat(created.status()).isEqualTo(201);

      assertThat(run.ann.get(ALL + "/" + created.id()).status()).isEqualTo(503);
      assertThat(run.ann.get(ALL).status()).isEqualTo(200);
      assertThat(run.printed())
          .anySatisfy(
              line ->
                  assertThat(line)
                      .matches(
                          "refused to ApiFunction: .*template.yaml:[0-9]+: ApiRole does not allow"
                              + " dynamodb:GetItem on arn:aws:dynamodb:.*"));
      assertThat(run.problems())
          .anySatisfy(
              problem ->
                  assertThat(problem)
                      .matches(
                          "Refused to ApiFunction: .*template.yaml:[0-9]+: ApiRole does not allow"
                              + " dynamodb:GetItem on .*: no statement .*[(]since [0-9:]{8}[)]."));
    }
  }

  @Test
  void without_a_permission_the_gateway_answers_500_and_a_rule_keeps_its_event_as_a_dead_letter()
      throws IOException {
    // Of the API for all but GET, and of the queue for the rule.
    RunSettings narrowed =
        ChangedTemplate.in(
            folder,
            text ->
                text.replace("${Api}/${Api.Stage}/*/v1/*'", "${Api}/${Api.Stage}/GET/v1/*'")
                    .replace(
                        "Resource: !GetAtt DetectionQueue.Arn\n"
                            + "          Condition: {ArnEquals: {'aws:SourceArn': !GetAtt"
                            + " SuspiciousRule.Arn}}",
                        "Resource: !GetAtt DetectionQueue.Arn\n"
                            + "          Condition: {ArnEquals: {'aws:SourceArn': !GetAtt"
                            + " Bus.Arn}}"));
    try (Running run = Running.start(narrowed, Set.of(500))) {
      Reply refused = run.ann.submit(good());
      assertThat(refused.status()).isEqualTo(500);
      assertThat(refused.problem()).isEqualTo("internal");
      // What GET may is not what POST lacks.
      assertThat(run.ann.get(ALL).status()).isEqualTo(200);
      assertThat(run.problems())
          .anySatisfy(
              problem ->
                  assertThat(problem)
                      .matches(
                          "Refused to apigateway.amazonaws.com: .*template.yaml:[0-9]+: \\w+ does"
                              + " not allow lambda:InvokeFunction on .*/POST/v1/.* wants other"
                              + " values of aws:sourcearn.*"));

      assertThat(run.bob.get("/v1/nothing").status()).isEqualTo(404);
      assertThat(
              Running.eventually(
                  () ->
                      run.printed().stream()
                          .anyMatch(
                              line ->
                                  line.contains("refused to events.amazonaws.com")
                                      && line.contains("sqs:SendMessage"))))
          .isTrue();
      assertThat(Running.eventually(() -> run.waiting("DetectionUndelivered") > 0)).isTrue();
    }
  }

  @Test
  void an_alarm_whose_topic_does_not_take_its_mail_is_named_with_who_asks() throws IOException {
    RunSettings other =
        ChangedTemplate.in(
                folder,
                text -> ALARMS_PUBLISH.matcher(text).replaceFirst("$1budgets.amazonaws.com"))
            .with(Map.of("Alarms", "true"));
    try (Running run = Running.start(other, Set.of())) {
      assertThat(run.problems()).isEmpty();
      run.setAlarm("ThreatsAlarm", "ALARM");

      assertThat(Running.eventually(() -> !run.problems().isEmpty())).isTrue();
      assertThat(run.problems())
          .anySatisfy(
              problem ->
                  assertThat(problem)
                      .matches(
                          "Refused to cloudwatch.amazonaws.com: .*template.yaml:[0-9]+:"
                              + " SecurityTopicPolicy does not allow sns:Publish on .*:"
                              + " SecurityTopicPolicy AlarmsOfThisAccount [(]line [0-9]+[)] names"
                              + " another principal [(]budgets.amazonaws.com[)], and"
                              + " cloudwatch.amazonaws.com asks .*"));
    }
  }

  @Test
  void an_event_source_is_read_as_long_as_the_role_allows_it() throws Exception {
    String read =
        "Action: [sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes]\n"
            + "            Resource: !GetAtt DetectionQueue.Arn";
    Instant until = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
    String refused = "refused to DetectionFunction: .* does not allow sqs:ReceiveMessage on .*";
    try (Running run =
            Running.start(
                changed(
                        read,
                        read
                            + "\n            Condition: {DateLessThan: {aws:CurrentTime: '%s'}}"
                                .formatted(until))
                    .withControl(true),
                Set.of());
        Control control = new Control(run)) {
      assertThat(run.printed()).noneMatch(line -> line.matches(refused));

      control.forward("PT2H");
      assertThat(
              Running.eventually(
                  () -> run.printed().stream().anyMatch(line -> line.matches(refused))))
          .isTrue();
    }
  }

  private RunSettings changed(String part, String other) throws IOException {
    return ChangedTemplate.in(
        folder,
        text -> {
          assertThat(text).containsOnlyOnce(part);
          return text.replace(part, other);
        });
  }
}
