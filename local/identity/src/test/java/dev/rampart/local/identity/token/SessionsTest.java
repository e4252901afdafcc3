package dev.rampart.local.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.Fixture;
import dev.rampart.local.identity.TestClock;
import dev.rampart.local.identity.directory.Directory;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.Sessions.Presented;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How many sign-ins, and tokens of each, are kept. */
final class SessionsTest {
  private static final int PER_USER_MAX = 200;
  private static final int POOL_MAX = 5_000;
  private static final int TOKENS_MAX = 50;

  private final BlobStore store = BlobStore.inMemory();
  private final TestClock clock = new TestClock();
  private final IdentitySettings settings = Fixture.settings(store, _ -> {});
  private final ClientSettings client = settings.clients().getFirst();
  private final Directory directory = new Directory(settings, store, clock);
  private final User ann = directory.create("ann", Map.of());
  private final User bob = directory.create("bob", Map.of());
  private final Sessions sessions = new Sessions(store, clock);

  @Test
  void a_user_with_too_many_sign_ins_loses_the_oldest_and_nobody_elses() {
    Sessions.Opened bobs = open(bob);
    Sessions.Opened oldest = open(ann);
    Sessions.Opened second = open(ann);
    for (int i = 2; i < PER_USER_MAX; i++) {
      open(ann);
    }
    assertThat(present(oldest.refreshToken())).isInstanceOf(Presented.Good.class);
    open(ann);
    assertThat(present(oldest.refreshToken())).isEqualTo(new Presented.Unknown());
    assertThat(sessions.honours(oldest.session().originJti())).isFalse();
    assertThat(present(second.refreshToken())).isInstanceOf(Presented.Good.class);
    assertThat(present(bobs.refreshToken())).isInstanceOf(Presented.Good.class);
  }

  @Test
  void a_pool_with_too_many_sign_ins_loses_the_oldest() {
    Sessions.Opened oldest = open(bob);
    Sessions.Opened second = open(bob);
    User other = directory.create("user", Map.of());
    for (int i = 2; i < POOL_MAX; i++) {
      if (i % PER_USER_MAX == 0) {
        other = directory.create("user" + i, Map.of());
      }
      open(other);
    }
    assertThat(present(oldest.refreshToken())).isInstanceOf(Presented.Good.class);
    open(ann);
    assertThat(present(oldest.refreshToken())).isEqualTo(new Presented.Unknown());
    assertThat(present(second.refreshToken())).isInstanceOf(Presented.Good.class);
  }

  @Test
  void a_token_that_is_replaced_again_and_again_does_not_work_any_longer_in_the_end() {
    Sessions.Opened opened = open(ann);
    String last = "";
    for (int i = 0; i < TOKENS_MAX; i++) {
      last =
          sessions
              .rotate(opened.refreshToken(), client.id(), Duration.ofMinutes(1))
              .orElseThrow(AssertionError::new);
    }
    assertThat(present(last)).isInstanceOf(Presented.Good.class);
    assertThat(present(opened.refreshToken())).isEqualTo(new Presented.Reused());
    assertThat(present(last)).isEqualTo(new Presented.Unknown());
  }

  private Sessions.Opened open(User user) {
    return sessions.open(client, user, Set.of("openid"));
  }

  private Presented present(String token) {
    return sessions.present(token, client.id());
  }
}
