package dev.rampart.adapter.out.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.submission.Status;
import dev.rampart.domain.submission.SubmissionId;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SubmissionKeysTest {
  private static final int IDS = 8_000;

  @Test
  void the_queue_of_a_status_is_spread_evenly_over_the_keys_that_are_read() {
    Map<String, Long> counts =
        ids()
            .limit(IDS)
            .map(id -> SubmissionKeys.queue(Status.RECEIVED, id))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(counts.keySet())
        .containsExactlyInAnyOrderElementsOf(SubmissionKeys.queues(Status.RECEIVED).toList());
    long fair = IDS / SubmissionKeys.QUEUE_SHARDS;
    assertThat(counts.values())
        .allSatisfy(count -> assertThat(count).isBetween(fair * 8 / 10, fair * 12 / 10));
  }

  /** Ids of equal seeds, so that every run sees the same. */
  private static Stream<SubmissionId> ids() {
    Random random = new Random(1);
    return Stream.generate(
        () ->
            new SubmissionId(
                "%08x-%04x-8%03x-a%03x-%012x"
                    .formatted(
                        random.nextInt(),
                        random.nextInt(1 << 16),
                        random.nextInt(1 << 12),
                        random.nextInt(1 << 12),
                        random.nextLong(1L << 48))));
  }
}
