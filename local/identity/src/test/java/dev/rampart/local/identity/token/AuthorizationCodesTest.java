package dev.rampart.local.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.TestClock;
import dev.rampart.local.identity.token.AuthorizationCodes.Taken;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AuthorizationCodesTest {
  private static final int CODES_MAX = 2_000;
  private static final AuthorizationCodes.Grant GRANT =
      new AuthorizationCodes.Grant(
          "client", "http://localhost/", "sub", Set.of(), Optional.empty(), Optional.empty());

  private final AuthorizationCodes codes = new AuthorizationCodes(new TestClock());

  @Test
  void the_oldest_code_makes_room_for_one_too_many() {
    String first = codes.issue(GRANT);
    String second = codes.issue(GRANT);
    for (int i = 2; i <= CODES_MAX; i++) {
      codes.issue(GRANT);
    }
    assertThat(codes.take(first)).isEqualTo(new Taken.Unknown());
    assertThat(codes.take(second)).isEqualTo(new Taken.Fresh(GRANT));
  }
}
