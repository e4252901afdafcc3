package dev.rampart.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of a run: how they are kept, and what they say beside the roles. */
final class CallReportTest {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: '2010-09-09'
      Transform: AWS::Serverless-2016-10-31
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties: {Handler: a.B, CodeUri: f.jar, Role: !GetAtt R.Arn}
        R:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {Statement: [
              {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]}
            Policies:
            - PolicyName: p
              PolicyDocument:
                Statement:
                - {Sid: Queue, Effect: Allow, Action: ['sqs:Send*', sqs:PurgeQueue], Resource: '*'}
      Metadata:
        UnusedGrants:
      """;
  private static final RecordedCall SENT = call("q", "R/Queue", "");

  @TempDir private Path folder;

  private static RecordedCall call(String resource, String statement, String missing) {
    return new RecordedCall("F", "sqs:SendMessage", resource, Map.of(), statement, missing);
  }

  private static CallReport report(String reasons, RecordedCall... calls) {
    return CallReport.of(
        Template.read("t.yaml", TEMPLATE + "    " + reasons + "\n"), List.of(calls));
  }

  @Test
  void what_a_client_sent_in_place_of_a_name_is_cut_and_printable() {
    RecordedCall odd =
        new RecordedCall(
            "F",
            "sqs:SendMessage",
            "\u001b[2J\n" + "a".repeat(5_000_000),
            Map.of("k", List.of("b".repeat(5_000_000))),
            "",
            "no");

    assertThat(odd.resource()).hasSizeLessThan(3_000).startsWith("?[2J?a").endsWith("...");
    assertThat(odd.context().toString()).hasSizeLessThan(3_000);
  }

  @Test
  void a_grant_needs_a_use_or_a_reason() {
    CallReport without = report("x@Y: a reason of some length", SENT);
    CallReport.FunctionCalls function = without.functions().getFirst();

    assertThat(function.allowed())
        .containsExactly(new CallReport.AllowedCall("sqs:SendMessage", "q", "R/Queue", 16));
    assertThat(function.unused())
        .containsExactly(new CallReport.UnusedGrant("sqs:PurgeQueue", "R/Queue", 16, ""));
    assertThat(without.isClean()).isFalse();
    assertThat(report("sqs:PurgeQueue@R: people do it by hand at times", SENT).isClean()).isTrue();
  }

  @Test
  void a_reason_needs_words_and_a_grant_without_use() {
    assertThat(report("sqs:PurgeQueue@R: rarely", SENT).faults())
        .containsExactly(
            "UnusedGrants sqs:PurgeQueue@R: it gives no reason; write why in a sentence");
    assertThat(report("sqs:PurgeQueue sqs:Send*@R: people do it by hand at times", SENT).faults())
        .containsExactly("UnusedGrants sqs:Send*@R: it is used, or not granted; remove it");
  }

  @Test
  void what_was_refused_is_no_clean_report() {
    CallReport report =
        report(
            "sqs:PurgeQueue@R: people do it by hand at times",
            SENT,
            call("other", "", "no statement is about the action"));

    assertThat(report.functions().getFirst().refused()).hasSize(1);
    assertThat(report.isClean()).isFalse();
  }

  @Test
  void each_kind_of_call_is_kept_once_and_not_too_many() throws IOException {
    Path file = folder.resolve("calls.jsonl");
    CallRecord record = CallRecord.begin(file);

    assertThat(record.add(SENT)).isTrue();
    assertThat(record.add(SENT)).isFalse();
    for (int i = 1; i <= CallRecord.KINDS_MAX; i++) {
      assertThat(record.add(call("q" + i, "R/Queue", ""))).isEqualTo(i < CallRecord.KINDS_MAX);
    }

    assertThat(Files.readAllLines(file)).hasSize(CallRecord.KINDS_MAX);
    assertThatIOException().isThrownBy(() -> CallRecord.read(file)).withMessageContaining("full");
    assertThat(CallRecord.begin(file).add(SENT)).isTrue();
    assertThat(CallRecord.read(file)).containsExactly(SENT);
  }

  @Test
  void what_is_no_record_of_calls_is_not_read() throws IOException {
    Path file = folder.resolve("calls.jsonl");
    var _ = Files.writeString(file, "{\"caller\":\"F\"}\n");

    assertThatIOException().isThrownBy(() -> CallRecord.read(file));
  }
}
