package dev.rampart.domain.submission;

import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.BOB;
import static dev.rampart.domain.submission.Examples.IDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.IdempotencyKey;
import dev.rampart.domain.common.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SubmissionIdsTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("key");

  @Test
  void the_same_owner_and_key_make_the_same_id() {
    assertThat(IDS.of(ANN, KEY)).isEqualTo(IDS.of(ANN, new IdempotencyKey("key")));
  }

  @Test
  void another_owner_key_or_secret_makes_another_id() {
    SubmissionIds others =
        new SubmissionIds(
            () ->
                new Secret("another secret of 32 bytes or so".getBytes(StandardCharsets.US_ASCII)));
    assertThat(IDS.of(ANN, KEY))
        .isNotEqualTo(IDS.of(BOB, KEY))
        .isNotEqualTo(IDS.of(ANN, new IdempotencyKey("key2")))
        .isNotEqualTo(others.of(ANN, KEY));
  }

  @Test
  void an_id_is_a_uuid_of_version_8() {
    UUID uuid = UUID.fromString(IDS.of(ANN, KEY).value());
    assertThat(uuid.version()).isEqualTo(8);
    assertThat(uuid.variant()).isEqualTo(2);
  }

  @Test
  void ids_of_many_keys_do_not_repeat_and_differ_in_every_free_bit() {
    Set<SubmissionId> ids = new HashSet<>();
    long high = 0;
    long low = 0;
    UUID first = UUID.fromString(IDS.of(ANN, new IdempotencyKey("0")).value());
    for (int i = 0; i < 1_000; i++) {
      SubmissionId id = IDS.of(ANN, new IdempotencyKey(Integer.toString(i)));
      ids.add(id);
      UUID uuid = UUID.fromString(id.value());
      high |= uuid.getMostSignificantBits() ^ first.getMostSignificantBits();
      low |= uuid.getLeastSignificantBits() ^ first.getLeastSignificantBits();
    }
    assertThat(ids).hasSize(1_000);
    assertThat(Long.bitCount(high) + Long.bitCount(low)).isEqualTo(122);
  }
}
