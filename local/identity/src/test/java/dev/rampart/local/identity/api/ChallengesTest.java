package dev.rampart.local.identity.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.Fixture;
import dev.rampart.local.identity.TestClock;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.TriggerSource;
import org.junit.jupiter.api.Test;

final class ChallengesTest {
  private static final int OPEN_MAX = 5_000;

  private final ClientSettings client =
      Fixture.settings(BlobStore.inMemory(), _ -> {}).clients().getFirst();
  private final Challenges challenges = new Challenges(new TestClock());

  @Test
  void the_challenge_that_waited_longest_makes_room_for_one_too_many() {
    String first = open();
    String second = open();
    for (int i = 2; i < OPEN_MAX; i++) {
      open();
    }
    String last = open();
    assertThat(challenges.find(first)).isEmpty();
    assertThat(challenges.find(second)).isPresent();
    assertThat(challenges.find(last)).isPresent();
  }

  private String open() {
    return challenges.open(
        client, "ann", new Challenge.Stage.OneTimeCode("sub"), TriggerSource.AUTHENTICATION);
  }
}
