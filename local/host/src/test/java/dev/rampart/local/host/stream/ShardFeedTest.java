package dev.rampart.local.host.stream;

import static dev.rampart.local.host.stream.Shard.failed;
import static dev.rampart.local.host.stream.Shard.json;
import static dev.rampart.local.host.stream.Shard.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardFeedTest {
  private static final String REPORTS = ",'FunctionResponseTypes':['ReportBatchItemFailures']";
  private static final String QUEUE =
      ",'DestinationConfig':{'OnFailure':{'Type':'SQS','Destination':'arn:aws:sqs:eu-west-1:000000000000:q'}}";

  @TempDir private Path directory;
  private final Shard shard = new Shard();

  @Test
  void records_come_in_order_and_in_batches() throws Exception {
    shard.write(5);
    run(",'BatchSize':2", 4);
    assertThat(shard.calls).containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("5"));
  }

  @Test
  void the_event_has_the_shape_of_lambda() throws Exception {
    shard.write(1);
    shard
        .records
        .getFirst()
        .putObject("userIdentity")
        .put("PrincipalId", "dynamodb.amazonaws.com")
        .put("Type", "Service");
    run("", 1);
    assertThat(shard.events.getFirst())
        .isEqualTo(
            json(
                """
                {'Records':[{'eventID':'e','eventName':'INSERT',
                 'dynamodb':{'SequenceNumber':'1','ApproximateCreationDateTime':1795510800},
                 'userIdentity':{'type':'Service','principalId':'dynamodb.amazonaws.com'},
                 'eventSourceARN':'%s'}]}
                """
                    .formatted(Shard.ARN)));
  }

  @Test
  void nothing_after_a_failed_batch_comes_before_it_succeeded() throws Exception {
    shard.write(4);
    shard.answers.addAll(List.of(failed(), failed()));
    run(",'BatchSize':2", 4);
    assertThat(shard.calls)
        .containsExactly(
            List.of("1", "2"), List.of("1", "2"), List.of("1", "2"), List.of("3", "4"));
  }

  @Test
  void a_failed_batch_waits_longer_each_time() throws Exception {
    shard.write(1);
    shard.answers.addAll(List.of(failed(), failed(), failed()));
    ShardFeed feed = shard.feed(directory, "");
    assertThat(feed.step()).isEqualTo(Duration.ofMillis(200));
    assertThat(feed.step()).isEqualTo(Duration.ofMillis(400));
    assertThat(feed.step()).isEqualTo(Duration.ofMillis(800));
    assertThat(feed.step()).isEqualTo(Duration.ZERO);
    assertThat(feed.step()).isEqualTo(ShardFeed.IDLE);
  }

  @Test
  void a_batch_that_fails_too_often_is_given_up_and_told_to_the_failure_queue() throws Exception {
    shard.write(3);
    shard.answers.addAll(List.of(failed(), failed(), failed()));
    run(",'BatchSize':2,'MaximumRetryAttempts':2" + QUEUE, 4);
    assertThat(shard.calls).hasSize(4).last().isEqualTo(List.of("3"));
    JsonNode document = shard.givenUp.getFirst();
    assertThat(document.at("/requestContext/condition").asText())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(document.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
    assertThat(document.path("DDBStreamBatchInfo"))
        .isEqualTo(
            json(
                """
                {'shardId':'shard','startSequenceNumber':'1','endSequenceNumber':'2',
                 'approximateArrivalOfFirstRecord':'2026-11-24T09:00:00Z',
                 'approximateArrivalOfLastRecord':'2026-11-24T09:00:00Z',
                 'batchSize':2,'streamArn':'%s'}
                """
                    .formatted(Shard.ARN)));
  }

  @Test
  void a_failed_batch_is_halved_until_the_bad_record_is_alone() throws Exception {
    shard.write(4);
    // Record 3 is bad: all four, the half with it, and it alone twice.
    shard.answers.addAll(
        List.of(failed(), returned("{}"), failed(), failed(), failed(), returned("{}")));
    run(",'BisectBatchOnFunctionError':true,'MaximumRetryAttempts':1" + QUEUE, 6);
    assertThat(shard.calls)
        .containsExactly(
            List.of("1", "2", "3", "4"),
            List.of("1", "2"),
            List.of("3", "4"),
            List.of("3"),
            List.of("3"),
            List.of("4"));
    assertThat(shard.givenUp).hasSize(1);
    assertThat(shard.givenUp.getFirst().at("/DDBStreamBatchInfo/startSequenceNumber").asText())
        .isEqualTo("3");
  }

  @Test
  void only_the_records_from_the_first_failed_one_on_come_again() throws Exception {
    shard.write(3);
    shard.answers.add(
        returned("{'batchItemFailures':[{'itemIdentifier':'3'},{'itemIdentifier':'2'}]}"));
    run(REPORTS, 2);
    assertThat(shard.calls).containsExactly(List.of("1", "2", "3"), List.of("2", "3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{'batchItemFailures':1}", "{'batchItemFailures':[{'itemIdentifier':'9'}]}"})
  void an_answer_that_makes_no_sense_fails_the_batch(String answer) throws Exception {
    shard.write(2);
    shard.answers.add(returned(answer));
    run(REPORTS, 2);
    assertThat(shard.calls).containsExactly(List.of("1", "2"), List.of("1", "2"));
  }

  @Test
  void what_a_function_reports_counts_only_where_the_mapping_says_so() throws Exception {
    shard.write(1);
    shard.answers.add(returned("{'batchItemFailures':[{'itemIdentifier':'1'}]}"));
    run("", 2);
    assertThat(shard.calls).hasSize(1);
  }

  @Test
  void records_that_are_too_old_are_given_up_and_younger_ones_are_not() throws Exception {
    shard.write(1);
    shard.pass(Duration.ofSeconds(61));
    shard.write(1);
    run(",'MaximumRecordAgeInSeconds':60" + QUEUE, 2);
    assertThat(shard.calls).containsExactly(List.of("2"));
    assertThat(shard.givenUp.getFirst().at("/requestContext/condition").asText())
        .isEqualTo("RecordAgeExceeded");
  }

  @Test
  void being_throttled_is_no_failure_of_the_batch() throws Exception {
    shard.write(1);
    shard.answers.addAll(
        List.of(new InvocationResult.Throttled(), new InvocationResult.Throttled(), failed()));
    run(",'MaximumRetryAttempts':1" + QUEUE, 4);
    assertThat(shard.calls).hasSize(4);
    assertThat(shard.givenUp).isEmpty();
  }

  @Test
  void a_later_run_goes_on_where_the_last_one_stopped() throws Exception {
    shard.write(2);
    run("", 1);
    shard.write(1);
    run("", 1);
    assertThat(shard.calls).containsExactly(List.of("1", "2"), List.of("3"));
  }

  @Test
  void a_stream_that_cannot_be_reached_is_read_on_when_it_is_back() throws Exception {
    shard.write(1);
    ShardFeed feed = shard.feed(directory, "");
    shard.down = true;
    assertThatThrownBy(feed::step).isInstanceOf(IOException.class);
    shard.down = false;
    var _ = feed.step();
    assertThat(shard.calls).containsExactly(List.of("1"));
  }

  @Test
  void no_record_is_lost_when_the_stream_or_the_function_throws_what_nobody_expects()
      throws Exception {
    shard.write(3);
    ShardFeed feed = shard.feed(directory, ",'BatchSize':2");
    shard.readFaults.add(new IllegalStateException("no stream"));
    assertThatThrownBy(feed::step).hasMessage("no stream");
    shard.functionFaults.add(new IllegalStateException("no function"));
    assertThatThrownBy(feed::step).hasMessage("no function");
    var _ = feed.step();
    var _ = feed.step();
    assertThat(shard.calls).containsExactly(List.of("1", "2"), List.of("1", "2"), List.of("3"));
  }

  @Test
  void records_are_not_given_up_while_their_failure_queue_is_missing() throws Exception {
    shard.write(2);
    shard.answers.addAll(List.of(failed(), failed(), failed(), failed()));
    ShardFeed feed = shard.feed(directory, ",'BatchSize':1,'MaximumRetryAttempts':1" + QUEUE);
    var _ = feed.step();
    for (int i = 0; i < 2; i++) {
      shard.queueFaults.add(
          new IllegalArgumentException("There is no queue arn:aws:sqs:eu-west-1:000000000000:q."));
      assertThatThrownBy(feed::step)
          .hasMessage("There is no queue arn:aws:sqs:eu-west-1:000000000000:q.");
      assertThat(feed.retries()).isEqualTo(1);
    }
    assertThat(shard.givenUp).isEmpty();
    var _ = feed.step();
    assertThat(shard.givenUp).hasSize(1);
    var _ = feed.step();
    assertThat(shard.calls).endsWith(List.of("1"), List.of("2"));
    assertThat(feed.retries()).isZero();
  }

  @Test
  void records_that_are_too_old_wait_for_their_failure_queue_too() throws Exception {
    shard.write(1);
    shard.pass(Duration.ofSeconds(61));
    shard.write(1);
    shard.queueFaults.add(
        new IllegalArgumentException("There is no queue arn:aws:sqs:eu-west-1:000000000000:q."));
    ShardFeed feed = shard.feed(directory, ",'MaximumRecordAgeInSeconds':60" + QUEUE);
    assertThatThrownBy(feed::step)
        .hasMessage("There is no queue arn:aws:sqs:eu-west-1:000000000000:q.");
    var _ = feed.step();
    var _ = feed.step();
    assertThat(shard.givenUp).hasSize(1);
    assertThat(shard.calls).containsExactly(List.of("2"));
  }

  @Test
  void a_function_that_cannot_be_reached_is_no_failure_of_the_batch() throws Exception {
    shard.write(1);
    InvocationResult unavailable = new InvocationResult.Unavailable("no process can be started");
    shard.answers.addAll(List.of(unavailable, unavailable, unavailable));
    run(",'MaximumRetryAttempts':1" + QUEUE, 4);
    assertThat(shard.calls).hasSize(4);
    assertThat(shard.givenUp).isEmpty();
  }

  @Test
  void a_position_that_cannot_be_written_down_stops_nothing_and_is_written_later()
      throws Exception {
    shard.write(2);
    Path folder = Files.createDirectory(directory.resolve("kept"));
    ShardFeed feed = shard.feed(folder, ",'BatchSize':1");
    Files.delete(folder);
    assertThatThrownBy(feed::step).isInstanceOf(IOException.class);
    assertThatThrownBy(feed::step).isInstanceOf(IOException.class);
    assertThat(shard.calls).containsExactly(List.of("1"), List.of("2"));
    Files.createDirectory(folder);
    assertThat(feed.step()).isEqualTo(ShardFeed.IDLE);
    assertThat(folder.resolve("checkpoint")).content().isEqualTo("shard 2\n");
  }

  private void run(String properties, int steps) throws Exception {
    ShardFeed feed = shard.feed(directory, properties);
    for (int i = 0; i < steps; i++) {
      var _ = feed.step();
    }
  }
}
